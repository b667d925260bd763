// SPDX-License-Identifier: GPL-2.0-or-later
// N-grams against counting everything, and hashed columns.
#include "term/ngrams.h"

#include "base/error.h"
#include "base/rng.h"
#include "term/tokens.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

using namespace tritone;
using namespace tritone::text;
using namespace tritone::article;
using namespace tritone::term;

namespace {

// Tokens in the form sequences take them.
struct Cut {
  Tokens tokens;
  std::vector<std::int32_t> type;
  TypeForms forms;

  explicit Cut(const std::vector<std::string> &texts) {
    std::vector<Article> articles;
    for (const std::string &text : texts)
      articles.push_back({{}, text, false});
    NullMonitor monitor;
    tokens = term_tokens(MemorySource(articles), {}, 1, monitor);
    for (const std::int32_t t : tokens.type)
      type.push_back(t + 1);
    for (std::uint32_t t = 0; t < tokens.types.size(); ++t)
      forms.type.push_back(tokens.types[t]);
    forms.form = forms.type;
  }

  TermSequences sequences(const SequenceOptions &options = {}) const {
    TokensView view;
    view.type = type.data();
    view.sentence = tokens.sentence.data();
    view.first = tokens.first;
    return TermSequences(view, forms, options);
  }
};

NgramMatrix count(const Cut &cut, const NgramOptions &options,
                  std::size_t threads = 1) {
  NullMonitor monitor;
  return count_ngrams(cut.sequences(), options, threads, monitor);
}

NgramOptions lengths(std::vector<std::size_t> n,
                     std::vector<std::size_t> skips = {0}) {
  NgramOptions options;
  options.lengths = std::move(n);
  options.skips = std::move(skips);
  return options;
}

std::vector<std::string> sorted(std::vector<std::string> x) {
  std::sort(x.begin(), x.end());
  return x;
}

std::vector<std::string> random_texts(std::size_t n) {
  std::vector<std::string> texts;
  Rng rng(21, 22);
  for (std::size_t i = 0; i < n; ++i) {
    std::string text;
    for (std::uint32_t w = rng.below(60); w > 0; --w)
      text += "w" +
              std::to_string(static_cast<int>(1 / (rng.uniform() + 0.002))) +
              (rng.below(9) == 0 ? ". W9 " : " ");
    texts.push_back(text);
  }
  return texts;
}

void check_same(const TermMatrix &a, const TermMatrix &b) {
  CHECK(a.terms == b.terms);
  CHECK(a.counts.start == b.counts.start);
  CHECK(a.counts.row == b.counts.row);
  CHECK(a.counts.value == b.counts.value);
}

using Words = std::vector<std::string>;

} // namespace

TEST_CASE("ngrams: lengths, skips and the end of sentences") {
  const Cut cut({"a b c d. E f"});
  CHECK(sorted(count(cut, lengths({2})).matrix.terms) ==
        Words{"a_b", "b_c", "c_d", "e_f"});
  CHECK(sorted(count(cut, lengths({1, 3})).matrix.terms) ==
        Words{"a", "a_b_c", "b", "b_c_d", "c", "d", "e", "f"});
  CHECK(sorted(count(cut, lengths({2}, {1, 2})).matrix.terms) ==
        Words{"a_c", "a_d", "b_d"});
  CHECK(sorted(count(cut, lengths({3}, {0, 1})).matrix.terms) ==
        Words{"a_b_c", "a_b_d", "a_c_d", "b_c_d"});
  CHECK(count(cut, lengths({5})).matrix.terms.empty());
  CHECK(count(cut, lengths({2}, {1000})).matrix.terms.empty());
  CHECK(count(Cut({}), lengths({1, 2})).matrix.counts.rows == 0);
  CHECK(count(Cut({"", "one"}), lengths({2})).matrix.counts.rows == 2);
}

TEST_CASE("ngrams: of one word they are the term matrix") {
  const auto texts = random_texts(200);
  std::vector<Article> articles;
  for (const std::string &text : texts)
    articles.push_back({{}, text, false});
  NullMonitor monitor;
  TermMatrixOptions plain;
  plain.min_docs = 3;
  plain.max_docs = 60;
  plain.max_terms = 50;
  NgramOptions options;
  options.min_docs = 3;
  options.max_docs = 60;
  options.max_terms = 50;
  check_same(count(Cut(texts), options, 2).matrix,
             term_matrix(MemorySource(articles), plain, 1, monitor));
}

TEST_CASE("ngrams: holes keep their place") {
  const Cut cut({"bank of england of bank"});
  SequenceOptions options;
  options.remove = {"of"};
  NullMonitor monitor;
  const TermSequences s = cut.sequences(options);
  CHECK(count_ngrams(s, lengths({2}), 1, monitor).matrix.terms.empty());
  CHECK(count_ngrams(s, lengths({2}, {0, 1}), 1, monitor).matrix.terms ==
        Words{"bank_england", "england_bank"});
}

TEST_CASE("ngrams: pruned while counting, and exact") {
  const Cut cut(random_texts(400));
  const NgramMatrix all = count(cut, lengths({1, 2}, {0, 1}));
  for (const std::uint64_t min_docs : {2U, 3U, 10U, 300U}) {
    // What counting everything and choosing then would give.
    std::map<std::string, std::vector<double>> want;
    for (std::size_t j = 0; j < all.matrix.terms.size(); ++j) {
      const auto begin = static_cast<std::size_t>(all.matrix.counts.start[j]);
      const auto end = static_cast<std::size_t>(all.matrix.counts.start[j + 1]);
      if (end - begin >= min_docs)
        for (std::size_t e = begin; e < end; ++e)
          want[all.matrix.terms[j]].push_back(all.matrix.counts.value[e]);
    }
    for (const unsigned bits : {7U, 26U}) { // crowded and roomy
      NgramOptions options = lengths({1, 2}, {0, 1});
      options.min_docs = min_docs;
      options.sketch_bits = bits;
      const NgramMatrix got = count(cut, options);
      CHECK(got.matrix.terms.size() == want.size());
      for (std::size_t j = 0; j < got.matrix.terms.size(); ++j) {
        const auto &x = got.matrix.counts;
        const std::vector<double> values(x.value.begin() + x.start[j],
                                         x.value.begin() + x.start[j + 1]);
        CHECK(want[got.matrix.terms[j]] == values);
      }
      if (bits == 26)
        CHECK(got.counted < all.counted / 2);
    }
  }
}

TEST_CASE("ngrams: the same bits for any number of threads") {
  const Cut cut(random_texts(500));
  NgramOptions options = lengths({1, 2, 3}, {0, 2});
  options.min_docs = 2;
  const NgramMatrix one = count(cut, options);
  CHECK(one.matrix.terms.size() > 100);
  for (const std::size_t threads : {2U, 7U})
    check_same(count(cut, options, threads).matrix, one.matrix);
}

TEST_CASE("ngrams: hashed into buckets") {
  const Cut cut({"rain and rain", "", "sun and rain. Sun"});
  NullMonitor monitor;
  const auto hash = [&](const Cut &x, bool is_signed, std::size_t threads) {
    return hash_ngrams(x.sequences(), lengths({1, 2}), 64, is_signed, threads,
                       monitor);
  };
  const TermMatrix m = hash(cut, false, 1);
  CHECK(m.counts.columns() == 64);
  CHECK(m.counts.rows == 3);
  double total = 0;
  for (const double value : m.counts.value)
    total += value;
  CHECK(total == 5 + 6);
  // The bucket depends on the term alone.
  const TermMatrix alone = hash(Cut({"zebra", "sun and rain. Sun"}), false, 1);
  const auto row = [](const TermMatrix &x, std::int32_t i) {
    std::map<std::size_t, double> out;
    for (std::size_t j = 0; j < x.counts.columns(); ++j)
      for (auto e = x.counts.start[j]; e < x.counts.start[j + 1]; ++e)
        if (x.counts.row[static_cast<std::size_t>(e)] == i)
          out[j] = x.counts.value[static_cast<std::size_t>(e)];
    return out;
  };
  CHECK(row(alone, 1) == row(m, 2));
  const auto texts = random_texts(300);
  for (const bool is_signed : {false, true}) {
    const TermMatrix one = hash(Cut(texts), is_signed, 1);
    check_same(hash(Cut(texts), is_signed, 7), one);
    const auto &value = one.counts.value;
    CHECK(std::count(value.begin(), value.end(), 0.0) == 0);
    CHECK((*std::min_element(value.begin(), value.end()) < 0) == is_signed);
  }
  for (const std::size_t wrong : {0U, 1U, 3U, 1U << 25})
    CHECK_THROWS_AS(
        hash_ngrams(cut.sequences(), lengths({1}), wrong, false, 1, monitor),
        input_error);
}

TEST_CASE("ngrams: wrong options are refused") {
  const Cut cut({"a b"});
  CHECK_THROWS_AS(count(cut, lengths({})), input_error);
  CHECK_THROWS_AS(count(cut, lengths({0})), input_error);
  CHECK_THROWS_AS(count(cut, lengths({17})), input_error);
  CHECK_THROWS_AS(count(cut, lengths({2}, {})), input_error);
}
