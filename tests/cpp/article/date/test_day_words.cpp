// SPDX-License-Identifier: GPL-2.0-or-later
// Words beside dates.
#include "article/date/day_words.h"

#include "article/date/read_date.h"

#include <doctest/doctest.h>

#include <string>

using namespace tritone::article;

TEST_CASE("day_words: labels of a first and of a later day, and other words") {
  CHECK(day_word("published") == DayWord::first);
  CHECK(day_word("gepubliceerd") == DayWord::first);
  CHECK(day_word("updated") == DayWord::change);
  CHECK(day_word("modifié") == DayWord::change);
  CHECK(day_word("vom") == DayWord::other);
  CHECK(day_word("ferry") == DayWord::none);
  CHECK(day_word("") == DayWord::none);
}

TEST_CASE("day_words: each label may come with a date") {
  for (const std::string label : {"Published", "Corrected", "Changed",
                                  "Revised", "Aktualisiert", "Publié"}) {
    NewsDate date;
    CHECK(read_date(label + " March 3, 2021", date));
    CHECK(date.day == 3);
    CHECK(has_day_label(label + " March 3, 2021"));
  }
}

TEST_CASE("day_words: labels of languages that write the day first") {
  CHECK(is_day_first_label("ver\u00F6ffentlicht"));
  CHECK(is_day_first_label("jour"));
  CHECK_FALSE(is_day_first_label("published"));
  CHECK_FALSE(is_day_first_label("le"));
}
