// SPDX-License-Identifier: GPL-2.0-or-later
// Checks of options, and what all topic models share.
#include "topic/model.h"

#include "base/error.h"
#include "topic/corpora.h"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <string>

using namespace tritone;
using namespace tritone::topic;

namespace {

struct Listener final : Monitor {
  std::vector<std::int64_t> done;
  std::int64_t total = 0;
  bool answer = true;
  bool update(std::int64_t now, std::int64_t all) override {
    done.push_back(now);
    total = all;
    return answer;
  }
};

std::string message_of(const Rows &counts) {
  try {
    check_counts(counts);
  } catch (const input_error &e) {
    return e.what();
  }
  return "";
}

} // namespace

TEST_CASE("topic model: totals of counts") {
  const Rows counts = corpora::from_dense({{1, 0, 2.5}, {}, {0, 4}}, 3);
  const CountTotals totals = check_counts(counts);
  CHECK(totals.document == std::vector<double>{3.5, 0.0, 4.0});
  CHECK(totals.tokens == 7.5);
}

TEST_CASE("topic model: wrong counts are named by row and column") {
  const double bad[] = {-1.0, std::nan(""),
                        std::numeric_limits<double>::infinity()};
  for (const double x : bad) {
    const std::string text =
        message_of(corpora::from_dense({{1, 2}, {0, 3, x}}, 3));
    CHECK(text.find("row 2, column 3") != std::string::npos);
  }
  CHECK(message_of(corpora::from_dense({{}, {}}, 4)).find("2 x 4") !=
        std::string::npos);
  CHECK_THROWS_AS(check_counts(Rows{}), input_error);
  CHECK_THROWS_AS(check_counts(corpora::from_dense({{9e14, 2e14}}, 2)),
                  input_error);
}

TEST_CASE("topic model: options at and beyond their limits") {
  CHECK_THROWS_AS(check_topics(0), input_error);
  CHECK_NOTHROW(check_topics(1));
  CHECK_NOTHROW(check_topics(kMaxTopics));
  CHECK_THROWS_AS(check_topics(kMaxTopics + 1), limit_error);
  for (const double x : {0.0, -1.0, 1e-11, 2e6, std::nan(""),
                         std::numeric_limits<double>::infinity()})
    CHECK_THROWS_AS(check_prior("alpha", x), input_error);
  CHECK_NOTHROW(check_prior("alpha", 1e-10));
  CHECK_NOTHROW(check_prior("alpha", 1e6));
}

TEST_CASE("topic model: prevalence weighs documents by their tokens") {
  const Rows counts = corpora::from_dense({{3}, {}, {1}}, 1);
  const std::vector<double> theta{0.5, 0.1, 1.0, 0.5, 0.9, 0.0};
  const auto prevalence = topic_prevalence(theta, check_counts(counts), 2);
  CHECK(prevalence[0] == doctest::Approx(0.625));
  CHECK(prevalence[1] == doctest::Approx(0.375));
}

TEST_CASE("topic model: topics by falling prevalence, equal ones in order") {
  TopicFit fit;
  fit.topics = 3;
  fit.terms = 2;
  fit.documents = 2;
  fit.prevalence = {0.2, 0.6, 0.2};
  fit.phi = {1, 2, 3, 4, 5, 6};
  fit.theta = {10, 11, 20, 21, 30, 31};
  sort_topics(fit);
  CHECK(fit.prevalence == std::vector<double>{0.6, 0.2, 0.2});
  CHECK(fit.phi == std::vector<double>{2, 1, 3, 5, 4, 6});
  CHECK(fit.theta == std::vector<double>{20, 21, 10, 11, 30, 31});
  TopicFit empty;
  sort_topics(empty);
  CHECK(empty.phi.empty());
}

TEST_CASE("topic model: a pace reports at once, then seldom") {
  Listener listener;
  PacedMonitor pace(listener, 1000);
  for (std::int64_t i = 0; i < 1000; ++i)
    pace.report(i);
  REQUIRE(listener.done.size() >= 1);
  CHECK(listener.done.size() < 1000);
  CHECK(listener.done[0] == 0);
  CHECK(listener.total == 1000);
}

TEST_CASE("topic model: a pace passes on the wish to stop") {
  Listener listener;
  listener.answer = false;
  PacedMonitor pace(listener, 10);
  CHECK_THROWS_AS(pace.report(3), cancelled);
  CHECK(listener.done == std::vector<std::int64_t>{3});
}
