// SPDX-License-Identifier: GPL-2.0-or-later
// Glue of the statistics on counts: moments of groups, dispersion, bursts,
// pairs.
#include "glue/convert.h"
#include "glue/monitor.h"
#include "glue/run.h"
#include "term/statistics/bursts.h"
#include "term/statistics/dispersion.h"
#include "term/statistics/moments.h"
#include "term/statistics/pairs.h"

#include <cmath>
#include <vector>

using namespace tritone;

namespace {

Rcpp::NumericVector with_na(const std::vector<double> &x) {
  Rcpp::NumericVector out(x.begin(), x.end());
  for (double &value : out)
    if (std::isnan(value))
      value = NA_REAL;
  return out;
}

// R's numbers from 1, NA as -1.
std::vector<std::int32_t> from_zero(const Rcpp::IntegerVector &x) {
  std::vector<std::int32_t> out;
  for (const int value : x)
    out.push_back(value == NA_INTEGER ? -1 : value - 1);
  return out;
}

} // namespace

// counts: a dgCMatrix; group: by row, from 1, or NA; size: tokens by row.
// [[Rcpp::export(rng = false)]]
Rcpp::List term_moments_core(const Rcpp::S4 &counts,
                             const Rcpp::IntegerVector &group,
                             const std::vector<double> &size, int groups,
                             int threads) {
  return glue::run([&] {
    glue::RMonitor monitor(R_NilValue);
    const term::Moments found =
        term::term_moments(glue::columns_view(counts), from_zero(group), size,
                           static_cast<std::size_t>(groups),
                           static_cast<std::size_t>(threads), monitor);
    return Rcpp::List::create(Rcpp::Named("articles") = with_na(found.articles),
                              Rcpp::Named("size") = with_na(found.size),
                              Rcpp::Named("size_2") = with_na(found.size_2),
                              Rcpp::Named("count") = with_na(found.count),
                              Rcpp::Named("docs") = with_na(found.docs),
                              Rcpp::Named("count_2") = with_na(found.count_2),
                              Rcpp::Named("product") = with_na(found.product));
  });
}

// The result is quantiles x groups x columns.
// [[Rcpp::export(rng = false)]]
Rcpp::NumericVector
term_bootstrap_core(const Rcpp::S4 &counts, const Rcpp::IntegerVector &group,
                    const std::vector<double> &size, int groups, double draws,
                    const std::vector<double> &at, double seed, int threads,
                    SEXP progress) {
  return glue::run([&] {
    glue::RMonitor monitor(progress);
    return with_na(term::bootstrap_log_ratios(
        glue::columns_view(counts), from_zero(group), size,
        static_cast<std::size_t>(groups), static_cast<std::size_t>(draws), at,
        static_cast<std::uint64_t>(seed), static_cast<std::size_t>(threads),
        monitor));
  });
}

// part: by row, from 1, or NA; group: by part, from 1.
// [[Rcpp::export(rng = false)]]
Rcpp::List term_dispersion_core(const Rcpp::S4 &counts,
                                const Rcpp::IntegerVector &part,
                                const Rcpp::IntegerVector &group,
                                const std::vector<double> &size, int groups,
                                int threads) {
  return glue::run([&] {
    glue::RMonitor monitor(R_NilValue);
    const term::Dispersion found = term::term_dispersion(
        glue::columns_view(counts), from_zero(part), from_zero(group), size,
        static_cast<std::size_t>(groups), static_cast<std::size_t>(threads),
        monitor);
    return Rcpp::List::create(
        Rcpp::Named("range") = with_na(found.range),
        Rcpp::Named("parts") = with_na(found.parts),
        Rcpp::Named("dp") = with_na(found.dp),
        Rcpp::Named("dp_norm") = with_na(found.dp_norm),
        Rcpp::Named("juilland_d") = with_na(found.juilland_d),
        Rcpp::Named("carroll_d2") = with_na(found.carroll_d2),
        Rcpp::Named("rosengren_s") = with_na(found.rosengren_s),
        Rcpp::Named("kld") = with_na(found.kld));
  });
}

// r: articles with the term, periods x terms; d: articles by period.
// [[Rcpp::export(rng = false)]]
Rcpp::List term_bursts_core(const Rcpp::NumericMatrix &r,
                            const std::vector<double> &d, double s,
                            double gamma, double levels) {
  return glue::run([&] {
    term::BurstOptions options;
    options.s = s;
    options.gamma = gamma;
    options.levels = static_cast<std::size_t>(levels);
    std::vector<double> term, level, begin, end, weight;
    for (int j = 0; j < r.ncol(); ++j) {
      const Rcpp::NumericMatrix::ConstColumn column = r.column(j);
      const std::vector<double> own(column.begin(), column.end());
      for (const term::Burst &burst : term::find_bursts(own, d, options)) {
        term.push_back(j + 1);
        level.push_back(static_cast<double>(burst.level));
        begin.push_back(static_cast<double>(burst.begin + 1));
        end.push_back(static_cast<double>(burst.end));
        weight.push_back(burst.weight);
      }
    }
    return Rcpp::List::create(
        Rcpp::Named("term") = term, Rcpp::Named("level") = level,
        Rcpp::Named("begin") = begin, Rcpp::Named("end") = end,
        Rcpp::Named("weight") = weight);
  });
}

// type: term of each token from 1, NA where it is none.
// [[Rcpp::export(rng = false)]]
Rcpp::List term_pairs_core(const Rcpp::IntegerVector &type,
                           const Rcpp::IntegerVector &unit,
                           const Rcpp::NumericVector &doc_ptr, double window,
                           bool ordered, bool once, int threads,
                           SEXP progress) {
  return glue::run([&] {
    if (type.size() != unit.size() || doc_ptr.size() == 0 ||
        doc_ptr[doc_ptr.size() - 1] != static_cast<double>(type.size()))
      throw input_error("The tokens are damaged: their vectors do not fit "
                        "together. Make them again with term_tokens().");
    const std::vector<std::int32_t> types = from_zero(type);
    term::PairOptions options;
    options.window = static_cast<std::size_t>(window);
    options.ordered = ordered;
    options.once = once;
    glue::RMonitor monitor(progress);
    const term::Pairs found = term::count_pairs(
        types.data(), unit.begin(),
        std::vector<std::int64_t>(doc_ptr.begin(), doc_ptr.end()), options,
        static_cast<std::size_t>(threads), monitor);
    Rcpp::IntegerVector first(found.first.begin(), found.first.end());
    Rcpp::IntegerVector second(found.second.begin(), found.second.end());
    return Rcpp::List::create(
        Rcpp::Named("first") = first + 1, Rcpp::Named("second") = second + 1,
        Rcpp::Named("count") = found.count, Rcpp::Named("docs") = found.docs);
  });
}
