// SPDX-License-Identifier: GPL-2.0-or-later
// What the lexicons know about words that came before, because texts repeat
// their words.
#pragma once

#include "base/config.h"
#include "text/fold.h"
#include "tone/lexicon.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace tritone::tone {

// The lexicon's ids of tokens as they are written. Most tokens of a text have
// occurred shortly before, so their ids are kept in a table that each new token
// overwrites at its place; folding and looking up are left to the others. The
// table grows with the tokens, so that a short text does not pay for a large
// one. Gives the same as lexicon.word(folded(token)). For one thread.
class WordCache {
public:
  explicit WordCache(const Lexicon &lexicon)
      : lexicon_(lexicon), slots_(std::size_t{1} << bits_) {}

  std::uint32_t id(std::string_view token) {
    if (token.empty() || token.size() > 2 * sizeof(std::uint64_t))
      return look_up(token);
    const Key key = key_of(token);
    const Key &slot = slots_[place(key)];
    if (slot.head != key.head || slot.tail != key.tail || slot.size != key.size)
      return keep(key, token);
    return slot.id;
  }

  // For a lexicon with patterns: all ids of a token. They stay where they are
  // as long as the cache lives; tokens that have been met are kept.
  const Lexicon::Ids &ids(std::string_view token) {
    folded_.clear();
    text::append_folded(token, folded_);
    const std::uint32_t place = met_.insert(folded_);
    if (place == lists_.size()) {
      lists_.emplace_back();
      lexicon_.words(folded_, lists_.back());
    }
    return lists_[place];
  }

private:
  static constexpr unsigned kFewestBits = 8; // of a slot's number
  static constexpr unsigned kMostBits = 15;

  // All bytes of a token of 1 to 16 bytes, some of them twice, and its id.
  struct Key {
    std::uint64_t head = 0;
    std::uint64_t tail = 0;
    std::uint32_t size = 0; // 0: nothing kept yet
    std::uint32_t id = 0;
  };

  template <class T> static std::uint64_t read(const char *p) {
    T x;
    std::memcpy(&x, p, sizeof x);
    return x;
  }

  static Key key_of(std::string_view token) {
    const char *const p = token.data();
    const std::size_t n = token.size();
    Key key;
    key.size = static_cast<std::uint32_t>(n);
    if (n >= 8) {
      key.head = read<std::uint64_t>(p);
      key.tail = read<std::uint64_t>(p + n - 8);
    } else if (n >= 4) {
      key.head = read<std::uint32_t>(p);
      key.tail = read<std::uint32_t>(p + n - 4);
    } else {
      key.head = read<std::uint8_t>(p);
      key.tail =
          read<std::uint8_t>(p + n / 2) << 8 | read<std::uint8_t>(p + n - 1);
    }
    return key;
  }

  // Looks a token up and keeps it. What a table of another size held is looked
  // up anew when it occurs again.
  std::uint32_t keep(Key key, std::string_view token) {
    key.id = look_up(token);
    if (++looked_up_ > slots_.size() && bits_ < kMostBits) {
      looked_up_ = 0;
      bits_ = std::min(bits_ + 2, kMostBits);
      slots_.assign(std::size_t{1} << bits_, Key{});
    }
    slots_[place(key)] = key;
    return key.id;
  }

  std::size_t place(const Key &key) const {
    std::uint64_t h = (key.head + key.size) * 0x9fb21c651e98df25ULL;
    h = (h ^ (h >> 32) ^ key.tail) * 0x9fb21c651e98df25ULL;
    return static_cast<std::size_t>(h >> (64 - bits_));
  }

  std::uint32_t look_up(std::string_view token) {
    folded_.clear();
    text::append_folded(token, folded_);
    return lexicon_.word(folded_);
  }

  const Lexicon &lexicon_;
  unsigned bits_ = kFewestBits;
  std::size_t looked_up_ = 0; // since the table has this size
  std::vector<Key> slots_;
  std::string folded_;
  StringTable met_;
  std::deque<Lexicon::Ids> lists_; // by met_
};

} // namespace tritone::tone
