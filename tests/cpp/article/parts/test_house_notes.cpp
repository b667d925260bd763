// SPDX-License-Identifier: GPL-2.0-or-later
// Notes of newspapers, of each kind.
#include "article/parts/house_notes.h"

#include "text/ascii.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace tritone;
using namespace tritone::text;
using namespace tritone::article;

namespace {

Boilerplate note(const std::string &raw) {
  std::string s = raw;
  std::transform(s.begin(), s.end(), s.begin(), ascii_lower);
  return house_note(raw, s);
}

} // namespace

TEST_CASE("house notes: who contributed") {
  for (const std::string text :
       {"Jana Kovel contributed to this report.",
        "Jana Kovel and Omar Brandt contributed to this story from Osmiry.",
        "The Coast Press contributed to this report.",
        "Omar Brandt contributed reporting.", "Omar Brandt contributed.",
        "Stamm reported from Osmiry.",
        "Stamm reported from Osmiry; Brandt from Tarsk.",
        "With files from Jana Kovel", "With inputs from HPA"})
    CHECK_MESSAGE(note(text) == Boilerplate::sure, text);
  for (const std::string text :
       {"Stamm contributed 400 crowns to this fund.",
        "The painter contributed to the art of Halvera.",
        "Rain contributed to this flood.",
        "Two deaths were reported from Osmiry.",
        "Stamm reported from Osmiry that the mill had shut.",
        "Stamm, who is ill, contributed to this report on hunger in Osmiry."})
    CHECK_MESSAGE(note(text) == Boilerplate::no, text);
}

TEST_CASE("house notes: where to follow") {
  for (const std::string text :
       {"Follow Jana Kovel on Twitter @janakovel.",
        "Follow @borderledger and write to us.", "Twitter: @janakovel"})
    CHECK_MESSAGE(note(text) == Boilerplate::sure, text);
  for (const std::string text :
       {"@janakovel.", "On Twitter, every day",
        "Never miss a flood again: sign up for our daily letter."})
    CHECK_MESSAGE(note(text) == Boilerplate::likely, text);
  for (const std::string text :
       {"Follow the river to the mill.", "Follow on foot, he wrote.", "@ noon",
        "She writes on Twitter every day."})
    CHECK_MESSAGE(note(text) == Boilerplate::no, text);
}

TEST_CASE("house notes: of the text, with quotations or without") {
  for (const std::string text :
       {"Editor's note: the mill has two owners.",
        "Editor\u2019s note: the\nmill has two owners.",
        "Correction: the mill has two owners.",
        "This story has been updated to add what the owner says.",
        "This article has been corrected to read \u201Cmill\u201D.",
        "An earlier version of this article misstated the owner's age.",
        "This report was first published in the Coast Weekly."})
    CHECK_MESSAGE(is_text_note(text), text);
  for (const std::string text :
       {"This story has been told in every house.",
        "Corrections officers walked out.", "Editors note that rain fell.",
        "This article of the law was struck out.", "", "Editor's note"})
    CHECK_MESSAGE(!is_text_note(text), text);
  CHECK_FALSE(is_text_note("Correction: " + std::string(800, 'x')));
}

TEST_CASE("house notes: views, writers, more to come, embedded, rules") {
  CHECK(note("The views expressed here are those of the author alone and not "
             "necessarily those of the Ledger.") == Boilerplate::sure);
  CHECK(note("Opinions expressed by writers do not necessarily reflect those "
             "of the Ledger.") == Boilerplate::sure);
  CHECK(note("The mayor expressed his views on the mill.") == Boilerplate::no);
  CHECK(note("Jana Kovel is a foreign correspondent for the Border Ledger.") ==
        Boilerplate::likely);
  CHECK(note("Jana Kovel is ill.") == Boilerplate::no);
  CHECK(note("The man is a reporter for the Ledger.") == Boilerplate::no);
  CHECK(note("Jana Kovel is a reporter for the Ledger. She was not hurt.") ==
        Boilerplate::no);
  CHECK(note("DETAILS TO FOLLOW") == Boilerplate::likely);
  CHECK(note("More to come.") == Boilerplate::likely);
  CHECK(note("There is more to come.") == Boilerplate::no);
  CHECK(note("As published in the Coast Weekly.") == Boilerplate::likely);
  CHECK(note("<iframe src=\"https://coast.example/1\">") == Boilerplate::sure);
  CHECK(note("<iframe src=\"https://coast.example/1\"> Rain fell.") ==
        Boilerplate::no);
  CHECK(note("To see the film please enable JavaScript") == Boilerplate::sure);
  CHECK(note("_ _ _") == Boilerplate::likely);
  CHECK(note("___.") == Boilerplate::likely);
  CHECK(note("\u00E9") == Boilerplate::no);
}
