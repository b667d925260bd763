// SPDX-License-Identifier: GPL-2.0-or-later
// The errors that the core throws.
#pragma once

#include "base/config.h"

#include <stdexcept>
#include <string>

namespace tritone {

// Root of all errors the core throws; the glue turns each class into an R
// condition of the same kind.
struct error : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// The caller's data or options are wrong.
struct input_error : error {
  using error::error;
};

// Right input, but larger than a type, a format or the memory can hold.
struct limit_error : error {
  using error::error;
};

// A computation left the numbers (overflow, a matrix that is not definite).
struct numeric_error : error {
  using error::error;
};

// The user asked to stop. Not an error: it must pass every `catch (error&)`.
struct cancelled {};

} // namespace tritone
