// SPDX-License-Identifier: GPL-2.0-or-later
// How far before a hit shifters act: asides, quotations, dots, the "nor" of
// a subject.
#include "tone/window.h"

#include "tone/products.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace tritone;
using namespace tritone::text;
using namespace tritone::tone;

TEST_CASE("tone window: over an aside that a negator is directly before") {
  CHECK(products("not, as they said, good") == All{-0.5});
  CHECK(products("not (yet) good") == All{-0.5});
  CHECK(products("not [in fact] good") == All{-0.5});
  CHECK(products("not -- as we know -- good") == All{-0.5});
  CHECK(products("not — as we know — good") == All{-0.5});
  CHECK(products("has not been, so far, good") == All{-0.5});
  CHECK(products("not {yet} good") == All{-0.5});
  CHECK(products("not “in any sense” good") == All{-0.5});
  CHECK(products("not 'in any sense' good") == All{-0.5});
  CHECK(products("nor, he said, is it good") == All{-0.5});
  CHECK(products("none of them, it seems, is good") == All{-0.5});
  CHECK(products("never, ever good") == All{-0.75});
  CHECK(products("not, a bad idea, good") == All{1, -0.5});
  CHECK(products("not, however, good") == All{-0.5 * 1.25});
  // What is no aside, or not the negator's.
  CHECK(products("no, the plan, as we know, is good") == All{1});
  CHECK(products("no, they said, it is good") == All{1});
  CHECK(products("not, they said; it is good") == All{1});
  CHECK(products("not here, they said, is it good") == All{1});
  CHECK(products("not, a b c d e f g h, good") == All{-0.5});
  CHECK(products("not, a b c d e f g h i, good") == All{1});
  CHECK(products("not “in any sense, good") == All{1});
  CHECK(products("not,, good") == All{1});
  CHECK(products(", good") == All{1});
}

TEST_CASE("tone window: into a short quotation, over dots") {
  CHECK(products("no “hope”") == All{-0.5});
  CHECK(products("not a \"good\" one") == All{-0.5});
  CHECK(products("not “a good one now”") == All{1});
  CHECK(products("not “good") == All{1});
  CHECK(products("not ... good") == All{-0.5});
  CHECK(products("not… good") == All{-0.5});
  CHECK(products("it ... good") == All{1});
  CHECK(products("not here ... good") == All{1});
}

TEST_CASE("tone window: the nor of a subject") {
  CHECK(products("neither it nor the plan was a good one") == All{-0.5});
  CHECK(products("NOR a b c d good") == All{1});
  CHECK(products("nor a b c d e f g good") == All{1});
  CHECK(products("nor, a b c d good") == All{1});
}
