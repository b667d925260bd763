// SPDX-License-Identifier: GPL-2.0-or-later
// Counts hashes of edge units by sorting, then reads the texts of the frequent
// ones.
#include "article/collection/standing_lines.h"

#include "article/parts/known.h"
#include "article/parts/paragraphs.h"
#include "article/parts/parts.h"
#include "base/hash.h"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <unordered_map>

namespace tritone::article {
namespace {

// A line found in an article.
struct Place {
  std::size_t article;
  std::size_t line; // index
  std::uint32_t number;
};

// The articles of a source, read in rising order.
class Reader {
public:
  explicit Reader(const Source &source) : source_(source) {}

  std::string_view text(std::size_t article) {
    while (next_ == 0 || article >= block_.first + block_.articles.size())
      source_.load(next_++, block_);
    return block_.articles[article - block_.first].text;
  }

private:
  const Source &source_;
  ArticleBlock block_;
  std::size_t next_ = 0;
};

void sort_by_article(std::vector<Place> &places) {
  std::sort(places.begin(), places.end(), [](const Place &a, const Place &b) {
    return std::tie(a.article, a.line) < std::tie(b.article, b.line);
  });
}

// Reads the text of each line in the first article that has it.
void read_forms(const Source &source, std::vector<Place> first,
                std::vector<StandingLine> &lines) {
  sort_by_article(first);
  Reader reader(source);
  std::vector<text::Span> paragraphs;
  std::vector<EdgeUnit> units;
  for (const Place &place : first) {
    const std::string_view text = reader.text(place.article);
    find_paragraphs(text, paragraphs);
    find_edge_units(text, paragraphs, units);
    append_line_form(piece(text, units[place.number].span),
                     lines[place.line].line);
  }
}

// Which of the lines are left out of an article that has them? Reads articles
// until each line has been left out of one, or none is left.
std::vector<bool> left_out(const Source &source,
                           const std::vector<StandingLine> &lines,
                           const std::vector<Place> &places) {
  std::vector<std::string> forms;
  std::unordered_map<std::string_view, std::size_t> index;
  for (const StandingLine &line : lines) {
    index.emplace(line.line, forms.size());
    forms.push_back(line.line);
  }
  const Known known(forms, {});
  std::vector<bool> out(lines.size());
  Reader reader(source);
  PartScratch scratch;
  std::vector<text::Span> found;
  std::string form;
  for (std::size_t i = 0; i < places.size();) {
    const std::size_t article = places[i].article;
    bool open = false; // has it a line not yet left out?
    for (; i < places.size() && places[i].article == article; ++i)
      open = open || !out[places[i].line];
    if (!open)
      continue;
    const std::string_view text = reader.text(article);
    find_known_lines(text, known, scratch, found);
    for (const text::Span span : found) {
      form.clear();
      append_line_form(piece(text, span), form);
      if (const auto at = index.find(form); at != index.end())
        out[at->second] = true;
    }
  }
  return out;
}

} // namespace

std::uint64_t articles_needed(std::uint64_t articles, double share,
                              std::size_t all) {
  const double part = std::ceil(share * static_cast<double>(all));
  return std::max(
      {articles, static_cast<std::uint64_t>(part), std::uint64_t{2}});
}

void LineCounter::add_article(std::size_t index, std::string_view text,
                              std::uint64_t text_hash,
                              const std::vector<text::Span> &paragraphs) {
  find_edge_units(text, paragraphs, units_);
  for (std::size_t u = 0; u < units_.size(); ++u) {
    form_.clear();
    append_line_form(piece(text, units_[u].span), form_);
    if (!form_.empty())
      entries_.push_back({hash_bytes(form_), text_hash, index,
                          static_cast<std::uint32_t>(u), units_[u].start,
                          units_[u].end});
  }
}

void LineCounter::merge(LineCounter &&other) {
  entries_.insert(entries_.end(), other.entries_.begin(), other.entries_.end());
  std::vector<Entry>().swap(other.entries_);
}

std::vector<StandingLine> LineCounter::lines(const Source &source,
                                             std::uint64_t needed,
                                             std::vector<bool> *holders) {
  std::sort(entries_.begin(), entries_.end(),
            [](const Entry &a, const Entry &b) {
              return std::tie(a.line, a.text, a.article, a.number) <
                     std::tie(b.line, b.text, b.article, b.number);
            });
  std::vector<StandingLine> all;
  std::vector<Place> first;  // of each line
  std::vector<Place> places; // all
  for (std::size_t begin = 0; begin < entries_.size();) {
    StandingLine line;
    std::size_t at = begin;
    while (at < entries_.size() && entries_[at].line == entries_[begin].line) {
      // All places in one text.
      bool start = false;
      bool end = false;
      const std::uint64_t text = entries_[at].text;
      for (; at < entries_.size() && entries_[at].text == text &&
             entries_[at].line == entries_[begin].line;
           ++at) {
        start = start || entries_[at].start;
        end = end || entries_[at].end;
      }
      ++line.articles;
      line.at_start += start;
      line.at_end += end;
    }
    if (line.articles >= needed) {
      for (std::size_t i = begin; i < at; ++i)
        places.push_back({entries_[i].article, all.size(), entries_[i].number});
      first.push_back(places[places.size() - (at - begin)]);
      all.push_back(line);
    }
    begin = at;
  }
  std::vector<Entry>().swap(entries_);
  read_forms(source, std::move(first), all);
  sort_by_article(places);
  const std::vector<bool> keep = left_out(source, all, places);

  if (holders != nullptr) {
    holders->assign(source.size(), false);
    for (const Place &place : places)
      if (keep[place.line])
        (*holders)[place.article] = true;
  }
  std::vector<StandingLine> out;
  for (std::size_t i = 0; i < all.size(); ++i)
    if (keep[i])
      out.push_back(std::move(all[i]));
  std::sort(out.begin(), out.end(),
            [](const StandingLine &a, const StandingLine &b) {
              return a.articles != b.articles ? a.articles > b.articles
                                              : a.line < b.line;
            });
  return out;
}

} // namespace tritone::article
