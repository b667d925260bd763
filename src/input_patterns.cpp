// SPDX-License-Identifier: GPL-2.0-or-later
// Words and patterns of the user against terms: see R/input_patterns.R.
#include "glue/convert.h"
#include "glue/run.h"
#include "text/pattern.h"
#include "text/utf8.h"

using namespace tritone;

namespace {

std::vector<std::string> repaired(const Rcpp::CharacterVector &x) {
  std::vector<std::string> out;
  out.reserve(static_cast<std::size_t>(x.size()));
  for (R_xlen_t i = 0; i < x.size(); ++i)
    out.push_back(text::repair_utf8(glue::utf8_view(STRING_ELT(x, i))).text);
  return out;
}

} // namespace

// The form in which each word or expression is compared.
// [[Rcpp::export(rng = false)]]
Rcpp::CharacterVector pattern_form_core(const Rcpp::CharacterVector &x) {
  return glue::run([&] {
    Rcpp::CharacterVector out(x.size());
    const std::vector<std::string> words = repaired(x);
    for (R_xlen_t i = 0; i < x.size(); ++i)
      SET_STRING_ELT(out, i,
                     glue::utf8_string(text::pattern_form(
                         words[static_cast<std::size_t>(i)])));
    return out;
  });
}

// list(pattern, term), two integer vectors counted from 1.
// [[Rcpp::export(rng = false)]]
Rcpp::List pattern_match_core(const Rcpp::CharacterVector &patterns,
                              const Rcpp::CharacterVector &terms, bool globs) {
  return glue::run([&] {
    const std::vector<text::PatternMatch> found =
        text::match_patterns(repaired(patterns), repaired(terms), globs);
    const auto n = static_cast<R_xlen_t>(found.size());
    Rcpp::IntegerVector pattern(n), term(n);
    for (R_xlen_t i = 0; i < n; ++i) {
      const text::PatternMatch &match = found[static_cast<std::size_t>(i)];
      pattern[i] = static_cast<int>(match.pattern) + 1;
      term[i] = static_cast<int>(match.term) + 1;
    }
    return Rcpp::List::create(Rcpp::Named("pattern") = pattern,
                              Rcpp::Named("term") = term);
  });
}
