// SPDX-License-Identifier: GPL-2.0-or-later
// Glue of tone_score(): scores by article and by sentence.
#include "glue/run.h"
#include "glue/scoring.h"
#include "text/utf8.h"
#include "tone/consensus.h"
#include "tone/score.h"

#include <vector>

using namespace tritone;

namespace {

double or_na(double x) { return std::isnan(x) ? NA_REAL : x; }

Rcpp::List article_rows(const tone::ToneScores &scores) {
  const auto n = static_cast<R_xlen_t>(scores.articles.size());
  Rcpp::NumericVector words(n), hits(n), tone(n), se(n);
  for (R_xlen_t i = 0; i < n; ++i) {
    const tone::ToneArticle &article =
        scores.articles[static_cast<std::size_t>(i)];
    words[i] = static_cast<double>(article.words);
    hits[i] = static_cast<double>(article.hits);
    tone[i] = or_na(article.tone);
    se[i] = or_na(article.se);
  }
  return Rcpp::List::create(Rcpp::Named("n_words") = words,
                            Rcpp::Named("n_hits") = hits,
                            Rcpp::Named("tone") = tone, Rcpp::Named("se") = se);
}

// The sentences with offsets in characters, 1-based and inclusive, and their
// text. The blocks are loaded once more for it, one at a time.
Rcpp::List sentence_rows(const article::Source &source,
                         const tone::ToneScores &scores) {
  const auto n = static_cast<R_xlen_t>(scores.sentences.size());
  Rcpp::NumericVector article(n), number(n), start(n), end(n), words(n),
      hits(n), tone(n);
  Rcpp::LogicalVector in_title(n);
  Rcpp::CharacterVector text(n);
  article::ArticleBlock block;
  for (std::size_t b = 0; b < source.blocks(); ++b) {
    source.load(b, block);
    for (std::size_t i = 0; i < block.articles.size(); ++i) {
      const tone::ToneArticle &of = scores.articles[block.first + i];
      text::CharOffsets title_chars(block.articles[i].title);
      text::CharOffsets text_chars(block.articles[i].text);
      for (std::size_t s = 0; s < of.sentences; ++s) {
        const tone::ToneSentence &at = scores.sentences[of.first_sentence + s];
        const auto row = static_cast<R_xlen_t>(of.first_sentence + s);
        text::CharOffsets &chars = at.in_title ? title_chars : text_chars;
        const std::string_view field =
            at.in_title ? block.articles[i].title : block.articles[i].text;
        article[row] = static_cast<double>(block.first + i + 1);
        number[row] = static_cast<double>(s + 1);
        start[row] = static_cast<double>(chars.at(at.begin) + 1);
        end[row] = static_cast<double>(chars.at(at.end));
        words[row] = at.words;
        hits[row] = at.hits;
        tone[row] = or_na(tone::tone_of(at.units, at.hits));
        in_title[row] = at.in_title;
        SET_STRING_ELT(
            text, row,
            glue::utf8_string(field.substr(at.begin, at.end - at.begin)));
      }
    }
  }
  return Rcpp::List::create(
      Rcpp::Named("article") = article, Rcpp::Named("sentence") = number,
      Rcpp::Named("in_title") = in_title, Rcpp::Named("start") = start,
      Rcpp::Named("end") = end, Rcpp::Named("n_words") = words,
      Rcpp::Named("n_hits") = hits, Rcpp::Named("tone") = tone,
      Rcpp::Named("text") = text);
}

} // namespace

// articles, lexicons, names: see glue::Scoring. One table for each lexicon.
// weights: of a consensus, one a lexicon, or none; its standard errors are an
// attribute of the tables by article.
// [[Rcpp::export(rng = false)]]
Rcpp::List tone_score_core(const Rcpp::List &articles,
                           const Rcpp::List &lexicons,
                           const std::vector<std::string> &names,
                           const std::vector<double> &weights, bool by_sentence,
                           int threads, SEXP progress) {
  return glue::run([&] {
    const glue::Scoring scoring(articles, lexicons, names);
    const std::vector<tone::ToneScores> scores =
        scoring.score(threads, progress);
    Rcpp::List out(lexicons.size());
    for (std::size_t l = 0; l < scores.size(); ++l)
      out[static_cast<R_xlen_t>(l)] =
          by_sentence ? sentence_rows(scoring.source, scores[l])
                      : article_rows(scores[l]);
    if (!weights.empty() && !by_sentence) {
      Rcpp::NumericVector errors =
          Rcpp::wrap(tone::consensus_errors(scores, weights));
      for (double &se : errors)
        se = or_na(se);
      out.attr("consensus_se") = errors;
    }
    return out;
  });
}

// The form under which each phrase is looked up; "" for one without a letter.
// [[Rcpp::export(rng = false)]]
Rcpp::CharacterVector tone_forms_core(const Rcpp::CharacterVector &phrases) {
  return glue::run([&] {
    Rcpp::CharacterVector out(phrases.size());
    for (R_xlen_t i = 0; i < phrases.size(); ++i)
      SET_STRING_ELT(
          out, i,
          glue::utf8_string(tone::phrase_form(glue::std_string(phrases, i))));
    return out;
  });
}
