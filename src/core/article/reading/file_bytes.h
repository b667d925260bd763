// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "base/config.h"

#include "article/reading/problem.h"

#include <cstddef>
#include <string>

namespace tritone::article {

constexpr std::size_t kMaxFileBytes = std::size_t{1} << 30;

// Reads a file whole into `bytes`, which is cleared. Returns false, with the
// problem unreadable or too_large (more than kMaxFileBytes), where that fails.
// Folders, pipes and devices are no files: a pipe would be waited for without
// end.
bool read_file_bytes(const std::string &path, std::string &bytes,
                     Problem &problem);

} // namespace tritone::article
