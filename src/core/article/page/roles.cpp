// SPDX-License-Identifier: GPL-2.0-or-later
// Roles of elements by the words of their tags, classes and ids; rows of
// teasers.
#include "article/page/roles.h"

#include "text/ascii.h"
#include "text/space.h"
#include "text/word_list.h"

#include <algorithm>
#include <string>

namespace tritone::article {
namespace {

using Words = std::vector<std::string>;

template <std::size_t n>
bool any_in(const Words &words, const std::string_view (&list)[n]) {
  return std::any_of(words.begin(), words.end(), [&](const std::string &word) {
    return text::is_one_of(word, list);
  });
}

void append_words(std::string_view s, Words &out) {
  std::string word;
  char last = ' ';
  for (const char c : s) {
    const bool starts =
        !text::is_ascii_word(c) ||
        (text::is_ascii_upper(c) && !text::is_ascii_upper(last) &&
         text::is_ascii_letter(last));
    if (starts && !word.empty()) {
      out.push_back(word);
      word.clear();
    }
    if (text::is_ascii_word(c))
      word += text::ascii_lower(c);
    last = c;
  }
  if (!word.empty())
    out.push_back(word);
}

bool is_marked_body(const PageNode &node) {
  return node.attribute("itemprop").find("articleBody") !=
         std::string_view::npos;
}

// The wrappers of a whole page or article: their classes say what is in them
// ("article comments-open"), not what they are.
bool is_wrapper(std::string_view name) {
  constexpr std::string_view kWrappers[] = {"html", "body", "main", "#page"};
  return text::is_one_of(name, kWrappers);
}

bool is_aside_tag(std::string_view name) {
  constexpr std::string_view kTags[] = {
      "nav",        "aside",    "footer", "form",   "figure",
      "figcaption", "script",   "style",  "head",   "noscript",
      "iframe",     "object",   "button", "select", "svg",
      "template",   "menu",     "dialog", "audio",  "video",
      "canvas",     "textarea", "option", "label",  "frameset"};
  return text::is_one_of(name, kTags);
}

bool is_aside_role(std::string_view role) {
  constexpr std::string_view kRoles[] = {
      "navigation", "complementary", "banner",  "contentinfo",
      "search",     "dialog",        "alert",   "toolbar",
      "menu",       "menubar",       "tablist", "alertdialog"};
  return text::is_one_of(role, kRoles);
}

bool is_hidden(const PageNode &node) {
  const std::string_view style = node.attribute("style");
  return node.has("hidden") || node.attribute("aria-hidden") == "true" ||
         style.find("display:none") != std::string_view::npos ||
         style.find("display: none") != std::string_view::npos;
}

// Words of which any one is enough.
bool names_aside(const Words &words) {
  constexpr std::string_view kWords[] = {
      "comment",     "comments",      "commentlist",   "disqus",
      "respond",     "nav",           "navbar",        "navigation",
      "breadcrumb",  "breadcrumbs",   "sidebar",       "related",
      "recommended", "recirculation", "trending",      "popular",
      "share",       "sharing",       "social",        "newsletter",
      "subscribe",   "signup",        "cookie",        "cookies",
      "consent",     "gdpr",          "advert",        "adverts",
      "ad",          "ads",           "advertisement", "sponsored",
      "promo",       "promos",        "pagination",    "pager",
      "caption",     "captions",      "footer",        "masthead",
      "menu",        "modal",         "popup",         "toolbar",
      "widget",      "widgets",       "byline",        "bylines",
      "timestamp",   "dateline",      "teaser",        "teasers",
      "tags",        "taglist",       "paywall",       "regwall",
      "banner",      "login",         "outbrain",      "taboola",
      "credit",      "credits",       "datetime",      "copyright"};
  // Datelines of wire texts are part of the text.
  return any_in(words, kWords) &&
         std::find(words.begin(), words.end(), "dateline") == words.end();
}

bool has_pair(const Words &words, std::string_view first,
              std::string_view second) {
  for (std::size_t i = 0; i + 1 < words.size(); ++i)
    if (words[i] == first && words[i + 1] == second)
      return true;
  return false;
}

bool names_aside_by_two(const Words &words) {
  return has_pair(words, "most", "read") || has_pair(words, "read", "more") ||
         has_pair(words, "read", "next") || has_pair(words, "more", "news") ||
         has_pair(words, "more", "stories") ||
         has_pair(words, "author", "bio") ||
         has_pair(words, "about", "author") ||
         has_pair(words, "entry", "meta") || has_pair(words, "post", "meta") ||
         has_pair(words, "article", "meta") ||
         has_pair(words, "publish", "date") ||
         has_pair(words, "published", "date") ||
         has_pair(words, "site", "header") ||
         has_pair(words, "page", "header") || has_pair(words, "skip", "link") ||
         has_pair(words, "entry", "date") || has_pair(words, "post", "date");
}

bool names_content(const Words &words) {
  constexpr std::string_view kOf[] = {
      "article", "story", "entry", "post", "news", "storytext", "articlebody"};
  constexpr std::string_view kWhat[] = {"body", "content", "text", "storytext",
                                        "articlebody"};
  return any_in(words, kOf) && any_in(words, kWhat);
}

// --- teasers -----------------------------------------------------------------

bool is_heading(std::string_view name) {
  return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
}

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

// Marks teasers that are next to other teasers.
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

} // namespace

std::vector<std::string> class_words(const PageNode &node) {
  Words out;
  append_words(node.attribute("class"), out);
  append_words(node.attribute("id"), out);
  append_words(node.attribute("data-testid"), out);
  return out;
}

PageRole page_role(const PageTree &tree, std::size_t i) {
  const PageNode &node = tree[i];
  if (node.is_text() || is_wrapper(node.name))
    return PageRole::plain;
  if (is_marked_body(node))
    return PageRole::content;
  if (is_aside_tag(node.name))
    return node.name == "form" && holds_heading(tree, i) ? PageRole::plain
                                                         : PageRole::aside;
  if (is_aside_role(node.attribute("role")) || is_hidden(node))
    return holds_heading(tree, i) ? PageRole::plain : PageRole::aside;
  const Words words = class_words(node);
  if (words.empty())
    return PageRole::plain;
  if (names_aside(words) || names_aside_by_two(words))
    return holds_heading(tree, i) ? PageRole::plain : PageRole::aside;
  return names_content(words) ? PageRole::content : PageRole::plain;
}

std::vector<bool> find_asides(const PageTree &tree) {
  std::vector<bool> aside(tree.size());
  for (std::size_t i = 1; i < tree.size(); ++i)
    aside[i] = aside[tree[i].parent] || page_role(tree, i) == PageRole::aside;
  mark_teasers(tree, aside);
  return aside;
}

bool holds_heading(const PageTree &tree, std::size_t i) {
  for (std::size_t at = i; at < tree[i].end; ++at)
    if (tree[at].name == "h1")
      return true;
  return false;
}

bool is_block_element(std::string_view name) {
  constexpr std::string_view kBlocks[] = {
      "p",          "div",    "li",      "ul",       "ol",    "dl",
      "dt",         "dd",     "section", "article",  "main",  "header",
      "table",      "tr",     "td",      "th",       "tbody", "thead",
      "tfoot",      "pre",    "hr",      "h1",       "h2",    "h3",
      "h4",         "h5",     "h6",      "body",     "html",  "address",
      "blockquote", "center", "caption", "fieldset", "#page", "summary",
      "details",    "footer", "aside",   "nav"};
  return text::is_one_of(name, kBlocks);
}

} // namespace tritone::article
