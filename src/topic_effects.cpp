// SPDX-License-Identifier: GPL-2.0-or-later
// Glue of topic_effects(): sums over draws of shares.
#include "base/hash.h"
#include "glue/convert.h"
#include "glue/monitor.h"
#include "glue/options.h"
#include "glue/run.h"
#include "topic/stm/compose.h"

#include <cstdint>
#include <vector>

using namespace tritone;

// eta: articles x (topics - 1); root: R with R'R the covariance of every
// article's eta; ids: names of the articles; columns: articles x any number.
// list(along = columns x topics x draws, squares = topics x draws), see
// topic/stm/compose.h.
// [[Rcpp::export(rng = false)]]
Rcpp::List topic_effects_core(const Rcpp::NumericMatrix &eta,
                              const Rcpp::NumericMatrix &root,
                              const Rcpp::CharacterVector &ids,
                              const Rcpp::NumericMatrix &columns, double draws,
                              double seed, int threads) {
  return glue::run([&] {
    glue::RMonitor monitor(R_NilValue);
    topic::stm::Spread spread;
    spread.eta.assign(eta.begin(), eta.end());
    spread.free = static_cast<std::size_t>(eta.ncol());
    for (int i = 0; i < root.nrow(); ++i)
      for (int j = 0; j < root.ncol(); ++j)
        spread.root.push_back(root(i, j));
    for (R_xlen_t i = 0; i < ids.size(); ++i)
      spread.keys.push_back(hash_bytes(glue::utf8_view(STRING_ELT(ids, i))));
    const topic::stm::Composition found =
        topic::stm::compose(spread, Rcpp::as<std::vector<double>>(columns),
                            static_cast<std::size_t>(glue::count_of(draws)),
                            static_cast<std::uint64_t>(glue::count_of(seed)),
                            static_cast<std::size_t>(threads), monitor);
    Rcpp::NumericVector along(found.along.begin(), found.along.end());
    along.attr("dim") =
        Rcpp::IntegerVector::create(columns.ncol(), eta.ncol() + 1, draws);
    return Rcpp::List::create(Rcpp::Named("along") = along,
                              Rcpp::Named("squares") = found.squares);
  });
}
