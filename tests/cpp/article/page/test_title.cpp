// SPDX-License-Identifier: GPL-2.0-or-later
// Titles without the names of sites.
#include "article/page/title.h"

#include <doctest/doctest.h>

using namespace tritone;
using namespace tritone::article;

TEST_CASE("page title: the name of the site is cut off") {
  CHECK(without_site("Rain ends drought | The Border Ledger", "") ==
        "Rain ends drought");
  CHECK(without_site("Rain ends drought | Coast | The Border Ledger",
                     "The Border Ledger") == "Rain ends drought");
  CHECK(without_site("Rain ends drought - The Border Ledger", "") ==
        "Rain ends drought");
  CHECK(without_site("The Border Ledger - Rain ends drought",
                     "The Border Ledger") == "Rain ends drought");
  CHECK(without_site("Rain ends \u2013 Ledger", "Ledger") == "Rain ends");
}

TEST_CASE("page title: headlines with a dash stay") {
  CHECK(without_site("Rain ends drought - for now", "") ==
        "Rain ends drought - for now");
  CHECK(without_site("Rain \u2014 Mayor Orders Umbrellas For Everyone At Once",
                     "") ==
        "Rain \u2014 Mayor Orders Umbrellas For Everyone At Once");
  CHECK(without_site("Rain", "Ledger") == "Rain");
  CHECK(without_site("", "Ledger") == "");
}

TEST_CASE("page title: which of several") {
  TitleEvidence titles;
  CHECK(choose_title(titles) == "");
  titles.element = "Rain ends drought | Ledger";
  CHECK(choose_title(titles) == "Rain ends drought");
  titles.headings = {"Ledger", "Rain ends drought"};
  titles.site = "Ledger";
  CHECK(choose_title(titles) == "Rain ends drought");
  titles.headings = {"Most read"};
  titles.open_graph = "Rain ends a long drought";
  CHECK(choose_title(titles) == "Rain ends a long drought");
  titles.open_graph.clear();
  titles.json = "Rain ends it";
  CHECK(choose_title(titles) == "Rain ends it");
}
