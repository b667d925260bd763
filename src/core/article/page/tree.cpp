// SPDX-License-Identifier: GPL-2.0-or-later
// Cuts a page into tags and texts, and builds its tree.
#include "article/page/tree.h"

#include "base/error.h"
#include "text/ascii.h"
#include "text/entities.h"
#include "text/markup.h"
#include "text/space.h"
#include "text/utf8.h"

#include <algorithm>

namespace tritone::article {
namespace {

constexpr std::string_view kBlanks = " \t\n\r\f";

// The \r that an XML writer escapes is a line end like any other.
void append_entity(std::string &out, char32_t c) {
  if (c == '\r')
    out += '\n';
  else
    text::append_utf8(out, c);
}

// Reads name="value" pairs.
void read_attributes(std::string_view s, PageNode &node) {
  std::size_t at = 0;
  while (at < s.size()) {
    at = std::min(s.find_first_not_of(kBlanks, at), s.size());
    const std::size_t name_end =
        std::min(s.find_first_of(" \t\n\r\f=", at), s.size());
    const std::string_view name = s.substr(at, name_end - at);
    at = std::min(s.find_first_not_of(kBlanks, name_end), s.size());
    std::string_view value;
    if (at < s.size() && s[at] == '=') {
      at = std::min(s.find_first_not_of(kBlanks, at + 1), s.size());
      if (at < s.size() && (s[at] == '"' || s[at] == '\'')) {
        const std::size_t close = std::min(s.find(s[at], at + 1), s.size());
        value = s.substr(at + 1, close - at - 1);
        at = std::min(close + 1, s.size());
      } else {
        const std::size_t end =
            std::min(s.find_first_of(kBlanks, at), s.size());
        value = s.substr(at, end - at);
        at = end;
      }
    }
    if (!name.empty())
      node.attributes.emplace_back(text::ascii_lowered(name),
                                   decode_entities(value));
  }
}

// May c follow the < of a tag?
bool begins_tag(char c) {
  return text::is_ascii_letter(c) || c == '/' || c == '!' || c == '?' ||
         c == '_' || (static_cast<unsigned char>(c) & 0x80) != 0;
}

// The > that ends a tag begun at `at`, outside of quotes.
std::size_t tag_end(std::string_view s, std::size_t at) {
  char quote = '\0';
  for (; at < s.size(); ++at) {
    const char c = s[at];
    if (quote != '\0') {
      if (c == quote)
        quote = '\0';
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '>') {
      return at;
    }
  }
  return s.size();
}

} // namespace

std::string decode_entities(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t amp = std::min(text.find('&', at), text.size());
    out += text.substr(at, amp - at);
    if (amp == text.size())
      break;
    const text::Entity entity = text::read_entity(text.substr(amp));
    if (entity.size == 0) {
      out += '&';
      at = amp + 1;
    } else {
      append_entity(out, entity.value);
      at = amp + entity.size;
    }
  }
  return out;
}

std::string_view PageNode::attribute(std::string_view key) const {
  for (const auto &pair : attributes)
    if (pair.first == key)
      return pair.second;
  return {};
}

bool PageNode::has(std::string_view key) const {
  return std::any_of(attributes.begin(), attributes.end(),
                     [key](const auto &pair) { return pair.first == key; });
}

void PageTree::add_text(std::string_view raw, bool entities) {
  if (raw.empty())
    return;
  if (nodes_.size() >= std::numeric_limits<std::uint32_t>::max() - 1)
    throw limit_error("a page has more than 2^32 - 2 nodes");
  PageNode node;
  node.parent = open_.back();
  node.end = static_cast<std::uint32_t>(nodes_.size()) + 1;
  node.text = entities ? decode_entities(raw) : std::string(raw);
  nodes_.push_back(std::move(node));
}

// Adds the element of a begin tag, without its < and >, and opens it.
std::size_t PageTree::add_element(std::string_view tag) {
  if (nodes_.size() >= std::numeric_limits<std::uint32_t>::max() - 1)
    throw limit_error("a page has more than 2^32 - 2 nodes");
  const std::size_t name_end = std::min(tag.find_first_of(kBlanks), tag.size());
  PageNode node;
  node.parent = open_.back();
  node.name = text::ascii_lowered(tag.substr(0, name_end));
  read_attributes(tag.substr(name_end), node);
  nodes_.push_back(std::move(node));
  open_.push_back(static_cast<std::uint32_t>(nodes_.size()) - 1);
  return nodes_.size() - 1;
}

void PageTree::close(std::string_view name) {
  // A parser always closes the element opened last; other input may not.
  for (std::size_t i = open_.size(); i > 1; --i) {
    if (nodes_[open_[i - 1]].name != name)
      continue;
    while (open_.size() >= i) {
      nodes_[open_.back()].end = static_cast<std::uint32_t>(nodes_.size());
      open_.pop_back();
    }
    return;
  }
}

PageTree::PageTree(std::string_view from) {
  PageNode root;
  root.name = "#page";
  nodes_.push_back(root);
  open_.push_back(0);
  for (std::size_t at = 0; at < from.size();) {
    const std::size_t tag = std::min(from.find('<', at), from.size());
    add_text(from.substr(at, tag - at), true);
    if (tag == from.size())
      break;
    const std::string_view rest = from.substr(tag);
    if (rest.substr(0, 4) == "<!--") {
      at = std::min(from.find("-->", tag + 4), from.size() - 1);
      at = std::min(at + 3, from.size());
      continue;
    }
    if (rest.substr(0, 9) == "<![CDATA[") {
      const std::size_t end = std::min(from.find("]]>", tag), from.size());
      add_text(from.substr(tag + 9, end - tag - 9), false);
      at = std::min(end + 3, from.size());
      continue;
    }
    if (rest.size() < 2 || !begins_tag(rest[1])) {
      add_text("<", false);
      at = tag + 1;
      continue;
    }
    const bool skipped = rest[1] == '!' || rest[1] == '?';
    const std::size_t end = tag_end(from, tag + 1);
    std::string_view inside = from.substr(tag + 1, end - tag - 1);
    at = std::min(end + 1, from.size());
    if (skipped)
      continue;
    if (inside[0] == '/') {
      close(text::ascii_lowered(text::trim_space(inside.substr(1))));
      continue;
    }
    const bool closed = inside.back() == '/';
    if (closed)
      inside.remove_suffix(1);
    const std::size_t node = add_element(inside);
    if (closed)
      close(nodes_[node].name);
  }
  for (const std::uint32_t i : open_)
    nodes_[i].end = static_cast<std::uint32_t>(nodes_.size());
}

std::string PageTree::text(std::size_t i) const {
  std::string out;
  for (std::size_t at = i; at < nodes_[i].end;) {
    const PageNode &node = nodes_[at];
    const text::TagKind kind = text::tag_kind(node.name);
    if (kind == text::TagKind::no_text) {
      at = node.end;
      continue;
    }
    if (node.is_text())
      out += node.text;
    else if (kind != text::TagKind::inside)
      out += ' ';
    ++at;
  }
  return text::collapse_space(out);
}

} // namespace tritone::article
