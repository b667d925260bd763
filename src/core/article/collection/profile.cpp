// SPDX-License-Identifier: GPL-2.0-or-later
// Counts capitals, hyphens, lines and acronyms block by block, and merges the
// counts.
#include "article/collection/profile.h"

#include "article/collection/repeats.h"
#include "article/parts/paragraphs.h"
#include "base/parallel.h"
#include "base/string_table.h"
#include "text/fold.h"
#include "text/quotes.h"
#include "text/sentences.h"
#include "text/space.h"
#include "text/unicode.h"
#include "text/utf8.h"
#include "text/words.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace tritone::article {
namespace {

struct Tally {
  std::uint64_t all = 0;
  std::uint64_t inside = 0;
  std::uint64_t capital = 0;
  std::uint64_t broken = 0;

  void add(const Tally &other) {
    all += other.all;
    inside += other.inside;
    capital += other.capital;
    broken += other.broken;
  }
};

struct alignas(kApart) Worker {
  StringTable words;
  std::vector<Tally> tallies;
  LineCounter lines;
  AcronymCounter acronyms;
  ArticleBlock block;
  PartScratch parts;
  std::vector<text::Span> paragraphs;
  std::vector<Segment> segments;
  std::vector<text::Token> tokens;
  std::vector<text::Span> sentences;
  std::string folded;

  Tally &tally(std::string_view word) {
    const std::uint32_t id = words.insert(word);
    if (id >= tallies.size())
      tallies.resize(id + std::size_t{1});
    return tallies[id];
  }
};

// Are the two words the halves of one that a hyphen divides at a line end?
bool is_broken(std::string_view text, const text::Token &left,
               const text::Token &right) {
  const char *const end = text.data() + text.size();
  const char *const p = text.data() + left.end;
  if (p == end)
    return false;
  const text::CodePoint hyphen = text::decode(p, end);
  if (!text::is_hyphen(hyphen.value))
    return false;
  const char *const after = p + hyphen.size;
  const text::Blanks blanks = text::skip_blanks(after, end);
  return blanks.next == text.data() + right.begin && !blanks.paragraph &&
         std::find(after, blanks.next, '\n') != blanks.next &&
         text::is_cased(text::decode_back(text.data(), p).value) &&
         text::is_cased(text::decode(blanks.next, end).value);
}

// The folded form of a token, without a final 's.
std::string_view form_of(std::string_view text, const text::Token &token,
                         std::string &folded) {
  folded.clear();
  text::append_folded(text.substr(token.begin, token.end - token.begin),
                      folded);
  std::string_view word = folded;
  if (word.size() > 2 && word.substr(word.size() - 2) == "'s")
    word.remove_suffix(2);
  return word;
}

void add_sentence(std::string_view text, const text::Token *first,
                  const text::Token *last, bool in_title, Worker &worker) {
  // A headline may give every word a capital.
  const bool cased =
      !in_title && std::any_of(first, last, [](const text::Token &token) {
        return token.kind == text::TokenKind::word && !token.capital;
      });
  for (const text::Token *token = first; token < last; ++token) {
    if (token->kind != text::TokenKind::word)
      continue;
    Tally &tally = worker.tally(form_of(text, *token, worker.folded));
    ++tally.all;
    if (cased && token > first && !text::is_after_quote(text, token->begin)) {
      ++tally.inside;
      tally.capital += token->capital;
    }
    if (token + 1 < last && token[1].kind == text::TokenKind::word &&
        is_broken(text, *token, token[1])) {
      std::string word =
          text::folded(text.substr(token->begin, token->end - token->begin));
      word += '-';
      word += form_of(text, token[1], worker.folded);
      ++worker.tally(word).broken;
    }
  }
}

void add_segment(const Segment &segment, const text::Tokenizer &tokenizer,
                 Worker &worker) {
  worker.tokens.clear();
  tokenizer.tokens(segment.text, worker.tokens);
  worker.sentences.clear();
  text::news_sentences(segment.text, worker.sentences);
  const text::Token *token = worker.tokens.data();
  const text::Token *const end = token + worker.tokens.size();
  for (const text::Span &sentence : worker.sentences) {
    while (token < end && token->begin < sentence.begin)
      ++token;
    const text::Token *const first = token;
    while (token < end && token->begin < sentence.end)
      ++token;
    if (first < token)
      add_sentence(segment.text, first, token, segment.in_title, worker);
  }
}

// "sea-wall" without its hyphen; empty if the word does not have exactly one
// hyphen, between letters.
std::string without_hyphen(std::string_view word) {
  const std::size_t at = word.find('-');
  if (at == std::string_view::npos || at == 0 || at + 1 == word.size() ||
      word.find('-', at + 1) != std::string_view::npos)
    return {};
  const char *const end = word.data() + word.size();
  for (const char *p = word.data(); p < end;) {
    const text::CodePoint point = text::decode(p, end);
    if (!text::is_alphabetic(point.value) && !text::is_mark(point.value) &&
        *p != '-')
      return {};
    p += point.size;
  }
  return std::string(word.substr(0, at)) + std::string(word.substr(at + 1));
}

void write_words(const StringTable &words, const std::vector<Tally> &tallies,
                 std::uint64_t least, Profile &out) {
  for (std::uint32_t id = 0; id < words.size(); ++id) {
    const Tally &tally = tallies[id];
    const std::string_view word = words[id];
    if (tally.inside >= least)
      out.words.push_back({std::string(word), tally.inside, tally.capital});
    const std::string joined = without_hyphen(word);
    if (joined.empty())
      continue;
    const std::uint32_t other = words.find(joined);
    const std::uint64_t count =
        other == StringTable::kMissing ? 0 : tallies[other].all;
    if (tally.broken > 0 || count > 0)
      out.hyphens.push_back(
          {std::string(word), tally.all, count, tally.broken});
  }
  const auto by_word = [](const auto &a, const auto &b) {
    return a.word < b.word;
  };
  std::sort(out.words.begin(), out.words.end(), by_word);
  std::sort(out.hyphens.begin(), out.hyphens.end(), by_word);
}

} // namespace

Profile learn(const Source &source, const ProfileOptions &options,
              std::size_t threads, Monitor &monitor) {
  const text::Tokenizer tokenizer{text::WordOptions()};
  std::vector<Worker> workers(
      std::max<std::size_t>(1, std::min(threads, source.blocks())));
  for_blocks(source.blocks(), 1, threads, monitor, [&](const Block &b) {
    Worker &worker = workers[b.worker];
    source.load(b.index, worker.block);
    for (std::size_t i = 0; i < worker.block.articles.size(); ++i) {
      const Article &article = worker.block.articles[i];
      if (article.missing)
        continue;
      find_paragraphs(article.text, worker.paragraphs);
      worker.lines.add_article(worker.block.first + i, article.text,
                               exact_hash(article.text), worker.paragraphs);
      worker.acronyms.add_article(article.text);
      find_segments(article, options.reading, worker.parts, worker.segments);
      for (const Segment &segment : worker.segments)
        add_segment(segment, tokenizer, worker);
    }
  });
  Profile out;
  StringTable words;
  std::vector<Tally> tallies;
  LineCounter lines;
  AcronymCounter acronyms;
  for (Worker &worker : workers) {
    const std::vector<std::uint32_t> ids = words.merge(std::move(worker.words));
    tallies.resize(words.size());
    for (std::size_t id = 0; id < ids.size(); ++id)
      tallies[ids[id]].add(worker.tallies[id]);
    lines.merge(std::move(worker.lines));
    acronyms.merge(std::move(worker.acronyms));
  }
  write_words(words, tallies, options.least, out);
  out.lines =
      lines.lines(source, articles_needed(options.line_articles,
                                          options.line_share, source.size()));
  out.acronyms = acronyms.counts();
  return out;
}

} // namespace tritone::article
