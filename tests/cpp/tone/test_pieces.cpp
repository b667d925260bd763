// SPDX-License-Identifier: GPL-2.0-or-later
// Sentences cut by voice and part, and that nothing is lost in it.
#include "tone/pieces.h"

#include "tone/score.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace tritone;
using namespace tritone::article;
using namespace tritone::tone;

namespace {

const Lexicon &lexicon() {
  static const Lexicon made(
      {{"good", 2}, {"bad", -2}, {"war", -3}},
      {{"not", ShifterKind::negator}, {"very", ShifterKind::amplifier}});
  return made;
}

std::vector<ToneScores> score(const std::vector<Article> &articles,
                              PieceOptions pieces, std::size_t threads = 1,
                              std::size_t lexicons = 1) {
  ToneOptions options;
  options.pieces = pieces;
  NullMonitor monitor;
  return tone_scores(MemorySource(articles, 1 << 8),
                     std::vector<const Lexicon *>(lexicons, &lexicon()),
                     options, threads, monitor);
}

Article article_of(std::string_view title, std::string_view text) {
  Article out;
  out.title = title;
  out.text = text;
  return out;
}

const char *const kText =
    "The day was bad. “It was a good day,” said Ida Holm, a trader. She said "
    "that the war was bad.\n\nThe road is not very good.";

std::vector<Article> collection(std::vector<std::string> &texts) {
  for (std::size_t i = 0; i < 60; ++i) {
    std::string text;
    for (std::size_t j = 0; j < i % 5; ++j)
      text += std::string(kText) + (j % 2 ? "\n\n" : " ");
    texts.push_back(text);
  }
  std::vector<Article> articles;
  for (const std::string &text : texts)
    articles.push_back(article_of("A good war", text));
  return articles;
}

} // namespace

TEST_CASE("tone pieces: each voice has its words and hits") {
  const auto scores =
      score({article_of("Very good", kText)}, PieceOptions{true, false, true});
  const ToneScores &one = scores[0];
  REQUIRE(one.voices.size() == 2);
  CHECK(one.voices[0].speaker == "Ida Holm");
  const auto nameless =
      score({article_of("Very good", kText)}, PieceOptions{true, false});
  CHECK(nameless[0].voices[0].speaker.empty());
  CHECK(one.voices[0].span.voice == Voice::direct);
  CHECK(one.voices[1].span.voice == Voice::reported);
  std::vector<std::size_t> hits(3);
  std::vector<std::size_t> words(3);
  std::vector<std::int64_t> units(3);
  for (const TonePiece &piece : one.pieces) {
    const std::size_t v =
        piece.voice == TonePiece::kNarration ? 2 : piece.voice;
    hits[v] += piece.hits;
    words[v] += piece.words;
    units[v] += piece.units;
  }
  CHECK(hits == std::vector<std::size_t>{1, 2, 3});
  CHECK(words[0] == 5);
  CHECK(units[0] == contribution(2, 1));
  CHECK(units[1] == contribution(-3, 1) + contribution(-2, 1));
  CHECK(one.pieces[0].part == Part::headline);
  CHECK(one.pieces[1].part == Part::body);
}

TEST_CASE("tone pieces: parts divide as find_parts() does") {
  const std::string text =
      "TARSK, March 3 (HPA) — The day was bad.\n\nThe road is good.";
  const auto scores = score({article_of("", text)}, PieceOptions{false, true});
  std::vector<Part> parts;
  for (const TonePiece &piece : scores[0].pieces)
    parts.push_back(piece.part);
  CHECK(parts == std::vector<Part>{Part::dateline, Part::lead, Part::body});
  CHECK(scores[0].voices.empty());
}

TEST_CASE("tone pieces: they add up to their sentences, for any threads") {
  std::vector<std::string> texts;
  const std::vector<Article> articles = collection(texts);
  const auto all = score(articles, PieceOptions{true, true}, 1, 2);
  for (const ToneScores &one : all) {
    std::vector<ToneSentence> sums(one.sentences.size());
    for (const TonePiece &piece : one.pieces) {
      ToneSentence &sum = sums.at(piece.sentence);
      sum.words += piece.words;
      sum.hits += piece.hits;
      sum.units += piece.units;
      const ToneSentence &of = one.sentences[piece.sentence];
      CHECK(piece.begin >= of.begin);
      CHECK(piece.end <= of.end);
      if (piece.voice != TonePiece::kNarration) {
        const ToneVoice &voice = all[0].voices.at(piece.voice);
        CHECK(voice.article == of.article);
        CHECK(piece.begin >= voice.span.begin);
        CHECK(piece.begin < voice.span.end);
      }
    }
    for (std::size_t s = 0; s < sums.size(); ++s) {
      CHECK(sums[s].words == one.sentences[s].words);
      CHECK(sums[s].hits == one.sentences[s].hits);
      CHECK(sums[s].units == one.sentences[s].units);
    }
  }
  CHECK(all[1].voices.empty());
  for (const std::size_t threads : {2U, 7U}) {
    const auto other = score(articles, PieceOptions{true, true}, threads, 2);
    for (std::size_t l = 0; l < 2; ++l) {
      REQUIRE(other[l].pieces.size() == all[l].pieces.size());
      REQUIRE(other[l].voices.size() == all[l].voices.size());
      for (std::size_t p = 0; p < all[l].pieces.size(); ++p) {
        const TonePiece &x = other[l].pieces[p];
        const TonePiece &y = all[l].pieces[p];
        CHECK(x.sentence == y.sentence);
        CHECK(x.voice == y.voice);
        CHECK(x.units == y.units);
        CHECK(x.part == y.part);
      }
    }
  }
}

TEST_CASE("tone pieces: nothing to read, nothing asked") {
  Article missing;
  missing.missing = true;
  const auto none = score({missing, article_of("", "")}, {true, true});
  CHECK(none[0].pieces.empty());
  CHECK(none[0].voices.empty());
  CHECK(score({article_of("", kText)}, {})[0].pieces.empty());
  const auto title = score({article_of("A good day", "")}, {true, true});
  REQUIRE(title[0].pieces.size() == 1);
  CHECK(title[0].pieces[0].hits == 1);
  CHECK(title[0].pieces[0].voice == TonePiece::kNarration);
}
