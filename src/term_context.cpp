// SPDX-License-Identifier: GPL-2.0-or-later
// Glue of term_context(): the words around each place.
#include "glue/convert.h"
#include "glue/monitor.h"
#include "glue/run.h"
#include "term/context.h"

using namespace tritone;

// articles: list(title, text) of as_articles(); places: list(article, in_title,
// left, start, end, right), a vector each: articles ascending; first and last
// character of the match and of its context, 1-based and inclusive.
// [[Rcpp::export(rng = false)]]
Rcpp::List term_context_core(const Rcpp::List &articles,
                             const Rcpp::List &places, SEXP progress) {
  return glue::run([&] {
    const Rcpp::CharacterVector title = articles["title"];
    const Rcpp::CharacterVector text = articles["text"];
    const Rcpp::NumericVector article = places["article"];
    const Rcpp::LogicalVector in_title = places["in_title"];
    const Rcpp::NumericVector first = places["left"];
    const Rcpp::NumericVector start = places["start"];
    const Rcpp::NumericVector end = places["end"];
    const Rcpp::NumericVector last = places["right"];
    const R_xlen_t n = article.size();
    std::vector<term::ContextPlace> wanted;
    for (R_xlen_t i = 0; i < n; ++i)
      wanted.push_back({static_cast<std::size_t>(article[i]) - 1,
                        in_title[i] == TRUE,
                        static_cast<std::size_t>(first[i]) - 1,
                        static_cast<std::size_t>(start[i]) - 1,
                        static_cast<std::size_t>(end[i]),
                        static_cast<std::size_t>(last[i])});
    glue::RMonitor monitor(progress);
    const std::vector<term::ContextText> texts =
        term::context_texts(glue::article_source(title, text), wanted, monitor);
    Rcpp::CharacterVector left(n), match(n), right(n);
    for (R_xlen_t i = 0; i < n; ++i) {
      const term::ContextText &row = texts[static_cast<std::size_t>(i)];
      SET_STRING_ELT(left, i, glue::utf8_string(row.left));
      SET_STRING_ELT(match, i, glue::utf8_string(row.match));
      SET_STRING_ELT(right, i, glue::utf8_string(row.right));
    }
    return Rcpp::List::create(Rcpp::Named("left") = left,
                              Rcpp::Named("match") = match,
                              Rcpp::Named("right") = right);
  });
}
