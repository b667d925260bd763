// SPDX-License-Identifier: GPL-2.0-or-later
// Glue of term_weight(): statistics of a collection, and weights.
#include "glue/convert.h"
#include "glue/run.h"
#include "term/statistics/weight.h"

#include <array>
#include <string>
#include <utility>

using namespace tritone;

namespace {

template <class Kind, std::size_t N>
Kind kind_of(const std::array<std::pair<const char *, Kind>, N> &kinds,
             const Rcpp::RObject &given) {
  const auto name = Rcpp::as<std::string>(given);
  for (const auto &kind : kinds)
    if (name == kind.first)
      return kind.second;
  throw input_error("There is no weight of the name " + name);
}

constexpr std::array<std::pair<const char *, term::LocalWeight>, 8> kLocal{{
    {"count", term::LocalWeight::count},
    {"share", term::LocalWeight::share},
    {"log", term::LocalWeight::log},
    {"augmented", term::LocalWeight::augmented},
    {"boolean", term::LocalWeight::boolean},
    {"saturation", term::LocalWeight::saturation},
    {"log_one", term::LocalWeight::log_one},
    {"information", term::LocalWeight::information},
}};

constexpr std::array<std::pair<const char *, term::GlobalWeight>, 9> kGlobal{{
    {"none", term::GlobalWeight::none},
    {"plain", term::GlobalWeight::plain},
    {"smooth", term::GlobalWeight::smooth},
    {"max", term::GlobalWeight::max},
    {"probabilistic", term::GlobalWeight::probabilistic},
    {"lucene", term::GlobalWeight::lucene},
    {"robertson", term::GlobalWeight::robertson},
    {"entropy", term::GlobalWeight::entropy},
    {"share", term::GlobalWeight::share},
}};

constexpr std::array<std::pair<const char *, term::WeightNorm>, 3> kNorm{{
    {"none", term::WeightNorm::none},
    {"cosine", term::WeightNorm::cosine},
    {"pivoted", term::WeightNorm::pivoted},
}};

// From what weight_rule() in R/term_weight.R gives.
term::WeightOptions weight_options(const Rcpp::List &rule) {
  term::WeightOptions out;
  out.local = kind_of(kLocal, rule["local"]);
  out.global = kind_of(kGlobal, rule["global"]);
  out.norm = kind_of(kNorm, rule["norm"]);
  out.base = Rcpp::as<double>(rule["base"]);
  out.k1 = Rcpp::as<double>(rule["k1"]);
  out.b = Rcpp::as<double>(rule["b"]);
  out.delta = Rcpp::as<double>(rule["delta"]);
  out.slope = Rcpp::as<double>(rule["slope"]);
  return out;
}

} // namespace

// counts: a dgCMatrix; rule: list of weight_rule().
// [[Rcpp::export(rng = false)]]
Rcpp::List term_collection_core(const Rcpp::S4 &counts,
                                const Rcpp::List &rule) {
  return glue::run([&] {
    const term::WeightCollection all = term::weight_collection(
        glue::columns_view(counts), weight_options(rule));
    return Rcpp::List::create(Rcpp::Named("n_docs") = all.articles,
                              Rcpp::Named("n_tokens") = all.tokens,
                              Rcpp::Named("mean_tokens") = all.mean_tokens,
                              Rcpp::Named("mean_terms") = all.mean_terms,
                              Rcpp::Named("global") = all.global);
  });
}

// collection: list of term_collection_core(), for the columns of counts.
// [[Rcpp::export(rng = false)]]
Rcpp::S4 term_weight_core(const Rcpp::S4 &counts, const Rcpp::List &collection,
                          const Rcpp::List &rule) {
  return glue::run([&] {
    term::WeightCollection all;
    all.articles = Rcpp::as<double>(collection["n_docs"]);
    all.tokens = Rcpp::as<double>(collection["n_tokens"]);
    all.mean_tokens = Rcpp::as<double>(collection["mean_tokens"]);
    all.mean_terms = Rcpp::as<double>(collection["mean_terms"]);
    all.global = Rcpp::as<std::vector<double>>(collection["global"]);
    const Rcpp::List names = counts.slot("Dimnames");
    return glue::sparse_matrix(term::weigh_terms(glue::columns_view(counts),
                                                 all, weight_options(rule)),
                               names[0], names[1]);
  });
}
