// SPDX-License-Identifier: GPL-2.0-or-later
// Roles of elements by their tags and the words of their classes and ids.
#include "article/page/roles.h"

#include "text/ascii.h"
#include "text/markup.h"
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

// What contains no text of an article whatever it is called.
bool never_has_text(std::string_view name) {
  constexpr std::string_view kTags[] = {
      "nav",   "footer", "figcaption", "object", "button",   "select", "menu",
      "audio", "video",  "textarea",   "option", "frameset", "label"};
  // Pages that are built by a script keep a text for those who have none.
  return (text::tag_kind(name) == text::TagKind::no_text &&
          name != "noscript" && name != "template") ||
         text::is_one_of(name, kTags);
}

bool is_aside_tag(std::string_view name) {
  constexpr std::string_view kTags[] = {"aside",    "form",     "figure",
                                        "noscript", "template", "dialog"};
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
  if (node.has("hidden") || node.attribute("aria-hidden") == "true")
    return true;
  std::string style = text::ascii_lowered(node.attribute("style"));
  style.erase(std::remove(style.begin(), style.end(), ' '), style.end());
  return style.find("display:none") != std::string::npos ||
         style.find("visibility:hidden") != std::string::npos;
}

bool holds_element(const PageTree &tree, std::size_t i, std::string_view name) {
  for (std::size_t at = i; at < tree[i].end; ++at)
    if (tree[at].name == name)
      return true;
  return false;
}

// A table or a program in a frame of its own is no picture.
bool frames_text(const PageTree &tree, std::size_t i) {
  return holds_element(tree, i, "table") || holds_element(tree, i, "pre");
}

// Of has-sidebar, with-sidebar, no-comments: they say what is beside it.
bool says_of_another(const std::string &word) {
  constexpr std::string_view kWords[] = {"has", "with", "no", "without"};
  return text::is_one_of(word, kWords);
}

// Words of which any one is enough.
constexpr std::string_view kAsideWords[] = {
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
    "timestamp",   "teaser",        "teasers",       "tags",
    "taglist",     "paywall",       "regwall",       "banner",
    "login",       "outbrain",      "taboola",       "credit",
    "credits",     "datetime",      "copyright"};

bool announces(std::string_view word) {
  return word == "teaser" || word == "teasers";
}

struct WordPair {
  std::string_view first, second;
};
constexpr WordPair kAsidePairs[] = {
    {"most", "read"},    {"read", "more"},    {"read", "next"},
    {"more", "news"},    {"more", "stories"}, {"author", "bio"},
    {"about", "author"}, {"entry", "meta"},   {"post", "meta"},
    {"article", "meta"}, {"publish", "date"}, {"published", "date"},
    {"site", "header"},  {"page", "header"},  {"skip", "link"},
    {"entry", "date"},   {"post", "date"}};

bool names_content(const Words &words) {
  constexpr std::string_view kOf[] = {
      "article", "story", "entry", "post", "news", "storytext", "articlebody"};
  constexpr std::string_view kWhat[] = {"body", "content", "text", "storytext",
                                        "articlebody"};
  return any_in(words, kOf) && any_in(words, kWhat);
}

} // namespace

std::vector<std::string> class_words(const PageNode &node) {
  Words out;
  append_words(node.attribute("class"), out);
  append_words(node.attribute("id"), out);
  append_words(node.attribute("data-testid"), out);
  // Tags of a site's own: <amp-sidebar>.
  if (node.name.find('-') != std::string::npos)
    append_words(node.name, out);
  return out;
}

std::vector<std::string_view>
aside_words(const std::vector<std::string> &words) {
  std::vector<std::string_view> out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    // Datelines of wire texts are part of the text.
    if (words[i] == "dateline")
      return {};
    if (i > 0 && says_of_another(words[i - 1]))
      continue;
    const auto *const word =
        std::find(std::begin(kAsideWords), std::end(kAsideWords), words[i]);
    if (word != std::end(kAsideWords))
      out.push_back(*word);
    for (const WordPair &pair : kAsidePairs)
      if (i + 1 < words.size() && words[i] == pair.first &&
          words[i + 1] == pair.second)
        out.push_back(pair.first);
  }
  return out;
}

PageRole page_role(const PageTree &tree, std::size_t i) {
  const PageNode &node = tree[i];
  if (node.is_text() || is_wrapper(node.name))
    return PageRole::plain;
  if (is_marked_body(node))
    return PageRole::content;
  PageRole role = PageRole::plain;
  if (never_has_text(node.name)) {
    role = PageRole::never;
  } else if (node.name == "figure"
                 ? !frames_text(tree, i)
                 : is_aside_tag(node.name) ||
                       is_aside_role(node.attribute("role")) ||
                       is_hidden(node)) {
    role = PageRole::marked;
  } else {
    const Words words = class_words(node);
    if (words.empty())
      return PageRole::plain;
    const std::vector<std::string_view> named = aside_words(words);
    if (named.empty())
      return names_content(words) ? PageRole::content : PageRole::plain;
    // What announces another story has a link to it.
    if (std::all_of(named.begin(), named.end(), announces) &&
        !holds_element(tree, i, "a"))
      return PageRole::plain;
    role = PageRole::named;
  }
  const bool may_hold_it = role != PageRole::never &&
                           (node.name == "form" || !is_aside_tag(node.name));
  return may_hold_it && holds_heading(tree, i) ? PageRole::plain : role;
}

bool holds_heading(const PageTree &tree, std::size_t i) {
  return holds_element(tree, i, "h1");
}

bool is_block_element(std::string_view name) {
  const text::TagKind kind = text::tag_kind(name);
  return kind == text::TagKind::block || kind == text::TagKind::cell ||
         name == "#page";
}

} // namespace tritone::article
