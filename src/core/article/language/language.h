// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "base/config.h"

#include "article/source.h"

#include <cstddef>
#include <string_view>

namespace tritone::article {

struct Language {
  const char *code = ""; // ISO 639-1, "" where the text does not tell
  double score = 0;      // 0 to 1: how far ahead of the second best
};

// How much of a title or a text is read: some 160 words tell.
constexpr std::size_t kLanguageBytes = 1024;

// The language of an article, from the first kLanguageBytes of its text and,
// where they do not tell, of its title too; where the first 320 tell clearly,
// from these. Most letters must be of one script.
// Scripts of one language, or whose languages have letters of their own, tell
// it by letters: Greek, Hebrew, Thai, Hindi, Korean, Chinese and Japanese
// (kana), Arabic, Persian and Urdu, Russian, Ukrainian, Belarusian, Bulgarian,
// Serbian and Macedonian. In Latin script the words of each language that stand
// most often (language_words.h) and letters with marks are counted, each
// divided by the number of languages that have it. Undecided are texts of less
// than four letters or, in Latin script, six words, with few of these words, or
// two languages near each other. The rules look at this article alone; linear
// time in what is read.
Language language_of(const Article &article);

} // namespace tritone::article
