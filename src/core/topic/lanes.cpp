// SPDX-License-Identifier: GPL-2.0-or-later
// Memory for tables whose rows are whole lanes.
#include "topic/lanes.h"

#include "base/memory.h"

#include <new>

namespace tritone::topic {
namespace {

constexpr std::size_t kLine = 64;

// The alignment follows from the size, so that both functions agree on it.
std::align_val_t alignment(std::size_t bytes) {
  return std::align_val_t{bytes < 2 * kLargePage ? kLine : kLargePage};
}

} // namespace

float *allocate_table(std::size_t bytes) {
  void *const table = ::operator new(bytes, alignment(bytes));
  ask_large_pages(table, bytes);
  return static_cast<float *>(table);
}

void free_table(float *table, std::size_t bytes) {
  ::operator delete(table, alignment(bytes));
}

} // namespace tritone::topic
