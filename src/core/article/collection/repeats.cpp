// SPDX-License-Identifier: GPL-2.0-or-later
// Joins pairs into groups, and picks the original of each repeat.
#include "article/collection/repeats.h"

#include "base/hash.h"
#include "text/ascii.h"

#include <algorithm>
#include <unordered_map>

namespace tritone::article {

std::vector<std::size_t> copy_groups(std::size_t articles,
                                     const std::vector<CopyPair> &pairs) {
  std::vector<std::size_t> root(articles);
  for (std::size_t i = 0; i < articles; ++i)
    root[i] = i;
  const auto find = [&](std::size_t i) {
    while (root[i] != i)
      i = root[i] = root[root[i]];
    return i;
  };
  std::vector<bool> paired(articles);
  for (const CopyPair &pair : pairs) {
    const std::size_t a = find(pair.first);
    const std::size_t b = find(pair.second);
    root[std::max(a, b)] = std::min(a, b);
    paired[pair.first] = paired[pair.second] = true;
  }
  std::vector<std::size_t> out(articles, SIZE_MAX);
  std::size_t groups = 0;
  for (std::size_t i = 0; i < articles; ++i)
    if (paired[i])
      out[i] = find(i) == i ? groups++ : out[find(i)];
  return out;
}

std::uint64_t exact_hash(std::string_view text) {
  const std::string_view kept = text::trim_blanks(text);
  return kept.empty() ? 0 : hash_bytes(kept) | 1U;
}

std::vector<Repeat> exact_repeats(const std::vector<std::uint64_t> &hashes) {
  std::unordered_map<std::uint64_t, std::size_t> first;
  first.reserve(hashes.size());
  std::vector<Repeat> out;
  for (std::size_t i = 0; i < hashes.size(); ++i) {
    if (hashes[i] == 0)
      continue;
    const auto [at, fresh] = first.try_emplace(hashes[i], i);
    if (!fresh)
      out.push_back({i, at->second, 1});
  }
  return out;
}

std::vector<Repeat> near_repeats(const std::vector<CopyPair> &pairs) {
  std::vector<Repeat> all;
  for (const CopyPair &pair : pairs)
    all.push_back({pair.second, pair.first, pair.jaccard});
  std::sort(all.begin(), all.end(), [](const Repeat &a, const Repeat &b) {
    if (a.article != b.article)
      return a.article < b.article;
    if (a.similarity != b.similarity)
      return a.similarity > b.similarity;
    return a.original < b.original;
  });
  all.erase(std::unique(all.begin(), all.end(),
                        [](const Repeat &a, const Repeat &b) {
                          return a.article == b.article;
                        }),
            all.end());
  return all;
}

} // namespace tritone::article
