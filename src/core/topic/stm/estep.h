// SPDX-License-Identifier: GPL-2.0-or-later
// The E-step: every document's posterior under the parameters, and the sums
// over documents from which the parameters are found anew.
#pragma once

#include "base/config.h"
#include "base/parallel.h"
#include "topic/stm/document.h"
#include "topic/stm/documents.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace tritone::topic::stm {

// What the E-step takes as given. Matrices of doubles, padded as
// DocumentSolver wants them.
struct Parameters {
  std::size_t topics = 0;
  std::size_t terms = 0;
  std::vector<std::vector<double>> beta; // by content group: terms x width
  std::vector<double> mu;                // documents x stride
  std::vector<double> sigma;             // (topics - 1) x stride

  std::size_t stride() const;
  std::size_t width() const;
};

// What comes out besides eta.
struct Sums {
  double bound = 0.0;
  double gradient = 0.0;  // largest derivative that a document was left with
  double repaired = 0.0;  // share of documents
  std::vector<double> nu; // sum of covariances, stride x stride
  // By content group: expected counts, terms x width.
  std::vector<std::vector<double>> beta;
};

// eta (documents x stride) goes in as the start of each search and comes out as
// its end. group: by document, empty for one group. The same bits for every
// number of threads: a document's search depends on it alone, sums over
// documents are taken in blocks that depend on their number alone, sums by term
// in the order of the documents.
Sums expect(const Documents &documents, const ByTerm &terms,
            const std::vector<std::uint32_t> &group,
            const Parameters &parameters, const SearchOptions &search,
            std::size_t threads, Monitor &monitor, std::vector<double> &eta);

} // namespace tritone::topic::stm
