// SPDX-License-Identifier: GPL-2.0-or-later
// All tokens of a collection with their places.
#pragma once

#include "article/parts/segments.h"
#include "article/source.h"
#include "base/config.h"
#include "base/monitor.h"
#include "base/string_table.h"
#include "text/words.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace tritone::term {

struct TokensOptions {
  text::WordOptions words;
  article::Reading reading;
  bool sentences = true; // fill Tokens::sentence and stretch
  bool places = true;    // fill Tokens::begin, end and in_title
};

// The tokens of a collection in reading order; vectors of one entry a token,
// those not asked for are empty.
struct Tokens {
  StringTable types; // folded forms, in the order of their first occurrence
  // Article d has the tokens first[d] .. first[d + 1] - 1.
  std::vector<std::int64_t> first{0};
  std::vector<std::int32_t> type; // 0-based index into types
  // The number of its sentence in the article, from 1. A title that is not
  // blank is one sentence; what n-grams and phrases must not cross has
  // different numbers on both sides.
  std::vector<std::int32_t> sentence;
  // The number of its stretch in the article, from 1: it changes where the
  // sentence does and where a mark lies between two tokens (text/gaps.h).
  std::vector<std::int32_t> stretch;
  std::vector<std::int32_t> begin; // characters of the title or text, 0-based
  std::vector<std::int32_t> end;   // one past the last
  std::vector<std::uint8_t> in_title;
};

// The tokens of all articles, in one pass over the source. Sentences follow the
// rules of the words: those of news_sentences() or, under WordRules::uax29, of
// uax29_sentences(). A missing article has no tokens. The same for every number
// of threads. Throws limit_error for more than 2^31 - 1 types or a title or
// text of 2 GiB or more.
Tokens term_tokens(const article::Source &source, const TokensOptions &options,
                   std::size_t threads, Monitor &monitor);

} // namespace tritone::term
