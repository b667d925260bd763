// SPDX-License-Identifier: GPL-2.0-or-later
// Glue of term_matrix(): texts to sparse counts.
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
    term::TermMatrixOptions options;
    options.words = glue::word_options(tokens);
    options.reading = glue::reading_of(articles);
    options.remove = remove;
    options.min_docs = glue::count_of(limits["min_docs"]);
    options.max_docs = glue::count_of(limits["max_docs"]);
    options.max_terms = glue::count_of(limits["max_terms"]);
    glue::RMonitor monitor(progress);
    const term::TermCounts counts =
        term::count_terms(glue::article_source(title, text), options,
                          static_cast<std::size_t>(threads), monitor);
    glue::check_sparse(text.size(), counts.columns(), counts.start().back());
    Rcpp::IntegerVector rows(Rcpp::no_init(counts.start().back()));
    Rcpp::NumericVector values(Rcpp::no_init(counts.start().back()));
    Rcpp::CharacterVector terms(static_cast<R_xlen_t>(counts.columns()));
    const auto make_terms = [&] {
      for (std::size_t j = 0; j < counts.columns(); ++j)
        SET_STRING_ELT(terms, static_cast<R_xlen_t>(j),
                       glue::utf8_string(counts.term(j)));
    };
    counts.fill(rows.begin(), values.begin(), static_cast<std::size_t>(threads),
                monitor, [&] { glue::without_jump(make_terms); });
    Rcpp::S4 matrix("dgCMatrix");
    matrix.slot("Dim") = Rcpp::IntegerVector::create(
        static_cast<int>(text.size()), static_cast<int>(counts.columns()));
    matrix.slot("p") =
        Rcpp::IntegerVector(counts.start().begin(), counts.start().end());
    matrix.slot("i") = rows;
    matrix.slot("x") = values;
    matrix.slot("Dimnames") = Rcpp::List::create(articles["doc_id"], terms);
    return Rcpp::List::create(Rcpp::Named("counts") = matrix,
                              Rcpp::Named("tokens") =
                                  static_cast<double>(counts.tokens()));
  });
}
