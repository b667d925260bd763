// SPDX-License-Identifier: GPL-2.0-or-later
#include "tone/phrases.h"

#include "base/hash.h"
#include "text/ascii.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace tritone {
namespace {

bool has_letter(TokenKind kind) {
  return kind == TokenKind::word || kind == TokenKind::url ||
         kind == TokenKind::email || kind == TokenKind::tag;
}

} // namespace

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
    if (id >= root_.size())
      root_.resize(id + 1, kNone);
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

WordOptions tone_word_options() {
  WordOptions options;
  options.rules = WordRules::news;
  options.numbers = true;
  options.punctuation = true;
  return options;
}

bool is_glob(std::string_view word) {
  const auto is_wild = [](char c) { return c == '*' || c == '?'; };
  bool wild = false;
  bool other = false;
  for (const char c : word) {
    wild = wild || is_wild(c);
    other = other || is_ascii_letter(c) || is_ascii_digit(c) ||
            static_cast<unsigned char>(c) >= 0x80;
  }
  return wild && other;
}

bool glob_matches(std::string_view glob, std::string_view word) {
  // The place to go back to: the last * and what it may swallow next.
  std::size_t g = 0;
  std::size_t w = 0;
  std::size_t star = std::string_view::npos;
  std::size_t swallowed = 0;
  while (w < word.size()) {
    if (g < glob.size() && glob[g] == '*') {
      star = g++;
      swallowed = w;
    } else if (g < glob.size() && glob[g] == '?') {
      w += decode(word.data() + w, word.data() + word.size()).size;
      ++g;
    } else if (g < glob.size() && glob[g] == word[w]) {
      ++g;
      ++w;
    } else if (star != std::string_view::npos) {
      g = star + 1;
      w = ++swallowed;
    } else {
      return false;
    }
  }
  while (g < glob.size() && glob[g] == '*')
    ++g;
  return g == glob.size();
}

namespace {

// The tokens of a phrase without patterns, folded; is there a letter?
bool add_tokens(std::string_view phrase, std::vector<std::string> &words) {
  bool letter = false;
  std::vector<Token> tokens;
  Tokenizer(tone_word_options()).tokens(phrase, tokens);
  for (const Token &token : tokens) {
    letter = letter || has_letter(token.kind);
    words.push_back(
        folded(phrase.substr(token.begin, token.end - token.begin)));
  }
  return letter;
}

bool add_words(std::string_view phrase, std::vector<std::string> &words) {
  if (!is_glob(phrase))
    return add_tokens(phrase, words);
  constexpr const char *kBlank = " \t\r\n";
  bool letter = false;
  while (true) {
    const std::size_t from = phrase.find_first_not_of(kBlank);
    if (from == std::string_view::npos)
      return letter;
    phrase.remove_prefix(from);
    const std::string_view piece =
        phrase.substr(0, phrase.find_first_of(kBlank));
    phrase.remove_prefix(piece.size());
    if (is_glob(piece)) {
      letter = true;
      words.push_back(folded(piece));
    } else {
      letter = add_tokens(piece, words) || letter;
    }
  }
}

} // namespace

std::vector<std::string> phrase_words(std::string_view phrase) {
  std::vector<std::string> words;
  add_words(phrase, words);
  return words;
}

std::string phrase_form(std::string_view phrase) {
  std::vector<std::string> words;
  if (!add_words(phrase, words))
    return {};
  std::string form;
  for (const std::string &word : words) {
    if (!form.empty())
      form += ' ';
    form += word;
  }
  return form;
}

} // namespace tritone
