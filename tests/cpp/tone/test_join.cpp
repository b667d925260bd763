// SPDX-License-Identifier: GPL-2.0-or-later
// Rows of blocks count from the first of all.
#include "tone/join.h"

#include <doctest/doctest.h>

#include <vector>

using namespace tritone::tone;

TEST_CASE("tone join: rows of later blocks are moved on") {
  std::vector<std::vector<ToneScores>> blocks(2, std::vector<ToneScores>(2));
  for (std::size_t b = 0; b < 2; ++b) {
    blocks[b][0].voices.resize(3);
    for (ToneScores &one : blocks[b]) {
      one.articles.resize(1);
      one.articles[0].sentences = 2;
      one.sentences.resize(2);
      one.sentences[0].article = one.sentences[1].article = b;
      ToneHit hit{};
      hit.sentence = 1;
      one.hits.push_back(hit);
      one.shifters.resize(4);
      TonePiece piece{};
      piece.sentence = 1;
      piece.voice = 2;
      one.pieces.push_back(piece);
      piece.voice = TonePiece::kNarration;
      one.pieces.push_back(piece);
    }
  }
  for (std::size_t l = 0; l < 2; ++l) {
    CAPTURE(l);
    const ToneScores all = join_blocks(blocks, l);
    REQUIRE(all.articles.size() == 2);
    CHECK(all.articles[1].first_sentence == 2);
    CHECK(all.sentences[3].article == 1);
    CHECK(all.hits[1].sentence == 3);
    CHECK(all.hits[1].first_shifter == 4);
    CHECK(all.pieces[2].sentence == 3);
    CHECK(all.pieces[0].voice == 2);
    CHECK(all.pieces[2].voice == 5);
    CHECK(all.pieces[3].voice == TonePiece::kNarration);
    CHECK(all.voices.size() == (l == 0 ? 6 : 0));
  }
}
