// SPDX-License-Identifier: GPL-2.0-or-later
// Replicates in blocks of 64, each a pass over the items.
#include "tone/bootstrap.h"

#include "base/error.h"
#include "base/parallel.h"
#include "base/rng.h"

#include <algorithm>
#include <array>
#include <limits>

namespace tritone::tone {
namespace {

constexpr std::size_t kWidth = 64; // replicates of a block

// floor(2^32 P(X <= k)) of a Poisson X of mean 1: a uniform number of 32 bits
// gives as many draws as it passes of these. What lies after them has a
// probability below 1e-8.
constexpr std::array<std::uint32_t, 10> kPoisson = {
    1580030168U, 3160060337U, 3950075421U, 4213413783U, 4279248373U,
    4292415291U, 4294609777U, 4294923276U, 4294962463U, 4294966817U};

struct alignas(kApart) Scratch {
  std::array<std::uint32_t, kWidth> bits;
  std::array<double, kWidth> weight, value, size, sum, count;
};

void draw_weights(std::uint64_t seed, std::uint64_t unit, std::size_t block,
                  Scratch &s) {
  Rng rng(seed, unit, static_cast<std::uint32_t>(block));
  for (std::uint32_t &x : s.bits)
    x = rng.next32();
  for (std::size_t r = 0; r < kWidth; ++r) {
    std::uint32_t times = 0;
    for (const std::uint32_t least : kPoisson)
      times += s.bits[r] >= least;
    s.weight[r] = times;
  }
}

void check(const BootstrapSums &sums) {
  std::size_t last = 0;
  for (const BootstrapItem &item : sums.items) {
    if (item.ratio < last || item.ratio >= sums.group.size())
      throw input_error("The items of a bootstrap must be in the order of "
                        "their ratios.");
    last = item.ratio;
  }
  if (sums.weight.size() != sums.group.size())
    throw input_error("Each ratio of a bootstrap must have a weight.");
  for (std::size_t k = 0; k < sums.group.size(); ++k)
    if (sums.group[k] >= sums.groups ||
        (k > 0 && sums.group[k] < sums.group[k - 1]))
      throw input_error("The ratios of a bootstrap must be in the order of "
                        "their groups.");
}

// The replicates of one block.
class Pass {
public:
  Pass(const BootstrapSums &sums, std::uint64_t seed, const Block &block,
       Scratch &scratch)
      : sums_(sums), seed_(seed), block_(block), s_(scratch) {}

  template <class Write> void run(const Write &write) {
    std::size_t item = 0;
    std::size_t ratio = 0;
    for (std::size_t g = 0; g < sums_.groups; ++g) {
      block_.check();
      s_.sum.fill(0);
      s_.count.fill(0);
      for (; ratio < sums_.group.size() && sums_.group[ratio] == g; ++ratio)
        add_ratio(ratio, item);
      for (std::size_t r = 0; r < kWidth; ++r)
        write(g, r,
              s_.count[r] > 0 ? s_.sum[r] / s_.count[r]
                              : std::numeric_limits<double>::quiet_NaN());
    }
  }

private:
  void add_ratio(std::size_t ratio, std::size_t &item) {
    s_.value.fill(0);
    s_.size.fill(0);
    for (; item < sums_.items.size() && sums_.items[item].ratio == ratio;
         ++item) {
      const BootstrapItem &at = sums_.items[item];
      if (!drawn_ || unit_ != at.unit)
        draw_weights(seed_, at.unit, block_.index, s_);
      drawn_ = true;
      unit_ = at.unit;
      for (std::size_t r = 0; r < kWidth; ++r) {
        s_.value[r] += s_.weight[r] * at.value;
        s_.size[r] += s_.weight[r] * at.size;
      }
    }
    const double weight = sums_.weight[ratio];
    for (std::size_t r = 0; r < kWidth; ++r) {
      if (!(s_.size[r] > 0))
        continue;
      s_.sum[r] += weight * (s_.value[r] / (s_.size[r] + sums_.kappa));
      s_.count[r] += weight;
    }
  }

  const BootstrapSums &sums_;
  const std::uint64_t seed_;
  const Block &block_;
  Scratch &s_;
  bool drawn_ = false;
  std::uint64_t unit_ = 0; // whose weights the scratch has
};

} // namespace

std::vector<double> bootstrap_tones(const BootstrapSums &sums,
                                    std::size_t replicates, std::uint64_t seed,
                                    std::size_t threads, Monitor &monitor) {
  check(sums);
  std::vector<double> out(replicates * sums.groups);
  const std::size_t blocks = (replicates + kWidth - 1) / kWidth;
  std::vector<Scratch> scratch(
      std::max<std::size_t>(1, std::min(threads, blocks)));
  for_blocks(replicates, kWidth, threads, monitor, [&](const Block &block) {
    Pass pass(sums, seed, block, scratch[block.worker]);
    pass.run([&](std::size_t g, std::size_t r, double tone) {
      if (block.begin + r < block.end)
        out[g * replicates + block.begin + r] = tone;
    });
  });
  return out;
}

} // namespace tritone::tone
