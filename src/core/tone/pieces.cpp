// SPDX-License-Identifier: GPL-2.0-or-later
// Walks along tokens, voices and parts at once.
#include "tone/pieces.h"

#include "text/space.h"
#include "tone/hits.h"

#include <algorithm>

namespace tritone::tone {

void PieceCutter::begin_article(const article::Article &article,
                                std::size_t index, const article::Known *known,
                                std::vector<ToneVoice> &voices) {
  first_voice_ = voices.size();
  next_voice_ = 0;
  next_part_ = 0;
  voice_scratch_.spans.clear();
  part_scratch_.parts.clear();
  if (options_.voices)
    article::find_voices(article.text, voice_scratch_, known);
  if (options_.parts)
    article::find_parts(article.text, part_scratch_, known);
  for (const article::VoiceSpan &span : voice_scratch_.spans) {
    const text::Span name = span.speaker.name;
    const bool named = span.mention.begin < span.mention.end;
    voices.push_back({index, span,
                      named ? text::collapse_space(article.text.substr(
                                  name.begin, name.end - name.begin))
                            : std::string()});
  }
}

void PieceCutter::cut(const SentenceTokens &tokens, std::size_t begin,
                      std::size_t sentence) {
  pieces_.clear();
  const auto &spans = voice_scratch_.spans;
  const auto &parts = part_scratch_.parts;
  for (std::size_t t = 0; t < tokens.count; ++t) {
    const std::size_t at = begin + tokens.token[t].begin;
    std::size_t voice = TonePiece::kNarration;
    article::Part part =
        tokens.in_title ? article::Part::headline : article::Part::body;
    if (!tokens.in_title) {
      while (next_voice_ < spans.size() && spans[next_voice_].end <= at)
        ++next_voice_;
      if (next_voice_ < spans.size() && spans[next_voice_].begin <= at)
        voice = first_voice_ + next_voice_;
      while (next_part_ < parts.size() && parts[next_part_].end <= at)
        ++next_part_;
      if (next_part_ < parts.size() && parts[next_part_].begin <= at)
        part = parts[next_part_].part;
    }
    if (pieces_.empty() || pieces_.back().voice != voice ||
        pieces_.back().part != part) {
      TonePiece piece{};
      piece.sentence = sentence;
      piece.voice = voice;
      piece.part = part;
      piece.begin = static_cast<std::uint32_t>(at);
      pieces_.push_back(piece);
    }
    pieces_.back().end =
        static_cast<std::uint32_t>(begin + tokens.token[t].end);
    pieces_.back().words += tokens.token[t].kind == text::TokenKind::word;
  }
}

void PieceCutter::append(const SentenceScorer &scorer,
                         const SentenceTokens &tokens, std::size_t begin,
                         std::vector<TonePiece> &out) const {
  const auto first = static_cast<std::ptrdiff_t>(out.size());
  out.insert(out.end(), pieces_.begin(), pieces_.end());
  for (std::size_t h = 0; h < scorer.hits().size(); ++h) {
    const FoundHit &hit = scorer.hits()[h];
    if (scorer.shifted()[h].dropped)
      continue;
    const std::size_t at = begin + tokens.token[hit.first()].begin;
    // The last piece that begins at or before the hit.
    const auto next =
        std::upper_bound(out.begin() + first, out.end(), at,
                         [](std::size_t byte, const TonePiece &piece) {
                           return byte < piece.begin;
                         });
    TonePiece &piece = *(next - 1);
    ++piece.hits;
    piece.units += contribution(hit.valence, scorer.shifted()[h].product);
  }
}

} // namespace tritone::tone
