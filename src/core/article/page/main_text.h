// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "base/config.h"

#include "article/page/blocks.h"
#include "article/page/tree.h"

#include <cstddef>
#include <string>
#include <vector>

namespace tritone::article {

// The element that holds the article: beginning with the one that is marked as
// its text, an `article` or `main` that holds enough of the weight of all
// blocks, or else the body, it goes down while one child holds nearly all of
// the weight (of the cells of a table for layout, 60 %; where the rest stands
// behind it, 75 %). 0 where no block has a weight.
std::size_t find_main(const PageTree &tree, const std::vector<bool> &aside,
                      const std::vector<PageBlock> &blocks);

// The text of the article: the blocks inside `main`, and those with a weight
// between the first h1 of the same `article` and it; without lists and
// paragraphs of links, what repeats the title, short lines of a site's own
// (Advertisement, Share this, Read more), and headings with nothing below them.
// `dated` says that the date of the article is known: then lines that are a
// date or a time and nothing else are left out too. Paragraphs are divided by a
// blank line, lines of lists and tables by a line end.
std::string main_text(const PageTree &tree,
                      const std::vector<PageBlock> &blocks, std::size_t main,
                      const std::string &title, bool dated);

// Lower case, letters and digits only: to tell whether two titles are the same.
std::string title_key(std::string_view title);

} // namespace tritone::article
