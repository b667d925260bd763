// SPDX-License-Identifier: GPL-2.0-or-later
// Loops over topics, eight at a time. The lanes are fixed by this file and not
// by the processor, so a wider vector unit changes the time and no bit.
#pragma once

#include "base/config.h"
#include "base/sum.h"

#include <cstddef>
#include <memory>

// Compiles a function twice and takes the faster form where the processor has
// AVX2. That set has no fused multiply-add, so both forms give the same bits.
// Sanitizers cannot run the selector, which is called before they are ready.
#if defined(__GNUC__) && !defined(__clang__) && defined(__x86_64__) &&         \
    defined(__linux__) && defined(__ELF__) && defined(__GLIBC__) &&            \
    !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define TRITONE_CLONES __attribute__((target_clones("avx2", "default")))
#else
#define TRITONE_CLONES
#endif

// For lambdas in such a function: compiled apart they would miss its form.
#if defined(__GNUC__)
#define TRITONE_INLINE __attribute__((always_inline))
#else
#define TRITONE_INLINE
#endif

namespace tritone::topic {

// Eight floats: a vector of the GNU dialect, which g++ and clang++ lower to
// what the processor has. May lie over any float array aligned to 32 bytes.
typedef float Lanes __attribute__((vector_size(32), may_alias));
// Eight doubles over any array of doubles.
typedef double DoubleLanes
    __attribute__((vector_size(64), may_alias, aligned(8)));
static_assert(sizeof(Lanes) == kLanes * sizeof(float), "eight lanes");

// Lanes that hold n numbers.
inline std::size_t lanes_for(std::size_t n) {
  return n / kLanes + (n % kLanes != 0);
}

// The sum over the lanes, in the order of base/sum.h. By reference: a vector
// argument has no ABI that all x86-64 processors share.
inline float sum_lanes(const Lanes &x) {
  return ((x[0] + x[4]) + (x[2] + x[6])) + ((x[1] + x[5]) + (x[3] + x[7]));
}

// sum_k a_k b_k, in two sums side by side.
TRITONE_INLINE inline float dot(const Lanes *a, const Lanes *b,
                                std::size_t width) {
  Lanes even{};
  Lanes odd{};
  std::size_t i = 0;
  for (; i + 2 <= width; i += 2) {
    even += a[i] * b[i];
    odd += a[i + 1] * b[i + 1];
  }
  if (i < width)
    even += a[i] * b[i];
  even += odd;
  return sum_lanes(even);
}

// Memory for a table of so many bytes, not filled. A large one lies in large
// pages where the system has them: a fit touches all of it at once, and every
// small page would cost a call into the system. std::bad_alloc where there is
// none.
float *allocate_table(std::size_t bytes);
void free_table(float *table, std::size_t bytes);

// Rows of floats, each a whole number of Lanes and aligned to a cache line's
// half. Not filled on construction; std::bad_alloc where memory lacks.
class LaneTable {
public:
  LaneTable() = default;
  // `width` in Lanes; rows * width * 32 bytes must not overflow.
  LaneTable(std::size_t rows, std::size_t width)
      : width_(width), data_(allocate_table(rows * width * sizeof(Lanes)),
                             Free{rows * width * sizeof(Lanes)}) {}

  std::size_t width() const { return width_; }
  float *row(std::size_t i) { return data_.get() + i * width_ * kLanes; }
  const float *row(std::size_t i) const {
    return data_.get() + i * width_ * kLanes;
  }
  Lanes *lanes(std::size_t i) { return reinterpret_cast<Lanes *>(row(i)); }
  const Lanes *lanes(std::size_t i) const {
    return reinterpret_cast<const Lanes *>(row(i));
  }

private:
  struct Free {
    std::size_t bytes;
    void operator()(float *p) const { free_table(p, bytes); }
  };

  std::size_t width_ = 0;
  std::unique_ptr<float, Free> data_{nullptr, Free{0}};
};

} // namespace tritone::topic
