// SPDX-License-Identifier: GPL-2.0-or-later
// Traces of fits, and states that are saved as numbers.
#include "topic/trace.h"

#include "base/error.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace tritone;
using namespace tritone::topic;

TEST_CASE("trace: rows, columns and the way through a saved state") {
  Trace trace({"change", "bound"});
  trace.add(3, {0.5, -7.0});
  trace.add(4, {0.25, -6.0});
  CHECK(trace.size() == 2);
  CHECK(trace.iteration() == std::vector<double>{3, 4});
  CHECK(trace.column("bound") == std::vector<double>{-7, -6});
  CHECK_THROWS_AS(trace.column("loss"), input_error);
  CHECK_THROWS_AS(trace.add(5, {1.0}), input_error);
  SavedState state;
  trace.save(state);
  Trace again({"change", "bound"});
  SavedState copy = state;
  CHECK_THROWS_AS(again.load(copy, 3), input_error); // rows
  copy = state;
  again.load(copy, 2);
  CHECK(again.iteration() == trace.iteration());
  CHECK(again.column("change") == trace.column("change"));
  Trace other({"loss"});
  copy = state;
  CHECK_THROWS_AS(other.load(copy, 2), input_error);
}

TEST_CASE("trace: a state gives back what was put there, by name and type") {
  SavedState state;
  state.put("a", std::vector<float>{1.5F});
  state.put("b", 2.0);
  state.put("c", std::vector<std::int32_t>{4, 5});
  state.put("d", std::vector<std::uint8_t>{6});
  REQUIRE(state.items().size() == 4);
  CHECK(state.items()[0].first == "a");
  CHECK_THROWS_AS(state.take<double>("a"), input_error);
  CHECK_THROWS_AS(state.take<double>("z"), input_error);
  CHECK(state.take<float>("a") == std::vector<float>{1.5F});
  CHECK(state.number("b") == 2.0);
  CHECK_THROWS_AS(state.number("b"), input_error); // moved out
  CHECK(state.take<std::int32_t>("c") == std::vector<std::int32_t>{4, 5});
  CHECK(state.take<std::uint8_t>("d") == std::vector<std::uint8_t>{6});
}

TEST_CASE("trace: numbers of a state are refused by length, range and kind") {
  SavedState state;
  const auto put = [&](double number) {
    state = SavedState();
    state.put("n", number);
  };
  put(3.0);
  CHECK(state.count("n", 3) == 3);
  for (const double wrong : {4.0, -1.0, 2.5, std::nan(""), HUGE_VAL}) {
    put(wrong);
    CHECK_THROWS_AS(state.count("n", 3), input_error);
  }
  put(0.5);
  CHECK(state.number("n", 0.0, 1.0) == 0.5);
  put(1.5);
  CHECK_THROWS_AS(state.number("n", 0.0, 1.0), input_error);
  state = SavedState();
  state.put("z", std::vector<std::int32_t>{0, 7, 2});
  SavedState copy = state;
  CHECK(copy.take("z", 3, 0, 7) == std::vector<std::int32_t>{0, 7, 2});
  copy = state;
  CHECK_THROWS_WITH_AS(copy.take("z", 3, 0, 6),
                       "The state of the fit is not one of these counts and "
                       "options: \"z\" must be from 0 to 6, but number 2 is 7.",
                       input_error);
  copy = state;
  CHECK_THROWS_WITH_AS(copy.take("z", 2, 0, 7),
                       "The state of the fit is not one of these counts and "
                       "options: \"z\" must hold 2 numbers, not 3.",
                       input_error);
}
