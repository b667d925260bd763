// SPDX-License-Identifier: GPL-2.0-or-later
// Counts n-grams in two passes: which can be frequent enough, then how often
// they occur.
#include "term/ngrams.h"

#include "base/error.h"
#include "base/parallel.h"
#include "term/doc_sketch.h"
#include "term/gram_walk.h"
#include "term/grams.h"

#include <algorithm>
#include <memory>
#include <string>
#include <utility>

namespace tritone::term {
namespace {

constexpr std::size_t kBlock = 64; // articles
constexpr std::uint32_t kOut = 0xffffffffU;

// The counts of one block of articles, columns numbered by a worker's table.
struct GramCounts {
  std::size_t worker = 0;
  std::vector<std::size_t> ends; // one an article, into the two below
  std::vector<std::uint32_t> column;
  std::vector<double> count;
};

struct alignas(kApart) Worker {
  Worker(const GramNames &names, const NgramOptions &options)
      : walk(names, options.lengths, options.skips), grams(names) {}

  GramWalk walk;
  GramTable grams;
  std::vector<double> count;        // by n-gram, 0 between articles
  std::vector<std::uint32_t> seen;  // n-grams of the current article
  std::vector<std::uint64_t> keys;  // the same, by key
  std::vector<std::uint32_t> terms; // the article
  std::vector<std::size_t> ends;    // its sentences
};

std::vector<Worker> make_workers(const GramNames &names,
                                 const NgramOptions &options,
                                 std::size_t threads, std::size_t blocks) {
  return std::vector<Worker>(
      std::max<std::size_t>(1, std::min(threads, blocks)),
      Worker(names, options));
}

void check(const TermSequences &sequences, const NgramOptions &options) {
  check_rows(sequences.articles());
  if (options.lengths.empty() || options.skips.empty() ||
      options.concatenator.empty())
    throw input_error("n-grams: expected lengths, skips and a concatenator");
  for (const std::size_t n : options.lengths)
    if (n < 1 || n > GramWalk::kLongest)
      throw input_error("n-grams: expected 1 to 16 words, got " +
                        std::to_string(n));
}

// Calls fn(key, terms, n) for every n-gram of an article.
template <class Fn>
void each_gram(const TermSequences &sequences, std::size_t article,
               Worker &worker, Fn &&fn) {
  sequences.read(article, worker.terms, worker.ends);
  std::size_t begin = 0;
  for (const std::size_t end : worker.ends) {
    worker.walk.each(worker.terms.data() + begin, end - begin, fn);
    begin = end;
  }
}

// The number of n-grams there can be at most, for the size of the sketch.
double most_grams(const TermSequences &sequences, const NgramOptions &options) {
  double most = 0;
  for (const std::size_t n : options.lengths) {
    double each = static_cast<double>(sequences.tokens());
    for (std::size_t i = 1; i < n; ++i)
      each *= static_cast<double>(options.skips.size());
    most += each;
  }
  return most;
}

// Pass one: which n-grams can reach min_docs. Null where all are counted.
std::unique_ptr<DocSketch> find_candidates(const TermSequences &sequences,
                                           const NgramOptions &options,
                                           std::vector<Worker> &workers,
                                           std::size_t threads,
                                           Monitor &monitor) {
  if (options.min_docs < 2 || workers[0].walk.longest() < 2)
    return nullptr;
  const double cells = 2 * most_grams(sequences, options);
  unsigned bits = 6;
  while (bits < options.sketch_bits && static_cast<double>(1U << bits) < cells)
    ++bits;
  auto sketch = std::make_unique<DocSketch>(bits, options.min_docs);
  const auto blocks =
      static_cast<std::int64_t>(block_count(sequences.articles(), kBlock));
  for_blocks(sequences.articles(), kBlock, threads, monitor,
             [&](const Block &b) {
               Worker &worker = workers[b.worker];
               for (std::size_t d = b.begin; d < b.end; ++d) {
                 worker.keys.clear();
                 each_gram(sequences, d, worker,
                           [&](std::uint64_t key, const std::uint32_t *,
                               std::size_t) { worker.keys.push_back(key); });
                 std::sort(worker.keys.begin(), worker.keys.end());
                 const auto end =
                     std::unique(worker.keys.begin(), worker.keys.end());
                 for (auto key = worker.keys.begin(); key != end; ++key)
                   sketch->add(*key);
               }
             },
             {0, 2 * blocks});
  return sketch;
}

void count_article(const TermSequences &sequences, std::size_t article,
                   const DocSketch *sketch, Worker &worker, GramCounts &out) {
  each_gram(sequences, article, worker,
            [&](std::uint64_t key, const std::uint32_t *gram, std::size_t n) {
              if (sketch != nullptr && !sketch->reaches(key))
                return;
              const std::uint32_t id = worker.grams.insert(key, gram, n);
              if (id >= worker.count.size())
                worker.count.resize(worker.grams.size() * 2, 0);
              if (worker.count[id]++ == 0)
                worker.seen.push_back(id);
            });
  for (const std::uint32_t id : worker.seen) {
    out.column.push_back(id);
    out.count.push_back(worker.count[id]);
    worker.count[id] = 0;
  }
  worker.seen.clear();
  out.ends.push_back(out.column.size());
}

// N-grams of all workers under one numbering.
struct Vocabulary {
  explicit Vocabulary(const GramNames &names) : grams(names) {}

  GramTable grams;
  std::vector<std::vector<std::uint32_t>> of_worker; // own id to common id
  std::vector<double> total;                         // by common id
  std::vector<std::uint64_t> docs;
};

Vocabulary join(const GramNames &names, const std::vector<Worker> &workers,
                const std::vector<GramCounts> &blocks) {
  Vocabulary all(names);
  for (const Worker &worker : workers) {
    const GramTable &own = worker.grams;
    std::vector<std::uint32_t> ids(own.size());
    for (std::uint32_t id = 0; id < ids.size(); ++id)
      ids[id] = all.grams.insert(own.key(id), own.gram(id), own.length(id));
    all.of_worker.push_back(std::move(ids));
  }
  all.total.assign(all.grams.size(), 0);
  all.docs.assign(all.grams.size(), 0);
  for (const GramCounts &block : blocks) {
    const auto &ids = all.of_worker[block.worker];
    for (std::size_t e = 0; e < block.column.size(); ++e) {
      all.total[ids[block.column[e]]] += block.count[e];
      ++all.docs[ids[block.column[e]]];
    }
  }
  return all;
}

struct Column {
  std::uint32_t gram; // common id
  std::string name;
};

// The columns to keep, in order.
std::vector<Column> columns_to_keep(const Vocabulary &all,
                                    const NgramOptions &options) {
  std::vector<Column> keep;
  for (std::uint32_t id = 0; id < all.grams.size(); ++id)
    if (all.docs[id] >= options.min_docs && all.docs[id] <= options.max_docs)
      keep.push_back({id, all.grams.name(id)});
  // Bytes of UTF-8 compare as code points do.
  std::sort(keep.begin(), keep.end(), [&](const Column &a, const Column &b) {
    return all.total[a.gram] != all.total[b.gram]
               ? all.total[a.gram] > all.total[b.gram]
               : a.name < b.name;
  });
  if (keep.size() > options.max_terms)
    keep.resize(static_cast<std::size_t>(options.max_terms));
  return keep;
}

// The blocks' counts by column; of_worker[w][c] is the final column of worker
// w's column c, or kOut. Blocks are freed as they are copied.
Columns fill_columns(std::vector<GramCounts> &blocks,
                     const std::vector<std::vector<std::uint32_t>> &of_worker,
                     std::size_t columns, std::size_t articles) {
  Columns out;
  out.rows = articles;
  out.start.assign(columns + 1, 0);
  for (const GramCounts &block : blocks)
    for (const std::uint32_t own : block.column)
      if (of_worker[block.worker][own] != kOut)
        ++out.start[of_worker[block.worker][own] + std::size_t{1}];
  for (std::size_t j = 0; j < columns; ++j)
    out.start[j + 1] += out.start[j];
  out.row.resize(static_cast<std::size_t>(out.start.back()));
  out.value.resize(out.row.size());
  std::vector<std::int64_t> next(out.start.begin(), out.start.end() - 1);
  std::int32_t row = 0;
  for (GramCounts &block : blocks) {
    std::size_t e = 0;
    for (const std::size_t end : block.ends) {
      for (; e < end; ++e) {
        const std::uint32_t j = of_worker[block.worker][block.column[e]];
        if (j == kOut)
          continue;
        const auto at = static_cast<std::size_t>(next[j]++);
        out.row[at] = row;
        out.value[at] = block.count[e];
      }
      ++row;
    }
    block = GramCounts();
  }
  return out;
}

} // namespace

NgramMatrix count_ngrams(const TermSequences &sequences,
                         const NgramOptions &options, std::size_t threads,
                         Monitor &monitor) {
  check(sequences, options);
  const GramNames names(sequences.terms(), options.concatenator);
  std::vector<GramCounts> blocks(block_count(sequences.articles(), kBlock));
  std::vector<Worker> workers =
      make_workers(names, options, threads, blocks.size());
  const std::unique_ptr<DocSketch> sketch =
      find_candidates(sequences, options, workers, threads, monitor);
  const auto units = static_cast<std::int64_t>(blocks.size());
  const Progress progress =
      sketch ? Progress{units, 2 * units} : Progress{0, units};
  for_blocks(
      sequences.articles(), kBlock, threads, monitor,
      [&](const Block &b) {
        GramCounts &out = blocks[b.index];
        out.worker = b.worker;
        for (std::size_t d = b.begin; d < b.end; ++d)
          count_article(sequences, d, sketch.get(), workers[b.worker], out);
      },
      progress);
  Vocabulary all = join(names, workers, blocks);
  NgramMatrix out;
  out.bytes = all.grams.bytes() + (sketch ? sketch->bytes() : 0);
  for (const Worker &worker : workers) {
    out.counted += worker.grams.size();
    out.bytes += worker.grams.bytes();
  }
  workers.clear();
  std::vector<Column> keep = columns_to_keep(all, options);
  std::vector<std::uint32_t> column(all.grams.size(), kOut);
  for (std::size_t j = 0; j < keep.size(); ++j) {
    column[keep[j].gram] = static_cast<std::uint32_t>(j);
    out.matrix.terms.push_back(std::move(keep[j].name));
  }
  for (auto &ids : all.of_worker)
    for (std::uint32_t &id : ids)
      id = column[id];
  out.matrix.counts =
      fill_columns(blocks, all.of_worker, keep.size(), sequences.articles());
  out.matrix.tokens = sequences.tokens();
  return out;
}

TermMatrix hash_ngrams(const TermSequences &sequences,
                       const NgramOptions &options, std::size_t buckets,
                       bool is_signed, std::size_t threads, Monitor &monitor) {
  check(sequences, options);
  if (buckets < 2 || buckets > (1U << 24) || (buckets & (buckets - 1)) != 0)
    throw input_error(
        "hashing: expected a power of two from 2 to 2^24 buckets, got " +
        std::to_string(buckets));
  const GramNames names(sequences.terms(), options.concatenator);
  std::vector<GramCounts> blocks(block_count(sequences.articles(), kBlock));
  std::vector<Worker> workers =
      make_workers(names, options, threads, blocks.size());
  for_blocks(
      sequences.articles(), kBlock, threads, monitor, [&](const Block &b) {
        Worker &worker = workers[b.worker];
        GramCounts &out = blocks[b.index];
        worker.count.resize(buckets, 0);
        for (std::size_t d = b.begin; d < b.end; ++d) {
          each_gram(sequences, d, worker,
                    [&](std::uint64_t key, const std::uint32_t *, std::size_t) {
                      const std::uint64_t hash = mix64(key);
                      const auto j =
                          static_cast<std::uint32_t>(hash & (buckets - 1));
                      worker.seen.push_back(j);
                      worker.count[j] += is_signed && hash >> 63 ? -1 : 1;
                    });
          for (const std::uint32_t j : worker.seen) {
            if (worker.count[j] == 0)
              continue; // written already, or cancelled out
            out.column.push_back(j);
            out.count.push_back(worker.count[j]);
            worker.count[j] = 0;
          }
          worker.seen.clear();
          out.ends.push_back(out.column.size());
        }
      });
  std::vector<std::uint32_t> same(buckets);
  for (std::size_t j = 0; j < buckets; ++j)
    same[j] = static_cast<std::uint32_t>(j);
  for (GramCounts &block : blocks)
    block.worker = 0;
  TermMatrix out;
  out.counts = fill_columns(blocks, {same}, buckets, sequences.articles());
  out.tokens = sequences.tokens();
  return out;
}

} // namespace tritone::term
