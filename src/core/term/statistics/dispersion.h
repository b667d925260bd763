// SPDX-License-Identifier: GPL-2.0-or-later
// How evenly terms are spread over the parts of a collection.
#pragma once

#include "base/config.h"
#include "base/monitor.h"
#include "sparse/view.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace tritone::term {

// Groups x columns, column-major. NaN where the term does not occur in the
// group, and for those that compare parts where the group has one.
struct Dispersion {
  std::vector<double> range;       // parts with the term
  std::vector<double> dp;          // deviation of proportions, 0 even
  std::vector<double> dp_norm;     // dp / (1 - the smallest share), 0 to 1
  std::vector<double> juilland_d;  // 1 even
  std::vector<double> carroll_d2;  // 1 even
  std::vector<double> rosengren_s; // 1 even
  std::vector<double> kld;         // bits, 0 even
  std::vector<double> parts;       // by group: parts of size above 0
};

// part: by row, 0-based, below `parts`, or negative: left out. group: by part,
// below `groups`. size: by row. With s the share of a part in the size of its
// group, v that of the part in the count of the term, p the relative frequency
// of the term in the part and m the number of parts:
//   dp (Gries 2008, doi:10.1075/ijcl.13.4.02gri) is sum |v - s| / 2; dp_norm
//     (Lijffijt and Gries 2012, doi:10.1075/ijcl.17.1.08lij);
//   juilland_d is 1 - sd(p) / mean(p) / sqrt(m - 1), sd with the divisor m;
//   carroll_d2 is the entropy of p / sum p over log m;
//   rosengren_s is (sum sqrt(s v))^2;
//   kld is sum v log2(v / s).
// Parts of size 0 do not count. The same bits for every number of threads.
Dispersion term_dispersion(const ColumnsView &counts,
                           const std::vector<std::int32_t> &part,
                           const std::vector<std::int32_t> &group,
                           const std::vector<double> &size, std::size_t groups,
                           std::size_t threads, Monitor &monitor);

} // namespace tritone::term
