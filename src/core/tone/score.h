// SPDX-License-Identifier: GPL-2.0-or-later
// The tone of articles and sentences: how contributions of hits become a tone
// and its standard error, and the pass over a source.
#pragma once

#include "article/parts/segments.h"
#include "article/source.h"
#include "base/config.h"
#include "base/monitor.h"
#include "tone/hits.h"
#include "tone/lexicon.h"
#include "tone/pieces.h"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

namespace tritone::tone {

// Tone is sum(c) / (hits + kToneKappa): the mean contribution of the hits,
// drawn towards 0 as if there were that many neutral hits more, so that one
// word does not decide the tone of a text.
constexpr double kToneKappa = 2;
// In [-1, 1]; NaN without a hit.
inline double tone_of(std::int64_t units, std::size_t hits) {
  return hits == 0
             ? std::numeric_limits<double>::quiet_NaN()
             : static_cast<double>(units) /
                   (kUnitsOfOne * (static_cast<double>(hits) + kToneKappa));
}

struct ToneOptions {
  article::Reading reading;
  bool keep_hits = false;     // fill ToneScores::hits
  bool keep_shifters = false; // and ToneScores::shifters
  PieceOptions pieces;        // fill ToneScores::pieces
  // Words, folded, that are names in this collection: with a capital they are
  // no hits, even at the beginning of a sentence.
  std::vector<std::string> names;
};

// A sentence that was read. Offsets are bytes of the article's title or text.
struct ToneSentence {
  std::size_t article;
  std::uint32_t begin;
  std::uint32_t end;
  std::uint32_t words; // tokens of kind word
  std::uint32_t hits;
  std::int64_t units; // the sum of the contributions of its hits
  bool in_title;
  // The same for sentences of the same tokens, whatever the blanks and marks
  // between them. 0 where no lexicon has a hit, unless there are pieces.
  std::uint64_t key;

  double sum() const { return from_units(units); }
};

struct ToneArticle {
  std::size_t first_sentence =
      0; // its sentences are first .. first + count - 1
  std::size_t sentences = 0;
  std::size_t words = 0;
  std::size_t hits = 0;
  std::int64_t units = 0;                                 // over its sentences
  double tone = std::numeric_limits<double>::quiet_NaN(); // NaN without a hit
  // The standard error of the tone as a ratio estimator clustered by sentence:
  // with e = sum - tone * hits of each of its n sentences,
  //   sqrt(n / (n - 1) * sum((e - mean(e))^2)) / (hits + kToneKappa)
  // (Cochran 1977, Sampling Techniques, chapter 6); a sentence that is repeated
  // is one of them. NaN without a hit and unless two sentences differ in their
  // hits or sum: like sentences do not say how much a tone may vary.
  double se = std::numeric_limits<double>::quiet_NaN();

  double sum() const { return from_units(units); }
};

struct ToneScores {
  std::vector<ToneArticle> articles;   // one an article of the source
  std::vector<ToneSentence> sentences; // by article, in reading order
  std::vector<ToneHit> hits;           // by sentence, in reading order
  std::vector<ToneShifter> shifters;   // by hit
  std::vector<TonePiece> pieces;       // by sentence, in reading order
  std::vector<ToneVoice> voices;       // of the first lexicon's scores only
};

// The tone of every article and sentence by each lexicon, in one pass over the
// source.
//
// A title is one sentence, texts have those of news_sentences(). In a sentence
// the longest entry of the lexicon wins, then the search goes on after it, so
// hits never overlap; a match that is_name() takes for a name is passed over,
// and so is an entry of valence 0. Shifters are found in the same way and apart
// from the entries, so with no shifters in the lexicon, or none in the text,
// every product is 1. A pair (tone/pairs.h) takes the place of the entries that
// share words with it. A missing article has no sentence. The same bits for
// every number of threads. Throws limit_error for a title or text of 4 GiB or
// more.
std::vector<ToneScores>
tone_scores(const article::Source &source,
            const std::vector<const Lexicon *> &lexicons,
            const ToneOptions &options, std::size_t threads, Monitor &monitor);

// The same by block, for callers that copy rows anyway: scores[b][l] are those
// of block b of the source by lexicon l. Their articles are numbered as in the
// source; indices of sentences, voices, hits and shifters count from the
// block's first. Voices are in the scores of the first lexicon.
using BlockScores = std::vector<std::vector<ToneScores>>;
BlockScores tone_blocks(const article::Source &source,
                        const std::vector<const Lexicon *> &lexicons,
                        const ToneOptions &options, std::size_t threads,
                        Monitor &monitor);

// The same for one lexicon.
ToneScores tone_score(const article::Source &source, const Lexicon &lexicon,
                      const ToneOptions &options, std::size_t threads,
                      Monitor &monitor);

} // namespace tritone::tone
