// SPDX-License-Identifier: GPL-2.0-or-later
// Glue of term_frequency() and of all that rests on moments of groups.
#include "glue/convert.h"
#include "glue/monitor.h"
#include "glue/run.h"
#include "glue/statistics.h"
#include "term/statistics/moments.h"

#include <vector>

using namespace tritone;
using glue::from_zero;
using glue::with_na;

namespace {

// Groups x columns.
Rcpp::NumericVector as_matrix(const std::vector<double> &x, int groups,
                              std::size_t columns) {
  Rcpp::NumericVector out(x.begin(), x.end());
  out.attr("dim") = Rcpp::Dimension(static_cast<std::size_t>(groups), columns);
  return out;
}

} // namespace

// counts: a dgCMatrix; group: by row, from 1, or NA; size: tokens by row.
// Vectors by group, and matrices of groups x columns.
// [[Rcpp::export(rng = false)]]
Rcpp::List term_moments_core(const Rcpp::S4 &counts,
                             const Rcpp::IntegerVector &group,
                             const std::vector<double> &size, int groups,
                             int threads) {
  return glue::run([&] {
    glue::RMonitor monitor(R_NilValue);
    const ColumnsView view = glue::columns_view(counts);
    const term::Moments found = term::term_moments(
        view, from_zero(group), size, static_cast<std::size_t>(groups),
        static_cast<std::size_t>(threads), monitor);
    const auto matrix = [&](const std::vector<double> &x) {
      return as_matrix(x, groups, view.columns);
    };
    return Rcpp::List::create(Rcpp::Named("articles") = with_na(found.articles),
                              Rcpp::Named("size") = with_na(found.size),
                              Rcpp::Named("size_2") = with_na(found.size_2),
                              Rcpp::Named("count") = matrix(found.count),
                              Rcpp::Named("docs") = matrix(found.docs),
                              Rcpp::Named("count_2") = matrix(found.count_2),
                              Rcpp::Named("product") = matrix(found.product));
  });
}

// at and the result: quantiles x groups x columns; NA is left out.
// [[Rcpp::export(rng = false)]]
Rcpp::NumericVector
term_bootstrap_core(const Rcpp::S4 &counts, const Rcpp::IntegerVector &group,
                    const std::vector<double> &size, int groups, double draws,
                    const std::vector<double> &at, double seed, int threads,
                    SEXP progress) {
  return glue::run([&] {
    glue::RMonitor monitor(progress);
    return with_na(term::bootstrap_log_ratios(
        glue::columns_view(counts), from_zero(group), size,
        static_cast<std::size_t>(groups), static_cast<std::size_t>(draws), at,
        static_cast<std::uint64_t>(seed), static_cast<std::size_t>(threads),
        monitor));
  });
}
