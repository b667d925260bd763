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
#include <limits>
#include <string>

namespace tritone::term {
namespace {

constexpr std::size_t kBlock = 256; // columns
constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

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

// How often each article is drawn: (draws + 1) x articles, by article. The last
// time each is there once: that is the collection itself.
std::vector<std::uint16_t> draw_articles(const std::vector<std::int32_t> &group,
                                         const std::vector<double> &size,
                                         std::size_t groups, std::size_t draws,
                                         std::uint64_t seed) {
  std::vector<std::vector<std::size_t>> members(groups);
  for (std::size_t d = 0; d < group.size(); ++d)
    if (group[d] >= 0 && size[d] > 0)
      members[static_cast<std::size_t>(group[d])].push_back(d);
  const std::size_t times = draws + 1;
  std::vector<std::uint16_t> out(group.size() * times, 0);
  for (std::size_t b = 0; b < draws; ++b)
    for (std::size_t g = 0; g < groups; ++g) {
      Rng rng(seed, b, static_cast<std::uint32_t>(g));
      const auto n = static_cast<std::uint32_t>(members[g].size());
      for (std::uint32_t k = 0; k < n; ++k)
        ++out[members[g][rng.below(n)] * times + b];
    }
  for (const std::vector<std::size_t> &own : members)
    for (const std::size_t d : own)
      out[d * times + draws] = 1;
  return out;
}

// What a rate of one side of a comparison rests on: sums over its articles.
struct Side {
  double articles = 0;
  double size = 0;
  double size_2 = 0;
  double count = 0;
  double count_2 = 0;
  double product = 0;

  void add(const Side &other) {
    articles += other.articles;
    size += other.size;
    size_2 += other.size_2;
    count += other.count;
    count_2 += other.count_2;
    product += other.product;
  }
};

struct LogRate {
  double value;
  double variance;
};

// With half a token more; the variance over articles is at least that of
// independent tokens.
LogRate log_rate(const Side &side) {
  const double y = side.count + 0.5;
  const double least = 1 / y;
  const double rate = y / (side.size + 0.5);
  if (side.articles < 2 || !(side.size > 0))
    return {math::log(rate), least};
  const double plain = side.count / side.size;
  const double squares =
      side.count_2 - 2 * plain * side.product + plain * plain * side.size_2;
  const double scale = rate * side.size;
  const double variance = side.articles / (side.articles - 1) *
                          std::max(squares, 0.0) / (scale * scale);
  return {math::log(rate), std::max(variance, least)};
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
  const std::size_t cells = groups * counts.columns;
  if (cells == 0 ? !at.empty() : at.size() % cells != 0)
    throw input_error("bootstrap: expected the same number of probabilities "
                      "for each of " +
                      std::to_string(cells) + " cells; given " +
                      std::to_string(at.size()));
  const std::size_t each = cells == 0 ? 0 : at.size() / cells;
  const std::size_t times = draws + 1;
  const std::vector<std::uint16_t> drawn =
      draw_articles(group, size, groups, draws, seed);
  // What does not depend on the term: by draw, the groups beside each other.
  std::vector<Side> sizes(times * groups);
  for (std::size_t d = 0; d < counts.rows; ++d)
    if (group[d] >= 0)
      for (std::size_t r = 0; r < times; ++r) {
        Side &to = sizes[r * groups + static_cast<std::size_t>(group[d])];
        const double weight = drawn[d * times + r];
        to.articles += weight;
        to.size += weight * size[d];
        to.size_2 += weight * size[d] * size[d];
      }
  std::vector<double> out(at.size(), kNone);
  for_blocks(counts.columns, kBlock / 8, threads, monitor, [&](const Block &b) {
    std::vector<Side> sides(times * groups);
    std::vector<LogRate> ratios(times);
    std::vector<double> apart(draws);
    for (std::size_t j = b.begin; j < b.end; ++j) {
      b.check();
      const auto own =
          at.begin() + static_cast<std::ptrdiff_t>(j * groups * each);
      if (std::all_of(own, own + static_cast<std::ptrdiff_t>(groups * each),
                      [](double p) { return std::isnan(p); }))
        continue;
      sides = sizes;
      const auto end = static_cast<std::size_t>(counts.p[j + 1]);
      for (auto e = static_cast<std::size_t>(counts.p[j]); e < end; ++e) {
        const auto d = static_cast<std::size_t>(counts.i[e]);
        if (group[d] < 0)
          continue;
        const double y = counts.x[e];
        Side *const to = &sides[static_cast<std::size_t>(group[d])];
        const std::uint16_t *const by = &drawn[d * times];
        for (std::size_t r = 0; r < times; ++r) {
          to[r * groups].count += by[r] * y;
          to[r * groups].count_2 += by[r] * y * y;
          to[r * groups].product += by[r] * y * size[d];
        }
      }
      for (std::size_t g = 0; g < groups; ++g) {
        const std::size_t first = (j * groups + g) * each;
        if (each == 0 || std::isnan(at[first]))
          continue;
        for (std::size_t r = 0; r < times; ++r) {
          Side others;
          for (std::size_t h = 0; h < groups; ++h)
            if (h != g)
              others.add(sides[r * groups + h]);
          const LogRate one = log_rate(sides[r * groups + g]);
          const LogRate two = log_rate(others);
          ratios[r] = {one.value - two.value, one.variance + two.variance};
        }
        for (std::size_t r = 0; r < draws; ++r) {
          apart[r] = (ratios[r].value - ratios[draws].value) /
                     std::sqrt(ratios[r].variance);
          if (!std::isfinite(apart[r]))
            throw numeric_error("`counts` add up to more than a number can "
                                "hold; give smaller counts.");
        }
        std::sort(apart.begin(), apart.end());
        for (std::size_t q = first; q < first + each; ++q)
          out[q] = quantile(apart, at[q]);
      }
    }
  });
  return out;
}

} // namespace tritone::term
