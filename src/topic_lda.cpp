// SPDX-License-Identifier: GPL-2.0-or-later
#include "base/hash.h"
#include "glue/convert.h"
#include "glue/monitor.h"
#include "glue/options.h"
#include "glue/run.h"
#include "sparse/rows.h"
#include "topic/cvb0.h"
#include "topic/fold_in.h"
#include "topic/gibbs.h"

#include <algorithm>

using namespace tritone;

namespace {

Rcpp::NumericMatrix matrix_of(const std::vector<double> &x, std::size_t rows,
                              std::size_t columns) {
  Rcpp::NumericMatrix out(static_cast<int>(rows), static_cast<int>(columns));
  std::copy(x.begin(), x.end(), out.begin());
  return out;
}

Rcpp::DataFrame trace_of(const std::vector<TopicTrace> &trace) {
  const auto n = static_cast<R_xlen_t>(trace.size());
  Rcpp::IntegerVector iteration(n);
  Rcpp::NumericVector change(n);
  Rcpp::NumericVector log_likelihood(n);
  for (R_xlen_t i = 0; i < n; ++i) {
    const TopicTrace &at = trace[static_cast<std::size_t>(i)];
    iteration[i] = static_cast<int>(at.iteration);
    change[i] = at.change;
    log_likelihood[i] =
        R_IsNaN(at.log_likelihood) ? NA_REAL : at.log_likelihood;
  }
  return Rcpp::DataFrame::create(
      Rcpp::Named("iteration") = iteration, Rcpp::Named("change") = change,
      Rcpp::Named("log_likelihood") = log_likelihood);
}

// What is NULL keeps the default of the core.
Cvb0Options cvb0_options(const Rcpp::List &given) {
  Cvb0Options options;
  options.topics =
      static_cast<std::size_t>(glue::count_of(Rcpp::as<double>(given["k"])));
  options.alpha = Rcpp::as<double>(given["alpha"]);
  options.eta = Rcpp::as<double>(given["eta"]);
  if (!Rf_isNull(given["iterations"]))
    options.iterations = static_cast<std::size_t>(
        glue::count_of(Rcpp::as<double>(given["iterations"])));
  if (!Rf_isNull(given["tolerance"]))
    options.tolerance = Rcpp::as<double>(given["tolerance"]);
  options.seed = glue::count_of(Rcpp::as<double>(given["seed"]));
  return options;
}

GibbsOptions gibbs_options(const Rcpp::List &given, SEXP ids) {
  const auto count = [&](const char *name) {
    return static_cast<std::size_t>(
        glue::count_of(Rcpp::as<double>(given[name])));
  };
  GibbsOptions options;
  options.topics = count("k");
  options.alpha = Rcpp::as<double>(given["alpha"]);
  options.eta = Rcpp::as<double>(given["eta"]);
  options.iterations = count("iterations");
  options.burn_in = count("burn_in");
  options.thin = count("thin");
  options.optimize = Rcpp::as<bool>(given["optimize"]);
  options.sort = Rcpp::as<bool>(given["sort"]);
  options.seed = count("seed");
  if (given.containsElementNamed("extra"))
    options.extra = Rcpp::as<std::vector<double>>(given["extra"]);
  if (!Rf_isNull(ids)) {
    const Rcpp::CharacterVector names(ids);
    for (R_xlen_t i = 0; i < names.size(); ++i)
      options.keys.push_back(hash_bytes(glue::utf8_view(STRING_ELT(names, i))));
  }
  return options;
}

// A chain's state as R keeps it in a checkpoint, and back.
Rcpp::List state_list(const GibbsState &state) {
  return Rcpp::List::create(
      Rcpp::Named("sweep") = static_cast<double>(state.sweep),
      Rcpp::Named("topic") =
          Rcpp::IntegerVector(state.topic.begin(), state.topic.end()),
      Rcpp::Named("alpha") = state.alpha, Rcpp::Named("eta") = state.eta,
      Rcpp::Named("kept") = static_cast<double>(state.kept),
      Rcpp::Named("phi") = state.phi, Rcpp::Named("theta") = state.theta,
      Rcpp::Named("trace") = trace_of(state.trace));
}

GibbsState state_of(const Rcpp::List &given) {
  GibbsState state;
  state.sweep = static_cast<std::size_t>(Rcpp::as<double>(given["sweep"]));
  state.topic = Rcpp::as<std::vector<std::int32_t>>(given["topic"]);
  state.alpha = Rcpp::as<std::vector<double>>(given["alpha"]);
  state.eta = Rcpp::as<double>(given["eta"]);
  state.kept = static_cast<std::size_t>(Rcpp::as<double>(given["kept"]));
  state.phi = Rcpp::as<std::vector<double>>(given["phi"]);
  state.theta = Rcpp::as<std::vector<double>>(given["theta"]);
  const Rcpp::List trace = given["trace"];
  const Rcpp::IntegerVector iteration = trace["iteration"];
  const Rcpp::NumericVector log_likelihood = trace["log_likelihood"];
  for (R_xlen_t i = 0; i < iteration.size(); ++i)
    state.trace.push_back(
        {static_cast<std::size_t>(iteration[i]), R_NaN, log_likelihood[i]});
  return state;
}

} // namespace

// counts: a dgCMatrix; options: list(k, alpha, eta, iterations, tolerance,
// seed); start: NULL or a matrix of topics x terms.
// [[Rcpp::export(rng = false)]]
Rcpp::List topic_lda_core(const Rcpp::S4 &counts, const Rcpp::List &options,
                          SEXP start, int threads, SEXP progress) {
  return glue::run([&] {
    Cvb0Options used = cvb0_options(options);
    used.threads = static_cast<std::size_t>(threads);
    if (!Rf_isNull(start))
      used.start = Rcpp::as<std::vector<double>>(start);
    glue::RMonitor monitor(progress);
    const TopicFit fit =
        fit_cvb0(to_rows(glue::columns_view(counts)), used, monitor);
    return Rcpp::List::create(
        Rcpp::Named("phi") = matrix_of(fit.phi, fit.topics, fit.terms),
        Rcpp::Named("theta") = matrix_of(fit.theta, fit.documents, fit.topics),
        Rcpp::Named("prevalence") = fit.prevalence,
        Rcpp::Named("trace") = trace_of(fit.trace),
        Rcpp::Named("iterations") = static_cast<double>(used.iterations),
        Rcpp::Named("tolerance") = used.tolerance,
        Rcpp::Named("converged") = fit.converged);
  });
}

// Shares of the topics phi (topics x terms) in the rows of a dgCMatrix.
// [[Rcpp::export(rng = false)]]
Rcpp::NumericMatrix topic_fold_in_core(const Rcpp::S4 &counts,
                                       const Rcpp::NumericMatrix &phi,
                                       double alpha, int threads,
                                       SEXP progress) {
  return glue::run([&] {
    FoldInOptions options;
    options.alpha = alpha;
    options.threads = static_cast<std::size_t>(threads);
    glue::RMonitor monitor(progress);
    const auto topics = static_cast<std::size_t>(phi.nrow());
    const Rows rows = to_rows(glue::columns_view(counts));
    return matrix_of(fold_in(rows, Rcpp::as<std::vector<double>>(phi), topics,
                             options, monitor),
                     rows.rows(), topics);
  });
}

// One chain from `state` (NULL: its start, with `start` as weights of topics x
// terms or NULL) to `until` sweeps. ids: names of the documents' streams or
// NULL. With the last sweep the fit too.
// [[Rcpp::export(rng = false)]]
Rcpp::List topic_gibbs_core(const Rcpp::S4 &counts, const Rcpp::List &options,
                            SEXP ids, SEXP start, SEXP state, double until,
                            int threads, SEXP progress) {
  return glue::run([&] {
    GibbsOptions used = gibbs_options(options, ids);
    used.threads = static_cast<std::size_t>(threads);
    if (!Rf_isNull(start))
      used.start = Rcpp::as<std::vector<double>>(start);
    glue::RMonitor monitor(progress);
    const Rows rows = to_rows(glue::columns_view(counts));
    const GibbsState end =
        run_gibbs(rows, used, Rf_isNull(state) ? GibbsState() : state_of(state),
                  static_cast<std::size_t>(until), monitor);
    if (end.sweep < used.iterations)
      return Rcpp::List::create(Rcpp::Named("state") = state_list(end));
    const TopicFit fit = gibbs_fit(rows, used, end);
    return Rcpp::List::create(
        Rcpp::Named("state") = state_list(end),
        Rcpp::Named("phi") = matrix_of(fit.phi, fit.topics, fit.terms),
        Rcpp::Named("theta") = matrix_of(fit.theta, fit.documents, fit.topics),
        Rcpp::Named("prevalence") = fit.prevalence);
  });
}
