// SPDX-License-Identifier: GPL-2.0-or-later
// Our own elementary functions. Those of libm differ in the last bit between
// systems, and its lgamma writes a global; a kernel that iterates would carry
// that difference into its result. Only +, -, *, / and square roots are used,
// which IEEE 754 rounds the same everywhere.
#pragma once

#include "base/config.h"

namespace tritone::math {

// e^x, within 2 units in the last place; 0 below -745.2, infinity above 709.8.
double exp(double x);

// Natural logarithm, within 2 units in the last place; -infinity at 0, NaN
// below 0.
double log(double x);

// log Gamma(x) for x > 0, absolute error below 1e-14 + 4e-16 |result|;
// infinity at 0, NaN below 0. Stirling's series after an upward shift
// (Abramowitz & Stegun 6.1.41).
double lgamma(double x);

// d/dx log Gamma(x) for x > 0, absolute error below 1e-13 for x >= 0.01
// (Abramowitz & Stegun 6.3.18); -infinity at 0, NaN below 0.
double digamma(double x);

// Second derivative of log Gamma(x) for x > 0, relative error below 1e-13
// (Abramowitz & Stegun 6.4.12); infinity at 0, NaN below 0.
double trigamma(double x);

} // namespace tritone::math
