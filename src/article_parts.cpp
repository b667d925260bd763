// SPDX-License-Identifier: GPL-2.0-or-later
#include "article/parts.h"
#include "base/parallel.h"
#include "glue/convert.h"
#include "glue/monitor.h"
#include "glue/run.h"
#include "text/utf8.h"

using namespace tritone;

namespace {

struct PartRow {
  std::size_t article; // 0-based
  Part part;
  std::size_t start, end; // characters, 0-based, end exclusive
  std::string text;
};

void add_rows(const Article &article, std::size_t index,
              std::vector<PartSpan> &scratch, std::vector<PartRow> &out) {
  if (!article.title.empty())
    out.push_back({index, Part::headline, 0, count_chars(article.title),
                   std::string(article.title)});
  find_parts(article.text, scratch);
  CharOffsets offsets(article.text);
  for (const PartSpan &span : scratch) {
    const std::size_t start = offsets.at(span.begin);
    out.push_back(
        {index, span.part, start, offsets.at(span.end),
         std::string(article.text.substr(span.begin, span.end - span.begin))});
  }
}

} // namespace

// [[Rcpp::export(rng = false)]]
Rcpp::List article_parts_core(const Rcpp::List &articles, int threads,
                              SEXP progress) {
  return glue::run([&] {
    const Rcpp::CharacterVector title = articles["title"];
    const Rcpp::CharacterVector text = articles["text"];
    const MemorySource source = glue::article_source(title, text);
    std::vector<std::vector<PartRow>> blocks(source.blocks());
    glue::RMonitor monitor(progress);
    for_blocks(source.blocks(), 1, static_cast<std::size_t>(threads), monitor,
               [&](const Block &b) {
                 ArticleBlock block;
                 std::vector<PartSpan> scratch;
                 source.load(b.index, block);
                 for (std::size_t i = 0; i < block.articles.size(); ++i)
                   add_rows(block.articles[i], block.first + i, scratch,
                            blocks[b.index]);
               });
    std::size_t n = 0;
    for (const auto &block : blocks)
      n += block.size();
    const auto rows = static_cast<R_xlen_t>(n);
    Rcpp::IntegerVector article(rows), start(rows), end(rows);
    Rcpp::CharacterVector field(rows), part(rows), piece(rows);
    R_xlen_t at = 0;
    for (const auto &block : blocks) {
      for (const PartRow &row : block) {
        article[at] = static_cast<int>(row.article) + 1;
        field[at] = row.part == Part::headline ? "title" : "text";
        part[at] = part_name(row.part);
        start[at] = static_cast<int>(row.start) + 1;
        end[at] = static_cast<int>(row.end);
        piece[at] = glue::utf8_string(row.text);
        ++at;
      }
    }
    return Rcpp::List::create(
        Rcpp::Named("article") = article, Rcpp::Named("field") = field,
        Rcpp::Named("part") = part, Rcpp::Named("start") = start,
        Rcpp::Named("end") = end, Rcpp::Named("text") = piece);
  });
}
