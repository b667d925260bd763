// SPDX-License-Identifier: GPL-2.0-or-later
// Glue of article_read(): folders, and the records of text files and cells.
#include "article/reading/folder.h"
#include "article/reading/plausible.h"
#include "article/reading/read_text.h"
#include "base/memory.h"
#include "glue/convert.h"
#include "glue/monitor.h"
#include "glue/records.h"
#include "glue/run.h"

#include <algorithm>
#include <csignal>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace tritone;

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
      out[i] = glue::string_or_na(
          article::special_file(R_ExpandFileName(Rf_translateChar(paths[i]))));
    return out;
  });
}

// For a process of its own that may crash: it ends without a word, and takes at
// most `memory` bytes more than it has. R's own handler would remove the
// temporary folder, which is that of the session.
// [[Rcpp::export(rng = false)]]
void article_confine_core(double memory) {
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
    glue::RecordColumns out(files.size());
    article::read_text_files(files, static_cast<std::size_t>(threads), monitor,
                             out.taker());
    return out.list();
  });
}

// The text of a file (NA if there is none) and its problems.
// [[Rcpp::export(rng = false)]]
Rcpp::List article_decode_core(SEXP file) {
  return glue::run([&] {
    glue::ProblemColumns problems;
    std::string text;
    const glue::FileState state =
        glue::decoded_file(file, article::Holds::text, text, problems);
    Rcpp::CharacterVector out(1);
    out[0] = state.good ? glue::utf8_string(text) : NA_STRING;
    return Rcpp::List::create(Rcpp::Named("text") = out,
                              Rcpp::Named("sure") = state.sure,
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
    announced[0] = glue::string_or_na(article::announced_encoding(view));
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
          article::plausibility(glue::view_or_empty(STRING_ELT(texts, i)));
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
    const std::string_view whole = glue::view_or_empty(STRING_ELT(text, 0));
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
    glue::RecordColumns out(pieces.size());
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
    std::vector<std::string_view> texts;
    for (R_xlen_t i = 0; i < text.size(); ++i)
      texts.push_back(glue::view_or_empty(STRING_ELT(text, i)));
    return glue::cell_records(title, texts, threads, progress, text);
  });
}
