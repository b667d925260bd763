// SPDX-License-Identifier: GPL-2.0-or-later
// A word or a number by the news rules: runs of letters and digits, and the
// marks that join them. For words_news.cpp.
#pragma once

#include "base/config.h"
#include "text/words_glyph.h"

#include <cstddef>

namespace tritone::text {
namespace words_detail {

struct Chain {
  const char *end;         // as far as it has been read
  Glyph last;              // its last letter or digit
  std::size_t size = 0;    // letters and digits since the last - or full stop
  bool dotted = false;     // ends in single letters with dots between: U.S
  bool letter = false;     // has a letter
  bool capital = false;    // its first letter is upper case
  bool hyphen = false;     // has a hyphen
  bool apostrophe = false; // has an apostrophe
};

// The longest chain that begins at p, where there is a letter or digit.
Chain read_chain(const char *p, const char *end);

// The end of the letters and digits at p.
const char *run_end(const char *p, const char *end);

// Where the clitic begins in which the word [begin, end) ends: n't 's 're 've
// 'll 'd 'm. `end` where it ends in none or is nothing else.
const char *clitic_begin(const char *begin, const char *end);

// The elided word that [begin, end) begins with, l' d' qu' dell' c' and the
// like of French and Italian before a vowel or h: it ends before its apostrophe
// at `end`, and the next word begins at `next`. Both are `begin` where there is
// none, as in aujourd'hui.
struct Elision {
  const char *end;
  const char *next;
};
Elision elision(const char *begin, const char *end);

} // namespace words_detail
} // namespace tritone::text
