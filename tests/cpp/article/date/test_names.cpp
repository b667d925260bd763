// SPDX-License-Identifier: GPL-2.0-or-later
// Names of months and weekdays in languages other than English.
#include "article/date/names.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace tritone::article;

TEST_CASE("names: months of several languages, in order") {
  const std::vector<std::vector<std::string>> languages = {
      {"Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August",
       "September", "Oktober", "November", "Dezember"},
      {"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août",
       "septembre", "octobre", "novembre", "décembre"},
      {"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto",
       "septiembre", "octubre", "noviembre", "diciembre"},
      {"gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio",
       "agosto", "settembre", "ottobre", "novembre", "dicembre"},
      {"janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho",
       "agosto", "setembro", "outubro", "novembro", "dezembro"},
      {"stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca", "lipca",
       "sierpnia", "września", "października", "listopada", "grudnia"},
      {"ledna", "února", "března", "dubna", "května", "června", "července",
       "srpna", "září", "října", "listopadu", "prosince"},
      {"января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа",
       "сентября", "октября", "ноября", "декабря"},
      {"Ocak", "Şubat", "Mart", "Nisan", "Mayıs", "Haziran", "Temmuz",
       "Ağustos", "Eylül", "Ekim", "Kasım", "Aralık"},
      {"tammikuuta", "helmikuuta", "maaliskuuta", "huhtikuuta", "toukokuuta",
       "kesäkuuta", "heinäkuuta", "elokuuta", "syyskuuta", "lokakuuta",
       "marraskuuta", "joulukuuta"}};
  for (const auto &months : languages)
    for (std::size_t m = 0; m < months.size(); ++m)
      // "April" and others are English too.
      CHECK_MESSAGE(foreign_month_number(months[m]) == int(m) + 1, months[m]);
}

TEST_CASE("names: any case and composition; no other word") {
  CHECK(foreign_month_number("DÉCEMBRE") == 12);
  CHECK(foreign_month_number("de\xCC\x81"
                             "cembre") == 12);
  CHECK(foreign_month_number("Декабрь") == 12);
  for (const char *word : {"", "d", "monsoon", "marching", "Listopadova"})
    CHECK(foreign_month_number(word) == 0);
  CHECK(foreign_month_number(std::string(500, 'x')) == 0);
}

TEST_CASE("names: weekdays from Monday") {
  CHECK(foreign_weekday_number("Montag") == 1);
  CHECK(foreign_weekday_number("miércoles") == 3);
  CHECK(foreign_weekday_number("Vendredi") == 5);
  CHECK(foreign_weekday_number("niedziela") == 7);
  CHECK(foreign_weekday_number("Monday") == 0);
}

TEST_CASE("names: weekdays of the languages of the months") {
  for (const char *word :
       {"\u03A0\u03B1\u03C1\u03B1\u03C3\u03BA\u03B5\u03C5\u03AE", "p\u00E1tek",
        "p\u00E9ntek", "cuma", "perjantai", "vineri", "reede", "jumat"})
    CHECK_MESSAGE(foreign_weekday_number(word) == 5, word);
  CHECK(foreign_weekday_number("\u043F\u043D") == 1);
}

TEST_CASE("names: other scripts, and names of several words") {
  CHECK(foreign_month_number("ديسمبر") == 12);
  CHECK(foreign_month_number("تشرين الثاني") == 11);
  CHECK(foreign_month_number("ธ.ค") == 12);
  CHECK(foreign_month_number("Tháng Mười Hai") == 12);
  CHECK(foreign_month_number("tháng mười") == 10);
  CHECK(foreign_month_number("दिसंबर") == 12);
  CHECK(foreign_month_number("prosinca") == 12);
  CHECK(foreign_weekday_number("วันศุกร์ที่") == 5);
  CHECK(foreign_weekday_number("金曜日") == 5);
}
