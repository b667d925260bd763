// SPDX-License-Identifier: GPL-2.0-or-later
// Reads tags at each <, and writes texts without them.
#include "text/markup.h"

#include "text/ascii.h"
#include "text/space.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace tritone::text {
namespace {

using namespace std::string_view_literals;

struct KnownTag {
  std::string_view name;
  TagKind kind;
  // Is it looked for in a text? <address> may be the word of a writer there.
  bool in_text = true;
};

constexpr TagKind kBlock = TagKind::block;
constexpr TagKind kCell = TagKind::cell;
constexpr TagKind kInline = TagKind::inside;
constexpr TagKind kNone = TagKind::no_text;

// In rising order of their names.
constexpr KnownTag kTags[] = {
    {"!--"sv, kInline, false},
    {"a"sv, kInline},
    {"address"sv, kBlock, false},
    {"article"sv, kBlock},
    {"aside"sv, kBlock},
    {"b"sv, kInline},
    {"blockquote"sv, kBlock},
    {"body"sv, kBlock},
    {"br"sv, TagKind::line},
    {"button"sv, kInline},
    {"canvas"sv, kNone, false},
    {"caption"sv, kBlock, false},
    {"center"sv, kBlock},
    {"code"sv, kInline},
    {"dd"sv, kBlock, false},
    {"details"sv, kBlock, false},
    {"dialog"sv, kBlock, false},
    {"div"sv, kBlock},
    {"dl"sv, kBlock, false},
    {"dt"sv, kBlock, false},
    {"em"sv, kInline},
    {"embed"sv, kInline},
    {"fieldset"sv, kBlock, false},
    {"figcaption"sv, kBlock},
    {"figure"sv, kBlock},
    {"font"sv, kInline},
    {"footer"sv, kBlock},
    {"form"sv, kBlock},
    {"h1"sv, kBlock},
    {"h2"sv, kBlock},
    {"h3"sv, kBlock},
    {"h4"sv, kBlock},
    {"h5"sv, kBlock},
    {"h6"sv, kBlock},
    {"head"sv, kNone},
    {"header"sv, kBlock},
    {"hgroup"sv, kBlock, false},
    {"hr"sv, kBlock},
    {"html"sv, kBlock},
    {"i"sv, kInline},
    {"iframe"sv, kNone},
    {"img"sv, kInline},
    {"input"sv, kInline},
    {"li"sv, kBlock},
    {"link"sv, kInline},
    {"main"sv, kBlock},
    {"menu"sv, kBlock, false},
    {"meta"sv, kInline},
    {"nav"sv, kBlock},
    {"noscript"sv, kNone},
    {"object"sv, kBlock},
    {"ol"sv, kBlock},
    {"p"sv, kBlock},
    {"pre"sv, kBlock},
    {"script"sv, kNone},
    {"section"sv, kBlock},
    {"small"sv, kInline},
    {"span"sv, kInline},
    {"strong"sv, kInline},
    {"style"sv, kNone},
    {"sub"sv, kInline},
    {"summary"sv, kBlock, false},
    {"sup"sv, kInline},
    {"svg"sv, kNone, false},
    {"table"sv, kBlock},
    {"tbody"sv, kBlock},
    {"td"sv, kCell},
    {"template"sv, kNone, false},
    {"tfoot"sv, kBlock, false},
    {"th"sv, kCell},
    {"thead"sv, kBlock},
    {"title"sv, kBlock},
    {"tr"sv, kBlock},
    {"u"sv, kInline},
    {"ul"sv, kBlock},
    {"video"sv, kBlock},
};

const KnownTag *find_tag(std::string_view name) {
  const auto *const at = std::lower_bound(
      std::begin(kTags), std::end(kTags), name,
      [](const KnownTag &tag, std::string_view key) { return tag.name < key; });
  return at != std::end(kTags) && at->name == name ? at : nullptr;
}

bool is_looked_for(std::string_view name) {
  const KnownTag *const tag = find_tag(name);
  return tag != nullptr && tag->in_text;
}

// The tag at the start of a text; its end is 0 if there is none. `bare`: with a
// capital and without attributes.
MarkupTag read_tag(std::string_view text, bool &bare) {
  constexpr std::size_t kLongest = 2000;
  bare = false;
  MarkupTag out;
  if (text.substr(0, 4) == "<!--") {
    const std::size_t stop = text.substr(0, kLongest).find("-->");
    if (stop != std::string_view::npos) {
      out.name = "!--";
      out.end = stop + 3;
    }
    return out;
  }
  out.close = text.size() > 1 && text[1] == '/';
  std::size_t at = out.close ? 2 : 1;
  for (; at < text.size() && is_ascii_word(text[at]) && out.name.size() < 11;
       ++at)
    out.name += ascii_lower(text[at]);
  if (!is_looked_for(out.name) || at >= text.size() ||
      (text[at] != ' ' && text[at] != '>' && text[at] != '/' &&
       text[at] != '\n'))
    return {};
  const std::size_t stop = text.substr(0, kLongest).find('>', at);
  if (stop == std::string_view::npos ||
      text.substr(1, stop - 1).find('<') != std::string_view::npos)
    return {};
  // <b and c> is not a tag: after the name comes its end or an attribute.
  const std::string_view inside = text.substr(at, stop - at);
  if (inside.find_first_not_of(" /\n") != std::string_view::npos &&
      inside.find('=') == std::string_view::npos)
    return {};
  out.end = stop + 1;
  bare = !out.close && is_ascii_upper(text[1]) &&
         inside.find('=') == std::string_view::npos;
  return out;
}

// The place of an end tag with this name (in small letters), from `at` on.
std::size_t find_close(std::string_view text, std::string_view name,
                       std::size_t at) {
  for (at = text.find("</", at); at != std::string_view::npos;
       at = text.find("</", at + 2)) {
    const std::string_view there = text.substr(at + 2, name.size());
    if (there.size() == name.size() &&
        std::equal(name.begin(), name.end(), there.begin(),
                   [](char a, char b) { return a == ascii_lower(b); }))
      return at;
  }
  return at;
}

// Appends a stretch; after a break its first blanks go.
void append_piece(std::string_view piece, std::string &out) {
  if (out.empty() || out.back() == '\n')
    piece =
        piece.substr(std::min(piece.find_first_not_of(" \t\n"), piece.size()));
  out += piece;
}

void append_break(std::string_view mark, std::string &out) {
  while (!out.empty() && (out.back() == ' ' || out.back() == '\t'))
    out.pop_back();
  if (mark.size() > 1)
    while (!out.empty() && out.back() == '\n')
      out.pop_back();
  if (!out.empty())
    out += mark;
}

} // namespace

TagKind tag_kind(std::string_view name) {
  const KnownTag *const tag = find_tag(name);
  return tag == nullptr ? TagKind::inside : tag->kind;
}

void find_markup(std::string_view text, std::size_t max,
                 std::vector<MarkupTag> &out) {
  out.clear();
  constexpr std::string_view kOpen = "<![CDATA[";
  constexpr std::string_view kShut = "]]>";
  std::size_t shut = std::string_view::npos; // of the section that is open
  const auto shut_before = [&](std::size_t at) {
    if (shut < at) {
      out.push_back({shut, shut + kShut.size(), "![cdata[", true});
      shut = std::string_view::npos;
    }
  };
  std::size_t at = text.find('<');
  for (; at != std::string_view::npos && out.size() < max;
       at = text.find('<', at)) {
    shut_before(at);
    if (text.substr(at, kOpen.size()) == kOpen) {
      shut = text.find(kShut, at);
      if (shut != std::string_view::npos)
        out.push_back({at, at + kOpen.size(), "![cdata[", false});
      at += kOpen.size();
      continue;
    }
    bool bare = false;
    MarkupTag tag = read_tag(text.substr(at), bare);
    const std::size_t size = tag.end;
    if (size > 0 &&
        (!bare || find_close(text, tag.name, 0) != std::string_view::npos)) {
      tag.begin = at;
      tag.end = at + size;
      out.push_back(std::move(tag));
    }
    at += std::max<std::size_t>(size, 1);
  }
  if (out.size() < max)
    shut_before(at);
}

std::size_t strip_markup(std::string_view text, std::string &out) {
  std::vector<MarkupTag> tags;
  find_markup(text, text.size(), tags);
  if (tags.empty())
    return 0;
  std::string kept;
  std::size_t done = 0;
  for (const MarkupTag &tag : tags) {
    if (tag.begin < done)
      continue; // inside a script
    append_piece(text.substr(done, tag.begin - done), kept);
    done = tag.end;
    const TagKind kind = tag_kind(tag.name);
    if (kind == TagKind::no_text && !tag.close) {
      const std::size_t close = find_close(text, tag.name, done);
      const std::size_t stop =
          close == std::string_view::npos ? close : text.find('>', close);
      if (stop != std::string_view::npos)
        done = stop + 1;
    } else if (kind == TagKind::line) {
      append_break("\n", kept);
    } else if (kind == TagKind::cell) {
      if (!kept.empty() && kept.back() != ' ' && kept.back() != '\n')
        kept += ' ';
    } else if (kind != TagKind::inside) {
      append_break("\n\n", kept);
    }
  }
  append_piece(text.substr(done), kept);
  out = std::string(trim_space(kept));
  return tags.size();
}

} // namespace tritone::text
