// SPDX-License-Identifier: GPL-2.0-or-later
// Looks words up in the lists of roles and of verbs.
#include "article/voices/describe.h"

#include "article/voices/roles.h"
#include "base/hash_padded.h"
#include "text/ascii.h"
#include "text/attribution.h"
#include "text/unicode.h"
#include "text/utf8.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace tritone::article {
namespace {

constexpr std::size_t kLongest = 16; // bytes of a word that any list has

bool ends_with(std::string_view s, std::string_view tail) {
  return s.size() >= tail.size() && s.substr(s.size() - tail.size()) == tail;
}

// Eight bytes, the capitals of ASCII among them made small.
std::uint64_t lowered(std::uint64_t bytes) {
  constexpr std::uint64_t kEach = 0x0101010101010101ULL;
  const std::uint64_t low = bytes & (0x7F * kEach);
  const std::uint64_t from_a = low + (0x80 - 'A') * kEach;
  const std::uint64_t past_z = low + (0x7F - 'Z') * kEach;
  return bytes | ((~bytes & (from_a ^ past_z) & (0x80 * kEach)) >> 2);
}

// The word that begins at byte `at` of the text, in small letters, with ' for
// ’; `small` has room for kLongest bytes.
std::string_view small_letters(std::string_view text, std::size_t at,
                               std::string_view word, char *small) {
  std::uint64_t all = 0;
  if (at + kLongest > text.size()) {
    std::transform(word.begin(), word.end(), small, text::ascii_lower);
    all = ~all;
  } else {
    // Whole words of the machine: what is written byte by byte is slow to read
    // back for the hash.
    for (std::size_t i = 0; i < kLongest; i += 8) {
      std::uint64_t bytes = 0;
      std::memcpy(&bytes, text.data() + at + i, 8);
      all |= bytes;
      bytes = lowered(bytes);
      std::memcpy(small + i, &bytes, 8);
    }
  }
  std::size_t n = word.size();
  if ((all & 0x8080808080808080ULL) == 0)
    return {small, n};
  for (std::size_t i = 0; i + 2 < n; ++i)
    if (static_cast<unsigned char>(small[i]) == 0xE2) {
      small[i] = '\'';
      std::copy(small + i + 3, small + n, small + i + 1);
      n -= 2;
    }
  return {small, n};
}

// What the lists say of a word in small letters, beside the roles it has.
void look_up(std::string_view lower, std::uint64_t hash, VoiceToken &token) {
  const std::size_t n = lower.size();
  const unsigned found = token.roles | word_roles(lower, hash);
  token.roles = static_cast<std::uint16_t>(found);
  if (found != 0)
    return;
  if (n > 4 && lower[n - 1] == 'y' && lower[n - 2] == 'l')
    token.roles = role::adverb;
  if (n > 2)
    token.verb = text::saying_verb(lower, hash);
}

} // namespace

void describe_word(std::string_view text, VoiceToken &token) {
  const std::string_view word =
      text.substr(token.begin, token.end - token.begin);
  token.capital =
      text::is_ascii_upper(word[0]) ||
      ((word[0] & 0x80) != 0 &&
       text::is_upper(
           text::decode(word.data(), word.data() + word.size()).value));
  token.roles = 0;
  if (word.back() == 's' &&
      (ends_with(word, "'s") || ends_with(word, "\u2019s")))
    token.roles = role::possessive;
  if (word.size() > kLongest) {
    if (!token.capital && ends_with(word, "ly"))
      token.roles = static_cast<std::uint16_t>(token.roles | role::adverb);
    return;
  }
  char small[kLongest + kHashPadding];
  const std::string_view lower = small_letters(text, token.begin, word, small);
  look_up(lower, hash_padded(lower.data(), lower.size()), token);
}

void describe_letters(const StringKey &key, VoiceToken &token) {
  char small[StringKey::kInline];
  std::memcpy(small, &key.low, 8);
  std::memcpy(small + 8, &key.high, 8);
  look_up({small, key.size}, hash_padded(key.low, key.high, small, key.size),
          token);
}

} // namespace tritone::article
