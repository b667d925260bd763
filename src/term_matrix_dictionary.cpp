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

// word: of all entries, one after the other, from 1; size: how many each entry
// has; category: by entry, from 1.
term::Dictionary dictionary_of(const Rcpp::IntegerVector &word,
                               const Rcpp::IntegerVector &size,
                               const Rcpp::IntegerVector &category,
                               std::size_t categories) {
  term::Dictionary out;
  out.categories = categories;
  out.entries.reserve(static_cast<std::size_t>(size.size()));
  R_xlen_t next = 0;
  for (R_xlen_t e = 0; e < size.size(); ++e) {
    term::DictionaryEntry entry;
    entry.category = static_cast<std::uint32_t>(category[e] - 1);
    for (int k = 0; k < size[e]; ++k)
      entry.words.push_back(static_cast<std::uint32_t>(word[next++] - 1));
    out.entries.push_back(std::move(entry));
  }
  return out;
}

// Articles x categories, with the tokens in no match if there is a name for
// them.
Rcpp::S4 category_matrix(Columns &found, SEXP doc_id,
                         const Rcpp::CharacterVector &names) {
  found.start.resize(static_cast<std::size_t>(names.size()) + 1);
  found.row.resize(static_cast<std::size_t>(found.start.back()));
  found.value.resize(found.row.size());
  return glue::sparse_matrix(found, doc_id, names);
}

} // namespace

// type: of each token from 1, NA where it is left out; stretch: of each token;
// types: their number; fits: by word, the types; word, size, category: as
// above; categories: their number; names: theirs, and one more for the tokens
// in no match where they are wanted. A dgCMatrix.
// [[Rcpp::export(rng = false)]]
Rcpp::S4 term_dictionary_core(
    const Rcpp::IntegerVector &type, const Rcpp::IntegerVector &stretch,
    const Rcpp::NumericVector &doc_ptr, double types, const Rcpp::List &fits,
    const Rcpp::IntegerVector &word, const Rcpp::IntegerVector &size,
    const Rcpp::IntegerVector &category, int categories, SEXP doc_id,
    const Rcpp::CharacterVector &names, int threads, SEXP progress) {
  return glue::run([&] {
    if (type.size() != stretch.size() || doc_ptr.size() == 0 ||
        doc_ptr[doc_ptr.size() - 1] != static_cast<double>(type.size()))
      throw input_error("The tokens are damaged: their vectors do not fit "
                        "together. Make them again with term_tokens().");
    term::TokensView view;
    view.type = type.begin();
    view.stretch = stretch.begin();
    view.first.assign(doc_ptr.begin(), doc_ptr.end());
    term::Dictionary dictionary = dictionary_of(
        word, size, category, static_cast<std::size_t>(categories));
    for (R_xlen_t w = 0; w < fits.size(); ++w)
      dictionary.fits.push_back(Rcpp::as<std::vector<std::int32_t>>(fits[w]));
    glue::RMonitor monitor(progress);
    Columns found = term::count_categories(
        view, static_cast<std::size_t>(types), dictionary,
        static_cast<std::size_t>(threads), monitor);
    return category_matrix(found, doc_id, names);
  });
}

// articles: list(doc_id, title, text, parts) of as_articles(); options: list of
// token_options(); words: words and patterns; remove: the same, left out; the
// others as above.
// [[Rcpp::export(rng = false)]]
Rcpp::S4 term_dictionary_texts_core(
    const Rcpp::List &articles, const Rcpp::List &options,
    const std::vector<std::string> &words, const Rcpp::IntegerVector &word,
    const Rcpp::IntegerVector &size, const Rcpp::IntegerVector &category,
    int categories, const Rcpp::CharacterVector &names,
    const std::vector<std::string> &remove, int threads, SEXP progress) {
  return glue::run([&] {
    const Rcpp::CharacterVector title = articles["title"];
    const Rcpp::CharacterVector text = articles["text"];
    term::DictionaryTexts wanted;
    wanted.words = glue::word_options(options);
    wanted.reading = glue::reading_of(articles);
    wanted.remove = remove;
    glue::RMonitor monitor(progress);
    Columns found = term::count_categories(
        glue::article_source(title, text), wanted, words,
        dictionary_of(word, size, category,
                      static_cast<std::size_t>(categories)),
        static_cast<std::size_t>(threads), monitor);
    return category_matrix(found, articles["doc_id"], names);
  });
}
