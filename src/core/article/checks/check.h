// SPDX-License-Identifier: GPL-2.0-or-later
// The check of a collection before it is analysed: what is wrong in each
// article, and what several have in common that they should not.
#pragma once

#include "base/config.h"

#include "article/checks/finding.h"
#include "article/collection/repeats.h"
#include "article/language/language.h"
#include "article/source.h"
#include "base/monitor.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace tritone::article {

struct CheckOptions {
  double near = 0.8;             // similarity from which texts are nearly equal
  std::size_t near_words = 20;   // texts of fewer words are not compared
  std::size_t line_articles = 5; // min articles that a repeated line has
  double line_share = 0.005;     // and min share of all articles
};

// A finding with its article and its place in characters, 0-based, end
// exclusive.
struct CheckFinding {
  std::size_t article;
  Finding finding;
};

// A line at the beginning or the end of an article's text that many articles
// have there: what article/collection/standing_lines.h finds and the parts of
// the article leave out.
struct RepeatedLine {
  std::size_t article;
  std::size_t begin; // characters, as above
  std::size_t end;
  std::size_t articles; // that have it; those with the same text count once
};

struct CheckResult {
  std::vector<CheckFinding> findings; // by article
  std::vector<std::uint32_t> words;   // of each text, separated by white space
  std::vector<Language> languages;    // of each article
  std::vector<Repeat> exact;          // later articles with the same text
  std::vector<Repeat> near;        // nearly the same, without those of `exact`
  std::vector<RepeatedLine> lines; // by article
};

// Checks all articles in two passes (the second over those that have a repeated
// line). Two texts are the same if their bytes are, apart from white space at
// the ends. The same for every number of threads.
CheckResult check_articles(const Source &source, const CheckOptions &options,
                           std::size_t threads, Monitor &monitor);

} // namespace tritone::article
