// SPDX-License-Identifier: GPL-2.0-or-later
#include "topic/lanes.h"

#include <new>

#if defined(__linux__)
#include <sys/mman.h>
#endif

namespace tritone {
namespace {

constexpr std::size_t kLine = 64;
constexpr std::size_t kLargePage = std::size_t{1} << 21;

// The alignment follows from the size, so that both functions agree on it.
std::align_val_t alignment(std::size_t bytes) {
  return std::align_val_t{bytes < 2 * kLargePage ? kLine : kLargePage};
}

} // namespace

float *allocate_table(std::size_t bytes) {
  void *const table = ::operator new(bytes, alignment(bytes));
#if defined(MADV_HUGEPAGE)
  // A hint: where it is refused the table lies in small pages.
  if (bytes >= 2 * kLargePage)
    madvise(table, bytes / kLargePage * kLargePage, MADV_HUGEPAGE);
#endif
  return static_cast<float *>(table);
}

void free_table(float *table, std::size_t bytes) {
  ::operator delete(table, alignment(bytes));
}

} // namespace tritone
