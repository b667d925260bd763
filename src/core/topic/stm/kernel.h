// SPDX-License-Identifier: GPL-2.0-or-later
// The loops in which the E-step spends its time. Words of one document lie in
// quads, topic by topic; vectors of topics are padded to quads with zeros.
#pragma once

#include "base/config.h"

#include <cstddef>
#include <cstdint>

namespace tritone::topic::stm {

// Quads of words from `begin` to `end`; `equal`: all have the same count.
struct Run {
  std::size_t begin;
  std::size_t end;
  bool equal;
};
constexpr std::size_t kMaxRun = 256; // quads

// by_topic[k * lanes + j] = beta[term_j * width + k]; the words after `words`
// have a share of 1 in the last topic and 0 in the others.
void gather_words(const double *beta, std::size_t width,
                  const std::int32_t *term, std::size_t words,
                  std::size_t lanes, std::size_t topics, double *by_topic);

// out_i = e^x_i over n doubles, a whole number of quads; returns the largest x.
double exponentiate_all(const double *x, std::size_t n, double *out);

// mix_j = sum_k e_k by_topic_kj; returns the least of them.
double mix_words(const double *by_topic, std::size_t lanes, std::size_t topics,
                 const double *e, double *mix);

// sum_j count_j log mix_j for normal mix_j > 0. Words of equal counts share one
// logarithm of the product of their mantissas.
double log_words(const double *mix, const double *count, const Run *runs,
                 std::size_t n_runs);

// ratio_j = count_j / mix_j.
void divide_words(const double *count, const double *mix, std::size_t lanes,
                  double *ratio);

// out_k = sum_j ratio_j by_topic_kj.
void weigh_topics(const double *by_topic, std::size_t lanes, std::size_t topics,
                  const double *ratio, double *out);

// out = A x for a symmetric matrix of n rows.
void multiply(const double *a, std::size_t n, std::size_t stride,
              const double *x, double *out);

// out += scale x, over a whole number of quads.
void add_scaled(const double *x, double scale, std::size_t n, double *out);

double dot_all(const double *a, const double *b, std::size_t n);

// What BFGS has learned: pairs of a step s and X = B y, B being the inverse
// Hessian before it and y the change of the gradient.
struct Pair {
  double curvature; // s'y
  double factor;    // 1 + y'By / s'y
};
// out = B x, B = I + sum over pairs of
// (factor s s' - s X' - X s') / curvature.
void apply_pairs(const Pair *pairs, const double *steps, const double *images,
                 std::size_t n_pairs, std::size_t stride, const double *x,
                 double *out);

// rows_j,k = by word j and topic k beta_jk e_k root_j, for all words.
void scale_words(const double *beta, std::size_t width,
                 const std::int32_t *term, const double *root,
                 std::size_t words, const double *e, std::size_t stride,
                 double *rows);

} // namespace tritone::topic::stm
