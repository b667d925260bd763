// SPDX-License-Identifier: GPL-2.0-or-later
// Finds the main element by the weight of its blocks, and cleans its text.
#include "article/page/main_text.h"

#include "article/date/read_date.h"
#include "article/page/roles.h"
#include "article/page/weights.h"
#include "text/fold.h"
#include "text/space.h"
#include "text/unicode.h"
#include "text/unwrap.h"
#include "text/utf8.h"
#include "text/word_list.h"

#include <algorithm>
#include <iterator>

namespace tritone::article {
namespace {

using Kind = PageBlock::Kind;

constexpr std::size_t kMaxSiteLine = 60;

// The heaviest of the nodes for which `is` is true; 0 if there is none.
template <class Is>
std::size_t heaviest(const PageTree &tree, const std::vector<bool> &aside,
                     const Weights &weights, Is is) {
  std::size_t best = 0;
  for (std::size_t i = 1; i < tree.size(); ++i)
    if (!tree[i].is_text() && !aside[i] && is(i) &&
        (best == 0 || weights.of(i) > weights.of(best)))
      best = i;
  return best;
}

bool is_marked(const PageTree &tree, std::size_t i) {
  return tree[i].attribute("itemprop").find("articleBody") !=
         std::string_view::npos;
}

bool has_heading_between(const PageTree &tree, std::size_t first,
                         std::size_t last) {
  for (std::size_t i = first; i < last; ++i)
    if (tree[i].name == "h1")
      return true;
  return false;
}

// The element around several `article` that are the entries of one page: none
// has an h1 of its own, and one comes before them.
std::size_t around_entries(const PageTree &tree, const std::vector<bool> &aside,
                           const Weights &weights, std::size_t article) {
  const std::size_t around = tree[article].parent;
  if (tree[article].name != "article" || around == 0 ||
      !has_heading_between(tree, 1, article) ||
      has_heading_between(tree, article, tree[article].end))
    return article;
  for (std::size_t i = around + 1; i < tree[around].end; i = tree[i].end) {
    if (aside[i] || i == article || tree[i].name != "article")
      continue;
    if (has_heading_between(tree, i, tree[i].end))
      return article;
    if (weights.of(i) > 0)
      return around;
  }
  return article;
}

// Where to begin: the element that the markup names, if it has enough weight.
std::size_t first_guess(const PageTree &tree, const std::vector<bool> &aside,
                        const Weights &weights) {
  const std::size_t all = weights.of(0);
  const auto enough = [&](std::size_t i, std::size_t percent) {
    return i != 0 && weights.of(i) * 100 >= all * percent;
  };
  const std::size_t marked = heaviest(
      tree, aside, weights, [&](std::size_t i) { return is_marked(tree, i); });
  if (enough(marked, 20))
    return marked;
  const std::size_t named = heaviest(tree, aside, weights, [&](std::size_t i) {
    return page_role(tree, i) == PageRole::content;
  });
  if (enough(named, 50))
    return named;
  const std::size_t article =
      heaviest(tree, aside, weights,
               [&](std::size_t i) { return tree[i].name == "article"; });
  const std::size_t entries =
      article == 0 ? 0 : around_entries(tree, aside, weights, article);
  if (enough(entries, 40))
    return entries;
  const std::size_t main = heaviest(tree, aside, weights, [&](std::size_t i) {
    return tree[i].name == "main" || tree[i].attribute("role") == "main";
  });
  return enough(main, 40) ? main : 0;
}

// Has the element a twin with a text after it, so that it is one of the parts
// of an article?
bool has_twin(const PageTree &tree, const std::vector<bool> &aside,
              const Weights &weights, std::size_t i) {
  const std::size_t around = tree[i].parent;
  for (std::size_t at = tree[i].end; at < tree[around].end; at = tree[at].end)
    if (!aside[at] && tree[at].name == tree[i].name && weights.of(at) > 0 &&
        tree[at].attribute("class") == tree[i].attribute("class") &&
        !has_heading_between(tree, at, tree[at].end))
      return true;
  return false;
}

bool is_cell_or_row(std::string_view name) {
  return name == "td" || name == "tr" || name == "tbody" || name == "table";
}

// --- what belongs to the text -----------------------------------------------

std::string lower_ascii(std::string_view s) {
  std::string out;
  for (const char c : s)
    out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return out;
}

// A line that sites insert between the paragraphs of every article.
bool is_site_line(const PageBlock &block) {
  constexpr std::string_view kWhole[] = {"advertisement",
                                         "share",
                                         "share this",
                                         "share this article",
                                         "print",
                                         "email",
                                         "read more",
                                         "comments",
                                         "related",
                                         "loading",
                                         "back to top",
                                         "follow us",
                                         "sponsored",
                                         "save",
                                         "listen",
                                         "more",
                                         "tweet",
                                         "view comments",
                                         "story continues below",
                                         "article continues below",
                                         "skip to content",
                                         "share on facebook",
                                         "share on twitter",
                                         "print this page",
                                         "leave a comment",
                                         "next",
                                         "previous",
                                         "top"};
  constexpr std::string_view kBegins[] = {
      "read more:", "read also:", "see also:",   "also read:",
      "related:",   "watch:",     "more on this"};
  const std::string text = lower_ascii(block.text);
  if (std::any_of(
          std::begin(kBegins), std::end(kBegins), [&](std::string_view start) {
            return std::string_view(text).substr(0, start.size()) == start &&
                   block.link_chars > 0;
          }))
    return true;
  return text.size() <= kMaxSiteLine && text::is_one_of(text, kWhole);
}

// 09:00, 9.15 pm, 3 December 2021, 07:15
bool is_time_line(const std::string &text) {
  NewsDate date;
  // The day is added only because the reader of dates needs one.
  return text.size() <= kMaxSiteLine &&
         (read_date(text, date) ? date.day != 0
                                : read_date("2000-01-01 " + text, date));
}

bool is_links(const PageBlock &block) {
  return block.link_chars * 10 >= block.chars * 8 && block.chars > 0;
}

bool in_pull_quote(const PageTree &tree, std::size_t i) {
  for (; i != 0; i = tree[i].parent) {
    bool pull = false;
    for (const std::string &word : class_words(tree[i])) {
      if (word == "pullquote" || (pull && word == "quote"))
        return true;
      pull = word == "pull";
    }
  }
  return false;
}

// Marks the items of lists of which most are links.
void drop_link_lists(const std::vector<const PageBlock *> &blocks,
                     std::vector<bool> &kept) {
  for (std::size_t i = 0; i < blocks.size();) {
    std::size_t end = i + 1;
    if (blocks[i]->group != 0) {
      std::size_t links = is_links(*blocks[i]);
      while (end < blocks.size() && blocks[end]->group == blocks[i]->group)
        links += is_links(*blocks[end++]);
      if (links * 10 >= (end - i) * 7)
        std::fill(kept.begin() + static_cast<std::ptrdiff_t>(i),
                  kept.begin() + static_cast<std::ptrdiff_t>(end), false);
    } else if (is_links(*blocks[i]) &&
               (blocks[i]->weight == 0 || blocks[i]->chars < 200)) {
      kept[i] = false;
    }
    i = end;
  }
}

// Marks what an element for pull quotes says again.
void drop_pull_quotes(const PageTree &tree,
                      const std::vector<const PageBlock *> &blocks,
                      std::vector<bool> &kept) {
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (!kept[i] || !in_pull_quote(tree, blocks[i]->node))
      continue;
    const std::string key = title_key(blocks[i]->text);
    for (std::size_t at = 0; at < blocks.size() && kept[i]; ++at)
      kept[i] = at == i || !kept[at] ||
                title_key(blocks[at]->text).find(key) == std::string::npos;
  }
}

// Marks headings without text before the next heading or the end.
void drop_bare_headings(const std::vector<const PageBlock *> &blocks,
                        std::vector<bool> &kept) {
  bool text_below = false;
  for (std::size_t i = blocks.size(); i-- > 0;) {
    if (!kept[i])
      continue;
    if (blocks[i]->kind == Kind::heading)
      kept[i] = text_below;
    else
      text_below = true;
    if (blocks[i]->kind == Kind::heading && kept[i])
      text_below = true; // a heading below a heading
  }
}

// Short lines after the last paragraph that are not sentences of the article or
// of its agency belong to the site.
void drop_tail(const std::vector<const PageBlock *> &blocks,
               std::vector<bool> &kept) {
  for (std::size_t i = blocks.size(); i-- > 0;) {
    if (!kept[i])
      continue;
    const PageBlock &block = *blocks[i];
    const bool note = block.text.find('@') != std::string::npos ||
                      block.text.find("\u00A9") != std::string::npos ||
                      block.text.front() == '(';
    if (block.kind != Kind::paragraph || block.weight > 0 || note ||
        has_sentence(block.text))
      return;
    kept[i] = false;
  }
}

std::string joined(const std::vector<const PageBlock *> &blocks,
                   const std::vector<bool> &kept) {
  std::string out;
  const PageBlock *last = nullptr;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (!kept[i])
      continue;
    const PageBlock &block = *blocks[i];
    if (last != nullptr)
      out += block.group != 0 && block.group == last->group ? "\n" : "\n\n";
    if (block.kind == Kind::lines) {
      std::string text;
      text::unwrap(block.text, text);
      out += text;
    } else {
      out += block.text;
    }
    last = &block;
  }
  return out;
}

// The first h1 before `main` inside the article around it; main if there is
// none.
std::size_t heading_before(const PageTree &tree, std::size_t main) {
  std::size_t around = main;
  for (std::size_t up = main; up != 0; up = tree[up].parent)
    if (tree[up].name == "article" || tree[up].name == "main")
      around = up;
  for (std::size_t i = around; i < main; ++i)
    if (tree[i].name == "h1")
      return i;
  return main;
}

} // namespace

std::string title_key(std::string_view title) {
  const std::string lower = text::folded(title);
  std::string out;
  const char *const end = lower.data() + lower.size();
  for (const char *p = lower.data(); p < end;) {
    const text::CodePoint point = text::decode(p, end);
    if (text::is_alphabetic(point.value) || text::is_digit(point.value) ||
        text::is_mark(point.value))
      out.append(p, point.size);
    p += point.size;
  }
  return out;
}

std::size_t find_main(const PageTree &tree, const std::vector<bool> &aside,
                      const std::vector<PageBlock> &blocks) {
  const Weights weights(tree, blocks);
  if (weights.of(0) == 0)
    return 0;
  std::size_t at = first_guess(tree, aside, weights);
  for (;;) {
    std::size_t best = 0;
    for (std::size_t i = at + 1; i < tree[at].end; i = tree[i].end)
      if (!tree[i].is_text() && !aside[i] &&
          (best == 0 || weights.of(i) > weights.of(best)))
        best = i;
    if (best == 0 || tree[best].name == "p")
      break;
    const std::size_t all = weights.of(at);
    const std::size_t share = weights.of(best) * 100;
    const bool rest_behind = weights.between(at, best) == 0;
    const bool cell = is_cell_or_row(tree[best].name);
    if (share < all * 95 && !(cell && share >= all * 60) &&
        !(rest_behind && share >= all * 75 && tree[best].name != "li" &&
          !has_twin(tree, aside, weights, best)))
      break;
    at = best;
  }
  return at == 0 ? 1 : at;
}

std::string main_text(const PageTree &tree,
                      const std::vector<PageBlock> &blocks, std::size_t main,
                      const std::string &title, bool dated) {
  const std::size_t heading = heading_before(tree, main);
  const std::string key = title_key(title);
  std::vector<const PageBlock *> in;
  for (const PageBlock &block : blocks) {
    const bool before =
        block.node > heading && block.node < main && block.weight > 0;
    if ((tree.holds(main, block.node) || before) &&
        (key.empty() || title_key(block.text) != key))
      in.push_back(&block);
  }
  std::vector<bool> kept(in.size(), true);
  for (std::size_t i = 0; i < in.size(); ++i)
    kept[i] = !is_site_line(*in[i]) && !(dated && is_time_line(in[i]->text));
  drop_link_lists(in, kept);
  drop_pull_quotes(tree, in, kept);
  drop_tail(in, kept);
  drop_bare_headings(in, kept);
  drop_tail(in, kept);
  return joined(in, kept);
}

} // namespace tritone::article
