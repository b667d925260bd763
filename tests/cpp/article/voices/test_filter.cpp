// SPDX-License-Identifier: GPL-2.0-or-later
// Which stretches of an article are read for each voice.
#include "article/voices/filter.h"

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <vector>

using namespace tritone;
using namespace tritone::article;

namespace {

std::string read(const std::vector<Voice> &voices, bool by_part) {
  const std::string text =
      "\u201CIt is dry,\u201D said Kim. Roads were shut. Holm said it rained.";
  Article article;
  article.title = "Rain";
  article.text = text;
  auto filter = std::make_shared<VoiceFilter>();
  for (const Voice voice : voices)
    filter->add(voice);
  Reading reading;
  reading.by_part = by_part;
  reading.filter = filter;
  PartScratch scratch;
  std::vector<Segment> segments;
  find_segments(article, reading, scratch, segments);
  std::string out;
  for (const Segment &segment : segments) {
    if (!segment.in_title)
      CHECK(text.substr(segment.begin, segment.text.size()) == segment.text);
    out += "[" + std::string(segment.text) + "]";
  }
  return out;
}

} // namespace

TEST_CASE("filter: one voice, several, all") {
  for (const bool by_part : {false, true}) {
    CAPTURE(by_part);
    CHECK(read({Voice::direct}, by_part) == "[\u201CIt is dry,\u201D]");
    CHECK(read({Voice::reported}, by_part) == "[it rained]");
    CHECK(read({Voice::thought}, by_part).empty());
    CHECK(read({Voice::narration}, by_part) ==
          "[Rain][ said Kim. Roads were shut. Holm said ][.]");
    CHECK(read({Voice::narration, Voice::direct}, by_part) ==
          "[Rain][\u201CIt is dry,\u201D][ said Kim. Roads were shut. Holm "
          "said ][.]");
  }
}

TEST_CASE("filter: lines that the collection has are in no voice") {
  const std::string text =
      "Our desk said that rain is news.\n\nTARSK -- Holm said it rained.";
  Article article;
  article.text = text;
  auto filter = std::make_shared<VoiceFilter>();
  filter->add(Voice::reported);
  Reading reading;
  reading.filter = filter;
  PartScratch scratch;
  std::vector<Segment> segments;
  find_segments(article, reading, scratch, segments);
  CHECK(segments.size() == 2);
  reading.known = std::make_shared<Known>(
      std::vector<std::string>{"Our desk said that rain is news."},
      std::vector<std::string>{});
  find_segments(article, reading, scratch, segments);
  REQUIRE(segments.size() == 1);
  CHECK(segments[0].text == "it rained");
}
