// SPDX-License-Identifier: GPL-2.0-or-later
// Glue of the doors for counts and other objects from elsewhere: nothing in
// them is taken for granted.
#include "base/error.h"
#include "base/range.h"
#include "base/sum.h"
#include "glue/run.h"
#include "sparse/check.h"

#include <Rcpp.h>

#include <algorithm>
#include <cstddef>
#include <limits>
#include <string>

using namespace tritone;

namespace {

// A slot of the matrix, of the type that it must have.
SEXP slot_of(SEXP matrix, const char *slot, SEXPTYPE type,
             const std::string &arg) {
  const SEXP name = Rf_install(slot);
  const SEXP value = Rf_getAttrib(matrix, name);
  if (TYPEOF(value) != type)
    throw input_error("`" + arg + "` is a damaged matrix: its slot @" + slot +
                      " must hold " +
                      (type == INTSXP ? "integers" : "double numbers") +
                      ", not " + Rf_type2char(TYPEOF(value)) + ".");
  return value;
}

// 1-based place of the first number outside [low, high], 0 where none is.
double place_outside(SEXP x, double low, double high) {
  const auto n = static_cast<std::size_t>(Rf_xlength(x));
  std::size_t at = n;
  if (TYPEOF(x) == REALSXP) {
    at = first_outside(REAL(x), n, low, high);
  } else if (TYPEOF(x) == INTSXP) {
    // NA of integers is below all numbers.
    constexpr double kLeast = std::numeric_limits<int>::min() + 1.0;
    constexpr double kMost = std::numeric_limits<int>::max();
    at = first_outside(INTEGER(x), n,
                       static_cast<int>(std::clamp(low, kLeast, kMost)),
                       static_cast<int>(std::clamp(high, kLeast, kMost)));
  } else {
    throw input_error("Numbers are expected, not " +
                      std::string(Rf_type2char(TYPEOF(x))) + ".");
  }
  return at < n ? static_cast<double>(at) + 1.0 : 0.0;
}

} // namespace

// The slots of a dgCMatrix, which `arg` names to the user, fit together; or an
// error. The 1-based place of the first count that is not finite or negative, 0
// where none is.
// [[Rcpp::export(rng = false)]]
double input_counts_core(SEXP counts, const std::string &arg) {
  return glue::run([&] {
    const SEXP dim = slot_of(counts, "Dim", INTSXP, arg);
    const SEXP p = slot_of(counts, "p", INTSXP, arg);
    const SEXP i = slot_of(counts, "i", INTSXP, arg);
    const SEXP x = slot_of(counts, "x", REALSXP, arg);
    const auto size = [](SEXP slot) {
      return static_cast<std::size_t>(Rf_xlength(slot));
    };
    check_columns({INTEGER(dim), size(dim), INTEGER(p), size(p), INTEGER(i),
                   size(i), REAL(x), size(x)},
                  arg);
    return place_outside(x, 0.0, std::numeric_limits<double>::max());
  });
}

// The 1-based place of the first of the numbers that is not from low to high, 0
// where none is; NA and NaN are outside.
// [[Rcpp::export(rng = false)]]
double input_outside_core(SEXP x, double low, double high) {
  return glue::run([&] { return place_outside(x, low, high); });
}

// The sum of numbers, with the same bits in every order.
// [[Rcpp::export(rng = false)]]
double input_counts_sum_core(const Rcpp::NumericVector &x) {
  return glue::run([&] {
    return order_free_sum(x.begin(), static_cast<std::size_t>(x.size()));
  });
}
