// SPDX-License-Identifier: GPL-2.0-or-later
// Sums over articles by group and term, and bootstrap draws of them.
#include "term/statistics/moments.h"

#include "base/error.h"
#include "base/math.h"
#include "base/parallel.h"
#include "base/rng.h"
#include "base/sum.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace tritone::term {
namespace {

constexpr std::size_t kBlock = 256; // columns

bool is_whole(double x) { return x == std::floor(x); }

void check_rows(const ColumnsView &counts,
                const std::vector<std::int32_t> &group,
                const std::vector<double> &size, std::size_t groups) {
  if (group.size() != counts.rows || size.size() != counts.rows)
    throw input_error("Each of " + std::to_string(counts.rows) +
                      " articles needs a group and a size; given " +
                      std::to_string(group.size()) + " and " +
                      std::to_string(size.size()) + ".");
  for (const std::int32_t g : group)
    if (g >= 0 && static_cast<std::size_t>(g) >= groups)
      throw input_error("There are " + std::to_string(groups) +
                        " groups; given number " + std::to_string(g) + ".");
}

void check_finite(const std::vector<double> &x) {
  for (const double value : x)
    if (!std::isfinite(value))
      throw numeric_error("`counts` add up to more than a number can hold; "
                          "give smaller counts.");
}

// Sums by group that do not depend on the order of what is added.
class GroupSums {
public:
  explicit GroupSums(std::size_t groups) : parts_(groups) {}

  void add(std::size_t group, double value) { parts_[group].push_back(value); }

  // Writes the sums and starts anew.
  void take(double *out) {
    for (std::size_t g = 0; g < parts_.size(); ++g) {
      std::vector<double> &part = parts_[g];
      bool whole = true;
      double plain = 0;
      for (const double value : part) {
        plain += value;
        whole = whole && is_whole(value);
      }
      // Sums of whole numbers below 2^53 are exact in every order.
      out[g] = whole && plain < 0x1p53
                   ? plain
                   : order_free_sum(part.data(), part.size());
      part.clear();
    }
  }

private:
  std::vector<std::vector<double>> parts_;
};

} // namespace

std::vector<double> row_sizes(const ColumnsView &counts) {
  std::vector<double> out(counts.rows, 0.0);
  for (std::size_t e = 0; e < counts.entries(); ++e)
    out[static_cast<std::size_t>(counts.i[e])] += counts.x[e];
  return out;
}

Moments term_moments(const ColumnsView &counts,
                     const std::vector<std::int32_t> &group,
                     const std::vector<double> &size, std::size_t groups,
                     std::size_t threads, Monitor &monitor) {
  check_rows(counts, group, size, groups);
  Moments out;
  out.articles.assign(groups, 0.0);
  out.size.assign(groups, 0.0);
  out.size_2.assign(groups, 0.0);
  GroupSums sizes(groups);
  GroupSums squares(groups);
  for (std::size_t d = 0; d < counts.rows; ++d) {
    if (group[d] < 0 || !(size[d] > 0))
      continue;
    const auto g = static_cast<std::size_t>(group[d]);
    ++out.articles[g];
    sizes.add(g, size[d]);
    squares.add(g, size[d] * size[d]);
  }
  sizes.take(out.size.data());
  squares.take(out.size_2.data());
  const std::size_t cells = groups * counts.columns;
  for (std::vector<double> *all :
       {&out.count, &out.docs, &out.count_2, &out.product})
    all->assign(cells, 0.0);
  for_blocks(counts.columns, kBlock, threads, monitor, [&](const Block &b) {
    GroupSums count(groups);
    GroupSums count_2(groups);
    GroupSums product(groups);
    for (std::size_t j = b.begin; j < b.end; ++j) {
      const auto end = static_cast<std::size_t>(counts.p[j + 1]);
      for (auto e = static_cast<std::size_t>(counts.p[j]); e < end; ++e) {
        const auto d = static_cast<std::size_t>(counts.i[e]);
        const double y = counts.x[e];
        if (group[d] < 0 || !(y > 0))
          continue;
        const auto g = static_cast<std::size_t>(group[d]);
        ++out.docs[j * groups + g];
        count.add(g, y);
        count_2.add(g, y * y);
        product.add(g, y * size[d]);
      }
      count.take(&out.count[j * groups]);
      count_2.take(&out.count_2[j * groups]);
      product.take(&out.product[j * groups]);
    }
  });
  for (const std::vector<double> *all :
       {&out.size, &out.size_2, &out.count, &out.count_2, &out.product})
    check_finite(*all);
  return out;
}

namespace {

// How often each article is drawn: draws x articles, by article.
std::vector<std::uint16_t> draw_articles(const std::vector<std::int32_t> &group,
                                         const std::vector<double> &size,
                                         std::size_t groups, std::size_t draws,
                                         std::uint64_t seed) {
  std::vector<std::vector<std::size_t>> members(groups);
  for (std::size_t d = 0; d < group.size(); ++d)
    if (group[d] >= 0 && size[d] > 0)
      members[static_cast<std::size_t>(group[d])].push_back(d);
  std::vector<std::uint16_t> out(group.size() * draws, 0);
  for (std::size_t b = 0; b < draws; ++b)
    for (std::size_t g = 0; g < groups; ++g) {
      Rng rng(seed, b, static_cast<std::uint32_t>(g));
      const auto n = static_cast<std::uint32_t>(members[g].size());
      for (std::uint32_t k = 0; k < n; ++k)
        ++out[members[g][rng.below(n)] * draws + b];
    }
  return out;
}

double quantile(const std::vector<double> &sorted, double at) {
  const double place = at * static_cast<double>(sorted.size() - 1);
  const auto low = static_cast<std::size_t>(place);
  const std::size_t high = std::min(low + 1, sorted.size() - 1);
  return sorted[low] +
         (place - static_cast<double>(low)) * (sorted[high] - sorted[low]);
}

} // namespace

std::vector<double> bootstrap_log_ratios(
    const ColumnsView &counts, const std::vector<std::int32_t> &group,
    const std::vector<double> &size, std::size_t groups, std::size_t draws,
    const std::vector<double> &at, std::uint64_t seed, std::size_t threads,
    Monitor &monitor) {
  check_rows(counts, group, size, groups);
  const std::vector<std::uint16_t> times =
      draw_articles(group, size, groups, draws, seed);
  std::vector<double> total(groups * draws, 0.0); // by group
  for (std::size_t d = 0; d < counts.rows; ++d)
    if (group[d] >= 0)
      for (std::size_t b = 0; b < draws; ++b)
        total[static_cast<std::size_t>(group[d]) * draws + b] +=
            times[d * draws + b] * size[d];
  std::vector<double> out(at.size() * groups * counts.columns);
  for_blocks(counts.columns, kBlock / 8, threads, monitor, [&](const Block &b) {
    std::vector<double> own(groups * draws);
    std::vector<double> ratio(draws);
    for (std::size_t j = b.begin; j < b.end; ++j) {
      b.check();
      std::fill(own.begin(), own.end(), 0.0);
      const auto end = static_cast<std::size_t>(counts.p[j + 1]);
      for (auto e = static_cast<std::size_t>(counts.p[j]); e < end; ++e) {
        const auto d = static_cast<std::size_t>(counts.i[e]);
        if (group[d] < 0)
          continue;
        double *const to = &own[static_cast<std::size_t>(group[d]) * draws];
        const std::uint16_t *const by = &times[d * draws];
        for (std::size_t r = 0; r < draws; ++r)
          to[r] += by[r] * counts.x[e];
      }
      for (std::size_t g = 0; g < groups; ++g) {
        for (std::size_t r = 0; r < draws; ++r) {
          double y = 0;
          double n = 0;
          for (std::size_t h = 0; h < groups; ++h)
            if (h != g) {
              y += own[h * draws + r];
              n += total[h * draws + r];
            }
          ratio[r] = math::log((own[g * draws + r] + 0.5) /
                               (total[g * draws + r] + 0.5)) -
                     math::log((y + 0.5) / (n + 0.5));
        }
        std::sort(ratio.begin(), ratio.end());
        for (std::size_t q = 0; q < at.size(); ++q)
          out[(j * groups + g) * at.size() + q] = quantile(ratio, at[q]);
      }
    }
  });
  return out;
}

} // namespace tritone::term
