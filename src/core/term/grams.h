// SPDX-License-Identifier: GPL-2.0-or-later
// N-grams as tuples of term numbers. Two n-grams are the same if their names
// are, the strings of their terms joined by the concatenator, whatever the
// tuples: north_korea may be one term or two.
#pragma once

#include "base/config.h"
#include "base/hash.h"
#include "base/string_table.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tritone::term {

// The terms that n-grams are made of. Keeps a view of both arguments' strings,
// which must outlive it.
class GramNames {
public:
  GramNames(const StringTable &terms, std::string_view concatenator);

  // A 64-bit hash of the name of one term, and that of a name with a term
  // joined to it. It depends on the bytes of the name alone, so equal names
  // have equal keys; different ones may, very seldom, have too.
  std::uint64_t key(std::uint32_t term) const { return alone_[term]; }
  std::uint64_t join(std::uint64_t key, std::uint32_t term) const {
    return key * shift_[term] + after_[term];
  }

  void append_name(const std::uint32_t *gram, std::size_t n,
                   std::string &out) const;
  std::string name(const std::uint32_t *gram, std::size_t n) const;

private:
  const StringTable &terms_;
  std::string_view concatenator_;
  std::vector<std::uint64_t> alone_; // by term, the hash of its string
  std::vector<std::uint64_t> after_; // that of concatenator and string
  std::vector<std::uint64_t> shift_; // what these bytes multiply by
};

// N-grams to dense ids 0, 1, 2, ... in order of first arrival. Compares names,
// not only keys, so its answers are exact. Keeps a reference to the names.
class GramTable {
public:
  explicit GramTable(const GramNames &names);

  // The id of an n-gram of n >= 1 terms with this key, added when it is new.
  // Throws limit_error for more than 2^32 - 2 different ones.
  std::uint32_t insert(std::uint64_t key, const std::uint32_t *gram,
                       std::size_t n);

  std::size_t size() const { return keys_.size(); }
  std::uint64_t key(std::uint32_t id) const { return keys_[id]; }
  const std::uint32_t *gram(std::uint32_t id) const {
    return terms_.data() + ends_[id];
  }
  std::size_t length(std::uint32_t id) const {
    return ends_[id + 1] - ends_[id];
  }
  std::string name(std::uint32_t id) const {
    return names_->name(gram(id), length(id));
  }

  // Memory in use, in bytes.
  std::size_t bytes() const;

private:
  bool same(std::uint32_t id, const std::uint32_t *gram, std::size_t n) const;
  void grow();

  struct Slot {
    std::uint32_t tag; // upper half of the mixed key: spares most comparisons
    std::uint32_t id;
  };

  const GramNames *names_;
  std::vector<Slot> slots_; // a power of two, at most 5/8 full
  std::vector<std::uint64_t> keys_;
  std::vector<std::uint32_t> terms_;
  std::vector<std::size_t> ends_; // gram i: terms_[ends_[i]] .. ends_[i + 1]
};

} // namespace tritone::term
