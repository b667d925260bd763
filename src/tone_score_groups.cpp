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

Rcpp::List place_columns(const tone::ToneScores &scores) {
  const auto n = static_cast<R_xlen_t>(scores.pieces.size());
  Rcpp::IntegerVector article(n), sentence(n), same(n), part(n), voice(n),
      span(n), words(n);
  Firsts firsts(scores.sentences.size());
  for (R_xlen_t i = 0; i < n; ++i) {
    const tone::TonePiece &piece = scores.pieces[static_cast<std::size_t>(i)];
    const tone::ToneSentence &of = scores.sentences[piece.sentence];
    const tone::ToneArticle &in = scores.articles[of.article];
    const bool narration = piece.voice == tone::TonePiece::kNarration;
    article[i] = static_cast<int>(of.article) + 1;
    sentence[i] = static_cast<int>(piece.sentence - in.first_sentence) + 1;
    same[i] = firsts.of(of.key, piece.sentence);
    part[i] = static_cast<int>(piece.part) + 1;
    voice[i] =
        1 + static_cast<int>(narration ? article::Voice::narration
                                       : scores.voices[piece.voice].span.voice);
    span[i] = narration ? NA_INTEGER : static_cast<int>(piece.voice) + 1;
    words[i] = static_cast<int>(piece.words);
  }
  return Rcpp::List::create(
      Rcpp::Named("article") = article, Rcpp::Named("sentence") = sentence,
      Rcpp::Named("same") = same, Rcpp::Named("part") = part,
      Rcpp::Named("voice") = voice, Rcpp::Named("span") = span,
      Rcpp::Named("n_words") = words);
}

// The first article with the same sentences; one without a sentence is unlike
// all others.
Rcpp::IntegerVector copies_of(const tone::ToneScores &scores) {
  Rcpp::IntegerVector out(static_cast<R_xlen_t>(scores.articles.size()));
  Firsts firsts(scores.articles.size());
  for (std::size_t a = 0; a < scores.articles.size(); ++a) {
    const tone::ToneArticle &article = scores.articles[a];
    std::uint64_t key = 0;
    for (std::size_t s = 0; s < article.sentences; ++s)
      key = hash_combine(key, scores.sentences[article.first_sentence + s].key);
    out[static_cast<R_xlen_t>(a)] =
        article.sentences == 0 ? static_cast<int>(a) + 1 : firsts.of(key, a);
  }
  return out;
}

// Each hit: its piece from 1, the entry, or of a pair quantity and direction,
// and its contribution. A piece begins at or before its hits.
Rcpp::List hit_columns(const tone::ToneScores &scores,
                       const std::vector<tone::TonePiece> &pieces,
                       const tone::Lexicon &lexicon) {
  const auto n = static_cast<R_xlen_t>(scores.hits.size());
  Rcpp::IntegerVector at(n);
  Rcpp::CharacterVector entry(n);
  Rcpp::NumericVector contribution(n);
  std::size_t p = 0;
  for (R_xlen_t i = 0; i < n; ++i) {
    const tone::ToneHit &hit = scores.hits[static_cast<std::size_t>(i)];
    while (pieces[p].sentence < hit.sentence)
      ++p;
    while (p + 1 < pieces.size() && pieces[p + 1].sentence == hit.sentence &&
           pieces[p + 1].begin <= hit.begin)
      ++p;
    at[i] = static_cast<int>(p) + 1;
    contribution[i] = hit.contribution;
    const bool pair = hit.entry == tone::ToneHit::kPair;
    const std::string &quantity = pair ? lexicon.shifters()[hit.quantity].phrase
                                       : lexicon.entries()[hit.entry].phrase;
    SET_STRING_ELT(
        entry, i,
        glue::utf8_string(pair ? quantity + " + " +
                                     lexicon.shifters()[hit.direction].phrase
                               : quantity));
  }
  return Rcpp::List::create(Rcpp::Named("piece") = at,
                            Rcpp::Named("entry") = entry,
                            Rcpp::Named("contribution") = contribution);
}

Rcpp::List sum_columns(const tone::ToneScores &scores,
                       const tone::Lexicon &lexicon, bool hits) {
  const auto n = static_cast<R_xlen_t>(scores.pieces.size());
  Rcpp::NumericVector count(n), sum(n);
  for (R_xlen_t i = 0; i < n; ++i) {
    const tone::TonePiece &piece = scores.pieces[static_cast<std::size_t>(i)];
    count[i] = piece.hits;
    sum[i] = static_cast<double>(piece.units);
  }
  Rcpp::List out = Rcpp::List::create(Rcpp::Named("n_hits") = count,
                                      Rcpp::Named("units") = sum);
  if (hits)
    out["hits"] = hit_columns(scores, scores.pieces, lexicon);
  return out;
}

// Of each stretch in somebody else's voice; NA where the text does not say.
Rcpp::CharacterVector
speaker_strings(const std::vector<tone::ToneVoice> &voices) {
  Rcpp::CharacterVector out(static_cast<R_xlen_t>(voices.size()));
  for (std::size_t v = 0; v < voices.size(); ++v) {
    const bool known =
        !voices[v].speaker.empty() &&
        voices[v].span.speaker.basis != article::SpeakerBasis::unexplained;
    SET_STRING_ELT(out, static_cast<R_xlen_t>(v),
                   known ? glue::utf8_string(voices[v].speaker) : NA_STRING);
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
    const std::vector<tone::ToneScores> scores =
        scoring.score(threads, progress);
    Rcpp::List sums(lexicons.size());
    for (std::size_t l = 0; l < scores.size(); ++l)
      sums[static_cast<R_xlen_t>(l)] =
          sum_columns(scores[l], *scoring.lexicons[l], hits);
    return Rcpp::List::create(Rcpp::Named("pieces") = place_columns(scores[0]),
                              Rcpp::Named("speakers") =
                                  (speakers ? speaker_strings(scores[0].voices)
                                            : Rcpp::CharacterVector(0)),
                              Rcpp::Named("copy_of") = copies_of(scores[0]),
                              Rcpp::Named("lexicons") = sums,
                              Rcpp::Named("units_of_one") = tone::kUnitsOfOne);
  });
}
