// SPDX-License-Identifier: GPL-2.0-or-later
// Hashes and names of n-grams, and the table that numbers them.
#include "term/grams.h"

#include "base/error.h"

#include <algorithm>
#include <utility>

namespace tritone::term {
namespace {

constexpr std::uint32_t kFree = StringTable::kMissing;
constexpr std::size_t kFirstSlots = 64;

// Hash of bytes as the value of a polynomial, so that the hash of two strings
// joined follows from theirs. Weak in its low bits: mix64() before use.
constexpr std::uint64_t kBase = 0xd6e8feb86659fd93ULL;

struct Polynomial {
  std::uint64_t value = 0;
  std::uint64_t shift = 1;

  void add(std::string_view s) {
    for (const char c : s) {
      value = value * kBase + static_cast<unsigned char>(c) + 1;
      shift *= kBase;
    }
  }
};

std::uint32_t tag_of(std::uint64_t mixed) {
  return static_cast<std::uint32_t>(mixed >> 32);
}

} // namespace

GramNames::GramNames(const StringTable &terms, std::string_view concatenator)
    : terms_(terms), concatenator_(concatenator) {
  const std::size_t n = terms.size();
  alone_.reserve(n);
  after_.reserve(n);
  shift_.reserve(n);
  Polynomial before;
  before.add(concatenator);
  for (std::uint32_t t = 0; t < n; ++t) {
    Polynomial alone;
    alone.add(terms[t]);
    Polynomial after = before;
    after.add(terms[t]);
    alone_.push_back(alone.value);
    after_.push_back(after.value);
    shift_.push_back(after.shift);
  }
}

void GramNames::append_name(const std::uint32_t *gram, std::size_t n,
                            std::string &out) const {
  for (std::size_t i = 0; i < n; ++i) {
    if (i > 0)
      out += concatenator_;
    out += terms_[gram[i]];
  }
}

std::string GramNames::name(const std::uint32_t *gram, std::size_t n) const {
  std::string out;
  append_name(gram, n, out);
  return out;
}

GramTable::GramTable(const GramNames &names)
    : names_(&names), slots_(kFirstSlots, Slot{0, kFree}), ends_(1, 0) {}

bool GramTable::same(std::uint32_t id, const std::uint32_t *gram,
                     std::size_t n) const {
  const std::uint32_t *const other = this->gram(id);
  if (length(id) == n && std::equal(gram, gram + n, other))
    return true;
  return name(id) == names_->name(gram, n);
}

std::uint32_t GramTable::insert(std::uint64_t key, const std::uint32_t *gram,
                                std::size_t n) {
  if ((size() + 1) * 8 > slots_.size() * 5)
    grow();
  const std::uint64_t mixed = mix64(key);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = mixed & mask;; at = (at + 1) & mask) {
    const Slot slot = slots_[at];
    if (slot.id == kFree) {
      if (size() >= kFree - 1)
        throw limit_error("n-grams: expected at most 4294967294 different "
                          "ones; raise min_docs or count in several parts");
      const auto id = static_cast<std::uint32_t>(size());
      keys_.push_back(key);
      terms_.insert(terms_.end(), gram, gram + n);
      ends_.push_back(terms_.size());
      slots_[at] = {tag_of(mixed), id};
      return id;
    }
    if (slot.tag == tag_of(mixed) && keys_[slot.id] == key &&
        same(slot.id, gram, n))
      return slot.id;
  }
}

void GramTable::grow() {
  std::vector<Slot> larger(slots_.size() * 2, Slot{0, kFree});
  const std::size_t mask = larger.size() - 1;
  for (const Slot &slot : slots_) {
    if (slot.id == kFree)
      continue;
    // All n-grams differ, so the first empty slot is the right one.
    std::size_t at = mix64(keys_[slot.id]) & mask;
    while (larger[at].id != kFree)
      at = (at + 1) & mask;
    larger[at] = slot;
  }
  slots_ = std::move(larger);
}

std::size_t GramTable::bytes() const {
  return slots_.capacity() * sizeof(Slot) +
         keys_.capacity() * sizeof(std::uint64_t) +
         terms_.capacity() * sizeof(std::uint32_t) +
         ends_.capacity() * sizeof(std::size_t);
}

} // namespace tritone::term
