// SPDX-License-Identifier: GPL-2.0-or-later
// Which parts of a page are not its article.
#pragma once

#include "base/config.h"

#include "article/page/tree.h"

#include <vector>

namespace tritone::article {

// What of the markup is believed.
enum class PageTrust : unsigned char {
  all,
  tags, // but no names: for a page of which else nothing is left
  text  // neither names nor asides, forms and what is hidden
};

// For each node: is it in an aside, or in one of several teasers in a row (a
// heading that is a link, with a few words)? Names and tags are believed only
// as far as an article is left: what contains more than half of the text of a
// page is no aside for its name, nor are elements that do so together, unless
// there is an article beside them. Threads of comments and notices about
// cookies are asides whatever they contain.
std::vector<bool> find_asides(const PageTree &tree,
                              PageTrust trust = PageTrust::all);

} // namespace tritone::article
