// SPDX-License-Identifier: GPL-2.0-or-later
// Lines that say where and when an article appeared.
#include "article/parts/imprint.h"

#include "article/parts/credit_line.h"

#include <doctest/doctest.h>

#include <string>

using namespace tritone::article;

namespace {

// year-month-day and the date as it is written; "no" if the line is none.
std::string imprint(const std::string &line) {
  NewsDate date;
  if (!read_imprint(line, date))
    return "no";
  return std::to_string(date.year) + '-' + std::to_string(date.month) + '-' +
         std::to_string(date.day) + ' ' +
         line.substr(date.begin, date.end - date.begin);
}

} // namespace

TEST_CASE("imprint: places, sources and a date in any order") {
  CHECK(imprint("SKARN, The Border Ledger - Mar. 3, 2021") ==
        "2021-3-3 Mar. 3, 2021");
  for (const char *line :
       {"Mar. 3, 2021 - Skarn, The Border Ledger",
        "The Border Ledger | Skarn | March 3, 2021",
        "The Border Ledger, March 3, 2021, Skarn",
        "The Border Ledger March 3, 2021", "March 3, 2021 The Border Ledger",
        "Skarn (HPA) \xe2\x80\x93 3 March 2021",
        "SKARN \xe2\x80\xa2 3 March 2021 \xe2\x80\xa2 10:45 GMT",
        "Skarn; 2021-03-03", "The Border Ledger 2021-03-03",
        "HPA / Skarn / 3.3.2021", "Skarn: Wednesday, March 3, 2021",
        "The Border Ledger, Wednesday, March 3, 2021, Page A1",
        "The Border Ledger, March 3, 2021 Wednesday, Section B",
        "St. Ansgar, The Border Ledger & Post, 3 March 2021",
        "Port-au-Skarn, d'Ambra Wire, 3rd of March, 2021",
        "Skarn - Published March 3, 2021", "SKARN -- March 3, 2021",
        "Skarn, 2021. m\xc3\xa1rcius 3.",
        "\xe5\x8c\x97\xe4\xba\xac\xef\xbc\x8c"
        "2021\xe5\xb9\xb4"
        "3\xe6\x9c\x88"
        "3\xe6\x97\xa5"})
    CHECK_MESSAGE(imprint(line).substr(0, 9) == "2021-3-3 ", std::string(line));
}

TEST_CASE("imprint: dates of other languages") {
  for (const char *line :
       {"Skarn, den 3. M\xc3\xa4rz 2021", "Der Grenzbote, 3. M\xc3\xa4rz 2021",
        "SKARN, Mittwoch, 3. M\xc3\xa4rz 2021 | Der Grenzbote",
        "Skarn, le 3 mars 2021", "La Voix de Skarn - mercredi 3 mars 2021",
        "Skarn, 3 de marzo de 2021", "La Voz, Skarn, 3 de mar\xc3\xa7o de 2021",
        "Skarn, 3 marzo 2021", "De Grensbode, 3 maart 2021",
        "Skarn, 3 mars 2021 - Gr\xc3\xa4nsbladet", "SKARN, 3 marca 2021",
        "\xd0\xa1\xd0\xba\xd0\xb0\xd1\x80\xd0\xbd, 3 "
        "\xd0\xbc\xd0\xb0\xd1\x80\xd1\x82\xd0\xb0 2021"})
    CHECK_MESSAGE(imprint(line).substr(0, 9) == "2021-3-3 ", std::string(line));
}

TEST_CASE("imprint: without a year it needs more names, or capitals") {
  CHECK(imprint("SKARN, The Border Ledger - Mar. 3") == "0-3-3 Mar. 3");
  CHECK(imprint("TARSK, March 3") == "0-3-3 March 3");
  CHECK(imprint("Tarsk, March 3") == "no");
  // One word without a mark is a line of a table.
  CHECK(imprint("Record March 31, 1987") == "no");
  CHECK(imprint("April 10, 1987 Pay") == "no");
  CHECK(imprint("The Ledger March 3, 2021") == "2021-3-3 March 3, 2021");
}

TEST_CASE("imprint: dates alone, headlines, sentences and numbers are none") {
  for (const char *line :
       {"",
        "March 3, 2021",
        "Wednesday, March 3, 2021",
        "2021",
        "Skarn",
        "Skarn, The Border Ledger",
        "Skarn, 2021",
        "Skarn, March 2021",
        "Skarn 3, Tarsk 2",
        "Tel. Skarn, 1615471320",
        "Skarn, 20210303",
        "The mill in Skarn shut on March 3, 2021",
        "Mill in Skarn shuts, March 3, 2021",
        "Skarn, February 30, 2021",
        "SKARN, March 3, 2021 - The mill in Skarn was shut on Monday.",
        "SKARN, March 3, 2021 - The Mill Shut.",
        "On March 3, 2021, Skarn voted",
        "March 3, Skarn, 2021 votes",
        "Ferry runs again, 3 March 2021",
        "A1, Skarn",
        "Born in Skarn County, South Tarsk, on Jan. 15, 1950.",
        "RESULTS FOR GAMES PLAYED 4/05/93.",
        "Playoff Results For 4/19/93",
        "One Two Three Four Five Six, Seven Eight Nine Ten, Eleven Twelve "
        "Thirteen, March 3, 2021"})
    CHECK_MESSAGE(imprint(line) == "no", std::string(line));
  CHECK(credit_line("Skarn, The Border Ledger - Mar. 3, 2021") ==
        CreditLine::imprint);
}

TEST_CASE("imprint: a date beside what pages put there") {
  CHECK(imprint("3 December 2021 \u2022 5 min read") ==
        "2021-12-3 3 December 2021");
  CHECK(imprint("@kovel \u00B7 Dec 3, 2021") == "2021-12-3 Dec 3, 2021");
  CHECK(imprint("Jana Kovel | 3 Dec 2021 | 5 min read") ==
        "2021-12-3 3 Dec 2021");
  CHECK(imprint("5 min read") == "no");
  // Under a tweet in the text.
  CHECK(imprint("- Jana Kovel (@kovel) | December 3, 2021") == "no");
  CHECK(imprint("Rain fell on 3 December 2021 \u2022 5 min read") == "no");
}
