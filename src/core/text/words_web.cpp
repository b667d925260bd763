// SPDX-License-Identifier: GPL-2.0-or-later
// Where addresses of the web end: see words_web.h.
#include "text/words_web.h"

#include "text/ascii.h"
#include "text/fold.h"
#include "text/unicode.h"
#include "text/utf8.h"

#include <cstddef>
#include <string_view>

namespace tritone::text {
namespace words_detail {
namespace {

// Does the text begin with `prefix`, given in small letters, in any case?
bool begins_with(const char *p, const char *end, std::string_view prefix) {
  if (static_cast<std::size_t>(end - p) < prefix.size())
    return false;
  for (std::size_t i = 0; i < prefix.size(); ++i)
    if (ascii_lower(p[i]) != prefix[i])
      return false;
  return true;
}

// May c occur inside an address?
bool is_url_character(char32_t c) {
  if (c < 0x80)
    return c > 0x20 && c != 0x7F && c != '<' && c != '>' && c != '|' &&
           c != '\\' && c != '^' && c != '"' && c != '\'' && c != '`';
  return (is_alphabetic(c) || is_number(c) || is_mark(c)) && !is_apostrophe(c);
}

bool is_mark_at(const char *p, const char *end) {
  return p < end && is_mark(decode(p, end).value);
}

// Does a letter, a digit or a mark that is not ASCII occur at p?
bool is_word_at(const char *p, const char *end) {
  if (p == end)
    return false;
  const char32_t c = decode(p, end).value;
  return c >= 0x80 && (is_alphabetic(c) || is_number(c) || is_mark(c));
}

// Punctuation after an address that is no part of it.
bool is_address_tail(char c) {
  return c == '.' || c == ',' || c == ';' || c == ':' || c == '!' || c == '?' ||
         c == '*' || c == ')' || c == ']' || c == '}';
}

} // namespace

const char *url_end(const char *p, const char *end) {
  const char *q = p;
  for (std::string_view prefix : {"http://", "https://", "www."})
    if (begins_with(p, end, prefix))
      q = p + prefix.size();
  if (q == p || q == end)
    return p;
  const char32_t first = decode(q, end).value;
  if (!is_alphabetic(first) && !is_number(first))
    return p;

  std::ptrdiff_t open = 0; // brackets opened less those closed
  while (q < end) {
    const CodePoint c = decode(q, end);
    const char *const next = q + c.size;
    // With a mark after it = may be another character, so it counts as one.
    if (!is_url_character(c.value) ||
        (c.value < 0x80 && !is_ascii_word(*q) && is_mark_at(next, end)))
      break;
    open += (c.value == '(') - (c.value == ')');
    q = next;
  }
  while (is_address_tail(q[-1]) && !(q[-1] == ')' && open >= 0)) {
    open += q[-1] == ')';
    --q;
  }
  return q;
}

const char *email_begin(const char *floor, const char *at) {
  const char *p = at;
  while (p > floor && (is_ascii_word(p[-1]) || p[-1] == '.' || p[-1] == '_' ||
                       p[-1] == '%' || p[-1] == '+' || p[-1] == '-'))
    --p;
  while (p < at && !is_ascii_word(*p))
    ++p;
  return p < at && at[-1] == '.' ? at : p;
}

const char *host_end(const char *p, const char *end) {
  const char *result = p;
  const char *label = p;
  for (;;) {
    const char *q = label;
    bool letters = true;
    while (q < end && (is_ascii_word(*q) || *q == '-'))
      letters = is_ascii_letter(*q++) && letters;
    if (q == label || *label == '-' || q[-1] == '-' || is_word_at(q, end))
      return result;
    if (label != p && letters && q - label >= 2)
      result = q;
    if (q == end || *q != '.')
      return result;
    label = q + 1;
  }
}

} // namespace words_detail
} // namespace tritone::text
