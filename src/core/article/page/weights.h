// SPDX-License-Identifier: GPL-2.0-or-later
// How much text of articles is inside each node of a page.
#pragma once

#include "base/config.h"

#include "article/page/blocks.h"
#include "article/page/tree.h"

#include <cstddef>
#include <vector>

namespace tritone::article {

// The weight and the number of the blocks with a weight inside each node, in
// constant time. Blocks inside of what `without` marks do not count.
class Weights {
public:
  Weights(const PageTree &tree, const std::vector<PageBlock> &blocks,
          const std::vector<bool> &without = {})
      : tree_(tree), weight_(tree.size() + 1), count_(tree.size() + 1) {
    for (const PageBlock &block : blocks) {
      if (!without.empty() && without[block.node])
        continue;
      weight_[block.node + 1] += block.weight;
      count_[block.node + 1] += block.weight > 0;
    }
    for (std::size_t i = 1; i < weight_.size(); ++i) {
      weight_[i] += weight_[i - 1];
      count_[i] += count_[i - 1];
    }
  }

  std::size_t of(std::size_t i) const { return between(i, tree_[i].end); }
  std::size_t count(std::size_t i) const {
    return count_[tree_[i].end] - count_[i];
  }
  // Of the blocks in nodes first .. last - 1.
  std::size_t between(std::size_t first, std::size_t last) const {
    return weight_[last] - weight_[first];
  }
  std::size_t count_between(std::size_t first, std::size_t last) const {
    return count_[last] - count_[first];
  }

private:
  const PageTree &tree_;
  std::vector<std::size_t> weight_;
  std::vector<std::size_t> count_;
};

} // namespace tritone::article
