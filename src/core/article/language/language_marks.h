// SPDX-License-Identifier: GPL-2.0-or-later
// The words and letters of language_words.h in tables for fast lookup.
#pragma once

#include "base/config.h"

#include "article/language/language_words.h"
#include "base/string_table.h"
#include "text/utf8.h"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

namespace tritone::article::language_detail {

constexpr double kLetterWeight = 0.3; // of a letter with a mark, to a word

// Which languages have a word or a letter, and what it counts for.
struct Mark {
  std::uint32_t languages = 0; // bit l: language l has it
  float weight = 0;            // 1 over their number
  std::uint32_t id = 0;
  bool is_word = true;
};
constexpr std::size_t kMaxWords = 2048; // of all languages
static_assert(language_words::kLatinLanguages <= 32);

class Marks {
public:
  Marks() {
    for (std::size_t l = 0; l < language_words::kLatinLanguages; ++l)
      add_words(language_words::kLatin[l].words, l);
    for (std::size_t l = 0; l < language_words::kLatinLanguages; ++l)
      add_letters(language_words::kLatin[l].letters, l);
    for (auto *marks : {&word_marks_, &letter_marks_})
      for (Mark &mark : *marks)
        mark.weight = 1.0F / static_cast<float>(count(mark.languages));
    for (Mark &mark : letter_marks_) {
      mark.weight *= static_cast<float>(kLetterWeight);
      mark.is_word = false;
    }
  }

  const Mark *word(std::string_view folded) const {
    return find(words_, word_marks_, folded);
  }
  const Mark *letter(std::string_view c) const {
    return find(letters_, letter_marks_, c);
  }

private:
  static int count(std::uint32_t bits) {
    int n = 0;
    for (; bits != 0; bits &= bits - 1)
      ++n;
    return n;
  }

  static const Mark *find(const StringTable &table,
                          const std::vector<Mark> &marks, std::string_view s) {
    const std::uint32_t id = table.find(s);
    return id == StringTable::kMissing ? nullptr : &marks[id];
  }

  static void add(StringTable &table, std::vector<Mark> &marks,
                  std::string_view s, std::size_t language) {
    const std::uint32_t id = table.insert(s);
    if (id == marks.size()) {
      marks.emplace_back();
      marks.back().id = std::min<std::uint32_t>(id, kMaxWords - 1);
    }
    marks[id].languages |= 1U << language;
  }

  void add_words(std::string_view list, std::size_t language) {
    while (!list.empty()) {
      const std::size_t n = std::min(list.find(' '), list.size());
      add(words_, word_marks_, list.substr(0, n), language);
      list.remove_prefix(std::min(n + 1, list.size()));
    }
  }

  void add_letters(std::string_view list, std::size_t language) {
    while (!list.empty()) {
      const std::size_t n =
          text::decode(list.data(), list.data() + list.size()).size;
      add(letters_, letter_marks_, list.substr(0, n), language);
      list.remove_prefix(n);
    }
  }

  StringTable words_, letters_;
  std::vector<Mark> word_marks_, letter_marks_;
};

inline const Marks &marks() {
  static const Marks all;
  return all;
}

} // namespace tritone::article::language_detail
