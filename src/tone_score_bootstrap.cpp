// SPDX-License-Identifier: GPL-2.0-or-later
// Glue of the bootstrap of tone_score(): replicates of the tones of groups.
#include "base/hash.h"
#include "glue/convert.h"
#include "glue/monitor.h"
#include "glue/run.h"
#include "glue/statistics.h"
#include "tone/bootstrap.h"

#include <vector>

using namespace tritone;

// items: list(ratio, unit, value, size), ratio from 1 and rising, unit from 1
// into `units`, strings that name the units; group: of each ratio, from 1 and
// rising; weight: of each ratio. A matrix of replicates x groups, NA where
// nothing was drawn.
// [[Rcpp::export(rng = false)]]
Rcpp::NumericMatrix
tone_bootstrap_core(const Rcpp::List &items, const Rcpp::CharacterVector &units,
                    const std::vector<int> &group,
                    const std::vector<double> &weight, int groups, double kappa,
                    int replicates, double seed, int threads, SEXP progress) {
  return glue::run([&] {
    const Rcpp::IntegerVector ratio = items["ratio"];
    const Rcpp::IntegerVector unit = items["unit"];
    const Rcpp::NumericVector value = items["value"];
    const Rcpp::NumericVector size = items["size"];
    std::vector<std::uint64_t> name;
    for (R_xlen_t u = 0; u < units.size(); ++u)
      name.push_back(hash_bytes(glue::utf8_view(STRING_ELT(units, u))));
    tone::BootstrapSums sums;
    sums.groups = static_cast<std::size_t>(groups);
    sums.kappa = kappa;
    sums.weight = weight;
    for (const int g : group)
      sums.group.push_back(static_cast<std::size_t>(g - 1));
    for (R_xlen_t i = 0; i < ratio.size(); ++i)
      sums.items.push_back({static_cast<std::size_t>(ratio[i] - 1),
                            name[static_cast<std::size_t>(unit[i] - 1)],
                            value[i], size[i]});
    glue::RMonitor monitor(progress);
    const std::vector<double> found =
        tone::bootstrap_tones(sums, static_cast<std::size_t>(replicates),
                              static_cast<std::uint64_t>(seed),
                              static_cast<std::size_t>(threads), monitor);
    Rcpp::NumericMatrix out(replicates, groups);
    for (std::size_t i = 0; i < found.size(); ++i)
      out[static_cast<R_xlen_t>(i)] = std::isnan(found[i]) ? NA_REAL : found[i];
    return out;
  });
}
