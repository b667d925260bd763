// SPDX-License-Identifier: GPL-2.0-or-later
// Words and patterns that a user writes, and how they are compared with terms.
// Every verb that takes words (contexts, seeds, words to keep or to remove,
// phrases, lexicon entries) comes here, so that all give the same answer.
#pragma once

#include "base/config.h"
#include "base/string_table.h"
#include "text/words.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tritone::text {

// The form in which a word or an expression is compared: folded as terms are
// (text/fold.h), without blanks at its ends and with one blank for each run of
// blanks inside. The form of a form is the same.
std::string pattern_form(std::string_view written);

// Is a word a pattern, with * for any number of characters and ? for one? It
// has such a mark and a letter or digit beside it: a mark alone is punctuation.
bool is_glob(std::string_view word);

// Of a word compared with terms: a * alone is a pattern too.
bool is_pattern(std::string_view form);

// Does the pattern fit the whole of the word? Both folded. Takes at most the
// product of the two sizes, however many stars there are.
bool glob_matches(std::string_view glob, std::string_view word);

// The words of an expression as they are looked up in texts that are cut under
// `options`: its tokens, folded. Where a letter or digit is beside a * or a
// ?, what lies between blanks is one word, a pattern. `letter`, if given, says
// whether there is a word with a letter or a pattern.
std::vector<std::string> pattern_words(std::string_view expression,
                                       const WordOptions &options,
                                       bool *letter = nullptr);

// A set of words and patterns, to ask of one folded term after the other.
// Words cost one look-up however many there are; a pattern is only tried where
// the term has its beginning. A * alone fits every term.
class PatternSet {
public:
  // In any spelling; `globs` false takes * and ? as they are.
  explicit PatternSet(const std::vector<std::string> &written,
                      bool globs = true);

  bool empty() const { return words_.size() == 0 && globs_.empty(); }
  bool has_globs() const { return !globs_.empty(); }
  bool matches(std::string_view folded) const;

  // The words that are no patterns, in their form.
  const StringTable &words() const { return words_; }

private:
  StringTable words_;
  StringTable starts_; // what comes before the first wildcard of patterns
  std::vector<std::vector<std::string>> globs_; // by start
};

// The same for who must know which of them a term fits.
class PatternFinder {
public:
  // In any spelling.
  explicit PatternFinder(const std::vector<std::string> &written);

  // Appends the places in `written` of all that fit the term, rising.
  void find(std::string_view folded, std::vector<std::uint32_t> &out) const;

private:
  struct Glob {
    std::string form;
    std::uint32_t place;
  };
  StringTable words_;
  std::vector<std::vector<std::uint32_t>> places_; // by word
  StringTable starts_; // what comes before the first wildcard of patterns
  std::vector<std::vector<Glob>> globs_; // by start
};

// One term that a pattern fits.
struct PatternMatch {
  std::uint32_t pattern;
  std::uint32_t term;
};

// All pairs of a pattern and a term that it fits, by pattern, then by term.
// Both are compared in their form. A pattern of several words also fits the
// term in which these words are joined by one of the characters _ + ~ | = & #
// ^, as in the names of n-grams and compounds; there a * stays inside its word.
// Linear in the terms and the words; each glob is tried on the terms that begin
// as it does.
std::vector<PatternMatch>
match_patterns(const std::vector<std::string> &patterns,
               const std::vector<std::string> &terms, bool globs = true);

} // namespace tritone::text
