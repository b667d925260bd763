// SPDX-License-Identifier: GPL-2.0-or-later
#include "glue/convert.h"
#include "glue/monitor.h"
#include "glue/options.h"
#include "glue/run.h"
#include "glue/topics.h"
#include "topic/nmf.h"

using namespace tritone;

namespace {

NmfOptions nmf_options(const Rcpp::List &given) {
  const auto count = [&](const char *name) {
    return glue::count_of(Rcpp::as<double>(given[name]));
  };
  NmfOptions options;
  options.topics = static_cast<std::size_t>(count("k"));
  options.loss =
      Rcpp::as<bool>(given["poisson"]) ? NmfLoss::poisson : NmfLoss::frobenius;
  options.iterations = static_cast<std::size_t>(count("iterations"));
  options.tolerance = Rcpp::as<double>(given["tolerance"]);
  options.seed = count("seed");
  return options;
}

Rcpp::DataFrame nmf_trace(const std::vector<NmfTrace> &trace) {
  const auto n = static_cast<R_xlen_t>(trace.size());
  Rcpp::IntegerVector iteration(n);
  Rcpp::NumericVector loss(n);
  for (R_xlen_t i = 0; i < n; ++i) {
    const NmfTrace &at = trace[static_cast<std::size_t>(i)];
    iteration[i] = static_cast<int>(at.iteration);
    loss[i] = at.loss;
  }
  return Rcpp::DataFrame::create(Rcpp::Named("iteration") = iteration,
                                 Rcpp::Named("loss") = loss);
}

Rcpp::List state_list(const NmfState &state) {
  return Rcpp::List::create(
      Rcpp::Named("step") = static_cast<double>(state.step),
      Rcpp::Named("loss") = state.loss, Rcpp::Named("stretch") = state.stretch,
      Rcpp::Named("left") = state.left, Rcpp::Named("right") = state.right,
      Rcpp::Named("point_left") = state.point_left,
      Rcpp::Named("point_right") = state.point_right,
      Rcpp::Named("trace") = nmf_trace(state.trace));
}

NmfState state_from(SEXP given) {
  NmfState state;
  if (Rf_isNull(given))
    return state;
  const Rcpp::List list(given);
  const auto numbers = [&](const char *name) {
    return Rcpp::as<std::vector<double>>(list[name]);
  };
  state.step = static_cast<std::size_t>(Rcpp::as<double>(list["step"]));
  state.loss = Rcpp::as<double>(list["loss"]);
  state.stretch = Rcpp::as<double>(list["stretch"]);
  state.left = numbers("left");
  state.right = numbers("right");
  state.point_left = numbers("point_left");
  state.point_right = numbers("point_right");
  const Rcpp::List trace = list["trace"];
  const Rcpp::IntegerVector iteration = trace["iteration"];
  const Rcpp::NumericVector loss = trace["loss"];
  for (R_xlen_t i = 0; i < iteration.size(); ++i)
    state.trace.push_back({static_cast<std::size_t>(iteration[i]), loss[i]});
  return state;
}

} // namespace

// counts: a dgCMatrix; options: list(k, poisson, iterations, tolerance, seed).
// With `segment` one segment from `state` (NULL: the start): list(state) until
// the last, else the fit.
// [[Rcpp::export(rng = false)]]
Rcpp::List topic_nmf_core(const Rcpp::S4 &counts, const Rcpp::List &options,
                          SEXP state, bool segment, int threads,
                          SEXP progress) {
  return glue::run([&] {
    NmfOptions used = nmf_options(options);
    used.threads = static_cast<std::size_t>(threads);
    glue::RMonitor monitor(progress);
    const Rows rows = to_rows(glue::columns_view(counts));
    NmfFit fit;
    if (segment) {
      NmfState at = state_from(state);
      if (!continue_nmf(rows, used, at, fit, monitor))
        return Rcpp::List::create(Rcpp::Named("state") = state_list(at));
    } else {
      fit = fit_nmf(rows, used, monitor);
    }
    return Rcpp::List::create(Rcpp::Named("phi") = glue::matrix_of(
                                  fit.phi, used.topics, rows.columns),
                              Rcpp::Named("trace") = nmf_trace(fit.trace),
                              Rcpp::Named("converged") = fit.converged);
  });
}
