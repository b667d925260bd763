// SPDX-License-Identifier: GPL-2.0-or-later
// Fits of topic models: one door for every engine. An engine has a reader of
// its settings here and an entry in make_engine().
#include "base/hash.h"
#include "glue/convert.h"
#include "glue/monitor.h"
#include "glue/options.h"
#include "glue/run.h"
#include "glue/topics.h"
#include "sparse/rows.h"
#include "topic/cvb0/cvb0.h"
#include "topic/engine.h"
#include "topic/gibbs/gibbs.h"
#include "topic/nmf.h"
#include "topic/online.h"
#include "topic/stm/stm.h"

#include <chrono>
#include <cmath>
#include <cstddef>
#include <limits>
#include <memory>
#include <string>
#include <vector>

using namespace tritone;

namespace {

std::unique_ptr<topic::TopicEngine> cvb0_engine(const Rows &counts,
                                                const glue::Settings &given,
                                                std::size_t threads) {
  topic::Cvb0Options options;
  given.count("k", options.topics);
  given.number("alpha", options.alpha);
  given.number("eta", options.eta);
  given.count("iterations", options.iterations);
  given.number("tolerance", options.tolerance);
  given.count("seed", options.seed);
  given.numbers("start", options.start);
  options.threads = threads;
  return std::make_unique<topic::Cvb0Engine>(counts, options);
}

std::unique_ptr<topic::TopicEngine> gibbs_engine(const Rows &counts,
                                                 const glue::Settings &given,
                                                 std::size_t threads) {
  topic::GibbsOptions options;
  given.count("k", options.topics);
  given.number("alpha", options.alpha);
  given.number("eta", options.eta);
  given.count("iterations", options.iterations);
  given.count("burn_in", options.burn_in);
  given.count("thin", options.thin);
  given.count("draws", options.draws);
  given.flag("optimize", options.optimize);
  given.flag("sort", options.sort);
  given.count("seed", options.seed);
  given.numbers("start", options.start);
  given.numbers("extra", options.extra);
  const SEXP ids = given.get("ids");
  for (R_xlen_t i = 0; i < Rf_xlength(ids); ++i)
    options.keys.push_back(hash_bytes(glue::utf8_view(STRING_ELT(ids, i))));
  options.threads = threads;
  return std::make_unique<topic::GibbsEngine>(counts, options);
}

std::unique_ptr<topic::TopicEngine> online_engine(const Rows &counts,
                                                  const glue::Settings &given,
                                                  std::size_t threads) {
  topic::OnlineOptions options;
  given.count("k", options.topics);
  given.number("alpha", options.alpha);
  given.number("eta", options.eta);
  given.count("iterations", options.iterations);
  given.count("batch", options.batch);
  given.flag("sort", options.sort);
  given.count("seed", options.seed);
  given.numbers("start", options.start);
  given.number("batches", options.batches);
  options.threads = threads;
  return std::make_unique<topic::OnlineEngine>(counts, options);
}

std::unique_ptr<topic::TopicEngine> nmf_engine(const Rows &counts,
                                               const glue::Settings &given,
                                               std::size_t threads) {
  topic::NmfOptions options;
  given.count("k", options.topics);
  bool poisson = true;
  given.flag("poisson", poisson);
  options.loss = poisson ? topic::NmfLoss::poisson : topic::NmfLoss::frobenius;
  given.count("iterations", options.iterations);
  given.number("tolerance", options.tolerance);
  given.numbers("start", options.start);
  given.numbers("extra", options.extra);
  given.count("seed", options.seed);
  options.threads = threads;
  return std::make_unique<topic::NmfEngine>(counts, options);
}

// The engine "stm". Settings:
//   k
//   prevalence     double matrix articles x covariates, the first column the
//                  intercept; NULL: an intercept alone
//   content        integer group by article, 1 .. groups; NULL: none
//   init           "spectral" (default), "random" or "lda"
//   start          phi, k x terms, instead of init; with it start_gamma
//                  (covariates x (k - 1)) and start_sigma ((k - 1)^2)
//   memory         k x terms x groups, expected counts so far: priors of the
//                  topics; start_gamma and start_sigma are then held
//   iterations     at most (500); 0: the start
//   tolerance      least relative rise of the bound (1e-5)
//   schedule       "exact" (default) or "fast"
//   sigma_prior    between 0 and 1 (0)
//   interactions   of topic and group (TRUE); penalties (250),
//                  penalty_ratio (0.001), parameter_cost (2): the L1 path of
//                  the content model
//   max_terms      that may be anchors (10000)
//   seed           of "random" and "lda"
// The fit has the parts that topic/stm/stm.h names, as arrays.
std::unique_ptr<topic::TopicEngine> stm_engine(const Rows &counts,
                                               const glue::Settings &given,
                                               std::size_t threads) {
  topic::StmOptions options;
  given.count("k", options.topics);
  given.numbers("prevalence", options.prevalence);
  if (counts.rows() > 0)
    options.covariates = options.prevalence.size() / counts.rows();
  options.content = glue::groups_of(given.get("content"), options.groups);
  given.count("groups", options.groups);
  const std::string init = given.text("init", "spectral");
  if (init == "random")
    options.init = topic::StmStart::random;
  else if (init == "lda")
    options.init = topic::StmStart::lda;
  else if (init != "spectral")
    throw input_error("There is no start \"" + init + "\".");
  given.numbers("start", options.start);
  given.numbers("start_gamma", options.start_gamma);
  given.numbers("start_sigma", options.start_sigma);
  given.numbers("memory", options.extra);
  given.count("iterations", options.iterations);
  given.number("tolerance", options.tolerance);
  options.fast = given.text("schedule", "exact") == "fast";
  given.number("sigma_prior", options.sigma_prior);
  given.flag("interactions", options.content_options.interactions);
  given.count("penalties", options.content_options.penalties);
  given.number("penalty_ratio", options.content_options.ratio);
  given.number("parameter_cost", options.content_options.parameter_cost);
  given.count("max_terms", options.max_terms);
  given.count("seed", options.seed);
  options.threads = threads;
  return std::make_unique<topic::StmEngine>(counts, options);
}

std::unique_ptr<topic::TopicEngine> make_engine(const std::string &name,
                                                const Rows &counts,
                                                const glue::Settings &given,
                                                std::size_t threads) {
  if (name == "cvb0")
    return cvb0_engine(counts, given, threads);
  if (name == "gibbs")
    return gibbs_engine(counts, given, threads);
  if (name == "online")
    return online_engine(counts, given, threads);
  if (name == "nmf")
    return nmf_engine(counts, given, threads);
  if (name == "stm")
    return stm_engine(counts, given, threads);
  throw input_error("There is no engine \"" + name + "\".");
}

} // namespace

// counts: a dgCMatrix; engine: its name; settings: a list of what it reads,
// NULL or absent for the defaults of the core. Goes on from `state` (NULL: the
// start) in segments until so many seconds have passed, at least one: returns
// list(state), after the last segment the fit. No limit of time: to the end.
// [[Rcpp::export(rng = false)]]
Rcpp::List topic_fit_core(const Rcpp::S4 &counts, const std::string &engine,
                          const Rcpp::List &settings, SEXP state,
                          double seconds, int threads, SEXP progress) {
  return glue::run([&] {
    glue::RMonitor monitor(progress);
    const Rows rows = to_rows(glue::columns_view(counts));
    const auto fitted = make_engine(engine, rows, glue::Settings(settings),
                                    static_cast<std::size_t>(threads));
    if (!Rf_isNull(state))
      fitted->load(glue::state_from(Rcpp::List(state)));
    if (std::isfinite(seconds)) {
      using Clock = std::chrono::steady_clock;
      const auto end = Clock::now() + std::chrono::duration<double>(seconds);
      const std::size_t size = fitted->segment();
      do
        fitted->advance((fitted->iteration() / size + 1) * size, monitor);
      while (!fitted->finished() && Clock::now() < end);
    } else {
      fitted->advance(std::numeric_limits<std::size_t>::max(), monitor);
    }
    if (!fitted->finished())
      return Rcpp::List::create(Rcpp::Named("state") =
                                    glue::state_list(fitted->save()));
    return glue::fit_list(fitted->fit(monitor), fitted->settings());
  });
}
