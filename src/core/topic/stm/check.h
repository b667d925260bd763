// SPDX-License-Identifier: GPL-2.0-or-later
// What may be asked of the structural topic model, and how much memory it
// takes.
#pragma once

#include "base/config.h"
#include "sparse/rows.h"
#include "topic/stm/stm.h"

#include <cstddef>

namespace tritone::topic::stm {

// The options, when they and the counts are good and the fit has room. Throws
// input_error, or limit_error where the memory that is free is too small.
const StmOptions &checked(const Rows &counts, const StmOptions &options);

// Throws input_error where a part that was given has not the size it must have.
void check_size(const char *name, std::size_t given, std::size_t expected);

} // namespace tritone::topic::stm
