// SPDX-License-Identifier: GPL-2.0-or-later
// Counts pairs by sorting them: per article, per block, then all.
#include "term/statistics/pairs.h"

#include "base/error.h"
#include "base/parallel.h"

#include <algorithm>
#include <string>
#include <utility>

namespace tritone::term {
namespace {

constexpr std::size_t kBlock = 64; // articles

struct Entry {
  std::uint64_t key;
  double count;
  double docs;
};

bool by_key(const Entry &a, const Entry &b) { return a.key < b.key; }

// Joins neighbours of the same key.
void join(std::vector<Entry> &entries) {
  std::size_t to = 0;
  for (std::size_t i = 0; i < entries.size(); ++i)
    if (to > 0 && entries[to - 1].key == entries[i].key) {
      entries[to - 1].count += entries[i].count;
      entries[to - 1].docs += entries[i].docs;
    } else {
      entries[to++] = entries[i];
    }
  entries.resize(to);
}

// How often each term is on either side of a pair, one a worker. Sums of whole
// numbers, so that it does not matter who counts what.
struct alignas(kApart) Sides {
  std::vector<double> first;
  std::vector<double> second;
};

class PairReader {
public:
  PairReader(const std::int32_t *type, const std::int32_t *unit,
             const PairOptions &options, Sides &sides)
      : type_(type), unit_(unit), options_(options), sides_(sides) {}

  void article(std::size_t begin, std::size_t end, std::vector<Entry> &out) {
    keys_.clear();
    while (begin < end) {
      std::size_t next = begin + 1;
      while (next < end && unit_[next] == unit_[begin])
        ++next;
      read_unit(begin, next);
      begin = next;
    }
    std::sort(keys_.begin(), keys_.end());
    for (std::size_t i = 0; i < keys_.size();) {
      std::size_t k = i;
      while (k < keys_.size() && keys_[k] == keys_[i])
        ++k;
      const auto first = static_cast<std::size_t>(keys_[i] >> 32);
      const auto second = static_cast<std::size_t>(keys_[i] & 0xffffffffU);
      const auto count = static_cast<double>(k - i);
      sides_.first[first] += count;
      sides_.second[second] += count;
      if (is_chosen(first) || is_chosen(second))
        out.push_back({keys_[i], count, 1});
      i = k;
    }
  }

private:
  const std::int32_t *type_;
  const std::int32_t *unit_;
  const PairOptions &options_;
  Sides &sides_;
  std::vector<std::uint64_t> keys_;

  bool is_chosen(std::size_t term) const {
    return options_.chosen.empty() ||
           (term < options_.chosen.size() && options_.chosen[term] != 0);
  }

  void read_unit(std::size_t begin, std::size_t end) {
    const auto before = static_cast<std::ptrdiff_t>(keys_.size());
    for (std::size_t a = begin; a < end; ++a) {
      if (type_[a] < 0)
        continue;
      const std::size_t reach =
          options_.window == 0 ? end : std::min(end, a + options_.window + 1);
      for (std::size_t b = a + 1; b < reach; ++b)
        if (type_[b] >= 0)
          add(static_cast<std::uint64_t>(type_[a]),
              static_cast<std::uint64_t>(type_[b]));
    }
    if (options_.once) {
      std::sort(keys_.begin() + before, keys_.end());
      keys_.erase(std::unique(keys_.begin() + before, keys_.end()),
                  keys_.end());
    }
  }

  void add(std::uint64_t a, std::uint64_t b) {
    if (!options_.ordered && b < a)
      std::swap(a, b);
    if (!(options_.once && a == b))
      keys_.push_back(a << 32 | b);
  }
};

} // namespace

Pairs count_pairs(const std::int32_t *type, const std::int32_t *unit,
                  const std::vector<std::int64_t> &first,
                  const PairOptions &options, std::size_t threads,
                  Monitor &monitor) {
  if (first.empty() || first[0] != 0 ||
      !std::is_sorted(first.begin(), first.end()))
    throw input_error("pairs: the pointers to articles must rise from 0");
  const std::size_t articles = first.size() - 1;
  std::int32_t last = -1;
  for (std::int64_t t = 0; t < first.back(); ++t)
    last = std::max(last, type[t]);
  const auto terms = static_cast<std::size_t>(last + 1);
  const std::size_t blocks = block_count(articles, kBlock);
  std::vector<Sides> sides(std::max<std::size_t>(1, std::min(threads, blocks)));
  for (Sides &own : sides) {
    own.first.assign(terms, 0.0);
    own.second.assign(terms, 0.0);
  }
  std::vector<std::vector<Entry>> parts(blocks);
  for_blocks(articles, kBlock, threads, monitor, [&](const Block &b) {
    PairReader reader(type, unit, options, sides[b.worker]);
    std::vector<Entry> &part = parts[b.index];
    for (std::size_t d = b.begin; d < b.end; ++d) {
      b.check();
      reader.article(static_cast<std::size_t>(first[d]),
                     static_cast<std::size_t>(first[d + 1]), part);
    }
    std::sort(part.begin(), part.end(), by_key);
    join(part);
  });
  std::vector<Entry> all;
  for (std::vector<Entry> &part : parts) {
    all.insert(all.end(), part.begin(), part.end());
    std::vector<Entry>().swap(part);
  }
  std::sort(all.begin(), all.end(), by_key);
  join(all);
  Pairs out;
  const auto many = static_cast<std::size_t>(
      std::count_if(all.begin(), all.end(), [&](const Entry &entry) {
        return entry.count >= options.min_count;
      }));
  if (many > options.most)
    throw limit_error("pairs: a table holds at most " +
                      std::to_string(options.most) + ", here are " +
                      std::to_string(many) +
                      "; ask for pairs that occur more often, or for those of "
                      "some terms after the other");
  out.times_first = std::move(sides[0].first);
  out.times_second = std::move(sides[0].second);
  for (std::size_t w = 1; w < sides.size(); ++w)
    for (std::size_t t = 0; t < terms; ++t) {
      out.times_first[t] += sides[w].first[t];
      out.times_second[t] += sides[w].second[t];
    }
  for (const Entry &entry : all) {
    if (entry.count < options.min_count)
      continue;
    out.first.push_back(static_cast<std::int32_t>(entry.key >> 32));
    out.second.push_back(static_cast<std::int32_t>(entry.key & 0xffffffffU));
    out.count.push_back(entry.count);
    out.docs.push_back(entry.docs);
  }
  return out;
}

} // namespace tritone::term
