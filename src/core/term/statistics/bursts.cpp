// SPDX-License-Identifier: GPL-2.0-or-later
// The cheapest path through the states of Kleinberg's automaton.
#include "term/statistics/bursts.h"

#include "base/error.h"
#include "base/math.h"

#include <limits>

namespace tritone::term {

std::vector<Burst> find_bursts(const std::vector<double> &r,
                               const std::vector<double> &d,
                               const BurstOptions &options) {
  const std::size_t n = r.size();
  if (d.size() != n || !(options.s > 1) || !(options.gamma >= 0))
    throw input_error("bursts: expected as many sizes as counts, s above 1 and "
                      "gamma of at least 0");
  double with = 0;
  double all = 0;
  for (std::size_t t = 0; t < n; ++t) {
    if (!(r[t] >= 0) || !(d[t] >= r[t]))
      throw input_error("bursts: expected counts of at most the sizes");
    with += r[t];
    all += d[t];
  }
  std::vector<Burst> out;
  if (!(with > 0) || with >= all)
    return out;
  // log p and log(1 - p) of the states that can be reached.
  std::vector<double> yes;
  std::vector<double> no;
  double p = with / all;
  for (std::size_t i = 0; i <= options.levels && p < 1; ++i, p *= options.s) {
    yes.push_back(math::log(p));
    no.push_back(math::log(1 - p));
  }
  const std::size_t states = yes.size();
  const auto cost = [&](std::size_t t, std::size_t i) {
    // Without the binomial coefficient, which is the same for all states.
    return -(r[t] * yes[i] + (d[t] - r[t]) * no[i]);
  };
  const double step = options.gamma * math::log(static_cast<double>(n));
  std::vector<double> best(states, std::numeric_limits<double>::infinity());
  best[0] = 0;
  std::vector<double> next(states);
  std::vector<std::size_t> from(n * states);
  for (std::size_t t = 0; t < n; ++t) {
    for (std::size_t i = 0; i < states; ++i) {
      double least = std::numeric_limits<double>::infinity();
      std::size_t where = 0;
      for (std::size_t k = 0; k < states; ++k) {
        const double here =
            best[k] + (i > k ? step * static_cast<double>(i - k) : 0);
        if (here < least) {
          least = here;
          where = k;
        }
      }
      next[i] = least + cost(t, i);
      from[t * states + i] = where;
    }
    best.swap(next);
  }
  std::vector<std::size_t> state(n);
  std::size_t at = 0;
  for (std::size_t i = 1; i < states; ++i)
    if (best[i] < best[at])
      at = i;
  for (std::size_t t = n; t-- > 0;) {
    state[t] = at;
    at = from[t * states + at];
  }
  for (std::size_t level = 1; level < states; ++level)
    for (std::size_t t = 0; t < n;) {
      if (state[t] < level) {
        ++t;
        continue;
      }
      Burst burst{level, t, t, 0};
      for (; t < n && state[t] >= level; ++t)
        burst.weight += cost(t, level - 1) - cost(t, level);
      burst.end = t;
      out.push_back(burst);
    }
  return out;
}

} // namespace tritone::term
