// SPDX-License-Identifier: GPL-2.0-or-later
// Reads meta elements, JSON-LD and markup, and chooses the most trusted of
// each.
#include "article/page/meta.h"

#include "article/date/read_date.h"
#include "article/page/json_value.h"
#include "article/page/main_text.h"
#include "article/page/roles.h"
#include "article/page/title.h"
#include "text/ascii.h"
#include "text/space.h"
#include "text/word_list.h"

#include <algorithm>
#include <initializer_list>

namespace tritone::article {
namespace {

std::string clean(std::string_view s) {
  return text::collapse_space(decode_entities(s));
}

bool is_address(std::string_view s) {
  return s.substr(0, 7) == "http://" || s.substr(0, 8) == "https://";
}

// The contents of meta elements by name, property, itemprop or http-equiv.
class MetaElements {
public:
  explicit MetaElements(const PageTree &tree) {
    for (const PageNode &node : tree.nodes()) {
      if (node.name != "meta")
        continue;
      for (const char *key : {"property", "name", "itemprop", "http-equiv"})
        if (!node.attribute(key).empty())
          entries_.emplace_back(
              text::ascii_lowered(text::trim_space(node.attribute(key))),
              clean(node.attribute("content")));
    }
  }

  // The value of the first of the names that has one.
  std::string first(std::initializer_list<std::string_view> names) const {
    for (const std::string_view name : names)
      for (const auto &entry : entries_)
        if (entry.first == name && !entry.second.empty())
          return entry.second;
    return {};
  }

private:
  std::vector<std::pair<std::string, std::string>> entries_;
};

// --- JSON-LD ----------------------------------------------------------------

bool is_type(const Json &value, std::string_view part) {
  const Json *type = value.find("@type");
  if (type == nullptr)
    return false;
  if (type->text.find(part) != std::string::npos)
    return true;
  return std::any_of(type->items.begin(), type->items.end(),
                     [part](const Json &item) {
                       return item.text.find(part) != std::string::npos;
                     });
}

// The first object that is an article in `value`, its items or its @graph.
const Json *find_article(const Json &value) {
  if (is_type(value, "Article") || is_type(value, "BlogPosting"))
    return &value;
  for (const Json &item : value.items)
    if (const Json *found = find_article(item))
      return found;
  for (const char *name : {"@graph", "mainEntity", "mainEntityOfPage"})
    if (const Json *inside = value.find(name))
      if (const Json *found = find_article(*inside))
        return found;
  return nullptr;
}

std::string string_of(const Json &value, std::string_view name) {
  const Json *member = value.find(name);
  if (member == nullptr)
    return {};
  if (member->kind == Json::Kind::list && !member->items.empty())
    return clean(member->items[0].text);
  if (member->kind == Json::Kind::object)
    return string_of(*member, "name");
  return clean(member->text);
}

// Names of people or of a publisher, joined by commas.
std::string names_of(const Json &value, std::string_view name) {
  const Json *member = value.find(name);
  if (member == nullptr)
    return {};
  if (member->kind != Json::Kind::list)
    return string_of(value, name);
  std::string out;
  for (const Json &item : member->items) {
    const std::string one = item.kind == Json::Kind::object
                                ? string_of(item, "name")
                                : clean(item.text);
    if (!one.empty())
      out += (out.empty() ? "" : ", ") + one;
  }
  return out;
}

// Texts in JSON-LD keep their lines.
std::string body_of(const Json &article) {
  const Json *body = article.find("articleBody");
  return body == nullptr
             ? std::string()
             : std::string(text::trim_space(decode_entities(body->text)));
}

struct JsonLd {
  std::string headline, date, modified, author, publisher, section, address,
      body;
  bool paid = false;
  bool bad = false;
};

JsonLd read_json_ld(const PageTree &tree) {
  JsonLd out;
  for (std::size_t i = 0; i < tree.size(); ++i) {
    if (tree[i].name != "script" ||
        text::ascii_lowered(tree[i].attribute("type")).find("ld+json") ==
            std::string::npos)
      continue;
    std::string text;
    for (std::size_t at = i + 1; at < tree[i].end; ++at)
      text += tree[at].text;
    Json value;
    if (!read_json(text, value)) {
      out.bad = true;
      continue;
    }
    const Json *article = find_article(value);
    if (article == nullptr || !out.headline.empty())
      continue;
    out.headline = string_of(*article, "headline");
    if (out.headline.empty())
      out.headline = string_of(*article, "name");
    out.date = string_of(*article, "datePublished");
    out.modified = string_of(*article, "dateModified");
    out.author = names_of(*article, "author");
    out.publisher = names_of(*article, "publisher");
    out.section = string_of(*article, "articleSection");
    out.address = string_of(*article, "url");
    out.body = body_of(*article);
    const Json *free = article->find("isAccessibleForFree");
    out.paid = free != nullptr && text::ascii_lowered(free->text) == "false";
  }
  return out;
}

// --- elements of the page ---------------------------------------------------

// Is node i part of comments, navigation or a list of other stories? Unlike
// find_asides(), since bylines and times are often in asides of their own.
bool in_other_story(const PageTree &tree, std::size_t i) {
  constexpr std::string_view kOther[] = {
      "comment", "comments", "related", "sidebar", "recommended", "trending",
      "popular", "respond",  "widget",  "teaser",  "promo",       "latest"};
  for (; i != 0; i = tree[i].parent) {
    const std::string &name = tree[i].name;
    if (name == "nav" || name == "aside" || name == "footer")
      return true;
    for (const std::string &word : class_words(tree[i]))
      if (text::is_one_of(word, kOther) && !holds_heading(tree, i) &&
          name != "body")
        return true;
  }
  return false;
}

std::string time_of(const PageNode &node) {
  for (const char *key : {"datetime", "content", "title"}) {
    NewsDate date;
    const std::string value = clean(node.attribute(key));
    if (!value.empty() && read_date(value, date) && date.day != 0)
      return value;
  }
  return {};
}

std::string date_in_elements(const PageTree &tree) {
  std::string by_class;
  for (std::size_t i = 1; i < tree.size(); ++i) {
    const PageNode &node = tree[i];
    if (node.is_text() || node.name == "meta")
      continue;
    const bool marked = node.attribute("itemprop") == "datePublished";
    if (!marked && node.name != "time") {
      if (!by_class.empty() || node.end - i > 12)
        continue;
      bool named = false;
      for (const std::string &word : class_words(node))
        named = named || word == "date" || word == "published" ||
                word == "timestamp" || word == "datetime" ||
                word == "pubdate" || word == "dateline";
      NewsDate date;
      const std::string text = named ? tree.text(i) : std::string();
      if (named && read_date(text, date) && date.day != 0 &&
          !in_other_story(tree, i))
        by_class = text;
      continue;
    }
    if (in_other_story(tree, i))
      continue;
    std::string value = time_of(node);
    NewsDate date;
    if (value.empty() && read_date(tree.text(i), date) && date.day != 0)
      value = tree.text(i);
    if (!value.empty())
      return value;
  }
  return by_class;
}

std::string without_by(std::string_view s) {
  const std::string start = text::ascii_lowered(s.substr(0, 3));
  if (start == "by " || start == "by:")
    s.remove_prefix(3);
  return std::string(text::trim_space(s));
}

constexpr std::size_t kMaxByline = 160;

std::string byline_in_elements(const PageTree &tree) {
  std::string by_class;
  for (std::size_t i = 1; i < tree.size(); ++i) {
    const PageNode &node = tree[i];
    if (node.is_text() || node.name == "meta" || node.name == "link")
      continue;
    const bool marked = node.attribute("rel") == "author" ||
                        node.attribute("itemprop") == "author";
    bool named = false;
    if (!marked && by_class.empty())
      for (const std::string &word : class_words(node))
        named = named || word == "byline" || word == "author";
    if ((!marked && !named) || in_other_story(tree, i))
      continue;
    const std::string text = without_by(tree.text(i));
    if (text.empty() || text.size() > kMaxByline)
      continue;
    if (marked)
      return text;
    by_class = text;
  }
  return by_class;
}

std::string language_of(const PageTree &tree) {
  for (const PageNode &node : tree.nodes())
    if (node.name == "html")
      return clean(node.attribute("lang").empty() ? node.attribute("xml:lang")
                                                  : node.attribute("lang"));
  return {};
}

std::string canonical_of(const PageTree &tree) {
  for (const PageNode &node : tree.nodes())
    if (node.name == "link" &&
        text::ascii_lowered(node.attribute("rel")) == "canonical")
      return clean(node.attribute("href"));
  return {};
}

std::string first_of(std::initializer_list<std::string> values) {
  for (const std::string &value : values)
    if (!value.empty())
      return value;
  return {};
}

} // namespace

PageMeta find_meta(const PageTree &tree, const std::vector<bool> &aside) {
  const MetaElements meta(tree);
  const JsonLd json = read_json_ld(tree);
  PageMeta out;
  out.source =
      first_of({meta.first({"og:site_name"}), json.publisher,
                meta.first({"publisher", "dc.publisher", "application-name"})});
  TitleEvidence titles;
  titles.site = out.source;
  titles.open_graph = meta.first({"og:title", "twitter:title"});
  titles.json = json.headline;
  for (std::size_t i = 1; i < tree.size(); ++i) {
    if (tree[i].name == "title" && titles.element.empty())
      titles.element = tree.text(i);
    if (tree[i].name == "h1" && !aside[i])
      titles.headings.push_back(tree.text(i));
  }
  out.title = choose_title(titles);
  out.date = first_of(
      {meta.first({"article:published_time", "og:article:published_time"}),
       json.date,
       meta.first({"datepublished",
                   "date",
                   "pubdate",
                   "publishdate",
                   "publish-date",
                   "publish_date",
                   "publication_date",
                   "publicationdate",
                   "published",
                   "dc.date.issued",
                   "dc.date",
                   "dcterms.created",
                   "dcterms.date",
                   "sailthru.date",
                   "parsely-pub-date",
                   "article.published",
                   "displaydate",
                   "originalpublicationdate",
                   "cxenseparse:recs:publishtime",
                   "citation_publication_date"}),
       date_in_elements(tree)});
  const std::string author =
      meta.first({"author", "article:author", "dc.creator", "byl",
                  "parsely-author", "sailthru.author"});
  out.byline =
      without_by(first_of({json.author, is_address(author) ? "" : author,
                           byline_in_elements(tree)}));
  out.address =
      first_of({canonical_of(tree), meta.first({"og:url"}), json.address});
  out.section = first_of({meta.first({"article:section"}), json.section});
  out.language = language_of(tree);
  out.modified = first_of({meta.first({"article:modified_time",
                                       "og:updated_time", "last-modified"}),
                           json.modified});
  out.article_body = json.body;
  out.paid = json.paid;
  out.bad_json = json.bad;
  return out;
}

} // namespace tritone::article
