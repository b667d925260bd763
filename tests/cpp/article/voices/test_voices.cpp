// SPDX-License-Identifier: GPL-2.0-or-later
// Who speaks in an article: marks of every kind, speakers on both sides of the
// verb, and what is nobody's speech.
#include "article/voices/voices.h"

#include <doctest/doctest.h>

#include <string>

using namespace tritone;
using namespace tritone::article;

namespace {

std::string of(const std::string &text, text::Span span) {
  return text.substr(span.begin, span.end - span.begin);
}

// "d[words]speaker" for each stretch; d, r or t for its voice.
std::string voices(const std::string &text) {
  VoiceScratch scratch;
  find_voices(text, scratch);
  std::string out;
  std::size_t last = 0;
  for (const VoiceSpan &span : scratch.spans) {
    CHECK(last <= span.begin);
    CHECK(span.begin < span.end);
    CHECK(span.end <= text.size());
    last = span.end;
    out += "ndrt"[static_cast<int>(span.voice)];
    out += "[" + of(text, {span.begin, span.end}) + "]" +
           of(text, span.speaker.name);
    out += span.continued ? ">" : span.unclosed ? "?" : "";
  }
  return out;
}

} // namespace

TEST_CASE("voices: marks of every kind") {
  for (const char *said :
       {"\"We wait for rain,\"", "\u201CWe wait for rain,\u201D",
        "'We wait for rain,'", "\u2018We wait for rain,\u2019",
        "\u00ABWe wait for rain,\u00BB", "\u201EWe wait for rain,\u201C",
        "``We wait for rain,''"}) {
    CAPTURE(said);
    CHECK(voices(std::string(said) + " said Ida Holm.") ==
          "d[" + std::string(said) + "]Ida Holm");
  }
}

TEST_CASE("voices: the speaker before, after, with an apposition, carried") {
  CHECK(voices("\"It is dry,\" said Kim, a trader.") == "d[\"It is dry,\"]Kim");
  CHECK(voices("Kim Chol, a trader in Tarsk, said the price rose.") ==
        "r[the price rose]Kim Chol");
  CHECK(voices("The head of the mill said, \"It is very dry here.\"") ==
        "d[\"It is very dry here.\"]The head of the mill");
  CHECK(
      voices("\"It is dry,\" a source in Tarsk told Daily Post. \"We wait for "
             "the rain.\"") == "d[\"It is dry,\"]a source in Tarsk"
                               "d[\"We wait for the rain.\"]a source in Tarsk");
  CHECK(voices("Prices, he noted, were higher.") ==
        "r[Prices]her[were higher]he");
}

TEST_CASE("voices: according to, before and after") {
  CHECK(voices("According to the ministry, the dam is safe.") ==
        "r[the dam is safe]the ministry");
  CHECK(voices("The dam is safe, according to the ministry.") ==
        "r[The dam is safe]the ministry");
}

TEST_CASE("voices: thought") {
  CHECK(voices("Ida Holm wants to sell the mill.") ==
        "t[to sell the mill]Ida Holm");
}

TEST_CASE("voices: over several paragraphs, one speaker") {
  CHECK(voices("\u201CWe left at night,\u201D said Ida Holm. \u201CIt was "
               "cold.\n\n\u201CNobody slept.\n\n\u201CWe walked on.\u201D\n\n"
               "The road was closed.") ==
        "d[\u201CWe left at night,\u201D]Ida Holm"
        "d[\u201CIt was cold.]Ida Holm"
        "d[\u201CNobody slept.]Ida Holm>"
        "d[\u201CWe walked on.\u201D]Ida Holm>");
}

TEST_CASE("voices: a mark without its partner ends with its paragraph") {
  CHECK(voices("He said, \u201CWe left at night.\n\nThe road was closed.\n\n"
               "\u201CIt was cold,\u201D said Ida Holm.") ==
        "d[\u201CWe left at night.]He?d[\u201CIt was cold,\u201D]Ida Holm");
  CHECK(voices("The road\u201D was closed.\n\nIt rained.").empty());
  CHECK(voices("\"It was cold, said Ida Holm.\n\n\"We waited there.\" Rain "
               "fell.")
            .find("Rain") == std::string::npos);
}

TEST_CASE("voices: what is no speech") {
  for (const char *text :
       {"The \u201Croundup\u201D began.",
        "He makes \u2018examples\u2019 of them.",
        "The film \"The Last Train North\" was shown.",
        "William \"Bill\" Holm left.", "The workers' pay and the '90s."}) {
    CAPTURE(text);
    CHECK(voices(text).empty());
  }
}

TEST_CASE("voices: a nested quotation belongs to its outer one") {
  CHECK(voices("\u201CThey say, \u2018Those guys are scary.\u2019\u201D said "
               "Ida Holm.") ==
        "d[\u201CThey say, \u2018Those guys are scary.\u2019\u201D]Ida Holm");
}

TEST_CASE("voices: surnames, acronyms, descriptions and pronouns") {
  CHECK(voices("Ida Holm left. Holm said the mill was shut.") ==
        "r[the mill was shut]Ida Holm");
  CHECK(voices("Ida Holm and Nils Holm left. Holm said the mill was shut.") ==
        "r[the mill was shut]Holm");
  CHECK(voices("The Tarsk River Board (TRB) met. The TRB said it was dry.") ==
        "r[it was dry]Tarsk River Board");
  CHECK(voices("A source in Tarsk said it rained. The source said it was cold. "
               "She said it was dark.") ==
        "r[it rained]A source in Tarskr[it was cold]A source in Tarsk"
        "r[it was dark]A source in Tarsk");
}

TEST_CASE("voices: nothing to find") {
  for (const char *text : {"", " ", "\n\n", "\"", "\u201C", "''", "said",
                           "said.", ": \"", "according to", "12, 13"})
    CHECK_NOTHROW(voices(text));
}

TEST_CASE("voices: short clauses after an opening are words") {
  CHECK(voices("Asked whether it was safe, Ida Holm said it was.") ==
        "r[whether it was safe]r[it was]Ida Holm");
}

TEST_CASE("voices: interviews, dashes, tweets") {
  CHECK(voices("Daily Post: Did you see it?\n\nHolm: Yes, it was there.") ==
        "r[Did you see it]Daily Postr[Yes, it was there]Holm");
  CHECK(voices("\u2014 We leave at dawn, said the captain. Rain fell.") ==
        "r[We leave at dawn]the captain");
  CHECK(voices("The mayor tweeted: \u201CWe rebuild the bridge.\u201D") ==
        "d[\u201CWe rebuild the bridge.\u201D]The mayor");
}

TEST_CASE("voices: sources without a name") {
  CHECK(voices("The dam will close, people with knowledge of the plan said, "
               "asking not to be named.") ==
        "r[The dam will close]people with knowledge of the plan");
  CHECK(voices("Sources close to the minister say he will go.") ==
        "r[he will go]Sources close to the minister");
}

TEST_CASE("voices: brackets around a quotation are nobody's words") {
  CHECK(voices("Ida Holm said: (\u201CWe wait here.\u201D) The dam was "
               "full.") == "d[\u201CWe wait here.\u201D]Ida Holm");
}

TEST_CASE("voices: a handle and a label name the speaker") {
  CHECK(voices("@mayor: \"We will rebuild the road.\"") ==
        "d[\"We will rebuild the road.\"]@mayor");
  CHECK(voices("@mayor_of_tarsk: \u201CWe will rebuild the road.\u201D") ==
        "d[\u201CWe will rebuild the road.\u201D]@mayor_of_tarsk");
  CHECK(voices("The hall was shut.\n\n@Hall7: \"We open it in May.\"\n\nNo "
               "one came.") == "d[\"We open it in May.\"]@Hall7");
  CHECK(voices("@mayor wrote that the road was dry.") ==
        "r[the road was dry]@mayor");
  // What is before the colon is no words of anybody.
  CHECK(voices("@mayor: \"We will rebuild it,\" the account said.") ==
        "d[\"We will rebuild it,\"]@mayor");
  CHECK(voices("Ida Holm: \"We will rebuild it,\" she wrote on Monday.") ==
        "d[\"We will rebuild it,\"]Ida Holm");
  // The @ of an address is no handle.
  CHECK(voices("Write to kim@mill: \"We open in May.\"") ==
        "d[\"We open in May.\"]");
}

TEST_CASE("voices: inches inside a quotation") {
  CHECK(voices("He said: \"The board is 12\" long,\" and left. \"It is fine,\" "
               "said Ida Holm.") ==
        "d[\"The board is 12\" long,\"]Hed[\"It is fine,\"]Ida Holm");
  CHECK(voices("\"It is 12\" long,\" said Kim. \"We cut it in two.\"") ==
        "d[\"It is 12\" long,\"]Kimd[\"We cut it in two.\"]Kim");
}

TEST_CASE("voices: a short sentence after somebody's words is theirs") {
  CHECK(voices("\"It is dry,\" said Ida Holm. \"We are glad.\"") ==
        "d[\"It is dry,\"]Ida Holmd[\"We are glad.\"]Ida Holm");
  CHECK(voices("\"We are glad.\"") == "");
}

TEST_CASE("voices: a verb before its speaker and a colon") {
  CHECK(voices("Said Ida Holm: \"It is dry.\"") == "d[\"It is dry.\"]Ida Holm");
}

TEST_CASE("voices: works that somebody reads or writes are no speech") {
  CHECK(voices("He read \u201CThe Old Mill by the Sea\u201D on the ferry.") ==
        "");
  CHECK(voices("He wrote, \u201CThe old mill is shut for good.\u201D") ==
        "d[\u201CThe old mill is shut for good.\u201D]He");
}
