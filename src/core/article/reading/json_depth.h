// SPDX-License-Identifier: GPL-2.0-or-later
// How deep JSON may be nested, in files of records and in saved pages alike.
#pragma once

#include "base/config.h"

#include <cstddef>

namespace tritone::article {

constexpr std::size_t kMaxJsonDepth = 200;

} // namespace tritone::article
