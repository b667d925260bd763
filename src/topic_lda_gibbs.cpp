// SPDX-License-Identifier: GPL-2.0-or-later
#include "base/hash.h"
#include "glue/convert.h"
#include "glue/monitor.h"
#include "glue/options.h"
#include "glue/run.h"
#include "glue/topics.h"
#include "sparse/rows.h"
#include "topic/gibbs/gibbs.h"

using namespace tritone;

namespace {

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
      Rcpp::Named("trace") = glue::trace_of(state.trace));
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
  state.trace = glue::trace_from(given["trace"]);
  return state;
}

} // namespace

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
    Rcpp::List out = glue::fit_list(fit);
    out["state"] = state_list(end);
    return out;
  });
}
