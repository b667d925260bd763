// SPDX-License-Identifier: GPL-2.0-or-later
// What is computed from a sweep of the sampler: means and draws of the shares,
// priors, the joint likelihood.
#include "topic/gibbs/sampler.h"

#include "base/hash.h"
#include "base/math.h"
#include "base/parallel.h"
#include "base/rng.h"
#include "base/sum.h"
#include "topic/priors.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace tritone::topic {
namespace {

constexpr std::size_t kBlock = 64; // documents

// log Gamma(a + n) - log Gamma(a) for whole n, small ones from a table.
class RisingFactorial {
public:
  explicit RisingFactorial(double a) : a_(a), base_(math::lgamma(a)) {
    for (std::size_t n = 0; n < table_.size(); ++n)
      table_[n] = math::lgamma(a + static_cast<double>(n)) - base_;
  }
  double operator()(std::int64_t n) const {
    const auto at = static_cast<std::size_t>(n);
    return at < table_.size()
               ? table_[at]
               : math::lgamma(a_ + static_cast<double>(n)) - base_;
  }

private:
  double a_;
  double base_;
  std::array<double, 256> table_;
};

// Is a draw of theta stored at the `kept`-th kept sweep of `all`? Spread
// evenly.
bool stores_draw(std::size_t kept, std::size_t all, std::size_t draws) {
  return kept * draws / all > (kept - 1) * draws / all;
}

constexpr std::uint64_t kThetaStream = 0x7468657461ULL; // "theta"

} // namespace

// Adds the conditional means of phi and theta given the topics of this sweep,
// and stores a draw of theta from its Dirichlet distribution where one is due.
void GibbsSampler::keep(Monitor &monitor) {
  const std::size_t topics = options_.topics;
  std::vector<double> total(topics, static_cast<double>(terms_) * state_.eta);
  for (std::size_t c = 0; c < count_.size(); ++c)
    total[c % topics] += count_[c] + extra(c);
  for (std::size_t c = 0; c < count_.size(); ++c)
    state_.phi[c] += (count_[c] + extra(c) + state_.eta) / total[c % topics];
  double sum = 0.0;
  for (const double a : state_.alpha)
    sum += a;
  const std::size_t all =
      (options_.iterations - options_.burn_in) / options_.thin;
  const bool draw = stores_draw(state_.kept + 1, all, options_.draws);
  const std::size_t first = state_.drawn.size();
  if (draw)
    state_.drawn.resize(first + state_.theta.size());
  for_blocks(
      documents_, kBlock, options_.threads, monitor, [&](const Block &block) {
        std::vector<double> in_doc;
        std::vector<double> drawn(topics);
        for (std::size_t d = block.begin; d < block.end; ++d) {
          in_doc = state_.alpha;
          for (auto i = start_[d]; i < start_[d + 1]; ++i)
            ++in_doc[topic_of(i)];
          const double n = static_cast<double>(start_[d + 1] - start_[d]) + sum;
          for (std::size_t k = 0; k < topics; ++k)
            state_.theta[k * documents_ + d] += in_doc[k] / n;
          if (!draw)
            continue;
          Rng rng(options_.seed, mix64(options_.keys[d] ^ kThetaStream),
                  static_cast<std::uint32_t>(state_.sweep));
          rng.dirichlet(in_doc.data(), topics, drawn.data());
          for (std::size_t k = 0; k < topics; ++k)
            state_.drawn[first + k * documents_ + d] = drawn[k];
        }
      });
  ++state_.kept;
}

// One step of Minka's fixed point for alpha by topic and for eta.
void GibbsSampler::optimize() {
  const std::size_t topics = options_.topics;
  std::vector<Histogram> by_topic(topics);
  Histogram lengths;
  std::vector<std::size_t> in_doc(topics);
  for (std::size_t d = 0; d < documents_; ++d) {
    std::fill(in_doc.begin(), in_doc.end(), 0);
    for (auto i = start_[d]; i < start_[d + 1]; ++i)
      ++in_doc[topic_of(i)];
    for (std::size_t k = 0; k < topics; ++k)
      by_topic[k].add(in_doc[k]);
    lengths.add(static_cast<std::size_t>(start_[d + 1] - start_[d]));
  }
  double sum = 0.0;
  for (const double a : state_.alpha)
    sum += a;
  const double below = lengths.slope(sum);
  for (std::size_t k = 0; k < topics; ++k)
    state_.alpha[k] = bounded_prior(state_.alpha[k] *
                                    by_topic[k].slope(state_.alpha[k]) / below);
  if (!options_.extra.empty())
    return; // the seeds fix the prior of terms
  Histogram cells;
  Histogram sizes;
  std::vector<std::size_t> size(topics, 0);
  for (std::size_t c = 0; c < count_.size(); ++c) {
    cells.add(static_cast<std::size_t>(count_[c]));
    size[c % topics] += static_cast<std::size_t>(count_[c]);
  }
  for (const std::size_t n : size)
    sizes.add(n);
  const auto v = static_cast<double>(terms_);
  state_.eta = bounded_prior(state_.eta * cells.slope(state_.eta) /
                             (v * sizes.slope(v * state_.eta)));
}

double GibbsSampler::log_joint(Monitor &monitor) const {
  const std::size_t topics = options_.topics;
  const RisingFactorial of_eta(state_.eta);
  double sum = 0.0;
  std::vector<double> total(topics, 0.0);
  std::vector<double> prior(topics, static_cast<double>(terms_) * state_.eta);
  for (std::size_t v = 0, c = 0; v < terms_; ++v)
    for (std::size_t k = 0; k < topics; ++k, ++c) {
      const double more = extra(c);
      prior[k] += more;
      if (count_[c] == 0)
        continue;
      sum += more > 0.0 ? math::lgamma(state_.eta + more + count_[c]) -
                              math::lgamma(state_.eta + more)
                        : of_eta(count_[c]);
      total[k] += count_[c];
    }
  for (std::size_t k = 0; k < topics; ++k)
    sum += math::lgamma(prior[k]) - math::lgamma(prior[k] + total[k]);

  double alphas = 0.0;
  std::vector<RisingFactorial> of_alpha; // one where all alphas are the same
  bool same = true;
  for (std::size_t k = 0; k < topics; ++k) {
    alphas += state_.alpha[k];
    same = same && state_.alpha[k] == state_.alpha[0];
  }
  for (std::size_t k = 0; k < (same ? 1 : topics); ++k)
    of_alpha.emplace_back(state_.alpha[k]);
  const RisingFactorial of_length(alphas);
  std::vector<double> sums(documents_); // so that their order does not matter
  for_blocks(documents_, kBlock, options_.threads, monitor,
             [&](const Block &block) {
               std::vector<std::int32_t> in_doc(topics, 0);
               for (std::size_t d = block.begin; d < block.end; ++d) {
                 double &own = sums[d];
                 for (auto i = start_[d]; i < start_[d + 1]; ++i)
                   ++in_doc[topic_of(i)];
                 for (std::size_t k = 0; k < topics; ++k)
                   if (in_doc[k] > 0)
                     own += of_alpha[same ? 0 : k](in_doc[k]);
                 std::fill(in_doc.begin(), in_doc.end(), 0);
                 own -= of_length(start_[d + 1] - start_[d]);
               }
             });
  sum += order_free_sum(sums.data(), sums.size());
  return sum / static_cast<double>(term_.size());
}

} // namespace tritone::topic
