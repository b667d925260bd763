// SPDX-License-Identifier: GPL-2.0-or-later
// Glue of topic_heldout().
#include "glue/convert.h"
#include "glue/monitor.h"
#include "glue/options.h"
#include "glue/run.h"
#include "sparse/rows.h"
#include "topic/heldout.h"

using namespace tritone;

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
