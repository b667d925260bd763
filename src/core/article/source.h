// SPDX-License-Identifier: GPL-2.0-or-later
// Collections of articles, read in blocks: the one input of all kernels over
// texts.
#pragma once

#include "base/config.h"

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace tritone::article {

// One article as a kernel sees it: valid UTF-8, in memory kept by its block.
struct Article {
  std::string_view title; // empty where there is none
  std::string_view text;
  bool missing = false; // NA: title and text are empty, to be ignored
};

// Articles first .. first + articles.size() - 1 of a collection.
struct ArticleBlock {
  std::size_t first = 0;
  std::vector<Article> articles;
  // Texts that had to be made (repaired or decoded); a deque, so that the views
  // into earlier ones stay valid.
  std::deque<std::string> storage;

  void clear() {
    first = 0;
    articles.clear();
    storage.clear();
  }
};

// A collection of articles in blocks. Every kernel over texts takes its input
// from here, so that it need not know whether they are R's strings, files or
// shards. How the articles are cut into blocks depends on the articles alone.
class Source {
public:
  virtual ~Source() = default;

  // Number of articles.
  virtual std::size_t size() const = 0;

  // Number of blocks; block 0 starts with article 0 and they follow each other.
  virtual std::size_t blocks() const = 0;

  // Fills `out` with block `index` < blocks(). Workers call it at the same
  // time, each with an `out` of its own.
  virtual void load(std::size_t index, ArticleBlock &out) const = 0;
};

// Articles whose strings somebody else keeps in memory, as R does. Bytes that
// are not UTF-8 are replaced by U+FFFD on the way.
class MemorySource final : public Source {
public:
  // `articles` may hold invalid UTF-8. A block ends with the article that
  // brings it to `block_bytes` or to `block_articles`.
  explicit MemorySource(std::vector<Article> articles,
                        std::size_t block_bytes = 1 << 17,
                        std::size_t block_articles = 1024);

  std::size_t size() const override { return articles_.size(); }
  std::size_t blocks() const override { return starts_.size() - 1; }
  void load(std::size_t index, ArticleBlock &out) const override;

private:
  std::vector<Article> articles_;
  std::vector<std::size_t> starts_; // block b: starts_[b] .. starts_[b + 1]
};

} // namespace tritone::article
