// SPDX-License-Identifier: GPL-2.0-or-later
// Open addressing by hash; strings keep the numbers in which they came.
#include "base/string_table.h"

#include "base/error.h"

#include <numeric>
#include <utility>

namespace tritone {
namespace {

constexpr unsigned kFirstPower = 6;

} // namespace

StringTable::StringTable() { clear(); }

void StringTable::clear() {
  slots_.assign(std::size_t{1} << kFirstPower, Slot{});
  shift_ = 64 - kFirstPower;
  bytes_.clear();
  ends_.assign(1, 0);
}

// Are the bytes those of the string `id`, whose size they have? No id, none.
bool StringTable::is_same(std::uint32_t id, const char *bytes) const {
  if (id == kMissing)
    return false;
  const std::string_view s = (*this)[id];
  return std::memcmp(s.data(), bytes, s.size()) == 0;
}

std::uint32_t StringTable::add(const StringKey &key, std::uint64_t hash,
                               const char *bytes) {
  if (size() >= kMissing - 1)
    throw limit_error("more than 4294967294 distinct strings in one table");
  if ((size() + 1) * 2 > slots_.size())
    grow();
  const auto id = static_cast<std::uint32_t>(size());
  char short_bytes[StringKey::kInline];
  if (key.size <= StringKey::kInline) {
    std::memcpy(short_bytes, &key.low, 8);
    std::memcpy(short_bytes + 8, &key.high, 8);
    bytes_.insert(bytes_.end(), short_bytes, short_bytes + key.size);
  } else {
    bytes_.insert(bytes_.end(), bytes, bytes + key.size);
  }
  ends_.push_back(bytes_.size());
  slots_[probe(key, hash, bytes)] = {key, id};
  return id;
}

std::vector<std::uint32_t> StringTable::merge(StringTable &&other) {
  std::vector<std::uint32_t> ids(other.size());
  if (empty()) {
    std::iota(ids.begin(), ids.end(), 0U);
    *this = std::move(other);
    return ids;
  }
  // In the order of the slots, which is that of the hashes, so that both tables
  // are read from front to back. A table smaller than the other would crowd at
  // its front before it grows.
  while (slots_.size() < other.slots_.size())
    grow();
  for (const Slot &slot : other.slots_)
    if (slot.id != kMissing)
      ids[slot.id] = insert(slot.key, other[slot.id].data());
  return ids;
}

void StringTable::grow() {
  std::vector<Slot> larger(slots_.size() * 2, Slot{});
  --shift_;
  const std::size_t mask = larger.size() - 1;
  for (const Slot &slot : slots_) {
    if (slot.id == kMissing)
      continue;
    // All strings differ, so the first empty slot is the right one.
    std::size_t at = slot.key.hash() >> shift_;
    while (larger[at].id != kMissing)
      at = (at + 1) & mask;
    larger[at] = slot;
  }
  slots_ = std::move(larger);
}

} // namespace tritone
