// SPDX-License-Identifier: GPL-2.0-or-later
// Joins repeated sentences, then sums squares.
#include "tone/sentence_error.h"

#include "base/hash.h"
#include "base/hash_padded.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace tritone::tone {
namespace {

// Adds up the deviations of sentences with the same key.
void join_repeats(SentenceDeviations &of) {
  of.scratch.clear();
  for (std::size_t i = 0; i < of.e.size(); ++i)
    if (of.key[i] != 0)
      of.scratch.emplace_back(of.key[i], static_cast<double>(i));
  std::sort(of.scratch.begin(), of.scratch.end());
  const auto same = [](const auto &a, const auto &b) {
    return a.first == b.first;
  };
  if (std::adjacent_find(of.scratch.begin(), of.scratch.end(), same) ==
      of.scratch.end())
    return;
  std::vector<double> joined;
  for (std::size_t i = 0; i < of.e.size(); ++i)
    if (of.key[i] == 0)
      joined.push_back(of.e[i]);
  for (std::size_t k = 0; k < of.scratch.size(); ++k) {
    const double e = of.e[static_cast<std::size_t>(of.scratch[k].second)];
    if (k > 0 && same(of.scratch[k - 1], of.scratch[k]))
      joined.back() += e;
    else
      joined.push_back(e);
  }
  of.e.swap(joined);
  of.key.assign(of.e.size(), 0);
}

// hash_bytes() of a token; nearly all have the rest of a text after them.
std::uint64_t hash_of(const SentenceTokens &sentence, std::size_t i) {
  const std::string_view token = sentence.at(i);
  return sentence.token[i].end + kHashPadding <= sentence.text.size()
             ? hash_padded(token.data(), token.size())
             : hash_bytes(token);
}

} // namespace

std::uint64_t sentence_key(const SentenceTokens &sentence) {
  std::uint64_t key = 1;
  for (std::size_t i = 0; i < sentence.count; ++i)
    key = (key ^ hash_of(sentence, i)) * 0x9fb21c651e98df25ULL;
  return std::max<std::uint64_t>(1, mix64(key));
}

double sentence_error(SentenceDeviations &of) {
  constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
  join_repeats(of);
  const auto n = static_cast<double>(of.e.size());
  if (n < 2)
    return kNone;
  double sum = 0;
  for (const double x : of.e)
    sum += x;
  const double mean = sum / n;
  double squares = 0;
  for (const double x : of.e)
    squares += (x - mean) * (x - mean);
  return squares == 0 ? kNone : std::sqrt(n / (n - 1) * squares);
}

} // namespace tritone::tone
