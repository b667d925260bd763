// SPDX-License-Identifier: GPL-2.0-or-later
// Glue of article_check(): what the core finds in each article and in many.
#include "article/checks/check.h"
#include "glue/convert.h"
#include "glue/monitor.h"
#include "glue/run.h"

using namespace tritone;

namespace {

int row_of(std::size_t article) { return static_cast<int>(article) + 1; }

Rcpp::List findings_list(const std::vector<article::CheckFinding> &findings) {
  const auto n = static_cast<R_xlen_t>(findings.size());
  Rcpp::IntegerVector row(n), start(n), end(n);
  Rcpp::CharacterVector check(n), field(n), detail(n);
  for (R_xlen_t i = 0; i < n; ++i) {
    const article::CheckFinding &one = findings[static_cast<std::size_t>(i)];
    const article::Finding &f = one.finding;
    const bool nowhere = f.begin == article::Finding::kNowhere;
    row[i] = row_of(one.article);
    check[i] = article::fault_name(f.fault);
    field[i] = f.in_title ? "title" : "text";
    start[i] = nowhere ? NA_INTEGER : static_cast<int>(f.begin) + 1;
    end[i] = nowhere ? NA_INTEGER : static_cast<int>(f.end);
    detail[i] = glue::utf8_string(f.detail);
  }
  return Rcpp::List::create(
      Rcpp::Named("row") = row, Rcpp::Named("check") = check,
      Rcpp::Named("field") = field, Rcpp::Named("start") = start,
      Rcpp::Named("end") = end, Rcpp::Named("detail") = detail);
}

Rcpp::List repeats_list(const std::vector<article::Repeat> &repeats) {
  const auto n = static_cast<R_xlen_t>(repeats.size());
  Rcpp::IntegerVector row(n), original(n);
  Rcpp::NumericVector share(n);
  for (R_xlen_t i = 0; i < n; ++i) {
    const article::Repeat &one = repeats[static_cast<std::size_t>(i)];
    row[i] = row_of(one.article);
    original[i] = row_of(one.original);
    share[i] = one.similarity;
  }
  return Rcpp::List::create(Rcpp::Named("row") = row,
                            Rcpp::Named("original") = original,
                            Rcpp::Named("similarity") = share);
}

Rcpp::List lines_list(const std::vector<article::RepeatedLine> &lines) {
  const auto n = static_cast<R_xlen_t>(lines.size());
  Rcpp::IntegerVector row(n), start(n), end(n), articles(n);
  for (R_xlen_t i = 0; i < n; ++i) {
    const article::RepeatedLine &line = lines[static_cast<std::size_t>(i)];
    row[i] = row_of(line.article);
    start[i] = static_cast<int>(line.begin) + 1;
    end[i] = static_cast<int>(line.end);
    articles[i] = static_cast<int>(line.articles);
  }
  return Rcpp::List::create(
      Rcpp::Named("row") = row, Rcpp::Named("start") = start,
      Rcpp::Named("end") = end, Rcpp::Named("articles") = articles);
}

} // namespace

// articles: list(title, text) of as_articles().
// [[Rcpp::export(rng = false)]]
Rcpp::List article_check_core(const Rcpp::List &articles, int threads,
                              SEXP progress) {
  return glue::run([&] {
    const Rcpp::CharacterVector title = articles["title"];
    const Rcpp::CharacterVector text = articles["text"];
    const article::MemorySource source = glue::article_source(title, text);
    glue::RMonitor monitor(progress);
    const article::CheckResult found =
        article::check_articles(source, article::CheckOptions(),
                                static_cast<std::size_t>(threads), monitor);
    const auto n = static_cast<R_xlen_t>(found.words.size());
    Rcpp::IntegerVector words(n);
    Rcpp::CharacterVector language(n, NA_STRING);
    for (R_xlen_t i = 0; i < n; ++i) {
      words[i] = static_cast<int>(found.words[static_cast<std::size_t>(i)]);
      const article::Language &one =
          found.languages[static_cast<std::size_t>(i)];
      if (*one.code != '\0')
        language[i] = one.code;
    }
    return Rcpp::List::create(
        Rcpp::Named("findings") = findings_list(found.findings),
        Rcpp::Named("exact") = repeats_list(found.exact),
        Rcpp::Named("near") = repeats_list(found.near),
        Rcpp::Named("lines") = lines_list(found.lines),
        Rcpp::Named("words") = words, Rcpp::Named("language") = language);
  });
}
