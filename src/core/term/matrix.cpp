// SPDX-License-Identifier: GPL-2.0-or-later
#include "term/matrix.h"

#include "base/error.h"
#include "base/parallel.h"
#include "base/string_table.h"
#include "text/fold.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace tritone {
namespace {

// The counts of one block of articles, terms numbered by the worker's own table.
struct BlockCounts {
  std::size_t first = 0;   // its first article
  std::size_t worker = 0;  // whose table numbers the terms
  std::int64_t tokens = 0; // counted, before any term is left out
  std::vector<std::size_t> ends;   // one an article, into the two below
  std::vector<std::uint32_t> term;
  std::vector<std::uint32_t> count;
};

// What a worker keeps from block to block. Its numbering of terms depends on
// which blocks it happened to get; columns are put in order at the end.
struct Worker {
  StringTable terms;
  std::vector<std::uint32_t> count; // by term, 0 between articles
  std::vector<std::uint32_t> seen;  // terms of the current article
  ArticleBlock block;
  std::vector<PartSpan> parts;
  std::vector<Segment> segments;
  std::vector<Token> tokens;
  std::string folded;
};

void count_segment(std::string_view text, const Tokenizer &tokenizer,
                   Worker &worker) {
  worker.tokens.clear();
  tokenizer.tokens(text, worker.tokens);
  for (const Token &token : worker.tokens) {
    worker.folded.clear();
    append_folded(text.substr(token.begin, token.end - token.begin),
                  worker.folded);
    const std::uint32_t id = worker.terms.insert(worker.folded);
    if (id >= worker.count.size())
      worker.count.resize(worker.terms.size() * 2, 0);
    if (worker.count[id]++ == 0)
      worker.seen.push_back(id);
  }
}

void count_block(const TermMatrixOptions &options, Worker &worker,
                 BlockCounts &out) {
  const Tokenizer tokenizer(options.words);
  out.first = worker.block.first;
  for (const Article &article : worker.block.articles) {
    find_segments(article, options.reading, worker.parts, worker.segments);
    for (const Segment &segment : worker.segments) {
      count_segment(segment.text, tokenizer, worker);
      out.tokens += static_cast<std::int64_t>(worker.tokens.size());
    }
    for (const std::uint32_t id : worker.seen) {
      out.term.push_back(id);
      out.count.push_back(worker.count[id]);
      worker.count[id] = 0;
    }
    worker.seen.clear();
    out.ends.push_back(out.term.size());
  }
}

// Terms of all workers under one numbering.
struct Vocabulary {
  StringTable terms;
  std::vector<std::vector<std::uint32_t>> of_worker; // own id to common id
  std::vector<std::uint64_t> total;                  // tokens, by common id
  std::vector<std::uint64_t> docs;                   // articles, by common id
};

Vocabulary join(const std::vector<Worker> &workers,
                const std::vector<BlockCounts> &blocks) {
  Vocabulary all;
  for (const Worker &worker : workers) {
    std::vector<std::uint32_t> ids(worker.terms.size());
    for (std::uint32_t id = 0; id < ids.size(); ++id)
      ids[id] = all.terms.insert(worker.terms[id]);
    all.of_worker.push_back(std::move(ids));
  }
  all.total.assign(all.terms.size(), 0);
  all.docs.assign(all.terms.size(), 0);
  for (const BlockCounts &block : blocks) {
    const auto &ids = all.of_worker[block.worker];
    for (std::size_t e = 0; e < block.term.size(); ++e) {
      all.total[ids[block.term[e]]] += block.count[e];
      ++all.docs[ids[block.term[e]]];
    }
  }
  return all;
}

// The common ids of the terms to keep, in the order of columns.
std::vector<std::uint32_t> columns_to_keep(const Vocabulary &all,
                                           const TermMatrixOptions &options) {
  std::vector<bool> removed(all.terms.size(), false);
  for (const std::string &term : options.remove) {
    const std::uint32_t id = all.terms.find(folded(term));
    if (id != StringTable::kMissing)
      removed[id] = true;
  }
  std::vector<std::uint32_t> keep;
  for (std::uint32_t id = 0; id < all.terms.size(); ++id)
    if (!removed[id] && all.docs[id] >= options.min_docs &&
        all.docs[id] <= options.max_docs)
      keep.push_back(id);
  // Bytes of UTF-8 compare as code points do.
  std::sort(keep.begin(), keep.end(), [&](std::uint32_t a, std::uint32_t b) {
    return all.total[a] != all.total[b] ? all.total[a] > all.total[b]
                                        : all.terms[a] < all.terms[b];
  });
  if (keep.size() > options.max_terms)
    keep.resize(static_cast<std::size_t>(options.max_terms));
  return keep;
}

Columns fill_columns(const std::vector<BlockCounts> &blocks,
                     const Vocabulary &all,
                     const std::vector<std::uint32_t> &keep,
                     std::size_t articles) {
  constexpr std::uint32_t kOut = StringTable::kMissing;
  std::vector<std::uint32_t> column(all.terms.size(), kOut);
  Columns out;
  out.rows = articles;
  out.start.assign(keep.size() + 1, 0);
  for (std::size_t j = 0; j < keep.size(); ++j) {
    column[keep[j]] = static_cast<std::uint32_t>(j);
    out.start[j + 1] =
        out.start[j] + static_cast<std::int64_t>(all.docs[keep[j]]);
  }
  out.row.resize(static_cast<std::size_t>(out.start.back()));
  out.value.resize(out.row.size());
  std::vector<std::int64_t> next(out.start.begin(), out.start.end() - 1);
  for (const BlockCounts &block : blocks) {
    const auto &ids = all.of_worker[block.worker];
    std::size_t e = 0;
    for (std::size_t i = 0; i < block.ends.size(); ++i) {
      for (; e < block.ends[i]; ++e) {
        const std::uint32_t j = column[ids[block.term[e]]];
        if (j == kOut)
          continue;
        const auto at = static_cast<std::size_t>(next[j]++);
        out.row[at] = static_cast<std::int32_t>(block.first + i);
        out.value[at] = block.count[e];
      }
    }
  }
  return out;
}

} // namespace

TermMatrix term_matrix(const Source &source, const TermMatrixOptions &options,
                       std::size_t threads, Monitor &monitor) {
  constexpr auto kMostRows =
      static_cast<std::size_t>(std::numeric_limits<std::int32_t>::max());
  if (source.size() > kMostRows)
    throw limit_error("A matrix holds at most 2147483647 articles; given " +
                      std::to_string(source.size()) +
                      ". Count them in several parts.");
  std::vector<Worker> workers(
      std::max<std::size_t>(1, std::min(threads, source.blocks())));
  std::vector<BlockCounts> blocks(source.blocks());
  for_blocks(source.blocks(), 1, threads, monitor, [&](const Block &b) {
    Worker &worker = workers[b.worker];
    source.load(b.index, worker.block);
    blocks[b.index].worker = b.worker;
    count_block(options, worker, blocks[b.index]);
  });
  const Vocabulary all = join(workers, blocks);
  const std::vector<std::uint32_t> keep = columns_to_keep(all, options);
  TermMatrix out;
  out.counts = fill_columns(blocks, all, keep, source.size());
  for (const std::uint32_t id : keep)
    out.terms.emplace_back(all.terms[id]);
  for (const BlockCounts &block : blocks)
    out.tokens += block.tokens;
  return out;
}

} // namespace tritone
