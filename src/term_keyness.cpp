// SPDX-License-Identifier: GPL-2.0-or-later
// Glue of term_keyness(): log odds by group.
#include "glue/convert.h"
#include "glue/run.h"
#include "glue/statistics.h"
#include "term/statistics/keyness.h"

#include <vector>

using namespace tritone;

using glue::with_na;

// counts: a dgCMatrix; group: by row, from 1 to `groups`; prior: in tokens.
// list(count, others, log_odds, std_error, g2, chi2), each groups x terms, by
// column.
// [[Rcpp::export(rng = false)]]
Rcpp::List term_keyness_core(const Rcpp::S4 &counts, std::vector<int> group,
                             int groups, double prior) {
  return glue::run([&] {
    for (int &g : group)
      --g;
    const term::Keyness found =
        term::term_keyness(glue::columns_view(counts), group,
                           static_cast<std::size_t>(groups), prior);
    return Rcpp::List::create(Rcpp::Named("count") = with_na(found.count),
                              Rcpp::Named("others") = with_na(found.others),
                              Rcpp::Named("log_odds") = with_na(found.log_odds),
                              Rcpp::Named("std_error") =
                                  with_na(found.std_error),
                              Rcpp::Named("g2") = with_na(found.g2),
                              Rcpp::Named("chi2") = with_na(found.chi2));
  });
}
