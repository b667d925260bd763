// SPDX-License-Identifier: GPL-2.0-or-later
#include "topic/stm/estep.h"

#include "topic/stm/dense.h"
#include "topic/stm/kernel.h"
#include "topic/stm/quads.h"

#include <algorithm>

namespace tritone::topic::stm {
namespace {

constexpr std::size_t kBlocks = 256; // of documents, at most
constexpr std::size_t kMinBlock = 8;
constexpr std::size_t kTermBlock = 64;

// By content group the expected counts of terms in topics: beta times the sum
// over a term's documents of ratio e.
std::vector<std::vector<double>> expected_counts(
    const ByTerm &terms, const std::vector<std::uint32_t> &group,
    const Parameters &parameters, const std::vector<double> &exponentials,
    const std::vector<double> &ratios, std::size_t threads, Monitor &monitor) {
  const std::size_t width = parameters.width();
  const std::size_t groups = parameters.beta.size();
  std::vector<std::vector<double>> out(
      groups, std::vector<double>(parameters.terms * width, 0.0));
  for_blocks(
      parameters.terms, kTermBlock, threads, monitor, [&](const Block &b) {
        for (std::size_t v = b.begin; v < b.end; ++v) {
          for (std::size_t i = terms.start[v]; i < terms.start[v + 1]; ++i) {
            const std::size_t d = terms.document[i];
            const std::size_t g = group.empty() ? 0 : group[d];
            add_scaled(exponentials.data() + d * width, ratios[terms.entry[i]],
                       width, out[g].data() + v * width);
          }
          for (std::size_t g = 0; g < groups; ++g) {
            double *const row = out[g].data() + v * width;
            const double *const beta = parameters.beta[g].data() + v * width;
            for (std::size_t k = 0; k < width; ++k)
              row[k] *= beta[k];
          }
        }
      });
  return out;
}

} // namespace

std::size_t Parameters::stride() const { return padded(topics - 1); }
std::size_t Parameters::width() const { return padded(topics); }

Sums expect(const Documents &documents, const ByTerm &terms,
            const std::vector<std::uint32_t> &group,
            const Parameters &parameters, const SearchOptions &search,
            std::size_t threads, Monitor &monitor, std::vector<double> &eta) {
  const std::size_t n = documents.size();
  const std::size_t stride = parameters.stride();
  const std::size_t width = parameters.width();
  const std::size_t block = std::max(kMinBlock, (n + kBlocks - 1) / kBlocks);
  Precision precision;
  {
    Inverse inverse = invert(parameters.sigma, parameters.topics - 1, stride);
    precision.matrix = std::move(inverse.matrix);
    precision.half_log_determinant = inverse.half_log_determinant;
  }

  struct Part {
    double bound = 0.0;
    double gradient = 0.0;
    std::size_t repaired = 0;
    std::vector<double> nu;
  };
  std::vector<Part> parts(block_count(n, block));
  std::vector<double> exponentials(n * width);
  std::vector<double> ratios(documents.term.size());
  for_blocks(n, block, threads, monitor, [&](const Block &b) {
    DocumentSolver solver(parameters.topics, precision);
    Part &part = parts[b.index];
    part.nu.assign(stride * stride, 0.0);
    for (std::size_t d = b.begin; d < b.end; ++d) {
      const std::size_t first = documents.start[d];
      solver.enter(
          parameters.beta[group.empty() ? 0 : group[d]].data(),
          documents.term.data() + first, documents.count.data() + first,
          documents.start[d + 1] - first, parameters.mu.data() + d * stride);
      double *const own = eta.data() + d * stride;
      solver.maximize(own, search);
      const Laplace found = solver.laplace(own, part.nu.data());
      part.bound += found.bound;
      part.gradient = std::max(part.gradient, found.gradient);
      part.repaired += found.repaired ? 1 : 0;
      std::copy_n(solver.exponentials(), width,
                  exponentials.data() + d * width);
      solver.ratios(ratios.data() + first);
    }
  });

  Sums out;
  out.nu.assign(stride * stride, 0.0);
  for (const Part &part : parts) {
    out.bound += part.bound;
    out.gradient = std::max(out.gradient, part.gradient);
    out.repaired += static_cast<double>(part.repaired);
    for (std::size_t i = 0; i < out.nu.size(); ++i)
      out.nu[i] += part.nu[i];
  }
  out.repaired /= static_cast<double>(n);
  mirror(out.nu.data(), parameters.topics - 1, stride);

  out.beta = expected_counts(terms, group, parameters, exponentials, ratios,
                             threads, monitor);
  return out;
}

} // namespace tritone::topic::stm
