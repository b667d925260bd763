// SPDX-License-Identifier: GPL-2.0-or-later
// Categories of words and expressions, by hand and under threads.
#include "term/dictionary.h"

#include "base/error.h"
#include "base/rng.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace tritone;
using namespace tritone::term;

namespace {

using Ints = std::vector<std::int32_t>;

// interest rate | rate of interest rate; (nothing); rate
const Ints kType = {1, 2, 2, 3, 1, 2, 2};
const Ints kStretch = {1, 1, 2, 2, 2, 2, 1};

TokensView view() {
  TokensView out;
  out.type = kType.data();
  out.stretch = kStretch.data();
  out.first = {0, 6, 6, 7};
  return out;
}

std::string shown(const Dictionary &dictionary, const TokensView &tokens) {
  NullMonitor monitor;
  const Columns found = count_categories(tokens, 3, dictionary, 1, monitor);
  CHECK(found.columns() == dictionary.categories + 1);
  CHECK(found.rows == tokens.first.size() - 1);
  std::string out; // by article
  for (std::size_t d = 0; d < found.rows; ++d)
    for (std::size_t j = 0; j < found.columns(); ++j)
      for (auto e = static_cast<std::size_t>(found.start[j]);
           e < static_cast<std::size_t>(found.start[j + 1]); ++e)
        if (found.row[e] == static_cast<std::int32_t>(d))
          out += std::to_string(d) + "," + std::to_string(j) + ":" +
                 std::to_string(static_cast<int>(found.value[e])) + " ";
  return out;
}

// Words: interest, rate, either of them.
Dictionary dictionary(const std::vector<Dictionary::Entry> &entries) {
  return {2, {{1}, {2}, {1, 2}}, entries};
}

} // namespace

TEST_CASE("dictionary: nested matches of a category count once") {
  CHECK(shown(dictionary({{0, {0, 1}}, {0, {1}}}), view()) ==
        "0,0:3 0,2:1 2,0:1 ");
  CHECK(shown(dictionary({{0, {0, 1}}, {1, {1}}}), view()) ==
        "0,0:2 0,1:3 0,2:1 2,1:1 ");
}

TEST_CASE("dictionary: patterns, stretches and tokens left out") {
  CHECK(shown(dictionary({{1, {2}}}), view()) == "0,1:5 0,2:1 2,1:1 ");
  // The second rate begins a stretch.
  CHECK(shown(dictionary({{0, {1, 1}}}), view()) == "0,2:6 2,2:1 ");
  TokensView whole = view();
  whole.stretch = nullptr;
  CHECK(shown(dictionary({{0, {1, 1}}}), whole) == "0,0:1 0,2:4 2,2:1 ");
  Ints holes = kType;
  holes[1] = -1;
  TokensView some = view();
  some.type = holes.data();
  CHECK(shown(dictionary({{0, {0, 1}}, {0, {1}}}), some) ==
        "0,0:2 0,2:2 2,0:1 ");
}

TEST_CASE("dictionary: what is out of range is refused") {
  NullMonitor monitor;
  const auto refuse = [&](const Dictionary &bad, std::size_t types) {
    CHECK_THROWS_AS(count_categories(view(), types, bad, 1, monitor),
                    input_error);
  };
  refuse(dictionary({{2, {0}}}), 3);
  refuse(dictionary({{0, {3}}}), 3);
  refuse(dictionary({{0, {}}}), 3);
  refuse(dictionary({}), 2);
}

TEST_CASE("dictionary: the same for any number of threads") {
  Ints type;
  Ints stretch;
  TokensView tokens;
  Rng rng(1, 0);
  for (int d = 0; d < 400; ++d) {
    for (int t = 0; t < 30; ++t) {
      type.push_back(1 + static_cast<std::int32_t>(rng.below(3)));
      stretch.push_back(t / 7);
    }
    tokens.first.push_back(static_cast<std::int64_t>(type.size()));
  }
  tokens.type = type.data();
  tokens.stretch = stretch.data();
  const Dictionary words = dictionary({{0, {0, 1}}, {1, {2, 2, 1}}, {1, {1}}});
  NullMonitor monitor;
  const Columns one = count_categories(tokens, 3, words, 1, monitor);
  for (const std::size_t threads : {2, 7}) {
    const Columns found = count_categories(tokens, 3, words, threads, monitor);
    CHECK(found.start == one.start);
    CHECK(found.row == one.row);
    CHECK(found.value == one.value);
  }
}
