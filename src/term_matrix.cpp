// SPDX-License-Identifier: GPL-2.0-or-later
#include "glue/convert.h"
#include "glue/monitor.h"
#include "glue/options.h"
#include "glue/run.h"
#include "term/matrix.h"

using namespace tritone;

// articles: list(doc_id, title, text, parts) of as_articles(); tokens: list of
// token_options(); limits: min_docs, max_docs, max_terms.
// [[Rcpp::export(rng = false)]]
Rcpp::List term_matrix_core(const Rcpp::List &articles,
                            const Rcpp::List &tokens,
                            const std::vector<std::string> &remove,
                            const Rcpp::NumericVector &limits, int threads,
                            SEXP progress) {
  return glue::run([&] {
    const Rcpp::CharacterVector title = articles["title"];
    const Rcpp::CharacterVector text = articles["text"];
    TermMatrixOptions options;
    options.words = glue::word_options(tokens);
    options.reading = glue::reading_of(articles["parts"]);
    options.remove = remove;
    options.min_docs = glue::count_of(limits["min_docs"]);
    options.max_docs = glue::count_of(limits["max_docs"]);
    options.max_terms = glue::count_of(limits["max_terms"]);
    glue::RMonitor monitor(progress);
    const TermMatrix counts =
        term_matrix(glue::article_source(title, text), options,
                    static_cast<std::size_t>(threads), monitor);
    Rcpp::CharacterVector terms(static_cast<R_xlen_t>(counts.terms.size()));
    for (std::size_t j = 0; j < counts.terms.size(); ++j)
      terms[static_cast<R_xlen_t>(j)] = glue::utf8_string(counts.terms[j]);
    return Rcpp::List::create(
        Rcpp::Named("counts") =
            glue::sparse_matrix(counts.counts, articles["doc_id"], terms),
        Rcpp::Named("tokens") = static_cast<double>(counts.tokens));
  });
}
