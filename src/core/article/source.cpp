// SPDX-License-Identifier: GPL-2.0-or-later
// Collections whose strings are in memory already: cut into blocks, made valid
// UTF-8.
#include "article/source.h"

#include "text/utf8.h"

#include <utility>

namespace tritone::article {
namespace {

std::string_view made_valid(std::string_view s,
                            std::deque<std::string> &storage) {
  if (text::is_valid_utf8(s))
    return s;
  storage.push_back(text::repair_utf8(s).text);
  return storage.back();
}

} // namespace

MemorySource::MemorySource(std::vector<Article> articles,
                           std::size_t block_bytes, std::size_t block_articles)
    : articles_(std::move(articles)) {
  std::size_t bytes = 0;
  std::size_t count = 0;
  starts_.push_back(0);
  for (std::size_t i = 0; i < articles_.size(); ++i) {
    bytes += articles_[i].title.size() + articles_[i].text.size();
    ++count;
    if (bytes >= block_bytes || count >= block_articles) {
      starts_.push_back(i + 1);
      bytes = count = 0;
    }
  }
  if (starts_.back() != articles_.size())
    starts_.push_back(articles_.size());
}

void MemorySource::load(std::size_t index, ArticleBlock &out) const {
  out.clear();
  out.first = starts_[index];
  for (std::size_t i = starts_[index]; i < starts_[index + 1]; ++i) {
    Article article = articles_[i];
    article.title = made_valid(article.title, out.storage);
    article.text = made_valid(article.text, out.storage);
    out.articles.push_back(article);
  }
}

} // namespace tritone::article
