// SPDX-License-Identifier: GPL-2.0-or-later
// Glue of article_profile(): its four tables.
#include "article/collection/profile.h"
#include "glue/convert.h"
#include "glue/monitor.h"
#include "glue/options.h"
#include "glue/run.h"

using namespace tritone;

namespace {

template <class Rows, class Text>
Rcpp::CharacterVector strings(const Rows &rows, const Text &text) {
  Rcpp::CharacterVector out(static_cast<R_xlen_t>(rows.size()));
  for (std::size_t i = 0; i < rows.size(); ++i)
    SET_STRING_ELT(out, static_cast<R_xlen_t>(i),
                   glue::utf8_string(text(rows[i])));
  return out;
}

template <class Rows, class Number>
Rcpp::NumericVector numbers(const Rows &rows, const Number &number) {
  Rcpp::NumericVector out(static_cast<R_xlen_t>(rows.size()));
  for (std::size_t i = 0; i < rows.size(); ++i)
    out[static_cast<R_xlen_t>(i)] = static_cast<double>(number(rows[i]));
  return out;
}

Rcpp::List word_rows(const std::vector<article::WordCase> &rows) {
  return Rcpp::List::create(
      Rcpp::Named("word") =
          strings(rows, [](const article::WordCase &row) { return row.word; }),
      Rcpp::Named("inside") = numbers(
          rows, [](const article::WordCase &row) { return row.inside; }),
      Rcpp::Named("capital") = numbers(
          rows, [](const article::WordCase &row) { return row.capital; }));
}

Rcpp::List line_rows(const std::vector<article::StandingLine> &rows) {
  using Row = article::StandingLine;
  return Rcpp::List::create(
      Rcpp::Named("line") =
          strings(rows, [](const Row &row) { return row.line; }),
      Rcpp::Named("articles") =
          numbers(rows, [](const Row &row) { return row.articles; }),
      Rcpp::Named("at_start") =
          numbers(rows, [](const Row &row) { return row.at_start; }),
      Rcpp::Named("at_end") =
          numbers(rows, [](const Row &row) { return row.at_end; }));
}

Rcpp::List acronym_rows(const std::vector<article::AcronymCount> &rows) {
  using Row = article::AcronymCount;
  return Rcpp::List::create(
      Rcpp::Named("acronym") =
          strings(rows, [](const Row &row) { return row.short_form; }),
      Rcpp::Named("long_form") =
          strings(rows, [](const Row &row) { return row.long_form; }),
      Rcpp::Named("articles") =
          numbers(rows, [](const Row &row) { return row.articles; }),
      Rcpp::Named("count") =
          numbers(rows, [](const Row &row) { return row.count; }));
}

Rcpp::List hyphen_rows(const std::vector<article::HyphenForm> &rows) {
  using Row = article::HyphenForm;
  return Rcpp::List::create(
      Rcpp::Named("word") =
          strings(rows, [](const Row &row) { return row.word; }),
      Rcpp::Named("hyphenated") =
          numbers(rows, [](const Row &row) { return row.hyphenated; }),
      Rcpp::Named("joined") =
          numbers(rows, [](const Row &row) { return row.joined; }),
      Rcpp::Named("broken") =
          numbers(rows, [](const Row &row) { return row.broken; }));
}

} // namespace

// articles: list(title, text, parts) of as_articles(); limits: name_count,
// line_articles, line_share.
// [[Rcpp::export(rng = false)]]
Rcpp::List article_profile_core(const Rcpp::List &articles,
                                const Rcpp::NumericVector &limits, int threads,
                                SEXP progress) {
  return glue::run([&] {
    const Rcpp::CharacterVector title = articles["title"];
    const Rcpp::CharacterVector text = articles["text"];
    article::ProfileOptions options;
    options.reading = glue::reading_of(articles);
    options.least = glue::count_of(limits["name_count"]);
    options.line_articles = glue::count_of(limits["line_articles"]);
    options.line_share = limits["line_share"];
    glue::RMonitor monitor(progress);
    const article::Profile found =
        article::learn(glue::article_source(title, text), options,
                       static_cast<std::size_t>(threads), monitor);
    return Rcpp::List::create(
        Rcpp::Named("words") = word_rows(found.words),
        Rcpp::Named("lines") = line_rows(found.lines),
        Rcpp::Named("acronyms") = acronym_rows(found.acronyms),
        Rcpp::Named("hyphens") = hyphen_rows(found.hyphens));
  });
}
