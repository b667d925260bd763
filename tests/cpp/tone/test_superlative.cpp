// SPDX-License-Identifier: GPL-2.0-or-later
// Where negators and comparatives make superlatives.
#include "tone/superlative.h"

#include "tone/products.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace tritone;
using namespace tritone::text;
using namespace tritone::tone;

TEST_CASE("tone superlative: negated comparatives") {
  CHECK(products("could not be better") == All{1.25});
  CHECK(products("couldn’t have been worse") == All{1.25});
  CHECK(products("nothing could be better") == All{1.25});
  CHECK(products("has never been better") == All{1.25});
  CHECK(products("never been so bad") == All{1.25});
  CHECK(products("no better place") == All{1.25});
  CHECK(products("no greater hope") == All{1.25});
  CHECK(products("nothing is better than this") == All{1.25});
  CHECK(products("there is nothing worse") == All{1.25});
  CHECK(products("never seen a better one") == All{1.25});
  CHECK(products("no better") == All{-0.5});
  CHECK(products("no better than this") == All{-0.5});
  CHECK(products("no better for it") == All{-0.5});
  CHECK(products("not a better place") == All{-0.5});
  CHECK(products("could not be bitter") == All{-0.5});
  CHECK(products("could not be good") == All{-0.5});
  CHECK(products("is not better") == All{-0.5});
  CHECK(products("nothing is better") == All{-0.5});
  CHECK(products("not be better") == All{-0.5});
  CHECK(products("could not see it better") == All{-0.5});
}

TEST_CASE("tone superlative: nobody does more, and none is found") {
  CHECK(products("no one does it better") == All{1.25});
  CHECK(products("no one did better") == All{1.25});
  CHECK(products("no one is better than she") == All{1.25});
  CHECK(products("never have I been better") == All{1.25});
  CHECK(products("could not imagine a better one") == All{1.25});
  CHECK(products("will not find a better one") == All{1.25});
  CHECK(products("no one is better") == All{-0.5});
  CHECK(products("no one is better than before") == All{-0.5});
  CHECK(products("no one does, it seems, better") != All{1.25});
  CHECK(products("could not find a better one") == All{-0.5});
  CHECK(products("will not get better") == All{-0.5});
  CHECK(products("no other town is better") == All{1.25});
  CHECK(products("no town is better") == All{-0.5});
}
