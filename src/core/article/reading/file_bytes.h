// SPDX-License-Identifier: GPL-2.0-or-later
// Files into memory.
#pragma once

#include "base/config.h"

#include "article/reading/problem.h"

#include <cstddef>
#include <string>

namespace tritone::article {

constexpr std::size_t kMaxFileBytes = std::size_t{1} << 30;

// Why what is at `path` must not be opened: "a pipe or a device, not a file",
// since reading a pipe might wait forever. Empty for files, for folders and
// where there is nothing.
std::string special_file(const std::string &path);

// Reads a whole file into `bytes`, which is cleared first. Returns false if
// that fails, with the problem unreadable or too_large (more than
// kMaxFileBytes). Folders, pipes and devices are refused.
bool read_file_bytes(const std::string &path, std::string &bytes,
                     Problem &problem);

} // namespace tritone::article
