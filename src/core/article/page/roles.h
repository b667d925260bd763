// SPDX-License-Identifier: GPL-2.0-or-later
// What the markup of a page says about each element of it.
#pragma once

#include "base/config.h"

#include "article/page/tree.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace tritone::article {

// The words of the class and id of an element, in lower case; they are
// divided at all but letters and digits, and before a capital after a small
// letter.
std::vector<std::string> class_words(const PageNode &node);

enum class PageRole : unsigned char {
  plain,
  content, // the element of the article's text, by its name
  aside    // navigation, comments, related stories, notices, forms, captions
};

// The role of one element by its tag, its ARIA role, its class and id. An
// element that contains an h1, or is marked as the body of an article, is not
// an aside.
PageRole page_role(const PageTree &tree, std::size_t i);

// For each node: is it in an aside, or in one of several teasers in a row (a
// heading that is a link, with a few words)?
std::vector<bool> find_asides(const PageTree &tree);

// Does the element contain an h1?
bool holds_heading(const PageTree &tree, std::size_t i);

// Is it the name of an element that begins a paragraph or line of its own?
bool is_block_element(std::string_view name);

} // namespace tritone::article
