// SPDX-License-Identifier: GPL-2.0-or-later
#include "article/evidence.h"
#include "glue/convert.h"
#include "glue/monitor.h"
#include "glue/run.h"

using namespace tritone;

// articles: list(title, text, parts) of as_articles().
// [[Rcpp::export(rng = false)]]
Rcpp::List article_evidence_core(const Rcpp::List &articles, double least,
                                 int threads, SEXP progress) {
  return glue::run([&] {
    const Rcpp::CharacterVector title = articles["title"];
    const Rcpp::CharacterVector text = articles["text"];
    glue::RMonitor monitor(progress);
    const std::vector<WordCase> cases = word_cases(
        glue::article_source(title, text), glue::reading_of(articles["parts"]),
        static_cast<std::uint64_t>(least), static_cast<std::size_t>(threads),
        monitor);
    const auto n = static_cast<R_xlen_t>(cases.size());
    Rcpp::CharacterVector word(n);
    Rcpp::NumericVector inside(n), capital(n);
    for (R_xlen_t i = 0; i < n; ++i) {
      const WordCase &at = cases[static_cast<std::size_t>(i)];
      SET_STRING_ELT(word, i, glue::utf8_string(at.word));
      inside[i] = static_cast<double>(at.inside);
      capital[i] = static_cast<double>(at.capital);
    }
    return Rcpp::List::create(Rcpp::Named("word") = word,
                              Rcpp::Named("inside") = inside,
                              Rcpp::Named("capital") = capital);
  });
}
