// SPDX-License-Identifier: GPL-2.0-or-later
// Sentences cut by voice and part, so that the tone of a voice or part is a sum
// over pieces.
#pragma once

#include "article/parts/parts.h"
#include "article/source.h"
#include "article/voices/voices.h"
#include "base/config.h"
#include "tone/clauses.h"
#include "tone/sentence.h"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

namespace tritone::tone {

// What sentences are cut by.
struct PieceOptions {
  bool voices = false;
  bool parts = false;
  bool speakers = false; // name the speakers of voices

  bool any() const { return voices || parts; }
};

// A stretch of an article in somebody else's voice, as find_voices() gives it,
// or, where nobody asked for speakers, find_voice_spans().
struct ToneVoice {
  std::size_t article;
  article::VoiceSpan span;
  // In single blanks; empty where the text does not say, or nobody asked.
  std::string speaker;
};

// Tokens of one sentence that follow each other, in one voice and part: a token
// is where its first character is, and a hit counts where its first character
// is, whatever voice the words have that shift it. The pieces of a sentence add
// up to it.
struct TonePiece {
  static constexpr std::size_t kNarration = static_cast<std::size_t>(-1);

  std::size_t sentence; // index into ToneScores::sentences
  std::size_t voice;    // index into ToneScores::voices, or kNarration
  std::int64_t units;   // the sum of the contributions of its hits
  std::uint32_t begin;  // bytes of the title or text
  std::uint32_t end;
  std::uint32_t words;
  std::uint32_t hits;
  article::Part part; // headline in titles, else body unless cut by part
};

// Cuts the sentences of one article after the other. Keeps scratch space, so
// one for each thread.
class PieceCutter {
public:
  explicit PieceCutter(const PieceOptions &options) : options_(options) {}

  // Finds the voices and parts of the articles of a block, and adds the voices
  // to `voices`, which must stay as they are until the block is cut. All
  // articles at once: what this needs in the processor's caches is not what
  // scoring needs.
  void begin_block(const article::ArticleBlock &block,
                   const article::Known *known, std::vector<ToneVoice> &voices);

  // What is cut from here on is article `i` of the block, a later one than
  // before.
  void begin_article(std::size_t i);

  // The parts of that article, as find_parts() gives them.
  const article::PartSpan *parts() const {
    return block_parts_.data() + first_part_;
  }
  std::size_t n_parts() const { return last_part_ - first_part_; }

  // Finds the pieces of a sentence, the next one of the article. `begin` is
  // where the text of the tokens begins in the title or text.
  void cut(const SentenceTokens &tokens, std::size_t begin,
           std::size_t sentence);

  // Adds these pieces to `out`, with the hits that `scorer` has found.
  void append(const SentenceScorer &scorer, const SentenceTokens &tokens,
              std::size_t begin, std::vector<TonePiece> &out) const;

private:
  // The voice and part of a token, the same for all that begin before `end`:
  // at first those of a title.
  struct Place {
    std::size_t voice = TonePiece::kNarration;
    article::Part part = article::Part::headline;
    std::size_t end = std::numeric_limits<std::size_t>::max();
  };

  // Of a token that begins at byte `at` of the text, after the last one.
  Place place_of(std::size_t at);

  PieceOptions options_;
  article::VoiceScratch voice_scratch_;
  const std::vector<ToneVoice> *voices_ = nullptr; // of the block
  std::vector<article::PartSpan> block_parts_;
  std::vector<std::size_t> part_ends_; // by article of the block
  std::size_t first_article_ = 0;      // of the block
  std::size_t article_ = 0;
  std::size_t next_voice_ = 0; // the one that ends after the last token
  std::size_t first_part_ = 0; // of the article
  std::size_t next_part_ = 0;
  std::size_t last_part_ = 0; // after the article's
  std::vector<TonePiece> pieces_;
};

} // namespace tritone::tone
