// SPDX-License-Identifier: GPL-2.0-or-later
#include "topic/effects/regression.h"

#include "base/error.h"
#include "base/parallel.h"
#include "topic/effects/fitter.h"
#include "topic/stm/quads.h"

#include <algorithm>
#include <string>

namespace tritone::topic::effects {
namespace {

void check(const Design &design, const Shares &shares,
           const std::vector<double> &start,
           const std::vector<double> &precision) {
  if (design.articles() <= design.columns || design.columns == 0)
    throw input_error("A regression needs more articles than columns.");
  if (start.size() != design.columns * shares.topics ||
      precision.size() != shares.topics)
    throw input_error("A regression needs a start for each topic.");
  if (design.group.empty() && !design.random)
    return;
  if (design.group.size() != design.articles() || design.groups < 2)
    throw input_error("Groups of articles must be two at least, and each "
                      "article must have one.");
  for (const std::uint32_t g : design.group)
    if (g >= design.groups)
      throw input_error("There is no group " + std::to_string(g + 1) + ".");
}

} // namespace

Design make_design(const double *x, std::size_t articles, std::size_t columns) {
  Design out;
  out.columns = columns;
  out.stride = stm::padded(columns + 1);
  out.x.assign(articles * out.stride, 0.0);
  for (std::size_t j = 0; j < columns; ++j)
    for (std::size_t i = 0; i < articles; ++i)
      out.x[i * out.stride + j] = x[j * articles + i];
  return out;
}

Regressions regress(const Design &design, const Shares &shares, Form form,
                    const std::vector<double> &start,
                    const std::vector<double> &precision, std::size_t threads,
                    Monitor &monitor) {
  check(design, shares, start, precision);
  const std::size_t n = design.articles();
  const std::size_t p = design.columns;
  Regressions out;
  out.coefficients.resize(p * shares.topics * shares.draws);
  out.covariance.assign(p * p * shares.topics, 0.0);
  out.spread.assign(shares.topics, 0.0);
  out.precision.assign(shares.topics, 0.0);
  out.failed.assign(shares.topics, 0);
  const double each = 1.0 / static_cast<double>(shares.draws);
  for_blocks(shares.topics, 1, threads, monitor, [&](const Block &block) {
    const std::size_t k = block.begin;
    Fitter fitter(design, form);
    fitter.begin(start.data() + k * p, precision[k]);
    for (std::size_t i = 0; i < shares.draws; ++i) {
      if (!fitter.fit(shares.value + (i * shares.topics + k) * n))
        out.failed[k] = 1;
      std::copy(fitter.coefficients().begin(), fitter.coefficients().end(),
                out.coefficients.begin() +
                    static_cast<std::ptrdiff_t>((i * shares.topics + k) * p));
      for (std::size_t j = 0; j < p * p; ++j)
        out.covariance[k * p * p + j] += each * fitter.covariance()[j];
      out.spread[k] += each * fitter.spread();
    }
    out.precision[k] = fitter.log_precision();
  });
  return out;
}

} // namespace tritone::topic::effects
