// SPDX-License-Identifier: GPL-2.0-or-later
#include "topic/stm/content.h"

#include "base/math.h"
#include "base/parallel.h"
#include "topic/stm/quads.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace tritone::topic::stm {
namespace {

constexpr std::size_t kBlock = 16; // terms
constexpr std::size_t kMaxPasses = 500;
constexpr double kEnough = 1e-8; // share of the deviance that a step may move
constexpr std::size_t kLook = 4; // penalties back: the path ends
constexpr double kNoGain = 1e-5; // where it has won less than this since
constexpr double kExplained = 0.999; // or explains this share of the deviance

// What multiplies a mean, given the count and the mean without it: the closed
// form of one coordinate.
TRITONE_INLINE inline void shrink(const Quad &count, const Quad &mean,
                                  double penalty, Quad &out) {
  const Quad one = Quad{} + 1.0;
  const Quad high = (count - penalty) / mean;
  const Quad low = (count + penalty) / mean;
  out = high > one ? high : (low < one ? low : one);
}

// The regression of one term. Cells are groups x width, by group.
struct TermPath {
  TermPath(std::size_t n_groups, std::size_t n_topics)
      : groups(n_groups), width(padded(n_topics)), cells(groups * width),
        base(cells), count(cells), by_topic(width), by_group(groups),
        topic(width), group(groups), cell(cells), best_topic(width),
        best_group(groups), best_cell(cells) {}

  std::size_t groups;
  std::size_t width;
  std::size_t cells;
  std::vector<double> base;  // means at coefficients of 0
  std::vector<double> count; // of the cell
  std::vector<double> by_topic;
  std::vector<double> by_group;
  std::vector<double> topic; // factors, e^coefficient
  std::vector<double> group;
  std::vector<double> cell;
  std::vector<double> best_topic;
  std::vector<double> best_group;
  std::vector<double> best_cell;

  void keep() {
    best_topic = topic;
    best_group = group;
    best_cell = cell;
  }
};

// One round over all coordinates; the largest mean (change of log factor)^2.
TRITONE_CLONES double round_of(TermPath &path, double penalty,
                               bool interactions) {
  const std::size_t width = path.width;
  Quad moved{};
  // mean (ratio - 1)^2 is near enough where it is small.
  const auto note = [&](const Quad &mean, const Quad &old, const Quad &now)
                        TRITONE_INLINE {
                          const Quad step = (now - old) / old;
                          const Quad x = mean * step * step;
                          moved = x > moved ? x : moved;
                        };
  for (std::size_t k = 0; k < width; k += kQuad) {
    Quad mean{};
    for (std::size_t g = 0; g < path.groups; ++g)
      mean += quad(path.base.data() + g * width + k) *
              quad(path.cell.data() + g * width + k) * path.group[g];
    Quad &factor = quad(path.topic.data() + k);
    Quad now;
    shrink(quad(path.by_topic.data() + k), mean, penalty, now);
    note(mean * now, factor, now);
    factor = now;
  }
  double group_moved = 0.0;
  for (std::size_t g = 0; g < path.groups; ++g) {
    Quad sum{};
    for (std::size_t k = 0; k < width; k += kQuad)
      sum += quad(path.base.data() + g * width + k) *
             quad(path.cell.data() + g * width + k) *
             quad(path.topic.data() + k);
    const double mean = sum_quad(sum);
    const double high = (path.by_group[g] - penalty) / mean;
    const double low = (path.by_group[g] + penalty) / mean;
    const double now = high > 1.0 ? high : (low < 1.0 ? low : 1.0);
    const double step = (now - path.group[g]) / path.group[g];
    group_moved = std::max(group_moved, mean * now * step * step);
    path.group[g] = now;
  }
  if (interactions)
    for (std::size_t g = 0; g < path.groups; ++g)
      for (std::size_t k = 0; k < width; k += kQuad) {
        const std::size_t at = g * width + k;
        const Quad mean = quad(path.base.data() + at) *
                          quad(path.topic.data() + k) * path.group[g];
        Quad &factor = quad(path.cell.data() + at);
        Quad now;
        shrink(quad(path.count.data() + at), mean, penalty, now);
        note(mean * now, factor, now);
        factor = now;
      }
  for (std::size_t i = 0; i < kQuad; ++i)
    group_moved = std::max(group_moved, moved[i]);
  return group_moved;
}

// Minus the log likelihood without the part of the base and the counts alone,
// and how many coefficients are not 0.
struct Loss {
  double value;
  double active;
};
TRITONE_CLONES Loss loss_of(const TermPath &path) {
  Quad sum{};
  Quad active{};
  Quad log;
  const Quad one = Quad{} + 1.0;
  const Quad none{};
  for (std::size_t k = 0; k < path.width; k += kQuad) {
    const Quad topic = quad(path.topic.data() + k);
    logarithm(topic, log);
    sum -= quad(path.by_topic.data() + k) * log;
    active += topic != one ? one : none;
    for (std::size_t g = 0; g < path.groups; ++g) {
      const std::size_t at = g * path.width + k;
      const Quad cell = quad(path.cell.data() + at);
      logarithm(cell, log);
      sum += quad(path.base.data() + at) * topic * cell * path.group[g] -
             quad(path.count.data() + at) * log;
      active += cell != one ? one : none;
    }
  }
  Loss out{sum_quad(sum), sum_quad(active)};
  for (std::size_t g = 0; g < path.groups; ++g)
    if (path.group[g] != 1.0) {
      out.value -= path.by_group[g] * math::log(path.group[g]);
      out.active += 1.0;
    }
  return out;
}

// Half the deviance at coefficients of 0.
double null_deviance(const TermPath &path) {
  double out = 0.0;
  for (std::size_t c = 0; c < path.cells; ++c) {
    out += path.base[c] - path.count[c];
    if (path.count[c] > 0.0 && path.base[c] > 0.0)
      out += path.count[c] * math::log(path.count[c] / path.base[c]);
  }
  return out;
}

double largest_penalty(const TermPath &path, bool interactions) {
  double out = 0.0;
  for (std::size_t k = 0; k < path.width; ++k) {
    double mean = 0.0;
    for (std::size_t g = 0; g < path.groups; ++g)
      mean += path.base[g * path.width + k];
    out = std::max(out, std::fabs(path.by_topic[k] - mean));
  }
  for (std::size_t g = 0; g < path.groups; ++g) {
    double mean = 0.0;
    for (std::size_t k = 0; k < path.width; ++k)
      mean += path.base[g * path.width + k];
    out = std::max(out, std::fabs(path.by_group[g] - mean));
  }
  if (interactions)
    for (std::size_t c = 0; c < path.cells; ++c)
      out = std::max(out, std::fabs(path.count[c] - path.base[c]));
  return out;
}

// The whole path; the best factors are kept.
void follow(TermPath &path, const ContentOptions &options, double step) {
  std::fill(path.topic.begin(), path.topic.end(), 1.0);
  std::fill(path.group.begin(), path.group.end(), 1.0);
  std::fill(path.cell.begin(), path.cell.end(), 1.0);
  path.keep();
  const double null = null_deviance(path);
  const double most = largest_penalty(path, options.interactions);
  if (!(null > 0.0 && most > 0.0))
    return;
  double none = 0.0; // the loss at coefficients of 0
  for (const double x : path.base)
    none += x;
  double least = std::numeric_limits<double>::infinity();
  double penalty = most;
  std::vector<double> explained;
  for (std::size_t i = 0; i < options.penalties; ++i, penalty *= step) {
    if (i > 0)
      for (std::size_t pass = 0; pass < kMaxPasses; ++pass)
        if (!(round_of(path, penalty, options.interactions) > kEnough * null))
          break;
    const Loss loss = loss_of(path);
    const double half = null - none + loss.value;
    const double cost = 2.0 * half + options.parameter_cost * loss.active;
    if (cost < least) {
      least = cost;
      path.keep();
    }
    explained.push_back(1.0 - half / null);
    const double share = explained.back();
    if (share > kExplained ||
        (i >= kLook && (share - explained[i - kLook]) < kNoGain * share))
      break;
  }
}

} // namespace

Content fit_content(std::vector<std::vector<double>> &beta, std::size_t topics,
                    std::size_t terms, const std::vector<double> &tokens,
                    const ContentOptions &options, std::size_t threads,
                    Monitor &monitor) {
  const std::size_t groups = beta.size();
  const std::size_t width = padded(topics);
  std::vector<double> totals(groups * width, 0.0);
  for (std::size_t g = 0; g < groups; ++g)
    for (std::size_t v = 0; v < terms; ++v)
      for (std::size_t k = 0; k < topics; ++k)
        totals[g * width + k] += beta[g][v * width + k];
  double all = 0.0;
  for (const double x : tokens)
    all += x;
  const double step = math::exp(
      math::log(options.ratio) /
      static_cast<double>(std::max<std::size_t>(options.penalties, 2) - 1));

  Content out;
  out.m.resize(terms);
  out.topic.resize(terms * topics);
  out.group.resize(terms * groups);
  if (options.interactions)
    out.interaction.resize(terms * groups * topics);
  for_blocks(terms, kBlock, threads, monitor, [&](const Block &b) {
    TermPath path(groups, topics);
    for (std::size_t v = b.begin; v < b.end; ++v) {
      const double share = tokens[v] / all;
      out.m[v] = math::log(share);
      std::fill(path.by_topic.begin(), path.by_topic.end(), 0.0);
      std::fill(path.by_group.begin(), path.by_group.end(), 0.0);
      for (std::size_t g = 0; g < groups; ++g)
        for (std::size_t k = 0; k < width; ++k) {
          const double n = k < topics ? beta[g][v * width + k] : 0.0;
          path.count[g * width + k] = n;
          path.base[g * width + k] = totals[g * width + k] * share;
          path.by_topic[k] += n;
          path.by_group[g] += n;
        }
      follow(path, options, step);
      for (std::size_t k = 0; k < topics; ++k)
        out.topic[v * topics + k] = math::log(path.best_topic[k]);
      for (std::size_t g = 0; g < groups; ++g)
        out.group[v * groups + g] = math::log(path.best_group[g]);
      for (std::size_t g = 0; g < groups; ++g)
        for (std::size_t k = 0; k < topics; ++k) {
          const double own = path.best_cell[g * width + k];
          if (options.interactions)
            out.interaction[(v * groups + g) * topics + k] = math::log(own);
          beta[g][v * width + k] =
              share * path.best_topic[k] * path.best_group[g] * own;
        }
    }
  });
  for (std::size_t g = 0; g < groups; ++g)
    for (std::size_t k = 0; k < topics; ++k) {
      double sum = 0.0;
      for (std::size_t v = 0; v < terms; ++v)
        sum += beta[g][v * width + k];
      for (std::size_t v = 0; v < terms; ++v)
        beta[g][v * width + k] /= sum;
    }
  return out;
}

} // namespace tritone::topic::stm
