// SPDX-License-Identifier: GPL-2.0-or-later
// Glue of term_matrix() with a dictionary.
#include "glue/convert.h"
#include "glue/monitor.h"
#include "glue/run.h"
#include "term/dictionary.h"

using namespace tritone;

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
    term::Dictionary dictionary;
    dictionary.categories = static_cast<std::size_t>(categories);
    for (R_xlen_t w = 0; w < fits.size(); ++w)
      dictionary.fits.push_back(Rcpp::as<std::vector<std::int32_t>>(fits[w]));
    for (R_xlen_t e = 0; e < entries.size(); ++e) {
      const Rcpp::IntegerVector words = entries[e];
      term::Dictionary::Entry entry;
      entry.category = static_cast<std::uint32_t>(category[e] - 1);
      for (const int word : words)
        entry.words.push_back(static_cast<std::uint32_t>(word - 1));
      dictionary.entries.push_back(entry);
    }
    glue::RMonitor monitor(progress);
    term::CategoryCounts found = term::count_categories(
        view, static_cast<std::size_t>(types), dictionary,
        static_cast<std::size_t>(threads), monitor);
    for (std::int32_t &d : found.article)
      ++d;
    for (std::int32_t &c : found.category)
      ++c;
    return Rcpp::List::create(Rcpp::Named("article") = found.article,
                              Rcpp::Named("category") = found.category,
                              Rcpp::Named("count") = found.count);
  });
}
