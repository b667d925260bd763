// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "base/config.h"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace tritone {

// Byte strings to dense ids 0, 1, 2, ... in order of first arrival: an open
// addressing hash table over one arena of bytes, without an allocation per
// string. At most 2^32 - 2 strings; then limit_error.
class StringTable {
public:
  static constexpr std::uint32_t kMissing = 0xffffffffU;

  StringTable();

  // The id of `s`, which is added when it is new.
  std::uint32_t insert(std::string_view s);

  // The id of `s`, or kMissing.
  std::uint32_t find(std::string_view s) const;

  // The string of an id below size(). Valid until the next insert().
  std::string_view operator[](std::uint32_t id) const {
    return {bytes_.data() + ends_[id], ends_[id + 1] - ends_[id]};
  }

  std::size_t size() const { return ends_.size() - 1; }
  bool empty() const { return size() == 0; }
  void clear();

private:
  struct Slot {
    std::uint32_t tag; // upper half of the hash: spares most comparisons
    std::uint32_t id;
  };

  std::size_t probe(std::string_view s, std::uint64_t hash) const;
  void grow();

  std::vector<Slot> slots_; // a power of two, at most 5/8 full
  std::vector<char> bytes_;
  std::vector<std::size_t> ends_; // string i is bytes ends_[i] .. ends_[i + 1]
};

} // namespace tritone
