// SPDX-License-Identifier: GPL-2.0-or-later
// The trie of phrases, and how a phrase is cut into words.
#include "tone/phrases.h"

#include "base/hash.h"
#include "text/pattern.h"

namespace tritone::tone {

// The slot of this step, or the empty one where it belongs.
std::size_t PhraseTrie::probe(std::uint32_t from, std::uint32_t word) const {
  const std::size_t mask = edges_.size() - 1;
  std::size_t at = mix64(static_cast<std::uint64_t>(from) << 32 | word) & mask;
  while (edges_[at].from != kNone &&
         (edges_[at].from != from || edges_[at].word != word))
    at = (at + 1) & mask;
  return at;
}

void PhraseTrie::grow() {
  std::vector<Edge> old(edges_.size() * 2);
  old.swap(edges_);
  for (const Edge &edge : old)
    if (edge.from != kNone)
      edges_[probe(edge.from, edge.word)] = edge;
}

std::uint32_t PhraseTrie::add(const std::vector<std::string> &words) {
  std::uint32_t node = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::uint32_t id = words_.insert(words[i]);
    if (id >= root_.size()) {
      root_.resize(id + 1, kNone);
      const std::uint64_t bit = string_key(words[i]).hash() >> kShift;
      sieve_[bit / 64] |= std::uint64_t{1} << (bit % 64);
    }
    std::uint32_t to = step(node, id);
    if (to == kNone) {
      to = static_cast<std::uint32_t>(nodes());
      children_.push_back(0);
      children_[node] |= std::uint64_t{1} << (id % 64);
      if (node == 0) {
        root_[id] = to;
      } else {
        if (2 * ++used_ > edges_.size())
          grow();
        edges_[probe(node, id)] = {node, id, to};
      }
    }
    node = to;
  }
  return node;
}

text::WordOptions tone_word_options() {
  text::WordOptions options;
  options.rules = text::WordRules::news;
  options.numbers = true;
  options.punctuation = true;
  return options;
}

std::vector<std::string> phrase_words(std::string_view phrase) {
  return text::pattern_words(phrase, tone_word_options());
}

std::string phrase_form(std::string_view phrase) {
  bool letter = false;
  const std::vector<std::string> words =
      text::pattern_words(phrase, tone_word_options(), &letter);
  if (!letter)
    return {};
  std::string form;
  for (const std::string &word : words) {
    if (!form.empty())
      form += ' ';
    form += word;
  }
  return form;
}

} // namespace tritone::tone
