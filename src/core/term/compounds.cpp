// SPDX-License-Identifier: GPL-2.0-or-later
// The trie of compounds, and how an expression is cut into words.
#include "term/compounds.h"

#include "base/error.h"
#include "text/fold.h"
#include "text/pattern.h"

namespace tritone::term {

void Compounds::add(const std::vector<std::uint32_t> &words,
                    std::uint32_t term) {
  if (words.size() < 2)
    throw input_error("phrases: expected expressions of at least two words");
  if (begins_.size() <= words[0])
    begins_.resize(std::size_t{words[0]} + 1, false);
  begins_[words[0]] = true;
  if (terms_.empty())
    terms_.push_back(kNone);
  std::uint32_t node = 0;
  for (const std::uint32_t word : words) {
    const auto next = static_cast<std::uint32_t>(terms_.size());
    const auto made = steps_.emplace(std::uint64_t{node} << 32 | word, next);
    if (made.second)
      terms_.push_back(kNone);
    node = made.first->second;
  }
  if (terms_[node] == kNone)
    terms_[node] = term;
}

Compounds::Match Compounds::longest(const std::int32_t *word,
                                    std::size_t n) const {
  Match best;
  const auto first = static_cast<std::uint32_t>(word[0]);
  if (first >= begins_.size() || !begins_[first])
    return best;
  std::uint32_t node = 0;
  for (std::size_t i = 0; i < n; ++i) {
    node = step(node, static_cast<std::uint32_t>(word[i]));
    if (node == kNone)
      break;
    if (terms_[node] != kNone)
      best = {terms_[node], i + 1};
  }
  return best;
}

std::vector<std::string> compound_words(std::string_view expression,
                                        const text::WordOptions &options) {
  if (text::is_glob(expression))
    return text::pattern_words(expression, options);
  text::WordOptions with_numbers = options;
  with_numbers.numbers = true;
  std::vector<text::Token> tokens;
  text::Tokenizer(with_numbers).tokens(expression, tokens);
  std::vector<std::string> words;
  for (const text::Token &token : tokens) {
    if (token.kind == text::TokenKind::number && !options.numbers)
      throw input_error("`phrases` holds \"" + std::string(expression) +
                        "\", which has a number, and numbers are not counted; "
                        "set `numbers` to TRUE or leave it out.");
    words.push_back(
        text::folded(expression.substr(token.begin, token.end - token.begin)));
  }
  if (words.empty())
    throw input_error("`phrases` must hold expressions with words; \"" +
                      std::string(expression) + "\" has none.");
  return words;
}

} // namespace tritone::term
