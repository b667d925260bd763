// SPDX-License-Identifier: GPL-2.0-or-later
// Glue of tone_method(): scores by the methods of other packages.
#include "glue/convert.h"
#include "glue/lexicon.h"
#include "glue/monitor.h"
#include "glue/run.h"
#include "tone/method.h"

using namespace tritone;

// lexicon: list(entries, shifters); settings: list(method, bugs, shifters,
// weighting), all but `bugs` places in the enums, from 0.
// [[Rcpp::export(rng = false)]]
Rcpp::List tone_method_core(const Rcpp::List &articles,
                            const Rcpp::List &lexicon,
                            const Rcpp::List &settings, int threads,
                            SEXP progress) {
  return glue::run([&] {
    const Rcpp::CharacterVector title = articles["title"];
    const Rcpp::CharacterVector text = articles["text"];
    tone::MethodOptions options;
    options.method =
        static_cast<tone::ToneMethod>(Rcpp::as<int>(settings["method"]));
    options.bugs = Rcpp::as<bool>(settings["bugs"]);
    options.shifters =
        static_cast<tone::MethodShifters>(Rcpp::as<int>(settings["shifters"]));
    options.weighting = static_cast<tone::MethodWeighting>(
        Rcpp::as<int>(settings["weighting"]));
    options.reading = glue::reading_of(articles);
    const tone::MethodLexicon words(
        glue::lexicon_entries(lexicon["entries"]),
        glue::lexicon_shifters(lexicon["shifters"]));
    glue::RMonitor monitor(progress);
    const std::vector<tone::MethodScore> scores =
        tone::method_scores(glue::article_source(title, text), words, options,
                            static_cast<std::size_t>(threads), monitor);
    const auto n = static_cast<R_xlen_t>(scores.size());
    Rcpp::NumericVector n_words(n), n_hits(n), tone(n), positive(n), neutral(n),
        negative(n);
    for (R_xlen_t i = 0; i < n; ++i) {
      const tone::MethodScore &at = scores[static_cast<std::size_t>(i)];
      n_words[i] = static_cast<double>(at.words);
      n_hits[i] = static_cast<double>(at.hits);
      tone[i] = at.hits == 0 ? NA_REAL : at.score;
      positive[i] = at.hits == 0 ? NA_REAL : at.positive;
      neutral[i] = at.hits == 0 ? NA_REAL : at.neutral;
      negative[i] = at.hits == 0 ? NA_REAL : at.negative;
    }
    return Rcpp::List::create(
        Rcpp::Named("n_words") = n_words, Rcpp::Named("n_hits") = n_hits,
        Rcpp::Named("tone") = tone, Rcpp::Named("positive") = positive,
        Rcpp::Named("neutral") = neutral, Rcpp::Named("negative") = negative);
  });
}
