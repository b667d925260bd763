// SPDX-License-Identifier: GPL-2.0-or-later
// The matrix of articles and terms against plain counting.
#include "term/matrix.h"

#include "base/rng.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace tritone;
using namespace tritone::text;
using namespace tritone::article;
using namespace tritone::term;

namespace {

TermMatrix count(const std::vector<std::string> &texts,
                 const TermMatrixOptions &options = {}, std::size_t threads = 1,
                 std::size_t block_articles = 1024) {
  std::vector<Article> articles;
  for (const std::string &text : texts)
    articles.push_back({{}, text, false});
  NullMonitor monitor;
  return term_matrix(MemorySource(articles, 1 << 17, block_articles), options,
                     threads, monitor);
}

// How often `term` occurs in article `row`; -1 if there is no such column.
double cell(const TermMatrix &m, std::size_t row, const std::string &term) {
  const auto at = std::find(m.terms.begin(), m.terms.end(), term);
  if (at == m.terms.end())
    return -1;
  const auto j = static_cast<std::size_t>(at - m.terms.begin());
  for (auto e = m.counts.start[j]; e < m.counts.start[j + 1]; ++e)
    if (m.counts.row[static_cast<std::size_t>(e)] == static_cast<int>(row))
      return m.counts.value[static_cast<std::size_t>(e)];
  return 0;
}

// Texts of made-up words whose frequencies fall as those of a language do.
std::vector<std::string> random_texts(std::size_t n) {
  std::vector<std::string> texts;
  Rng rng(11, 12);
  for (std::size_t i = 0; i < n; ++i) {
    std::string text;
    for (std::uint32_t w = rng.below(60); w > 0; --w)
      text += "w" +
              std::to_string(static_cast<int>(1 / (rng.uniform() + 0.002))) +
              (rng.below(9) == 0 ? ". " : " ");
    texts.push_back(text);
  }
  return texts;
}

} // namespace

TEST_CASE("term: counts of a small collection") {
  const TermMatrix m =
      count({"Rain, rain; and MORE rain!", "", "More sun don\u2019t hurt."});
  CHECK(m.counts.rows == 3);
  CHECK(m.terms == std::vector<std::string>{"rain", "more", "and", "don't",
                                            "hurt", "sun"});
  CHECK(cell(m, 0, "rain") == 3);
  CHECK(cell(m, 0, "more") == 1);
  CHECK(cell(m, 2, "don't") == 1);
  CHECK(cell(m, 1, "rain") == 0);
  CHECK(m.tokens == 9);
}

TEST_CASE("term: no article, a missing one, one without words") {
  CHECK(count({}).counts.rows == 0);
  CHECK(count({}).terms.empty());
  CHECK(count({"... !! 12"}).terms.empty());
  CHECK(count({"... !! 12"}).counts.rows == 1);
  NullMonitor monitor;
  const TermMatrix m = term_matrix(
      MemorySource({{{}, {}, true}, {{}, "one", false}}), {}, 1, monitor);
  CHECK(m.counts.rows == 2);
  CHECK(m.counts.row == std::vector<std::int32_t>{1});
}

TEST_CASE("term: the same bits for any threads and any blocks") {
  const auto texts = random_texts(500);
  const TermMatrix one = count(texts);
  for (std::size_t threads : {1U, 2U, 7U}) {
    for (std::size_t block : {1U, 13U, 1024U}) {
      const TermMatrix m = count(texts, {}, threads, block);
      CHECK(m.terms == one.terms);
      CHECK(m.counts.start == one.counts.start);
      CHECK(m.counts.row == one.counts.row);
      CHECK(m.counts.value == one.counts.value);
      CHECK(m.tokens == one.tokens);
    }
  }
  // Conservation: all that is read is counted.
  double total = 0;
  for (double value : one.counts.value)
    total += value;
  CHECK(total == static_cast<double>(one.tokens));
  CHECK(std::find(one.counts.value.begin(), one.counts.value.end(), 0.0) ==
        one.counts.value.end());
}

TEST_CASE("term: columns go by total, then by code point; limits apply") {
  const std::vector<std::string> texts = {"b a a \u00e9 z", "b a", "b c"};
  CHECK(count(texts).terms ==
        std::vector<std::string>{"a", "b", "c", "z", "\u00e9"});
  TermMatrixOptions options;
  options.min_docs = 2;
  CHECK(count(texts, options).terms == std::vector<std::string>{"a", "b"});
  options.max_docs = 2;
  CHECK(count(texts, options).terms == std::vector<std::string>{"a"});
  options = {};
  options.max_terms = 2;
  CHECK(count(texts, options).terms == std::vector<std::string>{"a", "b"});
  options.remove = {"A", "nowhere"};
  CHECK(count(texts, options).terms == std::vector<std::string>{"b", "c"});
}

TEST_CASE("term: records are counted by part") {
  const std::string title = "Rain at last";
  const std::string text = "Farmers cheered.\n\nContact us: write to "
                           "desk@paper.example with questions.";
  NullMonitor monitor;
  TermMatrixOptions options;
  const MemorySource source({{title, text, false}});
  CHECK(cell(term_matrix(source, options, 1, monitor), 0, "contact") == 1);
  options.reading.by_part = true;
  options.reading.parts =
      PartSet::none().with(Part::headline).with(Part::lead).with(Part::body);
  const TermMatrix m = term_matrix(source, options, 1, monitor);
  CHECK(cell(m, 0, "rain") == 1);
  CHECK(cell(m, 0, "cheered") == 1);
  CHECK(cell(m, 0, "contact") == -1);
}
