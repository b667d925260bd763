// SPDX-License-Identifier: GPL-2.0-or-later
// Glue of term_dispersion().
#include "glue/convert.h"
#include "glue/monitor.h"
#include "glue/run.h"
#include "glue/statistics.h"
#include "term/statistics/dispersion.h"

#include <vector>

using namespace tritone;
using glue::from_zero;
using glue::with_na;

// part: by row, from 1, or NA; group: by part, from 1.
// [[Rcpp::export(rng = false)]]
Rcpp::List term_dispersion_core(const Rcpp::S4 &counts,
                                const Rcpp::IntegerVector &part,
                                const Rcpp::IntegerVector &group,
                                const std::vector<double> &size, int groups,
                                int threads) {
  return glue::run([&] {
    glue::RMonitor monitor(R_NilValue);
    const term::Dispersion found = term::term_dispersion(
        glue::columns_view(counts), from_zero(part), from_zero(group), size,
        static_cast<std::size_t>(groups), static_cast<std::size_t>(threads),
        monitor);
    return Rcpp::List::create(
        Rcpp::Named("range") = with_na(found.range),
        Rcpp::Named("parts") = with_na(found.parts),
        Rcpp::Named("dp") = with_na(found.dp),
        Rcpp::Named("dp_norm") = with_na(found.dp_norm),
        Rcpp::Named("juilland_d") = with_na(found.juilland_d),
        Rcpp::Named("carroll_d2") = with_na(found.carroll_d2),
        Rcpp::Named("rosengren_s") = with_na(found.rosengren_s),
        Rcpp::Named("kld") = with_na(found.kld));
  });
}
