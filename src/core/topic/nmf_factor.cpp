// SPDX-License-Identifier: GPL-2.0-or-later
// Poisson loss: multiplicative updates. Frobenius loss: coordinate descent over
// the topics of each row.
#include "topic/nmf_factor.h"

#include "base/math.h"
#include "base/parallel.h"
#include "base/sum.h"

#include <algorithm>

namespace tritone::topic {
namespace {

constexpr std::size_t kBlock = 64; // rows
constexpr std::size_t kPasses = 2; // over a row's topics

// Inner products of the columns, topics^2; linear in the rows of the factor.
std::vector<double> gram_of(const Factor &factor, std::size_t topics) {
  std::vector<double> gram(topics * topics, 0.0);
  for (std::size_t r = 0; r < factor.size(); r += topics)
    for (std::size_t k = 0; k < topics; ++k)
      for (std::size_t l = 0; l < topics; ++l)
        gram[k * topics + l] += factor[r + k] * factor[r + l];
  return gram;
}

// A row of a factor.
const double *row_of(const Factor &factor, std::size_t row,
                     std::size_t topics) {
  return factor.data() + row * topics;
}

void multiply(const Rows &counts, std::size_t n, std::size_t topics,
              Factor &own, const Factor &other, std::size_t threads,
              Monitor &monitor) {
  const std::vector<double> sums = column_sums(other, topics);
  for_blocks(n, kBlock, threads, monitor, [&](const Block &b) {
    std::vector<double> up(topics);
    for (std::size_t r = b.begin; r < b.end; ++r) {
      double *const mine = own.data() + r * topics;
      std::fill(up.begin(), up.end(), 0.0);
      for (auto e = counts.start[r]; e < counts.start[r + 1]; ++e) {
        const auto at = static_cast<std::size_t>(e);
        const double *const theirs =
            row_of(other, static_cast<std::size_t>(counts.column[at]), topics);
        const double ratio = counts.value[at] /
                             std::max(kLeastFactor, dot(mine, theirs, topics));
        for (std::size_t k = 0; k < topics; ++k)
          up[k] += ratio * theirs[k];
      }
      for (std::size_t k = 0; k < topics; ++k)
        mine[k] = std::max(kLeastFactor,
                           mine[k] * up[k] / std::max(kLeastFactor, sums[k]));
    }
  });
}

void descend(const Rows &counts, std::size_t n, std::size_t topics, Factor &own,
             const Factor &other, std::size_t threads, Monitor &monitor) {
  const std::vector<double> gram = gram_of(other, topics);
  for_blocks(n, kBlock, threads, monitor, [&](const Block &b) {
    std::vector<double> cross(topics);
    for (std::size_t r = b.begin; r < b.end; ++r) {
      double *const mine = own.data() + r * topics;
      std::fill(cross.begin(), cross.end(), 0.0);
      for (auto e = counts.start[r]; e < counts.start[r + 1]; ++e) {
        const auto at = static_cast<std::size_t>(e);
        const double *const theirs =
            row_of(other, static_cast<std::size_t>(counts.column[at]), topics);
        for (std::size_t k = 0; k < topics; ++k)
          cross[k] += counts.value[at] * theirs[k];
      }
      for (std::size_t pass = 0; pass < kPasses; ++pass)
        for (std::size_t k = 0; k < topics; ++k) {
          const double slope =
              cross[k] - dot(mine, row_of(gram, k, topics), topics);
          const double curve = std::max(kLeastFactor, gram[k * topics + k]);
          mine[k] = std::max(kLeastFactor, mine[k] + slope / curve);
        }
    }
  });
}

} // namespace

std::vector<double> column_sums(const Factor &factor, std::size_t topics) {
  std::vector<double> sums(topics, 0.0);
  for (std::size_t c = 0; c < factor.size(); ++c)
    sums[c % topics] += factor[c];
  return sums;
}

void update_factor(NmfLoss loss, const Rows &counts, std::size_t n,
                   std::size_t topics, Factor &own, const Factor &other,
                   std::size_t threads, Monitor &monitor) {
  if (loss == NmfLoss::poisson)
    multiply(counts, n, topics, own, other, threads, monitor);
  else
    descend(counts, n, topics, own, other, threads, monitor);
}

double factor_loss(NmfLoss loss, const Rows &counts, std::size_t topics,
                   const Factor &left, const Factor &right, std::size_t threads,
                   Monitor &monitor) {
  std::vector<double> part(block_count(counts.rows(), kBlock), 0.0);
  const bool poisson = loss == NmfLoss::poisson;
  for_blocks(counts.rows(), kBlock, threads, monitor, [&](const Block &b) {
    double sum = 0.0;
    for (std::size_t r = b.begin; r < b.end; ++r)
      for (auto e = counts.start[r]; e < counts.start[r + 1]; ++e) {
        const auto at = static_cast<std::size_t>(e);
        const double x = counts.value[at];
        const double m = dot(
            row_of(left, r, topics),
            row_of(right, static_cast<std::size_t>(counts.column[at]), topics),
            topics);
        sum += poisson ? -x * math::log(std::max(kLeastFactor, m))
                       : x * (0.5 * x - m);
      }
    part[b.index] = sum;
  });
  double total = 0.0;
  for (const double p : part)
    total += p;
  if (poisson) {
    const std::vector<double> a = column_sums(left, topics);
    const std::vector<double> b = column_sums(right, topics);
    return total + dot(a.data(), b.data(), topics);
  }
  const std::vector<double> a = gram_of(left, topics);
  const std::vector<double> b = gram_of(right, topics);
  return total + 0.5 * dot(a.data(), b.data(), topics * topics);
}

} // namespace tritone::topic
