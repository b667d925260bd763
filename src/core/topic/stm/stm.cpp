// SPDX-License-Identifier: GPL-2.0-or-later
#include "topic/stm/stm.h"

#include "base/error.h"
#include "base/hash.h"
#include "base/math.h"
#include "base/rng.h"
#include "topic/canonical.h"
#include "topic/cvb0/cvb0.h"
#include "topic/stm/check.h"
#include "topic/stm/quads.h"
#include "topic/stm/spectral.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>

namespace tritone::topic {
namespace {

using namespace stm;

constexpr double kStartVariance = 20.0;
constexpr double kRandomShape = 0.1;
constexpr std::size_t kLdaIterations = 50;
constexpr double kLeastChance = 1e-300;

// Of the schedule "fast": a search may stop at this share of the last relative
// rise of the bound, within limits, and does not start again.
constexpr double kLooseShare = 1e-2;
constexpr double kLoosest = 1e-5;
constexpr double kLoose = 1e-7;

// Rows in an order that follows from what they hold.
std::vector<std::size_t> order_rows(const Rows &counts,
                                    const StmOptions &options) {
  const std::size_t n = counts.rows();
  std::vector<std::uint64_t> key(n);
  for (std::size_t d = 0; d < n; ++d)
    key[d] = document_key(counts, d);
  std::vector<std::size_t> order(n);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) {
    if (key[a] != key[b])
      return key[a] < key[b];
    if (!options.content.empty() && options.content[a] != options.content[b])
      return options.content[a] < options.content[b];
    for (std::size_t i = 0; i < options.covariates; ++i) {
      const double x = options.prevalence[i * n + a];
      const double y = options.prevalence[i * n + b];
      if (x != y)
        return x < y;
    }
    return false;
  });
  return order;
}

std::vector<double> design(const Rows &counts, const StmOptions &options,
                           const std::vector<std::size_t> &order) {
  const std::size_t n = counts.rows();
  if (options.prevalence.empty())
    return std::vector<double>(n, 1.0);
  const std::size_t p = options.covariates;
  std::vector<double> out(n * p);
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t j = 0; j < p; ++j)
      out[i * p + j] = options.prevalence[j * n + order[i]];
  return out;
}

// From expected counts to probabilities, by topic.
void normalize(std::vector<double> &beta, std::size_t terms,
               std::size_t topics) {
  const std::size_t width = padded(topics);
  for (std::size_t k = 0; k < topics; ++k) {
    double sum = 0.0;
    for (std::size_t v = 0; v < terms; ++v)
      sum += beta[v * width + k];
    if (!(sum > 0.0))
      throw numeric_error("Topic " + std::to_string(k + 1) +
                          " has lost all its words.");
    for (std::size_t v = 0; v < terms; ++v)
      beta[v * width + k] /= sum;
  }
}

} // namespace

std::vector<std::vector<double>>
stm_starts(const Rows &counts, const std::vector<std::size_t> &topics,
           std::size_t max_terms, std::size_t threads, Monitor &monitor) {
  check_counts(counts);
  if (topics.empty())
    return {};
  SpectralOptions options;
  options.max_terms = max_terms;
  options.threads = threads;
  std::vector<std::vector<double>> out;
  for (Spectral &found : spectral_path(counts, order_rows(counts, StmOptions()),
                                       topics, options, monitor))
    out.push_back(std::move(found.phi));
  return out;
}

StmEngine::StmEngine(const Rows &counts, const StmOptions &options)
    : TopicEngine(counts, options.topics, 1.0, options.threads, false,
                  Trace({"bound", "gradient", "repaired"})),
      options_(checked(counts, options)), order_(order_rows(counts, options)),
      documents_(take_documents(counts, order_, threads_)),
      terms_(by_term(documents_)), tokens_(counts.columns, 0.0),
      regression_(design(counts, options, order_), counts.rows(),
                  options.prevalence.empty() ? 1 : options.covariates) {
  for (std::size_t i = 0; i < documents_.term.size(); ++i)
    tokens_[static_cast<std::size_t>(documents_.term[i])] +=
        documents_.count[i];
  for (std::size_t i = 0; i < options.extra.size(); ++i)
    tokens_[i / topics_ % counts.columns] += options.extra[i];
  if (!options.content.empty())
    for (const std::size_t d : order_)
      group_.push_back(options.content[d]);
  parameters_.topics = topics_;
  parameters_.terms = counts.columns;
}

void StmEngine::find_mu(Monitor &monitor) {
  parameters_.mu = regression_.predict(gamma_, topics_ - 1,
                                       parameters_.stride(), threads_, monitor);
}

void StmEngine::start(Monitor &monitor) {
  const std::size_t free = topics_ - 1;
  const std::size_t stride = parameters_.stride();
  const std::size_t n = documents_.size();
  gamma_.assign(regression_.covariates() * free, 0.0);
  eta_.assign(n * stride, 0.0);
  parameters_.sigma.assign(free * stride, 0.0);
  for (std::size_t k = 0; k < free; ++k)
    parameters_.sigma[k * stride + k] = kStartVariance;
  std::vector<double> phi;
  if (!options_.start.empty()) {
    check_size("start", options_.start.size(), topics_ * counts_.columns);
    phi = options_.start;
    if (!options_.start_gamma.empty()) {
      check_size("start_gamma", options_.start_gamma.size(), gamma_.size());
      gamma_ = options_.start_gamma;
    }
    if (!options_.start_sigma.empty()) {
      check_size("start_sigma", options_.start_sigma.size(), free * free);
      for (std::size_t k = 0; k < free; ++k)
        std::copy_n(options_.start_sigma.data() + k * free, free,
                    parameters_.sigma.data() + k * stride);
    }
  } else if (options_.init == StmStart::spectral) {
    SpectralOptions spectral;
    spectral.topics = topics_;
    spectral.max_terms = options_.max_terms;
    spectral.threads = threads_;
    Spectral found = spectral_start(counts_, order_, spectral, monitor);
    phi = std::move(found.phi);
    for (const std::size_t v : found.anchors)
      anchors_.push_back(static_cast<double>(v + 1));
  } else if (options_.init == StmStart::random) {
    phi.resize(topics_ * counts_.columns);
    for (std::size_t v = 0; v < counts_.columns; ++v) {
      Rng rng(options_.seed, mix64(v));
      for (std::size_t k = 0; k < topics_; ++k)
        phi[v * topics_ + k] = rng.gamma(kRandomShape);
    }
  } else {
    phi = start_lda(monitor);
  }
  std::vector<double> beta = padded_beta(phi, topics_, counts_.columns);
  normalize(beta, counts_.columns, topics_);
  parameters_.beta.assign(group_.empty() ? 1 : options_.groups, beta);
  find_mu(monitor);
  if (!options_.start.empty() && !options_.start_gamma.empty())
    eta_ = parameters_.mu;
  started_ = true;
}

// Topics of latent Dirichlet allocation; their shares give a start to mu, sigma
// and eta as well.
std::vector<double> StmEngine::start_lda(Monitor &monitor) {
  Cvb0Options lda;
  lda.topics = topics_;
  lda.alpha = 50.0 / static_cast<double>(topics_);
  lda.eta = 0.01;
  lda.iterations = kLdaIterations;
  lda.seed = options_.seed;
  lda.threads = threads_;
  Cvb0Engine engine(counts_, lda);
  TopicFit fit = run_engine(engine, monitor);
  const std::size_t n = documents_.size();
  const std::size_t free = topics_ - 1;
  const std::size_t stride = parameters_.stride();
  std::vector<double> mean(free, 0.0);
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t k = 0; k < free; ++k) {
      const double x = math::log(fit.theta[k * n + order_[i]] /
                                 fit.theta[free * n + order_[i]]);
      eta_[i * stride + k] = x;
      mean[k] += x / static_cast<double>(n);
    }
  for (std::size_t k = 0; k < free; ++k)
    gamma_[k * regression_.covariates()] = mean[k];
  std::vector<double> mu(n * stride, 0.0);
  for (std::size_t i = 0; i < n; ++i)
    std::copy(mean.begin(), mean.end(),
              mu.begin() + static_cast<std::ptrdiff_t>(i * stride));
  parameters_.sigma = covariance(eta_, mu, n, free, stride,
                                 std::vector<double>(stride * stride, 0.0), 0.0,
                                 threads_, monitor);
  return std::move(fit.phi);
}

SearchOptions StmEngine::search() const {
  SearchOptions out;
  if (options_.fast) {
    const double loose = std::min(kLoosest, change_ * kLooseShare);
    if (loose > kLoose) {
      out.tolerance = loose;
      out.again = false;
    }
  }
  return out;
}

void StmEngine::iterate(Monitor &monitor) {
  const std::size_t free = topics_ - 1;
  const std::size_t stride = parameters_.stride();
  const std::size_t n = documents_.size();
  const SearchOptions how = search();
  Sums sums = expect(documents_, terms_, group_, parameters_, how, threads_,
                     monitor, eta_);
  if (options_.extra.empty()) {
    gamma_ = regression_.fit(eta_, free, stride, threads_, monitor);
    find_mu(monitor);
    parameters_.sigma =
        covariance(eta_, parameters_.mu, n, free, stride, sums.nu,
                   options_.sigma_prior, threads_, monitor);
  } else {
    remember(sums);
  }
  if (group_.empty())
    normalize(sums.beta[0], counts_.columns, topics_);
  else
    content_ = fit_content(sums.beta, topics_, counts_.columns, tokens_,
                           options_.content_options, threads_, monitor);
  parameters_.beta = std::move(sums.beta);

  ++iteration_;
  trace_.add(iteration_, {sums.bound, sums.gradient, sums.repaired});
  if (iteration_ > 1) {
    const double rise = (sums.bound - bound_) / std::fabs(bound_);
    const bool enough = rise < options_.tolerance;
    // A loose search says nothing of the end; searches never become looser.
    converged_ = enough && how.again && options_.tolerance > 0.0;
    change_ = enough ? 0.0 : std::min(change_, rise);
  }
  bound_ = sums.bound;
}

// What topics have had so far, beside the counts of an E-step.
void StmEngine::remember(Sums &sums) const {
  const std::size_t terms = counts_.columns;
  for (std::size_t g = 0; g < sums.beta.size(); ++g) {
    const std::vector<double> before =
        padded_beta({options_.extra.begin() +
                         static_cast<std::ptrdiff_t>(g * topics_ * terms),
                     options_.extra.begin() + static_cast<std::ptrdiff_t>(
                                                  (g + 1) * topics_ * terms)},
                    topics_, terms);
    const std::vector<double> &beta = parameters_.beta[g];
    for (std::size_t i = 0; i < before.size(); ++i)
      if (before[i] > 0.0) {
        sums.beta[g][i] += before[i];
        sums.bound += before[i] * math::log(std::max(kLeastChance, beta[i]));
      }
  }
}

void StmEngine::advance(std::size_t until, Monitor &monitor) {
  const KeepWorkers keep;
  PacedMonitor pace(monitor,
                    static_cast<std::int64_t>(options_.iterations) + 1);
  pace.report(static_cast<std::int64_t>(iteration_));
  if (!started_)
    start(pace);
  while (iteration_ < until && !finished()) {
    iterate(pace);
    pace.report(static_cast<std::int64_t>(iteration_));
  }
}

} // namespace tritone::topic
