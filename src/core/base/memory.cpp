// SPDX-License-Identifier: GPL-2.0-or-later
// Asks the system for large pages where it has them.
#include "base/memory.h"

#if defined(__linux__)
#include <cstdint>
#include <sys/mman.h>
#endif

namespace tritone {

std::size_t ask_large_pages(void *data, std::size_t bytes) {
#if defined(MADV_HUGEPAGE)
  const auto address = reinterpret_cast<std::uintptr_t>(data);
  const std::size_t skipped = (kLargePage - address % kLargePage) % kLargePage;
  if (bytes < skipped + kLargePage)
    return 0;
  const std::size_t asked = (bytes - skipped) / kLargePage * kLargePage;
  madvise(static_cast<char *>(data) + skipped, asked, MADV_HUGEPAGE);
  return asked;
#else
  static_cast<void>(data);
  static_cast<void>(bytes);
  return 0;
#endif
}

} // namespace tritone
