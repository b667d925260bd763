// SPDX-License-Identifier: GPL-2.0-or-later
// Lines that begin or end many articles of a collection: contact lines, notes
// of an agency, requests to subscribe. article/parts/edge_units.h decides
// what may be such a line, the parts of an article which of them are left out.
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

// The min number of articles a line must occur in: the max of `articles`, the
// share of `all`, and two.
std::uint64_t articles_needed(std::uint64_t articles, double share,
                              std::size_t all);

// Counts the lines. Takes 40 bytes for each unit; the texts of those that are
// found are read a second time. Articles with the same text count once, so that
// the last paragraph of a story sent twice is not taken for a repeated line.
class LineCounter {
public:
  // `index` is the article's place in its source, `text_hash` is exact_hash()
  // of its text, `paragraphs` are those of find_paragraphs().
  void add_article(std::size_t index, std::string_view text,
                   std::uint64_t text_hash,
                   const std::vector<text::Span> &paragraphs);
  void merge(LineCounter &&other);

  // The lines that at least `needed` articles have and that are left out of at
  // least one (see find_known_lines()), by falling articles, then by bytes. The
  // same for every order of the articles. The counter is empty afterwards.
  // `holders`, if given, gets one value for each article: does it have any of
  // the lines?
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
