// SPDX-License-Identifier: GPL-2.0-or-later
// The longest common run of sentences first, then moved ones, then those that
// are alike between the same neighbours.
#include "article/collection/diff.h"

#include "base/error.h"
#include "base/hash.h"
#include "text/fold.h"
#include "text/sentences.h"
#include "text/words.h"

#include <algorithm>
#include <string>
#include <unordered_map>

namespace tritone::article {
namespace {

constexpr double kAlike = 0.5; // of the words, for a re-worded sentence
constexpr std::size_t kMostCells = 100000000;
constexpr std::size_t kNone = static_cast<std::size_t>(-1);

struct Sentence {
  text::Span at;
  std::uint64_t hash = 0;
  std::vector<std::uint64_t> words; // sorted
  std::size_t partner = kNone;
  Change change = Change::dropped;
};

std::vector<Sentence> sentences_of(std::string_view text) {
  std::vector<text::Span> spans;
  text::news_sentences(text, spans);
  text::WordOptions options;
  options.numbers = true;
  const text::Tokenizer tokenizer(options);
  std::vector<text::Token> tokens;
  std::string folded;
  std::vector<Sentence> out;
  for (const text::Span span : spans) {
    Sentence one;
    one.at = span;
    const std::string_view piece =
        text.substr(span.begin, span.end - span.begin);
    tokens.clear();
    tokenizer.tokens(piece, tokens);
    for (const text::Token &token : tokens) {
      folded.clear();
      text::append_folded(piece.substr(token.begin, token.end - token.begin),
                          folded);
      one.words.push_back(hash_bytes(folded));
      one.hash = hash_combine(one.hash, one.words.back());
    }
    if (tokens.empty()) // marks alone are the same only as they are
      one.hash = hash_bytes(piece);
    std::sort(one.words.begin(), one.words.end());
    out.push_back(std::move(one));
  }
  return out;
}

double similarity(const Sentence &a, const Sentence &b) {
  std::size_t shared = 0;
  for (std::size_t i = 0, j = 0; i < a.words.size() && j < b.words.size();) {
    shared += a.words[i] == b.words[j];
    const bool next = a.words[i] <= b.words[j];
    j += b.words[j] <= a.words[i];
    i += next;
  }
  const std::size_t all = a.words.size() + b.words.size() - shared;
  return all == 0 ? 0 : static_cast<double>(shared) / static_cast<double>(all);
}

void join(Sentence &a, std::size_t a_at, Sentence &b, std::size_t b_at,
          Change change) {
  a.partner = b_at;
  b.partner = a_at;
  a.change = b.change = change;
}

void check_size(std::size_t rows, std::size_t columns) {
  if (rows > 0 && columns > kMostCells / rows)
    throw limit_error("Two versions of " + std::to_string(rows) + " and " +
                      std::to_string(columns) +
                      " sentences that differ are too long to be compared.");
}

// Pairs that keep their order, as many as there can be: `same(i, j)` says which
// may be pairs.
template <class Same, class Take>
void longest_common(std::size_t begin_a, std::size_t end_a, std::size_t begin_b,
                    std::size_t end_b, Same same, Take take) {
  const std::size_t rows = end_a - begin_a;
  const std::size_t columns = end_b - begin_b;
  check_size(rows, columns);
  const std::size_t wide = columns + 1;
  std::vector<std::uint32_t> best((rows + 1) * wide);
  for (std::size_t i = rows; i-- > 0;)
    for (std::size_t j = columns; j-- > 0;)
      best[i * wide + j] =
          same(begin_a + i, begin_b + j)
              ? best[(i + 1) * wide + j + 1] + 1
              : std::max(best[(i + 1) * wide + j], best[i * wide + j + 1]);
  for (std::size_t i = 0, j = 0; i < rows && j < columns;) {
    if (same(begin_a + i, begin_b + j))
      take(begin_a + i++, begin_b + j++);
    else if (best[(i + 1) * wide + j] >= best[i * wide + j + 1])
      ++i;
    else
      ++j;
  }
}

void find_kept(std::vector<Sentence> &a, std::vector<Sentence> &b) {
  std::size_t begin = 0;
  std::size_t end_a = a.size(), end_b = b.size();
  while (begin < end_a && begin < end_b && a[begin].hash == b[begin].hash) {
    join(a[begin], begin, b[begin], begin, Change::kept);
    ++begin;
  }
  while (end_a > begin && end_b > begin &&
         a[end_a - 1].hash == b[end_b - 1].hash) {
    --end_a;
    --end_b;
    join(a[end_a], end_a, b[end_b], end_b, Change::kept);
  }
  longest_common(
      begin, end_a, begin, end_b,
      [&](std::size_t i, std::size_t j) { return a[i].hash == b[j].hash; },
      [&](std::size_t i, std::size_t j) {
        join(a[i], i, b[j], j, Change::kept);
      });
}

void find_moved(std::vector<Sentence> &a, std::vector<Sentence> &b) {
  std::unordered_map<std::uint64_t, std::vector<std::size_t>> left;
  for (std::size_t i = a.size(); i-- > 0;)
    if (a[i].partner == kNone)
      left[a[i].hash].push_back(i);
  for (std::size_t j = 0; j < b.size(); ++j) {
    if (b[j].partner != kNone)
      continue;
    const auto found = left.find(b[j].hash);
    if (found == left.end() || found->second.empty())
      continue;
    join(a[found->second.back()], found->second.back(), b[j], j, Change::moved);
    found->second.pop_back();
  }
}

// Sentences that are alike, between two neighbours that were kept.
void find_reworded(std::vector<Sentence> &a, std::vector<Sentence> &b) {
  std::size_t i = 0, j = 0;
  while (i < a.size() || j < b.size()) {
    std::size_t end_a = i, end_b = j;
    while (end_a < a.size() && a[end_a].change != Change::kept)
      ++end_a;
    while (end_b < b.size() && b[end_b].change != Change::kept)
      ++end_b;
    longest_common(
        i, end_a, j, end_b,
        [&](std::size_t k, std::size_t l) {
          return a[k].partner == kNone && b[l].partner == kNone &&
                 similarity(a[k], b[l]) >= kAlike;
        },
        [&](std::size_t k, std::size_t l) {
          join(a[k], k, b[l], l, Change::reworded);
        });
    i = end_a + 1;
    j = end_b + 1;
  }
}

} // namespace

const char *change_name(Change change) {
  switch (change) {
  case Change::kept:
    return "kept";
  case Change::moved:
    return "moved";
  case Change::reworded:
    return "reworded";
  case Change::added:
    return "added";
  case Change::dropped:
    break;
  }
  return "dropped";
}

std::vector<SentenceChange> compare_versions(std::string_view before,
                                             std::string_view after) {
  std::vector<Sentence> a = sentences_of(before);
  std::vector<Sentence> b = sentences_of(after);
  find_kept(a, b);
  find_moved(a, b);
  find_reworded(a, b);
  std::vector<SentenceChange> out;
  std::size_t i = 0;
  const auto add_dropped = [&](std::size_t end) {
    for (; i < end; ++i)
      if (a[i].partner == kNone)
        out.push_back({Change::dropped, a[i].at, {0, 0}, 0});
  };
  for (std::size_t j = 0; j < b.size(); ++j) {
    const std::size_t partner = b[j].partner;
    if (partner == kNone) {
      out.push_back({Change::added, {0, 0}, b[j].at, 0});
      continue;
    }
    if (b[j].change != Change::moved)
      add_dropped(partner);
    out.push_back(
        {b[j].change, a[partner].at, b[j].at, similarity(a[partner], b[j])});
  }
  add_dropped(a.size());
  return out;
}

} // namespace tritone::article
