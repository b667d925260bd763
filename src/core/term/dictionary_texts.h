// SPDX-License-Identifier: GPL-2.0-or-later
// Counts of the categories of a dictionary straight from texts.
#pragma once

#include "article/parts/segments.h"
#include "article/source.h"
#include "base/config.h"
#include "base/monitor.h"
#include "term/dictionary.h"
#include "text/words.h"

#include <cstddef>
#include <string>
#include <vector>

namespace tritone::term {

struct DictionaryTexts {
  text::WordOptions words;
  article::Reading reading;
  // Words and patterns (text/pattern.h) that are holes, in any spelling.
  std::vector<std::string> remove;
};

// What count_categories() gives for the tokens of term_tokens(), in one pass
// and without keeping tokens: `words` are the words and patterns of the
// entries, and Dictionary::fits is not read. Where sentences end is asked only
// of stretches of text in which an entry may lie over more than a blank, so
// that most texts cost what counting them costs. The same for every number of
// threads. Throws input_error where numbers are out of range.
Columns count_categories(const article::Source &source,
                         const DictionaryTexts &options,
                         const std::vector<std::string> &words,
                         const Dictionary &dictionary, std::size_t threads,
                         Monitor &monitor);

} // namespace tritone::term
