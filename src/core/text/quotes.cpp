// SPDX-License-Identifier: GPL-2.0-or-later
// Finding quotation marks and putting them into pairs.
#include "text/quotes.h"

#include "text/ascii.h"
#include "text/fold.h"
#include "text/unicode.h"
#include "text/utf8.h"

#include <algorithm>
#include <array>

namespace tritone::text {
namespace {

using Kind = QuoteMark::Kind;
using Family = QuoteMark::Family;

// The bytes that a quotation mark begins with.
constexpr std::array<bool, 256> make_first_bytes() {
  std::array<bool, 256> first{};
  for (const unsigned c : {0x22U, 0x27U, 0x60U, 0xC2U, 0xE2U})
    first[c] = true;
  return first;
}
constexpr std::array<bool, 256> kFirstBytes = make_first_bytes();

// The next byte at or after `at` that a mark may begin with, or the end.
std::size_t next_mark(std::string_view text, std::size_t at) {
  while (at < text.size() &&
         !kFirstBytes[static_cast<unsigned char>(text[at])])
    ++at;
  return at;
}

QuoteMark straight_mark(std::string_view text, std::size_t at) {
  return {at,
          1,
          Kind::straight,
          Family::straight,
          at > 0 && is_ascii_digit(text[at - 1]),
          true};
}

// Where marks that only close are used on both sides, they are straight.
void settle_one_sided(Family family, std::vector<QuoteMark> &marks) {
  std::size_t closes = 0;
  for (const QuoteMark &mark : marks) {
    if (mark.family != family)
      continue;
    if (mark.kind == Kind::open)
      return;
    closes += mark.kind == Kind::close;
  }
  if (closes > 1)
    for (QuoteMark &mark : marks)
      if (mark.family == family && mark.kind == Kind::close)
        mark.kind = Kind::straight;
}

// Guillemets point inwards (»so«) where the first of them points to the right.
void settle_direction(Family family, std::vector<QuoteMark> &marks) {
  const auto is_ours = [&](const QuoteMark &m) { return m.family == family; };
  const auto first = std::find_if(marks.begin(), marks.end(), is_ours);
  if (first == marks.end() || first->kind == Kind::open)
    return;
  const bool two_kinds =
      std::any_of(first, marks.end(), [&](const QuoteMark &m) {
        return is_ours(m) && m.kind == Kind::open;
      });
  for (QuoteMark &mark : marks)
    if (is_ours(mark))
      mark.kind = !two_kinds                ? Kind::straight
                  : mark.kind == Kind::open ? Kind::close
                                            : Kind::open;
}

bool is_letter_at(std::string_view text, std::size_t at) {
  return at < text.size() &&
         is_alphabetic(
             decode(text.data() + at, text.data() + text.size()).value);
}

// The character that ends right before byte `at`, a blank at the start.
char32_t char_before(std::string_view text, std::size_t at) {
  return at == 0 ? U' ' : decode_back(text.data(), text.data() + at).value;
}

char32_t char_at(std::string_view text, std::size_t at) {
  return at >= text.size()
             ? U' '
             : decode(text.data() + at, text.data() + text.size()).value;
}

bool is_dash(char32_t c) { return c == '-' || (c >= 0x2012 && c <= 0x2015); }

// May a mark after this character open, as far as that character goes?
bool may_open_after(char32_t c) {
  return is_space(c) || c == '(' || c == '[' || c == '{' || c == '/' ||
         is_dash(c) || c == 0x2018 || c == 0x201C || c == 0x201E || c == 0xAB;
}

// May a mark before this character close?
bool may_close_before(char32_t c) {
  return is_space(c) || is_dash(c) ||
         (c < 0x80 &&
          std::string_view(".,;:!?)]}/").find(static_cast<char>(c)) !=
              std::string_view::npos) ||
         c == 0x2026 || c == 0x2019 || c == 0x201D;
}

// Straight marks open or close where their neighbours say so: a mark that lacks
// its partner then does not turn all that follow.
void settle_straight(std::string_view text, std::vector<QuoteMark> &marks) {
  for (QuoteMark &mark : marks) {
    if (mark.kind != Kind::straight || !mark.straight)
      continue;
    const char32_t before = char_before(text, mark.at);
    const char32_t after = char_at(text, mark.at + mark.size);
    const bool opens = may_open_after(before) && !may_close_before(after);
    const bool closes = !may_open_after(before) && may_close_before(after);
    if (opens != closes)
      mark.kind = opens ? Kind::open : Kind::close;
  }
}

// Does the ASCII apostrophe at `at` open a quotation: before a word that is not
// cut short ('em, 'tis, '90s)?
bool opens_single(std::string_view text, std::size_t at) {
  const char32_t after = char_at(text, at + 1);
  if (!may_open_after(char_before(text, at)) && char_before(text, at) != '"')
    return false;
  if (!is_alphabetic(after) && !is_double_quote(after))
    return false;
  for (const std::string_view cut :
       {"em", "tis", "til", "till", "twas", "cause", "n", "bout", "cos"})
    if (text.compare(at + 1, cut.size(), cut) == 0 &&
        !is_letter_at(text, at + 1 + cut.size()))
      return false;
  return true;
}

// Does it close one, if one is open? After a letter s it may be a possessive,
// and is one unless nothing else closes.
bool closes_single(std::string_view text, std::size_t at) {
  const char32_t before = char_before(text, at);
  const char32_t after = char_at(text, at + 1);
  return !is_space(before) && !is_alphabetic(after) &&
         !(after >= '0' && after <= '9');
}

// Leaves out the apostrophes of possessives (the workers' pay): marks after an
// s where the next single mark of the paragraph closes too.
void drop_possessives(std::string_view text, std::vector<QuoteMark> &marks) {
  const auto is_single = [](const QuoteMark &m) {
    return m.family == Family::single;
  };
  const auto is_possessive = [&](const QuoteMark &mark) {
    if (!is_single(mark) || mark.kind != Kind::close || mark.at == 0 ||
        text[mark.at - 1] != 's' || char_at(text, mark.at + mark.size) != ' ')
      return false;
    const QuoteMark *const end = marks.data() + marks.size();
    const QuoteMark *const next = std::find_if(&mark + 1, end, is_single);
    return next < end && next->kind == Kind::close &&
           next->at < paragraph_end(text, mark.at);
  };
  std::size_t kept = 0;
  for (std::size_t i = 0; i < marks.size(); ++i)
    if (!is_possessive(marks[i]))
      marks[kept++] = marks[i];
  marks.resize(kept,
               QuoteMark{0, 0, Kind::straight, Family::straight, false, false});
}

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

void find_quote_marks(std::string_view text, std::vector<QuoteMark> &out) {
  out.clear();
  bool german = false;
  for (std::size_t at = next_mark(text, 0); at < text.size();
       at = next_mark(text, at + 1)) {
    const char c = text[at];
    if (c == '"') {
      out.push_back(straight_mark(text, at));
    } else if (c == '\xE2' && at + 2 < text.size() && text[at + 1] == '\x80') {
      const auto last = static_cast<unsigned char>(text[at + 2]);
      german = german || last == 0x9E;
      if (last >= 0x9C && last <= 0x9E) {
        const bool closes = last == 0x9D || (last == 0x9C && german);
        out.push_back({at, 3, closes ? Kind::close : Kind::open, Family::curly,
                       false, false});
      }
      at += 2;
    }
  }
  settle_one_sided(Family::curly, out);
}

void find_all_quote_marks(std::string_view text, std::vector<QuoteMark> &out) {
  find_quote_marks(text, out);
  const std::size_t found = out.size();
  const auto add = [&](std::size_t at, int size, bool opens, Family family) {
    out.push_back({at, static_cast<std::uint8_t>(size),
                   opens ? Kind::open : Kind::close, family, false, false});
  };
  bool low = false; // a ‚ was met: ‘ closes
  for (std::size_t at = next_mark(text, 0); at < text.size();
       at = next_mark(text, at + 1)) {
    const std::string_view rest = text.substr(at, 3);
    if (rest.substr(0, 2) == "``" || rest.substr(0, 2) == "''") {
      add(at++, 2, rest[0] == '`', Family::doubled);
    } else if (rest[0] == '\'') {
      const bool opens = opens_single(text, at);
      if (opens || closes_single(text, at))
        add(at, 1, opens, Family::single);
    } else if (rest.substr(0, 2) == "\u00AB" || rest.substr(0, 2) == "\u00BB") {
      add(at++, 2, rest[1] == '\xAB', Family::guillemet);
    } else if (rest == "\u2039" || rest == "\u203A") {
      add(at, 3, rest == "\u2039", Family::single_angle);
      at += 2;
    } else if (rest == "\u201A" || rest == "\u2018") {
      low = low || rest == "\u201A";
      add(at, 3, rest == "\u201A" || !low, Family::single);
      at += 2;
    } else if (rest == "\u2019") {
      if (!is_letter_at(text, at + 3))
        add(at, 3, false, Family::single);
      at += 2;
    }
  }
  settle_one_sided(Family::doubled, out);
  settle_direction(Family::guillemet, out);
  settle_direction(Family::single_angle, out);
  std::inplace_merge(
      out.begin(), out.begin() + static_cast<std::ptrdiff_t>(found), out.end(),
      [](const QuoteMark &a, const QuoteMark &b) { return a.at < b.at; });
}

std::size_t paragraph_end(std::string_view text, std::size_t at) {
  for (at = text.find('\n', at); at != std::string_view::npos;
       at = text.find('\n', at)) {
    ++at;
    while (at < text.size() && (text[at] == ' ' || text[at] == '\t'))
      ++at;
    if (at < text.size() && text[at] == '\n')
      return at;
  }
  return text.size();
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
  settle_straight(text, marks);
  drop_possessives(text, marks);
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
