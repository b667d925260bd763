// SPDX-License-Identifier: GPL-2.0-or-later
// Looks at the token before a terminator and at the word after it.
#include "text/sentences_glued.h"

#include "text/fold.h"
#include "text/unicode.h"
#include "text/utf8.h"
#include "text/word_list.h"

#include <cstddef>
#include <string>

namespace tritone::text {
namespace {

bool is_address_sign(char32_t c) {
  return c == '/' || c == '@' || c == '\\' || c == '_' || c == '=' ||
         c == '#' || c == '&' || c == '<' || c == '>' || c == '~';
}

// Last parts of addresses and names of files, which some write with a capital.
bool is_suffix(std::string_view word) {
  constexpr std::string_view kSuffixes[] = {
      "com", "net", "org", "gov",  "edu", "co",  "uk",   "js",  "io",
      "tv",  "eu",  "de",  "ru",   "fr",  "jpg", "jpeg", "png", "gif",
      "pdf", "doc", "txt", "docx", "xls", "csv", "zip",  "exe", "html",
      "htm", "php", "asp", "aspx", "xml", "py",  "ts",   "md",  "info"};
  return is_one_of(word, kSuffixes);
}

// Does an address begin with what the token ends in?
bool is_www(std::string_view token) {
  return token.size() >= 3 && token.substr(token.size() - 3) == "www";
}

// Does what comes at q make the word before it a part of an address, a file
// or a name of a program?
bool goes_on_as_name(const char *q, const char *end) {
  if (q == end)
    return false;
  const CodePoint c = decode(q, end);
  if (is_address_sign(c.value) || is_digit(c.value) || c.value == '(')
    return true;
  if (c.value != '.' || q + 1 == end)
    return false;
  const char32_t after = decode(q + 1, end).value;
  return is_lower(after) || is_digit(after);
}

} // namespace

Glued glued_before(const char *start, const char *p) {
  constexpr std::ptrdiff_t kLongest = 100; // bytes; longer tokens are no words
  Glued out;
  std::size_t letters = 0, digits = 0, capitals = 0, inside = 0;
  bool in_word = true, caseless = false;
  const char *from = p;
  char32_t last = 0, after = 0; // of the token; the one that was read before
  bool call = false;            // f(x)
  while (from > start) {
    const CodePoint c = decode_back(start, from);
    if (last == 0)
      last = c.value;
    call =
        call || (after == '(' && (is_alphabetic(c.value) || is_digit(c.value)));
    after = c.value;
    if (is_space(c.value))
      break;
    if (p - from > kLongest || is_address_sign(c.value))
      return out;
    inside += c.value == '.';
    const bool letter = is_alphabetic(c.value) || is_mark(c.value);
    in_word = in_word && (letter || is_digit(c.value) ||
                          is_apostrophe(c.value) || is_hyphen(c.value));
    if (in_word) {
      letters += letter;
      digits += is_digit(c.value);
      capitals += is_upper(c.value);
      caseless =
          caseless || (letter && !is_cased(c.value) && !is_mark(c.value));
    }
    from -= c.size;
  }
  out.cased = !caseless;
  out.word =
      letters >= 2 || digits > 0 || (letters == 0 && from < p && !in_word);
  if (letters == 1 && digits == 0)
    out.word = inside > 0; // p.m
  const bool closed = last == ')' || last == ']' || last == '%';
  out.sure =
      closed ? (inside == 0 || last == '%') && !call
             : inside == 0 && capitals == 0 &&
                   (digits == 0 ? letters >= 2 : letters == 0 && digits >= 4);
  if (is_www({from, static_cast<std::size_t>(p - from)}))
    return {};
  return out;
}

GluedNext glued_next(const char *word, const char *end) {
  constexpr std::ptrdiff_t kLongest = 100;
  GluedNext out;
  std::string letters;
  std::size_t size = 0, capitals = 0;
  const char *q = word;
  while (q < end && q - word < kLongest) {
    const CodePoint c = decode(q, end);
    if (!is_alphabetic(c.value) && !is_mark(c.value))
      break;
    out.cased = out.cased || is_cased(c.value);
    capitals += is_upper(c.value);
    ++size;
    if (letters.size() < 6)
      append_utf8(letters, to_lower(c.value));
    q += c.size;
  }
  out.short_word = size == 1;
  const bool scottish =
      letters.substr(0, 2) == "mc" || letters.substr(0, 3) == "mac";
  out.word =
      !goes_on_as_name(q, end) &&
      (out.cased ? capitals == 1 || (capitals == 2 && scottish) : size >= 2) &&
      !is_suffix(letters);
  return out;
}

} // namespace tritone::text
