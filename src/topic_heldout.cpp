// SPDX-License-Identifier: GPL-2.0-or-later
// Glue of topic_heldout().
#include "glue/convert.h"
#include "glue/monitor.h"
#include "glue/options.h"
#include "glue/run.h"
#include "sparse/rows.h"
#include "topic/heldout.h"

using namespace tritone;

namespace {

// The entries of rows as i, j (from 1) and x.
Rcpp::List triplets_of(const Rows &rows) {
  Rcpp::IntegerVector i(static_cast<R_xlen_t>(rows.column.size()));
  for (std::size_t d = 0; d < rows.rows(); ++d)
    for (auto e = rows.start[d]; e < rows.start[d + 1]; ++e)
      i[static_cast<R_xlen_t>(e)] = static_cast<int>(d) + 1;
  Rcpp::IntegerVector j(rows.column.begin(), rows.column.end());
  j = j + 1;
  return Rcpp::List::create(Rcpp::Named("i") = i, Rcpp::Named("j") = j,
                            Rcpp::Named("x") = rows.value);
}

} // namespace

// The tokens of the rows of a dgCMatrix in two halves, see split_tokens():
// list(observed, scored) of triplets. phi: topics x terms.
// [[Rcpp::export(rng = false)]]
Rcpp::List topic_halves_core(const Rcpp::S4 &counts,
                             const Rcpp::NumericMatrix &phi, double seed) {
  return glue::run([&] {
    const topic::Halves found = topic::split_tokens(
        to_rows(glue::columns_view(counts)), Rcpp::as<std::vector<double>>(phi),
        static_cast<std::size_t>(phi.nrow()), glue::count_of(seed));
    return Rcpp::List::create(
        Rcpp::Named("observed") = triplets_of(found.observed),
        Rcpp::Named("scored") = triplets_of(found.scored));
  });
}

// By row of a dgCMatrix: tokens scored and their log likelihood under the
// topics phi (topics x terms). alpha: one number a topic.
// [[Rcpp::export(rng = false)]]
Rcpp::List topic_heldout_core(const Rcpp::S4 &counts,
                              const Rcpp::NumericMatrix &phi,
                              const std::vector<double> &alpha,
                              bool left_to_right, double particles, double seed,
                              int threads, SEXP progress) {
  return glue::run([&] {
    topic::HeldoutOptions options;
    options.alphas = alpha;
    options.particles = static_cast<std::size_t>(glue::count_of(particles));
    options.seed = glue::count_of(seed);
    options.threads = static_cast<std::size_t>(threads);
    glue::RMonitor monitor(progress);
    const auto estimate = left_to_right ? tritone::topic::left_to_right
                                        : topic::document_completion;
    const topic::Heldout found = estimate(to_rows(glue::columns_view(counts)),
                                          Rcpp::as<std::vector<double>>(phi),
                                          alpha.size(), options, monitor);
    return Rcpp::List::create(Rcpp::Named("tokens") = found.tokens,
                              Rcpp::Named("log_likelihood") =
                                  found.log_likelihood);
  });
}
