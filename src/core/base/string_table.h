// SPDX-License-Identifier: GPL-2.0-or-later
// A hash table that numbers strings.
#pragma once

#include "base/config.h"
#include "base/hash.h"

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

namespace tritone {

// A byte string for looking up: up to kInline bytes themselves, with zeros
// after them, or of a longer string two numbers made of it. Its numbers depend
// on the byte order of the machine: never keep or print them.
struct StringKey {
  static constexpr std::size_t kInline = 16;

  std::uint64_t low = 0;
  std::uint64_t high = 0;
  std::size_t size = 0;

  bool operator==(const StringKey &other) const {
    // Mostly equal or unlike in every way: no need to stop at a difference.
    return ((low ^ other.low) | (high ^ other.high) |
            static_cast<std::uint64_t>(size ^ other.size)) == 0;
  }

  std::uint64_t hash() const {
    std::uint64_t h = (low * 0x9fb21c651e98df25ULL) ^
                      ((high + 0x2545f4914f6cdd1dULL) * 0xd6e8feb86659fd93ULL);
    h ^= h >> 32;
    return h * 0x9fb21c651e98df25ULL;
  }
};

inline StringKey string_key(std::string_view s) {
  StringKey key;
  key.size = s.size();
  if (s.size() > StringKey::kInline) {
    key.low = hash_bytes(s);
    std::memcpy(&key.high, s.data() + s.size() - 8, 8);
  } else {
    char bytes[StringKey::kInline] = {};
    if (!s.empty())
      std::memcpy(bytes, s.data(), s.size());
    std::memcpy(&key.low, bytes, 8);
    std::memcpy(&key.high, bytes + 8, 8);
  }
  return key;
}

// Byte strings to dense ids 0, 1, 2, ... in order of first arrival: an open
// addressing hash table over one arena of bytes, without an allocation per
// string. Short strings lie in the slots, so that most look-ups read one line
// of memory. At most 2^32 - 2 strings; then limit_error.
class StringTable {
public:
  static constexpr std::uint32_t kMissing = 0xffffffffU;

  StringTable();

  // The id of `s`, which is added when it is new.
  std::uint32_t insert(std::string_view s) {
    return insert(string_key(s), s.data());
  }

  // The same for who has the key already: `key` is string_key() of the
  // key.size bytes at `bytes`, which are read only if they are more than
  // StringKey::kInline.
  std::uint32_t insert(const StringKey &key, const char *bytes) {
    const std::uint64_t hash = key.hash();
    const Slot &slot = slots_[probe(key, hash, bytes)];
    return slot.id != kMissing ? slot.id : add(key, hash, bytes);
  }

  // The id of `s`, or kMissing.
  std::uint32_t find(std::string_view s) const {
    return find(string_key(s), s.data());
  }

  // The same for who has the key already, as insert().
  std::uint32_t find(const StringKey &key, const char *bytes) const {
    return slots_[probe(key, key.hash(), bytes)].id;
  }

  // The string of an id below size(). Valid until the next insert().
  std::string_view operator[](std::uint32_t id) const {
    return {bytes_.data() + ends_[id], ends_[id + 1] - ends_[id]};
  }

  // Adds the strings of `other`; their ids here, by their ids there. To an
  // empty table they come with the ids they had.
  std::vector<std::uint32_t> merge(StringTable &&other);

  std::size_t size() const { return ends_.size() - 1; }
  bool empty() const { return size() == 0; }
  void clear();

private:
  struct Slot {
    StringKey key;
    std::uint32_t id = kMissing;
  };

  // The slot that holds the string, or the empty one where it belongs.
  std::size_t probe(const StringKey &key, std::uint64_t hash,
                    const char *bytes) const {
    const std::size_t mask = slots_.size() - 1;
    // The upper bits are the well-mixed ones.
    for (std::size_t at = hash >> shift_;; at = (at + 1) & mask) {
      const Slot &slot = slots_[at];
      if (slot.key == key &&
          (key.size <= StringKey::kInline || is_same(slot.id, bytes)))
        return at;
      if (slot.id == kMissing)
        return at;
    }
  }

  bool is_same(std::uint32_t id, const char *bytes) const;
  std::uint32_t add(const StringKey &key, std::uint64_t hash,
                    const char *bytes);
  void grow();

  std::vector<Slot> slots_; // a power of two, at most half full
  unsigned shift_ = 0;      // 64 less the power
  std::vector<char> bytes_;
  std::vector<std::size_t> ends_; // string i is bytes ends_[i] .. ends_[i + 1]
};

} // namespace tritone
