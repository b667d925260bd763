// SPDX-License-Identifier: GPL-2.0-or-later
// The method after sentometrics, on texts with known results.
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

TEST_CASE("tone method: sentometrics' shifters") {
  const auto score = [](const char *text, MethodShifters shifters, bool bugs) {
    MethodOptions options;
    options.method = ToneMethod::sentometrics;
    options.shifters = shifters;
    options.bugs = bugs;
    return score_sentometrics(text, toy(), options).score;
  };
  using Approach = MethodShifters;
  CHECK(score("not good", Approach::unigrams, false) == 1);
  CHECK(score("not good", Approach::bigrams, false) == -1);
  CHECK(score("very good", Approach::bigrams, false) == doctest::Approx(1.8));
  CHECK(score("Not. Good", Approach::bigrams, false) == 1);
  CHECK(score("Not. Good", Approach::bigrams, true) == -1);
  CHECK(score("not a very good", Approach::clusters, false) ==
        doctest::Approx(-0.2));
  CHECK(score("good a b bad", Approach::clusters, false) == -1);
  CHECK(score("good a b bad", Approach::clusters, true) == 1);
}
