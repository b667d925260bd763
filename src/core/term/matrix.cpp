// SPDX-License-Identifier: GPL-2.0-or-later
// Counts blocks of articles, merges the workers' terms and fills the columns in
// order.
#include "term/matrix.h"

#include "base/parallel.h"
#include "text/pattern.h"
#include "text/term_scanner.h"

#include <algorithm>
#include <utility>

namespace tritone::term {
namespace {

constexpr std::uint32_t kOut = StringTable::kMissing;

// What a worker keeps from block to block. Its numbering of terms depends on
// which blocks it happened to get; columns are put in order at the end.
struct alignas(kApart) Worker {
  StringTable terms;
  TermCounter counter;
  article::ArticleBlock block;
  article::PartScratch parts;
  std::vector<article::Segment> segments;
  text::TermScratch scratch;
  std::vector<std::uint32_t> ids;
  BlockCounts counts;
};

// The terms of a segment in order, as the worker numbers them.
void read_terms(std::string_view text, const text::WordOptions &options,
                Worker &worker) {
  worker.ids.clear();
  text::scan_terms(
      text, options, worker.scratch,
      [&](const text::Token &, const StringKey &key, const char *bytes) {
        worker.ids.push_back(worker.terms.insert(key, bytes));
      });
}

void count_block(const TermMatrixOptions &options, Worker &worker) {
  worker.counts.first = worker.block.first;
  worker.counts.tokens = 0;
  worker.counts.articles.clear();
  for (const article::Article &article : worker.block.articles) {
    article::find_segments(article, options.reading, worker.parts,
                           worker.segments);
    for (const article::Segment &segment : worker.segments) {
      read_terms(segment.text, options.words, worker);
      worker.counter.count(worker.ids, worker.terms.size());
    }
    worker.counter.close_article(worker.counts);
  }
}

// A column's place in the order, with the first bytes of its term at hand.
struct Rank {
  std::uint64_t total;
  std::uint64_t first; // bytes, the first one the most significant
  std::uint32_t id;
};

std::uint64_t first_bytes(std::string_view s) {
  std::uint64_t result = 0;
  for (std::size_t i = 0; i < 8; ++i)
    result =
        result << 8 | (i < s.size() ? static_cast<unsigned char>(s[i]) : 0);
  return result;
}

// Sorts by a strict order, each half on a worker of its own.
template <class Less>
void sort_halves(std::vector<Rank> &ranks, std::size_t threads,
                 Monitor &monitor, const Less &less) {
  const auto middle =
      ranks.begin() + static_cast<std::ptrdiff_t>(ranks.size() / 2);
  if (threads > 1)
    std::nth_element(ranks.begin(), middle, ranks.end(), less);
  for_blocks(threads > 1 ? 2 : 1, 1, threads, monitor, [&](const Block &half) {
    std::sort(half.index == 0 ? ranks.begin() : middle,
              half.index == 0 && threads > 1 ? middle : ranks.end(), less);
  });
}

} // namespace

TermCounts::TermCounts(std::vector<StringTable> tables,
                       std::vector<TermCounter> counters,
                       std::vector<BlockCounts> blocks,
                       const TermMatrixOptions &options, std::size_t threads,
                       Monitor &monitor)
    : blocks_(std::move(blocks)) {
  for (const BlockCounts &block : blocks_)
    tokens_ += block.tokens;
  join(std::move(tables), std::move(counters));
  choose(options, threads, monitor);
}

// Brings the terms of all workers under one numbering, that of the first.
void TermCounts::join(std::vector<StringTable> tables,
                      std::vector<TermCounter> counters) {
  for (std::size_t w = 0; w < tables.size(); ++w) {
    std::vector<std::uint32_t> ids = terms_.merge(std::move(tables[w]));
    totals_.resize(terms_.size());
    for (std::size_t id = 0; id < ids.size(); ++id)
      totals_[ids[id]].add(counters[w].totals()[id]);
    column_.push_back(std::move(ids));
    cells_.push_back(counters[w].take_cells());
  }
}

// Which terms become columns, and in which order.
void TermCounts::choose(const TermMatrixOptions &options, std::size_t threads,
                        Monitor &monitor) {
  std::vector<bool> removed(terms_.size(), false);
  const text::PatternSet remove(options.remove);
  for (std::uint32_t word = 0; word < remove.words().size(); ++word) {
    const std::uint32_t id = terms_.find(remove.words()[word]);
    if (id != kOut)
      removed[id] = true;
  }
  if (remove.has_globs())
    for (std::uint32_t id = 0; id < terms_.size(); ++id)
      removed[id] = removed[id] || remove.matches(terms_[id]);
  std::vector<Rank> ranks;
  for (std::uint32_t id = 0; id < terms_.size(); ++id)
    if (!removed[id] && totals_[id].docs >= options.min_docs &&
        totals_[id].docs <= options.max_docs)
      ranks.push_back({totals_[id].tokens, first_bytes(terms_[id]), id});
  // Bytes of UTF-8 compare as code points do.
  sort_halves(ranks, threads, monitor, [&](const Rank &a, const Rank &b) {
    if (a.total != b.total)
      return a.total > b.total;
    return a.first != b.first ? a.first < b.first : terms_[a.id] < terms_[b.id];
  });
  if (ranks.size() > options.max_terms)
    ranks.resize(static_cast<std::size_t>(options.max_terms));

  std::vector<std::uint32_t> column(terms_.size(), kOut);
  start_.assign(1, 0);
  for (const Rank &rank : ranks) {
    column[rank.id] = static_cast<std::uint32_t>(keep_.size());
    keep_.push_back(rank.id);
    start_.push_back(start_.back() +
                     static_cast<std::int64_t>(totals_[rank.id].docs));
  }
  for (auto &ids : column_)
    for (std::uint32_t &id : ids)
      id = column[id];
}

// Articles of blocks begin .. end - 1, each column from its first cell on.
void TermCounts::fill_forward(std::size_t begin, std::size_t end,
                              std::int32_t *row, double *value) const {
  std::vector<std::int64_t> next(start_.begin(), start_.end() - 1);
  for (std::size_t b = begin; b < end; ++b) {
    const BlockCounts &block = blocks_[b];
    const std::vector<std::uint32_t> &column = column_[block.worker];
    auto article = static_cast<std::int32_t>(block.first);
    for (const ArticleCells &cells : block.articles) {
      for (const TermCell &cell : cells) {
        const std::uint32_t j = column[cell.term];
        if (j == kOut)
          continue;
        const std::int64_t at = next[j]++;
        row[at] = article;
        value[at] = cell.count;
      }
      ++article;
    }
  }
}

// The same articles from the last to the first, each column from its end back.
void TermCounts::fill_backward(std::size_t begin, std::size_t end,
                               std::int32_t *row, double *value) const {
  std::vector<std::int64_t> next(start_.begin() + 1, start_.end());
  for (std::size_t b = end; b-- > begin;) {
    const BlockCounts &block = blocks_[b];
    const std::vector<std::uint32_t> &column = column_[block.worker];
    for (std::size_t i = block.articles.size(); i-- > 0;) {
      const auto article = static_cast<std::int32_t>(block.first + i);
      for (const TermCell &cell : block.articles[i]) {
        const std::uint32_t j = column[cell.term];
        if (j == kOut)
          continue;
        const std::int64_t at = --next[j];
        row[at] = article;
        value[at] = cell.count;
      }
    }
  }
}

void TermCounts::fill(std::int32_t *row, double *value, std::size_t threads,
                      Monitor &monitor,
                      const std::function<void()> &beside) const {
  // Two workers meet in every column: one comes from the first article, the
  // other from the last, so neither need know how many cells the other has.
  const std::size_t halves = threads > 1 ? 2 : 1;
  const std::size_t middle = blocks_.size() / halves;
  const auto fill_half = [&](const Block &half) {
    if (half.index == 0)
      fill_forward(0, middle, row, value);
    else
      fill_backward(middle, blocks_.size(), row, value);
  };
  for_blocks_beside(halves, 1, threads, monitor, fill_half, beside);
}

TermCounts count_terms(const article::Source &source,
                       const TermMatrixOptions &options, std::size_t threads,
                       Monitor &monitor) {
  check_rows(source.size());
  std::vector<Worker> workers(
      std::max<std::size_t>(1, std::min(threads, source.blocks())));
  std::vector<BlockCounts> blocks(source.blocks());
  for_blocks(source.blocks(), 1, threads, monitor, [&](const Block &b) {
    Worker &worker = workers[b.worker];
    source.load(b.index, worker.block);
    count_block(options, worker);
    worker.counts.worker = b.worker;
    blocks[b.index] = worker.counts; // a copy has no spare capacity
  });
  std::vector<StringTable> tables;
  std::vector<TermCounter> counters;
  for (Worker &worker : workers) {
    tables.push_back(std::move(worker.terms));
    counters.push_back(std::move(worker.counter));
  }
  return {std::move(tables), std::move(counters),
          std::move(blocks), options,
          threads,           monitor};
}

TermMatrix term_matrix(const article::Source &source,
                       const TermMatrixOptions &options, std::size_t threads,
                       Monitor &monitor) {
  const TermCounts counts = count_terms(source, options, threads, monitor);
  TermMatrix out;
  out.counts.rows = source.size();
  out.counts.start = counts.start();
  out.counts.row.resize(static_cast<std::size_t>(counts.start().back()));
  out.counts.value.resize(out.counts.row.size());
  counts.fill(out.counts.row.data(), out.counts.value.data(), threads, monitor);
  for (std::size_t j = 0; j < counts.columns(); ++j)
    out.terms.emplace_back(counts.term(j));
  out.tokens = counts.tokens();
  return out;
}

} // namespace tritone::term
