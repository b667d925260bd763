// SPDX-License-Identifier: GPL-2.0-or-later
// Which parts of a dateline are dates.
#include "article/date/dateline_date.h"

#include <doctest/doctest.h>

using namespace tritone;
using namespace tritone::article;

TEST_CASE("dateline_date: a month and a day, or figures, are sure") {
  for (const char *text :
       {"March 3", "3rd March 2021", "Tuesday Oct. 11", "Oct. 11 Tuesday",
        "march 3", "2021-03-11", "11.3.21", "3/11/2021.", "11/3/21",
        "11-Mar-21", "March 3-5", "March 3. 2021", "February 30"})
    CHECK_MESSAGE(dateline_date(text) == WrittenDate::sure, text);
}

TEST_CASE("dateline_date: a weekday, a year, a foreign month may be dates") {
  for (const char *text : {"Monday", "tue.", "2021", "14 juin", "14 juin 2021",
                           "1er f\u00E9vrier", "3. Juni", "3rd Juni"})
    CHECK_MESSAGE(dateline_date(text) == WrittenDate::maybe, text);
}

TEST_CASE("dateline_date: nothing else is a date") {
  for (const char *text :
       {"", ".", "March", "March 3 4 May", "Halvera", "11", "123 March",
        "14 old men", "1-2", "31-25-", "1.2.3", "99.99", "March 3 from",
        "14-juin", "abc3", "9999", "3 m", "March 3 March 4"})
    CHECK_MESSAGE(dateline_date(text) == WrittenDate::no, text);
}
