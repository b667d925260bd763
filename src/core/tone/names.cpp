// SPDX-License-Identifier: GPL-2.0-or-later
// Decides by capitals and neighbours which words are part of a name.
#include "tone/names.h"

#include "text/fold.h"
#include "text/title_case.h"
#include "text/unicode.h"
#include "text/utf8.h"
#include "tone/reach.h"

#include <string_view>

namespace tritone::tone {
namespace {

// Calls fn(character) until it returns false.
template <class Fn> void each_char(std::string_view s, Fn fn) {
  const char *p = s.data();
  const char *const end = p + s.size();
  while (p < end) {
    const text::CodePoint c = text::decode(p, end);
    p += c.size;
    if (!fn(c.value))
      return;
  }
}

bool has_lower(std::string_view s) {
  bool found = false;
  each_char(s, [&](char32_t c) {
    found = text::is_lower(c);
    return !found;
  });
  return found;
}

// Words that keep small letters in Title Case, and acronyms that are spelt like
// words.
constexpr const char *kSmallWords =
    " a an the and but or nor for so yet of in on at to by as from with into "
    "onto over per via vs vs. than that up down off out after amid is it its "
    "be if when upon about against before between during like near since "
    "through till under until within without ";
constexpr const char *kAcronyms = " aids hiv aid care nice start salt pact ";

// Is the word written in capitals throughout, of three letters or more?
bool is_emphatic(std::string_view s) {
  std::size_t letters = 0;
  bool other = false;
  each_char(s, [&](char32_t c) {
    other = !(text::is_upper(c) || text::is_apostrophe(c));
    letters += text::is_upper(c);
    return !other;
  });
  return !other && letters >= 3;
}

// Does the sentence end like a line of text: with . ! ? or … after which only
// quotation marks and brackets follow?
bool has_full_stop(const SentenceTokens &sentence) {
  for (std::size_t i = sentence.count; i-- > 0;) {
    const std::string_view s = sentence.at(i);
    const char32_t c = text::decode(s.data(), s.data() + s.size()).value;
    if (sentence.token[i].kind == text::TokenKind::word)
      return s.back() == '.'; // a.m. and U.S. keep their stop
    if (c == '.' || c == '!' || c == '?' || c == 0x2026)
      return true;
    if (!text::is_double_quote(c) && !text::is_apostrophe(c) && c != ')' &&
        c != ']')
      return false;
  }
  return false;
}

} // namespace

bool NameRule::large_throughout() const {
  for (std::size_t i = 0; i < sentence_.count; ++i)
    if (sentence_.token[i].kind == text::TokenKind::word &&
        has_lower(sentence_.at(i)))
      return false;
  return true;
}

bool NameRule::capitals_throughout() const {
  std::size_t capitals = 0;
  for (std::size_t i = 0; i < sentence_.count; ++i) {
    if (sentence_.token[i].kind != text::TokenKind::word)
      continue;
    if (sentence_.token[i].capital)
      ++capitals;
    else if (!is_one_of(sentence_, i, kSmallWords))
      return false;
  }
  return capitals > 1;
}

bool NameRule::headline_case() const {
  if (!sentence_.in_title && has_full_stop(sentence_))
    return capitals_throughout();
  text::TitleCase style;
  for (std::size_t i = 0; i < sentence_.count; ++i) {
    const text::Token &token = sentence_.token[i];
    if (token.kind != text::TokenKind::word ||
        !text::has_four_letters(sentence_.at(i)))
      continue;
    style.add(token.capital);
  }
  return style.most();
}

bool NameRule::is_name(std::size_t i) {
  if (!sentence_.token[i].capital)
    return i > 0 && sentence_.token[i - 1].kind == text::TokenKind::number &&
           sentence_.at(i) == "won";
  bool first = true;
  for (std::size_t j = i; j-- > 0 && first;)
    first = sentence_.token[j].kind != text::TokenKind::word;
  if (first)
    return false;
  if (is_emphatic(sentence_.at(i)) && !is_one_of(sentence_, i, kAcronyms))
    return false;
  if (marks_[i - 1] == Mark::dash ||
      (marks_[i - 1] == Mark::quote && sentence_.joined(i - 1)))
    return false;
  if (style_ == Known::no)
    style_ =
        headline_case() || large_throughout() ? Known::large : Known::small;
  return style_ == Known::small;
}

} // namespace tritone::tone
