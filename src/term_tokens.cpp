// SPDX-License-Identifier: GPL-2.0-or-later
// Glue of term_tokens().
#include "glue/convert.h"
#include "glue/monitor.h"
#include "glue/options.h"
#include "glue/run.h"
#include "term/tokens.h"

using namespace tritone;

namespace {

// The vector as R's, plus one for R's counting; its memory is freed.
Rcpp::IntegerVector take(std::vector<std::int32_t> &x, std::int32_t plus) {
  Rcpp::IntegerVector out(static_cast<R_xlen_t>(x.size()));
  std::transform(x.begin(), x.end(), out.begin(),
                 [plus](std::int32_t value) { return value + plus; });
  std::vector<std::int32_t>().swap(x);
  return out;
}

} // namespace

// articles: list(title, text, parts) of as_articles(); options: list of
// token_options(). Without `places` only what counting needs.
// [[Rcpp::export(rng = false)]]
Rcpp::List term_tokens_core(const Rcpp::List &articles,
                            const Rcpp::List &options, bool sentences,
                            bool places, int threads, SEXP progress) {
  return glue::run([&] {
    const Rcpp::CharacterVector title = articles["title"];
    const Rcpp::CharacterVector text = articles["text"];
    term::TokensOptions wanted;
    wanted.words = glue::word_options(options);
    wanted.reading = glue::reading_of(articles);
    wanted.sentences = sentences;
    wanted.places = places;
    glue::RMonitor monitor(progress);
    term::Tokens tokens =
        term::term_tokens(glue::article_source(title, text), wanted,
                          static_cast<std::size_t>(threads), monitor);
    const auto n = static_cast<R_xlen_t>(tokens.types.size());
    Rcpp::CharacterVector types(n);
    for (R_xlen_t t = 0; t < n; ++t)
      SET_STRING_ELT(
          types, t,
          glue::utf8_string(tokens.types[static_cast<std::uint32_t>(t)]));
    Rcpp::LogicalVector in_title(tokens.in_title.begin(),
                                 tokens.in_title.end());
    return Rcpp::List::create(
        Rcpp::Named("ids") = take(tokens.type, 1),
        Rcpp::Named("doc_ptr") =
            Rcpp::NumericVector(tokens.first.begin(), tokens.first.end()),
        Rcpp::Named("types") = types,
        Rcpp::Named("start") = take(tokens.begin, 1),
        Rcpp::Named("end") = take(tokens.end, 0),
        Rcpp::Named("in_title") = in_title,
        Rcpp::Named("sentence") = take(tokens.sentence, 0),
        Rcpp::Named("stretch") = take(tokens.stretch, 0));
  });
}
