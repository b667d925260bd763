// SPDX-License-Identifier: GPL-2.0-or-later
// Glue of term_collocations() and term_cooccurrence().
#include "glue/convert.h"
#include "glue/monitor.h"
#include "glue/run.h"
#include "glue/statistics.h"
#include "term/statistics/pairs.h"

#include <vector>

using namespace tritone;
using glue::from_zero;

// type: term of each token from 1, NA where it is none; chosen: by term,
// whether its pairs are given, or empty for all. list(first, second, count,
// docs, times_first, times_second), the last two by term.
// [[Rcpp::export(rng = false)]]
Rcpp::List term_pairs_core(const Rcpp::IntegerVector &type,
                           const Rcpp::IntegerVector &unit,
                           const Rcpp::NumericVector &doc_ptr, double window,
                           bool ordered, bool once, double min_count,
                           const Rcpp::LogicalVector &chosen, int threads,
                           SEXP progress) {
  return glue::run([&] {
    if (type.size() != unit.size() || doc_ptr.size() == 0 ||
        doc_ptr[doc_ptr.size() - 1] != static_cast<double>(type.size()))
      throw input_error("The tokens are damaged: their vectors do not fit "
                        "together. Make them again with term_tokens().");
    const std::vector<std::int32_t> types = from_zero(type);
    term::PairOptions options;
    options.window = static_cast<std::size_t>(window);
    options.ordered = ordered;
    options.once = once;
    options.min_count = min_count;
    options.chosen.assign(chosen.begin(), chosen.end());
    glue::RMonitor monitor(progress);
    const term::Pairs found = term::count_pairs(
        types.data(), unit.begin(),
        std::vector<std::int64_t>(doc_ptr.begin(), doc_ptr.end()), options,
        static_cast<std::size_t>(threads), monitor);
    Rcpp::IntegerVector first(found.first.begin(), found.first.end());
    Rcpp::IntegerVector second(found.second.begin(), found.second.end());
    return Rcpp::List::create(
        Rcpp::Named("first") = first + 1, Rcpp::Named("second") = second + 1,
        Rcpp::Named("count") = found.count, Rcpp::Named("docs") = found.docs,
        Rcpp::Named("times_first") = found.times_first,
        Rcpp::Named("times_second") = found.times_second);
  });
}
