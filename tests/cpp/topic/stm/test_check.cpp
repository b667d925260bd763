// SPDX-License-Identifier: GPL-2.0-or-later
#include "topic/stm/check.h"

#include "base/error.h"
#include "topic/corpora.h"

#include <doctest/doctest.h>

#include <cmath>
#include <cstddef>
#include <limits>
#include <vector>

using namespace tritone;
using namespace tritone::topic;

namespace {

// Nine articles with an intercept and a number, in two groups.
StmOptions good_options() {
  StmOptions out;
  out.topics = 3;
  out.covariates = 2;
  out.prevalence.assign(9, 1.0);
  for (std::size_t i = 0; i < 9; ++i)
    out.prevalence.push_back(static_cast<double>(i));
  out.content = {0, 1, 0, 1, 0, 1, 0, 1, 0};
  out.groups = 2;
  return out;
}

template <class Change> void refused(Change change) {
  const Rows counts = corpora::blocks();
  StmOptions options = good_options();
  change(options);
  CHECK_THROWS_AS(stm::checked(counts, options), input_error);
}

} // namespace

TEST_CASE("stm: options that can be are given back") {
  const Rows counts = corpora::blocks();
  const StmOptions options = good_options();
  CHECK(&stm::checked(counts, options) == &options);
}

TEST_CASE("stm: options that cannot be are refused") {
  refused([](StmOptions &o) { o.topics = 0; });
  refused([](StmOptions &o) { o.topics = 1; });
  refused([](StmOptions &o) { o.prevalence.pop_back(); });
  refused([](StmOptions &o) { o.content.pop_back(); });
  refused([](StmOptions &o) { o.content[3] = 2; });
  refused([](StmOptions &o) { o.tolerance = -1.0; });
  refused([](StmOptions &o) { o.tolerance = std::nan(""); });
  refused([](StmOptions &o) { o.sigma_prior = 1.5; });
  Rows empty;
  empty.columns = 5;
  CHECK_THROWS_AS(stm::checked(empty, StmOptions()), input_error);
}

TEST_CASE("stm: what topics have had so far needs all that it holds") {
  const std::size_t size = 3 * 9 * 2; // topics x terms x groups
  const auto with_extra = [&](StmOptions &o) {
    o.extra.assign(size, 1.0);
    o.start.assign(3 * 9, 1.0);
    o.start_gamma.assign(2 * 2, 0.0);
    o.start_sigma = {1.0, 0.0, 0.0, 1.0};
  };
  const Rows counts = corpora::blocks();
  StmOptions good = good_options();
  with_extra(good);
  CHECK_NOTHROW(stm::checked(counts, good));
  refused([&](StmOptions &o) {
    with_extra(o);
    o.extra.pop_back();
  });
  refused([&](StmOptions &o) {
    with_extra(o);
    o.start_sigma.clear();
  });
  for (const double wrong :
       {-1.0, 1e16, std::numeric_limits<double>::infinity()})
    refused([&](StmOptions &o) {
      with_extra(o);
      o.extra[5] = wrong;
    });
}

TEST_CASE("stm: a part has the size that it must have") {
  CHECK_NOTHROW(stm::check_size("start", 6, 6));
  CHECK_THROWS_WITH_AS(stm::check_size("start", 5, 6),
                       "`start` must hold 6 numbers, not 5.", input_error);
}
