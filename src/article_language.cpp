// SPDX-License-Identifier: GPL-2.0-or-later
// Glue of article_language().
#include "article/language/language.h"
#include "base/parallel.h"
#include "glue/convert.h"
#include "glue/monitor.h"
#include "glue/run.h"

using namespace tritone;

// list(language, score), NA where the language is not known.
// [[Rcpp::export(rng = false)]]
Rcpp::List article_language_core(const Rcpp::List &articles, int threads,
                                 SEXP progress) {
  return glue::run([&] {
    const Rcpp::CharacterVector title = articles["title"];
    const Rcpp::CharacterVector text = articles["text"];
    const article::MemorySource source = glue::article_source(title, text);
    std::vector<article::Language> found(source.size());
    glue::RMonitor monitor(progress);
    for_blocks(source.blocks(), 1, static_cast<std::size_t>(threads), monitor,
               [&](const Block &b) {
                 article::ArticleBlock block;
                 source.load(b.index, block);
                 for (std::size_t i = 0; i < block.articles.size(); ++i)
                   found[block.first + i] =
                       article::language_of(block.articles[i]);
               });
    const auto n = static_cast<R_xlen_t>(found.size());
    Rcpp::CharacterVector language(n, NA_STRING);
    Rcpp::NumericVector score(n, NA_REAL);
    for (R_xlen_t i = 0; i < n; ++i) {
      const article::Language &one = found[static_cast<std::size_t>(i)];
      if (*one.code == '\0')
        continue;
      language[i] = one.code;
      score[i] = one.score;
    }
    return Rcpp::List::create(Rcpp::Named("language") = language,
                              Rcpp::Named("score") = score);
  });
}
