// SPDX-License-Identifier: GPL-2.0-or-later
// Where the article is on a saved page, and its text.
#pragma once

#include "base/config.h"

#include "article/page/blocks.h"
#include "article/page/tree.h"

#include <cstddef>
#include <string>
#include <vector>

namespace tritone::article {

// The element that contains the article. The search begins with the element
// marked as its text, or an `article` or `main` with enough of the weight of
// all blocks, or else the body, and goes down while one child has nearly all of
// the weight (60 % for cells of a table for layout; 75 % if the rest comes
// after the child). 0 if no block has a weight.
std::size_t find_main(const PageTree &tree, const std::vector<bool> &aside,
                      const std::vector<PageBlock> &blocks);

// The text of the article: the blocks inside `main`, and those with a weight
// between the first h1 of the same `article` and it; without lists and
// paragraphs of links, repeats of the title, short lines of the site
// (Advertisement, Share this, Read more), and headings with nothing below them.
// If `dated`, the date of the article is known, and lines that are only a date
// or a time are left out too. Paragraphs are divided by a blank line, lines of
// lists and tables by a line end.
std::string main_text(const PageTree &tree,
                      const std::vector<PageBlock> &blocks, std::size_t main,
                      const std::string &title, bool dated);

// Lower case, letters and digits only: equal for titles that are the same.
std::string title_key(std::string_view title);

} // namespace tritone::article
