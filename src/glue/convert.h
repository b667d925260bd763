// SPDX-License-Identifier: GPL-2.0-or-later
// R objects to what the core takes, and back. Main thread only.
#pragma once

#include "article/parts/segments.h"
#include "article/source.h"
#include "article/voices/filter.h"
#include "base/error.h"
#include "base/string_table.h"
#include "sparse/rows.h"
#include "sparse/view.h"

#include <Rcpp.h>

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace tritone::glue {

// Does R read strings that name no encoding as UTF-8? Asked once a session.
inline bool native_is_utf8() {
  static const bool yes = [] {
    const Rcpp::Function info = Rcpp::Environment::base_env()["l10n_info"];
    const Rcpp::List answer = info();
    return Rcpp::as<bool>(answer["UTF-8"]);
  }();
  return yes;
}

// The bytes of one R string in UTF-8 (of "bytes" strings as they are), which
// may be invalid: R's own translation would write <ff> for a bad byte, and that
// would be counted as a word. They live as long as the string, or, where R had
// to translate, until the call ends.
inline std::string_view utf8_view(SEXP string) {
  const cetype_t encoding = Rf_getCharCE(string);
  if (encoding == CE_UTF8 || encoding == CE_BYTES ||
      (encoding == CE_NATIVE && native_is_utf8()))
    return {CHAR(string), static_cast<std::size_t>(LENGTH(string))};
  return Rf_translateCharUTF8(string); // the same bytes where it is ASCII
}

inline SEXP utf8_string(std::string_view s) {
  if (s.size() > static_cast<std::size_t>(std::numeric_limits<int>::max()))
    throw limit_error(
        "R holds no string of more than 2147483647 bytes; given " +
        std::to_string(s.size()));
  return Rf_mkCharLenCE(s.data(), static_cast<int>(s.size()), CE_UTF8);
}

// A character vector as strings in UTF-8.
inline std::vector<std::string> utf8_strings_of(SEXP x) {
  std::vector<std::string> out;
  for (R_xlen_t i = 0; i < Rf_xlength(x); ++i)
    out.emplace_back(utf8_view(STRING_ELT(x, i)));
  return out;
}

// A source over R's strings; `title` may have length 0 (no titles). The vectors
// must stay protected while the source is used.
inline article::MemorySource article_source(const Rcpp::CharacterVector &title,
                                            const Rcpp::CharacterVector &text) {
  const auto n = static_cast<std::size_t>(text.size());
  std::vector<article::Article> articles(n);
  for (std::size_t i = 0; i < n; ++i) {
    const auto at = static_cast<R_xlen_t>(i);
    SEXP s = STRING_ELT(text, at);
    articles[i].missing = s == NA_STRING;
    if (articles[i].missing)
      continue;
    articles[i].text = utf8_view(s);
    if (title.size() > 0 && STRING_ELT(title, at) != NA_STRING)
      articles[i].title = utf8_view(STRING_ELT(title, at));
  }
  return article::MemorySource(std::move(articles));
}

// How the articles of as_articles() are read: `parts`, NULL for the text as
// given or the names of the parts to read; `known`, NULL or list(lines, joined)
// of the profile; `voices`, NULL or the names of the voices to read; and
// `left_out`, NULL or an integer vector of length 1 that
// holds, once the last copy of the Reading is gone, how many articles were read
// without some part of their text.
inline article::Reading reading_of(const Rcpp::List &articles) {
  article::Reading reading;
  if (articles.containsElementNamed("known")) {
    const SEXP known = articles["known"];
    if (!Rf_isNull(known)) {
      const Rcpp::List given(known);
      reading.known = std::make_shared<article::Known>(
          utf8_strings_of(given["lines"]), utf8_strings_of(given["joined"]));
    }
  }
  if (articles.containsElementNamed("voices") &&
      !Rf_isNull(articles["voices"])) {
    auto filter = std::make_shared<article::VoiceFilter>();
    for (const auto &name :
         Rcpp::as<std::vector<std::string>>(articles["voices"]))
      for (std::size_t v = 0; v < article::kVoices; ++v)
        if (name == article::voice_name(static_cast<article::Voice>(v)))
          filter->add(static_cast<article::Voice>(v));
    reading.filter = std::move(filter);
  }
  const SEXP parts = articles["parts"];
  if (Rf_isNull(parts))
    return reading;
  using Counter = std::atomic<std::uint64_t>;
  if (articles.containsElementNamed("left_out")) {
    const SEXP left_out = articles["left_out"];
    if (TYPEOF(left_out) == INTSXP && Rf_xlength(left_out) == 1) {
      int *out = INTEGER(left_out);
      reading.left_out = std::shared_ptr<Counter>(
          new Counter(0), [out](const Counter *counter) {
            *out = static_cast<int>(counter->load());
            delete counter;
          });
    }
  }
  reading.by_part = true;
  reading.parts = article::PartSet::none();
  for (const auto &name : Rcpp::as<std::vector<std::string>>(parts))
    for (std::size_t p = 0; p < article::kParts; ++p)
      if (name == article::part_name(static_cast<article::Part>(p)))
        reading.parts = reading.parts.with(static_cast<article::Part>(p));
  return reading;
}

// A view into a dgCMatrix, which must stay protected while the view is used.
inline ColumnsView columns_view(const Rcpp::S4 &matrix) {
  const Rcpp::IntegerVector dim = matrix.slot("Dim");
  ColumnsView view;
  view.rows = static_cast<std::size_t>(dim[0]);
  view.columns = static_cast<std::size_t>(dim[1]);
  view.p = INTEGER(matrix.slot("p"));
  view.i = INTEGER(matrix.slot("i"));
  view.x = REAL(matrix.slot("x"));
  return view;
}

// Throws limit_error where a dgCMatrix cannot hold so many rows, columns or
// non-zero cells.
inline void check_sparse(std::int64_t rows, std::size_t columns,
                         std::int64_t cells) {
  constexpr std::int64_t most = std::numeric_limits<int>::max();
  if (cells > most || rows > most || static_cast<std::int64_t>(columns) > most)
    throw limit_error(
        "R's sparse matrices hold at most 2147483647 non-zero cells; this one "
        "would have " +
        std::to_string(cells) +
        ". Raise `min_docs`, set `max_terms`, or take the articles in blocks.");
}

// A dgCMatrix with the given dimnames (each a character vector or NULL).
inline Rcpp::S4 sparse_matrix(const Columns &columns, SEXP row_names,
                              SEXP column_names) {
  check_sparse(static_cast<std::int64_t>(columns.rows), columns.columns(),
               static_cast<std::int64_t>(columns.entries()));
  Rcpp::S4 out("dgCMatrix");
  out.slot("Dim") = Rcpp::IntegerVector::create(
      static_cast<int>(columns.rows), static_cast<int>(columns.columns()));
  out.slot("p") =
      Rcpp::IntegerVector(columns.start.begin(), columns.start.end());
  out.slot("i") = Rcpp::IntegerVector(columns.row.begin(), columns.row.end());
  out.slot("x") =
      Rcpp::NumericVector(columns.value.begin(), columns.value.end());
  out.slot("Dimnames") = Rcpp::List::create(row_names, column_names);
  return out;
}

} // namespace tritone::glue
