// SPDX-License-Identifier: GPL-2.0-or-later
#include "article/collection/standing_lines.h"

#include "article/parts/known.h"
#include "article/parts/paragraphs.h"
#include "base/hash.h"

#include <algorithm>
#include <tuple>

namespace tritone {

void LineCounter::add_article(std::size_t index, std::string_view text,
                              const std::vector<Span> &paragraphs) {
  const std::size_t n = paragraphs.size();
  if (n < 2)
    return;
  const std::uint64_t text_hash = hash_bytes(text);
  for (std::size_t p = 0; p < n; ++p) {
    const bool start = p < kHeaderParagraphs;
    const bool end = p + kFooterParagraphs >= n;
    const std::string_view paragraph = piece(text, paragraphs[p]);
    if ((!start && !end) || paragraph.size() > kMaxLineBytes)
      continue;
    form_.clear();
    append_line_form(paragraph, form_);
    if (!form_.empty())
      entries_.push_back({hash_bytes(form_), text_hash, index,
                          static_cast<std::uint32_t>(p), start, end});
  }
}

void LineCounter::merge(LineCounter &&other) {
  entries_.insert(entries_.end(), other.entries_.begin(), other.entries_.end());
  std::vector<Entry>().swap(other.entries_);
}

std::vector<StandingLine> LineCounter::lines(const Source &source,
                                             std::uint64_t least) {
  std::sort(entries_.begin(), entries_.end(),
            [](const Entry &a, const Entry &b) {
              return std::tie(a.line, a.text, a.article, a.number) <
                     std::tie(b.line, b.text, b.article, b.number);
            });
  std::vector<StandingLine> out;
  std::vector<Entry> found; // one of each
  for (std::size_t first = 0; first < entries_.size();) {
    StandingLine line;
    std::size_t at = first;
    while (at < entries_.size() && entries_[at].line == entries_[first].line) {
      // All of one text.
      bool start = false;
      bool end = false;
      const std::uint64_t text = entries_[at].text;
      for (; at < entries_.size() && entries_[at].text == text &&
             entries_[at].line == entries_[first].line;
           ++at) {
        start = start || entries_[at].start;
        end = end || entries_[at].end;
      }
      ++line.articles;
      line.at_start += start;
      line.at_end += end;
    }
    if (line.articles >= least) {
      out.push_back(line);
      found.push_back(entries_[first]);
    }
    first = at;
  }
  std::vector<Entry>().swap(entries_);

  // The lines themselves, block by block.
  std::vector<std::size_t> order(found.size());
  for (std::size_t i = 0; i < order.size(); ++i)
    order[i] = i;
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return found[a].article < found[b].article;
  });
  ArticleBlock block;
  std::vector<Span> paragraphs;
  std::size_t next = 0;
  for (std::size_t b = 0; b < source.blocks() && next < order.size(); ++b) {
    source.load(b, block);
    for (; next < order.size(); ++next) {
      const Entry &entry = found[order[next]];
      if (entry.article >= block.first + block.articles.size())
        break;
      const std::string_view text =
          block.articles[entry.article - block.first].text;
      find_paragraphs(text, paragraphs);
      append_line_form(piece(text, paragraphs[entry.number]),
                       out[order[next]].line);
    }
  }
  std::sort(out.begin(), out.end(),
            [](const StandingLine &a, const StandingLine &b) {
              return a.articles != b.articles ? a.articles > b.articles
                                              : a.line < b.line;
            });
  return out;
}

} // namespace tritone
