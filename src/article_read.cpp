// SPDX-License-Identifier: GPL-2.0-or-later
#include "article/read_text.h"
#include "glue/convert.h"
#include "glue/monitor.h"
#include "glue/run.h"

using namespace tritone;

namespace {

SEXP string_or_na(const std::string &s) {
  return s.empty() ? NA_STRING : glue::utf8_string(s);
}

Rcpp::CharacterVector utf8_strings(const std::vector<std::string> &x) {
  Rcpp::CharacterVector out(static_cast<R_xlen_t>(x.size()));
  for (std::size_t i = 0; i < x.size(); ++i)
    out[static_cast<R_xlen_t>(i)] = glue::utf8_string(x[i]);
  return out;
}

} // namespace

// [[Rcpp::export(rng = false)]]
Rcpp::List article_read_core(const Rcpp::CharacterVector &paths, int threads,
                             SEXP progress) {
  return glue::run([&] {
    std::vector<std::string> files;
    for (R_xlen_t i = 0; i < paths.size(); ++i)
      // The system's own encoding: what it takes to open a file.
      files.emplace_back(R_ExpandFileName(Rf_translateChar(paths[i])));
    glue::RMonitor monitor(progress);
    const std::vector<Record> records =
        read_text_files(files, static_cast<std::size_t>(threads), monitor);

    const auto n = static_cast<R_xlen_t>(records.size());
    Rcpp::CharacterVector title(n), text(n);
    Rcpp::IntegerVector line(n);
    std::vector<int> file, problem_line;
    std::vector<std::string> codes, details;
    for (R_xlen_t i = 0; i < n; ++i) {
      const Record &record = records[static_cast<std::size_t>(i)];
      title[i] = string_or_na(record.title);
      // A title alone is an article too; only a file without anything is not.
      text[i] = record.text.empty() && !record.title.empty()
                    ? Rf_mkChar("")
                    : string_or_na(record.text);
      line[i] = static_cast<int>(record.line);
      for (const Problem &problem : record.problems) {
        file.push_back(static_cast<int>(i) + 1);
        problem_line.push_back(problem.line > 0 ? static_cast<int>(problem.line)
                                                : NA_INTEGER);
        codes.push_back(problem.code);
        details.push_back(problem.detail);
      }
    }
    return Rcpp::List::create(
        Rcpp::Named("title") = title, Rcpp::Named("text") = text,
        Rcpp::Named("line") = line,
        Rcpp::Named("problems") = Rcpp::List::create(
            Rcpp::Named("file") = file, Rcpp::Named("line") = problem_line,
            Rcpp::Named("code") = codes,
            Rcpp::Named("detail") = utf8_strings(details)));
  });
}
