// SPDX-License-Identifier: GPL-2.0-or-later
// Reads runs of ASCII letters, digits and joining marks as term_scanner.h wants
// them, and leaves what is not plain to the general rules.
#include "text/term_chain.h"

#include "text/ascii.h"
#include "text/fold.h"
#include "text/words_news.h"

#include <cstring>

namespace tritone::text {
namespace term_detail {
namespace {

// May a web address begin at p?
bool may_be_address(const char *p, const char *end) {
  if (end - p < 4)
    return false;
  const auto is = [p](std::string_view start) {
    for (std::size_t i = 0; i < start.size(); ++i)
      if (ascii_lower(p[i]) != start[i])
        return false;
    return true;
  };
  return is("http") || is("www.");
}

// May what is at p, after a word, end in the @ of an e-mail address that
// takes the word in? Looks a short way ahead only, to stay linear.
bool may_be_email(const char *p, const char *end) {
  constexpr std::ptrdiff_t kReach = 64;
  const char *const limit = end - p > kReach ? p + kReach : end;
  while (p < limit && words_detail::NewsReader::is_local(*p))
    if (*p++ == '@')
      return true;
  return p == limit && limit < end;
}

// The class of what is after a mark; the end of the text is `plain`.
ByteClass class_after(const char *p, const char *end) {
  if (p == end)
    return ByteClass::plain;
  const ByteClass c = byte_class(*p);
  return c == ByteClass::other && quote_class(p, end) != ByteClass::other
             ? ByteClass::plain
             : c;
}

enum class Joint : std::uint8_t { ends, joins, unsure };

// What a mark does between a run of letters and digits and what is after it,
// as words_chain.cpp has it. `size` is the run's, as counted there.
Joint joint(ByteClass mark, char last, std::size_t size, ByteClass after,
            char next) {
  if (after == ByteClass::other)
    return Joint::unsure;
  const bool digits = is_ascii_digit(last) && after == ByteClass::digit;
  const bool letter = after == ByteClass::letter;
  const bool small = letter && !is_ascii_upper(next) && !is_ascii_digit(last);
  bool joins = false;
  switch (mark) {
  case ByteClass::comma:
    joins = digits;
    break;
  case ByteClass::colon:
    joins = digits || small;
    break;
  case ByteClass::apostrophe:
    joins = digits || letter;
    break;
  case ByteClass::hyphen:
    joins = is_run(after);
    break;
  case ByteClass::stop:
    if (!is_ascii_digit(last) && size == 1)
      return Joint::unsure;
    joins = digits || small;
    break;
  default:
    break;
  }
  return joins ? Joint::joins : Joint::ends;
}

} // namespace

ByteClass quote_class(const char *p, const char *end) {
  if (end - p < static_cast<std::ptrdiff_t>(kQuoteBytes) || p[0] != '\xE2' ||
      p[1] != '\x80')
    return ByteClass::other;
  switch (static_cast<unsigned char>(p[2])) {
  case 0x98:
  case 0x99:
    return ByteClass::apostrophe;
  case 0x93:
  case 0x94:
  case 0x9C:
  case 0x9D:
    return ByteClass::plain;
  default:
    return ByteClass::other;
  }
}

AsciiChain::AsciiChain(const char *p, const char *end,
                       const WordOptions &options)
    : begin_(p), end_(p) {
  std::memset(bytes_, 0, StringKey::kInline);
  const char *const to = read(end, options);
  if (to > begin_ && !may_be_email(to, end))
    end_ = to;
}

// The end of the chain, or its begin where the general rules must decide.
const char *AsciiChain::read(const char *end, const WordOptions &options) {
  if (may_be_address(begin_, end))
    return begin_;
  std::size_t run = 0; // letters and digits since the last - or full stop
  for (const char *p = begin_;;) {
    const char *const from = p;
    for (; p < end && is_ascii_word(*p); ++p) {
      if (size_ == kRoom)
        return begin_;
      letter_ = letter_ || is_ascii_letter(*p);
      bytes_[size_++] = ascii_lower(*p);
    }
    run += static_cast<std::size_t>(p - from);
    if (p == end)
      return p;

    ByteClass mark = byte_class(*p);
    const char *after = p + 1;
    if (mark == ByteClass::other) {
      mark = quote_class(p, end);
      after = p + kQuoteBytes;
    }
    if (mark == ByteClass::blank || mark == ByteClass::plain ||
        mark == ByteClass::local)
      return p;
    if (mark >= ByteClass::sign)
      return *p == '#' ? p : begin_;
    const char next = after < end ? *after : '\0';
    const Joint what = joint(mark, p[-1], run, class_after(after, end), next);
    if (what == Joint::ends)
      return p;
    const bool cut = (mark == ByteClass::hyphen &&
                      options.hyphens == WordOptions::Hyphens::split) ||
                     (mark == ByteClass::apostrophe &&
                      options.clitics == WordOptions::Clitics::split);
    if (what == Joint::unsure || cut || size_ == kRoom)
      return begin_;
    bytes_[size_++] = mark == ByteClass::apostrophe ? '\'' : *p;
    if (mark == ByteClass::hyphen || mark == ByteClass::stop)
      run = 0;
    p = after;
  }
}

bool AsciiChain::capital() const {
  const char *p = begin_;
  while (p < end_ && !is_ascii_letter(*p))
    ++p;
  return p < end_ && is_ascii_upper(*p);
}

StringKey AsciiChain::key() const {
  if (size_ > StringKey::kInline)
    return string_key({bytes_, size_});
  StringKey key;
  key.size = size_;
  std::memcpy(&key.low, bytes_, 8);
  std::memcpy(&key.high, bytes_ + 8, 8);
  return key;
}

void fold_token(std::string_view token, std::string &out) {
  out.clear();
  append_folded(token, out);
}

namespace {

// One letter a class, so that a row of the table has 16 bytes.
constexpr auto A = ByteClass::letter;
constexpr auto D = ByteClass::digit;
constexpr auto B = ByteClass::blank;
constexpr auto P = ByteClass::plain;
constexpr auto C = ByteClass::comma;
constexpr auto L = ByteClass::local;
constexpr auto S = ByteClass::stop;
constexpr auto N = ByteClass::colon;
constexpr auto Q = ByteClass::apostrophe;
constexpr auto H = ByteClass::hyphen;
constexpr auto G = ByteClass::sign;
constexpr auto X = ByteClass::special;
constexpr auto O = ByteClass::other;

} // namespace

// clang-format off
const ByteClass kByteClass[256] = {
    P, P, P, P, P, P, P, P, P, B, B, B, B, B, P, P,
    P, P, P, P, P, P, P, P, P, P, P, P, P, P, P, P,
    B, P, P, G, P, L, X, Q, P, P, P, L, C, H, S, P,
    D, D, D, D, D, D, D, D, D, D, N, P, P, P, P, P,
    G, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A,
    A, A, A, A, A, A, A, A, A, A, A, P, P, P, P, X,
    X, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A,
    A, A, A, A, A, A, A, A, A, A, A, P, P, P, P, P,
    O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O,
    O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O,
    O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O,
    O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O,
    O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O,
    O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O,
    O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O,
    O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O,
};
// clang-format on

} // namespace term_detail
} // namespace tritone::text
