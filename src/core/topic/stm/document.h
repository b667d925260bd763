// SPDX-License-Identifier: GPL-2.0-or-later
// The posterior of one document under given topics: where it is highest, and
// how wide it is there.
//
// A document's shares are softmax(eta, 0), eta ~ Normal(mu, Sigma) of K - 1
// numbers; its terms are drawn from sum_k share_k beta_kv. The collapsed
// variational Laplace method (Wang & Blei 2013, "Variational inference in
// nonconjugate models", JMLR 14) takes eta as normal around the maximum of
//   l(eta) = sum_v n_v log sum_k e_k beta_kv - N log sum_k e_k
//            - (eta - mu)' Sigma^-1 (eta - mu) / 2,     e = exp(eta, 0),
// with the inverse of minus its Hessian there as covariance. l has more than
// one maximum as a rule.
#pragma once

#include "base/config.h"
#include "topic/stm/kernel.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace tritone::topic::stm {

// Sigma^-1, common to all documents: (K - 1) x stride with zeros as padding;
// half the log of the determinant of Sigma.
struct Precision {
  std::vector<double> matrix;
  double half_log_determinant = 0.0;
};

struct SearchOptions {
  double tolerance = 1.4901161193847656e-08; // least relative fall to go on
  std::size_t steps = 500;                   // at most
  // Whether to go on downhill from where the search has come to rest, with all
  // that it learned of the curvature forgotten.
  bool again = true;
};

// What is found of one document: beside eta, which goes in and out.
struct Laplace {
  double bound = 0.0;    // its part of the lower bound
  double gradient = 0.0; // the largest |derivative| at the end
  bool repaired = false; // its Hessian was not definite
};

// Scratch space and methods for documents, one after the other. Vectors of K
// numbers are padded(K) long, those of K - 1 padded(K - 1) = stride(). Every
// result depends on that document and the parameters alone.
class DocumentSolver {
public:
  // `precision` must outlive the solver. topics >= 2.
  DocumentSolver(std::size_t topics, const Precision &precision);

  std::size_t topics() const { return topics_; }
  std::size_t stride() const { return stride_; }

  // Takes a document: `words` entries of term and count > 0, quickest with
  // equal counts together; beta: terms x padded(topics), by term; mu: stride().
  // beta and mu must live until the next call. A term with no weight in any
  // topic is passed over.
  void enter(const double *beta, const std::int32_t *term, const double *count,
             std::size_t words, const double *mu);

  // Climbs from eta (stride(), zero in the padding) to a maximum of l and
  // leaves it there: quasi-Newton steps (BFGS; Nash 1990, Compact Numerical
  // Methods, algorithm 21) with backtracking, from the identity.
  void maximize(double *eta, const SearchOptions &options);

  // -l(eta) without constants and its gradient (stride()): for tests.
  double value(const double *eta);
  const double *gradient(const double *eta);

  // The approximation at eta. Adds its covariance to `covariance` (stride() x
  // stride(), upper triangle) where that is not null; the Cholesky factor of
  // its precision stays in factor().
  Laplace laplace(const double *eta, double *covariance);

  // U, rows of stride(): U'U is minus the Hessian after laplace().
  const double *factor() const { return hessian_.data(); }

  // After laplace(): exp(eta, 0), padded(topics), and count / sum_k e_k beta_kv
  // of entry of enter(), 0 for a term passed over.
  const double *exponentials() const { return e_.data(); }
  void ratios(double *out) const;

private:
  double words_value(const double *eta);
  double search_value(const double *eta);
  void find_gradient();
  void full_pull(const double *eta);
  struct Line {
    double length = 1.0;
    bool advanced = false;
  };
  Line search_line(double *eta, double slope, double &least, double tolerance);
  void learn(double length);
  void forget();
  void find_hessian();
  void repair(double *safe);

  const std::size_t topics_;
  const std::size_t free_; // topics - 1
  const std::size_t stride_;
  const std::size_t width_; // padded(topics)
  const Precision &precision_;

  std::size_t given_ = 0; // entries
  std::size_t words_ = 0; // of them with weight
  std::size_t lanes_ = 0; // padded(words_)
  double tokens_ = 0.0;
  const double *mu_ = nullptr;
  const double *beta_ = nullptr;
  std::vector<std::size_t> entry_; // of the words
  std::vector<std::int32_t> term_;
  std::vector<double> count_; // padded with 0
  std::vector<Run> runs_;
  std::vector<double> by_topic_; // topics x lanes_
  std::vector<double> mix_;      // sum_k e_k beta_kv; 1 in the padding
  std::vector<double> ratio_;    // count / mix
  std::vector<double> e_;
  double sum_e_ = 0.0;
  std::vector<double> responsible_; // by topic sum_v ratio_v beta_kv
  std::vector<double> gradient_;
  std::vector<double> pull_; // Sigma^-1 (eta - mu)
  std::vector<double> hessian_;
  std::vector<double> root_;
  std::vector<double> rows_; // words or topics x stride

  // Of the search.
  std::vector<double> start_;      // of a line
  std::vector<double> start_pull_; // pull_ there
  std::vector<double> line_;       // its direction
  std::vector<double> line_pull_;  // Sigma^-1 times that
  std::vector<double> last_gradient_;
  std::vector<double> downhill_; // B times the gradient
  std::vector<double> product_;
  std::vector<Pair> pairs_;
  std::vector<double> steps_;
  std::vector<double> images_;
};

} // namespace tritone::topic::stm
