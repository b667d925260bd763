// SPDX-License-Identifier: GPL-2.0-or-later
// Glue of the sums of tone_score() by groups.
#include "glue/run.h"
#include "tone/cells.h"

#include <Rcpp.h>

#include <vector>

using namespace tritone;

namespace {

Rcpp::List cells_list(const tone::Cells &cells) {
  Rcpp::IntegerVector first(cells.first.begin(), cells.first.end());
  Rcpp::IntegerVector of(cells.of.begin(), cells.of.end());
  for (int &row : first)
    ++row;
  for (int &place : of)
    place = place < 0 ? NA_INTEGER : place + 1;
  return Rcpp::List::create(Rcpp::Named("first") = first,
                            Rcpp::Named("of") = of);
}

} // namespace

// codes: a list of integer vectors of length n, from 1, NA for none.
// list(first, of): the first row of each combination that occurs, in order, and
// the place of each row's among them, NA for none.
// [[Rcpp::export(rng = false)]]
Rcpp::List tone_cells_core(const Rcpp::List &codes, int n) {
  return glue::run([&] {
    std::vector<Rcpp::IntegerVector> kept;
    std::vector<const int *> given;
    for (R_xlen_t k = 0; k < codes.size(); ++k) {
      kept.emplace_back(codes[k]);
      given.push_back(kept.back().begin());
    }
    return cells_list(tone::find_cells(given, static_cast<std::size_t>(n)));
  });
}

// keys: whole numbers from 1. list(first, of): the first row of each key in the
// order in which they occur, and the place of each row's among them.
// [[Rcpp::export(rng = false)]]
Rcpp::List tone_numbers_core(const Rcpp::IntegerVector &keys) {
  return glue::run([&] {
    return cells_list(
        tone::number_keys(keys.begin(), static_cast<std::size_t>(keys.size())));
  });
}

// The sums of x[row] * share by cell, of which there are n, over rows and
// shares of the same length, added in their order.
// [[Rcpp::export(rng = false)]]
Rcpp::NumericVector tone_shares_core(const Rcpp::NumericVector &x,
                                     const Rcpp::IntegerVector &row,
                                     const Rcpp::NumericVector &share,
                                     const Rcpp::IntegerVector &of, int n) {
  return glue::run([&] {
    Rcpp::NumericVector sums(n);
    for (R_xlen_t i = 0; i < row.size(); ++i)
      if (of[i] >= 1)
        sums[of[i] - 1] += x[row[i] - 1] * share[i];
    return sums;
  });
}

// The sums of x by cell, of which there are n; as sum() adds them up, with more
// digits on the way, or as rowsum() does.
// [[Rcpp::export(rng = false)]]
Rcpp::NumericVector tone_sums_core(const Rcpp::NumericVector &x,
                                   const Rcpp::IntegerVector &of, int n,
                                   bool more_digits) {
  return glue::run([&] {
    const auto size = static_cast<std::size_t>(x.size());
    const auto cells = static_cast<std::size_t>(n);
    return Rcpp::NumericVector(Rcpp::wrap(
        more_digits
            ? tone::cell_sums<long double>(x.begin(), of.begin(), size, cells)
            : tone::cell_sums<double>(x.begin(), of.begin(), size, cells)));
  });
}
