// SPDX-License-Identifier: GPL-2.0-or-later
// Glue of the reader of saved web pages.
#include "article/page/read_page.h"
#include "article/reading/decode.h"
#include "glue/convert.h"
#include "glue/run.h"
#include "text/utf8.h"

using namespace tritone;

namespace {

Rcpp::List problem_list(const std::vector<article::Problem> &problems) {
  const auto n = static_cast<R_xlen_t>(problems.size());
  Rcpp::IntegerVector line(n);
  Rcpp::CharacterVector code(n), detail(n);
  for (R_xlen_t i = 0; i < n; ++i) {
    const article::Problem &problem = problems[static_cast<std::size_t>(i)];
    line[i] = problem.line > 0 ? static_cast<int>(problem.line) : NA_INTEGER;
    code[i] = glue::utf8_string(problem.code);
    detail[i] = glue::utf8_string(problem.detail);
  }
  return Rcpp::List::create(Rcpp::Named("line") = line,
                            Rcpp::Named("code") = code,
                            Rcpp::Named("detail") = detail);
}

Rcpp::CharacterVector string_or_na(const std::string &s) {
  Rcpp::CharacterVector out(1);
  out[0] = s.empty() ? NA_STRING : glue::utf8_string(s);
  return out;
}

} // namespace

// The bytes of a file as text, for pages: what decode_bytes() returns,
// and the encoding that the page declares.
// [[Rcpp::export(rng = false)]]
Rcpp::List read_html_decode_core(const Rcpp::RawVector &bytes) {
  return glue::run([&] {
    const std::string_view raw(reinterpret_cast<const char *>(bytes.begin()),
                               static_cast<std::size_t>(bytes.size()));
    const article::Decoded decoded = article::decode_bytes(raw);
    return Rcpp::List::create(
        Rcpp::Named("text") = decoded.refused
                                  ? Rcpp::CharacterVector(1, NA_STRING)
                                  : Rcpp::CharacterVector(Rcpp::String(
                                        glue::utf8_string(decoded.text))),
        Rcpp::Named("encoding") = article::encoding_name(decoded.encoding),
        Rcpp::Named("declared") = article::declared_charset(raw),
        Rcpp::Named("valid") = text::is_valid_utf8(raw),
        Rcpp::Named("ends_in_tag") = article::ends_in_tag(decoded.text),
        Rcpp::Named("problems") = problem_list(decoded.problems));
  });
}

// Reads a page as xml2 serialises it.
// [[Rcpp::export(rng = false)]]
Rcpp::List read_html_core(const Rcpp::CharacterVector &page) {
  return glue::run([&] {
    const article::PageRecord record =
        article::read_page(glue::utf8_view(STRING_ELT(page, 0)));
    const article::PageMeta &meta = record.meta;
    return Rcpp::List::create(
        Rcpp::Named("title") = string_or_na(meta.title),
        Rcpp::Named("text") = string_or_na(record.text),
        Rcpp::Named("date") = string_or_na(meta.date),
        Rcpp::Named("source") = string_or_na(meta.source),
        Rcpp::Named("byline") = string_or_na(meta.byline),
        Rcpp::Named("url") = string_or_na(meta.address),
        Rcpp::Named("section") = string_or_na(meta.section),
        Rcpp::Named("language") = string_or_na(meta.language),
        Rcpp::Named("modified") = string_or_na(meta.modified),
        Rcpp::Named("problems") = problem_list(record.problems));
  });
}
