// SPDX-License-Identifier: GPL-2.0-or-later
// Shingles of texts, and the search for texts that share many.
#include "article/collection/duplicates.h"

#include "base/error.h"
#include "base/hash.h"
#include "base/parallel.h"
#include "text/ascii.h"
#include "text/fold.h"
#include "text/unicode.h"
#include "text/utf8.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

namespace tritone::article {
namespace {

constexpr std::size_t kMaxBucket = 64;  // all pairs up to this size
constexpr std::size_t kMaxCompared = 8; // in larger ones, on either side
constexpr std::size_t kMaxHolders = 500;
constexpr std::uint32_t kSampled = 4; // one shingle in so many is in the index
constexpr std::size_t kBlock = 256;   // articles

using Candidate = std::pair<std::uint32_t, std::uint32_t>;

bool in_word(char32_t c) {
  return text::category(c) == text::Category::letter ||
         text::category(c) == text::Category::number ||
         text::category(c) == text::Category::mark;
}

// The hash of the word that begins at p, and its end; p itself if no word
// does.
const char *hash_word(const char *p, const char *end, std::string &scratch,
                      std::uint64_t &hash) {
  char small[32];
  std::size_t n = 0;
  const char *const begin = p;
  while (p < end && text::is_ascii_word(*p) && n < sizeof small) {
    small[n++] = text::ascii_lower(*p);
    ++p;
  }
  const bool ascii_ends = p == end || (static_cast<unsigned char>(*p) < 0x80 &&
                                       !text::is_ascii_word(*p));
  if (ascii_ends) {
    hash = hash_bytes(small, n);
    return p;
  }
  while (p < end) { // a long word, or one with other than ASCII
    const text::CodePoint c = text::decode(p, end);
    if (!in_word(c.value))
      break;
    p += c.size;
  }
  scratch.clear();
  text::append_folded({begin, static_cast<std::size_t>(p - begin)}, scratch);
  hash = hash_bytes(scratch);
  return p;
}

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

// The pairs of one band.
void find_in_band(const std::vector<Shingles> &texts,
                  const std::vector<std::uint32_t> &minima, const Bands &bands,
                  std::size_t band, const CopyOptions &options,
                  std::vector<Candidate> &out) {
  const std::size_t count = bands.bands * bands.rows;
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
          add_candidate(keys[j].second, keys[i].second, options, out);
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

// Which articles have which of the sampled shingles.
std::vector<std::pair<std::uint32_t, std::uint32_t>>
make_index(const std::vector<Shingles> &texts, const CopyOptions &options) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> out;
  for (std::size_t i = 0; i < texts.size(); ++i)
    if (may_be_compared(texts[i], options))
      for (const std::uint32_t hash : texts[i].hashes)
        if (is_sampled(hash))
          out.emplace_back(hash, static_cast<std::uint32_t>(i));
  std::sort(out.begin(), out.end());
  return out;
}

// Pairs that share at least half as many sampled shingles as the containment
// asks for.
std::vector<Candidate> contained_candidates(const std::vector<Shingles> &texts,
                                            const CopyOptions &options,
                                            std::size_t threads,
                                            Monitor &monitor) {
  const auto index = make_index(texts, options);
  const std::size_t blocks = (texts.size() + kBlock - 1) / kBlock;
  std::vector<std::vector<Candidate>> found(blocks);
  std::vector<std::uint32_t> sampled(texts.size());
  for (const auto &entry : index)
    ++sampled[entry.second];
  struct alignas(kApart) Worker {
    std::vector<std::uint32_t> shared, met;
  };
  std::vector<Worker> workers(
      std::max<std::size_t>(1, std::min(threads, blocks)));
  for_blocks(texts.size(), kBlock, threads, monitor, [&](const Block &b) {
    Worker &worker = workers[b.worker];
    worker.shared.resize(texts.size());
    for (std::size_t i = b.begin; i < b.end; ++i) {
      if (!may_be_compared(texts[i], options))
        continue;
      worker.met.clear();
      for (const std::uint32_t hash : texts[i].hashes) {
        if (!is_sampled(hash))
          continue;
        auto at = std::lower_bound(index.begin(), index.end(),
                                   std::make_pair(hash, std::uint32_t{0}));
        auto end = at;
        std::size_t holders = 0;
        while (end != index.end() && end->first == hash &&
               holders <= kMaxHolders) {
          ++end;
          ++holders;
        }
        if (holders > kMaxHolders)
          continue;
        for (; at != end && at->second < i; ++at)
          if (worker.shared[at->second]++ == 0)
            worker.met.push_back(at->second);
      }
      for (const std::uint32_t other : worker.met) {
        const double fewer = std::min(sampled[i], sampled[other]);
        if (worker.shared[other] >= options.containment * 0.5 * fewer)
          add_candidate(other, static_cast<std::uint32_t>(i), options,
                        found[b.index]);
        worker.shared[other] = 0;
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

void find_shingles(const std::vector<std::string_view> &texts, Shingles &out,
                   std::string &scratch) {
  out.hashes.clear();
  out.words = 0;
  for (const std::string_view text : texts) {
    std::array<std::uint64_t, Shingles::kWords> last{};
    std::size_t words = 0; // of this text
    const char *p = text.data();
    const char *const end = p + text.size();
    while (p < end) {
      std::uint64_t word = 0;
      const char *const stop = hash_word(p, end, scratch, word);
      if (stop == p) {
        p += text::decode(p, end).size;
        continue;
      }
      p = stop;
      std::rotate(last.begin(), last.begin() + 1, last.end());
      last.back() = word;
      ++out.words;
      if (++words < last.size())
        continue;
      std::uint64_t shingle = last[0];
      for (std::size_t i = 1; i < last.size(); ++i)
        shingle = (shingle ^ (last[i] + (shingle << 6) + (shingle >> 2))) *
                  0x9fb21c651e98df25ULL;
      out.hashes.push_back(static_cast<std::uint32_t>(mix64(shingle) >> 32));
    }
  }
  std::sort(out.hashes.begin(), out.hashes.end());
  out.hashes.erase(std::unique(out.hashes.begin(), out.hashes.end()),
                   out.hashes.end());
  out.hashes.shrink_to_fit();
}

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
