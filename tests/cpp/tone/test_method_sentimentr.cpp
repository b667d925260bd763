// SPDX-License-Identifier: GPL-2.0-or-later
// The method after sentimentr, on texts with known results.
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

TEST_CASE("tone method: sentimentr's windows") {
  const auto sum = [](const char *text, bool bugs) {
    const MethodScore score = score_sentimentr(text, toy(), bugs);
    return score.score * std::sqrt(static_cast<double>(score.words));
  };
  for (const bool bugs : {false, true}) {
    CHECK(sum("very good", bugs) == doctest::Approx(1.8));
    CHECK(sum("not very good", bugs) == doctest::Approx(-0.2));
    CHECK(sum("not a b c d good", bugs) == doctest::Approx(-1));
    CHECK(sum("not a b c d e good", bugs) == doctest::Approx(1));
    CHECK(sum("not, good", bugs) == doctest::Approx(1));
  }
  CHECK(sum("but good", false) == doctest::Approx(1.25));
  CHECK(sum("but good", true) == doctest::Approx(2.25));
  CHECK(sum("good but", true) == doctest::Approx(0.001));
  const MethodScore two =
      score_sentimentr("Good. Road. A bridge.", toy(), false);
  CHECK(two.score == doctest::Approx(1 / (1 + std::sqrt(std::log(3)))));
}
