// SPDX-License-Identifier: GPL-2.0-or-later
// What a collection teaches about its articles.
#pragma once

#include "article/collection/acronyms.h"
#include "article/collection/standing_lines.h"
#include "article/parts/parts.h"
#include "article/source.h"
#include "base/config.h"
#include "base/monitor.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace tritone::article {

// How a word is written where nothing but itself asks for a capital: inside a
// sentence of a text, not directly behind a quotation mark, and not in a
// sentence without small letters.
struct WordCase {
  std::string word;          // folded, without a final 's
  std::uint64_t inside = 0;  // times it stands so
  std::uint64_t capital = 0; // of them with a capital
};

// A word with one hyphen between letters, and how often it stands so, without
// the hyphen, and with a line end behind the hyphen.
struct HyphenForm {
  std::string word; // folded
  std::uint64_t hyphenated = 0;
  std::uint64_t joined = 0;
  std::uint64_t broken = 0;
};

struct ProfileOptions {
  Reading reading;                 // what is read for words and hyphens
  std::uint64_t least = 5;         // times a word must stand inside sentences
  std::uint64_t line_articles = 5; // a line is in at least so many articles
  double line_share = 0.005;       // and in this share of all
};

struct Profile {
  std::vector<WordCase> words; // by their bytes
  std::vector<StandingLine> lines;
  std::vector<AcronymCount> acronyms;
  // Those of which more than one way of writing stands somewhere, or which a
  // line end divides; by their bytes.
  std::vector<HyphenForm> hyphens;
};

// Learns all of it in one pass over the blocks, and a second one for the texts
// of the lines that were found. Lines and acronyms are those of whole texts.
// The same for every number of threads and every order of the articles.
Profile learn(const Source &source, const ProfileOptions &options,
              std::size_t threads, Monitor &monitor);

} // namespace tritone::article
