// SPDX-License-Identifier: GPL-2.0-or-later
// Bylines, and lines that resemble them.
#include "article/parts/byline.h"

#include <doctest/doctest.h>

#include <string>

using namespace tritone;
using namespace tritone::article;

TEST_CASE("byline: names after By") {
  for (const std::string text :
       {"By Jana Kovel", "BY JANA KOVEL", "By Jana Kovel, HPA",
        "By A. Stamm and P. van Dael, HPA",
        "By Jana Kovel, Piet O\u2019Dell and Omar al-Rashid",
        "By Jana Kovel in Osmiry", "By Jana Kovel, Staff Writer",
        "By Jana Kovel, chief political correspondent",
        "By a staff correspondent in Brenhold", "By our correspondent",
        "By the Coast Press", "By Reuters", "By Jana Kovel (HPA)",
        "By Jana Kovel | HPA", "By Martin L. King Jr.", " By Jana\nKovel \n",
        "By\u00A0Jana\u00A0 Kovel", "By Jos\u00E9 P\u00E9rez",
        "By Jose\u0301 Pe\u0301rez"})
    CHECK_MESSAGE(is_byline(text), text);
}

TEST_CASE("byline: sentences and other lines are none") {
  for (const std::string text :
       {"By Monday the bank had shut.", "By Jana Kovel.",
        "By noon the river was open", "By March 3", "By the Kessa",
        "By and large", "By", "By ", "", "Jana Kovel", "by Jana Kovel",
        "By Jana Kovel: a report", "By Jana Kovel!", "Bye Jana", "By -", "By .",
        "By Jana and", "\xFF", "By \xFF\xFE"})
    CHECK_MESSAGE(!is_byline(text), text);
  std::string crowd = "By ";
  for (int i = 0; i < 17; ++i)
    crowd += "Jana ";
  CHECK_FALSE(is_byline(crowd));
}

TEST_CASE("byline: a list of names without By") {
  CHECK(is_name_list("Jana Kovel and R. Stamm"));
  CHECK(is_name_list("Jana Kovel; Omar Brandt"));
  CHECK_FALSE(is_name_list(""));
  CHECK_FALSE(is_name_list("nobody knows"));
}

TEST_CASE("byline: the office of the writer") {
  CHECK(is_byline_office("Coast Press Writer"));
  CHECK(is_byline_office("Staff writer"));
  CHECK(is_byline_office("Political correspondent, Tarsk"));
  for (const std::string text :
       {"The writer was ill.", "Coast Press", "", " ", "Who is the editor?",
        "A writer of seven books on the rivers of Halvera"})
    CHECK_MESSAGE(!is_byline_office(text), text);
}

TEST_CASE("byline: in other languages only names may follow") {
  for (const char *line :
       {"Von Jana Kovel", "Par Jana Kovel et Oren Tals", "Por Jana de Kovel",
        "Di Jana Kovel", "Door Jan van der Kovel", "Av Jana Kovel"})
    CHECK_MESSAGE(is_byline(line), line);
  for (const char *line :
       {"Von der Leyen kommt", "Par avion", "Di Maio resigns", "Por Dios",
        "Door to Tarsk is shut", "Von Kovel"})
    CHECK_FALSE_MESSAGE(is_byline(line), line);
}
