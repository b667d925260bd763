// SPDX-License-Identifier: GPL-2.0-or-later
// Measures of dispersion, from the parts that hold a term alone.
#include "term/statistics/dispersion.h"

#include "base/error.h"
#include "base/math.h"
#include "base/parallel.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace tritone::term {
namespace {

constexpr std::size_t kBlock = 256; // columns
constexpr double kLog2 = 0.693147180559945309417;

// The sizes of parts and of their groups.
struct Sizes {
  std::vector<double> part;
  std::vector<double> group;
  std::vector<double> smallest; // share of a part, by group
  std::vector<double> parts;    // of size above 0, by group
};

Sizes sizes_of(const std::vector<std::int32_t> &part,
               const std::vector<std::int32_t> &group,
               const std::vector<double> &size, std::size_t groups) {
  Sizes out;
  out.part.assign(group.size(), 0.0);
  out.group.assign(groups, 0.0);
  out.parts.assign(groups, 0.0);
  out.smallest.assign(groups, 1.0);
  for (std::size_t d = 0; d < part.size(); ++d)
    if (part[d] >= 0)
      out.part[static_cast<std::size_t>(part[d])] += size[d];
  for (std::size_t q = 0; q < group.size(); ++q)
    out.group[static_cast<std::size_t>(group[q])] += out.part[q];
  for (std::size_t q = 0; q < group.size(); ++q) {
    if (!(out.part[q] > 0))
      continue;
    const auto g = static_cast<std::size_t>(group[q]);
    ++out.parts[g];
    out.smallest[g] = std::min(out.smallest[g], out.part[q] / out.group[g]);
  }
  return out;
}

// Sums over the parts of one group that hold the term.
struct Sums {
  double range = 0;
  double share = 0;    // s
  double away = 0;     // |v - s|
  double rate = 0;     // p
  double rate_2 = 0;   // p^2
  double rate_log = 0; // p log p
  double root = 0;     // sqrt(s v)
  double bits = 0;     // v log(v / s)
};

void write(const Sums &sums, const Sizes &sizes, std::size_t g, std::size_t at,
           Dispersion &out) {
  if (!(sums.range > 0))
    return;
  const double m = sizes.parts[g];
  out.dp[at] = (sums.away + std::max(0.0, 1 - sums.share)) / 2;
  out.rosengren_s[at] = sums.root * sums.root;
  out.kld[at] = sums.bits / kLog2;
  if (m < 2)
    return;
  out.dp_norm[at] = out.dp[at] / (1 - sizes.smallest[g]);
  const double mean = sums.rate / m;
  const double variance = std::max(0.0, sums.rate_2 / m - mean * mean);
  out.juilland_d[at] = 1 - std::sqrt(variance) / mean / std::sqrt(m - 1);
  const double entropy = math::log(sums.rate) - sums.rate_log / sums.rate;
  out.carroll_d2[at] = entropy / math::log(m);
}

} // namespace

Dispersion term_dispersion(const ColumnsView &counts,
                           const std::vector<std::int32_t> &part,
                           const std::vector<std::int32_t> &group,
                           const std::vector<double> &size, std::size_t groups,
                           std::size_t threads, Monitor &monitor) {
  if (part.size() != counts.rows || size.size() != counts.rows)
    throw input_error("Each article needs a part and a size.");
  for (const std::int32_t q : part)
    if (q >= 0 && static_cast<std::size_t>(q) >= group.size())
      throw input_error("Each part needs a group.");
  for (const std::int32_t g : group)
    if (g < 0 || static_cast<std::size_t>(g) >= groups)
      throw input_error("The group of a part is out of range.");
  const Sizes sizes = sizes_of(part, group, size, groups);
  Dispersion out;
  const double none = std::numeric_limits<double>::quiet_NaN();
  out.range.assign(groups * counts.columns, 0.0);
  for (std::vector<double> *all : {&out.dp, &out.dp_norm, &out.juilland_d,
                                   &out.carroll_d2, &out.rosengren_s, &out.kld})
    all->assign(groups * counts.columns, none);
  out.parts = sizes.parts;
  for_blocks(counts.columns, kBlock, threads, monitor, [&](const Block &b) {
    std::vector<double> own(group.size(), 0.0); // by part
    std::vector<std::size_t> touched;
    std::vector<double> total(groups);
    std::vector<Sums> sums(groups);
    for (std::size_t j = b.begin; j < b.end; ++j) {
      touched.clear();
      std::fill(total.begin(), total.end(), 0.0);
      std::fill(sums.begin(), sums.end(), Sums());
      const auto end = static_cast<std::size_t>(counts.p[j + 1]);
      for (auto e = static_cast<std::size_t>(counts.p[j]); e < end; ++e) {
        const std::int32_t q = part[static_cast<std::size_t>(counts.i[e])];
        if (q < 0 || !(counts.x[e] > 0))
          continue;
        const auto at = static_cast<std::size_t>(q);
        if (own[at] == 0)
          touched.push_back(at);
        own[at] += counts.x[e];
      }
      // In the order of parts, whatever the order of articles is.
      std::sort(touched.begin(), touched.end());
      for (const std::size_t q : touched)
        total[static_cast<std::size_t>(group[q])] += own[q];
      for (const std::size_t q : touched) {
        const auto g = static_cast<std::size_t>(group[q]);
        const double s = sizes.part[q] / sizes.group[g];
        const double v = own[q] / total[g];
        const double p = own[q] / sizes.part[q];
        Sums &to = sums[g];
        ++to.range;
        to.share += s;
        to.away += std::fabs(v - s);
        to.rate += p;
        to.rate_2 += p * p;
        to.rate_log += p * math::log(p);
        to.root += std::sqrt(s * v);
        to.bits += v * math::log(v / s);
        own[q] = 0;
      }
      for (std::size_t g = 0; g < groups; ++g) {
        const std::size_t at = j * groups + g;
        out.range[at] = sums[g].range;
        write(sums[g], sizes, g, at, out);
      }
    }
  });
  return out;
}

} // namespace tritone::term
