// SPDX-License-Identifier: GPL-2.0-or-later
// Scores of topics against values by hand.
#include "topic/quality.h"

#include "base/error.h"
#include "sparse/rows.h"
#include "topic/corpora.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <vector>

using namespace tritone;
using namespace tritone::topic;

namespace {

doctest::Approx near(double x) { return doctest::Approx(x).epsilon(1e-12); }

ColumnsView view_of(const Columns &columns, std::vector<std::int32_t> &start) {
  start.assign(columns.start.begin(), columns.start.end());
  return {columns.rows, columns.columns(), start.data(), columns.row.data(),
          columns.value.data()};
}

Quality judge(const std::vector<std::vector<double>> &table, std::size_t terms,
              const std::vector<double> &phi, std::size_t topics,
              const QualityOptions &options = {}) {
  const Columns columns = to_columns(corpora::from_dense(table, terms));
  std::vector<std::int32_t> start;
  NullMonitor nobody;
  const std::vector<double> theta(table.size() * topics,
                                  1.0 / static_cast<double>(topics));
  return topic_quality(view_of(columns, start), phi, theta, topics, options,
                       nobody);
}

double npmi(const std::vector<std::vector<double>> &table) {
  return judge(table, 3, {0.5, 0.3, 0.2}, 1).npmi[0];
}

} // namespace

TEST_CASE("quality: NPMI of three words whose probabilities are known") {
  CHECK(npmi({{1, 1, 1}, {2, 1, 1}, {1, 0, 0}}) == near(1.0 / 3));
  CHECK(npmi({{1, 1, 0}, {1, 0, 5}, {0, 1, 1}}) ==
        near(std::log(0.75) / -std::log(1.0 / 3)));
  CHECK(npmi({{1, 1, 1}, {0, 1, 0}, {0, 0, 1}, {0, 0, 0}}) !=
        near(1.0 / 3)); // the last one is empty and does not count
}

TEST_CASE("quality: words that never or always meet, and words of nowhere") {
  CHECK(npmi({{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}) == -1.0);
  CHECK(npmi({{1, 1, 1}, {1, 1, 1}}) == 0.0);
  CHECK(npmi({{1, 1, 0}, {1, 0, 0}, {0, 1, 0}}) ==
        near(std::log(3.0 / 4) / std::log(3.0)));
  CHECK(std::isnan(npmi({{1, 0, 0}, {1, 0, 0}})));
}

TEST_CASE("quality: UMass conditions on the more probable word") {
  const std::vector<std::vector<double>> table{
      {1, 1, 0}, {1, 0, 5}, {1, 1, 1}, {1, 0, 0}};
  CHECK(judge(table, 3, {0.5, 0.3, 0.2}, 1).umass[0] ==
        near(std::log(3.0 / 4) + std::log(3.0 / 4) + std::log(2.0 / 2)));
  QualityOptions options;
  options.smooth = 0.01;
  options.top = 2;
  CHECK(judge(table, 3, {0.1, 0.3, 0.6}, 1, options).umass[0] ==
        near(std::log(1.01 / 2)));
}

TEST_CASE("quality: what a topic has of the collection") {
  // Terms' shares of all tokens: 1/2, 1/4, 1/4.
  const std::vector<std::vector<double>> table{{2, 1, 0}, {2, 1, 2}};
  const std::vector<double> phi{0.5, 1, 0.25, 0, 0.25, 0};
  const Quality found = judge(table, 3, phi, 2);
  CHECK(found.distance[0] == doctest::Approx(0).epsilon(1e-7));
  CHECK(found.junk[0] == near(1));
  CHECK(found.distance[1] == near(std::sqrt(1 - std::sqrt(0.5))));
  CHECK(found.junk[1] == near(0.5));
  CHECK(found.size[0] == near(0.5 / 1.5 + 2));
  CHECK(found.size[0] + found.size[1] == near(3));
  CHECK(found.prevalence[0] == near(0.5));
  // Each topic has half of either document, of 3 and 5 tokens.
  CHECK(found.document_entropy[1] ==
        near(-(3.0 / 8 * std::log(3.0 / 8) + 5.0 / 8 * std::log(5.0 / 8))));
}

TEST_CASE("quality: FREX from mean ranks") {
  NullMonitor nobody;
  const std::vector<double> phi{0.6, 0.2, 0.2, 0.2, 0.2, 0.6};
  const std::vector<double> found = frex(phi, 2, 3, 0.7, 1, nobody);
  const auto at = [](double exclusivity, double frequency) {
    return 1 / (0.7 / exclusivity + 0.3 / frequency);
  };
  CHECK(found[0] == near(at(1, 1)));
  CHECK(found[2] == near(at(2.0 / 3, 0.5)));
  CHECK(found[4] == near(at(1.0 / 3, 0.5)));
  CHECK(found[5] == near(at(1, 1)));
  const Quality judged = judge({{1, 1, 1}}, 3, phi, 2);
  CHECK(judged.exclusivity[0] == near(found[0] + found[2] + found[4]));
}

TEST_CASE("quality: the same for every number of threads and order of rows") {
  const auto made = corpora::simulate(300, 12, 15, 60, 3);
  Columns columns = to_columns(made.counts);
  std::vector<std::int32_t> start;
  NullMonitor nobody;
  std::vector<double> theta(300 * 12, 1.0 / 12);
  QualityOptions options;
  const Quality one = topic_quality(view_of(columns, start), made.phi, theta,
                                    12, options, nobody);
  for (const std::size_t threads : {2, 7}) {
    options.threads = threads;
    const Quality more = topic_quality(view_of(columns, start), made.phi, theta,
                                       12, options, nobody);
    CHECK(more.npmi == one.npmi);
    CHECK(more.umass == one.umass);
    CHECK(more.exclusivity == one.exclusivity);
    CHECK(more.document_entropy == one.document_entropy);
    CHECK(more.distance == one.distance);
    CHECK(more.junk == one.junk);
    CHECK(frex(made.phi, 12, 180, 0.5, threads, nobody) ==
          frex(made.phi, 12, 180, 0.5, 1, nobody));
  }
  Rows back;
  back.columns = made.counts.columns;
  for (std::size_t d = made.counts.rows(); d-- > 0;) {
    for (auto e = made.counts.start[d]; e < made.counts.start[d + 1]; ++e) {
      back.column.push_back(made.counts.column[static_cast<std::size_t>(e)]);
      back.value.push_back(made.counts.value[static_cast<std::size_t>(e)]);
    }
    back.start.push_back(static_cast<std::int64_t>(back.column.size()));
  }
  columns = to_columns(back);
  const Quality turned = topic_quality(view_of(columns, start), made.phi, theta,
                                       12, options, nobody);
  CHECK(turned.npmi == one.npmi);
  CHECK(turned.document_entropy == one.document_entropy);
  CHECK(turned.distance == one.distance);
}

TEST_CASE("quality: sizes that do not fit, and counts of nothing") {
  CHECK_THROWS_AS(judge({{1, 1, 1}}, 3, {0.5, 0.5}, 1), input_error);
  CHECK_THROWS_AS(judge({{0, 0, 0}}, 3, {0.5, 0.3, 0.2}, 1), input_error);
  const Columns columns = to_columns(corpora::from_dense({{1, 1}}, 2));
  std::vector<std::int32_t> start;
  NullMonitor nobody;
  CHECK_THROWS_AS(
      topic_quality(view_of(columns, start), {0.5, 0.5}, {}, 1, {}, nobody),
      input_error);
  CHECK_THROWS_AS(frex({1.0}, 2, 1, 0.5, 1, nobody), input_error);
}
