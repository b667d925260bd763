// SPDX-License-Identifier: GPL-2.0-or-later
// The language of an article, by its script, its letters and its frequent
// words.
#pragma once

#include "base/config.h"

#include "article/source.h"

#include <cstddef>
#include <string_view>

namespace tritone::article {

struct Language {
  const char *code = ""; // ISO 639-1, "" if undecided
  double score = 0;      // 0 to 1: how far ahead of the second best
};

// Max bytes of a title or text that are read: some 160 words are enough.
constexpr std::size_t kLanguageBytes = 1024;

// The language of an article, decided from the first 320 bytes of its text if
// they are clear, else from kLanguageBytes of it, else from its title too. Most
// letters must be of one script. Letters decide in scripts of one language, or
// whose languages have letters of their own: Greek, Hebrew, Thai, Hindi,
// Korean, Chinese and Japanese (kana), Arabic, Persian and Urdu, Russian,
// Ukrainian, Belarusian, Bulgarian, Serbian and Macedonian. In Latin script the
// most frequent words of each language (language_words.h) and letters with
// marks are counted, each divided by the number of languages that have it.
// Texts remain undecided that have fewer than four letters or, in Latin script,
// fewer than six words, that have few of these words, or that fit two languages
// about equally. The rules look at this article alone; linear time in what is
// read.
Language language_of(const Article &article);

} // namespace tritone::article
