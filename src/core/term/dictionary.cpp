// SPDX-License-Identifier: GPL-2.0-or-later
// Counts the categories of tokens that somebody else has cut.
#include "term/dictionary.h"

#include "base/error.h"
#include "base/parallel.h"

namespace tritone::term {
namespace {

constexpr std::size_t kBlock = 64; // articles

// The tokens of a view, for CategoryReader.
class ViewTokens {
public:
  ViewTokens(const TokensView &tokens, const TypeWords &words)
      : tokens_(tokens), words_(words) {}

  NumberRange words(std::size_t t) const {
    return words_[static_cast<std::size_t>(std::max(tokens_.type[t], 0))];
  }
  bool joined(std::size_t a, std::size_t b) const {
    for (std::size_t t = a + 1; t <= b; ++t)
      if (tokens_.stretch != nullptr &&
          tokens_.stretch[t] != tokens_.stretch[a])
        return false;
    return true;
  }

private:
  const TokensView &tokens_;
  const TypeWords &words_;
};

} // namespace

Columns category_columns(const std::vector<std::vector<CategoryCell>> &blocks,
                         std::size_t articles, std::size_t categories) {
  check_rows(articles);
  Columns out;
  out.rows = articles;
  out.start.assign(categories + 2, 0);
  for (const std::vector<CategoryCell> &block : blocks)
    for (const CategoryCell &cell : block)
      ++out.start[cell.category + 1];
  for (std::size_t j = 0; j <= categories; ++j)
    out.start[j + 1] += out.start[j];
  out.row.resize(static_cast<std::size_t>(out.start.back()));
  out.value.resize(out.row.size());
  std::vector<std::int64_t> next(out.start.begin(), out.start.end() - 1);
  for (const std::vector<CategoryCell> &block : blocks)
    for (const CategoryCell &cell : block) {
      const auto at = static_cast<std::size_t>(next[cell.category]++);
      out.row[at] = cell.article;
      out.value[at] = cell.count;
    }
  return out;
}

Columns count_categories(const TokensView &tokens, std::size_t types,
                         const Dictionary &dictionary, std::size_t threads,
                         Monitor &monitor) {
  for (std::int64_t t = 0; t < tokens.first.back(); ++t)
    if (tokens.type[t] > 0 && static_cast<std::size_t>(tokens.type[t]) > types)
      throw input_error("dictionary: the type of a token is out of range");
  const EntryTrie entries(dictionary.entries, dictionary.fits.size(),
                          dictionary.categories);
  const TypeWords words = TypeWords::of(dictionary.fits, types);
  const std::size_t articles = tokens.first.size() - 1;
  std::vector<std::vector<CategoryCell>> parts(block_count(articles, kBlock));
  for_blocks(articles, kBlock, threads, monitor, [&](const Block &b) {
    ViewTokens view(tokens, words);
    CategoryReader reader(entries);
    for (std::size_t d = b.begin; d < b.end; ++d) {
      reader.read(view, static_cast<std::size_t>(tokens.first[d]),
                  static_cast<std::size_t>(tokens.first[d + 1]));
      reader.close(d, parts[b.index]);
    }
  });
  return category_columns(parts, articles, dictionary.categories);
}

} // namespace tritone::term
