// SPDX-License-Identifier: GPL-2.0-or-later
// Dates as whole strings and in running text.
#include "article/date/read_date.h"

#include <doctest/doctest.h>

#include <string>

using namespace tritone;
using namespace tritone::article;

namespace {

std::string shown(const NewsDate &date) {
  const auto two = [](int x) {
    return (x < 10 ? "0" : "") + std::to_string(x);
  };
  std::string out = date.year == 0 ? "----" : std::to_string(date.year);
  if (date.month != 0)
    out += "-" + two(date.month);
  if (date.day != 0)
    out += "-" + two(date.day);
  if (date.weekday != 0)
    out += " w" + std::to_string(date.weekday);
  if (date.order == DateOrder::unknown)
    out += " ?";
  if (date.order == DateOrder::day_first)
    out += " dmy";
  if (date.order == DateOrder::month_first)
    out += " mdy";
  if (date.short_year)
    out += " short";
  if (date.range)
    out += " range";
  if (date.impossible)
    out += " impossible";
  return out;
}

std::string whole(const std::string &text) {
  NewsDate date;
  return read_date(text, date) ? shown(date) : "none";
}

// All dates of a running text as "written = date", joined by bars.
std::string inside(const std::string &text) {
  std::string out;
  for (const NewsDate &date : find_dates(text))
    out += (out.empty() ? "" : " | ") +
           text.substr(date.begin, date.end - date.begin) + " = " + shown(date);
  return out;
}

} // namespace

TEST_CASE("read date: months by name") {
  for (const char *text :
       {"March 3, 2021", "3 March 2021", "Mar. 3, 2021", "March 3 2021",
        "3rd of March, 2021", "3rd March 2021", "MARCH 3, 2021", "3 mar 2021",
        "3-Mar-2021", "Mar-3-2021", "3. March 2021", "March 3rd, 2021",
        "Published: March 3, 2021", "Updated 3 March 2021, 14:05 GMT",
        "March 3, 2021 at 2:05 p.m. ET", "3/Mar/2021:14:05:00 +0100",
        "March 3, 2021 | Final Edition", "14:05, 3 March 2021"})
    CHECK_MESSAGE(whole(text) == "2021-03-03", text);
  CHECK(whole("Wednesday, March 3, 2021") == "2021-03-03 w3");
  CHECK(whole("March 3, 2021 Wednesday") == "2021-03-03 w3");
  CHECK(whole("March 3, 2021 Wednesday 10:15 AM GMT") == "2021-03-03 w3");
  CHECK(whole("Wed, 03 Mar 2021 14:05:00 +0100") == "2021-03-03 w3");
  CHECK(whole("Fri Dec 03 07:15:00 +0000 2021") == "2021-12-03 w5");
  CHECK(whole("Dec 3, 07:15") == "-----12-03");
  CHECK(whole("11-Mar-21") == "2021-03-11 short");
  CHECK(whole("26-FEB-1987 15:01:01.79") == "1987-02-26");
  CHECK(whole("Tuesday, Oct. 11") == "-----10-11 w2");
  CHECK(whole("11 October") == "-----10-11");
  CHECK(whole("Mar 3") == "-----03-03");
}

TEST_CASE("read date: figures") {
  for (const char *text :
       {"2021-03-11", "2021/03/11", "2021.3.11", "2021-03-11T14:02:00+01:00",
        "2021-03-11 14:02:00.123Z", "2021-03-11T14:02Z", "20210311",
        "20210311140200", "1615471320", "1615471320000", "11.03.2021",
        "2021\u5e743\u670811\u65e5", "2021\ub144 3\uc6d4 11\uc77c",
        "2021-03-11 2pm"})
    CHECK_MESSAGE(whole(text) == "2021-03-11", text);
  CHECK(whole("03/04/2021") == "2021-04-03 ?");
  CHECK(whole("03-04-2021") == "2021-04-03 ?");
  CHECK(whole("03.04.2021") == "2021-04-03");
  CHECK(whole("13/04/2021") == "2021-04-13 dmy");
  CHECK(whole("04/13/2021") == "2021-04-13 mdy");
  CHECK(whole("4/13/2021 2:05 PM") == "2021-04-13 mdy");
  CHECK(whole("04.13.2021") == "2021-04-13 mdy");
  CHECK(whole("04/04/2021") == "2021-04-04");
  CHECK(whole("11.3.21") == "2021-03-11 short");
  CHECK(whole("11.3.87") == "1987-03-11 short");
}

TEST_CASE("read date: months and years") {
  CHECK(whole("March 2021") == "2021-03");
  CHECK(whole("Mar. 2021") == "2021-03");
  CHECK(whole("2021-03") == "2021-03");
  CHECK(whole("03/2021") == "2021-03");
  CHECK(whole("2021") == "2021");
}

TEST_CASE("read date: days that do not exist are reported") {
  CHECK(whole("February 30, 2021") == "2021-02-30 impossible");
  CHECK(whole("2021-02-29") == "2021-02-29 impossible");
  CHECK(whole("Feb 29") == "-----02-29");
  CHECK(whole("31/11/2021") == "2021-11-31 impossible");
  CHECK(whole("2021-13-03") == "2021-13-03 impossible");
}

TEST_CASE("read date: what is not a date") {
  for (const char *text : {"",
                           " ",
                           "19, part 1",
                           "part 19",
                           "March",
                           "Tuesday",
                           "3",
                           "12:30",
                           "2021-03-11 part 2",
                           "Volume 19, 2021",
                           "March 3,000",
                           "May",
                           "123456789",
                           "20211345",
                           "3.5",
                           "1.2.3.4",
                           "No. 3 March 2021 edition x",
                           "the third of March",
                           "3000 March",
                           "32",
                           "\xff\xfe",
                           "1,2,3",
                           "Rain fell on March 3, 2021 in all of the land."})
    CHECK_MESSAGE(whole(text) == "none", text);
  CHECK(whole(std::string(1 << 20, '1')) == "none");
}

TEST_CASE("read date: in running text") {
  CHECK(inside("TARSK, Halvera, March 11 (HPA) -") == "March 11 = -----03-11");
  CHECK(inside("It opened on Tuesday, Oct. 11, and closed on 3 May 2021.") ==
        "Tuesday, Oct. 11 = -----10-11 w2 | 3 May 2021 = 2021-05-03");
  CHECK(inside("held March 3-5 in Tarsk") == "March 3-5 = -----03-03 range");
  CHECK(inside("from 3\u20135 March") == "3\u20135 March = -----03-03 range");
  CHECK(inside("(March 3, 2021)") == "March 3, 2021 = 2021-03-03");
  CHECK(inside("On March 3. The") == "March 3 = -----03-03");
  CHECK(inside("on 3 Mar. The") == "3 Mar = -----03-03");
  CHECK(inside("\u201cOct. 11\u201d") == "Oct. 11 = -----10-11");
  CHECK(inside("by 2021-03-11, said") == "2021-03-11 = 2021-03-11");
  CHECK(inside("on February 30 this") == "February 30 = -----02-30 impossible");
}

TEST_CASE("read date: figures in running text that are not dates") {
  for (const char *text :
       {"They march 15 miles and may 5 times.", "In May 10 people died.",
        "March 3,000 people did.", "The March 2021 count was 3.",
        "a rise in April of 3.5 percent", "May 3 percent be enough?",
        "1.2.3.4 is an address", "$3 May be too much.", "from 9:30 to 10:15",
        "the 19, part 1", "May 3:15 p.m. be early", "Oct 3-year bonds",
        "It sold 3/4 of 12/24 boats", "from 1,003 March", "\xff\xfe 3"})
    CHECK_MESSAGE(inside(text) == "", text);
}

TEST_CASE("read_date: of publication and change the first counts") {
  for (const char *text :
       {"Published: 3 December 2021, 10:45 GMT | Updated: 4 December 2021, "
        "09:00 GMT",
        "PUBLISHED: 10:45 GMT, 3 December 2021 | UPDATED: 09:00 GMT, 4 "
        "December 2021",
        "Published 3 December 2021. Last updated 4 December 2021.",
        "Posted: Dec 03, 2021 10:45 AM EST | Last Updated: December 4",
        "Dec. 3, 2021 Updated: Dec. 4, 2021 9:00 a.m.",
        "Updated: 4 December 2021 | Published: 3 December 2021",
        "Last modified 4 December 2021 - first published 3 December 2021",
        "Posted on December 3, 2021 by admin",
        "Aktualisiert: 4. Dezember 2021, veröffentlicht: 3. Dezember 2021"})
    CHECK_MESSAGE(whole(text).substr(0, 10) == "2021-12-03", text);
  CHECK(whole("Updated: 4 December 2021") == "2021-12-04");
  CHECK(whole("Published by the mayor 3 times") == "none");
}

TEST_CASE("read_date: other languages, where the date is alone") {
  for (const char *text :
       {"3. Dezember 2021", "Freitag, 3. Dezember 2021",
        "3 de diciembre de 2021", "viernes, 3 de diciembre de 2021",
        "3 décembre 2021", "le vendredi 3 décembre 2021", "3 dicembre 2021",
        "03 dez. 2021", "3 grudnia 2021", "3. prosince 2021", "3 декабря 2021",
        "3 Aralık 2021", "2021. december 3.", "3. joulukuuta 2021",
        "3 desembre de 2021", "3. 12. 2021", "2021 December 3"})
    CHECK_MESSAGE(whole(text).substr(0, 10) == "2021-12-03", text);
  CHECK(whole("1er janvier 2021") == "2021-01-01");
  CHECK(whole("décembre 2021") == "2021-12");
  CHECK(whole("diciembre de 2021") == "2021-12");
  CHECK(inside("Le 3 mars 2021, il a plu; on 3 March 2021 too") ==
        "3 March 2021 = 2021-03-03");
}

TEST_CASE("read_date: a day of a table is read as all others are") {
  for (const std::string text :
       {"2021-03-11", "1700-01-01", "2199-12-31", "2021-02-29", "2020-02-29",
        "1699-12-31", "2200-01-01", "2021-13-01", "2021-00-10", "2021-1-100",
        "0000-00-00", "2021-03-1x"}) {
    NewsDate alone, blank;
    const bool found = read_date(text, alone);
    // With a blank the short way is not taken.
    CHECK(found == read_date(" " + text, blank));
    if (!found)
      continue;
    CHECK(shown(alone) == shown(blank));
    CHECK(alone.begin + 1 == blank.begin);
    CHECK(alone.end + 1 == blank.end);
  }
}

TEST_CASE("read_date: more labels, languages and orders of both days") {
  for (const char *text :
       {"Uploaded: 3 March 2021 Revised: 4 March 2021",
        "Edited on March 4, 2021. Published on March 3, 2021.",
        "Aktualisiert: 04.03.2021, 09:00 Uhr | Ver\u00F6ffentlicht: "
        "03.03.2021, 10:45 Uhr",
        "Publi\u00E9 le 3 mars 2021 \u00E0 10h45, mis \u00E0 jour le 4 mars "
        "2021 \u00E0 9h00",
        "Mis \u00E0 jour le 04/03/2021 - Publi\u00E9 le 03/03/2021",
        "Publicerad 3 mars 2021 Uppdaterad 4 mars 2021",
        "Date published: 03/03/2021 Date updated: 13/03/2021",
        "This article was first published on 3 March 2021 and updated on 4 "
        "March 2021."})
    CHECK_MESSAGE(whole(text).substr(0, 10) == "2021-03-03", text);
  NewsDate date;
  REQUIRE(read_date("Published: 04/03/2021 | Updated: 13/03/2021", date));
  CHECK(date.order == DateOrder::day_first);
  CHECK((date.day == 4 && date.month == 3));
  REQUIRE(read_date("Published: 04/03/2021 | Updated: 04/13/2021", date));
  CHECK(date.order == DateOrder::month_first);
  CHECK((date.day == 3 && date.month == 4));
  REQUIRE(read_date("Published: 04/03/2021 | Updated: 05/03/2021", date));
  CHECK(date.order == DateOrder::unknown);
  CHECK(has_change_label_only("Updated March 3, 2021"));
  CHECK_FALSE(has_change_label_only("Updated March 4, published March 3"));
  CHECK_FALSE(has_change_label_only("March 3, 2021"));
}

TEST_CASE("read_date: languages and figures of other scripts") {
  for (const char *text : {"ngày 3 tháng 12 năm 2021",
                           "Thứ Sáu, 3 tháng 12, 2021, 10:45",
                           "3 tháng mười hai 2021",
                           "٣ ديسمبر ٢٠٢١",
                           "الجمعة، 3 ديسمبر، 2021",
                           "3 كانون الأول 2021",
                           "3 كانون الأول/ديسمبر 2021",
                           "3 ธันวาคม 2564",
                           "3 ธ.ค. 2564",
                           "วันศุกร์ที่ 3 ธันวาคม พ.ศ. 2564",
                           "๓ ธันวาคม ๒๕๖๔",
                           "3 ธันวาคม 2021",
                           "2021. gada 3. decembris",
                           "3. decembrī 2021",
                           "शुक्रवार, ३ दिसंबर २०२१",
                           "৩ ডিসেম্বর ২০২১",
                           "3 דצמבר 2021",
                           "2021 m. gruodžio 3 d.",
                           "2021(e)ko abenduaren 3a",
                           "2021-yil 3-dekabr",
                           "2021 оны 12-р сарын 3",
                           "3. prosinca 2021.",
                           "3 ta' Diċembru 2021",
                           "3 de dez. de 2021",
                           "3.12.2021 klo 10.45",
                           "2021年12月3日（金）",
                           "2021年12月3日星期五 10时45分"})
    CHECK_MESSAGE(whole(text).substr(0, 10) == "2021-12-03", text);
  // The same name is October after an ordinal, as in Croatian, else November.
  CHECK(whole("3. listopada 2021.").substr(0, 10) == "2021-10-03");
  CHECK(whole("3 listopada 2021").substr(0, 10) == "2021-11-03");
  // Years of other calendars are not those of this one.
  NewsDate date;
  for (const char *text :
       {"12 آذر 1400", "3 December 2564", "ngày 3 tháng 13 năm 2021"})
    CHECK_FALSE((read_date(text, date) && date.day > 0 && date.year > 0));
}

TEST_CASE("read_date: labels of both days in other languages") {
  for (const char *text :
       {"Gepubliceerd: 3 december 2021 | Laatst bijgewerkt: 4 december 2021",
        "Julkaistu 3.12.2021 | Päivitetty 4.12.2021",
        "Data publikacji: 3 grudnia 2021 | Aktualizacja: 4 grudnia 2021",
        "Güncelleme: 4 Aralık 2021 | Yayınlanma: 3 Aralık 2021",
        "Diterbitkan: 3 Desember 2021 | Diperbarui: 4 Desember 2021",
        "Đăng ngày 3 tháng 12 năm 2021 | Cập nhật 4 tháng 12 năm 2021",
        "更新 2021年12月4日 公開 2021年12月3日",
        "发布时间：2021-12-03 更新时间：2021-12-04",
        "Stand: 04.12.2021, 09:00 Uhr | Erstellt: 03.12.2021"})
    CHECK_MESSAGE(whole(text).substr(0, 10) == "2021-12-03", text);
}
