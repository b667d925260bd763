// SPDX-License-Identifier: GPL-2.0-or-later
// Paragraphs that are boilerplate, and stories that resemble it.
#include "article/parts/boilerplate.h"

#include "article/parts/boilerplate_words.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <iterator>
#include <string>

using namespace tritone;
using namespace tritone::article;

namespace {

bool none(const std::string &text) {
  return boilerplate(text) == Boilerplate::no;
}

} // namespace

TEST_CASE("boilerplate: contact lines of a house") {
  for (const std::string text :
       {"Questions or comments about this article? Contact us at "
        "english@north-news.example.",
        "Questions or comments about this story? Write to us at "
        "desk@borderledger.example.",
        "Something to add or to correct? Write to desk@borderledger.example.",
        "Comments or corrections on this story? The desk reads everything at "
        "desk@borderledger.example.",
        "Meridian Wire. For corrections write to desk@meridianwire.example",
        "HPA Newsroom, 4 Mill Street, Tarsk. Telephone 01 555 0140. E-mail: "
        "newsroom@hpa.example",
        "Jana Kovel can be reached at jana@coast.example or by telephone.",
        "Subscribe to our newsletter at https://coast.example/letter",
        "For more stories from the coast visit www.coast.example",
        "Questions or comments about this article? Contact us.",
        "Send tips to tips@coast.example", "Corrections: jana@coast.example",
        "Questions\nor  comments?\nContact us at\nenglish@north.example."})
    CHECK_MESSAGE(!none(text), text);
}

TEST_CASE("boilerplate: not a story that gives addresses") {
  for (const std::string text :
       {"\u201CWrite to us at help@border.example,\u201D the guard shouted to "
        "the crowd. Nobody had a pencil. The crowd went home.",
        "\"Contact our desk at desk@border.example,\" the note read.",
        "Anyone who saw the men is asked to call the police in Osmiry at 01 "
        "555 0112.",
        "The clerk, who answers letters at clerk@town.example, has resigned. "
        "He wants to fish.",
        "US officials urged travellers to visit www.travel.example for advice.",
        "Residents may send comments on the plan to our office at "
        "plan@tarsk.example, the mayor said.",
        "They write to each other. They do not contact the desk.",
        "The newsroom is closed on Sunday.", "", " ", "\n",
        "''Contact us about this story, it read.'' And no address.",
        "He beat the 2019-20 record of 1 200 000 by a mile."})
    CHECK_MESSAGE(none(text), text);
}

TEST_CASE("boilerplate: notices of rights") {
  for (const std::string text :
       {"\u00A9 Halvera Press Agency. Reproduction without written consent is "
        "prohibited.",
        "\u00A9 2021",
        "\u00A9 Halvera Press Agency (HPA), service fran\u00E7ais.",
        "(c) 2021 Coast Press", "Copyright (c) Coast Press",
        "Copyright Coast Press 2021", "Copyright 2021 Coast Press",
        "Tel. 01 555 0140. All rights reserved.",
        "This material may not be published, broadcast, rewritten or "
        "redistributed."})
    CHECK_MESSAGE(boilerplate(text) == Boilerplate::sure, text);
  CHECK(boilerplate("Reproduction of any kind is strictly prohibited.") ==
        Boilerplate::likely);
  for (const std::string text :
       {"Copyright law was changed on Monday.", "The letter bore a \u00A9.",
        "Points (a), (b) and (c) were dropped.",
        "Reproduction of the altarpiece without consent is prohibited, Thorn "
        "said.",
        "The seal was reproduced with the permission of the museum.",
        "\u201CAll rights reserved,\u201D it said at the foot of the song."})
    CHECK_MESSAGE(none(text), text);
}

TEST_CASE("boilerplate: credits close a story") {
  for (const std::string text :
       {"(Reporting by Jana Kovel in Osmiry; Editing by R. Stamm)",
        "(Reporting by Jana Kovel.)", "(Additional reporting by Omar Brandt)",
        "[Writing by Jana Kovel]", "(Coast Press Agency; Editing by R. Stamm)",
        "Reporting by Jana Kovel; editing by R. Stamm",
        "Additional reporting by Omar Brandt and Jana Kovel",
        "Translated by Jana Kovel"})
    CHECK_MESSAGE(boilerplate(text) == Boilerplate::closing, text);
  for (const std::string text :
       {"Written by hand in 1843, the letter was sold.",
        "Reporting by the Border Ledger brought it to light.",
        "Edited by nobody, the book has 900 pages."})
    CHECK_MESSAGE(none(text), text);
  CHECK(boilerplate("(Con informaci\u00F3n de Jana Kovel; desde Lodany)") ==
        Boilerplate::likely);
  CHECK(boilerplate("(HPA/Coast Press)") == Boilerplate::likely);
  CHECK(none("(The ministry did not answer.)"));
}

TEST_CASE("boilerplate: pointers and ends") {
  CHECK(boilerplate("Read more: The mill that nobody wants") ==
        Boilerplate::sure);
  CHECK(boilerplate("Follow us on every channel") == Boilerplate::sure);
  CHECK(boilerplate("This article was first published in the Coast Weekly.") ==
        Boilerplate::likely);
  for (const std::string text : {"###", "-30-", "ENDS", "(ends)", "* * *"})
    CHECK_MESSAGE(boilerplate(text) == Boilerplate::likely, text);
  CHECK(none("Read more books, the minister wrote."));
  CHECK(none("This article of the law was struck out."));
  CHECK(none("The end."));
}

TEST_CASE("boilerplate: a long paragraph is part of the story") {
  std::string text = "Contact us at desk@coast.example about this story. ";
  CHECK_FALSE(none(text));
  while (text.size() < 1200)
    text += "The river rose again. ";
  CHECK(none(text));
}

TEST_CASE("boilerplate: odd bytes do no harm") {
  for (const std::string text :
       {"@", "@.", "a@", "a@b", "a@b.", "\xC2\xA9", "\xC2\xA9 ", "\xFF\xFE",
        "(", ")", "()", "[]", "(.", "copyright ", "www.", "tel"})
    CHECK_MESSAGE(boilerplate(text) <= Boilerplate::likely, text);
}

TEST_CASE("boilerplate: the cues are in small letters, by first letter") {
  using namespace boilerplate_words;
  CHECK(std::is_sorted(
      std::begin(kCues), std::end(kCues),
      [](const Cue &a, const Cue &b) { return a.words[0] < b.words[0]; }));
  for (const Cue &cue : kCues)
    CHECK(std::none_of(cue.words.begin(), cue.words.end(),
                       [](char c) { return c >= 'A' && c <= 'Z'; }));
}
