// SPDX-License-Identifier: GPL-2.0-or-later
// Glue of term_matrix() with a dictionary.
#include "glue/convert.h"
#include "glue/monitor.h"
#include "glue/options.h"
#include "glue/run.h"
#include "term/dictionary.h"
#include "term/dictionary_texts.h"

using namespace tritone;

namespace {

// entries: by entry, words from 1; category: by entry, from 1.
term::Dictionary dictionary_of(const Rcpp::List &entries,
                               const Rcpp::IntegerVector &category,
                               int categories) {
  term::Dictionary out;
  out.categories = static_cast<std::size_t>(categories);
  out.entries.reserve(static_cast<std::size_t>(entries.size()));
  for (R_xlen_t e = 0; e < entries.size(); ++e) {
    const Rcpp::IntegerVector words = entries[e];
    term::Dictionary::Entry entry;
    entry.category = static_cast<std::uint32_t>(category[e] - 1);
    for (const int word : words)
      entry.words.push_back(static_cast<std::uint32_t>(word - 1));
    out.entries.push_back(std::move(entry));
  }
  return out;
}

Rcpp::List as_list(term::CategoryCounts &found) {
  for (std::int32_t &d : found.article)
    ++d;
  for (std::int32_t &c : found.category)
    ++c;
  return Rcpp::List::create(Rcpp::Named("article") = found.article,
                            Rcpp::Named("category") = found.category,
                            Rcpp::Named("count") = found.count);
}

} // namespace

// type: of each token from 1, NA where it is left out; stretch: of each token;
// types: their number; fits: by word, the types; entries: by entry, words from
// 1; category: by entry, from 1. list(article, category, count), from 1.
// [[Rcpp::export(rng = false)]]
Rcpp::List term_dictionary_core(const Rcpp::IntegerVector &type,
                                const Rcpp::IntegerVector &stretch,
                                const Rcpp::NumericVector &doc_ptr,
                                double types, const Rcpp::List &fits,
                                const Rcpp::List &entries,
                                const Rcpp::IntegerVector &category,
                                int categories, int threads, SEXP progress) {
  return glue::run([&] {
    if (type.size() != stretch.size() || doc_ptr.size() == 0 ||
        doc_ptr[doc_ptr.size() - 1] != static_cast<double>(type.size()))
      throw input_error("The tokens are damaged: their vectors do not fit "
                        "together. Make them again with term_tokens().");
    term::TokensView view;
    view.type = type.begin();
    view.stretch = stretch.begin();
    view.first.assign(doc_ptr.begin(), doc_ptr.end());
    term::Dictionary dictionary = dictionary_of(entries, category, categories);
    for (R_xlen_t w = 0; w < fits.size(); ++w)
      dictionary.fits.push_back(Rcpp::as<std::vector<std::int32_t>>(fits[w]));
    glue::RMonitor monitor(progress);
    term::CategoryCounts found = term::count_categories(
        view, static_cast<std::size_t>(types), dictionary,
        static_cast<std::size_t>(threads), monitor);
    return as_list(found);
  });
}

// articles: list(title, text, parts) of as_articles(); options: list of
// token_options(); words: words and patterns; remove: the same, left out;
// entries and category as above. The same list.
// [[Rcpp::export(rng = false)]]
Rcpp::List term_dictionary_texts_core(
    const Rcpp::List &articles, const Rcpp::List &options,
    const std::vector<std::string> &words, const Rcpp::List &entries,
    const Rcpp::IntegerVector &category, int categories,
    const std::vector<std::string> &remove, int threads, SEXP progress) {
  return glue::run([&] {
    const Rcpp::CharacterVector title = articles["title"];
    const Rcpp::CharacterVector text = articles["text"];
    term::DictionaryTexts wanted;
    wanted.words = glue::word_options(options);
    wanted.reading = glue::reading_of(articles);
    wanted.remove = remove;
    glue::RMonitor monitor(progress);
    term::CategoryCounts found =
        term::count_categories(glue::article_source(title, text), wanted, words,
                               dictionary_of(entries, category, categories),
                               static_cast<std::size_t>(threads), monitor);
    return as_list(found);
  });
}
