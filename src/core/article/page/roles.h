// SPDX-License-Identifier: GPL-2.0-or-later
// What the markup of a page says of a piece of it.
#pragma once

#include "base/config.h"

#include "article/page/tree.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace tritone::article {

// The words of the class and id of an element, in lower case; they divide at
// all that is no letter or digit and before a capital behind a small letter.
std::vector<std::string> class_words(const PageNode &node);

enum class PageRole : unsigned char {
  plain,
  content, // the element that holds the article's text, by its name
  aside    // navigation, comments, related stories, notices, forms, captions
};

// The role of one element by its tag, its ARIA role, its class and id. What
// holds a h1, or is marked as the body of an article, is no aside.
PageRole page_role(const PageTree &tree, std::size_t i);

// For each node: does it lie in an aside, or in one of several teasers in a row
// (a heading that is a link, with a few words)?
std::vector<bool> find_asides(const PageTree &tree);

// Does the element hold a h1?
bool holds_heading(const PageTree &tree, std::size_t i);

// Is the name that of an element which begins a paragraph or a line of its own?
bool is_block_element(std::string_view name);

} // namespace tritone::article
