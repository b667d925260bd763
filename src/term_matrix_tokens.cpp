// SPDX-License-Identifier: GPL-2.0-or-later
// Glue of term_matrix() for tokens: n-grams, phrases, stems, hashing.
#include "glue/convert.h"
#include "glue/monitor.h"
#include "glue/options.h"
#include "glue/run.h"
#include "term/ngrams.h"
#include "term/sequences.h"
#include "text/utf8.h"

using namespace tritone;

namespace {

// The vectors must stay protected while the view is used.
term::TokensView tokens_view(const Rcpp::IntegerVector &ids,
                             const Rcpp::IntegerVector &sentence,
                             const Rcpp::IntegerVector &stretch,
                             const Rcpp::NumericVector &doc_ptr) {
  term::TokensView view;
  view.type = ids.begin();
  view.first.clear();
  for (const double at : doc_ptr)
    view.first.push_back(at >= 0 && at < 0x1p53 ? static_cast<std::int64_t>(at)
                                                : -1);
  if (view.first.empty() || view.first.back() != ids.size() ||
      (sentence.size() > 0 && sentence.size() != ids.size()) ||
      sentence.size() != stretch.size())
    throw input_error("The tokens are damaged: their vectors do not fit "
                      "together. Make them again with term_tokens().");
  if (sentence.size() > 0) {
    view.sentence = sentence.begin();
    view.stretch = stretch.begin();
  }
  return view;
}

std::vector<std::string_view> views(const Rcpp::CharacterVector &x) {
  std::vector<std::string_view> out;
  for (R_xlen_t i = 0; i < x.size(); ++i)
    out.push_back(glue::utf8_view(STRING_ELT(x, i)));
  return out;
}

std::vector<std::size_t> sizes(const Rcpp::NumericVector &x) {
  return std::vector<std::size_t>(x.begin(), x.end());
}

} // namespace

// tokens: what term_tokens_core() gives and `options`; forms: the term of each
// type; settings: list(ngrams, skip, across, concatenator, phrases, remove,
// removed, min_docs, max_docs, max_terms, buckets, hash_signed), buckets 0
// where terms are not hashed; removed: sequences of words.
// [[Rcpp::export(rng = false)]]
Rcpp::List term_ngrams_core(const Rcpp::List &tokens,
                            const Rcpp::CharacterVector &forms,
                            const Rcpp::List &settings, SEXP doc_id,
                            int threads, SEXP progress) {
  return glue::run([&] {
    const Rcpp::IntegerVector ids = tokens["ids"];
    const Rcpp::IntegerVector sentence = tokens["sentence"];
    const Rcpp::IntegerVector stretch = tokens["stretch"];
    const Rcpp::CharacterVector types = tokens["types"];
    const text::WordOptions words = glue::word_options(tokens["options"]);
    term::SequenceOptions reading;
    reading.concatenator = Rcpp::as<std::string>(settings["concatenator"]);
    reading.remove = Rcpp::as<std::vector<std::string>>(settings["remove"]);
    reading.across = Rcpp::as<bool>(settings["across"]);
    const Rcpp::List removed = settings["removed"];
    for (R_xlen_t i = 0; i < removed.size(); ++i)
      reading.removed.push_back(Rcpp::as<std::vector<std::string>>(removed[i]));
    const Rcpp::CharacterVector phrases = settings["phrases"];
    for (const std::string_view expression : views(phrases))
      reading.compounds.push_back(
          term::compound_words(text::repair_utf8(expression).text, words));
    const term::TermSequences sequences(
        tokens_view(ids, sentence, stretch, tokens["doc_ptr"]),
        {views(types), views(forms)}, reading);
    term::NgramOptions options;
    options.lengths = sizes(settings["ngrams"]);
    options.skips = sizes(settings["skip"]);
    options.concatenator = reading.concatenator;
    options.min_docs = glue::count_of(settings["min_docs"]);
    options.max_docs = glue::count_of(settings["max_docs"]);
    options.max_terms = glue::count_of(settings["max_terms"]);
    const auto buckets =
        static_cast<std::size_t>(Rcpp::as<double>(settings["buckets"]));
    const auto workers = static_cast<std::size_t>(threads);
    glue::RMonitor monitor(progress);
    if (buckets > 0) {
      const term::TermMatrix hashed = term::hash_ngrams(
          sequences, options, buckets, Rcpp::as<bool>(settings["hash_signed"]),
          workers, monitor);
      return Rcpp::List::create(Rcpp::Named("counts") = glue::sparse_matrix(
                                    hashed.counts, doc_id, R_NilValue));
    }
    const term::NgramMatrix found =
        term::count_ngrams(sequences, options, workers, monitor);
    const auto n = static_cast<R_xlen_t>(found.matrix.terms.size());
    Rcpp::CharacterVector terms(n);
    for (R_xlen_t j = 0; j < n; ++j)
      SET_STRING_ELT(
          terms, j,
          glue::utf8_string(found.matrix.terms[static_cast<std::size_t>(j)]));
    return Rcpp::List::create(
        Rcpp::Named("counts") =
            glue::sparse_matrix(found.matrix.counts, doc_id, terms),
        Rcpp::Named("counted") = static_cast<double>(found.counted),
        Rcpp::Named("bytes") = static_cast<double>(found.bytes));
  });
}
