// SPDX-License-Identifier: GPL-2.0-or-later
// Walks along tokens, voices and parts at once.
#include "tone/pieces.h"

#include "text/space.h"
#include "tone/hits.h"

#include <algorithm>

namespace tritone::tone {

void PieceCutter::begin_block(const article::ArticleBlock &block,
                              const article::Known *known,
                              std::vector<ToneVoice> &voices) {
  voices_ = &voices;
  next_voice_ = voices.size();
  first_article_ = block.first;
  block_parts_.clear();
  part_ends_.clear();
  for (std::size_t i = 0; i < block.articles.size(); ++i) {
    const std::string_view text = block.articles[i].text;
    voice_scratch_.spans.clear();
    if (options_.voices && options_.speakers) // which finds the parts first
      article::find_voices(text, voice_scratch_, known);
    else if (options_.voices)
      article::find_voice_spans(text, voice_scratch_, known);
    else
      article::find_parts(text, voice_scratch_.parts, known);
    const std::vector<article::PartSpan> &parts = voice_scratch_.parts.parts;
    block_parts_.insert(block_parts_.end(), parts.begin(), parts.end());
    part_ends_.push_back(block_parts_.size());
    for (const article::VoiceSpan &span : voice_scratch_.spans) {
      const text::Span name = span.speaker.name;
      const bool named =
          options_.speakers && span.mention.begin < span.mention.end;
      voices.push_back({block.first + i, span,
                        named ? text::collapse_space(text.substr(
                                    name.begin, name.end - name.begin))
                              : std::string()});
    }
  }
}

void PieceCutter::begin_article(std::size_t i) {
  first_part_ = next_part_ = i == 0 ? 0 : part_ends_[i - 1];
  last_part_ = part_ends_[i];
  article_ = first_article_ + i;
  while (next_voice_ < voices_->size() &&
         (*voices_)[next_voice_].article < article_)
    ++next_voice_;
}

void PieceCutter::cut(const SentenceTokens &tokens, std::size_t begin,
                      std::size_t sentence) {
  pieces_.clear();
  std::size_t same = 0; // before this byte voice and part are the last piece's
  for (std::size_t t = 0; t < tokens.count; ++t) {
    const std::size_t at = begin + tokens.token[t].begin;
    if (at >= same) {
      const Place place = tokens.in_title ? Place() : place_of(at);
      same = place.end;
      if (pieces_.empty() || pieces_.back().voice != place.voice ||
          pieces_.back().part != place.part) {
        TonePiece piece{};
        piece.sentence = sentence;
        piece.voice = place.voice;
        piece.part = place.part;
        piece.begin = static_cast<std::uint32_t>(at);
        pieces_.push_back(piece);
      }
    }
    pieces_.back().end =
        static_cast<std::uint32_t>(begin + tokens.token[t].end);
    pieces_.back().words += tokens.token[t].kind == text::TokenKind::word;
  }
}

PieceCutter::Place PieceCutter::place_of(std::size_t at) {
  Place place;
  place.part = article::Part::body;
  const auto in_voice = [&] {
    return next_voice_ < voices_->size() &&
           (*voices_)[next_voice_].article == article_;
  };
  while (in_voice() && (*voices_)[next_voice_].span.end <= at)
    ++next_voice_;
  if (in_voice()) {
    const article::VoiceSpan &span = (*voices_)[next_voice_].span;
    const bool inside = span.begin <= at;
    if (inside)
      place.voice = next_voice_;
    place.end = inside ? span.end : span.begin;
  }
  if (!options_.parts)
    return place;
  while (next_part_ < last_part_ && block_parts_[next_part_].end <= at)
    ++next_part_;
  if (next_part_ < last_part_) {
    const article::PartSpan &span = block_parts_[next_part_];
    const bool inside = span.begin <= at;
    if (inside)
      place.part = span.part;
    place.end = std::min(place.end, inside ? span.end : span.begin);
  }
  return place;
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
