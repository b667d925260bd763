// SPDX-License-Identifier: GPL-2.0-or-later
// Min-hash sketches of texts, and the search for similar ones among them.
#include "article/collection/duplicates.h"

#include "base/hash.h"
#include "base/parallel.h"
#include "text/ascii.h"
#include "text/fold.h"
#include "text/unicode.h"
#include "text/utf8.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace tritone::article {
namespace {

constexpr std::size_t kBands = 16;
constexpr std::size_t kRows = TextSketch::kMinima / kBands;
constexpr std::size_t kMaxCompared = 8;
constexpr std::uint32_t kEmpty = 0xffffffffU;

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

void densify(std::array<std::uint32_t, TextSketch::kMinima> &minima) {
  const auto filled = minima;
  for (std::size_t bin = 0; bin < minima.size(); ++bin) {
    // Each empty bin takes the minimum of the first full bin in its own
    // sequence of hashes.
    for (std::uint64_t attempt = 0; minima[bin] == kEmpty; ++attempt) {
      const std::uint64_t at = hash_combine(attempt, bin) % minima.size();
      minima[bin] = filled[at];
    }
  }
}

} // namespace

void sketch_text(std::string_view text, TextSketch &out, std::string &scratch) {
  out.hash = 0;
  out.words = 0;
  out.minima.fill(kEmpty);
  std::array<std::uint64_t, TextSketch::kShingle> last{};
  bool any = false;
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
    out.hash = hash_combine(out.hash, word);
    ++out.words;
    std::rotate(last.begin(), last.begin() + 1, last.end());
    last.back() = word;
    if (out.words < TextSketch::kShingle)
      continue;
    std::uint64_t shingle = last[0];
    for (std::size_t i = 1; i < last.size(); ++i)
      shingle = (shingle ^ (last[i] + (shingle << 6) + (shingle >> 2))) *
                0x9fb21c651e98df25ULL;
    shingle = mix64(shingle);
    std::uint32_t &least = out.minima[shingle >> 58];
    least =
        std::min(least, static_cast<std::uint32_t>(shingle >> 8) & 0x7fffffffU);
    any = true;
  }
  if (any)
    densify(out.minima);
}

double similarity(const TextSketch &a, const TextSketch &b) {
  std::size_t same = 0;
  for (std::size_t i = 0; i < a.minima.size(); ++i)
    same += a.minima[i] == b.minima[i];
  return static_cast<double>(same) / static_cast<double>(a.minima.size());
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

std::vector<Repeat> near_repeats(const std::vector<TextSketch> &sketches,
                                 double least, std::size_t fewest,
                                 std::size_t threads, Monitor &monitor) {
  fewest = std::max(fewest, TextSketch::kShingle);
  std::array<std::vector<Repeat>, kBands> found;
  for_blocks(kBands, 1, threads, monitor, [&](const Block &b) {
    std::vector<std::pair<std::uint64_t, std::size_t>> bucket;
    for (std::size_t i = 0; i < sketches.size(); ++i) {
      if (sketches[i].words < fewest)
        continue;
      std::uint64_t key = b.index;
      for (std::size_t row = 0; row < kRows; ++row)
        key = hash_combine(key, sketches[i].minima[b.index * kRows + row]);
      bucket.emplace_back(key, i);
    }
    std::sort(bucket.begin(), bucket.end());
    std::size_t first = 0; // of the bucket
    for (std::size_t i = 1; i < bucket.size(); ++i) {
      if (bucket[i].first != bucket[first].first) {
        first = i;
        continue;
      }
      Repeat best{bucket[i].second, 0, -1};
      const std::size_t stop = std::min(i, first + kMaxCompared);
      for (std::size_t j = first; j < stop; ++j) {
        const double s =
            similarity(sketches[bucket[i].second], sketches[bucket[j].second]);
        if (s > best.similarity) {
          best.original = bucket[j].second;
          best.similarity = s;
        }
      }
      if (best.similarity >= least)
        found[b.index].push_back(best);
    }
  });
  std::vector<Repeat> all;
  for (const auto &band : found)
    all.insert(all.end(), band.begin(), band.end());
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
