// SPDX-License-Identifier: GPL-2.0-or-later
// What is read from files as R objects: records and problems in columns, and
// the text of a file.
#pragma once

#include "article/reading/decode.h"
#include "article/reading/file_bytes.h"
#include "article/reading/plausible.h"
#include "article/reading/problem.h"
#include "article/reading/read_text.h"
#include "glue/convert.h"
#include "glue/monitor.h"
#include "glue/run.h"
#include "text/utf8.h"

#include <Rcpp.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tritone::glue {

inline SEXP string_or_na(std::string_view s) {
  return s.empty() ? NA_STRING : utf8_string(s);
}

// Problems in columns; `record` is 1-based, NA if there is none.
struct ProblemColumns {
  std::vector<int> record, line;
  std::vector<std::string_view> code;
  std::vector<std::string> detail;

  void add(int in_record, const article::Problem &problem) {
    record.push_back(in_record);
    line.push_back(problem.line > 0 ? static_cast<int>(problem.line)
                                    : NA_INTEGER);
    code.push_back(problem.code);
    detail.push_back(problem.detail);
  }

  Rcpp::List list() const {
    Rcpp::CharacterVector codes(static_cast<R_xlen_t>(code.size()));
    Rcpp::CharacterVector details(static_cast<R_xlen_t>(detail.size()));
    for (std::size_t i = 0; i < detail.size(); ++i) {
      codes[static_cast<R_xlen_t>(i)] = utf8_string(code[i]);
      details[static_cast<R_xlen_t>(i)] = utf8_string(detail[i]);
    }
    return Rcpp::List::create(
        Rcpp::Named("record") = record, Rcpp::Named("line") = line,
        Rcpp::Named("code") = codes, Rcpp::Named("detail") = details);
  }
};

// An R string of `s`; `given` itself if it holds the same, since making a new
// one takes as long as reading it.
inline SEXP same_or_new(SEXP given, std::string_view s) {
  const cetype_t encoding = Rf_getCharCE(given);
  const bool plain =
      encoding == CE_UTF8 || (encoding == CE_NATIVE && text::is_ascii(s));
  if (plain && s == std::string_view(CHAR(given),
                                     static_cast<std::size_t>(LENGTH(given))))
    return given;
  return utf8_string(s);
}

// Records in columns, filled while the core reads. `given`: the texts that they
// are read from, or NULL.
class RecordColumns {
public:
  explicit RecordColumns(std::size_t n, SEXP given = R_NilValue)
      : title_(static_cast<R_xlen_t>(n)), text_(static_cast<R_xlen_t>(n)),
        line_(static_cast<R_xlen_t>(n)), given_(given) {}

  article::TakeRecords taker() {
    return
        [this](std::size_t first, const std::vector<article::Record> &records) {
          without_jump([&] {
            for (std::size_t i = 0; i < records.size(); ++i)
              set(static_cast<R_xlen_t>(first + i), records[i]);
          });
        };
  }

  // list(title, text, line, problems)
  Rcpp::List list() const {
    return Rcpp::List::create(Rcpp::Named("title") = title_,
                              Rcpp::Named("text") = text_,
                              Rcpp::Named("line") = line_,
                              Rcpp::Named("problems") = problems_.list());
  }

private:
  void set(R_xlen_t i, const article::Record &record) {
    title_[i] = string_or_na(record.title);
    if (record.text.empty())
      // A title alone is an article too; only an empty record is not.
      text_[i] = record.title.empty() ? NA_STRING : R_BlankString;
    else
      text_[i] = Rf_isNull(given_)
                     ? utf8_string(record.text)
                     : same_or_new(STRING_ELT(given_, i), record.text);
    line_[i] = static_cast<int>(record.line);
    for (const article::Problem &problem : record.problems)
      problems_.add(static_cast<int>(i) + 1, problem);
  }

  Rcpp::CharacterVector title_, text_;
  Rcpp::IntegerVector line_;
  ProblemColumns problems_;
  SEXP given_;
};

inline std::string_view view_or_empty(SEXP string) {
  return string == NA_STRING ? std::string_view() : utf8_view(string);
}

// What article::read_cells() makes of the cells of a table, as
// RecordColumns::list() gives it. `given` as there.
inline Rcpp::List cell_records(const Rcpp::CharacterVector &title,
                               const std::vector<std::string_view> &texts,
                               int threads, SEXP progress,
                               SEXP given = R_NilValue) {
  std::vector<std::string_view> titles;
  for (R_xlen_t i = 0; i < title.size(); ++i)
    titles.push_back(view_or_empty(STRING_ELT(title, i)));
  RMonitor monitor(progress);
  RecordColumns out(texts.size(), given);
  article::read_cells(titles, texts, static_cast<std::size_t>(threads), monitor,
                      out.taker());
  return out.list();
}

// How a file was decoded.
struct FileState {
  bool good = false; // there is a text
  // It was UTF-8, and no escapes announce another encoding: nothing that it
  // holds, control characters or other, leaves room for a guess.
  bool sure = false;
};

// The text of a file, which is a path or a raw vector of its bytes. Problems
// are added.
inline FileState decoded_file(SEXP file, article::Holds holds,
                              std::string &text, ProblemColumns &problems) {
  std::string bytes;
  article::Decoded decoded;
  if (TYPEOF(file) == RAWSXP) {
    decoded =
        article::decode_bytes({reinterpret_cast<const char *>(RAW(file)),
                               static_cast<std::size_t>(Rf_xlength(file))},
                              holds);
  } else {
    article::Problem problem;
    if (!article::read_file_bytes(
            R_ExpandFileName(Rf_translateChar(STRING_ELT(file, 0))), bytes,
            problem)) {
      problems.add(NA_INTEGER, problem);
      return {};
    }
    decoded = article::decode_owned(std::move(bytes), holds);
  }
  FileState out{!decoded.refused, !decoded.refused};
  for (const article::Problem &problem : decoded.problems) {
    problems.add(NA_INTEGER, problem);
    out.sure = out.sure &&
               problem.code ==
                   std::string_view(article::problem_code::kControlCharacters);
  }
  text = std::move(decoded.text);
  out.sure = out.sure && article::announced_encoding(text).empty();
  return out;
}

} // namespace tritone::glue
