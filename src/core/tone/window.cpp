// SPDX-License-Identifier: GPL-2.0-or-later
// Walks back from a hit to a mark, and looks at what the mark encloses.
#include "tone/window.h"

#include "tone/reach.h"

#include <algorithm>
#include <string_view>

namespace tritone::tone {
namespace {

// Lists of words: see is_one_of().
constexpr const char *kLinks = " be been being yet have had really quite ";
constexpr const char *kNot = " not n't never hardly scarcely barely no t ";

// A run of dashes is one mark: its first or last token.
bool in_dash(const std::vector<Mark> &marks, std::size_t i) {
  return marks[i] == Mark::dash;
}

} // namespace

// Where the aside begins whose closing mark is token `mark`: the token of its
// opening mark, of the same kind.
std::size_t Windows::aside(std::size_t mark) const {
  const std::string_view close = sentence_.at(mark);
  const bool dash = in_dash(marks_, mark);
  if (marks_[mark] == Mark::quote)
    return quotation(mark);
  const std::string_view open = close == ")"   ? "("
                                : close == "]" ? "["
                                : close == "}" ? "{"
                                               : ",";
  if (!dash && close != ")" && close != "]" && close != "}" && close != ",")
    return Window::kNone;
  std::size_t i = mark;
  while (dash && i > 0 && in_dash(marks_, i - 1))
    --i;
  std::size_t words = 0;
  while (i-- > 0) {
    if (marks_[i] == Mark::none) {
      if (counts_as_word(sentence_.token[i]) && ++words > kAside)
        return Window::kNone;
      continue;
    }
    if (marks_[i] == Mark::quote)
      continue;
    if (words == 0 || (dash ? !in_dash(marks_, i) : sentence_.at(i) != open))
      return Window::kNone;
    while (dash && i > 0 && in_dash(marks_, i - 1))
      --i;
    return i;
  }
  return Window::kNone;
}

// Where the quotation opens that closes at token `mark`.
std::size_t Windows::quotation(std::size_t mark) const {
  std::size_t words = 0;
  for (std::size_t i = mark; i-- > 0;) {
    if (marks_[i] == Mark::quote)
      return words == 0 ? Window::kNone : i;
    if (marks_[i] != Mark::none ||
        (counts_as_word(sentence_.token[i]) && ++words > kAside))
      return Window::kNone;
  }
  return Window::kNone;
}

bool Windows::reaches_aside(const FoundPhrase &negator,
                            std::size_t mark) const {
  if (negator.end > mark)
    return false;
  if (mark - negator.end >= 2)
    return mark - negator.end <= kOfThem &&
           is_one_of(sentence_, negator.begin, " none neither few ") &&
           is_one_of(sentence_, negator.end, " of ");
  if (negator.end < mark && !is_one_of(sentence_, negator.end, kLinks))
    return false;
  return negator.end - negator.begin > 1 ||
         !is_one_of(sentence_, negator.begin, " no none neither ");
}

bool Windows::scare_quote(std::size_t mark) const {
  if (marks_[mark] != Mark::quote || !sentence_.joined(mark))
    return false;
  std::size_t words = 0;
  for (std::size_t i = mark + 1; i < sentence_.count; ++i) {
    if (marks_[i] == Mark::quote)
      return words > 0;
    if (marks_[i] != Mark::none ||
        (counts_as_word(sentence_.token[i]) && ++words > kScare))
      return false;
  }
  return false;
}

// Where the dots begin whose last is token `mark` and that follow a negator.
std::size_t Windows::pause(std::size_t mark) const {
  std::size_t i = mark + 1;
  while (i > 0 && marks_[i - 1] == Mark::clause &&
         (sentence_.at(i - 1) == "." || sentence_.at(i - 1) == "\u2026"))
    --i;
  return i > 0 && i <= mark && is_one_of(sentence_, i - 1, kNot)
             ? i
             : Window::kNone;
}

bool Windows::never_ever(std::size_t mark) const {
  return mark > 0 && is_one_of(sentence_, mark + 1, " ever ") &&
         is_one_of(sentence_, mark - 1, " never not ");
}

// The last of found_ that ends at or before token `end`, kNone without one.
std::size_t Windows::last_ending_by(std::size_t end) const {
  const auto next =
      std::upper_bound(found_.begin(), found_.end(), end,
                       [](std::size_t at, const FoundPhrase &phrase) {
                         return at < phrase.end;
                       });
  return static_cast<std::size_t>(next - found_.begin()) - 1;
}

std::size_t Windows::negator_before(std::size_t end) const {
  const std::size_t f = last_ending_by(end);
  return f != Window::kNone && found_[f].end == end && is_negator(f)
             ? f
             : Window::kNone;
}

std::size_t Windows::over_aside(std::size_t mark) const {
  const std::size_t open = aside(mark);
  if (open == Window::kNone)
    return Window::kNone;
  for (std::size_t f = last_ending_by(open) + 1;
       f-- > 0 && found_[f].end + kOfThem >= open;)
    if (is_negator(f) && reaches_aside(found_[f], open))
      return f;
  return Window::kNone;
}

std::size_t Windows::nor_before(std::size_t begin, std::size_t first) const {
  std::size_t words = 0;
  for (std::size_t i = begin; i-- > first && words++ < kNorReach;) {
    if (marks_[i] != Mark::none)
      break;
    if (sentence_.at(i) == "nor" || sentence_.at(i) == "Nor")
      return negator_before(i + 1);
  }
  return Window::kNone;
}

Window Windows::before(std::size_t hit, std::size_t first) const {
  Window window{hit};
  for (std::size_t words = 0; window.begin > first; --window.begin) {
    const std::size_t i = window.begin - 1;
    if (marks_[i] == Mark::none) {
      if (!counts_as_word(sentence_.token[i]) || ++words <= kWindow)
        continue;
      window.beyond = nor_before(window.begin, first);
      break;
    }
    if (never_ever(i))
      continue;
    const std::size_t dots = pause(i);
    if (dots == Window::kNone) {
      const bool article = i > 0 && is_one_of(sentence_, i - 1, " a an the ");
      window.beyond =
          scare_quote(i) ? negator_before(article ? i - 1 : i) : over_aside(i);
      break;
    }
    window.begin = dots + 1;
  }
  return window;
}

} // namespace tritone::tone
