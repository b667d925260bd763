// SPDX-License-Identifier: GPL-2.0-or-later
// Glue of topic_stability(): the articles of each run, and articles of chance.
#include "glue/convert.h"
#include "glue/options.h"
#include "glue/run.h"
#include "sparse/rows.h"
#include "topic/resample.h"

#include <vector>

using namespace tritone;

// The same articles and terms with the tokens dealt out at random.
// [[Rcpp::export(rng = false)]]
Rcpp::S4 topic_stability_scramble_core(const Rcpp::S4 &counts, double seed) {
  return glue::run([&] {
    const Rcpp::List names = counts.slot("Dimnames");
    return glue::sparse_matrix(
        to_columns(topic::scramble(to_rows(glue::columns_view(counts)),
                                   glue::count_of(seed))),
        names[0], names[1]);
  });
}

// Numbers from 1 of as many rows as there are, drawn with replacement.
// [[Rcpp::export(rng = false)]]
Rcpp::IntegerVector topic_stability_rows_core(const Rcpp::S4 &counts,
                                              double seed, double draw) {
  return glue::run([&] {
    const std::vector<std::size_t> rows =
        topic::bootstrap_rows(to_rows(glue::columns_view(counts)),
                              glue::count_of(seed), glue::count_of(draw));
    Rcpp::IntegerVector out(rows.begin(), rows.end());
    return Rcpp::IntegerVector(out + 1);
  });
}
