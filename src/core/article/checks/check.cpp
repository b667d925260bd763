// SPDX-License-Identifier: GPL-2.0-or-later
// The two passes of the check over a collection, and their findings put
// together.
#include "article/checks/check.h"

#include "article/checks/faults.h"
#include "article/collection/standing_lines.h"
#include "article/parts/known.h"
#include "article/parts/paragraphs.h"
#include "article/parts/parts.h"
#include "base/parallel.h"
#include "text/space.h"
#include "text/utf8.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace tritone::article {
namespace {

// --- one block --------------------------------------------------------------

struct alignas(kApart) Worker {
  ArticleBlock block;
  FaultFinder faults;
  std::vector<Finding> findings;
  LineCounter lines;
  std::vector<text::Span> paragraphs;
  std::string scratch;
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
    text::CharOffsets offsets(in_title ? article.title : article.text);
    for (std::size_t *place : places)
      *place = offsets.at(*place);
  }
}

// --- the collection ---------------------------------------------------------

// Where the lines are, in the articles that have one.
void find_lines_again(const Source &source,
                      const std::vector<StandingLine> &lines,
                      const std::vector<bool> &holders, std::size_t threads,
                      Monitor &monitor, std::vector<RepeatedLine> &out) {
  std::vector<std::string> forms;
  std::unordered_map<std::string_view, std::uint64_t> articles;
  for (const StandingLine &line : lines) {
    forms.push_back(line.line);
    articles.emplace(line.line, line.articles);
  }
  const Known known(forms, {});
  std::vector<std::vector<RepeatedLine>> found(source.blocks());
  for_blocks(source.blocks(), 1, threads, monitor, [&](const Block &b) {
    ArticleBlock block;
    PartScratch scratch;
    std::vector<text::Span> spans;
    std::string form;
    source.load(b.index, block);
    for (std::size_t i = 0; i < block.articles.size(); ++i) {
      const std::size_t article = block.first + i;
      if (!holders[article])
        continue;
      const std::string_view text = block.articles[i].text;
      find_known_lines(text, known, scratch, spans);
      text::CharOffsets offsets(text);
      for (const text::Span span : spans) {
        form.clear();
        append_line_form(piece(text, span), form);
        const std::size_t begin = offsets.at(span.begin);
        found[b.index].push_back({article, begin, offsets.at(span.end),
                                  static_cast<std::size_t>(articles.at(form))});
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
  std::vector<Shingles> shingles(n);
  std::vector<std::uint64_t> hashes(n);
  std::vector<std::vector<CheckFinding>> blocks(source.blocks());
  std::vector<Worker> workers(
      std::max<std::size_t>(1, std::min(threads, source.blocks())));
  for_blocks(source.blocks(), 1, threads, monitor, [&](const Block &b) {
    Worker &worker = workers[b.worker];
    source.load(b.index, worker.block);
    for (std::size_t i = 0; i < worker.block.articles.size(); ++i) {
      const Article &article = worker.block.articles[i];
      const std::size_t at = worker.block.first + i;
      worker.findings.clear();
      worker.faults.find(article, worker.findings);
      to_characters(article, worker.findings);
      for (Finding &finding : worker.findings)
        blocks[b.index].push_back({at, std::move(finding)});
      out.words[at] =
          static_cast<std::uint32_t>(text::count_blank_words(article.text));
      out.languages[at] = language_of(article);
      hashes[at] = exact_hash(article.text);
      find_shingles({article.text}, shingles[at], worker.scratch);
      find_paragraphs(article.text, worker.paragraphs);
      worker.lines.add_article(at, article.text, hashes[at], worker.paragraphs);
    }
  });
  for (auto &block : blocks)
    std::move(block.begin(), block.end(), std::back_inserter(out.findings));
  out.exact = exact_repeats(hashes);
  for (const Repeat &repeat : out.exact)
    shingles[repeat.article].words = 0; // reported already
  CopyOptions copies;
  copies.jaccard = options.near;
  copies.fewest = options.near_words;
  out.near = near_repeats(find_copies(shingles, copies, threads, monitor));
  LineCounter counter;
  for (Worker &worker : workers)
    counter.merge(std::move(worker.lines));
  std::vector<bool> holders;
  const auto lines = counter.lines(
      source, articles_needed(options.line_articles, options.line_share, n),
      &holders);
  if (!lines.empty())
    find_lines_again(source, lines, holders, threads, monitor, out.lines);
  return out;
}

} // namespace tritone::article
