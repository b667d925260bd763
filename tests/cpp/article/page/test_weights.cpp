// SPDX-License-Identifier: GPL-2.0-or-later
// Sums of the weights of blocks.
#include "article/page/weights.h"

#include <doctest/doctest.h>

using namespace tritone::article;

TEST_CASE("page weights: inside nodes, between them, and without some") {
  const PageTree tree("<div><p>It rained all day in Tarsk, they said.</p></div>"
                      "<div><p>Oats</p><p>It rained all night, too, as they "
                      "said.</p></div>");
  const std::vector<PageBlock> blocks =
      find_blocks(tree, std::vector<bool>(tree.size()));
  const Weights weights(tree, blocks);
  REQUIRE(tree[1].name == "div");
  const std::size_t second = tree[1].end;
  CHECK(weights.count(0) == 2);
  CHECK(weights.of(0) == weights.of(1) + weights.of(second));
  CHECK(weights.of(1) == 38);
  CHECK(weights.count(second) == 1);
  CHECK(weights.between(1, second) == weights.of(1));
  CHECK(weights.count_between(second, tree.size()) == 1);
  std::vector<bool> without(tree.size());
  for (std::size_t i = 1; i < second; ++i)
    without[i] = true;
  const Weights rest(tree, blocks, without);
  CHECK(rest.of(1) == 0);
  CHECK(rest.of(0) == weights.of(second));
}
