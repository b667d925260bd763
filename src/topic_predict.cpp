// SPDX-License-Identifier: GPL-2.0-or-later
// Glue of predict() for topic models: fold-in.
#include "glue/convert.h"
#include "glue/monitor.h"
#include "glue/run.h"
#include "glue/topics.h"
#include "sparse/rows.h"
#include "topic/fold_in.h"

using namespace tritone;

// Shares of the topics phi (topics x terms) in the rows of a dgCMatrix; alpha:
// one number a topic.
// [[Rcpp::export(rng = false)]]
Rcpp::NumericMatrix topic_fold_in_core(const Rcpp::S4 &counts,
                                       const Rcpp::NumericMatrix &phi,
                                       const std::vector<double> &alpha,
                                       int threads, SEXP progress) {
  return glue::run([&] {
    topic::FoldInOptions options;
    options.alphas = alpha;
    options.threads = static_cast<std::size_t>(threads);
    glue::RMonitor monitor(progress);
    const auto topics = static_cast<std::size_t>(phi.nrow());
    const Rows rows = to_rows(glue::columns_view(counts));
    return glue::matrix_of(topic::fold_in(rows,
                                          Rcpp::as<std::vector<double>>(phi),
                                          topics, options, monitor),
                           rows.rows(), topics);
  });
}
