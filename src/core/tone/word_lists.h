// SPDX-License-Identifier: GPL-2.0-or-later
// What a lexicon with patterns knows about words that came before, because
// texts repeat their words.
#pragma once

#include "base/config.h"
#include "base/string_table.h"
#include "tone/lexicon.h"

#include <cstdint>
#include <deque>

namespace tritone::tone {

// All ids of folded tokens, as Lexicon::words() gives them; tokens that have
// been met are kept. For one thread.
class WordLists {
public:
  explicit WordLists(const Lexicon &lexicon) : lexicon_(lexicon) {}

  // Of a token given as scan_terms() gives it. They stay where they are as long
  // as this lives.
  const Lexicon::Ids &ids(const StringKey &key, const char *bytes) {
    const std::uint32_t place = met_.insert(key, bytes);
    if (place == lists_.size()) {
      lists_.emplace_back();
      lexicon_.words(met_[place], lists_.back());
    }
    return lists_[place];
  }

private:
  const Lexicon &lexicon_;
  StringTable met_;
  std::deque<Lexicon::Ids> lists_; // by met_
};

} // namespace tritone::tone
