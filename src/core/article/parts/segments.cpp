// SPDX-License-Identifier: GPL-2.0-or-later
// Joins the parts that are read.
#include "article/parts/segments.h"

namespace tritone::article {
namespace {

// The title and the whole text, or the title where parts of the text are asked:
// gives the text that these are of.
std::string_view begin_segments(const Article &article, const Reading &reading,
                                PartScratch &scratch,
                                std::vector<Segment> &out) {
  const Known *const known = reading.known.get();
  const bool with_title = !reading.by_part || reading.parts.has(Part::headline);
  if (with_title && !article.title.empty())
    out.push_back({true, 0, article.title});
  const std::string_view text =
      known == nullptr
          ? article.text
          : join_hyphens(article.title, article.text, *known, scratch.joined);
  if (!reading.by_part && !text.empty())
    out.push_back({false, 0, text});
  return text;
}

void add_parts(std::string_view text, const Reading &reading,
               const PartSpan *parts, std::size_t n,
               std::vector<Segment> &out) {
  bool open = false; // a part that follows continues the last segment
  bool left_out = false;
  for (std::size_t p = 0; p < n; ++p) {
    const PartSpan &part = parts[p];
    if (!reading.parts.has(part.part)) {
      open = false;
      left_out = true;
      continue;
    }
    const std::size_t begin = open ? out.back().begin : part.begin;
    if (open)
      out.pop_back();
    out.push_back({false, begin, text.substr(begin, part.end - begin)});
    open = true;
  }
  if (left_out && reading.left_out != nullptr)
    reading.left_out->fetch_add(1, std::memory_order_relaxed);
}

void filter(const Article &article, const Reading &reading,
            std::vector<Segment> &out) {
  if (reading.filter != nullptr)
    reading.filter->cut(article, reading.known.get(), out);
}

} // namespace

void find_segments(const Article &article, const Reading &reading,
                   PartScratch &scratch, std::vector<Segment> &out) {
  out.clear();
  if (article.missing)
    return;
  const std::string_view text = begin_segments(article, reading, scratch, out);
  if (reading.by_part) {
    find_parts(article.text, scratch, reading.known.get());
    add_parts(text, reading, scratch.parts.data(), scratch.parts.size(), out);
  }
  filter(article, reading, out);
}

void find_segments(const Article &article, const Reading &reading,
                   const PartSpan *parts, std::size_t n, PartScratch &scratch,
                   std::vector<Segment> &out) {
  out.clear();
  if (article.missing)
    return;
  const std::string_view text = begin_segments(article, reading, scratch, out);
  if (reading.by_part)
    add_parts(text, reading, parts, n, out);
  filter(article, reading, out);
}

} // namespace tritone::article
