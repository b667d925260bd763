// SPDX-License-Identifier: GPL-2.0-or-later
// Numbers to and from R for the statistics on counts.
#pragma once

#include <Rcpp.h>

#include <cmath>
#include <cstdint>
#include <vector>

namespace tritone::glue {

// NaN becomes NA.
inline Rcpp::NumericVector with_na(const std::vector<double> &x) {
  Rcpp::NumericVector out(x.begin(), x.end());
  for (double &value : out)
    if (std::isnan(value))
      value = NA_REAL;
  return out;
}

// R's numbers from 1, NA as -1.
inline std::vector<std::int32_t> from_zero(const Rcpp::IntegerVector &x) {
  std::vector<std::int32_t> out;
  out.reserve(static_cast<std::size_t>(x.size()));
  for (const int value : x)
    out.push_back(value == NA_INTEGER ? -1 : value - 1);
  return out;
}

} // namespace tritone::glue
