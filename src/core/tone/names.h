// SPDX-License-Identifier: GPL-2.0-or-later
// Which words with a capital are names and so no hits.
#pragma once

#include "base/config.h"
#include "tone/clauses.h"

#include <cstddef>
#include <vector>

namespace tritone::tone {

// Separates words of a lexicon that are part of a name in this place (the
// United Nations, Justice Minister) from words that merely have a capital.
//
// A word with a capital is taken for part of a name unless it
//   - is the first word of its sentence,
//   - follows an opening quotation mark without a blank, or a dash, as the lead
//     does after a dateline,
//   - is in a headline in Title Case: a title, or a line of text without a
//     full stop at its end, in which more than half of the words of four or
//     more letters begin with a capital; or a line with a full stop in which
//     all words but the small ones (of, in, with) do,
//   - is in a sentence without any small letter,
//   - has three capitals or more and no small letter, for emphasis, and is not
//     an acronym that is spelt like a word (AIDS).
// The word "won" directly after a number is taken for the currency.
// A view of the sentence and its marks (find_marks()), which must outlive it.
// What it finds out about the sentence as a whole it finds out once, and only
// when asked.
class NameRule {
public:
  NameRule(const SentenceTokens &sentence, const std::vector<Mark> &marks)
      : sentence_(sentence), marks_(marks) {}

  // Is the word at token i part of a name, or a currency?
  bool is_name(std::size_t i);

private:
  bool large_throughout() const;
  bool headline_case() const;
  bool capitals_throughout() const;

  const SentenceTokens &sentence_;
  const std::vector<Mark> &marks_;
  enum class Known { no, small, large } style_ = Known::no;
};

} // namespace tritone::tone
