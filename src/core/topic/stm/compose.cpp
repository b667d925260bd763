// SPDX-License-Identifier: GPL-2.0-or-later
// Sums over draws of shares, block by block of documents.
#include "topic/stm/compose.h"

#include "base/error.h"
#include "base/parallel.h"
#include "base/rng.h"
#include "topic/lanes.h"
#include "topic/stm/quads.h"

#include <algorithm>

namespace tritone::topic::stm {
namespace {

constexpr std::size_t kLeastBlock = 64;
constexpr std::size_t kMostBlocks = 64; // each keeps sums of its own

// share = softmax(eta + sum_r z_r root_r); rows of the root begin at their own
// number, since it is a triangle, and are `width` long.
TRITONE_CLONES void take_draw(const double *eta, const double *z,
                              const double *root, std::size_t free,
                              std::size_t width, double *share) {
  std::copy_n(eta, width, share);
  for (std::size_t r = 0; r < free; ++r) {
    const double *const row = root + r * width;
    for (std::size_t k = r / kQuad * kQuad; k < width; k += kQuad)
      quad(share + k) += quad(row + k) * z[r];
  }
  double most = 0.0; // of the last topic
  for (std::size_t k = 0; k < free; ++k)
    most = most < share[k] ? share[k] : most;
  double sum = 0.0;
  for (std::size_t k = 0; k < width; k += kQuad) {
    Quad x = quad(share + k) - most;
    exponentiate(x);
    quad(share + k) = x;
  }
  for (std::size_t k = free + 1; k < width; ++k)
    share[k] = 0.0;
  for (std::size_t k = 0; k < width; k += kQuad)
    sum += sum_quad(quad(share + k));
  for (std::size_t k = 0; k < width; k += kQuad)
    quad(share + k) /= Quad{} + sum;
}

// along (columns x width) += x share', squares += share^2.
TRITONE_CLONES void add_draw(const double *share, const double *x,
                             std::size_t columns, std::size_t width,
                             double *along, double *squares) {
  for (std::size_t k = 0; k < width; k += kQuad)
    quad(squares + k) += quad(share + k) * quad(share + k);
  for (std::size_t c = 0; c < columns; ++c)
    for (std::size_t k = 0; k < width; k += kQuad)
      quad(along + c * width + k) += quad(share + k) * x[c];
}

// The draws of documents, and sums of them over a block.
class Drawer {
public:
  Drawer(const Spread &spread, std::uint64_t seed)
      : spread_(spread), seed_(seed), width_(padded(spread.free + 1)),
        root_(triangle_of(spread, width_)), eta_(width_), z_(spread.free),
        share_(width_) {}

  std::size_t width() const { return width_; }

  void enter(std::size_t d) {
    const std::size_t n = spread_.documents();
    document_ = d;
    for (std::size_t k = 0; k < spread_.free; ++k)
      eta_[k] = spread_.eta[k * n + d];
  }

  // Draw i of the document: `width` shares, those beyond the topics 0.
  const double *draw(std::size_t i) {
    Rng rng(seed_, spread_.keys[document_], static_cast<std::uint32_t>(i));
    for (double &z : z_)
      z = rng.normal();
    take_draw(eta_.data(), z_.data(), root_.data(), spread_.free, width_,
              share_.data());
    return share_.data();
  }

private:
  // The root as rows of `width`.
  static std::vector<double> triangle_of(const Spread &spread,
                                         std::size_t width) {
    std::vector<double> out(spread.free * width, 0.0);
    for (std::size_t r = 0; r < spread.free; ++r)
      for (std::size_t k = r; k < spread.free; ++k)
        out[r * width + k] = spread.root[r * spread.free + k];
    return out;
  }

  const Spread &spread_;
  const std::uint64_t seed_;
  const std::size_t width_;
  const std::vector<double> root_;
  std::vector<double> eta_;
  std::vector<double> z_;
  std::vector<double> share_;
  std::size_t document_ = 0;
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
  const std::size_t width = padded(topics);
  const std::size_t count = columns.size() / n;
  const std::size_t block =
      std::max(kLeastBlock, (n + kMostBlocks - 1) / kMostBlocks);
  std::vector<Composition> parts((n + block - 1) / block);
  for_blocks(n, block, threads, monitor, [&](const Block &b) {
    Composition &part = parts[b.begin / block];
    part.along.assign(count * width * draws, 0.0);
    part.squares.assign(width * draws, 0.0);
    Drawer drawer(spread, seed);
    std::vector<double> x(count);
    for (std::size_t d = b.begin; d < b.end; ++d) {
      for (std::size_t c = 0; c < count; ++c)
        x[c] = columns[c * n + d];
      drawer.enter(d);
      for (std::size_t i = 0; i < draws; ++i)
        add_draw(drawer.draw(i), x.data(), count, width,
                 part.along.data() + i * count * width,
                 part.squares.data() + i * width);
    }
  });
  Composition out;
  out.along.assign(count * topics * draws, 0.0);
  out.squares.assign(topics * draws, 0.0);
  for (const Composition &part : parts)
    for (std::size_t i = 0; i < draws; ++i)
      for (std::size_t k = 0; k < topics; ++k) {
        for (std::size_t c = 0; c < count; ++c)
          out.along[(i * topics + k) * count + c] +=
              part.along[(i * count + c) * width + k];
        out.squares[i * topics + k] += part.squares[i * width + k];
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
    Drawer drawer(spread, seed);
    for (std::size_t d = b.begin; d < b.end; ++d) {
      drawer.enter(d);
      for (std::size_t i = 0; i < count; ++i) {
        const double *const share = drawer.draw(first + i);
        for (std::size_t k = 0; k < topics; ++k)
          out[(i * topics + k) * n + d] = share[k];
      }
    }
  });
  return out;
}

} // namespace tritone::topic::stm
