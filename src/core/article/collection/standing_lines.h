// SPDX-License-Identifier: GPL-2.0-or-later
// Paragraphs that begin or end many articles of a collection.
#pragma once

#include "base/config.h"

#include "article/source.h"
#include "text/span.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tritone {

// A paragraph in the form of append_line_form(), and the number of articles,
// unlike each other, that have it among their first or last paragraphs.
struct StandingLine {
  std::string line;
  std::uint64_t articles = 0;
  std::uint64_t at_start = 0;
  std::uint64_t at_end = 0;
};

constexpr std::size_t kHeaderParagraphs = 2; // looked at from the start
constexpr std::size_t kFooterParagraphs = 6; // and from the end

// Counts them. Takes 40 bytes for each paragraph looked at; the texts are read
// again for those that are found. Articles with the same text count once, so
// that a story sent twice makes no standing line of its last paragraph.
class LineCounter {
public:
  // `index` is the article's place in its source, `paragraphs` are those of
  // find_paragraphs(). A text of one paragraph has no standing line.
  void add_article(std::size_t index, std::string_view text,
                   const std::vector<Span> &paragraphs);
  void merge(LineCounter &&other);

  // Those that at least `least` articles have, by falling articles, then by
  // bytes. The same for every order of the articles. Uses the counter up.
  std::vector<StandingLine> lines(const Source &source, std::uint64_t least);

private:
  struct Entry {
    std::uint64_t line; // hash of the form
    std::uint64_t text; // hash of the article's text
    std::size_t article;
    std::uint32_t number; // of the paragraph
    bool start;
    bool end;
  };

  std::vector<Entry> entries_;
  std::string form_;
};

} // namespace tritone
