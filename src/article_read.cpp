// SPDX-License-Identifier: GPL-2.0-or-later
// Glue of article_read(): folders, and the records of text files, tables and
// JSON.
#include "article/reading/delimited.h"
#include "article/reading/file_bytes.h"
#include "article/reading/folder.h"
#include "article/reading/json_mend.h"
#include "article/reading/json_pieces.h"
#include "article/reading/plausible.h"
#include "article/reading/read_text.h"
#include "base/memory.h"
#include "glue/convert.h"
#include "glue/monitor.h"
#include "glue/run.h"
#include "text/utf8.h"

#include <csignal>

using namespace tritone;

namespace {

SEXP string_or_na(std::string_view s) {
  return s.empty() ? NA_STRING : glue::utf8_string(s);
}

// Problems in columns; `record` is 1-based, NA if there is none.
struct ProblemColumns {
  std::vector<int> record, line;
  std::vector<std::string> code, detail;

  void add(int in_record, const article::Problem &problem) {
    record.push_back(in_record);
    line.push_back(problem.line > 0 ? static_cast<int>(problem.line)
                                    : NA_INTEGER);
    code.push_back(problem.code);
    detail.push_back(problem.detail);
  }

  Rcpp::List list() const {
    Rcpp::CharacterVector details(static_cast<R_xlen_t>(detail.size()));
    for (std::size_t i = 0; i < detail.size(); ++i)
      details[static_cast<R_xlen_t>(i)] = glue::utf8_string(detail[i]);
    return Rcpp::List::create(
        Rcpp::Named("record") = record, Rcpp::Named("line") = line,
        Rcpp::Named("code") = code, Rcpp::Named("detail") = details);
  }
};

// An R string of `s`; `given` itself if it holds the same, since making a new
// one takes as long as reading it.
SEXP same_or_new(SEXP given, std::string_view s) {
  const cetype_t encoding = Rf_getCharCE(given);
  const bool plain =
      encoding == CE_UTF8 || (encoding == CE_NATIVE && text::is_ascii(s));
  if (plain && s == std::string_view(CHAR(given),
                                     static_cast<std::size_t>(LENGTH(given))))
    return given;
  return glue::utf8_string(s);
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
          glue::without_jump([&] {
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
                     ? glue::utf8_string(record.text)
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

// The text of a file, which is a path or a raw vector of its bytes. Problems
// are added; false where there is no text.
bool decoded_file(SEXP file, article::Holds holds, std::string &text,
                  ProblemColumns &problems) {
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
      return false;
    }
    decoded = article::decode_owned(std::move(bytes), holds);
  }
  for (const article::Problem &problem : decoded.problems)
    problems.add(NA_INTEGER, problem);
  text = std::move(decoded.text);
  return !decoded.refused;
}

std::string_view view_or_empty(SEXP string) {
  return string == NA_STRING ? std::string_view() : glue::utf8_view(string);
}

} // namespace

// The files inside a folder: list(files, unread, why, hidden).
// [[Rcpp::export(rng = false)]]
Rcpp::List article_folder_core(const Rcpp::CharacterVector &path) {
  return glue::run([&] {
    const article::FolderFiles found =
        article::list_folder(R_ExpandFileName(Rf_translateChar(path[0])));
    std::vector<std::string> unread, why;
    for (const article::UnreadFolder &folder : found.unread) {
      unread.push_back(folder.path);
      why.push_back(folder.why);
    }
    return Rcpp::List::create(
        Rcpp::Named("files") = found.files, Rcpp::Named("unread") = unread,
        Rcpp::Named("why") = why, Rcpp::Named("hidden") = found.hidden);
  });
}

// Why each path must not be opened, or NA.
// [[Rcpp::export(rng = false)]]
Rcpp::CharacterVector article_special_core(const Rcpp::CharacterVector &paths) {
  return glue::run([&] {
    Rcpp::CharacterVector out(paths.size());
    for (R_xlen_t i = 0; i < paths.size(); ++i)
      out[i] = string_or_na(
          article::special_file(R_ExpandFileName(Rf_translateChar(paths[i]))));
    return out;
  });
}

// For a process of its own that may crash: it ends without a word, and takes at
// most `memory` bytes more than it has. R's own handler would remove the
// temporary folder, which is that of the session.
// [[Rcpp::export(rng = false)]]
void article_crash_quietly_core(double memory) {
  for (const int kind : {SIGSEGV, SIGABRT, SIGFPE, SIGILL})
    std::signal(kind, SIG_DFL);
#ifdef SIGBUS
  std::signal(SIGBUS, SIG_DFL);
#endif
  confine_memory(static_cast<std::uint64_t>(memory));
}

// [[Rcpp::export(rng = false)]]
Rcpp::List article_read_core(const Rcpp::CharacterVector &paths, int threads,
                             SEXP progress) {
  return glue::run([&] {
    std::vector<std::string> files;
    for (R_xlen_t i = 0; i < paths.size(); ++i)
      // The system's own encoding, in which files are opened.
      files.emplace_back(R_ExpandFileName(Rf_translateChar(paths[i])));
    glue::RMonitor monitor(progress);
    RecordColumns out(files.size());
    article::read_text_files(files, static_cast<std::size_t>(threads), monitor,
                             out.taker());
    return out.list();
  });
}

// The text of a file (NA if there is none) and its problems.
// [[Rcpp::export(rng = false)]]
Rcpp::List article_decode_core(SEXP file) {
  return glue::run([&] {
    ProblemColumns problems;
    std::string text;
    const bool good = decoded_file(file, article::Holds::text, text, problems);
    Rcpp::CharacterVector out(1);
    out[0] = good ? glue::utf8_string(text) : NA_STRING;
    return Rcpp::List::create(Rcpp::Named("text") = out,
                              Rcpp::Named("problems") = problems.list());
  });
}

// What of the bytes of a file shows their encoding: list(sample, announced), at
// most `limit` bytes of lines that are not ASCII, and the name of an encoding
// that escapes announce, or NA.
// [[Rcpp::export(rng = false)]]
Rcpp::List article_telling_bytes_core(const Rcpp::RawVector &bytes, int limit) {
  return glue::run([&] {
    const std::string_view view(reinterpret_cast<const char *>(bytes.begin()),
                                static_cast<std::size_t>(bytes.size()));
    const std::string sample =
        article::telling_lines(view, static_cast<std::size_t>(limit));
    Rcpp::CharacterVector announced(1);
    announced[0] = string_or_na(article::announced_encoding(view));
    return Rcpp::List::create(Rcpp::Named("sample") =
                                  Rcpp::RawVector(sample.begin(), sample.end()),
                              Rcpp::Named("announced") = announced);
  });
}

// How plausible each text is: a data frame of score, mean, language, marks,
// strange and replacements.
// [[Rcpp::export(rng = false)]]
Rcpp::DataFrame article_plausible_core(const Rcpp::CharacterVector &texts) {
  return glue::run([&] {
    const R_xlen_t n = texts.size();
    Rcpp::NumericVector score(n), mean(n);
    Rcpp::CharacterVector language(n);
    Rcpp::IntegerVector marks(n), strange(n), replacements(n);
    for (R_xlen_t i = 0; i < n; ++i) {
      const article::Plausible one =
          article::plausibility(view_or_empty(STRING_ELT(texts, i)));
      score[i] = one.score;
      mean[i] = one.mean;
      language[i] = one.language;
      marks[i] = static_cast<int>(one.marks);
      strange[i] = static_cast<int>(one.strange);
      replacements[i] = static_cast<int>(one.replacements);
    }
    return Rcpp::DataFrame::create(
        Rcpp::Named("score") = score, Rcpp::Named("mean") = mean,
        Rcpp::Named("language") = language, Rcpp::Named("marks") = marks,
        Rcpp::Named("strange") = strange,
        Rcpp::Named("replacements") = replacements,
        Rcpp::Named("stringsAsFactors") = false);
  });
}

// The articles of a text that is cut at `blank_lines` blank lines, where that
// is not 0, else at the lines of the matches that begin at the bytes `at`,
// 0-based, and have `size` bytes. NULL where a match reaches over a line end.
// [[Rcpp::export(rng = false)]]
SEXP article_divide_core(const Rcpp::CharacterVector &text,
                         const Rcpp::NumericVector &at,
                         const Rcpp::NumericVector &size, int blank_lines,
                         int threads, SEXP progress) {
  return glue::run([&]() -> SEXP {
    const std::string_view whole = view_or_empty(STRING_ELT(text, 0));
    std::vector<article::TextPiece> pieces;
    if (blank_lines > 0) {
      pieces = article::divide_at_blank_lines(
          whole, static_cast<std::size_t>(blank_lines));
    } else {
      std::vector<article::Match> matches;
      for (R_xlen_t i = 0; i < at.size(); ++i)
        matches.push_back({static_cast<std::size_t>(at[i]),
                           static_cast<std::size_t>(at[i] + size[i])});
      if (!article::divide_at(whole, matches, pieces))
        return R_NilValue;
    }
    glue::RMonitor monitor(progress);
    RecordColumns out(pieces.size());
    article::read_texts(pieces, static_cast<std::size_t>(threads), monitor,
                        out.taker());
    return out.list();
  });
}

// [[Rcpp::export(rng = false)]]
Rcpp::List article_cells_core(const Rcpp::CharacterVector &title,
                              const Rcpp::CharacterVector &text, int threads,
                              SEXP progress) {
  return glue::run([&] {
    std::vector<std::string_view> titles, texts;
    for (R_xlen_t i = 0; i < text.size(); ++i) {
      titles.push_back(view_or_empty(STRING_ELT(title, i)));
      texts.push_back(view_or_empty(STRING_ELT(text, i)));
    }
    glue::RMonitor monitor(progress);
    RecordColumns out(texts.size(), text);
    article::read_cells(titles, texts, static_cast<std::size_t>(threads),
                        monitor, out.taker());
    return out.list();
  });
}

// Columns of a delimited file; `extra` holds what a record has beyond the
// fields of the first one.
// [[Rcpp::export(rng = false)]]
Rcpp::List article_delimited_core(SEXP file, const std::string &preferred) {
  return glue::run([&] {
    ProblemColumns problems;
    std::string text;
    article::Delimited table;
    const bool good =
        decoded_file(file, article::Holds::records, text, problems);
    if (good)
      table = article::split_delimited(text,
                                       preferred.empty() ? '\0' : preferred[0]);
    const std::size_t n = table.records();
    std::size_t width = n == 0 ? 0 : table.fields(0);
    // Row names come before the columns that the first record names.
    bool wider = n > 1;
    for (std::size_t r = 1; wider && r < n; ++r)
      wider = table.fields(r) == width + 1;
    width += wider;
    Rcpp::List columns(static_cast<R_xlen_t>(width));
    for (std::size_t c = 0; c < width; ++c) {
      Rcpp::CharacterVector column(static_cast<R_xlen_t>(n));
      for (std::size_t r = 0; r < n; ++r) {
        const std::size_t shift = wider && r == 0;
        const bool there = c >= shift && c - shift < table.fields(r);
        const auto at = static_cast<R_xlen_t>(r);
        if (!there) {
          column[at] = NA_STRING;
          continue;
        }
        const article::Cell &cell = table.cells[table.starts[r] + c - shift];
        column[at] = cell.plain() ? glue::utf8_string(cell.raw)
                                  : glue::utf8_string(cell.value());
      }
      columns[static_cast<R_xlen_t>(c)] = column;
    }
    Rcpp::CharacterVector extra(static_cast<R_xlen_t>(n), NA_STRING);
    Rcpp::IntegerVector line(static_cast<R_xlen_t>(n));
    Rcpp::IntegerVector fields(static_cast<R_xlen_t>(n));
    for (std::size_t r = 0; r < n; ++r) {
      const auto at = static_cast<R_xlen_t>(r);
      line[at] = static_cast<int>(table.lines[r]);
      fields[at] = static_cast<int>(table.fields(r));
      std::string rest;
      for (std::size_t c = width; c < table.fields(r); ++c) {
        if (c > width)
          rest += table.delimiter;
        rest += table.cells[table.starts[r] + c].value();
      }
      if (table.fields(r) > width)
        extra[at] = glue::utf8_string(rest);
    }
    for (const article::DelimitedProblem &problem : table.problems)
      problems.add(static_cast<int>(problem.record) + 1, problem.problem);
    return Rcpp::List::create(
        Rcpp::Named("columns") = columns, Rcpp::Named("extra") = extra,
        Rcpp::Named("line") = line, Rcpp::Named("fields") = fields,
        Rcpp::Named("wider") = wider, Rcpp::Named("good") = good,
        Rcpp::Named("delimiter") = table.delimiter == 0
                                       ? std::string()
                                       : std::string(1, table.delimiter),
        Rcpp::Named("problems") = problems.list());
  });
}

// The pieces of a JSON file, or of one with values on each line; the `record`
// of a problem is the piece that it was mended in.
// [[Rcpp::export(rng = false)]]
Rcpp::List article_json_core(SEXP file, bool lines) {
  return glue::run([&] {
    ProblemColumns problems;
    std::string text;
    article::JsonPieces json;
    const bool good =
        decoded_file(file, article::Holds::records, text, problems);
    if (good)
      json =
          lines ? article::split_json_lines(text) : article::split_json(text);
    const auto n = static_cast<R_xlen_t>(json.pieces.size());
    Rcpp::CharacterVector pieces(n);
    Rcpp::IntegerVector line(n);
    Rcpp::LogicalVector closed(n), deep(n);
    for (R_xlen_t i = 0; i < n; ++i) {
      const article::JsonPiece &piece =
          json.pieces[static_cast<std::size_t>(i)];
      article::MendedJson mended;
      const bool changed = piece.closed && mend_json(piece.text, mended);
      pieces[i] = glue::utf8_string(changed ? mended.text : piece.text);
      line[i] = static_cast<int>(piece.line);
      closed[i] = piece.closed;
      deep[i] = changed ? mended.deep : piece.deep;
      for (article::Problem &problem : mended.problems) {
        problem.line += piece.line;
        problems.add(static_cast<int>(i) + 1, problem);
      }
    }
    return Rcpp::List::create(
        Rcpp::Named("pieces") = pieces, Rcpp::Named("line") = line,
        Rcpp::Named("closed") = closed, Rcpp::Named("deep") = deep,
        Rcpp::Named("array") = json.array, Rcpp::Named("good") = good,
        Rcpp::Named("problems") = problems.list());
  });
}
