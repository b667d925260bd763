// SPDX-License-Identifier: GPL-2.0-or-later
#include "base/string_table.h"

#include "base/error.h"
#include "base/hash.h"

#include <cstring>
#include <utility>

namespace tritone {
namespace {

constexpr std::size_t kFirstSlots = 64;

std::uint32_t tag_of(std::uint64_t hash) {
  return static_cast<std::uint32_t>(hash >> 32);
}

} // namespace

StringTable::StringTable() { clear(); }

void StringTable::clear() {
  slots_.assign(kFirstSlots, Slot{0, kMissing});
  bytes_.clear();
  ends_.assign(1, 0);
}

// The slot that holds `s`, or the empty one where it belongs.
std::size_t StringTable::probe(std::string_view s, std::uint64_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  const std::uint32_t tag = tag_of(hash);
  for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
    const Slot &slot = slots_[at];
    if (slot.id == kMissing || (slot.tag == tag && (*this)[slot.id] == s))
      return at;
  }
}

std::uint32_t StringTable::find(std::string_view s) const {
  return slots_[probe(s, hash_bytes(s))].id;
}

std::uint32_t StringTable::insert(std::string_view s) {
  const std::uint64_t hash = hash_bytes(s);
  std::size_t at = probe(s, hash);
  if (slots_[at].id != kMissing)
    return slots_[at].id;
  if (size() >= kMissing - 1)
    throw limit_error("more than 4294967294 distinct strings in one table");
  if ((size() + 1) * 8 > slots_.size() * 5) {
    grow();
    at = probe(s, hash);
  }
  const auto id = static_cast<std::uint32_t>(size());
  bytes_.insert(bytes_.end(), s.begin(), s.end());
  ends_.push_back(bytes_.size());
  slots_[at] = {tag_of(hash), id};
  return id;
}

void StringTable::grow() {
  std::vector<Slot> larger(slots_.size() * 2, Slot{0, kMissing});
  const std::size_t mask = larger.size() - 1;
  for (const Slot &slot : slots_) {
    if (slot.id == kMissing)
      continue;
    // All strings differ, so the first empty slot is the right one.
    std::size_t at = hash_bytes((*this)[slot.id]) & mask;
    while (larger[at].id != kMissing)
      at = (at + 1) & mask;
    larger[at] = slot;
  }
  slots_ = std::move(larger);
}

} // namespace tritone
