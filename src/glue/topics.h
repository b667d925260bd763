// SPDX-License-Identifier: GPL-2.0-or-later
// Fits of topics as R sees them.
#pragma once

#include "base/error.h"
#include "topic/model.h"

#include <Rcpp.h>

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <vector>

namespace tritone::glue {

inline Rcpp::NumericMatrix matrix_of(const std::vector<double> &x,
                                     std::size_t rows, std::size_t columns) {
  Rcpp::NumericMatrix out(static_cast<int>(rows), static_cast<int>(columns));
  std::copy(x.begin(), x.end(), out.begin());
  return out;
}

inline Rcpp::DataFrame trace_of(const std::vector<TopicTrace> &trace) {
  const auto n = static_cast<R_xlen_t>(trace.size());
  Rcpp::IntegerVector iteration(n);
  Rcpp::NumericVector change(n);
  Rcpp::NumericVector log_likelihood(n);
  for (R_xlen_t i = 0; i < n; ++i) {
    const TopicTrace &at = trace[static_cast<std::size_t>(i)];
    iteration[i] = static_cast<int>(at.iteration);
    change[i] = R_IsNaN(at.change) ? NA_REAL : at.change;
    log_likelihood[i] =
        R_IsNaN(at.log_likelihood) ? NA_REAL : at.log_likelihood;
  }
  return Rcpp::DataFrame::create(
      Rcpp::Named("iteration") = iteration, Rcpp::Named("change") = change,
      Rcpp::Named("log_likelihood") = log_likelihood);
}

inline std::vector<TopicTrace> trace_from(const Rcpp::List &given) {
  const Rcpp::IntegerVector iteration = given["iteration"];
  const Rcpp::NumericVector change = given["change"];
  const Rcpp::NumericVector log_likelihood = given["log_likelihood"];
  std::vector<TopicTrace> out;
  for (R_xlen_t i = 0; i < iteration.size(); ++i)
    out.push_back(
        {static_cast<std::size_t>(iteration[i]), change[i], log_likelihood[i]});
  return out;
}

// Single precision as R keeps it in a checkpoint: the bytes, and back.
inline Rcpp::RawVector bytes_of(const std::vector<float> &x) {
  Rcpp::RawVector out(static_cast<R_xlen_t>(x.size() * sizeof(float)));
  if (!x.empty())
    std::memcpy(RAW(out), x.data(), x.size() * sizeof(float));
  return out;
}

inline std::vector<float> floats_of(const Rcpp::RawVector &bytes) {
  std::vector<float> out(static_cast<std::size_t>(bytes.size()) /
                         sizeof(float));
  if (!out.empty())
    std::memcpy(out.data(), RAW(bytes), out.size() * sizeof(float));
  return out;
}

// What R's fit_* functions read: phi, theta, prevalence, alpha, trace,
// converged.
inline Rcpp::List fit_list(const TopicFit &fit) {
  return Rcpp::List::create(
      Rcpp::Named("phi") = matrix_of(fit.phi, fit.topics, fit.terms),
      Rcpp::Named("theta") = matrix_of(fit.theta, fit.documents, fit.topics),
      Rcpp::Named("prevalence") = fit.prevalence,
      Rcpp::Named("alpha") = fit.alpha,
      Rcpp::Named("trace") = trace_of(fit.trace),
      Rcpp::Named("converged") = fit.converged);
}

} // namespace tritone::glue
