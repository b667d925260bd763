// SPDX-License-Identifier: GPL-2.0-or-later
#include "article/check/check.h"

#include "base/hash.h"
#include "base/parallel.h"
#include "text/ascii.h"
#include "text/utf8.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace tritone {
namespace {

// --- lines that repeat ------------------------------------------------------

struct EdgeLine {
  std::size_t begin;
  std::size_t end;
  std::uint64_t key; // of its folded form
};

// A line of a table is no boilerplate, however often it stands with other
// figures.
bool is_row(std::string_view line) {
  std::size_t letters = 0;
  std::size_t digits = 0;
  for (const char c : line) {
    letters += is_ascii_letter(c) || static_cast<unsigned char>(c) >= 0xC0;
    digits += is_ascii_digit(c);
  }
  return letters < 8 || digits * 6 > letters;
}

std::uint64_t line_key(std::string_view line, std::string &scratch) {
  scratch.clear();
  for (const char c : line) {
    if (c == ' ' || c == '\t') {
      if (!scratch.empty() && scratch.back() != ' ')
        scratch += ' ';
    } else if (!is_ascii_digit(c)) {
      scratch += ascii_lower(c);
    } else if (scratch.empty() || scratch.back() != '0') {
      scratch += '0'; // a number of any length
    }
  }
  return hash_bytes(scratch);
}

constexpr std::size_t kFirstLines = 2;
constexpr std::size_t kLastLines = 6;

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

// Adds the line of `text` that lies in begin .. end - 1, if it is one to count.
// False where it is blank.
bool add_line(std::string_view text, std::size_t begin, std::size_t end,
              std::string &scratch, std::vector<EdgeLine> &out) {
  while (begin < end && is_blank(text[begin]))
    ++begin;
  while (begin < end && is_blank(text[end - 1]))
    --end;
  const std::size_t size = end - begin;
  if (size >= 15 && size <= 600 && !is_row(text.substr(begin, size)))
    out.push_back({begin, end, line_key(text.substr(begin, size), scratch)});
  return size > 0;
}

void edge_lines(std::string_view text, std::string &scratch,
                std::vector<EdgeLine> &out) {
  out.clear();
  std::size_t at = 0;
  for (std::size_t n = 0; n < kFirstLines && at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    n += add_line(text, at, end, scratch, out);
    at = std::min(end + 1, text.size());
  }
  const std::size_t done = at;
  std::size_t end = text.size();
  for (std::size_t n = 0; n < kLastLines && end > done;) {
    const std::size_t before = text.rfind('\n', end - 1);
    const std::size_t begin =
        before == std::string_view::npos || before < done ? done : before + 1;
    n += add_line(text, begin, end, scratch, out);
    end = begin > done ? begin - 1 : done;
  }
  std::sort(out.begin(), out.end(), [](const EdgeLine &a, const EdgeLine &b) {
    return a.begin < b.begin;
  });
}

// --- one block --------------------------------------------------------------

struct alignas(kApart) Worker {
  ArticleBlock block;
  FaultFinder faults;
  std::vector<Finding> findings;
  std::vector<EdgeLine> lines;
  std::string scratch;
};

struct PerBlock {
  std::vector<CheckFinding> findings;
  std::vector<std::pair<std::uint64_t, std::size_t>> lines; // key, article
};

// Places in characters. Findings of one field come in any order.
void to_characters(const Article &article, std::vector<Finding> &findings) {
  for (const bool in_title : {true, false}) {
    std::vector<std::size_t *> places;
    for (Finding &f : findings) {
      if (f.in_title != in_title || f.begin == Finding::kNowhere)
        continue;
      places.push_back(&f.begin);
      places.push_back(&f.end);
    }
    std::sort(places.begin(), places.end(),
              [](const auto *a, const auto *b) { return *a < *b; });
    CharOffsets offsets(in_title ? article.title : article.text);
    for (std::size_t *place : places)
      *place = offsets.at(*place);
  }
}

std::uint64_t exact_hash(std::string_view text) {
  while (!text.empty() && (is_blank(text.front()) || text.front() == '\n'))
    text.remove_prefix(1);
  while (!text.empty() && (is_blank(text.back()) || text.back() == '\n'))
    text.remove_suffix(1);
  return text.empty() ? 0 : hash_bytes(text) | 1U;
}

// --- the collection ---------------------------------------------------------

// Later articles with the hash of an earlier one; 0 is none.
std::vector<Repeat> exact_repeats(const std::vector<std::uint64_t> &hashes) {
  std::unordered_map<std::uint64_t, std::size_t> first;
  first.reserve(hashes.size());
  std::vector<Repeat> out;
  for (std::size_t i = 0; i < hashes.size(); ++i) {
    if (hashes[i] == 0)
      continue;
    const auto [at, fresh] = first.try_emplace(hashes[i], i);
    if (!fresh)
      out.push_back({i, at->second, 1});
  }
  return out;
}

// The keys of the lines that stand in enough articles, with their number.
std::unordered_map<std::uint64_t, std::size_t>
frequent_lines(std::vector<PerBlock> &blocks, const std::vector<bool> &repeats,
               std::size_t articles, const CheckOptions &options) {
  std::vector<std::pair<std::uint64_t, std::size_t>> all;
  for (PerBlock &block : blocks) {
    for (const auto &line : block.lines)
      if (!repeats[line.second])
        all.push_back(line);
    block.lines = {};
  }
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  const std::size_t least =
      std::max(options.line_articles,
               static_cast<std::size_t>(std::ceil(
                   options.line_share * static_cast<double>(articles))));
  std::unordered_map<std::uint64_t, std::size_t> out;
  for (std::size_t i = 0; i < all.size();) {
    std::size_t j = i;
    while (j < all.size() && all[j].first == all[i].first)
      ++j;
    if (j - i >= least)
      out.emplace(all[i].first, j - i);
    i = j;
  }
  return out;
}

void find_lines_again(
    const Source &source,
    const std::unordered_map<std::uint64_t, std::size_t> &keys,
    const std::vector<bool> &repeats, std::size_t threads, Monitor &monitor,
    std::vector<RepeatedLine> &out) {
  std::vector<std::vector<RepeatedLine>> found(source.blocks());
  for_blocks(source.blocks(), 1, threads, monitor, [&](const Block &b) {
    ArticleBlock block;
    std::vector<EdgeLine> lines;
    std::string scratch;
    source.load(b.index, block);
    for (std::size_t i = 0; i < block.articles.size(); ++i) {
      const std::size_t article = block.first + i;
      if (repeats[article])
        continue;
      const std::string_view text = block.articles[i].text;
      edge_lines(text, scratch, lines);
      CharOffsets offsets(text);
      for (const EdgeLine &line : lines)
        if (const auto at = keys.find(line.key); at != keys.end()) {
          const std::size_t begin = offsets.at(line.begin);
          found[b.index].push_back(
              {article, begin, offsets.at(line.end), at->second});
        }
    }
  });
  for (const auto &block : found)
    out.insert(out.end(), block.begin(), block.end());
}

} // namespace

CheckResult check_articles(const Source &source, const CheckOptions &options,
                           std::size_t threads, Monitor &monitor) {
  CheckResult out;
  const std::size_t n = source.size();
  out.words.resize(n);
  out.languages.resize(n);
  std::vector<TextSketch> sketches(n);
  std::vector<std::uint64_t> hashes(n);
  std::vector<PerBlock> blocks(source.blocks());
  std::vector<Worker> workers(
      std::max<std::size_t>(1, std::min(threads, source.blocks())));
  for_blocks(source.blocks(), 1, threads, monitor, [&](const Block &b) {
    Worker &worker = workers[b.worker];
    PerBlock &mine = blocks[b.index];
    source.load(b.index, worker.block);
    for (std::size_t i = 0; i < worker.block.articles.size(); ++i) {
      const Article &article = worker.block.articles[i];
      const std::size_t at = worker.block.first + i;
      worker.findings.clear();
      worker.faults.find(article, worker.findings);
      to_characters(article, worker.findings);
      for (Finding &finding : worker.findings)
        mine.findings.push_back({at, std::move(finding)});
      out.words[at] =
          static_cast<std::uint32_t>(count_blank_words(article.text));
      out.languages[at] = language_of(article);
      hashes[at] = exact_hash(article.text);
      sketch_text(article.text, sketches[at], worker.scratch);
      edge_lines(article.text, worker.scratch, worker.lines);
      for (const EdgeLine &line : worker.lines)
        mine.lines.emplace_back(line.key, at);
    }
  });
  for (PerBlock &block : blocks)
    std::move(block.findings.begin(), block.findings.end(),
              std::back_inserter(out.findings));
  out.exact = exact_repeats(hashes);
  std::vector<bool> repeats(n);
  for (const Repeat &repeat : out.exact) {
    repeats[repeat.article] = true;
    sketches[repeat.article].words = 0; // told already
  }
  out.near = near_repeats(sketches, options.near, options.near_words, threads,
                          monitor);
  const auto keys = frequent_lines(blocks, repeats, n, options);
  if (!keys.empty())
    find_lines_again(source, keys, repeats, threads, monitor, out.lines);
  return out;
}

} // namespace tritone
