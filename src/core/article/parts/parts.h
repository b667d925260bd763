// SPDX-License-Identifier: GPL-2.0-or-later
// The parts of one article: dateline, byline, lead, body, boilerplate.
#pragma once

#include "base/config.h"

#include "article/parts/known.h"
#include "text/span.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tritone::article {

// The kinds of parts. The headline is the title of the article; all others are
// in its text.
enum class Part : std::uint8_t {
  headline,
  dateline,
  byline,
  lead,
  body,
  boilerplate
};
constexpr std::size_t kParts = 6;

// "headline", "dateline", ...: the names users write.
const char *part_name(Part part);

// A set of parts.
class PartSet {
public:
  static PartSet all() { return PartSet((1U << kParts) - 1); }
  static PartSet none() { return PartSet(0); }
  bool has(Part part) const { return (bits_ >> index(part)) & 1U; }
  PartSet with(Part part) const { return PartSet(bits_ | 1U << index(part)); }

private:
  explicit PartSet(unsigned bits) : bits_(bits) {}
  static unsigned index(Part part) { return static_cast<unsigned>(part); }
  unsigned bits_;
};

// Bytes begin .. end - 1 of a text.
struct PartSpan {
  Part part;
  std::size_t begin;
  std::size_t end;
};

// Memory that is used again from article to article.
struct PartScratch {
  std::vector<PartSpan> parts;
  std::vector<text::Span> paragraphs;
  std::vector<unsigned char> boilerplate; // is paragraph p?
  std::vector<text::Span> lines;
  std::string line;
  std::string joined; // what Segments may be views of
};

// The parts of an article's text (paragraphs divided by blank lines, as
// article_read() leaves them), in reading order, disjoint, without the white
// space around them; all other characters of the text are in one of the parts.
// Fills scratch.parts. The rules use this text alone and, if given, what is
// `known` about its collection: paragraphs, and lines at the edges of
// paragraphs, that many articles have are boilerplate before the story and
// after it, but never inside it, and never all of a text. Linear time.
void find_parts(std::string_view text, PartScratch &scratch,
                const Known *known = nullptr);

// The lines of the collection that find_parts() leaves out of a text as
// boilerplate, in reading order. `out` is cleared.
void find_known_lines(std::string_view text, const Known &known,
                      PartScratch &scratch, std::vector<text::Span> &out);

} // namespace tritone::article
