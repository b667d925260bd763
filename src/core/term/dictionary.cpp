// SPDX-License-Identifier: GPL-2.0-or-later
// Counts the categories of tokens that somebody else has cut.
#include "term/dictionary.h"

#include "base/error.h"
#include "base/parallel.h"
#include "term/category_reader.h"

#include <algorithm>

namespace tritone::term {
namespace {

constexpr std::size_t kBlock = 64; // articles

// The tokens of a view, for CategoryReader.
class ViewTokens {
public:
  ViewTokens(const TokensView &tokens, const Dictionary &dictionary,
             const std::vector<std::vector<std::uint32_t>> &begins)
      : tokens_(tokens), dictionary_(dictionary), begins_(begins) {}

  bool hole(std::size_t t) const { return tokens_.type[t] <= 0; }
  const std::vector<std::uint32_t> &begins(std::size_t t) const {
    return begins_[static_cast<std::size_t>(tokens_.type[t])];
  }
  bool fits(std::size_t t, std::uint32_t word) const {
    const std::vector<std::int32_t> &types = dictionary_.fits[word];
    return std::binary_search(types.begin(), types.end(), tokens_.type[t]);
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
  const Dictionary &dictionary_;
  const std::vector<std::vector<std::uint32_t>> &begins_;
};

// The entries by the type of their first word.
std::vector<std::vector<std::uint32_t>>
begins_by_type(const Dictionary &dictionary, std::size_t types) {
  const std::vector<std::vector<std::uint32_t>> begins =
      begins_by_word(dictionary, dictionary.fits.size());
  std::vector<std::vector<std::uint32_t>> out(types + 1);
  for (std::size_t word = 0; word < begins.size(); ++word)
    for (const std::int32_t type : dictionary.fits[word]) {
      if (type < 1 || static_cast<std::size_t>(type) > types)
        throw input_error("dictionary: the number of a type is out of range");
      std::vector<std::uint32_t> &to = out[static_cast<std::size_t>(type)];
      to.insert(to.end(), begins[word].begin(), begins[word].end());
    }
  return out;
}

} // namespace

std::vector<std::vector<std::uint32_t>>
begins_by_word(const Dictionary &dictionary, std::size_t words) {
  std::vector<std::vector<std::uint32_t>> out(words);
  for (std::size_t e = 0; e < dictionary.entries.size(); ++e) {
    const Dictionary::Entry &entry = dictionary.entries[e];
    if (entry.words.empty() || entry.category >= dictionary.categories)
      throw input_error("dictionary: expected entries of words in a category");
    for (const std::uint32_t word : entry.words)
      if (word >= words)
        throw input_error("dictionary: the number of a word is out of range");
    out[entry.words[0]].push_back(static_cast<std::uint32_t>(e));
  }
  return out;
}

CategoryCounts joined_counts(const std::vector<CategoryCounts> &parts) {
  CategoryCounts out;
  for (const CategoryCounts &part : parts) {
    out.article.insert(out.article.end(), part.article.begin(),
                       part.article.end());
    out.category.insert(out.category.end(), part.category.begin(),
                        part.category.end());
    out.count.insert(out.count.end(), part.count.begin(), part.count.end());
  }
  return out;
}

CategoryCounts count_categories(const TokensView &tokens, std::size_t types,
                                const Dictionary &dictionary,
                                std::size_t threads, Monitor &monitor) {
  for (std::int64_t t = 0; t < tokens.first.back(); ++t)
    if (tokens.type[t] > 0 && static_cast<std::size_t>(tokens.type[t]) > types)
      throw input_error("dictionary: the type of a token is out of range");
  const std::vector<std::vector<std::uint32_t>> begins =
      begins_by_type(dictionary, types);
  const std::size_t articles = tokens.first.size() - 1;
  std::vector<CategoryCounts> parts(block_count(articles, kBlock));
  for_blocks(articles, kBlock, threads, monitor, [&](const Block &b) {
    ViewTokens view(tokens, dictionary, begins);
    CategoryReader reader(dictionary);
    for (std::size_t d = b.begin; d < b.end; ++d) {
      reader.read(view, static_cast<std::size_t>(tokens.first[d]),
                  static_cast<std::size_t>(tokens.first[d + 1]));
      reader.close(d, parts[b.index]);
    }
  });
  return joined_counts(parts);
}

} // namespace tritone::term
