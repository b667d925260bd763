// SPDX-License-Identifier: GPL-2.0-or-later
// A saved page as a tree of elements and texts.
#pragma once

#include "base/config.h"

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tritone::article {

// An element or a piece of text of a page. Nodes are in document order, so that
// those inside node i are i + 1 .. nodes[i].end - 1.
struct PageNode {
  std::uint32_t parent = 0;
  std::uint32_t end = 0;
  std::string name; // of an element, in lower case; empty for text
  std::string text; // of a text, entities decoded, white space as it is
  std::vector<std::pair<std::string, std::string>> attributes;

  bool is_text() const { return name.empty(); }
  // The value of an attribute, empty if there is none.
  std::string_view attribute(std::string_view key) const;
  bool has(std::string_view key) const;
};

// A page as a tree. Node 0 is the root ("#page") around all others. `from` is a
// page as an HTML parser writes it out again in the form of XML: elements
// closed, attributes quoted, entities by number except the five of XML. All
// other input gives a tree too: end tags without a start are left out, elements
// left open end with the page. Comments, declarations
// and processing instructions are left out. Linear time for what a parser
// writes.
class PageTree {
public:
  explicit PageTree(std::string_view from);

  const std::vector<PageNode> &nodes() const { return nodes_; }
  std::size_t size() const { return nodes_.size(); }
  const PageNode &operator[](std::size_t i) const { return nodes_[i]; }

  // Is node `outer` node i or an ancestor of it?
  bool holds(std::size_t outer, std::size_t i) const {
    return outer <= i && i < nodes_[outer].end;
  }

  // All text inside node i except scripts and styles, white space collapsed.
  std::string text(std::size_t i) const;

private:
  void add_text(std::string_view raw, bool entities);
  std::size_t add_element(std::string_view tag);
  void close(std::string_view name);

  std::vector<PageNode> nodes_;
  std::vector<std::uint32_t> open_;
};

// Entities by number, and & < > " ' by name, replaced by their characters;
// all else remains.
std::string decode_entities(std::string_view text);

} // namespace tritone::article
