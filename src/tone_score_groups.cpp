// SPDX-License-Identifier: GPL-2.0-or-later
// Glue of tone_score() by groups: the sums of each sentence by part, voice and
// speaker, and on request each hit of the lexicons.
#include "article/parts/parts.h"
#include "article/voices/voices.h"
#include "base/hash.h"
#include "glue/run.h"
#include "glue/scoring.h"
#include "tone/score.h"

#include <string>
#include <utility>
#include <vector>

using namespace tritone;

namespace {

// The place of the first thing with the same key, from 1, among at most `n`.
class Firsts {
public:
  explicit Firsts(std::size_t n) {
    std::size_t slots = 16;
    while (slots < 2 * n)
      slots *= 2;
    slots_.resize(slots, {0, 0});
  }

  int of(std::uint64_t key, std::size_t place) {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = mix64(key) & mask;
    while (slots_[at].second != 0 && slots_[at].first != key)
      at = (at + 1) & mask;
    if (slots_[at].second == 0)
      slots_[at] = {key, static_cast<int>(place) + 1};
    return slots_[at].second;
  }

private:
  std::vector<std::pair<std::uint64_t, int>> slots_; // 0: an empty one
};

// The rows of one kind that lexicon l has in all blocks.
template <class Row>
std::size_t count_rows(const tone::BlockScores &blocks, std::size_t l,
                       std::vector<Row> tone::ToneScores::*rows) {
  std::size_t n = 0;
  for (const std::vector<tone::ToneScores> &block : blocks)
    n += (block[l].*rows).size();
  return n;
}

Rcpp::List place_columns(const tone::BlockScores &blocks) {
  const auto n =
      static_cast<R_xlen_t>(count_rows(blocks, 0, &tone::ToneScores::pieces));
  Rcpp::IntegerVector article(n), sentence(n), same(n), part(n), voice(n),
      span(n), words(n);
  Firsts firsts(count_rows(blocks, 0, &tone::ToneScores::sentences));
  std::size_t articles = 0, sentences = 0, voices = 0; // before the block
  R_xlen_t i = 0;
  for (const std::vector<tone::ToneScores> &block : blocks) {
    const tone::ToneScores &scores = block[0];
    std::size_t last = SIZE_MAX; // the sentence whose first is known
    int first = 0;
    for (const tone::TonePiece &piece : scores.pieces) {
      const tone::ToneSentence &of = scores.sentences[piece.sentence];
      const tone::ToneArticle &in = scores.articles[of.article - articles];
      const bool narration = piece.voice == tone::TonePiece::kNarration;
      if (piece.sentence != last)
        first = firsts.of(of.key, sentences + piece.sentence);
      last = piece.sentence;
      article[i] = static_cast<int>(of.article) + 1;
      sentence[i] = static_cast<int>(piece.sentence - in.first_sentence) + 1;
      same[i] = first;
      part[i] = static_cast<int>(piece.part) + 1;
      voice[i] = 1 + static_cast<int>(
                         narration ? article::Voice::narration
                                   : scores.voices[piece.voice].span.voice);
      span[i] =
          narration ? NA_INTEGER : static_cast<int>(voices + piece.voice) + 1;
      words[i++] = static_cast<int>(piece.words);
    }
    articles += scores.articles.size();
    sentences += scores.sentences.size();
    voices += scores.voices.size();
  }
  return Rcpp::List::create(
      Rcpp::Named("article") = article, Rcpp::Named("sentence") = sentence,
      Rcpp::Named("same") = same, Rcpp::Named("part") = part,
      Rcpp::Named("voice") = voice, Rcpp::Named("span") = span,
      Rcpp::Named("n_words") = words);
}

// The first article with the same sentences; one without a sentence is unlike
// all others.
Rcpp::IntegerVector copies_of(const tone::BlockScores &blocks) {
  const std::size_t n = count_rows(blocks, 0, &tone::ToneScores::articles);
  Rcpp::IntegerVector out(static_cast<R_xlen_t>(n));
  Firsts firsts(n);
  std::size_t a = 0;
  for (const std::vector<tone::ToneScores> &block : blocks)
    for (const tone::ToneArticle &article : block[0].articles) {
      std::uint64_t key = 0;
      for (std::size_t s = 0; s < article.sentences; ++s)
        key = hash_combine(key,
                           block[0].sentences[article.first_sentence + s].key);
      out[static_cast<R_xlen_t>(a)] =
          article.sentences == 0 ? static_cast<int>(a) + 1 : firsts.of(key, a);
      ++a;
    }
  return out;
}

// The name of a hit: its entry, or of a pair quantity and direction.
SEXP hit_name(const tone::ToneHit &hit, const tone::Lexicon &lexicon) {
  if (hit.entry != tone::ToneHit::kPair)
    return glue::utf8_string(lexicon.entries()[hit.entry].phrase);
  return glue::utf8_string(lexicon.shifters()[hit.quantity].phrase + " + " +
                           lexicon.shifters()[hit.direction].phrase);
}

// Each hit of lexicon l: its piece from 1, its name and its contribution. A
// piece begins at or before its hits.
Rcpp::List hit_columns(const tone::BlockScores &blocks, std::size_t l,
                       const tone::Lexicon &lexicon) {
  const auto n =
      static_cast<R_xlen_t>(count_rows(blocks, l, &tone::ToneScores::hits));
  Rcpp::IntegerVector at(n);
  Rcpp::CharacterVector entry(n);
  Rcpp::NumericVector contribution(n);
  std::size_t before = 0; // pieces of the blocks before
  R_xlen_t i = 0;
  for (const std::vector<tone::ToneScores> &block : blocks) {
    const std::vector<tone::TonePiece> &pieces = block[l].pieces;
    std::size_t p = 0;
    for (const tone::ToneHit &hit : block[l].hits) {
      while (pieces[p].sentence < hit.sentence)
        ++p;
      while (p + 1 < pieces.size() && pieces[p + 1].sentence == hit.sentence &&
             pieces[p + 1].begin <= hit.begin)
        ++p;
      at[i] = static_cast<int>(before + p) + 1;
      contribution[i] = hit.contribution;
      SET_STRING_ELT(entry, i++, hit_name(hit, lexicon));
    }
    before += pieces.size();
  }
  return Rcpp::List::create(Rcpp::Named("piece") = at,
                            Rcpp::Named("entry") = entry,
                            Rcpp::Named("contribution") = contribution);
}

Rcpp::List sum_columns(const tone::BlockScores &blocks, std::size_t l,
                       const tone::Lexicon &lexicon, bool hits) {
  const auto n =
      static_cast<R_xlen_t>(count_rows(blocks, l, &tone::ToneScores::pieces));
  Rcpp::NumericVector count(n), sum(n);
  R_xlen_t i = 0;
  for (const std::vector<tone::ToneScores> &block : blocks)
    for (const tone::TonePiece &piece : block[l].pieces) {
      count[i] = piece.hits;
      sum[i++] = static_cast<double>(piece.units);
    }
  Rcpp::List out = Rcpp::List::create(Rcpp::Named("n_hits") = count,
                                      Rcpp::Named("units") = sum);
  if (hits)
    out["hits"] = hit_columns(blocks, l, lexicon);
  return out;
}

// Of each stretch in somebody else's voice; NA where the text does not say.
Rcpp::CharacterVector speaker_strings(const tone::BlockScores &blocks) {
  Rcpp::CharacterVector out(
      static_cast<R_xlen_t>(count_rows(blocks, 0, &tone::ToneScores::voices)));
  R_xlen_t v = 0;
  for (const std::vector<tone::ToneScores> &block : blocks)
    for (const tone::ToneVoice &voice : block[0].voices) {
      const bool known =
          !voice.speaker.empty() &&
          voice.span.speaker.basis != article::SpeakerBasis::unexplained;
      SET_STRING_ELT(out, v++,
                     known ? glue::utf8_string(voice.speaker) : NA_STRING);
    }
  return out;
}

} // namespace

// articles, lexicons, names: see glue::Scoring. list(pieces, speakers,
// copy_of, lexicons, units_of_one): `pieces` of sentences in columns, `part`
// and `voice` from 1 in the order of the core, `span` an index into `speakers`
// where they are asked for,
// `same` the first sentence of the collection with the same words; `copy_of`
// each article's first copy; `lexicons` for each a list(n_hits, units) by
// piece, and with `hits` list(piece, entry, contribution). `units_of_one` make
// a contribution of 1, so that sums of units are exact.
// [[Rcpp::export(rng = false)]]
Rcpp::List tone_pieces_core(const Rcpp::List &articles,
                            const Rcpp::List &lexicons,
                            const std::vector<std::string> &names, bool voices,
                            bool speakers, bool hits, int threads,
                            SEXP progress) {
  return glue::run([&] {
    glue::Scoring scoring(articles, lexicons, names);
    scoring.options.pieces.voices = voices;
    scoring.options.pieces.speakers = speakers;
    scoring.options.pieces.parts = true;
    scoring.options.keep_hits = hits;
    const tone::BlockScores blocks = scoring.blocks(threads, progress);
    Rcpp::List sums(lexicons.size());
    for (std::size_t l = 0; l < scoring.lexicons.size(); ++l)
      sums[static_cast<R_xlen_t>(l)] =
          sum_columns(blocks, l, *scoring.lexicons[l], hits);
    return Rcpp::List::create(
        Rcpp::Named("pieces") = place_columns(blocks),
        Rcpp::Named("speakers") =
            (speakers ? speaker_strings(blocks) : Rcpp::CharacterVector(0)),
        Rcpp::Named("copy_of") = copies_of(blocks),
        Rcpp::Named("lexicons") = sums,
        Rcpp::Named("units_of_one") = tone::kUnitsOfOne);
  });
}
