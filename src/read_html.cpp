// SPDX-License-Identifier: GPL-2.0-or-later
// Glue of the reader of saved web pages.
#include "article/page/read_page.h"
#include "article/page/read_pages.h"
#include "article/reading/decode.h"
#include "glue/convert.h"
#include "glue/monitor.h"
#include "glue/records.h"
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

// The sources of the pages in these files: list(bytes, ends_in_tag, problems),
// `bytes` a raw vector of UTF-8, or NULL for a file that is to be read alone,
// see article::PageSource; of these nothing else is said.
// [[Rcpp::export(rng = false)]]
Rcpp::List read_html_sources_core(const Rcpp::CharacterVector &files,
                                  double max_bytes, int threads) {
  return glue::run([&] {
    std::vector<std::string> paths;
    for (R_xlen_t i = 0; i < files.size(); ++i)
      // The system's own encoding, in which files are opened.
      paths.emplace_back(R_ExpandFileName(Rf_translateChar(files[i])));
    glue::RMonitor monitor(R_NilValue);
    const std::vector<article::PageSource> sources =
        article::read_page_sources(paths, static_cast<std::size_t>(max_bytes),
                                   static_cast<std::size_t>(threads), monitor);
    Rcpp::List bytes(files.size());
    Rcpp::LogicalVector ends_in_tag(files.size());
    glue::ProblemColumns problems;
    for (R_xlen_t i = 0; i < files.size(); ++i) {
      const article::PageSource &source = sources[static_cast<std::size_t>(i)];
      if (!source.plain)
        continue;
      bytes[i] = Rcpp::RawVector(source.text.begin(), source.text.end());
      ends_in_tag[i] = source.ends_in_tag;
      for (const article::Problem &problem : source.problems)
        problems.add(static_cast<int>(i) + 1, problem);
    }
    return Rcpp::List::create(Rcpp::Named("bytes") = bytes,
                              Rcpp::Named("ends_in_tag") = ends_in_tag,
                              Rcpp::Named("problems") = problems.list());
  });
}

// Reads pages as xml2 serialises them, into columns.
// [[Rcpp::export(rng = false)]]
Rcpp::List read_html_core(const Rcpp::CharacterVector &pages, int threads = 1) {
  return glue::run([&] {
    std::vector<std::string_view> views;
    for (R_xlen_t i = 0; i < pages.size(); ++i)
      views.push_back(glue::utf8_view(STRING_ELT(pages, i)));
    glue::RMonitor monitor(R_NilValue);
    const std::vector<article::PageRecord> records =
        article::read_pages(views, static_cast<std::size_t>(threads), monitor);
    const auto column = [&](auto field) {
      Rcpp::CharacterVector out(pages.size());
      for (R_xlen_t i = 0; i < pages.size(); ++i)
        out[i] =
            glue::string_or_na(field(records[static_cast<std::size_t>(i)]));
      return out;
    };
    const auto said = [&](std::string article::PageMeta::*name) {
      return column([name](const article::PageRecord &record) {
        return std::string_view(record.meta.*name);
      });
    };
    glue::ProblemColumns problems;
    for (std::size_t i = 0; i < records.size(); ++i)
      for (const article::Problem &problem : records[i].problems)
        problems.add(static_cast<int>(i) + 1, problem);
    using Meta = article::PageMeta;
    return Rcpp::List::create(Rcpp::Named("title") = said(&Meta::title),
                              Rcpp::Named("text") =
                                  column([](const article::PageRecord &record) {
                                    return std::string_view(record.text);
                                  }),
                              Rcpp::Named("date") = said(&Meta::date),
                              Rcpp::Named("source") = said(&Meta::source),
                              Rcpp::Named("byline") = said(&Meta::byline),
                              Rcpp::Named("url") = said(&Meta::address),
                              Rcpp::Named("section") = said(&Meta::section),
                              Rcpp::Named("language") = said(&Meta::language),
                              Rcpp::Named("modified") = said(&Meta::modified),
                              Rcpp::Named("problems") = problems.list());
  });
}
