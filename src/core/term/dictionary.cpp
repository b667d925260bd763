// SPDX-License-Identifier: GPL-2.0-or-later
// Finds the entries of a dictionary at each token, from the first word on.
#include "term/dictionary.h"

#include "base/error.h"
#include "base/parallel.h"

#include <algorithm>

namespace tritone::term {
namespace {

constexpr std::size_t kBlock = 64; // articles

// The entries by the type of their first word.
std::vector<std::vector<std::uint32_t>> begins_of(const Dictionary &dictionary,
                                                  std::size_t types) {
  std::vector<std::vector<std::uint32_t>> out(types + 1);
  for (std::size_t e = 0; e < dictionary.entries.size(); ++e) {
    const Dictionary::Entry &entry = dictionary.entries[e];
    if (entry.words.empty() || entry.category >= dictionary.categories)
      throw input_error("dictionary: expected entries of words in a category");
    for (const std::uint32_t word : entry.words)
      if (word >= dictionary.fits.size())
        throw input_error("dictionary: the number of a word is out of range");
    for (const std::int32_t type : dictionary.fits[entry.words[0]]) {
      if (type < 1 || static_cast<std::size_t>(type) > types)
        throw input_error("dictionary: the number of a type is out of range");
      out[static_cast<std::size_t>(type)].push_back(
          static_cast<std::uint32_t>(e));
    }
  }
  return out;
}

// One a worker.
class Reader {
public:
  Reader(const TokensView &tokens, const Dictionary &dictionary,
         const std::vector<std::vector<std::uint32_t>> &begins)
      : tokens_(tokens), dictionary_(dictionary), begins_(begins),
        until_(dictionary.categories, 0), count_(dictionary.categories, 0.0),
        length_(dictionary.categories, 0) {}

  void article(std::size_t d, CategoryCounts &out) {
    const auto begin = static_cast<std::size_t>(tokens_.first[d]);
    const auto end = static_cast<std::size_t>(tokens_.first[d + 1]);
    touched_.clear();
    double unmatched = 0;
    std::size_t covered = begin; // what lies before is in a match
    for (std::size_t t = begin; t < end; ++t) {
      if (tokens_.type[t] <= 0)
        continue;
      covered = std::max(covered, match(t, end));
      unmatched += t >= covered;
    }
    std::sort(touched_.begin(), touched_.end());
    for (const std::uint32_t c : touched_) {
      write(out, d, c, count_[c]);
      count_[c] = 0;
      until_[c] = 0;
    }
    if (unmatched > 0)
      write(out, d, dictionary_.categories, unmatched);
  }

private:
  const TokensView &tokens_;
  const Dictionary &dictionary_;
  const std::vector<std::vector<std::uint32_t>> &begins_;
  std::vector<std::size_t> until_; // by category: the end of its last match
  std::vector<double> count_;
  std::vector<std::size_t> length_; // of the longest match at one token
  std::vector<std::uint32_t> touched_;
  std::vector<std::uint32_t> here_;

  // The matches that begin at token t; returns the end of the longest, or t.
  std::size_t match(std::size_t t, std::size_t end) {
    here_.clear();
    for (const std::uint32_t e :
         begins_[static_cast<std::size_t>(tokens_.type[t])]) {
      const Dictionary::Entry &entry = dictionary_.entries[e];
      const std::uint32_t c = entry.category;
      if (t < until_[c] || entry.words.size() <= length_[c] ||
          !fits(entry, t, end))
        continue;
      if (length_[c] == 0)
        here_.push_back(c);
      length_[c] = entry.words.size();
    }
    std::size_t longest = 0;
    for (const std::uint32_t c : here_) {
      if (count_[c] == 0)
        touched_.push_back(c);
      ++count_[c];
      until_[c] = t + length_[c];
      longest = std::max(longest, length_[c]);
      length_[c] = 0;
    }
    return t + longest;
  }

  bool fits(const Dictionary::Entry &entry, std::size_t t,
            std::size_t end) const {
    for (std::size_t k = 1; k < entry.words.size(); ++k) {
      if (t + k >= end || (tokens_.stretch != nullptr &&
                           tokens_.stretch[t + k] != tokens_.stretch[t]))
        return false;
      const std::vector<std::int32_t> &types = dictionary_.fits[entry.words[k]];
      if (!std::binary_search(types.begin(), types.end(), tokens_.type[t + k]))
        return false;
    }
    return true;
  }

  static void write(CategoryCounts &out, std::size_t d, std::size_t c,
                    double count) {
    out.article.push_back(static_cast<std::int32_t>(d));
    out.category.push_back(static_cast<std::int32_t>(c));
    out.count.push_back(count);
  }
};

} // namespace

CategoryCounts count_categories(const TokensView &tokens, std::size_t types,
                                const Dictionary &dictionary,
                                std::size_t threads, Monitor &monitor) {
  for (std::int64_t t = 0; t < tokens.first.back(); ++t)
    if (tokens.type[t] > 0 && static_cast<std::size_t>(tokens.type[t]) > types)
      throw input_error("dictionary: the type of a token is out of range");
  const std::vector<std::vector<std::uint32_t>> begins =
      begins_of(dictionary, types);
  const std::size_t articles = tokens.first.size() - 1;
  std::vector<CategoryCounts> parts(block_count(articles, kBlock));
  for_blocks(articles, kBlock, threads, monitor, [&](const Block &b) {
    Reader reader(tokens, dictionary, begins);
    for (std::size_t d = b.begin; d < b.end; ++d)
      reader.article(d, parts[b.index]);
  });
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

} // namespace tritone::term
