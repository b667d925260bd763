// SPDX-License-Identifier: GPL-2.0-or-later
// Tokens as sequences of terms, with phrases joined and words left out.
#pragma once

#include "base/config.h"
#include "base/string_table.h"
#include "term/compounds.h"
#include "text/pattern.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tritone::term {

// The tokens of a collection in somebody else's memory, as term_tokens() gives
// them but with types counted from 1, as R holds them.
struct TokensView {
  const std::int32_t *type = nullptr;
  const std::int32_t *sentence = nullptr; // nullptr: each article is one
  // What compounds lie in, a part of a sentence; nullptr: the whole of it.
  const std::int32_t *stretch = nullptr;
  std::vector<std::int64_t> first{0}; // articles + 1
};

// How a type of the tokens is counted.
struct TypeForms {
  std::vector<std::string_view> type; // folded, no two the same
  std::vector<std::string_view> form; // its term, as a stem; may be shared
};

struct SequenceOptions {
  // Words and patterns (text/pattern.h) to leave out, in any spelling; compared
  // with types, and with compounds by their name or their words with blanks
  // between them, not with forms.
  std::vector<std::string> remove;
  // The words of each expression, folded, some of them patterns: then each
  // sequence of words that they fit in the texts is a compound of its own.
  // Expressions of one word change nothing.
  std::vector<std::vector<std::string>> compounds;
  // The same for sequences of words to leave out, such as the parts of a word
  // that the tokenizer cuts.
  std::vector<std::vector<std::string>> removed;
  std::string concatenator = "_"; // between the words of a compound's name
  // Do sentences go on over marks between words, so that only compounds keep
  // to the stretch?
  bool across = false;
};

// The sentences of the articles, or the stretches of them, as sequences of term
// numbers: compounds joined, the longest first and from the left, never over
// the end of a stretch; removed tokens and sequences are holes that keep their
// place. Holds views of the tokens and forms.
class TermSequences {
public:
  static constexpr std::uint32_t kHole = 0xffffffffU;

  // Throws input_error where a type is out of range or `first` does not rise.
  TermSequences(const TokensView &tokens, const TypeForms &forms,
                const SequenceOptions &options);

  std::size_t articles() const { return tokens_.first.size() - 1; }
  std::int64_t tokens() const { return tokens_.first.back(); }

  // The strings of the terms; numbers in no order that means anything.
  const StringTable &terms() const { return terms_; }

  // The sentences of an article one after the other; `ends` gets one past the
  // last term of each. Both are cleared.
  void read(std::size_t article, std::vector<std::uint32_t> &terms,
            std::vector<std::size_t> &ends) const;

private:
  void add_compounds(const std::vector<std::vector<std::string>> &all,
                     const std::vector<std::string_view> &types,
                     const text::PatternSet &removed,
                     const SequenceOptions &options);
  void add_compound(const std::vector<std::uint32_t> &ids,
                    const std::vector<std::string_view> &types,
                    const text::PatternSet &removed,
                    const SequenceOptions &options);
  void add_found(const std::vector<std::vector<std::string>> &patterns,
                 const std::vector<std::string_view> &types,
                 const text::PatternSet &removed,
                 const SequenceOptions &options);
  void read_sentence(std::size_t begin, std::size_t end,
                     std::vector<std::uint32_t> &terms) const;
  bool same_stretch(std::size_t a, std::size_t b) const;

  TokensView tokens_;
  bool across_;
  StringTable terms_;
  std::vector<std::uint32_t> term_of_type_; // kHole where removed
  Compounds compounds_;                     // over types counted from 1
  std::vector<std::uint32_t> term_of_compound_;
};

} // namespace tritone::term
