// SPDX-License-Identifier: GPL-2.0-or-later
// Pairs of terms by hand and under threads.
#include "term/statistics/pairs.h"

#include "base/error.h"
#include "base/rng.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

using namespace tritone;
using namespace tritone::term;

namespace {

using Ints = std::vector<std::int32_t>;

const Ints kType = {0, 1, 0, 1, -1, 2, 1, 0};
const Ints kUnit = {1, 1, 1, 1, 1, 1, 2, 1};
const std::vector<std::int64_t> kFirst = {0, 7, 7, 8};

std::string shown(const PairOptions &options, std::size_t threads = 1) {
  NullMonitor monitor;
  const Pairs found = count_pairs(kType.data(), kUnit.data(), kFirst, options,
                                  threads, monitor);
  std::string out;
  for (std::size_t i = 0; i < found.first.size(); ++i)
    out += std::to_string(found.first[i]) + "-" +
           std::to_string(found.second[i]) + ":" +
           std::to_string(static_cast<int>(found.count[i])) + "/" +
           std::to_string(static_cast<int>(found.docs[i])) + " ";
  return out;
}

} // namespace

TEST_CASE("pairs: neighbours, windows, whole units") {
  PairOptions options;
  // A hole keeps its place, units and articles end.
  CHECK(shown(options) == "0-1:2/1 1-0:1/1 ");
  options.ordered = false;
  CHECK(shown(options) == "0-1:3/1 ");
  options.window = 2;
  CHECK(shown(options) == "0-0:1/1 0-1:3/1 1-1:1/1 1-2:1/1 ");
  options.window = 0;
  CHECK(shown(options) == "0-0:1/1 0-1:4/1 0-2:2/1 1-1:1/1 1-2:2/1 ");
  options.once = true;
  CHECK(shown(options) == "0-1:1/1 0-2:1/1 1-2:1/1 ");
}

namespace {

// Articles of random tokens, a few of them holes.
struct Drawn {
  Ints type;
  Ints unit;
  std::vector<std::int64_t> first{0};

  Drawn(int articles, int tokens, std::uint64_t terms, int holes) {
    Rng rng(5, 0);
    for (int d = 0; d < articles; ++d) {
      for (int t = 0; t < tokens; ++t) {
        type.push_back(static_cast<std::int32_t>(rng.below(terms)) - holes);
        unit.push_back(t / 9);
      }
      first.push_back(static_cast<std::int64_t>(type.size()));
    }
    for (std::int32_t &one : type)
      one = std::max(one, -1);
  }
};

// The same by a map, pair by pair.
void check_against_map(const Drawn &x, const PairOptions &options,
                       const Pairs &found) {
  std::map<std::pair<int, int>, std::pair<double, std::set<std::size_t>>> all;
  for (std::size_t d = 0; d + 1 < x.first.size(); ++d) {
    std::set<std::pair<int, std::pair<int, int>>> seen;
    const auto end = static_cast<std::size_t>(x.first[d + 1]);
    for (auto a = static_cast<std::size_t>(x.first[d]); a < end; ++a)
      for (std::size_t b = a + 1; b < end && x.unit[b] == x.unit[a]; ++b) {
        if (options.window > 0 && b - a > options.window)
          break;
        std::pair<int, int> key{x.type[a], x.type[b]};
        if (!options.ordered && key.second < key.first)
          std::swap(key.first, key.second);
        if (x.type[a] < 0 || x.type[b] < 0 ||
            (options.once && (key.first == key.second ||
                              !seen.insert({x.unit[a], key}).second)))
          continue;
        all[key].first += 1;
        all[key].second.insert(d);
      }
  }
  REQUIRE(found.first.size() == all.size());
  std::size_t i = 0;
  std::size_t wrong = 0;
  for (const auto &[key, value] : all) {
    wrong += found.first[i] != key.first || found.second[i] != key.second ||
             found.count[i] != value.first ||
             found.docs[i] != static_cast<double>(value.second.size());
    ++i;
  }
  CHECK(wrong == 0);
}

} // namespace

TEST_CASE("pairs: in every setting as a map counts them") {
  const Drawn x(60, 40, 25, 3);
  NullMonitor monitor;
  for (const bool ordered : {true, false})
    for (const bool once : {true, false})
      for (const std::size_t window : {0, 1, 3}) {
        PairOptions options;
        options.ordered = ordered;
        options.once = once;
        options.window = window;
        check_against_map(x, options,
                          count_pairs(x.type.data(), x.unit.data(), x.first,
                                      options, 2, monitor));
      }
}

TEST_CASE("pairs: so many that terms are read in several ranges") {
  const Drawn x(6500, 90, 12, 0); // 2.3 million pairs
  NullMonitor monitor;
  PairOptions options;
  options.ordered = false;
  options.window = 8;
  const Pairs one =
      count_pairs(x.type.data(), x.unit.data(), x.first, options, 1, monitor);
  check_against_map(x, options, one);
  const Pairs two =
      count_pairs(x.type.data(), x.unit.data(), x.first, options, 2, monitor);
  CHECK(two.count == one.count);
  CHECK(two.times_first == one.times_first);
  CHECK(two.times_second == one.times_second);
  options.most = 20;
  std::string said;
  try {
    count_pairs(x.type.data(), x.unit.data(), x.first, options, 2, monitor);
  } catch (const limit_error &e) {
    said = e.what();
  }
  CHECK(said.find("here are 78;") != std::string::npos);
}

TEST_CASE("pairs: the same for any number of threads") {
  const Drawn drawn(500, 40, 30, 0);
  const Ints &type = drawn.type;
  const Ints &unit = drawn.unit;
  const std::vector<std::int64_t> &first = drawn.first;
  PairOptions options;
  options.window = 3;
  NullMonitor monitor;
  const Pairs one =
      count_pairs(type.data(), unit.data(), first, options, 1, monitor);
  for (const std::size_t threads : {2, 7}) {
    const Pairs found =
        count_pairs(type.data(), unit.data(), first, options, threads, monitor);
    CHECK(found.first == one.first);
    CHECK(found.count == one.count);
    CHECK(found.docs == one.docs);
    CHECK(found.times_first == one.times_first);
    CHECK(found.times_second == one.times_second);
  }
  double all = 0;
  for (const double n : one.count)
    all += n;
  // Each unit of 9 has 8 + 7 + 6 pairs, the last of 4 has 3 + 2 + 1.
  CHECK(all == 500 * (4 * 21 + 6));
}

TEST_CASE("pairs: rare ones and those of other terms count in the sums alone") {
  NullMonitor monitor;
  PairOptions options;
  options.ordered = false;
  options.window = 0;
  const auto count = [&] {
    return count_pairs(kType.data(), kUnit.data(), kFirst, options, 1, monitor);
  };
  const Pairs all = count();
  // 0-0, 0-1 four times, 0-2 twice, 1-1, 1-2 twice.
  CHECK(all.times_first == std::vector<double>{7, 3, 0});
  CHECK(all.times_second == std::vector<double>{1, 5, 4});
  options.min_count = 2;
  CHECK(shown(options) == "0-1:4/1 0-2:2/1 1-2:2/1 ");
  CHECK(count().times_first == all.times_first);
  options.chosen = {0, 0, 1};
  CHECK(shown(options) == "0-2:2/1 1-2:2/1 ");
  CHECK(count().times_second == all.times_second);
  options.chosen = {0};
  CHECK(shown(options).empty());
}

TEST_CASE("pairs: more than a table holds") {
  NullMonitor monitor;
  PairOptions options;
  const auto count = [&] {
    return count_pairs(kType.data(), kUnit.data(), kFirst, options, 1, monitor)
        .first.size();
  };
  options.most = 2;
  CHECK(count() == 2);
  options.most = 1;
  CHECK_THROWS_AS(count(), limit_error);
  options.min_count = 2; // rare ones are not given, so they do not matter
  CHECK(count() == 1);
}

TEST_CASE("pairs: no tokens, and pointers that do not rise") {
  NullMonitor monitor;
  CHECK(count_pairs(nullptr, nullptr, {0}, {}, 1, monitor).first.empty());
  CHECK_THROWS_AS(
      count_pairs(kType.data(), kUnit.data(), {0, 5, 3}, {}, 1, monitor),
      input_error);
  CHECK_THROWS_AS(count_pairs(kType.data(), kUnit.data(), {}, {}, 1, monitor),
                  input_error);
}
