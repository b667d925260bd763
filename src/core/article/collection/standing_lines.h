// SPDX-License-Identifier: GPL-2.0-or-later
// Lines that begin or end many articles of a collection: contact lines, notes
// of an agency, requests to subscribe. What may be such a line is decided by
// article/parts/edge_units.h, what is left out of an article by its parts.
#pragma once

#include "base/config.h"

#include "article/parts/edge_units.h"
#include "article/source.h"
#include "text/span.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tritone::article {

// A unit in the form of append_line_form(), and the number of articles, unlike
// each other, that have it at their edges.
struct StandingLine {
  std::string line;
  std::uint64_t articles = 0;
  std::uint64_t at_start = 0;
  std::uint64_t at_end = 0;
};

// In how many of `all` articles a line must occur: at least `articles`, the
// share of all, and two.
std::uint64_t articles_needed(std::uint64_t articles, double share,
                              std::size_t all);

// Counts them. Takes 40 bytes for each unit looked at; the texts are read again
// for those that are found. Articles with the same text count once, so that a
// story sent twice makes no standing line of its last paragraph.
class LineCounter {
public:
  // `index` is the article's place in its source, `paragraphs` are those of
  // find_paragraphs().
  void add_article(std::size_t index, std::string_view text,
                   const std::vector<text::Span> &paragraphs);
  void merge(LineCounter &&other);

  // Those that at least `needed` articles have and that are left out of one at
  // least (see find_known_lines()), by falling articles, then by bytes. The
  // same for every order of the articles. Uses the counter up. `holders`, if
  // given, has one value for each article: does it have any of the lines?
  std::vector<StandingLine> lines(const Source &source, std::uint64_t needed,
                                  std::vector<bool> *holders = nullptr);

private:
  struct Entry {
    std::uint64_t line; // hash of the form
    std::uint64_t text; // hash of the article's text
    std::size_t article;
    std::uint32_t number; // of the unit
    bool start;
    bool end;
  };

  std::vector<Entry> entries_;
  std::vector<EdgeUnit> units_;
  std::string form_;
};

} // namespace tritone::article
