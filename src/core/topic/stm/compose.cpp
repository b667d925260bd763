// SPDX-License-Identifier: GPL-2.0-or-later
// Sums over draws of shares, block by block of documents.
#include "topic/stm/compose.h"

#include "base/error.h"
#include "base/math.h"
#include "base/parallel.h"
#include "base/rng.h"

#include <algorithm>

namespace tritone::topic::stm {
namespace {

constexpr std::size_t kLeastBlock = 64;
constexpr std::size_t kMostBlocks = 64; // each keeps sums of its own

// Adds one document's draws to the sums of its block.
class Drawer {
public:
  Drawer(const Spread &spread, const std::vector<double> &columns,
         std::size_t draws, std::uint64_t seed)
      : spread_(spread), columns_(columns), draws_(draws), seed_(seed),
        width_(columns.size() / std::max<std::size_t>(1, spread.documents())),
        topics_(spread.free + 1), share_(topics_) {}

  void add(std::size_t d, Composition &sums) {
    for (std::size_t i = 0; i < draws_; ++i) {
      draw(d, i);
      double *along = sums.along.data() + i * topics_ * width_;
      double *squares = sums.squares.data() + i * topics_;
      for (std::size_t k = 0; k < topics_; ++k)
        squares[k] += share_[k] * share_[k];
      // By column, topics together; compose() turns it round.
      for (std::size_t c = 0; c < width_; ++c) {
        const double x = columns_[c * spread_.documents() + d];
        for (std::size_t k = 0; k < topics_; ++k)
          along[c * topics_ + k] += x * share_[k];
      }
    }
  }

  // Draw i of one document.
  const std::vector<double> &draw(std::size_t d, std::size_t i) {
    const std::size_t free = spread_.free;
    const std::size_t n = spread_.documents();
    for (std::size_t k = 0; k < free; ++k)
      share_[k] = spread_.eta[k * n + d];
    share_[free] = 0.0;
    Rng rng(seed_, spread_.keys[d], static_cast<std::uint32_t>(i));
    for (std::size_t r = 0; r < free; ++r) {
      const double z = rng.normal();
      const double *row = spread_.root.data() + r * free;
      for (std::size_t k = 0; k < free; ++k)
        share_[k] += z * row[k];
    }
    const double most = *std::max_element(share_.begin(), share_.end());
    double sum = 0.0;
    for (double &x : share_)
      sum += x = math::exp(x - most);
    for (double &x : share_)
      x /= sum;
    return share_;
  }

private:
  const Spread &spread_;
  const std::vector<double> &columns_;
  const std::size_t draws_;
  const std::uint64_t seed_;
  const std::size_t width_;
  const std::size_t topics_;
  std::vector<double> share_;
};

void check(const Spread &spread, const std::vector<double> &columns) {
  const std::size_t n = spread.documents();
  if (spread.free == 0 || n == 0 || spread.eta.size() != n * spread.free ||
      spread.root.size() != spread.free * spread.free ||
      columns.size() % n != 0)
    throw input_error("Draws of shares need eta, a covariance and columns of "
                      "the same articles and topics.");
}

} // namespace

Composition compose(const Spread &spread, const std::vector<double> &columns,
                    std::size_t draws, std::uint64_t seed, std::size_t threads,
                    Monitor &monitor) {
  check(spread, columns);
  const std::size_t n = spread.documents();
  const std::size_t topics = spread.free + 1;
  const std::size_t width = columns.size() / n;
  const std::size_t block =
      std::max(kLeastBlock, (n + kMostBlocks - 1) / kMostBlocks);
  std::vector<Composition> parts((n + block - 1) / block);
  for_blocks(n, block, threads, monitor, [&](const Block &b) {
    Composition &part = parts[b.begin / block];
    part.along.assign(width * topics * draws, 0.0);
    part.squares.assign(topics * draws, 0.0);
    Drawer drawer(spread, columns, draws, seed);
    for (std::size_t d = b.begin; d < b.end; ++d)
      drawer.add(d, part);
  });
  Composition out;
  out.along.assign(width * topics * draws, 0.0);
  out.squares.assign(topics * draws, 0.0);
  for (const Composition &part : parts) {
    for (std::size_t i = 0; i < draws; ++i)
      for (std::size_t k = 0; k < topics; ++k)
        for (std::size_t c = 0; c < width; ++c)
          out.along[(i * topics + k) * width + c] +=
              part.along[(i * width + c) * topics + k];
    for (std::size_t i = 0; i < out.squares.size(); ++i)
      out.squares[i] += part.squares[i];
  }
  return out;
}

std::vector<double> spread_draws(const Spread &spread, std::size_t first,
                                 std::size_t count, std::uint64_t seed,
                                 std::size_t threads, Monitor &monitor) {
  const std::vector<double> none;
  check(spread, none);
  const std::size_t n = spread.documents();
  const std::size_t topics = spread.free + 1;
  std::vector<double> out(n * topics * count);
  for_blocks(n, kLeastBlock, threads, monitor, [&](const Block &b) {
    Drawer drawer(spread, none, 0, seed);
    for (std::size_t d = b.begin; d < b.end; ++d)
      for (std::size_t i = 0; i < count; ++i) {
        const std::vector<double> &share = drawer.draw(d, first + i);
        for (std::size_t k = 0; k < topics; ++k)
          out[(i * topics + k) * n + d] = share[k];
      }
  });
  return out;
}

} // namespace tritone::topic::stm
