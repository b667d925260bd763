// SPDX-License-Identifier: GPL-2.0-or-later
// Glue of article_parts(): one row per part, with its place in characters.
#include "article/parts/parts.h"
#include "base/parallel.h"
#include "glue/convert.h"
#include "glue/monitor.h"
#include "glue/run.h"
#include "text/utf8.h"

#include <deque>

using namespace tritone;

namespace {

struct PartRow {
  std::size_t article; // 0-based
  article::Part part;
  std::size_t start, end; // characters, 0-based, end exclusive
  std::string_view text;  // R's own, or the block's where it was repaired
};

struct PartBlock {
  std::vector<PartRow> rows;
  std::deque<std::string> storage;
};

void add_rows(const article::Article &article, std::size_t index,
              const article::Known *known, article::PartScratch &scratch,
              std::vector<PartRow> &out) {
  if (!article.title.empty())
    out.push_back({index, article::Part::headline, 0,
                   text::count_chars(article.title), article.title});
  article::find_parts(article.text, scratch, known);
  text::CharOffsets offsets(article.text);
  for (const article::PartSpan &span : scratch.parts) {
    const std::size_t start = offsets.at(span.begin);
    out.push_back({index, span.part, start, offsets.at(span.end),
                   article.text.substr(span.begin, span.end - span.begin)});
  }
}

std::vector<PartBlock> find_blocks(const article::Source &source,
                                   const article::Known *known,
                                   std::size_t threads, Monitor &monitor) {
  struct alignas(kApart) Worker {
    article::ArticleBlock block;
    article::PartScratch scratch;
  };
  std::vector<Worker> workers(
      std::max<std::size_t>(1, std::min(threads, source.blocks())));
  std::vector<PartBlock> out(source.blocks());
  for_blocks(source.blocks(), 1, threads, monitor, [&](const Block &b) {
    Worker &worker = workers[b.worker];
    source.load(b.index, worker.block);
    for (std::size_t i = 0; i < worker.block.articles.size(); ++i)
      add_rows(worker.block.articles[i], worker.block.first + i, known,
               worker.scratch, out[b.index].rows);
    // Moving a deque leaves its strings, and views of them, in place.
    out[b.index].storage.swap(worker.block.storage);
  });
  return out;
}

// An R string for a piece of `whole`: `whole` itself if the piece is all of it.
SEXP piece_string(SEXP whole, std::string_view piece) {
  if (piece.data() == CHAR(whole) &&
      piece.size() == static_cast<std::size_t>(LENGTH(whole)))
    return whole;
  return glue::utf8_string(piece);
}

} // namespace

// articles: list(title, text, known) of as_articles().
// [[Rcpp::export(rng = false)]]
Rcpp::List article_parts_core(const Rcpp::List &articles, int threads,
                              SEXP progress) {
  return glue::run([&] {
    const Rcpp::CharacterVector title = articles["title"];
    const Rcpp::CharacterVector text = articles["text"];
    const article::Reading reading = glue::reading_of(articles);
    glue::RMonitor monitor(progress);
    const std::vector<PartBlock> blocks =
        find_blocks(glue::article_source(title, text), reading.known.get(),
                    static_cast<std::size_t>(threads), monitor);
    std::size_t n = 0;
    for (const PartBlock &block : blocks)
      n += block.rows.size();
    const auto rows = static_cast<R_xlen_t>(n);
    Rcpp::IntegerVector article(Rcpp::no_init(rows)),
        start(Rcpp::no_init(rows)), end(Rcpp::no_init(rows));
    Rcpp::CharacterVector field(rows), part(rows), piece(rows);
    Rcpp::CharacterVector names(static_cast<R_xlen_t>(article::kParts));
    for (std::size_t p = 0; p < article::kParts; ++p)
      names[static_cast<R_xlen_t>(p)] =
          article::part_name(static_cast<article::Part>(p));
    const Rcpp::CharacterVector fields =
        Rcpp::CharacterVector::create("title", "text");
    R_xlen_t at = 0;
    for (const PartBlock &block : blocks) {
      for (const PartRow &row : block.rows) {
        const bool in_title = row.part == article::Part::headline;
        const auto of = static_cast<R_xlen_t>(row.article);
        article[at] = static_cast<int>(row.article) + 1;
        start[at] = static_cast<int>(row.start) + 1;
        end[at] = static_cast<int>(row.end);
        SET_STRING_ELT(field, at, STRING_ELT(fields, in_title ? 0 : 1));
        SET_STRING_ELT(part, at,
                       STRING_ELT(names, static_cast<R_xlen_t>(row.part)));
        SET_STRING_ELT(
            piece, at,
            piece_string(STRING_ELT(in_title ? title : text, of), row.text));
        ++at;
      }
    }
    return Rcpp::List::create(
        Rcpp::Named("article") = article, Rcpp::Named("field") = field,
        Rcpp::Named("part") = part, Rcpp::Named("start") = start,
        Rcpp::Named("end") = end, Rcpp::Named("text") = piece);
  });
}
