// SPDX-License-Identifier: GPL-2.0-or-later
// Scores of topics that need no reader: how well the terms of a topic go
// together, how much they are its own, how the topic is spread over documents
// and how it differs from the collection.
#pragma once

#include "base/config.h"
#include "base/monitor.h"
#include "sparse/view.h"

#include <cstddef>
#include <vector>

namespace tritone::topic {

struct QualityOptions {
  std::size_t top = 10;     // terms of a topic that are looked at, at least 1
  double smooth = 1.0;      // what umass adds to the common documents, > 0
  double frex_weight = 0.7; // of the exclusivity in frex(), 0 to 1
  std::size_t threads = 1;
};

// By topic. D(v) is the number of documents with the term v, D(v, w) with both,
// N of documents that are not empty.
struct Quality {
  // Mean over the pairs of top terms of log(N D(v, w) / (D(v) D(w))) /
  // log(N / D(v, w)); -1 where no document has both, 0 where all have.
  std::vector<double> npmi;
  // Sum over the pairs of log((D(v, w) + smooth) / D(w)), w the more probable.
  std::vector<double> umass;
  std::vector<double> exclusivity; // sum of frex() over the top terms
  std::vector<double> size;        // sum over terms of phi_kv / sum_j phi_jv
  std::vector<double> prevalence;  // share of all tokens
  // Of the topic's tokens over the documents, in nats.
  std::vector<double> document_entropy;
  // Hellinger distance of phi from the distribution of all tokens.
  std::vector<double> distance;
  // Of the overlaps sum_v min(phi_kv, q_v), the larger one: q the distribution
  // of all tokens, or the same for all terms.
  std::vector<double> junk;
};

// phi: topics x counts.columns, theta: counts.rows x topics, column-major;
// counts finite and not negative, some above 0. Top terms are those of the
// highest phi, ties in order of columns. Pairs with a term in no document are
// passed over; without any pair npmi and umass are NaN. The order of rows
// changes no bit (base/sum.h), nor does the number of threads. Throws
// input_error where sizes or options are not as described.
Quality topic_quality(const ColumnsView &counts, const std::vector<double> &phi,
                      const std::vector<double> &theta, std::size_t topics,
                      const QualityOptions &options, Monitor &monitor);

// Frequency and exclusivity (Bischof and Airoldi 2012), topics x terms: the
// harmonic mean of the shares of terms that are as probable in the topic or
// less, and of those whose share of their probability over topics is as high
// or less, weighted 1 - weight and weight. Ranks of equal terms are their mean.
std::vector<double> frex(const std::vector<double> &phi, std::size_t topics,
                         std::size_t terms, double weight, std::size_t threads,
                         Monitor &monitor);

} // namespace tritone::topic
