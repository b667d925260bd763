// SPDX-License-Identifier: GPL-2.0-or-later
// Reads words, folds them, and hashes each run of five.
#include "article/collection/shingles.h"

#include "base/hash.h"
#include "text/ascii.h"
#include "text/fold.h"
#include "text/unicode.h"
#include "text/utf8.h"

#include <algorithm>
#include <array>

namespace tritone::article {
namespace {

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

} // namespace tritone::article
