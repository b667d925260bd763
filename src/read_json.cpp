// SPDX-License-Identifier: GPL-2.0-or-later
// Glue of JSON: a file that is a table is held in the core, from which its
// columns are taken, and that of the texts as the records that are read from
// it; any other as its pieces, which a parser of R must read.
#include "article/reading/json_mend.h"
#include "article/reading/json_pieces.h"
#include "article/reading/json_table.h"
#include "glue/convert.h"
#include "glue/records.h"
#include "glue/run.h"

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace tritone;

namespace {

struct JsonFile {
  std::string text;
  article::JsonTable table; // its cells are views of `text`

  article::JsonColumn &column(int number) {
    return table.columns[static_cast<std::size_t>(number - 1)];
  }
};

using JsonPointer = Rcpp::XPtr<JsonFile>;

Rcpp::RObject string_column(JsonFile &file, article::JsonColumn &column) {
  Rcpp::CharacterVector out(static_cast<R_xlen_t>(file.table.records()),
                            NA_STRING);
  for (article::JsonCell &cell : column.cells) {
    if (cell.kind == article::JsonKind::null)
      continue;
    cell.settle(file.text);
    out[static_cast<R_xlen_t>(cell.record)] = glue::utf8_string(cell.raw);
  }
  return out;
}

// A column of type `Vector`: what value(raw) gives for each field.
template <typename Vector, typename Value>
Rcpp::RObject value_column(const JsonFile &file,
                           const article::JsonColumn &column, Value value) {
  Vector out(static_cast<R_xlen_t>(file.table.records()), Vector::get_na());
  for (const article::JsonCell &cell : column.cells)
    if (cell.kind != article::JsonKind::null)
      out[static_cast<R_xlen_t>(cell.record)] = value(std::string(cell.raw));
  return out;
}

Rcpp::RObject column_of(JsonFile &file, article::JsonColumn &column) {
  switch (column.kind) {
  case article::JsonKind::integer:
    return value_column<Rcpp::IntegerVector>(
        file, column, [](const std::string &s) { return std::stoi(s); });
  case article::JsonKind::real:
    return value_column<Rcpp::NumericVector>(
        file, column,
        [](const std::string &s) { return std::strtod(s.c_str(), nullptr); });
  case article::JsonKind::null:
  case article::JsonKind::boolean:
    return value_column<Rcpp::LogicalVector>(
        file, column, [](const std::string &s) { return s == "true"; });
  default:
    return string_column(file, column);
  }
}

// A file that is a table: list(table, names, strings, line, problems); `table`
// holds it for the functions below, `strings` says which columns are strings.
Rcpp::List table_list(std::unique_ptr<JsonFile> file, glue::FileState state,
                      const glue::ProblemColumns &problems) {
  const article::JsonTable &table = file->table;
  Rcpp::CharacterVector names(static_cast<R_xlen_t>(table.columns.size()));
  Rcpp::LogicalVector strings(names.size());
  for (R_xlen_t i = 0; i < names.size(); ++i) {
    const article::JsonColumn &column =
        table.columns[static_cast<std::size_t>(i)];
    names[i] = glue::utf8_string(column.name);
    strings[i] = column.kind == article::JsonKind::string;
  }
  const Rcpp::IntegerVector line(table.lines.begin(), table.lines.end());
  return Rcpp::List::create(
      Rcpp::Named("table") = JsonPointer(file.release()),
      Rcpp::Named("names") = names, Rcpp::Named("strings") = strings,
      Rcpp::Named("line") = line, Rcpp::Named("good") = state.good,
      Rcpp::Named("sure") = state.sure,
      Rcpp::Named("problems") = problems.list());
}

// Values as the bytes of one array.
Rcpp::RawVector as_array(const std::vector<std::string_view> &values) {
  std::size_t bytes = 1;
  for (const std::string_view value : values)
    bytes += value.size() + 1;
  Rcpp::RawVector out(static_cast<R_xlen_t>(bytes));
  auto to = out.begin();
  Rbyte before = '[';
  for (const std::string_view value : values) {
    *to++ = before;
    to = std::copy(value.begin(), value.end(), to);
    before = ',';
  }
  *to = ']';
  return out;
}

Rcpp::CharacterVector as_strings(const std::vector<std::string_view> &values) {
  Rcpp::CharacterVector out(static_cast<R_xlen_t>(values.size()));
  for (R_xlen_t i = 0; i < out.size(); ++i)
    out[i] = glue::utf8_string(values[static_cast<std::size_t>(i)]);
  return out;
}

// The pieces of a text, or of one with values on each line, as
// read_json_split_core() returns them.
Rcpp::List piece_list(std::string_view text, bool lines, bool join,
                      glue::FileState state, glue::ProblemColumns &problems) {
  article::JsonPieces json;
  if (state.good)
    json = lines ? article::split_json_lines(text) : article::split_json(text);
  const auto n = static_cast<R_xlen_t>(json.pieces.size());
  Rcpp::IntegerVector line(n);
  Rcpp::LogicalVector closed(n), deep(n);
  std::vector<std::string> mended_texts(json.pieces.size());
  std::vector<std::string_view> values(json.pieces.size());
  join = join && n > 1;
  for (R_xlen_t i = 0; i < n; ++i) {
    const auto at = static_cast<std::size_t>(i);
    const article::JsonPiece &piece = json.pieces[at];
    article::MendedJson mended;
    const bool changed = piece.closed && mend_json(piece.text, mended);
    if (changed)
      mended_texts[at] = std::move(mended.text);
    values[at] = changed ? std::string_view(mended_texts[at]) : piece.text;
    line[i] = static_cast<int>(piece.line);
    closed[i] = piece.closed;
    deep[i] = changed ? mended.deep : piece.deep;
    join = join && closed[i] && !deep[i];
    for (article::Problem &problem : mended.problems) {
      problem.line += piece.line;
      problems.add(static_cast<int>(i) + 1, problem);
    }
  }
  Rcpp::RObject strings, together;
  if (join)
    together = as_array(values);
  else
    strings = as_strings(values);
  return Rcpp::List::create(
      Rcpp::Named("pieces") = strings, Rcpp::Named("together") = together,
      Rcpp::Named("line") = line, Rcpp::Named("closed") = closed,
      Rcpp::Named("deep") = deep, Rcpp::Named("array") = json.array,
      Rcpp::Named("good") = state.good, Rcpp::Named("sure") = state.sure,
      Rcpp::Named("problems") = problems.list());
}

} // namespace

// A JSON file, or one with values on each line. If its records have single
// values only, what table_list() says. Else its pieces; the `record` of a
// problem is the piece that it was mended in. With `join`, where there are
// several and none has a fault, `together` is all of them as the bytes of one
// array, and `pieces` NULL: a string of R for each would take as long as the
// rest.
// [[Rcpp::export(rng = false)]]
Rcpp::List read_json_split_core(SEXP file, bool lines, bool join) {
  return glue::run([&] {
    glue::ProblemColumns problems;
    auto held = std::make_unique<JsonFile>();
    const glue::FileState state =
        glue::decoded_file(file, article::Holds::records, held->text, problems);
    if (join && state.good &&
        article::read_json_table(held->text, lines, held->table))
      return table_list(std::move(held), state, problems);
    return piece_list(held->text, lines, join, state, problems);
  });
}

// Some columns (1-based) of a table as a list of vectors.
// [[Rcpp::export(rng = false)]]
Rcpp::List read_json_columns_core(SEXP table,
                                  const Rcpp::IntegerVector &columns) {
  return glue::run([&] {
    const JsonPointer file(table);
    Rcpp::List out(columns.size());
    for (R_xlen_t i = 0; i < columns.size(); ++i)
      out[i] = column_of(*file, file->column(columns[i]));
    return out;
  });
}

// article_cells_core() of a column of a table.
// [[Rcpp::export(rng = false)]]
Rcpp::List read_json_cells_core(SEXP table, int column,
                                const Rcpp::CharacterVector &title, int threads,
                                SEXP progress) {
  return glue::run([&] {
    const JsonPointer file(table);
    std::vector<std::string_view> texts(file->table.records());
    for (article::JsonCell &cell : file->column(column).cells) {
      if (cell.kind == article::JsonKind::null)
        continue;
      cell.settle(file->text);
      texts[cell.record] = cell.raw;
    }
    return glue::cell_records(title, texts, threads, progress);
  });
}

// Gives back the memory of a table, which must not be used afterwards.
// [[Rcpp::export(rng = false)]]
void read_json_release_core(SEXP table) { JsonPointer(table).release(); }
