// SPDX-License-Identifier: GPL-2.0-or-later
// Small dense symmetric matrices. They are n x n, row by row, each row `stride`
// doubles of which the last ones may be padding; stride = padded(n) of quads.h.
// Only + - * / and square roots in a fixed order, so the same bits everywhere:
// no BLAS or LAPACK.
#pragma once

#include "base/config.h"

#include <cstddef>
#include <vector>

namespace tritone::topic::stm {

// c += sum_r rows_r rows_r', its upper triangle and what shares quads with it.
// rows: count x stride; rows before `skip(k)` are known to be 0 up to column k
// where `lower` is given: then row r is 0 beyond column r.
void add_outer(const double *rows, std::size_t count, std::size_t stride,
               bool lower, double *c);

// The upper triangle U of a positive definite matrix a = U'U, in place of its
// upper triangle. False where a is not positive definite; a is lost then.
bool cholesky(double *a, std::size_t n, std::size_t stride);

// The inverse of U', row by row, lower triangular; zero above the diagonal.
void invert_triangle(const double *u, std::size_t n, std::size_t stride,
                     double *out);

// Copies the upper triangle below the diagonal.
void mirror(double *a, std::size_t n, std::size_t stride);

// The inverse of a positive definite matrix and half the log of its
// determinant. Where rounding left the matrix not quite definite, its diagonal
// is raised by the least power of ten of its mean that makes it so; throws
// numeric_error where it is not finite.
struct Inverse {
  std::vector<double> matrix; // n x stride, zero in the padding
  double half_log_determinant = 0.0;
};
Inverse invert(std::vector<double> a, std::size_t n, std::size_t stride);

// a = sum_i values_i vectors_i vectors_i' of a symmetric matrix n x n without
// padding; vectors row by row. Cyclic Jacobi rotations (Golub & Van Loan,
// Matrix Computations, section 8.5): of order n^3, but accurate to the last
// place and the same everywhere.
struct Eigen {
  std::vector<double> values;
  std::vector<double> vectors;
};
Eigen eigen(std::vector<double> a, std::size_t n);

} // namespace tritone::topic::stm
