// SPDX-License-Identifier: GPL-2.0-or-later
// Dates and weekdays in the text of an article, and their scores.
#include "article/parts/text_dates.h"

#include "base/monitor.h"

#include <doctest/doctest.h>

#include <string>

using namespace tritone;
using namespace tritone::article;

namespace {

std::string first_text(const std::string &text) {
  const TextDates out = find_text_dates(text);
  return out.text.empty() ? "none" : out.text[0].written;
}

} // namespace

TEST_CASE("dates: of the dateline") {
  const TextDates out = find_text_dates(
      "TARSK, March 11 (HPA) \u2014 The bank held on Thursday.\n\nRain fell.");
  REQUIRE(out.dateline);
  CHECK(out.dateline->written == "March 11");
  CHECK(out.dateline->date.day == 11);
  CHECK(out.text.empty());
  CHECK(out.lead_weekday == 4);
  CHECK(find_text_dates("By Jana Kovel\n\nTARSK, March 11 (HPA) \u2014 Rain.")
            .dateline);
  CHECK_FALSE(find_text_dates("TARSK (HPA) \u2014 Rain fell.").dateline);
  CHECK_FALSE(find_text_dates("").dateline);
}

TEST_CASE("dates: a line of its own scores highest") {
  CHECK(first_text("Published: March 3, 2021, 14:05 GMT\n\nThe mayor said on "
                   "March 2 that rain fell.") == "March 3, 2021");
  CHECK(first_text("Rain fell on March 2.\n\nMore fell.\n\nUpdated 3 March "
                   "2021") == "3 March 2021");
  CHECK(first_text("3 March 2021\n\nRain fell on March 2.") == "3 March 2021");
  // Alone, and not at the top, it may be the heading of a table.
  const TextDates table =
      find_text_dates("Rain fell.\n\nMore.\n\n3 March 2021\n\nTotal 12");
  REQUIRE(table.text.size() == 1);
  CHECK(table.text[0].score < kMinOwnLineScore);
}

TEST_CASE("dates: in sentences") {
  CHECK(first_text("\u201cRain fell,\u201d a source told HPA on October 11.") ==
        "October 11");
  CHECK(first_text("The ban holds until October 11.") == "none");
  CHECK(first_text("The fair will open on the third of the Oct. 11 summit.") ==
        "none");
  CHECK(first_text("The mayor has known since May 3. He said on June 4 that "
                   "he had.") == "June 4");
}

TEST_CASE("dates: every way of writing one is seen in a paragraph") {
  for (const std::string date :
       {"March 11", "Mar 11", "Mar. 11", "March\u00A011", "March\t 11th",
        "MARCH 11", "11 March", "11th of March", "11. March", "11-March",
        "11/Mar/2021", "3rd March 2021", "11.03.2021", "2021-03-11",
        "11/3/2021", "March 3-5", "3\u20135 March", "Thursday, the 11th March",
        "2021\u5E743\u670811\u65E5"}) {
    CAPTURE(date);
    CHECK(first_text("The mayor told the press on " + date +
                     " that rain fell, he said.") == date);
  }
  for (const std::string none :
       {"Marches of 11", "11 marches", "the 11 of them in May", "Mark 11",
        "1.5 percent", "May", "the march 11"}) {
    CAPTURE(none);
    CHECK(first_text("The mayor told the press on " + none +
                     " that rain fell, he said.") == "none");
  }
}

TEST_CASE("dates: weekdays of the lead") {
  const auto lead = [](const char *text) {
    return find_text_dates(text).lead_weekday;
  };
  CHECK(lead("Rain fell on Tuesday.") == 2);
  CHECK(lead("Rain fell last Tuesday.") == 0);
  CHECK(lead("The Tuesday Club met.") == 0);
  CHECK(lead("Rain fell on Tuesday, Oct. 11.") == 0);
  CHECK(lead("Rain falls on Tuesdays.") == 0);
}

TEST_CASE("dates: the same for every number of threads") {
  std::vector<std::string> texts;
  for (int i = 0; i < 3000; ++i)
    texts.push_back("TARSK, March " + std::to_string(i % 28 + 1) +
                    " (HPA) \u2014 Rain fell on Tuesday, Oct. 11.");
  std::vector<Article> articles(texts.size());
  for (std::size_t i = 0; i < texts.size(); ++i)
    articles[i].text = texts[i];
  articles[7].missing = true;
  const MemorySource source(articles);
  NullMonitor monitor;
  const auto one = find_text_dates(source, 1, monitor);
  REQUIRE(one.size() == texts.size());
  CHECK_FALSE(one[7].dateline);
  for (const std::size_t threads : {2U, 7U}) {
    const auto other = find_text_dates(source, threads, monitor);
    for (std::size_t i = 0; i < one.size(); ++i) {
      CHECK(one[i].dateline.has_value() == other[i].dateline.has_value());
      if (one[i].dateline)
        CHECK(one[i].dateline->written == other[i].dateline->written);
      CHECK(one[i].text.size() == other[i].text.size());
    }
  }
}

TEST_CASE("dates: every verb of saying speaks for the date of its sentence") {
  const auto score = [](const std::string &verb) {
    const TextDates out =
        find_text_dates("The mayor " + verb + " on March 2 that rain fell.");
    REQUIRE(out.text.size() == 1);
    return out.text[0].score;
  };
  for (const char *verb : {"says", "told", "stated", "added", "announced",
                           "reported", "confirmed", "released"}) {
    CAPTURE(verb);
    CHECK(score(verb) == score("said"));
  }
  CHECK(score("saw") == score("said") - 1);
}

TEST_CASE("dates: the line of publication counts, wherever it is") {
  CHECK(first_text("Updated 4:00 PM ET, Sat December 4, 2021\n\nFirst "
                   "published 3:00 PM ET, Fri December 3, 2021\n\nIt shut.") ==
        "Fri December 3, 2021");
  CHECK(first_text("Updated December 4, 2021\n\nThe mill shut.") ==
        "December 4, 2021");
  CHECK(first_text("Aktualisiert: 04.12.2021, 09:00 Uhr | Ver\u00F6ffentlicht: "
                   "03.12.2021, 10:45 Uhr\n\nDie M\u00FChle schloss.") ==
        "03.12.2021");
  CHECK(first_text("Jana Kovel\n\nStaff writer\n\nDecember 3, 2021\n\nIt "
                   "shut.") == "December 3, 2021");
}
