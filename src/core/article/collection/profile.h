// SPDX-License-Identifier: GPL-2.0-or-later
// The profile of a collection: its names, repeated lines, hyphenated words and
// acronyms, which help to read each of its articles.
#pragma once

#include "article/collection/acronyms.h"
#include "article/collection/standing_lines.h"
#include "article/parts/segments.h"
#include "article/source.h"
#include "base/config.h"
#include "base/monitor.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace tritone::article {

// How a word is written where only the word itself can call for a capital:
// inside a sentence of a text, not directly after a quotation mark, and not in
// a sentence without small letters.
struct WordCase {
  std::string word;          // folded, without a final 's
  std::uint64_t inside = 0;  // times it occurs so
  std::uint64_t capital = 0; // of them with a capital
};

// A word with one hyphen between letters, and how often it is written so,
// without the hyphen, and with a line end after the hyphen.
struct HyphenForm {
  std::string word; // folded
  std::uint64_t hyphenated = 0;
  std::uint64_t joined = 0;
  std::uint64_t broken = 0;
};

struct ProfileOptions {
  Reading reading;                 // the parts read for words and hyphens
  std::uint64_t least = 5;         // min times a word is inside sentences
  std::uint64_t line_articles = 5; // min articles that a line is in
  double line_share = 0.005;       // and min share of all articles
};

struct Profile {
  std::vector<WordCase> words; // by their bytes
  std::vector<StandingLine> lines;
  std::vector<AcronymCount> acronyms;
  // Those that are written in more than one way, or that a line end divides; by
  // their bytes.
  std::vector<HyphenForm> hyphens;
};

// Learns all of it in one pass over the blocks, and reads in a second one the
// texts of the lines that were found. Lines and acronyms are those of whole
// texts.
// The same for every number of threads and every order of the articles.
Profile learn(const Source &source, const ProfileOptions &options,
              std::size_t threads, Monitor &monitor);

} // namespace tritone::article
