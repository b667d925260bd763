// SPDX-License-Identifier: GPL-2.0-or-later
// The method after VADER, on texts with known results.
#include "tone/method.h"

#include "tone/toy_lexicon.h"

#include <doctest/doctest.h>

#include <cmath>
#include <string>
#include <vector>

using namespace tritone;
using namespace tritone::text;
using namespace tritone::article;
using namespace tritone::tone;

TEST_CASE("tone method: VADER's steps") {
  const auto sum = [](const char *text, bool bugs = false) {
    const double c = score_vader(text, toy(), bugs).score;
    return c * std::sqrt(15 / (1 - c * c)); // undoes the scaling
  };
  CHECK(sum("the road is good") == doctest::Approx(1));
  CHECK(sum("the road is very good") == doctest::Approx(1.293));
  CHECK(sum("barely the good") == doctest::Approx(1 - 0.293 * 0.95));
  CHECK(sum("not good") == doctest::Approx(-0.74));
  CHECK(sum("not a b good") == doctest::Approx(-0.74));
  CHECK(sum("not a b c good") == doctest::Approx(1));
  CHECK(sum("the road is GOOD") == doctest::Approx(1.733));
  CHECK(sum("bad road but good") == doctest::Approx(-1 + 1.5));
  CHECK(sum("least good") == doctest::Approx(-0.74));
  CHECK(sum("at least good") == doctest::Approx(1));
  CHECK(sum("good!!") == doctest::Approx(1 + 2 * 0.292));
  CHECK(sum("this is so good", true) == doctest::Approx(1.25));
  CHECK(sum("this is so good") == doctest::Approx(1));
}
