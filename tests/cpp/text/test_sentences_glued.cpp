// SPDX-License-Identifier: GPL-2.0-or-later
// Sentences whose blank was lost, and what only looks like it.
#include "text/sentences_glued.h"

#include "text/sentences.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

using namespace tritone::text;

namespace {

// The sentences between bars.
std::string cut(std::string_view text) {
  std::vector<Span> spans;
  news_sentences(text, spans);
  std::string out;
  for (const Span &span : spans) {
    out += out.empty() ? "" : "|";
    out += text.substr(span.begin, span.end - span.begin);
  }
  return out;
}

} // namespace

TEST_CASE("sentences_glued: a lost blank") {
  CHECK(
      cut("Sales fell in 2017.The firm is not liked.Good news came in May.") ==
      "Sales fell in 2017.|The firm is not liked.|Good news came in May.");
  CHECK(cut("He will not go.Hope remains in the town.") ==
        "He will not go.|Hope remains in the town.");
  CHECK(cut("It rained, he said Monday.The president left.") ==
        "It rained, he said Monday.|The president left.");
  CHECK(cut("Will it rain?Nobody knows!The port is shut.") ==
        "Will it rain?|Nobody knows!|The port is shut.");
  CHECK(cut("It rained.I saw it.") == "It rained.|I saw it.");
  CHECK(cut("\u201CIt rained.\u201DHe left.\u201CYes.\u201D") ==
        "\u201CIt rained.\u201D|He left.|\u201CYes.\u201D");
  CHECK(cut("It left at 5 p.m.The mayor knew.") ==
        "It left at 5 p.m.|The mayor knew.");
  CHECK(cut("He runs NATO.The rest said no.") ==
        "He runs NATO.|The rest said no.");
  CHECK(cut("They called.McDonald left.") == "They called.|McDonald left.");
  CHECK(cut("Profits rose 5%.Sales fell (again).Good news came.") ==
        "Profits rose 5%.|Sales fell (again).|Good news came.");
  CHECK(cut("Profits rose 5.5%.Sales fell.") ==
        "Profits rose 5.5%.|Sales fell.");
}

TEST_CASE("sentences_glued: numbers of notes") {
  CHECK(cut("The war ended.[1] The peace held.[12][13] Good.") ==
        "The war ended.[1]|The peace held.[12][13]|Good.");
  CHECK(cut("The war ended.[1]Peace held.") == "The war ended.[1]|Peace held.");
  CHECK(cut("The war ended [1].Peace held.") ==
        "The war ended [1].|Peace held.");
  CHECK(cut("The war ended. [1] is a note") == "The war ended.|[1] is a note");
  for (const char *whole : {"It rained.[1] in May", "It rained.[12", "Go.[",
                            "Go.[]The end", "Go.[1234]The end"}) {
    CAPTURE(whole);
    CHECK(cut(whole) == whole);
  }
}

TEST_CASE("sentences_glued: other languages") {
  CHECK(cut("Паром стоит.Капитан молчит.") == "Паром стоит.|Капитан молчит.");
  CHECK(cut("Es regnete.Über dem Hafen war Nebel.") ==
        "Es regnete.|Über dem Hafen war Nebel.");
  CHECK(cut("Il a plu.Élodie est partie.") == "Il a plu.|Élodie est partie.");
  CHECK(cut("비가 왔다.그는 떠났다.") == "비가 왔다.|그는 떠났다.");
  CHECK(cut("Έβρεξε χθες.Ο δήμος σιωπά.") == "Έβρεξε χθες.Ο δήμος σιωπά.");
}

TEST_CASE("sentences_glued: names, addresses and numbers stay whole") {
  for (const char *whole : {"The U.S.Senate met.",
                            "J.K.Rowling wrote it.",
                            "It runs on Node.js now.",
                            "It runs on node.Js now.",
                            "See example.com for more.",
                            "See www.example.Com for more.",
                            "See www.Example.org for more.",
                            "Call f(x).Value now.",
                            "Chanel No.10 sells.",
                            "Chanel No.5 sells.",
                            "It rose 3.5 percent.",
                            "See e.g.this one.",
                            "See http://news.example.org/the.Story.html now.",
                            "Open /news/user.Name/file now.",
                            "Write to ann.Ode@example.org now.",
                            "Well...The rest is known.",
                            "Well\u2026The rest is known.",
                            "Read the file report.Pdf now.",
                            "Call object.Method() now.",
                            "He uses System.Collections.generic a lot.",
                            "Mr.Smith left.",
                            "St.Petersburg is cold.",
                            "John.Smith left.",
                            "Yahoo!Finance said so.",
                            "He met Gov.Newsom there.",
                            "The a.Capella choir sang.",
                            "Version v2.Final came.",
                            "It has 3.Five parts"}) {
    CAPTURE(whole);
    CHECK(cut(whole) == whole);
  }
}

TEST_CASE("sentences_glued: the words themselves") {
  const std::string_view text = "in 2017.The";
  const Glued before = glued_before(text.data(), text.data() + 7);
  CHECK(before.word);
  CHECK(before.sure);
  CHECK(before.cased);
  const GluedNext next = glued_next(text.data() + 8, text.data() + text.size());
  CHECK(next.word);
  CHECK(next.cased);
  CHECK_FALSE(next.short_word);
  CHECK_FALSE(glued_next("THE rest", "THE rest" + 8).word);
  CHECK_FALSE(glued_before(text.data(), text.data()).word);
}

TEST_CASE(
    "sentences_glued: long texts without blanks are read in linear time") {
  for (const char *piece : {"a.A", "ab.Ab", "ab.Ab/", "a.", "\u00E9.\u00C9"}) {
    std::string text;
    for (int i = 0; i < 200000; ++i)
      text += piece;
    std::vector<Span> spans;
    news_sentences(text, spans);
    REQUIRE_FALSE(spans.empty());
    CHECK(spans.back().end == text.size());
  }
}
