// SPDX-License-Identifier: GPL-2.0-or-later
// Counts pairs by their first term: the terms are cut into ranges of about as
// many pairs each, the second terms of a range are put in place by a counting
// sort, and those of one first term are summed in a table by second term. No
// pair is compared with another but to order what is found.
#include "term/statistics/pairs.h"

#include "base/error.h"
#include "base/parallel.h"

#include <algorithm>
#include <atomic>
#include <limits>
#include <string>

namespace tritone::term {
namespace {

constexpr std::size_t kUnits = 4096;       // a block, where pairs are numbered
constexpr std::size_t kRange = 1U << 21;   // pairs, at least
constexpr std::size_t kRanges = 64;        // about as many, at most
constexpr std::size_t kBetween = 1U << 12; // units between two looks at the
                                           // clock

// A stretch of one article within which pairs are counted.
struct Unit {
  std::size_t begin;
  std::size_t end;
  std::uint32_t article;
};

// The tokens of all units. `by_first`: is the first of two tokens that make a
// pair its first term, or the one of the smaller number?
struct Text {
  const std::int32_t *type;
  std::vector<std::int32_t> own; // what `type` points to if it was made here
  std::vector<Unit> units;
  bool by_first;
  std::size_t terms = 0; // the largest is terms - 1
};

Text units_of(const std::int32_t *type, const std::int32_t *unit,
              const std::vector<std::int64_t> &first,
              const PairOptions &options) {
  Text out{type, {}, {}, options.ordered};
  for (std::int64_t t = 0; t < first.back(); ++t)
    out.terms = std::max(out.terms, static_cast<std::size_t>(type[t] + 1));
  for (std::size_t d = 0; d + 1 < first.size(); ++d) {
    const auto end = static_cast<std::size_t>(first[d + 1]);
    auto begin = static_cast<std::size_t>(first[d]);
    while (begin < end) {
      std::size_t next = begin + 1;
      while (next < end && unit[next] == unit[begin])
        ++next;
      if (next - begin > 1)
        out.units.push_back({begin, next, static_cast<std::uint32_t>(d)});
      begin = next;
    }
  }
  if (out.units.size() >= std::numeric_limits<std::uint32_t>::max())
    throw limit_error("pairs: more than 4,294,967,294 sentences or stretches");
  return out;
}

// Where a pair counts once anywhere in a unit, its terms in order, each once,
// are all that matters.
void keep_distinct(Text &text) {
  std::vector<std::int32_t> terms;
  for (Unit &unit : text.units) {
    terms.assign(text.type + unit.begin, text.type + unit.end);
    std::sort(terms.begin(), terms.end());
    terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
    unit.begin = text.own.size();
    for (const std::int32_t term : terms)
      if (term >= 0)
        text.own.push_back(term);
    unit.end = text.own.size();
  }
  text.type = text.own.data();
  text.by_first = true;
}

// Calls use(first, second) for each pair of a unit whose first term is of
// [low, high).
template <class Use>
void each_pair(const Text &text, const Unit &unit, const PairOptions &options,
               std::int32_t low, std::int32_t high, const Use &use) {
  const std::int32_t *const type = text.type;
  for (std::size_t a = unit.begin; a < unit.end; ++a) {
    const std::int32_t one = type[a];
    if (one < 0 || (text.by_first && (one < low || one >= high)))
      continue;
    const std::size_t reach = options.window == 0
                                  ? unit.end
                                  : std::min(unit.end, a + options.window + 1);
    for (std::size_t b = a + 1; b < reach; ++b) {
      const std::int32_t two = type[b];
      if (two < 0 || (options.once && one == two))
        continue;
      const std::int32_t first = text.by_first ? one : std::min(one, two);
      if (first >= low && first < high)
        use(first, text.by_first ? two : std::max(one, two));
    }
  }
}

// How many pairs have each term as their first, those of the same unit counted
// each.
std::vector<std::size_t> sizes_of(const Text &text, const PairOptions &options,
                                  std::size_t threads, Monitor &monitor) {
  const std::size_t blocks = block_count(text.units.size(), kUnits);
  std::vector<std::vector<std::size_t>> own(
      std::max<std::size_t>(1, std::min(threads, blocks)));
  for (std::vector<std::size_t> &size : own)
    size.assign(text.terms, 0);
  for_blocks(text.units.size(), kUnits, threads, monitor, [&](const Block &b) {
    std::vector<std::size_t> &size = own[b.worker];
    for (std::size_t u = b.begin; u < b.end; ++u) {
      b.check();
      each_pair(text, text.units[u], options, 0,
                static_cast<std::int32_t>(text.terms),
                [&](std::int32_t first, std::int32_t) {
                  ++size[static_cast<std::size_t>(first)];
                });
    }
  });
  for (std::size_t w = 1; w < own.size(); ++w)
    for (std::size_t t = 0; t < text.terms; ++t)
      own[0][t] += own[w][t];
  return std::move(own[0]);
}

// Where each range of first terms begins, and the end.
std::vector<std::size_t> ranges_of(const std::vector<std::size_t> &size) {
  std::size_t all = 0;
  for (const std::size_t n : size)
    all += n;
  const std::size_t target = std::max(kRange, all / kRanges);
  std::vector<std::size_t> out{0};
  std::size_t here = 0;
  for (std::size_t t = 0; t < size.size(); ++t) {
    if (here > 0 && here + size[t] > target) {
      out.push_back(t);
      here = 0;
    }
    here += size[t];
  }
  if (size.size() > out.back())
    out.push_back(size.size());
  return out;
}

// What is known of a second term beside the first one that is being read.
struct Cell {
  double count = 0;
  std::uint32_t docs = 0;
  std::uint32_t unit = 0;    // the last one, and
  std::uint32_t article = 0; // its article, both from 1
};

struct Place {
  std::int32_t second;
  std::uint32_t unit;
};

// One a worker. How often each term is the second of a pair is a sum of whole
// numbers, so that it does not matter who counts what.
struct alignas(kApart) Worker {
  std::vector<double> times_second;
  std::vector<Cell> cells;
  std::vector<Place> places;
  std::vector<std::size_t> next;
  std::vector<std::int32_t> found;
};

class RangeReader {
public:
  RangeReader(const Text &text, const PairOptions &options,
              const std::vector<std::size_t> &size, Worker &worker)
      : text_(text), options_(options), size_(size), w_(worker) {
    w_.times_second.resize(text.terms);
    w_.cells.resize(text.terms);
  }

  // The pairs whose first term is of [low, high), in their order. `many` counts
  // those that are given; when they are too many no more are kept.
  void read(std::size_t low, std::size_t high, const Block &block, Pairs &out,
            std::vector<double> &times_first, std::atomic<std::size_t> &many) {
    put_in_place(low, high, block);
    std::size_t begin = 0;
    for (std::size_t first = low; first < high; ++first) {
      const std::size_t end = begin + size_[first];
      add(begin, end);
      block.check();
      times_first[first] = give(static_cast<std::int32_t>(first), out, many);
      begin = end;
    }
  }

private:
  const Text &text_;
  const PairOptions &options_;
  const std::vector<std::size_t> &size_;
  Worker &w_;

  void put_in_place(std::size_t low, std::size_t high, const Block &block) {
    w_.next.resize(high - low);
    std::size_t all = 0;
    for (std::size_t t = low; t < high; ++t) {
      w_.next[t - low] = all;
      all += size_[t];
    }
    w_.places.resize(all);
    const auto from = static_cast<std::int32_t>(low);
    const auto to = static_cast<std::int32_t>(high);
    for (std::size_t u = 0; u < text_.units.size(); ++u) {
      if (u % kBetween == 0)
        block.check();
      each_pair(
          text_, text_.units[u], options_, from, to,
          [&](std::int32_t first, std::int32_t second) {
            w_.places[w_.next[static_cast<std::size_t>(first - from)]++] = {
                second, static_cast<std::uint32_t>(u)};
          });
    }
  }

  // Sums of one first term by second.
  void add(std::size_t begin, std::size_t end) {
    w_.found.clear();
    for (std::size_t i = begin; i < end; ++i) {
      const Place &place = w_.places[i];
      Cell &cell = w_.cells[static_cast<std::size_t>(place.second)];
      const std::uint32_t unit = place.unit + 1;
      if (options_.once && cell.unit == unit)
        continue;
      if (cell.docs == 0)
        w_.found.push_back(place.second);
      const std::uint32_t article = text_.units[place.unit].article + 1;
      cell.docs += cell.article != article;
      cell.article = article;
      cell.unit = unit;
      cell.count += 1;
    }
    std::sort(w_.found.begin(), w_.found.end());
  }

  // How many pairs there were.
  double give(std::int32_t first, Pairs &out, std::atomic<std::size_t> &many) {
    const bool chosen = is_chosen(first);
    const bool kept = many <= options_.most;
    std::size_t given = 0;
    double times = 0;
    for (const std::int32_t second : w_.found) {
      Cell &cell = w_.cells[static_cast<std::size_t>(second)];
      times += cell.count;
      w_.times_second[static_cast<std::size_t>(second)] += cell.count;
      if (cell.count >= options_.min_count && (chosen || is_chosen(second))) {
        ++given;
        if (kept) {
          out.first.push_back(first);
          out.second.push_back(second);
          out.count.push_back(cell.count);
          out.docs.push_back(cell.docs);
        }
      }
      cell = Cell{};
    }
    many += given;
    return times;
  }

  bool is_chosen(std::int32_t term) const {
    const auto t = static_cast<std::size_t>(term);
    return options_.chosen.empty() ||
           (t < options_.chosen.size() && options_.chosen[t] != 0);
  }
};

template <class T> void append(std::vector<T> &to, std::vector<T> &from) {
  to.insert(to.end(), from.begin(), from.end());
  std::vector<T>().swap(from);
}

} // namespace

Pairs count_pairs(const std::int32_t *type, const std::int32_t *unit,
                  const std::vector<std::int64_t> &first,
                  const PairOptions &options, std::size_t threads,
                  Monitor &monitor) {
  if (first.empty() || first[0] != 0 ||
      !std::is_sorted(first.begin(), first.end()))
    throw input_error("pairs: the pointers to articles must rise from 0");
  Text text = units_of(type, unit, first, options);
  if (options.once && options.window == 0 && !options.ordered)
    keep_distinct(text);
  const std::vector<std::size_t> size =
      sizes_of(text, options, threads, monitor);
  const std::vector<std::size_t> ranges = ranges_of(size);
  const std::size_t count = ranges.size() - 1;
  std::vector<Worker> workers(
      std::max<std::size_t>(1, std::min(threads, count)));
  std::vector<Pairs> parts(count);
  std::atomic<std::size_t> many{0};
  Pairs out;
  out.times_first.assign(text.terms, 0.0);
  out.times_second.assign(text.terms, 0.0);
  for_blocks(count, 1, threads, monitor, [&](const Block &b) {
    RangeReader(text, options, size, workers[b.worker])
        .read(ranges[b.index], ranges[b.index + 1], b, parts[b.index],
              out.times_first, many);
  });
  if (many > options.most)
    throw limit_error("pairs: a table holds at most " +
                      std::to_string(options.most) + ", here are " +
                      std::to_string(many) +
                      "; ask for pairs that occur more often, or for those of "
                      "some terms after the other");
  for (const Worker &worker : workers)
    for (std::size_t t = 0; t < worker.times_second.size(); ++t)
      out.times_second[t] += worker.times_second[t];
  out.first.reserve(many);
  out.second.reserve(many);
  out.count.reserve(many);
  out.docs.reserve(many);
  for (Pairs &part : parts) {
    append(out.first, part.first);
    append(out.second, part.second);
    append(out.count, part.count);
    append(out.docs, part.docs);
  }
  return out;
}

} // namespace tritone::term
