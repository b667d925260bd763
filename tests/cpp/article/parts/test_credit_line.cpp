// SPDX-License-Identifier: GPL-2.0-or-later
// Lines under a headline that are neither of it nor of the story.
#include "article/parts/credit_line.h"

#include <doctest/doctest.h>

using namespace tritone::article;

TEST_CASE("credit lines: each kind") {
  for (const char *line :
       {"By Jana Kovel", "BY JANA KOVEL", "Story by Jana Kovel",
        "Written by Jana Kovel and Oren Tals"})
    CHECK_MESSAGE(credit_line(line) == CreditLine::byline, line);
  for (const char *line :
       {"December 3, 2021", "  Friday, December 3, 2021  ",
        "Posted on December 3, 2021 by admin", "3 de diciembre de 2021",
        "Published: 3 December 2021, 10:45 GMT | Updated: 4 December 2021",
        "Updated: December 4"})
    CHECK_MESSAGE(credit_line(line) == CreditLine::date, line);
  CHECK(credit_line("Friday, Dec. 3") == CreditLine::day);
  for (const char *line : {"https://ledger.example/2021/12/03/mill-shuts",
                           "www.ledger.example/mill"})
    CHECK_MESSAGE(credit_line(line) == CreditLine::address, line);
  for (const char *line : {"Source: The Border Ledger", "Section: News, p. 3"})
    CHECK_MESSAGE(credit_line(line) == CreditLine::label, line);
}

TEST_CASE(
    "credit lines: places, sources and a date, also as a dateline alone") {
  for (const char *line :
       {"SKARN, The Border Ledger - Mar. 3, 2021",
        "Skarn (HPA) \xe2\x80\x93 3. M\xc3\xa4rz 2021",
        "OSMIRY, March 3, 2021 (HPA) --", "OSMIRY, March 3, 2021"})
    CHECK_MESSAGE(credit_line(line) == CreditLine::imprint, line);
}

TEST_CASE("credit lines: what is a sentence, a title or a heading is none") {
  for (const char *line :
       {"", " ", "Mill shuts in Tarsk", "December 3", "CLOSE APRIL 6",
        "The mill shut on December 3, 2021.", "2021",
        "By Monday the mill had shut.", "See https://ledger.example/ for more",
        "Source: the mayor said that the mill had shut on Monday.",
        "Verdict: guilty", "February 30, 2021",
        "TARSK, March 3 (HPA) -- Officers of the Guard and the State",
        "SKARN, Halvera, March 3, 2021 (HPA) - The Bank of Halvera"})
    CHECK_MESSAGE(credit_line(line) == CreditLine::no, line);
}
