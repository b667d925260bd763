// SPDX-License-Identifier: GPL-2.0-or-later
// Held-out likelihood by completion of documents, and from left to right.
#include "topic/heldout.h"

#include "base/error.h"
#include "base/math.h"
#include "base/parallel.h"
#include "base/rng.h"
#include "topic/canonical.h"
#include "topic/fold_in.h"
#include "topic/model.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace tritone::topic {
namespace {

constexpr std::size_t kBlockDocuments = 4;

std::vector<double> alphas_of(const HeldoutOptions &options,
                              std::size_t topics) {
  check_topics(topics);
  std::vector<double> alphas = options.alphas;
  if (alphas.empty())
    alphas.assign(topics, options.alpha);
  if (alphas.size() != topics)
    throw input_error("`alphas` must be one for each of the " +
                      std::to_string(topics) + " topics; given " +
                      std::to_string(alphas.size()) + ".");
  for (const double alpha : alphas)
    check_prior("alpha", alpha);
  return alphas;
}

void check(const Rows &counts, const std::vector<double> &phi,
           std::size_t topics) {
  if (phi.size() != topics * counts.columns)
    throw input_error("`phi` must be topics x terms, " +
                      std::to_string(topics) + " x " +
                      std::to_string(counts.columns) + "; it holds " +
                      std::to_string(phi.size()) + " numbers.");
  for (const double x : phi)
    if (!(std::isfinite(x) && x >= 0.0))
      throw input_error("`phi` must be finite and not negative; it holds " +
                        std::to_string(x) + ".");
  for (std::size_t d = 0; d < counts.rows(); ++d)
    for (auto e = counts.start[d]; e < counts.start[d + 1]; ++e) {
      const auto at = static_cast<std::size_t>(e);
      const double n = counts.value[at];
      check_count(n, d, counts.column[at]);
      if (n != std::floor(n) || n > 2147483647.0)
        throw input_error("Held-out likelihood needs counts that are whole "
                          "numbers: row " +
                          std::to_string(d + 1) + ", column " +
                          std::to_string(counts.column[at] + 1) + " holds " +
                          std::to_string(n) + ".");
    }
}

// The tokens of a document that have weight in some topic, in random order.
std::vector<std::int32_t> shuffled_tokens(const Rows &counts, std::size_t row,
                                          const std::vector<double> &phi,
                                          std::size_t topics, Rng &rng) {
  std::vector<std::int32_t> tokens;
  for (auto e = counts.start[row]; e < counts.start[row + 1]; ++e) {
    const auto at = static_cast<std::size_t>(e);
    const double *f =
        phi.data() + static_cast<std::size_t>(counts.column[at]) * topics;
    if (std::any_of(f, f + topics, [](double x) { return x > 0.0; }))
      tokens.insert(tokens.end(), static_cast<std::size_t>(counts.value[at]),
                    counts.column[at]);
  }
  rng.shuffle(tokens);
  return tokens;
}

// Appends the row of these tokens.
void append(Rows &rows, std::vector<std::int32_t> tokens) {
  std::sort(tokens.begin(), tokens.end());
  const auto first = static_cast<std::size_t>(rows.start.back());
  for (const std::int32_t v : tokens) {
    if (rows.column.size() > first && rows.column.back() == v) {
      rows.value.back() += 1.0;
    } else {
      rows.column.push_back(v);
      rows.value.push_back(1.0);
    }
  }
  rows.start.push_back(static_cast<std::int64_t>(rows.column.size()));
}

// What one particle says of a document's topics so far.
struct Particle {
  std::vector<double> share; // tokens by topic, and alpha
  std::vector<std::size_t> topic;
};

// Particles drawn anew in proportion to `weight`, evenly spaced ones of a
// random place (systematic resampling); the sum of weights is `sum`.
void resample(std::vector<Particle> &particles,
              const std::vector<double> &weight, double sum, Rng &rng) {
  const std::size_t n = particles.size();
  std::vector<Particle> drawn;
  drawn.reserve(n);
  double place = rng.uniform();
  double before = 0.0;
  for (std::size_t r = 0; r < n; ++r) {
    before += weight[r] / sum * static_cast<double>(n);
    for (; place < before; place += 1.0)
      drawn.push_back(particles[r]);
  }
  while (drawn.size() < n) // rounding left a crumb after the last
    drawn.push_back(particles[n - 1]);
  drawn.resize(n);
  particles.swap(drawn);
}

// The log probability of a document by one run of particles.
double estimate(const std::vector<std::int32_t> &tokens,
                const std::vector<double> &phi,
                const std::vector<double> &alphas, std::size_t n_particles,
                Rng &rng) {
  const std::size_t topics = alphas.size();
  double alpha = 0.0;
  for (const double a : alphas)
    alpha += a;
  std::vector<double> weight(topics);
  const auto weigh = [&](const Particle &particle, std::size_t i) {
    const double *f = phi.data() + static_cast<std::size_t>(tokens[i]) * topics;
    double sum = 0.0;
    for (std::size_t k = 0; k < topics; ++k)
      sum += weight[k] = particle.share[k] * f[k];
    return sum;
  };
  const auto draw = [&](Particle &particle, std::size_t i) {
    weigh(particle, i);
    const std::size_t k = rng.categorical(weight.data(), topics);
    particle.share[k] += 1.0;
    return k;
  };
  std::vector<Particle> particles(n_particles, Particle{alphas, {}});
  std::vector<double> p(n_particles);
  double log_likelihood = 0.0;
  for (std::size_t n = 0; n < tokens.size(); ++n) {
    double sum = 0.0;
    for (std::size_t r = 0; r < n_particles; ++r) {
      Particle &particle = particles[r];
      for (std::size_t i = 0; i < n; ++i) {
        particle.share[particle.topic[i]] -= 1.0;
        particle.topic[i] = draw(particle, i);
      }
      sum += p[r] = weigh(particle, n) / (static_cast<double>(n) + alpha);
    }
    log_likelihood += math::log(sum / static_cast<double>(n_particles));
    resample(particles, p, sum, rng);
    for (Particle &particle : particles)
      particle.topic.push_back(draw(particle, n));
  }
  return log_likelihood;
}

} // namespace

Heldout document_completion(const Rows &counts, const std::vector<double> &phi,
                            std::size_t topics, const HeldoutOptions &options,
                            Monitor &monitor) {
  FoldInOptions fold;
  fold.alphas = alphas_of(options, topics);
  fold.threads = std::max<std::size_t>(1, options.threads);
  return complete_documents(
      counts, phi, topics, options.seed, [&](const Rows &observed) {
        return fold_in(observed, phi, topics, fold, monitor);
      });
}

Heldout complete_documents(
    const Rows &counts, const std::vector<double> &phi, std::size_t topics,
    std::uint64_t seed,
    const std::function<std::vector<double>(const Rows &)> &shares,
    const std::vector<const double *> &phi_of) {
  check(counts, phi, topics);
  Rows observed;
  Rows scored;
  observed.columns = scored.columns = counts.columns;
  for (std::size_t d = 0; d < counts.rows(); ++d) {
    Rng rng(seed, document_key(counts, d));
    const auto tokens = shuffled_tokens(counts, d, phi, topics, rng);
    const auto half =
        tokens.begin() + static_cast<std::ptrdiff_t>((tokens.size() + 1) / 2);
    append(observed, {tokens.begin(), half});
    append(scored, {half, tokens.end()});
  }
  const std::vector<double> theta = shares(observed);
  Heldout out;
  const std::size_t documents = counts.rows();
  for (std::size_t d = 0; d < documents; ++d) {
    const double *const own = phi_of.empty() ? phi.data() : phi_of[d];
    double tokens = 0.0;
    double log_likelihood = 0.0;
    for (auto e = scored.start[d]; e < scored.start[d + 1]; ++e) {
      const auto at = static_cast<std::size_t>(e);
      const double *f =
          own + static_cast<std::size_t>(scored.column[at]) * topics;
      double p = 0.0;
      for (std::size_t k = 0; k < topics; ++k)
        p += theta[k * documents + d] * f[k];
      tokens += scored.value[at];
      log_likelihood += scored.value[at] * math::log(p);
    }
    out.tokens.push_back(tokens);
    out.log_likelihood.push_back(log_likelihood);
  }
  return out;
}

Heldout left_to_right(const Rows &counts, const std::vector<double> &phi,
                      std::size_t topics, const HeldoutOptions &options,
                      Monitor &monitor) {
  const std::vector<double> alphas = alphas_of(options, topics);
  check(counts, phi, topics);
  if (options.particles == 0)
    throw input_error("`particles` must be at least 1, not 0.");
  Heldout out;
  out.tokens.resize(counts.rows());
  out.log_likelihood.resize(counts.rows());
  if (!monitor.update(0, static_cast<std::int64_t>(counts.rows())))
    throw cancelled{};
  for_blocks(
      counts.rows(), kBlockDocuments, std::max<std::size_t>(1, options.threads),
      monitor, [&](const Block &block) {
        for (std::size_t d = block.begin; d < block.end; ++d) {
          Rng rng(options.seed, document_key(counts, d));
          const auto tokens = shuffled_tokens(counts, d, phi, topics, rng);
          out.tokens[d] = static_cast<double>(tokens.size());
          out.log_likelihood[d] =
              estimate(tokens, phi, alphas, options.particles, rng);
        }
      });
  return out;
}

} // namespace tritone::topic
