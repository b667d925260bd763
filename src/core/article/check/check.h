// SPDX-License-Identifier: GPL-2.0-or-later
// A look at a collection before any analysis: what is wrong in each article,
// and what several have in common that they should not.
#pragma once

#include "base/config.h"

#include "article/check/faults.h"
#include "article/collection/duplicates.h"
#include "article/language/language.h"
#include "article/source.h"
#include "base/monitor.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace tritone {

struct CheckOptions {
  double near = 0.8;             // similarity from which texts are nearly equal
  std::size_t near_words = 20;   // texts of fewer words are not compared
  std::size_t line_articles = 5; // a line repeats in at least so many articles
  double line_share = 0.005;     // and in this share of all
};

// A finding with its article and its place in characters, 0-based, end
// exclusive.
struct CheckFinding {
  std::size_t article;
  Finding finding;
};

// A line at the beginning or the end of an article's text that stands so in
// many articles.
struct RepeatedLine {
  std::size_t article;
  std::size_t begin; // characters, as above
  std::size_t end;
  std::size_t articles; // in how many it stands; exact repeats count once
};

struct CheckResult {
  std::vector<CheckFinding> findings; // by article
  std::vector<std::uint32_t> words;   // white-space separated, of each text
  std::vector<Language> languages;    // of each article
  std::vector<Repeat> exact;          // later articles with the same text
  std::vector<Repeat> near;           // nearly the same, those of `exact` not
  std::vector<RepeatedLine> lines;    // by article, not those of `exact`
};

// Looks at all articles in two passes (the second over the lines of those that
// repeat some). Texts are the same if their bytes are but for white space at
// their ends. Lines are the first two and the last six of a text that are not
// blank, of 15 to 600 bytes, and equal where letters are (ASCII case, white
// space and figures make no difference). The same for every number of threads.
CheckResult check_articles(const Source &source, const CheckOptions &options,
                           std::size_t threads, Monitor &monitor);

} // namespace tritone
