// SPDX-License-Identifier: GPL-2.0-or-later
// Settings, states and fits of topic engines as R sees them.
#pragma once

#include "base/error.h"
#include "glue/options.h"
#include "topic/model.h"
#include "topic/trace.h"

#include <Rcpp.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace tritone::glue {

// A list of settings; NULL or a missing entry leaves the value as it is.
class Settings {
public:
  explicit Settings(const Rcpp::List &list) : list_(list) {}

  SEXP get(const char *name) const {
    return list_.containsElementNamed(name) ? static_cast<SEXP>(list_[name])
                                            : R_NilValue;
  }
  void number(const char *name, double &value) const {
    if (const SEXP x = get(name); !Rf_isNull(x))
      value = Rcpp::as<double>(x);
  }
  void count(const char *name, std::uint64_t &value) const {
    if (const SEXP x = get(name); !Rf_isNull(x))
      value = static_cast<std::uint64_t>(count_of(Rcpp::as<double>(x)));
  }
  void flag(const char *name, bool &value) const {
    if (const SEXP x = get(name); !Rf_isNull(x))
      value = Rcpp::as<bool>(x);
  }
  void numbers(const char *name, std::vector<double> &value) const {
    if (const SEXP x = get(name); !Rf_isNull(x))
      value = Rcpp::as<std::vector<double>>(x);
  }
  std::string text(const char *name, const std::string &otherwise) const {
    const SEXP x = get(name);
    return Rf_isNull(x) ? otherwise : Rcpp::as<std::string>(x);
  }

private:
  const Rcpp::List list_;
};
static_assert(sizeof(std::size_t) == sizeof(std::uint64_t),
              "counts of settings are read as 64 bits");

// Groups by article, 1, 2, ... in R, from 0 in the core; `groups` becomes the
// largest. NULL: none.
inline std::vector<std::uint32_t> groups_of(SEXP x, std::uint64_t &groups) {
  std::vector<std::uint32_t> out;
  if (Rf_isNull(x))
    return out;
  for (const int group : Rcpp::IntegerVector(x)) {
    if (group == NA_INTEGER || group < 1)
      throw input_error("A content group must be a whole number from 1 up.");
    out.push_back(static_cast<std::uint32_t>(group - 1));
    groups = std::max(groups, static_cast<std::uint64_t>(group));
  }
  return out;
}

// An array; a vector where it has one dimension.
inline Rcpp::NumericVector array_of(const topic::FitPart &part) {
  Rcpp::NumericVector out(part.values.begin(), part.values.end());
  if (part.dim.size() > 1) {
    Rcpp::IntegerVector dim(part.dim.begin(), part.dim.end());
    out.attr("dim") = dim;
  }
  return out;
}

inline Rcpp::NumericMatrix matrix_of(const std::vector<double> &x,
                                     std::size_t rows, std::size_t columns) {
  Rcpp::NumericMatrix out(static_cast<int>(rows), static_cast<int>(columns));
  std::copy(x.begin(), x.end(), out.begin());
  return out;
}

// A data frame of iteration and the columns of the trace; NaN becomes NA.
inline Rcpp::DataFrame trace_of(const topic::Trace &trace) {
  Rcpp::List out;
  out["iteration"] =
      Rcpp::IntegerVector(trace.iteration().begin(), trace.iteration().end());
  for (const std::string &name : trace.names()) {
    const std::vector<double> &from = trace.column(name);
    Rcpp::NumericVector column(from.begin(), from.end());
    for (double &x : column)
      if (R_IsNaN(x))
        x = NA_REAL;
    out[name] = column;
  }
  return Rcpp::DataFrame(out);
}

// The named vectors of a state as R keeps them in a checkpoint, and back.
// Doubles and integers are R's own; single precision is kept as its bytes, with
// the attribute "float".
inline Rcpp::List state_list(const topic::SavedState &state) {
  Rcpp::List out;
  for (const topic::SavedState::Item &item : state.items()) {
    Rcpp::RObject value;
    if (const auto *x = std::get_if<std::vector<double>>(&item.second)) {
      value = Rcpp::NumericVector(x->begin(), x->end());
    } else if (const auto *i =
                   std::get_if<std::vector<std::int32_t>>(&item.second)) {
      value = Rcpp::IntegerVector(i->begin(), i->end());
    } else if (const auto *f = std::get_if<std::vector<float>>(&item.second)) {
      Rcpp::RawVector bytes(static_cast<R_xlen_t>(f->size() * sizeof(float)));
      if (!f->empty())
        std::memcpy(RAW(bytes), f->data(), f->size() * sizeof(float));
      bytes.attr("float") = true;
      value = bytes;
    } else {
      const auto &b = std::get<std::vector<std::uint8_t>>(item.second);
      value = Rcpp::RawVector(b.begin(), b.end());
    }
    out[item.first] = value;
  }
  return out;
}

inline topic::SavedState state_from(const Rcpp::List &list) {
  topic::SavedState state;
  if (Rf_isNull(list.names()))
    return state;
  const Rcpp::CharacterVector names = list.names();
  for (R_xlen_t i = 0; i < list.size(); ++i) {
    const std::string name = Rcpp::as<std::string>(names[i]);
    const SEXP x = list[i];
    if (TYPEOF(x) == REALSXP) {
      state.put(name, Rcpp::as<std::vector<double>>(x));
    } else if (TYPEOF(x) == INTSXP) {
      state.put(name, Rcpp::as<std::vector<std::int32_t>>(x));
    } else if (TYPEOF(x) == RAWSXP) {
      const Rcpp::RawVector bytes(x);
      if (bytes.hasAttribute("float")) {
        std::vector<float> f(static_cast<std::size_t>(bytes.size()) /
                             sizeof(float));
        if (!f.empty())
          std::memcpy(f.data(), RAW(bytes), f.size() * sizeof(float));
        state.put(name, std::move(f));
      } else {
        state.put(name, std::vector<std::uint8_t>(bytes.begin(), bytes.end()));
      }
    } else {
      throw input_error("The state of a fit holds numbers only; \"" + name +
                        "\" is none.");
    }
  }
  return state;
}

// What new_topics() in R reads: phi, theta, theta_chain, draws, prevalence,
// alpha, trace, converged and the engine's own settings under their names.
// A vector has length 0 if the engine does not provide it.
inline Rcpp::List
fit_list(const topic::TopicFit &fit,
         const std::vector<std::pair<std::string, double>> &settings) {
  Rcpp::List out = Rcpp::List::create(
      Rcpp::Named("phi") = matrix_of(fit.phi, fit.topics, fit.terms),
      Rcpp::Named("theta") = matrix_of(fit.theta, fit.documents, fit.topics),
      Rcpp::Named("prevalence") = fit.prevalence,
      Rcpp::Named("alpha") = fit.alpha,
      Rcpp::Named("trace") = trace_of(fit.trace),
      Rcpp::Named("converged") = fit.converged);
  if (!fit.theta_chain.empty())
    out["theta_chain"] = matrix_of(fit.theta_chain, fit.documents, fit.topics);
  if (!fit.draws.empty()) {
    Rcpp::NumericVector draws(fit.draws.begin(), fit.draws.end());
    const std::size_t size = fit.documents * fit.topics;
    draws.attr("dim") = Rcpp::IntegerVector::create(
        static_cast<int>(fit.documents), static_cast<int>(fit.topics),
        static_cast<int>(fit.draws.size() / size));
    out["theta_draws"] = draws;
  }
  for (const topic::FitPart &part : fit.parts)
    out[part.name] = array_of(part);
  Rcpp::List numbers;
  for (const auto &[name, value] : settings)
    numbers[name] = value;
  out["settings"] = numbers;
  return out;
}

} // namespace tritone::glue
