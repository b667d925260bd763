// SPDX-License-Identifier: GPL-2.0-or-later
// Glue of article_diff(): one row per sentence of either version.
#include "article/collection/diff.h"
#include "glue/convert.h"
#include "glue/run.h"
#include "text/utf8.h"

#include <string>

using namespace tritone;

namespace {

// Writes the places of one version in characters, and its sentences. They may
// come in any order, so each is counted from the start.
void fill(const std::string &whole, text::Span at, R_xlen_t row,
          Rcpp::IntegerVector &start, Rcpp::IntegerVector &end,
          Rcpp::CharacterVector &sentence) {
  const std::string_view text(whole);
  const bool none = at.begin == at.end;
  const std::string_view piece = text.substr(at.begin, at.end - at.begin);
  const std::size_t before =
      none ? 0 : text::count_chars(text.substr(0, at.begin));
  start[row] = none ? NA_INTEGER : static_cast<int>(before) + 1;
  end[row] =
      none ? NA_INTEGER : static_cast<int>(before + text::count_chars(piece));
  SET_STRING_ELT(sentence, row, none ? NA_STRING : glue::utf8_string(piece));
}

} // namespace

// before, after: one string each, not NA.
// [[Rcpp::export(rng = false)]]
Rcpp::List article_diff_core(const Rcpp::CharacterVector &before,
                             const Rcpp::CharacterVector &after) {
  return glue::run([&] {
    const std::string a =
        text::repair_utf8(glue::utf8_view(STRING_ELT(before, 0))).text;
    const std::string b =
        text::repair_utf8(glue::utf8_view(STRING_ELT(after, 0))).text;
    const auto changes = article::compare_versions(a, b);
    const auto n = static_cast<R_xlen_t>(changes.size());
    Rcpp::CharacterVector change(n), from(n), to(n);
    Rcpp::IntegerVector from_start(n), from_end(n), to_start(n), to_end(n);
    Rcpp::NumericVector similarity(n);
    for (R_xlen_t i = 0; i < n; ++i) {
      const auto &one = changes[static_cast<std::size_t>(i)];
      change[i] = article::change_name(one.change);
      similarity[i] = one.similarity;
      fill(a, one.old_at, i, from_start, from_end, from);
      fill(b, one.new_at, i, to_start, to_end, to);
    }
    return Rcpp::List::create(
        Rcpp::Named("change") = change, Rcpp::Named("similarity") = similarity,
        Rcpp::Named("old_start") = from_start,
        Rcpp::Named("old_end") = from_end, Rcpp::Named("new_start") = to_start,
        Rcpp::Named("new_end") = to_end, Rcpp::Named("old") = from,
        Rcpp::Named("new") = to);
  });
}
