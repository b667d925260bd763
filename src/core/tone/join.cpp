// SPDX-License-Identifier: GPL-2.0-or-later
// Puts rows of blocks one after the other, and counts from the first of all.
#include "tone/join.h"

#include <iterator>
#include <utility>

namespace tritone::tone {
namespace {

// Takes the room for all rows of one kind at once.
template <class Row>
void reserve(std::vector<Row> ToneScores::*rows,
             const std::vector<std::vector<ToneScores>> &blocks, std::size_t l,
             ToneScores &all) {
  std::size_t n = 0;
  for (const auto &block : blocks)
    n += (block[l].*rows).size();
  (all.*rows).reserve(n);
}

} // namespace

ToneScores join_blocks(std::vector<std::vector<ToneScores>> &blocks,
                       std::size_t l) {
  ToneScores all;
  reserve(&ToneScores::articles, blocks, l, all);
  reserve(&ToneScores::sentences, blocks, l, all);
  reserve(&ToneScores::hits, blocks, l, all);
  reserve(&ToneScores::shifters, blocks, l, all);
  reserve(&ToneScores::pieces, blocks, l, all);
  reserve(&ToneScores::voices, blocks, l, all);
  std::size_t voices = 0; // before the block, in the first lexicon's scores
  for (auto &of_block : blocks) {
    ToneScores &block = of_block[l];
    const std::size_t first = all.sentences.size();
    for (ToneArticle &article : block.articles) {
      article.first_sentence += first;
      all.articles.push_back(article);
    }
    for (ToneHit &hit : block.hits) {
      hit.sentence += first;
      hit.first_shifter += all.shifters.size();
      all.hits.push_back(hit);
    }
    all.sentences.insert(all.sentences.end(), block.sentences.begin(),
                         block.sentences.end());
    all.shifters.insert(all.shifters.end(), block.shifters.begin(),
                        block.shifters.end());
    for (TonePiece &piece : block.pieces) {
      piece.sentence += first;
      if (piece.voice != TonePiece::kNarration)
        piece.voice += voices;
      all.pieces.push_back(piece);
    }
    all.voices.insert(all.voices.end(),
                      std::make_move_iterator(block.voices.begin()),
                      std::make_move_iterator(block.voices.end()));
    voices += of_block[0].voices.size();
    // The voices of the first lexicon count for the others too.
    std::vector<ToneVoice> kept = std::move(block.voices);
    block = ToneScores();
    block.voices = std::move(kept);
  }
  return all;
}

} // namespace tritone::tone
