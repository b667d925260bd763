// SPDX-License-Identifier: GPL-2.0-or-later
// Random numbers that depend on a seed and a purpose, not on threads.
#pragma once

#include "base/config.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace tritone {

// Random numbers from a counter (Philox4x32-10; Salmon, Moraes, Dror & Shaw
// 2011, doi:10.1145/2063384.2063405). A stream is named by what it is for
// (seed, a document or row, a sweep), never by the thread that draws from it,
// so results do not depend on threads or order. Making one costs nothing.
class Rng {
public:
  // `stream`: which item, best a hash of its id. `sweep`: which pass over the
  // items. Streams of different names are independent; each holds 2^34 draws
  // of 32 bits.
  Rng(std::uint64_t seed, std::uint64_t stream, std::uint32_t sweep = 0);

  std::uint32_t next32() {
    if (used_ == 4)
      refill();
    return block_[used_++];
  }
  std::uint64_t next64();

  // Uniform on the open interval (0, 1), 53 bits.
  double uniform();

  // Uniform on 0 .. n - 1 without bias (Lemire 2019, doi:10.1145/3230636);
  // n > 0.
  std::uint32_t below(std::uint32_t n);

  // Normal with mean 0 and variance 1 (ziggurat of 128 layers; Marsaglia &
  // Tsang 2000, doi:10.18637/jss.v005.i08, with bits of their own for the
  // layer).
  double normal();

  // Exponential with mean 1.
  double exponential();

  // Gamma with the given shape > 0 and scale 1 (Marsaglia & Tsang 2000,
  // doi:10.1145/358407.358414).
  double gamma(double shape);

  // What follows from a shape >= 1, for those who draw from it again and again.
  struct GammaShape {
    explicit GammaShape(double shape);
    double d;
    double c;
  };
  double gamma(const GammaShape &shape);

  // Poisson with 0 <= mean <= 500, by multiplication of uniforms.
  std::uint32_t poisson(double mean);

  // Dirichlet: out[i] ~ gamma(shape[i]) made to sum to 1; n >= 1.
  void dirichlet(const double *shape, std::size_t n, double *out);

  // Index 0 .. n - 1 drawn with probability weight[i] / sum(weight): weights
  // are >= 0, not all 0, n >= 1.
  std::size_t categorical(const double *weight, std::size_t n);

  // Puts the elements of x in random order (Fisher & Yates).
  template <class T> void shuffle(std::vector<T> &x) {
    for (std::size_t i = x.size(); i > 1; --i)
      std::swap(x[i - 1], x[below(static_cast<std::uint32_t>(i))]);
  }

  // One block of Philox4x32-10: exposed for its known-answer test.
  static std::array<std::uint32_t, 4>
  philox(std::array<std::uint32_t, 4> counter,
         std::array<std::uint32_t, 2> key);

private:
  void refill();
  double normal_tail();

  std::array<std::uint32_t, 2> key_;
  std::array<std::uint32_t, 4> counter_;
  std::array<std::uint32_t, 4> block_{};
  unsigned used_ = 4; // numbers of block_ already given out
};

} // namespace tritone
