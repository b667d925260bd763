// SPDX-License-Identifier: GPL-2.0-or-later
// Glue of topic_match(), which topic_stability() uses too.
#include "glue/convert.h"
#include "glue/monitor.h"
#include "glue/run.h"
#include "glue/topics.h"
#include "topic/match.h"

#include <string>
#include <vector>

using namespace tritone;

// a, b: topics x the same terms. list(similarity = topics of a x topics of b,
// match = for each topic of a the one of b, from 1, or NA).
// [[Rcpp::export(rng = false)]]
Rcpp::List topic_match_core(const Rcpp::NumericMatrix &a,
                            const Rcpp::NumericMatrix &b,
                            const std::string &measure, int threads) {
  return glue::run([&] {
    glue::RMonitor monitor(R_NilValue);
    const auto rows = static_cast<std::size_t>(a.nrow());
    const auto columns = static_cast<std::size_t>(b.nrow());
    const std::vector<double> similarity = topic::topic_similarity(
        Rcpp::as<std::vector<double>>(a), rows,
        Rcpp::as<std::vector<double>>(b), columns,
        static_cast<std::size_t>(a.ncol()),
        measure == "overlap" ? topic::Similarity::overlap
                             : topic::Similarity::cosine,
        static_cast<std::size_t>(threads), monitor);
    Rcpp::IntegerVector match;
    for (const std::int32_t column :
         topic::best_assignment(similarity, rows, columns))
      match.push_back(column < 0 ? NA_INTEGER : column + 1);
    return Rcpp::List::create(Rcpp::Named("similarity") =
                                  glue::matrix_of(similarity, rows, columns),
                              Rcpp::Named("match") = match);
  });
}
