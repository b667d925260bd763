// SPDX-License-Identifier: GPL-2.0-or-later
// Any bytes as articles to count: terms, n-grams, compounds and hashed columns
// under options that the first byte picks; the first line is an expression to
// join and one to remove. Checks what must hold of each result.
#include "base/error.h"
#include "require.h"
#include "term/compounds.h"
#include "term/matrix.h"
#include "term/ngrams.h"
#include "term/sequences.h"
#include "term/tokens.h"
#include "text/utf8.h"

#include <cmath>
#include <string>
#include <string_view>
#include <vector>

using namespace tritone;
using namespace tritone::text;
using namespace tritone::article;
using namespace tritone::term;
using namespace tritone::fuzz;

namespace {

double check_matrix(const TermMatrix &m, std::size_t articles, bool named) {
  const auto &start = m.counts.start;
  require(!start.empty() && start.front() == 0, "columns begin at 0");
  require(!named || m.terms.size() + 1 == start.size(), "a term a column");
  double total = 0;
  double last = 0;
  for (std::size_t j = 0; j + 1 < start.size(); ++j) {
    double sum = 0;
    for (auto e = start[j]; e < start[j + 1]; ++e) {
      const auto at = static_cast<std::size_t>(e);
      const auto row = m.counts.row[at];
      require(row >= 0 && static_cast<std::size_t>(row) < articles &&
                  (e == start[j] || m.counts.row[at - 1] < row),
              "rows rise in a column");
      require(m.counts.value[at] != 0, "no stored zeros");
      sum += m.counts.value[at];
    }
    if (named) {
      require(is_valid_utf8(m.terms[j]) && !m.terms[j].empty(),
              "a term is a text");
      require(sum >= 1 && (j == 0 || sum <= last), "columns by falling total");
      require(j == 0 || sum < last || m.terms[j - 1] < m.terms[j],
              "equal totals by code point");
    }
    last = sum;
    total += sum;
  }
  return total;
}

bool same(const TermMatrix &a, const TermMatrix &b) {
  return a.terms == b.terms && a.counts.start == b.counts.start &&
         a.counts.row == b.counts.row && a.counts.value == b.counts.value;
}

TermSequences sequences_of(const Tokens &tokens,
                           const std::vector<std::int32_t> &type,
                           const SequenceOptions &options) {
  TokensView view;
  view.type = type.data();
  view.sentence = tokens.sentence.data();
  view.first = tokens.first;
  TypeForms forms;
  for (std::uint32_t i = 0; i < tokens.types.size(); ++i)
    forms.type.push_back(tokens.types[i]);
  forms.form = forms.type;
  return TermSequences(view, forms, options);
}

void check_ngrams(const Tokens &tokens, const TermMatrix &plain,
                  std::string_view expression, const WordOptions &words) {
  std::vector<std::int32_t> type = tokens.type;
  for (std::int32_t &one : type)
    ++one;
  const std::size_t n = tokens.first.size() - 1;
  NullMonitor monitor;
  NgramOptions options;
  SequenceOptions joined;
  const TermSequences whole = sequences_of(tokens, type, joined);
  require(same(count_ngrams(whole, options, 1, monitor).matrix, plain),
          "n-grams of one word are the terms");
  options.lengths = {1, 2, 3};
  options.skips = {0, 1};
  const NgramMatrix grams = count_ngrams(whole, options, 1, monitor);
  const double total = check_matrix(grams.matrix, n, true);
  const TermMatrix hashed = hash_ngrams(whole, options, 16, false, 1, monitor);
  require(std::abs(check_matrix(hashed, n, false) - total) < 0.5,
          "hashing keeps the total");
  options.min_docs = 2;
  const NgramMatrix common = count_ngrams(whole, options, 1, monitor);
  require(check_matrix(common.matrix, n, true) <= total, "a part of all");
  try {
    joined.compounds = {compound_words(expression, words)};
    joined.remove = {std::string(expression)};
  } catch (const input_error &) {
    return;
  }
  options = NgramOptions{};
  check_matrix(
      count_ngrams(sequences_of(tokens, type, joined), options, 1, monitor)
          .matrix,
      n, true);
  joined.remove.clear();
  const double fewer = check_matrix(
      count_ngrams(sequences_of(tokens, type, joined), options, 1, monitor)
          .matrix,
      n, true);
  require(fewer <= static_cast<double>(type.size()), "a compound is one term");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data,
                                      std::size_t size) {
  const std::string text = repair_utf8(view(data, size)).text;
  const unsigned bits = size == 0 ? 0 : data[0];
  std::string_view rest = text;
  const std::string_view expression = take_line(rest);
  TermMatrixOptions options;
  options.words.numbers = (bits & 1U) != 0;
  options.words.punctuation = (bits & 2U) != 0;
  options.words.rules = (bits & 4U) != 0 ? WordRules::uax29 : WordRules::news;
  if (options.words.rules == WordRules::news && (bits & 8U) != 0) {
    options.words.hyphens = WordOptions::Hyphens::split;
    options.words.clitics = WordOptions::Clitics::split;
  }
  std::vector<Article> articles;
  while (!rest.empty() && articles.size() < 8)
    articles.push_back({{}, take_line(rest), false});
  articles.push_back({expression, rest, false});
  articles.push_back({{}, {}, true});
  const MemorySource source(articles, 256, 3);
  NullMonitor monitor;
  const TermMatrix all = term_matrix(source, options, 1, monitor);
  const double total = check_matrix(all, articles.size(), true);
  require(std::abs(total - static_cast<double>(all.tokens)) < 0.5,
          "every token is counted");
  TokensOptions tokens;
  tokens.words = options.words;
  check_ngrams(term_tokens(source, tokens, 1, monitor), all, expression,
               options.words);
  options.remove = {std::string(expression)};
  options.min_docs = 2;
  options.max_terms = 5;
  try {
    const TermMatrix some = term_matrix(source, options, 1, monitor);
    require(check_matrix(some, articles.size(), true) <= total,
            "a part of all");
    require(some.terms.size() <= 5, "no more columns than asked for");
  } catch (const input_error &) {
    // Not every line is a pattern.
  }
  return 0;
}
