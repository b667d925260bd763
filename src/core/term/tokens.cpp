// SPDX-License-Identifier: GPL-2.0-or-later
// Tokens of blocks of articles as numbers, under one numbering at the end.
#include "term/tokens.h"

#include "base/error.h"
#include "base/parallel.h"
#include "term/stretches.h"
#include "text/term_scanner.h"
#include "text/utf8.h"

#include <algorithm>
#include <limits>
#include <string>
#include <string_view>

namespace tritone::term {
namespace {

constexpr auto kMax =
    static_cast<std::size_t>(std::numeric_limits<std::int32_t>::max());

// The tokens of one block, with types numbered by the worker's own table.
struct BlockTokens {
  std::size_t worker = 0;
  std::vector<std::size_t> ends; // one an article, into those below
  std::vector<std::uint32_t> type;
  std::vector<std::int32_t> sentence;
  std::vector<std::int32_t> stretch;
  std::vector<std::int32_t> begin;
  std::vector<std::int32_t> end;
  std::vector<std::uint8_t> in_title;
};

// What a worker keeps from block to block.
struct alignas(kApart) Worker {
  StringTable types;
  article::ArticleBlock block;
  article::PartScratch parts;
  std::vector<article::Segment> segments;
  std::vector<text::Token> tokens;
  text::TermScratch scratch;
  StretchScratch stretches;
};

class Reader {
public:
  Reader(const TokensOptions &options, Worker &worker, BlockTokens &out)
      : options_(options), worker_(worker), out_(out) {}

  void read(const article::Article &article) {
    if (article.title.size() > kMax || article.text.size() > kMax)
      throw limit_error(
          "tokens: expected titles and texts of less than 2 GiB, "
          "got one of " +
          std::to_string(std::max(article.title.size(), article.text.size())) +
          " bytes");
    sentence_ = 0;
    stretch_ = 0;
    text::CharOffsets title(article.title);
    text::CharOffsets text(article.text);
    article::find_segments(article, options_.reading, worker_.parts,
                           worker_.segments);
    for (const article::Segment &segment : worker_.segments) {
      const std::size_t first = out_.type.size();
      add_types(segment);
      if (options_.sentences)
        add_sentences(segment);
      if (options_.places)
        add_places(segment, segment.in_title ? title : text, first);
    }
    out_.ends.push_back(out_.type.size());
  }

private:
  void add_types(const article::Segment &segment) {
    worker_.tokens.clear();
    text::scan_terms(
        segment.text, options_.words, worker_.scratch,
        [&](const text::Token &token, const StringKey &key, const char *bytes) {
          worker_.tokens.push_back(token);
          out_.type.push_back(worker_.types.insert(key, bytes));
        });
  }

  void add_sentences(const article::Segment &segment) {
    StretchScratch &found = worker_.stretches;
    const std::size_t sentences =
        find_stretches(segment, options_.words.rules, worker_.tokens, found);
    for (std::size_t t = 0; t < worker_.tokens.size(); ++t) {
      stretch_ += found.begins[t];
      out_.sentence.push_back(
          static_cast<std::int32_t>(sentence_ + found.sentence[t] + 1));
      out_.stretch.push_back(static_cast<std::int32_t>(stretch_));
    }
    // A token outside every sentence, if there is one, must not join the next
    // segment's first.
    sentence_ += std::max<std::size_t>(sentences, !worker_.tokens.empty());
  }

  void add_places(const article::Segment &segment, text::CharOffsets &chars,
                  std::size_t first) {
    const std::size_t n = out_.type.size() - first;
    for (std::size_t t = 0; t < n; ++t) {
      const text::Token &token = worker_.tokens[t];
      out_.begin.push_back(
          static_cast<std::int32_t>(chars.at(segment.begin + token.begin)));
      out_.end.push_back(
          static_cast<std::int32_t>(chars.at(segment.begin + token.end)));
      out_.in_title.push_back(segment.in_title);
    }
  }

  const TokensOptions &options_;
  Worker &worker_;
  BlockTokens &out_;
  std::size_t sentence_ = 0;
  std::size_t stretch_ = 0;
};

template <class T> void append(std::vector<T> &all, std::vector<T> &part) {
  all.insert(all.end(), part.begin(), part.end());
  std::vector<T>().swap(part);
}

// The blocks as one, in order; each is freed as soon as it is copied. Types get
// their numbers in the order of the text, whoever read them.
Tokens join(const std::vector<Worker> &workers,
            std::vector<BlockTokens> &blocks, const TokensOptions &options) {
  Tokens all;
  std::vector<std::vector<std::uint32_t>> common;
  for (const Worker &worker : workers)
    common.emplace_back(worker.types.size(), StringTable::kMissing);
  std::size_t total = 0;
  for (const BlockTokens &block : blocks)
    total += block.type.size();
  all.type.reserve(total);
  all.sentence.reserve(options.sentences ? total : 0);
  all.stretch.reserve(options.sentences ? total : 0);
  all.begin.reserve(options.places ? total : 0);
  all.end.reserve(options.places ? total : 0);
  all.in_title.reserve(options.places ? total : 0);
  for (BlockTokens &block : blocks) {
    const std::size_t before = all.type.size();
    for (const std::size_t end : block.ends)
      all.first.push_back(static_cast<std::int64_t>(before + end));
    const StringTable &types = workers[block.worker].types;
    for (const std::uint32_t own : block.type) {
      std::uint32_t &id = common[block.worker][own];
      if (id == StringTable::kMissing)
        id = all.types.insert(types[own]);
      all.type.push_back(static_cast<std::int32_t>(id));
    }
    std::vector<std::uint32_t>().swap(block.type);
    append(all.sentence, block.sentence);
    append(all.stretch, block.stretch);
    append(all.begin, block.begin);
    append(all.end, block.end);
    append(all.in_title, block.in_title);
  }
  if (all.types.size() > kMax)
    throw limit_error("tokens: expected at most 2147483647 types, got " +
                      std::to_string(all.types.size()));
  return all;
}

} // namespace

Tokens term_tokens(const article::Source &source, const TokensOptions &options,
                   std::size_t threads, Monitor &monitor) {
  std::vector<Worker> workers(
      std::max<std::size_t>(1, std::min(threads, source.blocks())));
  std::vector<BlockTokens> blocks(source.blocks());
  for_blocks(source.blocks(), 1, threads, monitor, [&](const Block &b) {
    Worker &worker = workers[b.worker];
    BlockTokens &out = blocks[b.index];
    source.load(b.index, worker.block);
    out.worker = b.worker;
    Reader reader(options, worker, out);
    for (const article::Article &article : worker.block.articles)
      reader.read(article);
  });
  return join(workers, blocks, options);
}

} // namespace tritone::term
