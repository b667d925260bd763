// SPDX-License-Identifier: GPL-2.0-or-later
#include "article/evidence.h"

#include "base/parallel.h"
#include "base/string_table.h"
#include "text/ascii.h"
#include "text/fold.h"
#include "text/sentences.h"
#include "text/words.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace tritone {
namespace {

struct Tally {
  std::uint64_t inside = 0;
  std::uint64_t capital = 0;
};

struct alignas(kApart) Worker {
  StringTable words;
  std::vector<Tally> tallies;
  ArticleBlock block;
  std::vector<PartSpan> parts;
  std::vector<Segment> segments;
  std::vector<Token> tokens;
  std::vector<Span> sentences;
  std::string folded;
};

bool behind_quote(std::string_view text, std::size_t at) {
  if (at == 0)
    return false;
  const char c = text[at - 1];
  if (c == '"' || c == '\'')
    return true;
  // U+2018 to U+201F and « are the opening marks beyond ASCII.
  return (at >= 3 && text[at - 3] == '\xE2' && text[at - 2] == '\x80' &&
          static_cast<unsigned char>(c) >= 0x98 &&
          static_cast<unsigned char>(c) <= 0x9F) ||
         (at >= 2 && text[at - 2] == '\xC2' && c == '\xAB');
}

void add_sentence(std::string_view text, const Token *first, const Token *last,
                  Worker &worker) {
  const bool small = std::any_of(first, last, [](const Token &token) {
    return token.kind == TokenKind::word && !token.capital;
  });
  if (!small)
    return;
  for (const Token *token = first + 1; token < last; ++token) {
    if (token->kind != TokenKind::word || behind_quote(text, token->begin))
      continue;
    worker.folded.clear();
    append_folded(text.substr(token->begin, token->end - token->begin),
                  worker.folded);
    std::string_view word = worker.folded;
    if (word.size() > 2 && word.substr(word.size() - 2) == "'s")
      word.remove_suffix(2);
    const std::uint32_t id = worker.words.insert(word);
    if (id >= worker.tallies.size())
      worker.tallies.resize(id + std::size_t{1});
    ++worker.tallies[id].inside;
    worker.tallies[id].capital += token->capital;
  }
}

void add_segment(const Segment &segment, const Tokenizer &tokenizer,
                 Worker &worker) {
  if (segment.in_title)
    return; // a headline may give every word a capital
  worker.tokens.clear();
  tokenizer.tokens(segment.text, worker.tokens);
  worker.sentences.clear();
  news_sentences(segment.text, worker.sentences);
  const Token *token = worker.tokens.data();
  const Token *const end = token + worker.tokens.size();
  for (const Span &sentence : worker.sentences) {
    while (token < end && token->begin < sentence.begin)
      ++token;
    const Token *const first = token;
    while (token < end && token->begin < sentence.end)
      ++token;
    if (first < token)
      add_sentence(segment.text, first, token, worker);
  }
}

} // namespace

std::vector<WordCase> word_cases(const Source &source, const Reading &reading,
                                 std::uint64_t least, std::size_t threads,
                                 Monitor &monitor) {
  const Tokenizer tokenizer{WordOptions()};
  std::vector<Worker> workers(
      std::max<std::size_t>(1, std::min(threads, source.blocks())));
  for_blocks(source.blocks(), 1, threads, monitor, [&](const Block &b) {
    Worker &worker = workers[b.worker];
    source.load(b.index, worker.block);
    for (const Article &article : worker.block.articles) {
      find_segments(article, reading, worker.parts, worker.segments);
      for (const Segment &segment : worker.segments)
        add_segment(segment, tokenizer, worker);
    }
  });
  StringTable words;
  std::vector<Tally> tallies;
  for (Worker &worker : workers) {
    const std::vector<std::uint32_t> ids = words.merge(std::move(worker.words));
    tallies.resize(words.size());
    for (std::size_t id = 0; id < ids.size(); ++id) {
      tallies[ids[id]].inside += worker.tallies[id].inside;
      tallies[ids[id]].capital += worker.tallies[id].capital;
    }
  }
  std::vector<WordCase> out;
  for (std::uint32_t id = 0; id < words.size(); ++id)
    if (tallies[id].inside >= least)
      out.push_back(
          {std::string(words[id]), tallies[id].inside, tallies[id].capital});
  std::sort(out.begin(), out.end(), [](const WordCase &a, const WordCase &b) {
    return a.word < b.word;
  });
  return out;
}

} // namespace tritone
