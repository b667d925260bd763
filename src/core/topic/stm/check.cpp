// SPDX-License-Identifier: GPL-2.0-or-later
#include "topic/stm/check.h"

#include "base/error.h"
#include "base/memory.h"
#include "topic/model.h"

#include <algorithm>
#include <string>

namespace tritone::topic::stm {
namespace {

// The bytes that a fit takes at its peak: the counts by document and by term;
// of documents the modes, means and shares; of terms beta, the sums of an
// E-step and those of one more worker, by content group, and the sparse parts;
// what topics have had so far.
double stm_bytes(const Rows &counts, const StmOptions &options) {
  const auto topics = static_cast<double>(options.topics);
  const auto groups =
      static_cast<double>(std::max<std::size_t>(1, options.groups));
  return 32.0 * static_cast<double>(counts.entries()) +
         8.0 * static_cast<double>(counts.rows()) *
             (4.0 * topics + static_cast<double>(options.covariates)) +
         8.0 * static_cast<double>(counts.columns) * topics * groups *
             (options.content.empty() ? 3.0 : 5.0) +
         16.0 * static_cast<double>(options.extra.size());
}

// What is counted in must be of this model, and of topics that are given.
void check_extra(const Rows &counts, const StmOptions &options) {
  if (options.extra.empty())
    return;
  check_size("extra", options.extra.size(),
             options.topics * counts.columns *
                 std::max<std::size_t>(1, options.groups));
  if (options.start.empty() || options.start_gamma.empty() ||
      options.start_sigma.empty())
    throw input_error("`extra` needs `start`, `start_gamma` and "
                      "`start_sigma`, which are held.");
  for (const double x : options.extra)
    if (!(x >= 0.0 && x < 1e15))
      throw input_error("`extra` must hold numbers of at least 0, not " +
                        std::to_string(x) + ".");
}

} // namespace

void check_size(const char *name, std::size_t given, std::size_t expected) {
  if (given != expected)
    throw input_error(std::string("`") + name + "` must hold " +
                      std::to_string(expected) + " numbers, not " +
                      std::to_string(given) + ".");
}

const StmOptions &checked(const Rows &counts, const StmOptions &options) {
  check_counts(counts);
  check_topics(options.topics);
  if (options.topics < 2)
    throw input_error("A structural topic model needs at least 2 topics, not "
                      "1.");
  const std::size_t n = counts.rows();
  if (options.prevalence.size() != n * options.covariates)
    throw input_error("The prevalence design must have a row for each of the " +
                      std::to_string(n) + " articles.");
  if (!options.content.empty() && options.content.size() != n)
    throw input_error("Content groups must be one for each of the " +
                      std::to_string(n) + " articles; given " +
                      std::to_string(options.content.size()) + ".");
  for (const std::uint32_t g : options.content)
    if (g >= options.groups)
      throw input_error("A content group must be between 1 and " +
                        std::to_string(options.groups) + ", not " +
                        std::to_string(g + 1) + ".");
  if (!(options.tolerance >= 0.0))
    throw input_error("`tolerance` must not be negative, but is " +
                      std::to_string(options.tolerance) + ".");
  if (!(options.sigma_prior >= 0.0 && options.sigma_prior <= 1.0))
    throw input_error("`sigma_prior` must be between 0 and 1, not " +
                      std::to_string(options.sigma_prior) + ".");
  check_extra(counts, options);
  check_memory(stm_bytes(counts, options), about_fit(options.topics, counts));
  return options;
}

} // namespace tritone::topic::stm
