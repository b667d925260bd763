// SPDX-License-Identifier: GPL-2.0-or-later
// Sums over articles by group, by hand and under other orders and threads.
#include "term/statistics/moments.h"

#include "base/error.h"
#include "base/rng.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

using namespace tritone;
using namespace tritone::term;

namespace {

// [ 3 1 ]
// [ 1 0 ]
// [ 2 2 ]
// [ 5 5 ]
const std::int32_t kP[] = {0, 4, 7};
const std::int32_t kI[] = {0, 1, 2, 3, 0, 2, 3};
const double kX[] = {3, 1, 2, 5, 1, 2, 5};
const ColumnsView kCounts{4, 2, kP, kI, kX};

using Numbers = std::vector<double>;

// 1,000 articles x 700 terms of parts of tokens, and the same with the articles
// in falling order.
struct Large {
  std::vector<std::int32_t> p{0};
  std::vector<std::int32_t> i;
  std::vector<double> x;
  std::vector<std::int32_t> group;
  std::vector<double> size;

  explicit Large(bool falling) : group(1000), size(1000, 0.0) {
    for (std::int32_t j = 0; j < 700; ++j) {
      for (std::int32_t d = 0; d < 1000; ++d) {
        const std::int32_t own = falling ? 999 - d : d;
        Rng rng(3, static_cast<std::uint64_t>(own * 700 + j));
        if (rng.uniform() > 0.05)
          continue;
        i.push_back(d);
        x.push_back(rng.uniform() * 3);
        group[static_cast<std::size_t>(d)] = own % 3;
      }
      p.push_back(static_cast<std::int32_t>(i.size()));
    }
    for (std::int32_t d = 0; d < 1000; ++d) {
      const std::int32_t own = falling ? 999 - d : d;
      group[static_cast<std::size_t>(d)] = own % 3;
      size[static_cast<std::size_t>(d)] = 100 + own / 7.0;
    }
  }
  ColumnsView view() const { return {1000, 700, p.data(), i.data(), x.data()}; }
};

} // namespace

TEST_CASE("moments: by hand") {
  NullMonitor monitor;
  const Numbers size = row_sizes(kCounts);
  CHECK(size == Numbers{4, 1, 4, 10});
  const Moments m = term_moments(kCounts, {0, 0, 1, -1}, size, 2, 1, monitor);
  CHECK(m.articles == Numbers{2, 1});
  CHECK(m.size == Numbers{5, 4});
  CHECK(m.size_2 == Numbers{17, 16});
  CHECK(m.count == Numbers{4, 2, 1, 2});
  CHECK(m.docs == Numbers{2, 1, 1, 1});
  CHECK(m.count_2 == Numbers{10, 4, 1, 4});
  CHECK(m.product == Numbers{13, 8, 4, 8});
}

TEST_CASE("moments: articles without tokens do not count") {
  NullMonitor monitor;
  const Moments m =
      term_moments(kCounts, {0, 0, 0, 0}, {4, 0, 4, 10}, 1, 1, monitor);
  CHECK(m.articles == Numbers{3});
  CHECK(m.size == Numbers{18});
}

TEST_CASE("moments: the same bits for any order and number of threads") {
  NullMonitor monitor;
  const Large a(false);
  const Large b(true);
  const Moments one = term_moments(a.view(), a.group, a.size, 3, 1, monitor);
  for (const std::size_t threads : {2, 7}) {
    const Moments m =
        term_moments(a.view(), a.group, a.size, 3, threads, monitor);
    CHECK(m.count == one.count);
    CHECK(m.product == one.product);
  }
  const Moments other = term_moments(b.view(), b.group, b.size, 3, 2, monitor);
  CHECK(other.size == one.size);
  CHECK(other.count == one.count);
  CHECK(other.count_2 == one.count_2);
  CHECK(other.product == one.product);
}

TEST_CASE("moments: what does not fit is refused") {
  NullMonitor monitor;
  const Numbers size(4, 1.0);
  CHECK_THROWS_AS(term_moments(kCounts, {0}, size, 1, 1, monitor), input_error);
  CHECK_THROWS_AS(term_moments(kCounts, {0, 0, 0, 1}, size, 1, 1, monitor),
                  input_error);
  const double large[] = {1e308, 1e308, 2, 5, 1, 2, 5};
  CHECK_THROWS_AS(
      term_moments({4, 2, kP, kI, large}, {0, 0, 0, 0}, size, 1, 1, monitor),
      numeric_error);
}

// The same by its definition, draw by draw, from whole articles.
Numbers slow_draws(const ColumnsView &counts,
                   const std::vector<std::int32_t> &group, const Numbers &size,
                   std::size_t groups, std::size_t draws, std::uint64_t seed,
                   std::size_t column, std::size_t own) {
  Numbers y(counts.rows, 0.0);
  for (auto e = counts.p[column]; e < counts.p[column + 1]; ++e)
    y[static_cast<std::size_t>(counts.i[e])] = counts.x[e];
  const auto side = [&](const std::vector<std::size_t> &articles) {
    double sum_y = 0;
    double sum_n = 0;
    for (const std::size_t d : articles) {
      sum_y += y[d];
      sum_n += size[d];
    }
    double squares = 0;
    for (const std::size_t d : articles)
      squares += std::pow(y[d] - sum_y / sum_n * size[d], 2);
    const auto m = static_cast<double>(articles.size());
    const double rate = (sum_y + 0.5) / (sum_n + 0.5);
    const double variance = m / (m - 1) * squares / std::pow(sum_n * rate, 2);
    return std::pair<double, double>(std::log(rate),
                                     std::max(variance, 1 / (sum_y + 0.5)));
  };
  const auto ratio = [&](const std::vector<std::vector<std::size_t>> &drawn) {
    std::vector<std::size_t> others;
    for (std::size_t g = 0; g < groups; ++g)
      if (g != own)
        others.insert(others.end(), drawn[g].begin(), drawn[g].end());
    const auto one = side(drawn[own]);
    const auto two = side(others);
    return std::pair<double, double>(one.first - two.first,
                                     one.second + two.second);
  };
  std::vector<std::vector<std::size_t>> members(groups);
  for (std::size_t d = 0; d < counts.rows; ++d)
    members[static_cast<std::size_t>(group[d])].push_back(d);
  Numbers out;
  for (std::size_t b = 0; b < draws; ++b) {
    std::vector<std::vector<std::size_t>> drawn(groups);
    for (std::size_t g = 0; g < groups; ++g) {
      Rng rng(seed, b, static_cast<std::uint32_t>(g));
      for (std::size_t k = 0; k < members[g].size(); ++k)
        drawn[g].push_back(members[g][rng.below(
            static_cast<std::uint32_t>(members[g].size()))]);
    }
    const auto found = ratio(drawn);
    out.push_back((found.first - ratio(members).first) /
                  std::sqrt(found.second));
  }
  std::sort(out.begin(), out.end());
  return out;
}

TEST_CASE("bootstrap: articles that are alike differ in no draw") {
  NullMonitor monitor;
  const std::int32_t p[] = {0, 4, 8};
  const std::int32_t i[] = {0, 1, 2, 3, 0, 1, 2, 3};
  const double x[] = {2, 2, 1, 1, 2, 2, 3, 3};
  const Numbers found = bootstrap_log_ratios(
      {4, 2, p, i, x}, {0, 0, 1, 1}, {4, 4, 4, 4}, 2, 50,
      {0, 0.5, 1, 0, 0.5, 1, 0, 0.5, 1, NAN, NAN, NAN}, 1, 1, monitor);
  REQUIRE(found.size() == 12);
  for (std::size_t q = 0; q < 9; ++q)
    CHECK(found[q] == doctest::Approx(0).epsilon(1e-12));
  for (std::size_t q = 9; q < 12; ++q)
    CHECK(std::isnan(found[q]));
}

TEST_CASE("bootstrap: its draws are those of the definition") {
  NullMonitor monitor;
  const Large a(false);
  constexpr std::size_t kDraws = 11;
  Numbers at(3 * a.view().columns * kDraws);
  for (std::size_t k = 0; k < at.size(); ++k)
    at[k] = static_cast<double>(k % kDraws) / (kDraws - 1);
  const Numbers found = bootstrap_log_ratios(a.view(), a.group, a.size, 3,
                                             kDraws, at, 5, 2, monitor);
  for (const std::size_t column : {0, 33, 699})
    for (std::size_t g = 0; g < 3; ++g) {
      const Numbers slow =
          slow_draws(a.view(), a.group, a.size, 3, kDraws, 5, column, g);
      for (std::size_t r = 0; r < kDraws; ++r)
        CHECK(found[(column * 3 + g) * kDraws + r] ==
              doctest::Approx(slow[r]).epsilon(1e-9));
    }
}

TEST_CASE("bootstrap: quantiles rise, threads change nothing, seeds do") {
  NullMonitor monitor;
  const Large a(false);
  Numbers at;
  for (std::size_t cell = 0; cell < 3 * a.view().columns; ++cell)
    at.insert(at.end(), {0.05, 0.95});
  const auto draw = [&](std::uint64_t seed, std::size_t threads) {
    return bootstrap_log_ratios(a.view(), a.group, a.size, 3, 40, at, seed,
                                threads, monitor);
  };
  const Numbers one = draw(1, 1);
  CHECK(one == draw(1, 2));
  CHECK(one == draw(1, 7));
  CHECK(one != draw(2, 1));
  std::size_t wrong = 0;
  for (std::size_t k = 0; k < one.size(); k += 2)
    wrong += !(one[k] < one[k + 1]);
  CHECK(wrong == 0);
  // A cell's probabilities are its own.
  at[2] = at[3] = 0.5;
  Numbers own = draw(1, 1);
  CHECK(own[2] == own[3]);
  CHECK(one[2] < own[2]);
  own[2] = one[2];
  own[3] = one[3];
  CHECK(own == one);
  at.pop_back();
  CHECK_THROWS_AS(draw(1, 1), input_error);
}
