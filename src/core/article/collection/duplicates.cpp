// SPDX-License-Identifier: GPL-2.0-or-later
// The search for texts that share many shingles.
#include "article/collection/duplicates.h"

#include "base/error.h"
#include "base/hash.h"
#include "base/parallel.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

namespace tritone::article {
namespace {

constexpr std::size_t kMaxBucket = 64;  // all pairs up to this size
constexpr std::size_t kMaxCompared = 8; // in larger ones, on either side
constexpr std::size_t kMaxHolders = 500;
constexpr std::uint32_t kSampled = 4; // one shingle in so many is in the index
constexpr std::size_t kBlock = 256;   // articles

using Candidate = std::pair<std::uint32_t, std::uint32_t>;

// How many minima there are, and how many of them make a band.
struct Bands {
  std::size_t bands;
  std::size_t rows;
};

Bands bands_for(double jaccard) {
  return jaccard >= 0.5   ? Bands{48, 3}
         : jaccard >= 0.2 ? Bands{64, 2}
                          : Bands{64, 1};
}

// The minima of `count` permutations of the hashes.
void find_minima(const std::vector<std::uint32_t> &hashes, std::size_t count,
                 const std::vector<std::uint32_t> &factors,
                 std::uint32_t *out) {
  std::fill(out, out + count, 0xffffffffU);
  for (const std::uint32_t hash : hashes)
    for (std::size_t k = 0; k < count; ++k)
      out[k] = std::min(out[k], (hash ^ factors[count + k]) * factors[k]);
}

// Odd factors, then what is mixed in before them.
std::vector<std::uint32_t> make_factors(std::size_t count) {
  std::vector<std::uint32_t> out(2 * count);
  for (std::size_t k = 0; k < count; ++k) {
    out[k] = static_cast<std::uint32_t>(mix64(2 * k + 1)) | 1U;
    out[count + k] = static_cast<std::uint32_t>(mix64(2 * k + 2));
  }
  return out;
}

bool may_be_compared(const Shingles &text, const CopyOptions &options) {
  return !text.hashes.empty() && text.words >= options.fewest;
}

bool near_in_time(std::size_t a, std::size_t b, const CopyOptions &options) {
  if (options.window < 0 || options.days.empty() || options.days[a] == kNoDay ||
      options.days[b] == kNoDay)
    return true;
  const std::int64_t apart = static_cast<std::int64_t>(options.days[a]) -
                             static_cast<std::int64_t>(options.days[b]);
  return (apart < 0 ? -apart : apart) <= options.window;
}

void add_candidate(std::uint32_t a, std::uint32_t b, const CopyOptions &options,
                   std::vector<Candidate> &out) {
  if (a != b && near_in_time(a, b, options))
    out.emplace_back(std::min(a, b), std::max(a, b));
}

// How many minima a pair of the similarity asked for has in common at least,
// but for one such pair in a thousand million: six standard deviations below
// the mean. Nearly all pairs that share a band by chance have fewer, and are
// never compared.
std::size_t least_in_common(double jaccard, std::size_t count) {
  const auto n = static_cast<double>(count);
  const double least = n * jaccard - 6 * std::sqrt(n * jaccard * (1 - jaccard));
  return least > 0 ? static_cast<std::size_t>(least) : 0;
}

std::size_t in_common(const std::uint32_t *a, const std::uint32_t *b,
                      std::size_t count) {
  std::size_t n = 0;
  for (std::size_t k = 0; k < count; ++k)
    n += a[k] == b[k];
  return n;
}

// The pairs of one band.
void find_in_band(const std::vector<Shingles> &texts,
                  const std::vector<std::uint32_t> &minima, const Bands &bands,
                  std::size_t band, const CopyOptions &options,
                  std::vector<Candidate> &out) {
  const std::size_t count = bands.bands * bands.rows;
  const std::size_t least = least_in_common(options.jaccard, count);
  const auto add = [&](std::uint32_t a, std::uint32_t b) {
    if (in_common(&minima[a * count], &minima[b * count], count) >= least)
      add_candidate(a, b, options, out);
  };
  std::vector<std::pair<std::uint64_t, std::uint32_t>> keys;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (!may_be_compared(texts[i], options))
      continue;
    std::uint64_t key = band;
    for (std::size_t row = 0; row < bands.rows; ++row)
      key = hash_combine(key, minima[i * count + band * bands.rows + row]);
    keys.emplace_back(key, static_cast<std::uint32_t>(i));
  }
  std::sort(keys.begin(), keys.end());
  for (std::size_t first = 0; first < keys.size();) {
    std::size_t last = first + 1;
    while (last < keys.size() && keys[last].first == keys[first].first)
      ++last;
    const bool few = last - first <= kMaxBucket;
    for (std::size_t i = first + 1; i < last; ++i)
      for (std::size_t j = first; j < i; ++j)
        if (few || j < first + kMaxCompared || i - j <= kMaxCompared)
          add(keys[j].second, keys[i].second);
        else
          j = i - kMaxCompared - 1;
    first = last;
  }
}

void keep_each_once(std::vector<Candidate> &pairs) {
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
}

std::vector<Candidate> similar_candidates(const std::vector<Shingles> &texts,
                                          const CopyOptions &options,
                                          std::size_t threads,
                                          Monitor &monitor) {
  const Bands bands = bands_for(options.jaccard);
  const std::size_t count = bands.bands * bands.rows;
  const std::vector<std::uint32_t> factors = make_factors(count);
  std::vector<std::uint32_t> minima(texts.size() * count);
  for_blocks(texts.size(), kBlock, threads, monitor, [&](const Block &b) {
    for (std::size_t i = b.begin; i < b.end; ++i)
      if (may_be_compared(texts[i], options))
        find_minima(texts[i].hashes, count, factors, &minima[i * count]);
  });
  std::vector<std::vector<Candidate>> found(bands.bands);
  for_blocks(bands.bands, 1, threads, monitor, [&](const Block &b) {
    find_in_band(texts, minima, bands, b.index, options, found[b.index]);
    keep_each_once(found[b.index]);
  });
  std::vector<Candidate> out;
  for (std::vector<Candidate> &band : found) {
    out.insert(out.end(), band.begin(), band.end());
    band = {};
  }
  keep_each_once(out);
  return out;
}

bool is_sampled(std::uint32_t hash) { return mix64(hash) % kSampled == 0; }

// Which articles have which of the sampled shingles, as shingle, then article,
// in one number.
std::vector<std::uint64_t> make_index(const std::vector<Shingles> &texts,
                                      const CopyOptions &options) {
  std::vector<std::uint64_t> out;
  for (std::size_t i = 0; i < texts.size(); ++i)
    if (may_be_compared(texts[i], options))
      for (const std::uint32_t hash : texts[i].hashes)
        if (is_sampled(hash))
          out.push_back(static_cast<std::uint64_t>(hash) << 32 | i);
  std::sort(out.begin(), out.end());
  return out;
}

std::uint32_t holder(std::uint64_t entry) {
  return static_cast<std::uint32_t>(entry);
}

// Calls `use(first, last)` for the entries of each shingle that several
// articles have, but not too many.
template <typename Use>
void for_shared(const std::vector<std::uint64_t> &index, const Use &use) {
  for (std::size_t first = 0; first < index.size();) {
    std::size_t last = first + 1;
    while (last < index.size() && index[last] >> 32 == index[first] >> 32)
      ++last;
    if (last - first > 1 && last - first <= kMaxHolders)
      use(first, last);
    first = last;
  }
}

// For each article where in the index its shared shingles begin: those of
// article i are at[begin[i]] .. at[begin[i + 1] - 1]. Nothing is searched for
// in the index, which is larger than the processor's caches.
struct SharedShingles {
  std::vector<std::size_t> begin, at;

  SharedShingles(const std::vector<std::uint64_t> &index, std::size_t articles)
      : begin(articles + 2) {
    for_shared(index, [&](std::size_t first, std::size_t last) {
      for (std::size_t k = first; k < last; ++k)
        ++begin[holder(index[k]) + 2];
    });
    for (std::size_t i = 2; i < begin.size(); ++i)
      begin[i] += begin[i - 1];
    at.resize(begin.back());
    for_shared(index, [&](std::size_t first, std::size_t last) {
      for (std::size_t k = first; k < last; ++k)
        at[begin[holder(index[k]) + 1]++] = first;
    });
  }
};

// Pairs that share at least half as many sampled shingles as the containment
// asks for.
std::vector<Candidate> contained_candidates(const std::vector<Shingles> &texts,
                                            const CopyOptions &options,
                                            std::size_t threads,
                                            Monitor &monitor) {
  const std::vector<std::uint64_t> index = make_index(texts, options);
  std::vector<std::uint32_t> sampled(texts.size());
  for (const std::uint64_t entry : index)
    ++sampled[holder(entry)];
  const SharedShingles shared(index, texts.size());
  const std::size_t blocks = (texts.size() + kBlock - 1) / kBlock;
  std::vector<std::vector<Candidate>> found(blocks);
  struct alignas(kApart) Worker {
    std::vector<std::uint32_t> both, met;
  };
  std::vector<Worker> workers(
      std::max<std::size_t>(1, std::min(threads, blocks)));
  for_blocks(texts.size(), kBlock, threads, monitor, [&](const Block &b) {
    Worker &worker = workers[b.worker];
    worker.both.resize(texts.size());
    for (std::size_t i = b.begin; i < b.end; ++i) {
      worker.met.clear();
      for (std::size_t k = shared.begin[i]; k < shared.begin[i + 1]; ++k)
        for (std::size_t at = shared.at[k]; holder(index[at]) < i; ++at)
          if (worker.both[holder(index[at])]++ == 0)
            worker.met.push_back(holder(index[at]));
      for (const std::uint32_t other : worker.met) {
        const double fewer = std::min(sampled[i], sampled[other]);
        if (worker.both[other] >= options.containment * 0.5 * fewer)
          add_candidate(other, static_cast<std::uint32_t>(i), options,
                        found[b.index]);
        worker.both[other] = 0;
      }
    }
  });
  std::vector<Candidate> out;
  for (const std::vector<Candidate> &block : found)
    out.insert(out.end(), block.begin(), block.end());
  return out;
}

CopyPair compare(const std::vector<Shingles> &texts, Candidate pair) {
  const std::vector<std::uint32_t> &a = texts[pair.first].hashes;
  const std::vector<std::uint32_t> &b = texts[pair.second].hashes;
  std::size_t shared = 0;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    shared += a[i] == b[j];
    const bool next = a[i] <= b[j];
    j += b[j] <= a[i];
    i += next;
  }
  const auto both = static_cast<double>(shared);
  return {pair.first, pair.second,
          both / static_cast<double>(a.size() + b.size() - shared),
          both / static_cast<double>(std::min(a.size(), b.size()))};
}

} // namespace

std::vector<CopyPair> find_copies(const std::vector<Shingles> &texts,
                                  const CopyOptions &options,
                                  std::size_t threads, Monitor &monitor) {
  if (texts.size() > 0xffffffffU)
    throw limit_error("At most 4294967295 articles can be compared; given " +
                      std::to_string(texts.size()) + ".");
  std::vector<Candidate> candidates =
      similar_candidates(texts, options, threads, monitor);
  if (options.containment <= 1) {
    const std::vector<Candidate> more =
        contained_candidates(texts, options, threads, monitor);
    candidates.insert(candidates.end(), more.begin(), more.end());
    keep_each_once(candidates);
  }
  std::vector<CopyPair> compared(candidates.size());
  for_blocks(candidates.size(), 4096, threads, monitor, [&](const Block &b) {
    for (std::size_t k = b.begin; k < b.end; ++k)
      compared[k] = compare(texts, candidates[k]);
  });
  compared.erase(std::remove_if(compared.begin(), compared.end(),
                                [&](const CopyPair &pair) {
                                  return pair.jaccard < options.jaccard &&
                                         pair.containment < options.containment;
                                }),
                 compared.end());
  return compared;
}

} // namespace tritone::article
