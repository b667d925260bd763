// SPDX-License-Identifier: GPL-2.0-or-later
// Sentences by the rules for news.
#include "text/normalize.h"
#include "text/sentences.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace tritone;
using namespace tritone::text;

namespace {

// The sentences with | between.
std::string cut(const std::string &text) {
  std::vector<Span> sentences;
  news_sentences(text, sentences);
  std::string result;
  for (const Span &s : sentences)
    result +=
        (result.empty() ? "" : "|") + text.substr(s.begin, s.end - s.begin);
  return result;
}

// Is the text, read without its | marks, cut at exactly these places, not
// counting the blank after each?
void check(const std::string &want) {
  std::string text;
  for (const char c : want)
    if (c == '|')
      text += ' ';
    else
      text += c;
  CHECK(cut(text) == want);
}

std::string replaced(std::string text, const std::string &from,
                     const std::string &to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos;
       at += to.size())
    text.replace(at, from.size(), to);
  return text;
}

} // namespace

TEST_CASE("sentences_news: nothing and nearly nothing") {
  CHECK(cut("") == "");
  CHECK(cut(" \n\n \r\n\t") == "");
  CHECK(cut(".") == ".");
  CHECK(cut("  one two \n") == "one two");
  CHECK(cut("a. b. c") == "a. b. c");
  CHECK(cut("\xFF. X\xC3") == "\xFF.|X\xC3");
}

TEST_CASE("sentences_news: terminators and what follows them") {
  check("It rained.|Then it stopped!|Did it?|Yes...|So\u2026|Well?!|12 left.");
  check("It is over.|\u201CReally?|Yes.\u201D|(So be it.)|[Laughs.]|End");
  check("He left (at noon).|She stayed.|$5 was paid.|@desk knew.|#Ban is on.");
  check("Up 3.5 points to 1.2.|Down to 5.|Flat");
  check("see example.com. now and v2.0 or a.b");
  check("He paid.|\u00C9lodie did not.|\u041E\u043D \u0443\u0448\u0451\u043B."
        "|\u041E\u043D\u0430 \u043D\u0435\u0442.");
  // No likely beginning: a small letter, a dash.
  check("They left. then came back \u2026 and left again ... twice.");
  check("\u201CIt is over.\u201D \u2014 the army");
}

TEST_CASE("sentences_news: quotations") {
  check("\u201CWe cannot wait,\u201D he said.|\u201CNot now.\u201D|He left.");
  check("\u201CReally?\u201D she asked.|\u201CIt is over.\u201D he said.");
  check("He said \u201Cit is \u2018over.\u2019\u201D|She left.");
  check("\"Is it 'over?'\" he asked.|\"Yes.\"|\"No.\"|So");
  check("He said it (twice.)|She did not.");
  check("\u201EEs ist vorbei.\u201C|Er ging.|\u00ABC\u2019est fini.\u00BB|Il "
        "part");
}

TEST_CASE("sentences_news: titles and abbreviations") {
  check("Mr. Roy, Mrs. Roy, Ms. Roy and Dr. Roy met Gen. Kim.|Prof. An left.");
  check("They met Mr...|Kim left.");
  check("Col. He and Sen. In saw Lt. The, Sgt. A and Gov. But.|End");
  check("GEN. KIM LEFT.|LT.-GEN. AN STAYED.");
  check("It is No. 4, Nos. 5 and 6, Fig. 2, Art. 7 and Sec. 8.|End");
  check("She said: No.|Kim left.|It is modern art.|Roy paints.");
  check("On Dec. 25, Sept. 3 and Jan. 1 it rose.|Sales fell in Dec.|Kim left.");
  check("The North vs. Sarrunia, e.g. Kessa, i.e. Osmiry, approx. 5 pct. Roy");
  check("Rovers v. Athletic ended.|Henry V.|The play");
  check("Acme Inc. Chairman Roy sold Acme Co. Ltd. shares to Acme Corp. "
        "Plc.|End");
  check("He runs Acme Inc.|The company grew.|She left Acme Corp.|In May it "
        "fell.");
  check("Sam Roy Jr. Said He Won.|He is Sam Roy Sr.|But no.");
  check("Grain, oil, etc. Kim said.|Grain, oil, etc.|They fell by 5 pct.|It "
        "hurt.");
  check("St. Aldric's is on Main St.|The ward is full.");
  check("In Kamloops, Calif. Gov. Roy spoke.|He came from Fla.|It rained.");
}

TEST_CASE("sentences_news: initials and letters with dots") {
  check("J. Smith and J. R. R. Roy met George W. Kim.|He left.");
  check("A. A. Smith wrote it.|So did \u00C9. Roy and E\u0301. Roy.");
  check("The U.S. Army and the D.P.R.K. Army met at 5 a.m. Monday.|End");
  check("They run Example.com.|Kim left.");
  check("They left the U.S.|The army stayed.|At 5 p.m.|It rained.");
  check("They left the U.S.|\u201CWe are free,\u201D he said.");
  check("\u201CWe left the U.S.\u201D|Kim nodded.");
  check("George W. \u201CSpot\u201D Kim ran on Plan B.|The plan failed.");
  check("In the U.S. A. Smith won.|End");
  check("in the U.S. 5 men left");
}

TEST_CASE("sentences_news: lists") {
  check("1. First things.|12. Second things.|He has 12.|She has 5.");
}

TEST_CASE("sentences_news: paragraphs and wrapped lines") {
  CHECK(cut("One\n\ntwo") == "One|two");
  CHECK(cut("One\r\n\r\ntwo") == "One|two");
  CHECK(cut("One \n \t\n\n  two\n") == "One|two");
  CHECK(cut("One\u2029two") == "One|two");
  CHECK(cut("Gen.\n\nKim") == "Gen.|Kim");
  CHECK(cut("One,\n\ntwo.\n\n\u201CThree") == "One,|two.|\u201CThree");
  CHECK(cut("One\ntwo\r\nthree. Four\rfive.\nSix") ==
        "One\ntwo\r\nthree.|Four\rfive.|Six");
  CHECK(cut("Gen.\nKim left.\nHe won.") == "Gen.\nKim left.|He won.");
}

TEST_CASE("sentences_news: other scripts") {
  // Wide full stops need no blank after them.
  CHECK(cut("\u5979\u8D70\u4E86\u3002\u201C\u597D\u3002\u201D\u4ED6\u8BF4"
            "\uFF01") ==
        "\u5979\u8D70\u4E86\u3002|\u201C\u597D\u3002\u201D|\u4ED6\u8BF4\uFF01");
  check("\u092F\u0939\u0964|\u0935\u0939\u0964");
  check("\u05D4\u05DC\u05DA.|\u05D1\u05D0.");
}

TEST_CASE("sentences_news: quotes, normalization and line ends") {
  const std::string text =
      "\u201CWe can\u2019t wait for Gen. \u00C9. Roy.\u201D He left the U.S. "
      "\u201CReally?\u201D she asked. \u2018Yes.\u2019 The caf\u00E9 in St. "
      "Roy is "
      "\u201Cclosed.\u201D \u00C9lodie said \u201Cit\u2019s "
      "\u2018over.\u2019\u201D It was "
      "(nearly) 5 p.m. \u201CSo?\u201D";
  std::string straight = replaced(replaced(text, "\u2019", "'"), "\u2018", "'");
  straight = replaced(replaced(straight, "\u201C", "\""), "\u201D", "\"");
  const std::string decomposed =
      replaced(replaced(text, "\u00E9", "e\u0301"), "\u00C9", "E\u0301");
  const std::string want = cut(text);
  CHECK(want.size() > text.size() - 10);

  std::string composed;
  append_nfc(cut(decomposed), composed);
  CHECK(composed == want);
  std::string plain = replaced(replaced(want, "\u2019", "'"), "\u2018", "'");
  plain = replaced(replaced(plain, "\u201C", "\""), "\u201D", "\"");
  CHECK(cut(straight) == plain);
  for (const char *blank : {"\n", "\r\n", "  ", "\u00A0"}) {
    CAPTURE(blank);
    CHECK(replaced(cut(replaced(text, " ", blank)), blank, " ") == want);
  }
}

TEST_CASE("sentences_news: long unfriendly texts are read in linear time") {
  constexpr int kTimes = 300000;
  for (const char *piece : {".", ". ", "A. ", "U.S. ", ". \"", ".\"", "a.",
                            "\n", " ", "\u0301", ".\u0301", "\"", ". ( "}) {
    std::string text;
    for (int i = 0; i < kTimes; ++i)
      text += piece;
    std::vector<Span> news, uax29;
    news_sentences(text, news);
    uax29_sentences(text, uax29);
    CHECK((news.empty() || news.back().end <= text.size()));
    REQUIRE_FALSE(uax29.empty());
    CHECK(uax29.back().end == text.size());
  }
}
