// SPDX-License-Identifier: GPL-2.0-or-later
// Glue of topic_search(): the articles held out, and the starts that fits of
// structural models share.
#include "glue/convert.h"
#include "glue/monitor.h"
#include "glue/options.h"
#include "glue/run.h"
#include "glue/topics.h"
#include "sparse/rows.h"
#include "topic/resample.h"
#include "topic/stm/stm.h"

#include <vector>

using namespace tritone;

// Numbers, from 1 and rising, of about `n` rows.
// [[Rcpp::export(rng = false)]]
Rcpp::IntegerVector topic_search_rows_core(const Rcpp::S4 &counts, double n,
                                           double seed) {
  return glue::run([&] {
    const std::vector<std::size_t> rows = topic::heldout_rows(
        to_rows(glue::columns_view(counts)),
        static_cast<std::size_t>(glue::count_of(n)), glue::count_of(seed));
    Rcpp::IntegerVector out(rows.begin(), rows.end());
    return Rcpp::IntegerVector(out + 1);
  });
}

// For each number of topics the topics from anchor words, topics x terms.
// [[Rcpp::export(rng = false)]]
Rcpp::List topic_search_starts_core(const Rcpp::S4 &counts,
                                    const std::vector<double> &topics,
                                    double max_terms, int threads,
                                    SEXP progress) {
  return glue::run([&] {
    std::vector<std::size_t> numbers;
    for (const double k : topics)
      numbers.push_back(static_cast<std::size_t>(glue::count_of(k)));
    glue::RMonitor monitor(progress);
    const Rows rows = to_rows(glue::columns_view(counts));
    const auto starts = topic::stm_starts(
        rows, numbers, static_cast<std::size_t>(glue::count_of(max_terms)),
        static_cast<std::size_t>(threads), monitor);
    Rcpp::List out;
    for (std::size_t i = 0; i < starts.size(); ++i)
      out.push_back(glue::matrix_of(starts[i], numbers[i], rows.columns));
    return out;
  });
}
