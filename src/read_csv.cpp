// SPDX-License-Identifier: GPL-2.0-or-later
// Glue of tables: a delimited file is held in the core, from which its columns
// are taken; that of the texts as the records that are read from it, so that
// each of them becomes an R string once.
#include "article/reading/delimited.h"
#include "glue/convert.h"
#include "glue/records.h"
#include "glue/run.h"

#include <memory>

using namespace tritone;

namespace {

struct DelimitedFile {
  std::string text;
  article::Delimited table; // its cells are views of `text`
  std::size_t width = 0;    // columns
  bool wider = false;       // row names come before those that have a name

  // The cell of a record in a column, or null where the record ends before it.
  article::Cell *cell(std::size_t record, std::size_t column) {
    const std::size_t shift = wider && record == 0;
    if (column < shift || column - shift >= table.fields(record))
      return nullptr;
    return &table.cells[table.starts[record] + column - shift];
  }
};

using DelimitedPointer = Rcpp::XPtr<DelimitedFile>;

// Without the blanks at both ends that R's trimws() removes.
std::string_view trim_cell(std::string_view s) {
  constexpr std::string_view kBlanks = " \t\r\n";
  const std::size_t first = s.find_first_not_of(kBlanks);
  if (first == std::string_view::npos)
    return {};
  return s.substr(first, s.find_last_not_of(kBlanks) + 1 - first);
}

// Calls take(i, value, there) with the cells of a column, from record `skip`
// on. With `clean` blanks at the ends go where a cell of the column begins with
// one, and what is empty or NA is missing.
template <typename Take>
void for_cells(DelimitedFile &file, std::size_t column, std::size_t skip,
               bool clean, Take take) {
  const std::size_t n = file.table.records();
  bool blanks = false;
  for (std::size_t r = 0; clean && !blanks && r < n; ++r) {
    const article::Cell *const cell = file.cell(r, column);
    blanks = cell != nullptr && !cell->raw.empty() && cell->raw[0] == ' ';
  }
  for (std::size_t r = skip; r < n; ++r) {
    article::Cell *const cell = file.cell(r, column);
    std::string_view value;
    if (cell != nullptr) {
      cell->settle(file.text);
      value = blanks ? trim_cell(cell->raw) : cell->raw;
    }
    take(r - skip, value,
         cell != nullptr && !(clean && (value.empty() || value == "NA")));
  }
}

Rcpp::CharacterVector column_of(DelimitedFile &file, std::size_t column,
                                std::size_t skip, bool clean) {
  Rcpp::CharacterVector out(static_cast<R_xlen_t>(file.table.records() - skip));
  for_cells(file, column, skip, clean,
            [&](std::size_t i, std::string_view value, bool there) {
              out[static_cast<R_xlen_t>(i)] =
                  there ? glue::utf8_string(value) : NA_STRING;
            });
  return out;
}

// What each record has beyond the columns, or NA.
Rcpp::CharacterVector extra_of(const DelimitedFile &file) {
  const article::Delimited &table = file.table;
  Rcpp::CharacterVector out(static_cast<R_xlen_t>(table.records()), NA_STRING);
  for (std::size_t r = 0; r < table.records(); ++r) {
    if (table.fields(r) <= file.width)
      continue;
    std::string rest;
    for (std::size_t c = file.width; c < table.fields(r); ++c) {
      if (c > file.width)
        rest += table.delimiter;
      rest += table.cells[table.starts[r] + c].value();
    }
    out[static_cast<R_xlen_t>(r)] = glue::utf8_string(rest);
  }
  return out;
}

// Do all records have one field more than the first, which names the others?
bool has_row_names(const article::Delimited &table) {
  for (std::size_t r = 1; r < table.records(); ++r)
    if (table.fields(r) != table.fields(0) + 1)
      return false;
  return table.records() > 1;
}

} // namespace

// A delimited file: `table` holds it for the functions below, `first` has the
// fields of the first record by column, and `extra` what a record has beyond
// the columns.
// [[Rcpp::export(rng = false)]]
Rcpp::List read_csv_split_core(SEXP file, const std::string &preferred) {
  return glue::run([&] {
    glue::ProblemColumns problems;
    auto held = std::make_unique<DelimitedFile>();
    const glue::FileState state =
        glue::decoded_file(file, article::Holds::records, held->text, problems);
    if (state.good)
      held->table = article::split_delimited(
          held->text, preferred.empty() ? '\0' : preferred[0]);
    const article::Delimited &table = held->table;
    const std::size_t n = table.records();
    held->wider = has_row_names(table);
    held->width = n == 0 ? 0 : table.fields(0) + held->wider;
    Rcpp::CharacterVector first(static_cast<R_xlen_t>(held->width), NA_STRING);
    for (std::size_t c = 0; c < held->width; ++c)
      if (const article::Cell *const cell = held->cell(0, c))
        first[static_cast<R_xlen_t>(c)] = glue::utf8_string(cell->value());
    Rcpp::IntegerVector line(static_cast<R_xlen_t>(n));
    Rcpp::IntegerVector fields(static_cast<R_xlen_t>(n));
    for (std::size_t r = 0; r < n; ++r) {
      line[static_cast<R_xlen_t>(r)] = static_cast<int>(table.lines[r]);
      fields[static_cast<R_xlen_t>(r)] = static_cast<int>(table.fields(r));
    }
    for (const article::DelimitedProblem &problem : table.problems)
      problems.add(static_cast<int>(problem.record) + 1, problem.problem);
    const std::string delimiter(table.delimiter == 0 ? 0 : 1, table.delimiter);
    const bool wider = held->wider;
    const Rcpp::CharacterVector extra = extra_of(*held);
    return Rcpp::List::create(
        Rcpp::Named("table") = DelimitedPointer(held.release()),
        Rcpp::Named("first") = first, Rcpp::Named("extra") = extra,
        Rcpp::Named("line") = line, Rcpp::Named("fields") = fields,
        Rcpp::Named("wider") = wider, Rcpp::Named("good") = state.good,
        Rcpp::Named("sure") = state.sure, Rcpp::Named("delimiter") = delimiter,
        Rcpp::Named("problems") = problems.list());
  });
}

// Some columns (1-based) of a table as a list of character vectors, without its
// first `skip` records. With `clean` what is empty or NA is missing, and where
// a cell of a column begins with a blank its cells lose those at their ends.
// [[Rcpp::export(rng = false)]]
Rcpp::List read_csv_columns_core(SEXP table, const Rcpp::IntegerVector &columns,
                                 int skip, bool clean) {
  return glue::run([&] {
    const DelimitedPointer file(table);
    Rcpp::List out(columns.size());
    for (R_xlen_t i = 0; i < columns.size(); ++i)
      out[i] = column_of(*file, static_cast<std::size_t>(columns[i] - 1),
                         static_cast<std::size_t>(skip), clean);
    return out;
  });
}

// article_cells_core() of a column of a table, as with `clean`.
// [[Rcpp::export(rng = false)]]
Rcpp::List read_csv_cells_core(SEXP table, int column, int skip,
                               const Rcpp::CharacterVector &title, int threads,
                               SEXP progress) {
  return glue::run([&] {
    const DelimitedPointer file(table);
    std::vector<std::string_view> texts(static_cast<std::size_t>(title.size()));
    for_cells(*file, static_cast<std::size_t>(column - 1),
              static_cast<std::size_t>(skip), true,
              [&](std::size_t i, std::string_view value, bool there) {
                if (there)
                  texts[i] = value;
              });
    return glue::cell_records(title, texts, threads, progress);
  });
}

// Gives back the memory of a table, which must not be used afterwards.
// [[Rcpp::export(rng = false)]]
void read_csv_release_core(SEXP table) { DelimitedPointer(table).release(); }
