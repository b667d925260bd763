// SPDX-License-Identifier: GPL-2.0-or-later
// Glue of term_bursts().
#include "glue/convert.h"
#include "glue/monitor.h"
#include "glue/run.h"
#include "glue/statistics.h"
#include "term/statistics/bursts.h"

#include <vector>

using namespace tritone;

// r: articles with the term, periods x terms; d: articles by period.
// [[Rcpp::export(rng = false)]]
Rcpp::List term_bursts_core(const Rcpp::NumericMatrix &r,
                            const std::vector<double> &d, double s,
                            double gamma, double levels) {
  return glue::run([&] {
    term::BurstOptions options;
    options.s = s;
    options.gamma = gamma;
    options.levels = static_cast<std::size_t>(levels);
    std::vector<double> term, level, begin, end, weight;
    for (int j = 0; j < r.ncol(); ++j) {
      const Rcpp::NumericMatrix::ConstColumn column = r.column(j);
      const std::vector<double> own(column.begin(), column.end());
      for (const term::Burst &burst : term::find_bursts(own, d, options)) {
        term.push_back(j + 1);
        level.push_back(static_cast<double>(burst.level));
        begin.push_back(static_cast<double>(burst.begin + 1));
        end.push_back(static_cast<double>(burst.end));
        weight.push_back(burst.weight);
      }
    }
    return Rcpp::List::create(
        Rcpp::Named("term") = term, Rcpp::Named("level") = level,
        Rcpp::Named("begin") = begin, Rcpp::Named("end") = end,
        Rcpp::Named("weight") = weight);
  });
}
