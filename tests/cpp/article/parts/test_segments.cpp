// SPDX-License-Identifier: GPL-2.0-or-later
// The stretches that are read of an article.
#include "article/parts/segments.h"

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <vector>

using namespace tritone;
using namespace tritone::article;

namespace {

// The same segments are found where the parts are known already.
void check_with_parts(const Article &article, const Reading &reading,
                      const std::vector<Segment> &segments) {
  PartScratch of_parts;
  find_parts(article.text, of_parts, reading.known.get());
  PartScratch scratch;
  std::vector<Segment> again{{true, 1, "old"}};
  find_segments(article, reading, of_parts.parts.data(), of_parts.parts.size(),
                scratch, again);
  REQUIRE(again.size() == segments.size());
  for (std::size_t s = 0; s < segments.size(); ++s) {
    CHECK(again[s].in_title == segments[s].in_title);
    CHECK(again[s].begin == segments[s].begin);
    CHECK(again[s].text == segments[s].text);
  }
}

std::string segments_of(const Article &article, const Reading &reading) {
  PartScratch scratch;
  std::vector<Segment> segments{{true, 1, "old"}};
  find_segments(article, reading, scratch, segments);
  check_with_parts(article, reading, segments);
  std::string out;
  for (const Segment &s : segments) {
    const std::string_view field = s.in_title ? article.title : article.text;
    CHECK(field.substr(s.begin, s.text.size()) == s.text);
    out += out.empty() ? "" : "|";
    out += s.in_title ? "title:" : "text:";
    out += s.text;
  }
  return out;
}

Reading only(std::initializer_list<Part> parts) {
  Reading reading;
  reading.by_part = true;
  reading.parts = PartSet::none();
  for (const Part part : parts)
    reading.parts = reading.parts.with(part);
  return reading;
}

} // namespace

TEST_CASE("segments: known lines are left out, hyphens joined in their place") {
  Article article;
  article.text = "The sea-\nwall broke.\n\nBuy our tea";
  Reading reading;
  reading.known =
      std::make_shared<Known>(std::vector<std::string>{"buy our tea"},
                              std::vector<std::string>{"seawall"});
  PartScratch scratch;
  std::vector<Segment> segments;
  find_segments(article, reading, scratch, segments);
  check_with_parts(article, reading, segments);
  REQUIRE(segments.size() == 1);
  CHECK(segments[0].text == "The sea\u00ADwall broke.\n\nBuy our tea");
  reading.by_part = true;
  reading.parts = PartSet::none().with(Part::lead).with(Part::body);
  find_segments(article, reading, scratch, segments);
  check_with_parts(article, reading, segments);
  REQUIRE(segments.size() == 1);
  CHECK(segments[0].text == "The sea\u00ADwall broke.");
  CHECK(segments[0].begin == 0);
}

TEST_CASE("segments: the whole article as given") {
  Article article;
  article.title = "Title";
  article.text = " By Jana Kovel\n\nText. ";
  CHECK(segments_of(article, Reading{}) ==
        "title:Title|text: By Jana Kovel\n\nText. ");
  article.title = "";
  CHECK(segments_of(article, Reading{}) == "text: By Jana Kovel\n\nText. ");
  article.text = "";
  CHECK(segments_of(article, Reading{}).empty());
  article.missing = true;
  CHECK(segments_of(article, Reading{}).empty());
}

TEST_CASE("segments: by part, neighbours that are both read run on") {
  Article article;
  article.title = "Title";
  article.text = "By Jana Kovel\n\nTARSK (HPA) - One.\n\nTwo.\n\nThree.\n\n"
                 "\u00A9 Coast Press";
  using P = Part;
  CHECK(segments_of(article,
                    only({P::headline, P::dateline, P::lead, P::body})) ==
        "title:Title|text:TARSK (HPA) - One.\n\nTwo.\n\nThree.");
  CHECK(segments_of(article, only({P::lead, P::body})) ==
        "text:One.\n\nTwo.\n\nThree.");
  CHECK(segments_of(article, only({P::dateline, P::body})) ==
        "text:TARSK (HPA) -|text:Two.\n\nThree.");
  CHECK(segments_of(article, only({P::byline, P::boilerplate})) ==
        "text:By Jana Kovel|text:\u00A9 Coast Press");
  CHECK(segments_of(article, only({P::headline})) == "title:Title");
  CHECK(segments_of(article, only({})).empty());
  Reading all;
  all.by_part = true;
  CHECK(segments_of(article, all) ==
        "title:Title|text:" + std::string(article.text));
  article.missing = true;
  CHECK(segments_of(article, all).empty());
}
