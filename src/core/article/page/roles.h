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

// The words of a class or id that say aside: comment, share, the first of
// "most read". Empty if one of them says that it is text.
std::vector<std::string_view>
aside_words(const std::vector<std::string> &words);

enum class PageRole : unsigned char {
  plain,
  content, // the element of the article's text, by its name
  named,   // by its class or id: comments, related stories, notices, captions
  marked,  // by its tag, ARIA role or style: an aside, a form, hidden
  never    // navigation, footers, scripts, controls
};

// The role of one element by its tag, its ARIA role, its class and id. An
// element that contains an h1, or is marked as the body of an article, is not
// an aside.
PageRole page_role(const PageTree &tree, std::size_t i);

inline bool is_aside(PageRole role) { return role >= PageRole::named; }

// Does the element contain an h1?
bool holds_heading(const PageTree &tree, std::size_t i);

// Is it h1 .. h6?
inline bool is_heading(std::string_view name) {
  return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
}

// Is it the name of an element that begins a paragraph or line of its own?
bool is_block_element(std::string_view name);

} // namespace tritone::article
