// SPDX-License-Identifier: GPL-2.0-or-later
// Glue of topic_effects(): draws of shares, sums over them and regressions.
#include "base/hash.h"
#include "glue/convert.h"
#include "glue/monitor.h"
#include "glue/options.h"
#include "glue/run.h"
#include "topic/effects/dirichlet.h"
#include "topic/effects/regression.h"
#include "topic/stm/compose.h"

#include <cstdint>
#include <string>
#include <vector>

using namespace tritone;

namespace {

topic::stm::Spread spread_of(const Rcpp::NumericMatrix &eta,
                             const Rcpp::NumericMatrix &root,
                             const Rcpp::CharacterVector &ids) {
  topic::stm::Spread spread;
  spread.eta.assign(eta.begin(), eta.end());
  spread.free = static_cast<std::size_t>(eta.ncol());
  for (int i = 0; i < root.nrow(); ++i)
    for (int j = 0; j < root.ncol(); ++j)
      spread.root.push_back(root(i, j));
  for (R_xlen_t i = 0; i < ids.size(); ++i)
    spread.keys.push_back(hash_bytes(glue::utf8_view(STRING_ELT(ids, i))));
  return spread;
}

Rcpp::NumericVector array_of(const std::vector<double> &x, int rows,
                             int columns, double layers) {
  Rcpp::NumericVector out(x.begin(), x.end());
  out.attr("dim") =
      Rcpp::IntegerVector::create(rows, columns, static_cast<int>(layers));
  return out;
}

} // namespace

// eta: articles x (topics - 1); root: R with R'R the covariance of every
// article's eta; ids: names of the articles; columns: articles x any number.
// list(along = columns x topics x draws, squares = topics x draws), see
// topic/stm/compose.h.
// [[Rcpp::export(rng = false)]]
Rcpp::List topic_effects_core(const Rcpp::NumericMatrix &eta,
                              const Rcpp::NumericMatrix &root,
                              const Rcpp::CharacterVector &ids,
                              const Rcpp::NumericMatrix &columns, double draws,
                              double seed, int threads) {
  return glue::run([&] {
    glue::RMonitor monitor(R_NilValue);
    const topic::stm::Composition found = topic::stm::compose(
        spread_of(eta, root, ids), Rcpp::as<std::vector<double>>(columns),
        static_cast<std::size_t>(glue::count_of(draws)),
        static_cast<std::uint64_t>(glue::count_of(seed)),
        static_cast<std::size_t>(threads), monitor);
    return Rcpp::List::create(
        Rcpp::Named("along") =
            array_of(found.along, columns.ncol(), eta.ncol() + 1, draws),
        Rcpp::Named("squares") = found.squares);
  });
}

// The draws that topic_effects_core() sums over, `count` of them from the one
// numbered `first`: an array of articles x topics x draws.
// [[Rcpp::export(rng = false)]]
Rcpp::NumericVector topic_effects_draws_core(const Rcpp::NumericMatrix &eta,
                                             const Rcpp::NumericMatrix &root,
                                             const Rcpp::CharacterVector &ids,
                                             double first, double count,
                                             double seed, int threads) {
  return glue::run([&] {
    glue::RMonitor monitor(R_NilValue);
    return array_of(topic::stm::spread_draws(
                        spread_of(eta, root, ids),
                        static_cast<std::size_t>(glue::count_of(first)),
                        static_cast<std::size_t>(glue::count_of(count)),
                        static_cast<std::uint64_t>(glue::count_of(seed)),
                        static_cast<std::size_t>(threads), monitor),
                    eta.nrow(), eta.ncol() + 1, count);
  });
}

// Regressions on x (articles x columns, near orthogonal) of `shares`, an array
// of articles x topics x draws; form: "linear", "fractional" or "beta"; group:
// the number of each article's, from 1, or none; start: columns x topics;
// precision: by topic. list(coefficients = columns x topics x draws, covariance
// = columns x columns x topics, spread, precision, failed), see
// topic/effects/regression.h.
// [[Rcpp::export(rng = false)]]
Rcpp::List topic_effects_regress_core(
    const Rcpp::NumericMatrix &x, const Rcpp::NumericVector &shares,
    const std::string &form, const Rcpp::IntegerVector &group, int groups,
    bool random, const Rcpp::NumericMatrix &start,
    const std::vector<double> &precision, int threads) {
  return glue::run([&] {
    glue::RMonitor monitor(R_NilValue);
    namespace effects = topic::effects;
    effects::Design design =
        effects::make_design(x.begin(), static_cast<std::size_t>(x.nrow()),
                             static_cast<std::size_t>(x.ncol()));
    for (const int g : group)
      design.group.push_back(static_cast<std::uint32_t>(g - 1));
    design.groups = static_cast<std::size_t>(groups);
    design.random = random;
    effects::Shares drawn;
    drawn.value = shares.begin();
    drawn.topics = static_cast<std::size_t>(start.ncol());
    const auto size = static_cast<std::size_t>(x.nrow()) * drawn.topics;
    if (size == 0 || static_cast<std::size_t>(shares.size()) % size != 0)
      throw input_error("Shares must be articles x topics x draws.");
    drawn.draws = static_cast<std::size_t>(shares.size()) / size;
    const effects::Form kind = form == "linear" ? effects::Form::linear
                               : form == "beta" ? effects::Form::beta
                                                : effects::Form::fractional;
    const effects::Regressions found = effects::regress(
        design, drawn, kind, Rcpp::as<std::vector<double>>(start), precision,
        static_cast<std::size_t>(threads), monitor);
    const int topics = start.ncol();
    Rcpp::NumericVector coefficients(found.coefficients.begin(),
                                     found.coefficients.end());
    coefficients.attr("dim") = Rcpp::IntegerVector::create(
        x.ncol(), topics, static_cast<int>(drawn.draws));
    Rcpp::NumericVector covariance(found.covariance.begin(),
                                   found.covariance.end());
    covariance.attr("dim") =
        Rcpp::IntegerVector::create(x.ncol(), x.ncol(), topics);
    return Rcpp::List::create(Rcpp::Named("coefficients") = coefficients,
                              Rcpp::Named("covariance") = covariance,
                              Rcpp::Named("spread") = found.spread,
                              Rcpp::Named("precision") = found.precision,
                              Rcpp::Named("failed") = Rcpp::LogicalVector(
                                  found.failed.begin(), found.failed.end()));
  });
}

// `count` draws, from the one numbered `first`, of shares with Dirichlet
// posteriors: an array of articles x topics x draws. mean: articles x topics;
// total: by article.
// [[Rcpp::export(rng = false)]]
Rcpp::NumericVector
topic_effects_dirichlet_core(const Rcpp::NumericMatrix &mean,
                             const std::vector<double> &total,
                             const Rcpp::CharacterVector &ids, double first,
                             double count, double seed, int threads) {
  return glue::run([&] {
    glue::RMonitor monitor(R_NilValue);
    topic::effects::Posteriors posteriors;
    posteriors.mean.assign(mean.begin(), mean.end());
    posteriors.total = total;
    for (R_xlen_t i = 0; i < ids.size(); ++i)
      posteriors.keys.push_back(
          hash_bytes(glue::utf8_view(STRING_ELT(ids, i))));
    const std::vector<double> draws = topic::effects::dirichlet_draws(
        posteriors, static_cast<std::size_t>(glue::count_of(first)),
        static_cast<std::size_t>(glue::count_of(count)),
        static_cast<std::uint64_t>(glue::count_of(seed)),
        static_cast<std::size_t>(threads), monitor);
    return array_of(draws, mean.nrow(), mean.ncol(), count);
  });
}
