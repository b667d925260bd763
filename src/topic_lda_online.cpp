// SPDX-License-Identifier: GPL-2.0-or-later
#include "glue/convert.h"
#include "glue/monitor.h"
#include "glue/options.h"
#include "glue/run.h"
#include "glue/topics.h"
#include "sparse/rows.h"
#include "topic/online.h"

using namespace tritone;

namespace {

OnlineOptions online_options(const Rcpp::List &given) {
  const auto count = [&](const char *name) {
    return static_cast<std::size_t>(
        glue::count_of(Rcpp::as<double>(given[name])));
  };
  OnlineOptions options;
  options.topics = count("k");
  options.alpha = Rcpp::as<double>(given["alpha"]);
  options.eta = Rcpp::as<double>(given["eta"]);
  if (!Rf_isNull(given["iterations"]))
    options.iterations = count("iterations");
  if (!Rf_isNull(given["batch"]))
    options.batch = count("batch");
  options.sort = Rcpp::as<bool>(given["sort"]);
  options.seed = count("seed");
  return options;
}

OnlineState state_from(SEXP given, const Rcpp::RObject &start, double batches) {
  OnlineState state;
  if (!Rf_isNull(given)) {
    const Rcpp::List list(given);
    state.sweep = static_cast<std::size_t>(Rcpp::as<double>(list["sweep"]));
    state.batches = Rcpp::as<double>(list["batches"]);
    state.in_term = glue::floats_of(list["in_term"]);
    state.trace = glue::trace_from(list["trace"]);
  } else if (!Rf_isNull(start)) {
    for (const double x : Rcpp::as<std::vector<double>>(start))
      state.in_term.push_back(static_cast<float>(x));
    state.batches = batches;
  }
  return state;
}

} // namespace

// Passes over the rows from `state`, or else from `start` (expected tokens,
// topics x terms, after so many batches; NULL: a random start): one where
// `segment` says so, which gives list(state) until the last; else all. The last
// gives the fit.
// [[Rcpp::export(rng = false)]]
Rcpp::List topic_online_core(const Rcpp::S4 &counts, const Rcpp::List &options,
                             SEXP start, double batches, SEXP state,
                             bool segment, int threads, SEXP progress) {
  return glue::run([&] {
    OnlineOptions used = online_options(options);
    used.threads = static_cast<std::size_t>(threads);
    glue::RMonitor monitor(progress);
    const Rows rows = to_rows(glue::columns_view(counts));
    OnlineState at = state_from(state, start, batches);
    online_passes(rows, used, segment ? 1 : used.iterations - at.sweep, at,
                  monitor);
    if (at.sweep < used.iterations)
      return Rcpp::List::create(
          Rcpp::Named("state") = Rcpp::List::create(
              Rcpp::Named("sweep") = static_cast<double>(at.sweep),
              Rcpp::Named("batches") = at.batches,
              Rcpp::Named("in_term") = glue::bytes_of(at.in_term),
              Rcpp::Named("trace") = glue::trace_of(at.trace)));
    Rcpp::List out = glue::fit_list(online_fit(rows, used, at, monitor));
    out["iterations"] = static_cast<double>(used.iterations);
    out["batch"] = static_cast<double>(used.batch);
    out["batches"] = at.batches;
    return out;
  });
}
