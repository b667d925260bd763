// SPDX-License-Identifier: GPL-2.0-or-later
// Glue of topic_quality(), and the FREX of topic_terms().
#include "glue/convert.h"
#include "glue/monitor.h"
#include "glue/options.h"
#include "glue/run.h"
#include "glue/topics.h"
#include "topic/quality.h"

#include <vector>

using namespace tritone;

namespace {

// NaN as NA.
Rcpp::NumericVector known(const std::vector<double> &x) {
  Rcpp::NumericVector out(x.begin(), x.end());
  for (double &value : out)
    if (R_IsNaN(value))
      value = NA_REAL;
  return out;
}

} // namespace

// phi: topics x columns of counts; theta: articles x topics. A list of numbers
// by topic, named as in topic/quality.h.
// [[Rcpp::export(rng = false)]]
Rcpp::List topic_quality_core(const Rcpp::S4 &counts,
                              const Rcpp::NumericMatrix &phi,
                              const Rcpp::NumericMatrix &theta, double top,
                              double smooth, double weight, int threads,
                              SEXP progress) {
  return glue::run([&] {
    topic::QualityOptions options;
    options.top = static_cast<std::size_t>(glue::count_of(top));
    options.smooth = smooth;
    options.frex_weight = weight;
    options.threads = static_cast<std::size_t>(threads);
    glue::RMonitor monitor(progress);
    const topic::Quality found = topic::topic_quality(
        glue::columns_view(counts), Rcpp::as<std::vector<double>>(phi),
        Rcpp::as<std::vector<double>>(theta),
        static_cast<std::size_t>(phi.nrow()), options, monitor);
    return Rcpp::List::create(
        Rcpp::Named("npmi") = known(found.npmi),
        Rcpp::Named("umass") = known(found.umass),
        Rcpp::Named("exclusivity") = known(found.exclusivity),
        Rcpp::Named("size") = found.size,
        Rcpp::Named("prevalence") = found.prevalence,
        Rcpp::Named("document_entropy") = known(found.document_entropy),
        Rcpp::Named("distance") = found.distance,
        Rcpp::Named("junk") = found.junk);
  });
}

// FREX of every term in every topic, as phi.
// [[Rcpp::export(rng = false)]]
Rcpp::NumericMatrix topic_frex_core(const Rcpp::NumericMatrix &phi,
                                    double weight, int threads) {
  return glue::run([&] {
    glue::RMonitor monitor(R_NilValue);
    const auto topics = static_cast<std::size_t>(phi.nrow());
    const auto terms = static_cast<std::size_t>(phi.ncol());
    return glue::matrix_of(
        topic::frex(Rcpp::as<std::vector<double>>(phi), topics, terms, weight,
                    static_cast<std::size_t>(threads), monitor),
        topics, terms);
  });
}
