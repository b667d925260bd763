// SPDX-License-Identifier: GPL-2.0-or-later
// The quick check never rejects boilerplate.
#include "article/parts/boilerplate_hints.h"

#include "article/parts/boilerplate.h"
#include "article/parts/boilerplate_words.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <iterator>
#include <string>
#include <vector>

using namespace tritone;
using namespace tritone::article;

TEST_CASE("boilerplate hints: none in a story") {
  for (const std::string text :
       {"The mill on the river shut on Monday, and nobody knows why.",
        "Nobody came to the 2019 fair, which drew 1 200 000 in its best year.",
        "The \u00E9cole stayed open; its r\u00E9gime did not change at all."})
    CHECK_MESSAGE(!may_be_boilerplate(text), text);
}

TEST_CASE("boilerplate hints: a mark, an address, a telephone, brackets") {
  const std::string story = "The mill on the river shut, and nobody knows why";
  CHECK_FALSE(may_be_boilerplate(story));
  for (const std::string &text :
       {story + " @mill", story + " \u00A9", story + " (C) 2021",
        "(" + story + ")", "[" + story + "]", "<" + story + ">",
        story + " tel. 01 555 0140", story + " HTTPS://mill.example",
        story + " All rights reserved", "Editor\u2019s " + story,
        std::string(50, '_'), std::string("short")})
    CHECK_MESSAGE(may_be_boilerplate(text), text);
  CHECK_FALSE(may_be_boilerplate(story + " call 555"));
}

// What the quick check rejects must not be boilerplate: paragraphs of the words
// by which boilerplate() decides, at random, with others between.
TEST_CASE("boilerplate hints: nothing is lost") {
  using namespace boilerplate_words;
  std::vector<std::string> words{"Jana Kovel",
                                 "the",
                                 "mill",
                                 "without",
                                 "Twitter",
                                 "desk@coast.example",
                                 "www.coast.example",
                                 "01 555 0140",
                                 "\u00A9",
                                 "(c)",
                                 "2021",
                                 "copyright",
                                 "this story",
                                 "This article",
                                 "has been updated",
                                 "was published",
                                 "The views expressed",
                                 "opinions",
                                 "not necessarily",
                                 "those of the",
                                 "author",
                                 "contributed",
                                 "contributed to this report",
                                 "reported from",
                                 "Osmiry",
                                 "is a",
                                 "correspondent for",
                                 "columnist at",
                                 "staff writer on",
                                 "with files from",
                                 "Follow",
                                 "on twitter",
                                 "@kovel",
                                 "sign up to our",
                                 "find us on",
                                 "follow us on",
                                 "Like us",
                                 "more to come",
                                 "Editor's note:",
                                 "As published in",
                                 "Coast Weekly",
                                 "enable JavaScript",
                                 "click",
                                 "us on",
                                 "for more ",
                                 "An earlier version of",
                                 "misstated",
                                 ".",
                                 ":",
                                 "(",
                                 ")",
                                 "US",
                                 "\u201C",
                                 "''",
                                 "-",
                                 "TEL",
                                 "Write to"};
  for (const Cue &cue : kCues)
    words.emplace_back(cue.words);
  words.insert(words.end(), std::begin(kCredits), std::end(kCredits));
  words.insert(words.end(), std::begin(kPointers), std::end(kPointers));
  std::uint32_t state = 11;
  const auto draw = [&state](std::size_t n) {
    state = state * 1664525U + 1013904223U;
    return static_cast<std::size_t>(state >> 8) % n;
  };
  std::size_t found = 0;
  for (int round = 0; round < 60000; ++round) {
    std::string text;
    for (std::size_t i = 1 + draw(9); i > 0; --i) {
      text += words[draw(words.size())];
      text += draw(8) > 0 ? " " : draw(2) > 0 ? "\n" : "\u00A0";
    }
    for (char &c : text)
      c = c == ' ' && draw(6) == 0 ? '\n' : c;
    if (round % 3 == 0)
      text = "The mill on the river shut in the rain " + text;
    if (careful_boilerplate(text) == Boilerplate::no)
      continue;
    ++found;
    CHECK_MESSAGE(may_be_boilerplate(text), text);
  }
  CHECK(found > 1000);
}
