// SPDX-License-Identifier: GPL-2.0-or-later
// Finds short pieces whose only heading is a link.
#include "article/page/teasers.h"

#include "article/page/roles.h"
#include "text/word_list.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace tritone::article {
namespace {

constexpr std::size_t kMaxTeaser = 400;
constexpr std::size_t kMaxTeaserNodes = 200;

// Is it a short piece with one heading that is, contains or is in a link?
bool is_teaser(const PageTree &tree, std::size_t i) {
  constexpr std::string_view kTags[] = {"li", "article", "div", "section",
                                        "td"};
  if (!text::is_one_of(tree[i].name, kTags) ||
      tree[i].end - i > kMaxTeaserNodes)
    return false;
  std::size_t headings = 0;
  std::size_t chars = 0;
  bool linked = false;
  for (std::size_t at = i + 1; at < tree[i].end; ++at) {
    const PageNode &node = tree[at];
    chars += node.text.size();
    if (chars > 2 * kMaxTeaser)
      return false;
    if (!is_heading(node.name))
      continue;
    ++headings;
    const std::string heading = tree.text(at);
    bool link = tree[node.parent].name == "a";
    for (std::size_t inside = at + 1; inside < node.end; ++inside)
      link = link || (tree[inside].name == "a" &&
                      tree.text(inside).size() * 10 >= heading.size() * 9);
    linked = linked || (link && !heading.empty());
  }
  return headings == 1 && linked && tree.text(i).size() <= kMaxTeaser;
}

} // namespace

void mark_teasers(const PageTree &tree, std::vector<bool> &aside) {
  std::vector<bool> teaser(tree.size());
  std::vector<std::size_t> count(tree.size());
  for (std::size_t i = 1; i < tree.size(); ++i) {
    if (tree[i].is_text() || aside[i] || teaser[tree[i].parent])
      continue;
    teaser[i] = is_teaser(tree, i);
    if (teaser[i])
      ++count[tree[i].parent];
  }
  for (std::size_t i = 1; i < tree.size(); ++i)
    if (teaser[i] && count[tree[i].parent] >= 2)
      std::fill(aside.begin() + static_cast<std::ptrdiff_t>(i),
                aside.begin() + static_cast<std::ptrdiff_t>(tree[i].end), true);
}

} // namespace tritone::article
