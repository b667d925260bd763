// SPDX-License-Identifier: GPL-2.0-or-later
// Datelines of many houses, and openings that are not datelines.
#include "article/parts/dateline.h"

#include <doctest/doctest.h>

#include <string>

using namespace tritone;
using namespace tritone::article;

namespace {

// The dateline `text` begins with.
std::string dateline(const std::string &text) {
  return text.substr(0, dateline_length(text));
}

// Is what comes before the | mark, less a blank, the dateline?
void check(const std::string &marked) {
  const std::size_t mark = marked.find('|');
  REQUIRE(mark != std::string::npos);
  CHECK(dateline(marked.substr(0, mark) + marked.substr(mark + 1)) ==
        marked.substr(0, mark));
}

} // namespace

TEST_CASE("dateline: place, date, agency, dash") {
  check("TARSK, March 3 (HPA) \u2014| The bank");
  check("OSMIRY, Halvera, Oct 11 (Meridian) -| Officers");
  check("OSMIRY, Halvera, Oct. 11, 2021 (Meridian) --| Officers");
  check("HARROW FORD, Sept. 22 (HPA) \u2013| Halvera");
  check("TARSK, 14 juin (HPA) \u2014| Un tribunal");
  check("MOSCOW (Sputnik) -| the ministry");
  check("WASHINGTON, Feb 26 -| House leaders");
  check("LONDON --| The mayor");
  check("LONDON--|The mayor");
  check("EINDHOVEN, the Netherlands --| The mayor");
  check("NEW\u00A0DELHI (Sputnik)\u00A0-|\u00A0The mayor");
  check("LONDON \u2014| \u201CNo,\u201D said the mayor.");
  check("PARIS, Tuesday \u2014| Nobody came");
  check("GENEVA, March 3 (HPA/Meridian Wire) \u2014| Talks");
}

TEST_CASE("dateline: places of several words and shapes") {
  check("ST. PETERSBURG, Fla. (AP) \u2014| Storms");
  check("NEW YORK \u2014| Shares");
  check("PORT-AU-PRINCE, Haiti, May 2 -| Two ships");
  check("RIO de JANEIRO, Brazil, May 2 -| Two ships");
  check("McALLEN, Texas \u2014| Two men");
  check("TARSK/OSMIRY, Feb 3 (Meridian) -| Two men");
  check("BREST and LYON, France, Feb 3 -| Two men");
  check("M\u00DCNCHEN, 3. Juni (dpa) -| Zwei");
  check("MU\u0308NCHEN, 3. Juni (dpa) -| Zwei");
  check("SARAJEVO, Bosnia and Herzegovina (AP) \u2014| Two men");
  check("WASHINGTON, D.C. \u2014| Two men");
  check("N\u2019DJAMENA, Chad -| Two men");
  check("LODANY (Karel Heights) (HPA) -| Two men");
  check("Harrow Ford (HPA), Jana Kovel -| Two men");
  check("TARSK (HPA) -|Two men");
}

TEST_CASE("dateline: dates in figures, and the date that is found") {
  check("TARSK, 11.3.21 (HPA) \u2014| The bank");
  check("TARSK, 11-Mar-21 (HPA) \u2014| The bank");
  check("Tarsk, 3/11/2021 -| The bank");
  const struct {
    const char *text;
    const char *written;
    DateOrder order;
  } cases[] = {
      {"TARSK, 11.3.21 (HPA) \u2014 The", "11.3.21", DateOrder::fixed},
      {"TARSK, 3/4/21 (HPA) \u2014 The", "3/4/21", DateOrder::unknown},
      {"TARSK, 3/14/21 (HPA) \u2014 The", "3/14/21", DateOrder::month_first},
      {"TARSK, 2021-03-11 (HPA) \u2014 The", "2021-03-11", DateOrder::fixed},
      {"\u00A0TARSK,\u00A0March\u00A03--The", "March\u00A03", DateOrder::fixed},
      {"TARSK, Monday, Oct. 11, 2021 -- The", "Monday, Oct. 11, 2021",
       DateOrder::fixed}};
  for (const auto &one : cases) {
    const std::string_view text = one.text;
    const Dateline found = read_dateline(text);
    CHECK(found.length == dateline_length(text));
    REQUIRE_MESSAGE(found.date.has_value(), text);
    CHECK(text.substr(found.date->begin, found.date->end - found.date->begin) ==
          one.written);
    CHECK_MESSAGE(found.date->order == one.order, text);
  }
  CHECK_FALSE(read_dateline("TARSK, Monday (HPA) -- The").date.has_value());
  CHECK_FALSE(read_dateline("TARSK (HPA) -- The March 3").date.has_value());
}

TEST_CASE("dateline: without capitals a date or an agency is needed") {
  check("Tarsk, March 3 (HPA) \u2014| The bank");
  check("Moscow (Sputnik) -| The ministry");
  check("Tarsk, 3 March -| The bank");
  CHECK(dateline("Tarsk \u2014 The bank").empty());
  CHECK(dateline("On March 3 \u2014 The day of the vote \u2014").empty());
  CHECK(dateline("Monday, March 3 \u2014 The day").empty());
}

TEST_CASE("dateline: an agency alone, a colon, no dash, slashes") {
  check("(Meridian) -| The bank");
  check("Dec 29 (Meridian) -| The bank");
  check("NEW DELHI, June 1 (PTI):| The bank");
  check("MUMBAI, Monday:| The bank");
  check("NEW DELHI, June 1 (PTI)| The bank");
  check("MOSCOW, March 3. /TASS/.| The bank");
  CHECK(dateline("NEW DELHI (PTI) The bank").empty());
  CHECK(dateline("CORRECTION: The bank").empty());
}

TEST_CASE("dateline: it may be all, or after white space") {
  check("TARSK, March 3 (HPA) \u2014|");
  check("TARSK, March 3 (HPA) \u2014| ");
  check(" \n\u00A0TARSK,\nMarch 3 (HPA)\n\u2014|\nThe bank");
}

TEST_CASE("dateline: sentences with a dash have none") {
  for (const std::string text :
       {"NATO \u2014 the alliance of the north \u2014 said so.",
        "The strike \u2014 The third this year \u2014 ended.",
        "Olm \u2014 Who had been ill \u2014 came.",
        "The National Grain Board (NGB) \u2014 The buyer of all grain.",
        "National Grain Board (NGB) \u2014 The buyer of all grain.",
        "TARSK on Monday saw - as ever - nothing.",
        "UPDATE - The bank has opened.",
        "TARSK\u2014it was raining",
        "TARSK - it was raining",
        "The bank (it has two heads) - has shut.",
        "\u201CTARSK, March 3 (HPA) \u2014 I read,\u201D he said.",
        "lower case (HPA) - The bank",
        "12 men - The crew - came.",
        "",
        " ",
        "TARSK",
        "(HPA)",
        "(",
        "(HPA",
        "-",
        "\u2014",
        "TARSK (",
        "/ -"})
    CHECK_MESSAGE(dateline(text).empty(), text);
}

TEST_CASE("dateline: bars of web pages are blanks") {
  CHECK(dateline("TARSK (HPA)  | - |  Two men") == "TARSK (HPA)  | -");
}

TEST_CASE("dateline: a place in capitals with nothing but a dash") {
  check("LIMA --| The mill");
  check("MOSCOW. April 10 (HPA) -| The mill");
  for (const std::string text :
       {"VCR - Old and dear", "PS - Nobody came", "FOR SALE - A mill",
        "TEST -- Nobody came", "TARSK ---- The mill", "TARSK\n------ The mill",
        "TARSK HAS RAIN. APRIL 26 - The mill"})
    CHECK_MESSAGE(dateline(text).empty(), text);
}

TEST_CASE("dateline: only the beginning is looked at") {
  std::string text = "TARSK, ";
  for (int i = 0; i < 30; ++i)
    text += "Halvera, ";
  CHECK(dateline(text + "March 3 (HPA) \u2014 The bank").empty());
}

TEST_CASE("dateline: ill-formed bytes are no harm") {
  CHECK(dateline("TARSK\xFF (HPA) - The").empty());
  CHECK(dateline("\xE2\x80").empty());
  CHECK(dateline("TARSK \xE2\x80 The").empty());
}
