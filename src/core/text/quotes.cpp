// SPDX-License-Identifier: GPL-2.0-or-later
// Puts quotation marks into pairs.
#include "text/quotes.h"

#include "text/fold.h"

#include <array>

namespace tritone::text {
namespace {

using Kind = QuoteMark::Kind;
using Family = QuoteMark::Family;

// The open mark of the stack that `mark` may close, or the size of the stack.
std::size_t partner(const std::vector<QuoteMark> &stack,
                    const QuoteMark &mark) {
  if (mark.kind == Kind::open)
    return stack.size();
  for (std::size_t i = stack.size(); i-- > 0;)
    if (stack[i].family == mark.family ||
        (stack[i].family == Family::doubled && mark.family == Family::straight))
      return i;
  return stack.size();
}

// Pairs the marks of one paragraph that ends at `stop`.
class Pairing {
public:
  // `first` .. `last` - 1: the marks of the paragraph.
  Pairing(std::size_t stop, const QuoteMark *first, const QuoteMark *last,
          std::vector<Quotation> &out)
      : stop_(stop), out_(out) {
    for (const QuoteMark *mark = first; mark < last; ++mark)
      closers_[index(*mark)] += mark->kind != Kind::open;
  }

  void add(const QuoteMark &mark) {
    closers_[index(mark)] -= mark.kind != Kind::open;
    drop_unclosed(mark);
    const std::size_t open = partner(stack_, mark);
    if (open < stack_.size()) {
      cut_to(open + 1, mark.at);
      Quotation &quotation = out_[of_.back()];
      quotation.inner_end = mark.at;
      quotation.end = mark.at + mark.size;
      quotation.closed = true;
      pop();
    } else if (mark.kind != Kind::close && !mark.inches) {
      of_.push_back(out_.size());
      out_.push_back({mark.at, stop_, mark.at + mark.size, stop_,
                      static_cast<std::uint32_t>(stack_.size()), false, false});
      stack_.push_back(mark);
    }
  }

  // `next`: the mark that the next paragraph begins with, or null.
  void finish(const QuoteMark *next) {
    if (stack_.empty())
      return;
    if (next != nullptr && next->kind != Kind::close &&
        next->family == stack_[0].family)
      out_[of_[0]].goes_on = true;
    else if (stack_[0].family == Family::single)
      forget(of_[0]);
  }

private:
  const std::size_t stop_; // of the paragraph
  std::vector<Quotation> &out_;
  std::array<std::size_t, 8> closers_{}; // marks to come that may close
  std::vector<QuoteMark> stack_;         // open marks
  std::vector<std::size_t> of_;          // their quotations in out_

  static std::size_t index(const QuoteMark &mark) {
    return static_cast<std::size_t>(mark.family);
  }

  // Where a family opens again, and too few marks are left to close all that is
  // open, the earlier quotation lacks its closing mark and ends here.
  void drop_unclosed(const QuoteMark &mark) {
    if (mark.kind != Kind::open)
      return;
    std::size_t open = 0;
    std::size_t first = stack_.size();
    for (std::size_t i = stack_.size(); i-- > 0;)
      if (stack_[i].family == mark.family) {
        ++open;
        first = i;
      }
    if (open > 0 && closers_[index(mark)] <= open)
      cut_to(first, mark.at);
  }

  void pop() {
    stack_.pop_back();
    of_.pop_back();
  }

  // A single mark that nothing closes was an apostrophe.
  void forget(std::size_t quotation) {
    out_.erase(out_.begin() + static_cast<std::ptrdiff_t>(quotation));
    for (; quotation < out_.size(); ++quotation)
      --out_[quotation].depth;
  }

  void cut_to(std::size_t depth, std::size_t at) {
    while (stack_.size() > depth) {
      out_[of_.back()].inner_end = out_[of_.back()].end = at;
      pop();
    }
  }
};

} // namespace

bool may_follow_sentence(char32_t c) {
  return c == ')' || c == ']' || c == '\'' || c == 0x2019 || c == 0x203A ||
         is_double_quote(c);
}

bool is_after_quote(std::string_view text, std::size_t at) {
  if (at == 0)
    return false;
  const char c = text[at - 1];
  if (c == '"' || c == '\'')
    return true;
  return (at >= 3 && text[at - 3] == '\xE2' && text[at - 2] == '\x80' &&
          static_cast<unsigned char>(c) >= 0x98 &&
          static_cast<unsigned char>(c) <= 0x9F) ||
         (at >= 2 && text[at - 2] == '\xC2' && c == '\xAB');
}

bool begins_with_quote(std::string_view text, std::size_t at) {
  while (at < text.size() && (text[at] == '\n' || text[at] == ' '))
    ++at;
  const std::string_view head = text.substr(at, 3);
  return !head.empty() && (head[0] == '"' || head == "\u201C" ||
                           head == "\u201D" || head == "\u201E");
}

const QuoteMark *unpaired_mark(const QuoteMark *first, const QuoteMark *last) {
  const QuoteMark *open = nullptr;
  bool inches = false;
  for (const QuoteMark *mark = first; mark < last; ++mark) {
    inches = inches || mark->inches;
    if (mark->kind == Kind::straight)
      open = open == nullptr ? mark : nullptr;
    else if (mark->kind == Kind::open)
      open = mark;
    else if (open == nullptr)
      return mark;
    else
      open = nullptr;
  }
  return open != nullptr && inches ? nullptr : open;
}

void find_quotations(std::string_view text, std::vector<Quotation> &out) {
  out.clear();
  std::vector<QuoteMark> marks;
  find_all_quote_marks(text, marks);
  settle_quote_marks(text, marks);
  const QuoteMark *const end = marks.data() + marks.size();
  for (const QuoteMark *mark = marks.data(); mark < end;) {
    const std::size_t stop = paragraph_end(text, mark->at);
    const QuoteMark *last = mark;
    while (last < end && last->at < stop)
      ++last;
    Pairing pairing(text.find_last_not_of(" \t\r\n", stop - 1) + 1, mark, last,
                    out);
    for (; mark < last; ++mark)
      pairing.add(*mark);
    const bool begins =
        mark < end && text.find_first_not_of(" \t\r\n", stop) == mark->at;
    pairing.finish(begins ? mark : nullptr);
  }
}

} // namespace tritone::text
