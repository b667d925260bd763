// SPDX-License-Identifier: GPL-2.0-or-later
// The methods of other packages on the user's own lexicon, to compare results
// with theirs: what each does and, where asked for, its known errors too.
#pragma once

#include "article/parts/segments.h"
#include "article/source.h"
#include "base/config.h"
#include "base/monitor.h"
#include "tone/lexicon.h"

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tritone::tone {

enum class ToneMethod : std::uint8_t { plain, vader, sentimentr, sentometrics };

// sentometrics: what shifters do, and how hits are weighed within a text.
enum class MethodShifters : std::uint8_t { unigrams, bigrams, clusters };
enum class MethodWeighting : std::uint8_t {
  counts,
  proportional,
  proportional_pol,
  proportional_square_root,
  u_shaped,
  inverse_u_shaped,
  exponential,
  inverse_exponential
};

struct MethodOptions {
  ToneMethod method = ToneMethod::plain;
  bool bugs = false; // the known errors too
  MethodShifters shifters = MethodShifters::bigrams;
  MethodWeighting weighting = MethodWeighting::counts;
  article::Reading reading;
};

// Words of a lexicon and its shifters by their form.
class MethodLexicon {
public:
  MethodLexicon(const std::vector<LexiconEntry> &entries,
                const std::vector<Shifter> &shifters);

  // The valence of a word or, words divided by one blank, an expression.
  const double *valence(const std::string &form) const {
    const auto at = entries_.find(form);
    return at == entries_.end() ? nullptr : &at->second;
  }
  const Shifter *shifter(const std::string &form) const {
    const auto at = shifters_.find(form);
    return at == shifters_.end() ? nullptr : &at->second;
  }
  bool is(const std::string &form, ShifterKind kind) const {
    const Shifter *at = shifter(form);
    return at != nullptr && at->kind == kind;
  }
  // The number of words of the longest expression.
  std::size_t max_words() const { return max_words_; }

private:
  std::unordered_map<std::string, double> entries_;
  std::unordered_map<std::string, Shifter> shifters_; // four kinds only
  std::size_t max_words_ = 1;
};

struct MethodScore {
  double score = std::numeric_limits<double>::quiet_NaN(); // NaN: no hit
  std::size_t words = 0;
  std::size_t hits = 0;
  double positive = 0; // of VADER: shares of the text
  double neutral = 0;
  double negative = 0;
};

// VADER's compound (Hutto & Gilbert 2014): negators within three words, words
// that boost or dampen, capitals, ! and ?, "but". Its errors: a token is not
// stripped of marks when two characters would be left, only marks of ASCII are
// stripped and curly apostrophes not seen, "so" and "this" strengthen without a
// "never" before them, expressions count from the fourth word on and reach over
// what follows them, and the rule of "but" confuses equal values.
MethodScore score_vader(std::string_view text, const MethodLexicon &lexicon,
                        bool bugs);

// sentimentr: in windows of 5 words before and 2 after a word, cut at , ; :
// negators turn by parity, amplifiers weigh .8 each, adversatives .25; a
// sentence is divided by the root of its words, sentences are averaged with
// zeros weighing less. Its errors: a pause lifts the limit of the window, an
// adversative adds 1 more and after the word leaves a thousandth, curly
// apostrophes and hyphens cut words.
MethodScore score_sentimentr(std::string_view text,
                             const MethodLexicon &lexicon, bool bugs);

// sentometrics: single words, with the shifter directly before them (bigrams),
// or in clusters of 4 words before and 2 after; how hits are weighed by place.
// Its errors: bigrams reach over the ends of sentences, one word after each
// cluster is never looked at, weights are divided by those of the hits alone,
// and curly apostrophes are not seen.
MethodScore score_sentometrics(std::string_view text,
                               const MethodLexicon &lexicon,
                               const MethodOptions &options);

// The sum of the valences of the longest matches, divided by the words.
MethodScore score_plain(std::string_view text, const MethodLexicon &lexicon);

// One score for each article, whose segments are read as one text. The same
// bits for every number of threads.
std::vector<MethodScore> method_scores(const article::Source &source,
                                       const MethodLexicon &lexicon,
                                       const MethodOptions &options,
                                       std::size_t threads, Monitor &monitor);

namespace method_detail {

inline bool is_ascii_mark(char c) {
  return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') ||
         (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
}

// The longest expression or word that begins at `from`, as its number of words;
// 0 where there is none.
std::size_t longest_entry(const std::vector<std::string> &words,
                          std::size_t from, const MethodLexicon &lexicon,
                          double &valence);

} // namespace method_detail
} // namespace tritone::tone
