// SPDX-License-Identifier: GPL-2.0-or-later
// Which of several readings of the same bytes looks like a text.
#include "article/reading/plausible.h"

#include <doctest/doctest.h>

#include <string>

using namespace tritone::article;

TEST_CASE("plausible: the language of a text") {
  const auto language = [](const char *text) {
    return std::string(plausibility(text).language);
  };
  CHECK(language("Паром снова ходит через залив.") == "Russian");
  CHECK(language("Пором знову їздить, і всі чекають.") == "Ukrainian");
  CHECK(language("Żółw pływał przez zatokę, powiedział.") == "Polish");
  CHECK(language("Το πλοίο περνά ξανά τον κόλπο.") == "Greek");
  CHECK(language("渡轮又开始过海湾了，管理处说。") == "simplified Chinese");
  CHECK(language("渡輪又開始過海灣了，管理處說。") == "traditional Chinese");
  CHECK(language("フェリーが再び湾を渡っている。") == "Japanese");
  CHECK(language("여객선이 다시 만을 건너고 있다.") == "Korean");
  CHECK(language("It\u2019s \u201Cover\u201D \u2013 again") == "English");
  CHECK(language("The ferry runs.").empty());
  CHECK(language("").empty());
}

TEST_CASE("plausible: capitals, scripts and signs in unlikely places") {
  const auto score = [](const char *text) { return plausibility(text).score; };
  // What windows-1251 looks like as KOI8-R: capitals and small letters change
  // places.
  CHECK(score("Паром снова") > score("оЮПНЛ ЯМНБЮ"));
  CHECK(score("Паром") > score("ПаРом"));
  CHECK(score("ввоз") > score("вvоз"));
  CHECK(score("It\u2019s \u201Cover\u201D") >
        score("It\u00EDs \u00ECover\u00EE"));
  CHECK(score("pływał") > score("p³ywa³"));
  const Plausible broken = plausibility("\uFFFD\uFFFD\u0081");
  CHECK(broken.marks == 3);
  CHECK(broken.replacements == 2);
  CHECK(broken.strange == 3);
}

TEST_CASE("plausible: what of a file shows its encoding") {
  CHECK(telling_lines("a\nb\xE9\nc\n\xE9\n", 100) == "b\xE9\n\xE9\n");
  CHECK(telling_lines("a\n", 100).empty());
  CHECK(telling_lines("", 100).empty());
  // A long line is cut after a byte of ASCII.
  CHECK(telling_lines("\xE9 \xE9\xE9\xE9", 4) == "\xE9 \n");
  CHECK(telling_lines("\xE9\xE9\xE9\xE9", 2) == "\xE9\xE9\n");
  CHECK(announced_encoding("a \x1B$B%U\x1B(B") == "ISO-2022-JP");
  CHECK(announced_encoding("\x1B$)C\x0E") == "ISO-2022-KR");
  CHECK(announced_encoding("a \x1B[0m") == "");
}

TEST_CASE("plausible: Hebrew, Arabic and Thai") {
  const auto language = [](const char *text) {
    return std::string(plausibility(text).language);
  };
  CHECK(language("המעבורת שבה לפעול ביום חמישי.") == "Hebrew");
  CHECK(language("عادت العبارة إلى الميناء يوم الخميس.") == "Arabic");
  CHECK(language("เรือข้ามฟากกลับมาวิ่งอีกครั้ง") == "Thai");
}
