// SPDX-License-Identifier: GPL-2.0-or-later
// Weights of terms against values by hand.
#include "term/statistics/weight.h"

#include "base/error.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

using namespace tritone;
using namespace tritone::term;

namespace {

// Articles x terms:
//   [ 2 1 0 0 ]
//   [ 4 0 1 0 ]
//   [ 0 0 0 0 ]
struct Sample {
  std::vector<std::int32_t> p{0, 2, 3, 4, 4};
  std::vector<std::int32_t> i{0, 1, 0, 1};
  std::vector<double> x{2, 4, 1, 1};

  ColumnsView view() const { return {3, 4, p.data(), i.data(), x.data()}; }
};

std::vector<double> weigh(const ColumnsView &counts,
                          const WeightOptions &options) {
  return weigh_terms(counts, weight_collection(counts, options), options).value;
}

doctest::Approx near(double x) { return doctest::Approx(x).epsilon(1e-13); }

void check(const std::vector<double> &got, const std::vector<double> &wanted) {
  REQUIRE(got.size() == wanted.size());
  for (std::size_t e = 0; e < got.size(); ++e)
    CHECK(got[e] == near(wanted[e]));
}

} // namespace

TEST_CASE("term weight: what an article says of a term") {
  const Sample sample;
  WeightOptions o;
  CHECK(weigh(sample.view(), o) == sample.x);
  o.local = LocalWeight::share;
  check(weigh(sample.view(), o), {2.0 / 3, 0.8, 1.0 / 3, 0.2});
  o.local = LocalWeight::log;
  check(weigh(sample.view(), o), {1 + std::log(2), 1 + std::log(4), 1, 1});
  o.base = 2;
  check(weigh(sample.view(), o), {2, 3, 1, 1});
  o.local = LocalWeight::augmented;
  CHECK(weigh(sample.view(), o) == std::vector<double>{1, 1, 0.75, 0.625});
  o.local = LocalWeight::boolean;
  CHECK(weigh(sample.view(), o) == std::vector<double>{1, 1, 1, 1});
  o.local = LocalWeight::saturation;
  o.delta = 0.5;
  const double mean = 8.0 / 3;
  const double a = 1.2 * (0.25 + 0.75 * 3 / mean);
  const double b = 1.2 * (0.25 + 0.75 * 5 / mean);
  check(weigh(sample.view(), o),
        {2 * 2.2 / (2 + a) + 0.5, 4 * 2.2 / (4 + b) + 0.5, 2.2 / (1 + a) + 0.5,
         2.2 / (1 + b) + 0.5});
}

TEST_CASE("term weight: what the collection says of a term") {
  const Sample sample;
  WeightOptions o;
  const auto global = [&](GlobalWeight g) {
    o.global = g;
    return weight_collection(sample.view(), o).global;
  };
  CHECK(global(GlobalWeight::none) == std::vector<double>{1, 1, 1, 0});
  check(global(GlobalWeight::plain),
        {std::log(1.5), std::log(3), std::log(3), 0});
  check(global(GlobalWeight::smooth),
        {1 + std::log(4.0 / 3), 1 + std::log(2), 1 + std::log(2), 0});
  check(global(GlobalWeight::max), {0, std::log(2), std::log(2), 0});
  check(global(GlobalWeight::probabilistic), {0, std::log(2), std::log(2), 0});
  check(global(GlobalWeight::lucene),
        {std::log(1.6), std::log(1 + 2.5 / 1.5), std::log(1 + 2.5 / 1.5), 0});
  check(global(GlobalWeight::robertson),
        {0, std::log(2.5 / 1.5), std::log(2.5 / 1.5), 0});
  const double spread = -(std::log(1.0 / 3) / 3 + 2 * std::log(2.0 / 3) / 3);
  check(global(GlobalWeight::entropy), {1 - spread / std::log(3), 1, 1, 0});
  check(global(GlobalWeight::share), {0.75, 0.125, 0.125, 0});
}

TEST_CASE("term weight: information, cosine and pivoted norms") {
  const Sample sample;
  WeightOptions o;
  o.local = LocalWeight::information;
  o.global = GlobalWeight::share;
  check(weigh(sample.view(), o),
        {std::log(0.8 / 0.75), std::log(8.0 / 3), std::log(1.6)});
  o = WeightOptions();
  o.norm = WeightNorm::cosine;
  check(weigh(sample.view(), o), {2 / std::sqrt(5), 4 / std::sqrt(17),
                                  1 / std::sqrt(5), 1 / std::sqrt(17)});
  o.norm = WeightNorm::pivoted;
  const double pivot = 0.8 * 4 / 3 + 0.2 * 2;
  check(weigh(sample.view(), o), {2 / pivot, 4 / pivot, 1 / pivot, 1 / pivot});
}

TEST_CASE("term weight: what is 0 is not stored") {
  const std::int32_t p[] = {0, 2, 4};
  const std::int32_t i[] = {0, 1, 0, 1};
  const double x[] = {1, 1, 0, 3};
  const ColumnsView view{2, 2, p, i, x};
  WeightOptions o;
  o.global = GlobalWeight::plain; // the first term is in both articles
  const Columns out = weigh_terms(view, weight_collection(view, o), o);
  CHECK(out.start == std::vector<std::int64_t>{0, 0, 1});
  CHECK(out.row == std::vector<std::int32_t>{1});
  CHECK(out.value[0] == near(3 * std::log(2)));
  o.norm = WeightNorm::cosine;
  CHECK(weigh(view, o) == std::vector<double>{1});
  o = WeightOptions();
  o.local = LocalWeight::log_one;
  o.global = GlobalWeight::entropy; // spread evenly: 0
  check(weigh(view, o), {std::log(4)});
}

TEST_CASE("term weight: a new article is weighed by the old collection") {
  const Sample sample;
  WeightOptions o;
  o.local = LocalWeight::saturation;
  o.global = GlobalWeight::lucene;
  const WeightCollection all = weight_collection(sample.view(), o);
  const Columns whole = weigh_terms(sample.view(), all, o);
  const std::int32_t p[] = {0, 1, 1, 2, 3};
  const std::int32_t i[] = {0, 0, 0};
  const double x[] = {4, 1, 7}; // the last: no article of the collection
  const Columns one = weigh_terms({1, 4, p, i, x}, all, o);
  CHECK(one.start == std::vector<std::int64_t>{0, 1, 1, 2, 2});
  CHECK(one.value.size() == 2);
  const double x_known[] = {4, 1};
  const std::int32_t p_known[] = {0, 1, 1, 2, 2};
  const Columns known = weigh_terms({1, 4, p_known, i, x_known}, all, o);
  CHECK(known.value == std::vector<double>{whole.value[1], whole.value[3]});
  CHECK_THROWS_AS(weigh_terms({1, 3, p, i, x}, all, o), input_error);
}

TEST_CASE("term weight: empty matrices, one article, numbers too large") {
  const std::int32_t none[] = {0, 0};
  WeightOptions o;
  for (const auto global :
       {GlobalWeight::none, GlobalWeight::plain, GlobalWeight::smooth,
        GlobalWeight::max, GlobalWeight::probabilistic, GlobalWeight::lucene,
        GlobalWeight::robertson, GlobalWeight::entropy, GlobalWeight::share}) {
    o.global = global;
    CHECK(weigh({0, 0, none, nullptr, nullptr}, o).empty());
    CHECK(weigh({5, 1, none, nullptr, nullptr}, o).empty());
    const std::int32_t p[] = {0, 1};
    const std::int32_t i[] = {0};
    const double x[] = {3};
    for (const double w : weigh({1, 1, p, i, x}, o))
      CHECK((std::isfinite(w) && w > 0));
  }
  o = WeightOptions();
  const std::int32_t p[] = {0, 1, 2};
  const std::int32_t i[] = {0, 0};
  const double huge[] = {1e308, 1e308};
  CHECK_THROWS_AS(weigh({1, 2, p, i, huge}, o), numeric_error);
  const double large[] = {1e300, 1e300};
  o.norm = WeightNorm::cosine;
  check(weigh({1, 2, p, i, large}, o), {std::sqrt(0.5), std::sqrt(0.5)});
  const double small[] = {1e-300, 1e-300};
  check(weigh({1, 2, p, i, small}, o), {std::sqrt(0.5), std::sqrt(0.5)});
  o = WeightOptions();
  o.local = LocalWeight::share;
  const double uneven[] = {1e-200, 1e200};
  CHECK(weigh({1, 2, p, i, uneven}, o) == std::vector<double>{1});
}

TEST_CASE("term weight: the order of articles changes no bit of a collection") {
  std::vector<std::int32_t> p{0, 9, 18};
  std::vector<std::int32_t> i;
  std::vector<double> x;
  for (std::int32_t j = 0; j < 2; ++j)
    for (std::int32_t d = 0; d < 9; ++d) {
      i.push_back(d);
      x.push_back(0.1 * (d * d + 1) + 1e4 * (d == 3) + j);
    }
  WeightOptions options;
  options.local = LocalWeight::log_one;
  options.global = GlobalWeight::entropy;
  const WeightCollection one =
      weight_collection({9, 2, p.data(), i.data(), x.data()}, options);
  for (int round = 1; round < 9; ++round) {
    std::rotate(x.begin(), x.begin() + 1, x.begin() + 9);
    std::rotate(x.begin() + 9, x.begin() + 10, x.end());
    const WeightCollection other =
        weight_collection({9, 2, p.data(), i.data(), x.data()}, options);
    CHECK(one.global == other.global);
    CHECK(one.tokens == other.tokens);
    CHECK(one.mean_tokens == other.mean_tokens);
  }
}
