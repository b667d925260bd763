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

constexpr std::string_view kTags[] = {
    "a"sv,      "article"sv, "aside"sv,    "b"sv,          "blockquote"sv,
    "body"sv,   "br"sv,      "button"sv,   "center"sv,     "code"sv,
    "div"sv,    "em"sv,      "embed"sv,    "figcaption"sv, "figure"sv,
    "font"sv,   "footer"sv,  "form"sv,     "h1"sv,         "h2"sv,
    "h3"sv,     "h4"sv,      "h5"sv,       "h6"sv,         "head"sv,
    "header"sv, "hr"sv,      "html"sv,     "i"sv,          "iframe"sv,
    "img"sv,    "input"sv,   "li"sv,       "link"sv,       "main"sv,
    "meta"sv,   "nav"sv,     "noscript"sv, "object"sv,     "ol"sv,
    "p"sv,      "pre"sv,     "script"sv,   "section"sv,    "small"sv,
    "span"sv,   "strong"sv,  "style"sv,    "sub"sv,        "sup"sv,
    "table"sv,  "tbody"sv,   "td"sv,       "th"sv,         "thead"sv,
    "title"sv,  "tr"sv,      "u"sv,        "ul"sv,         "video"sv};

// Is the name in a list in rising order?
template <std::size_t n>
bool is_in(std::string_view name, const std::string_view (&list)[n]) {
  return std::binary_search(std::begin(list), std::end(list), name);
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
  if (!is_in(out.name, kTags) || at >= text.size() ||
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

bool is_inline(std::string_view name) {
  constexpr std::string_view kInline[] = {
      "!--",  "a",      "b",   "button", "code", "em",   "embed",
      "font", "i",      "img", "input",  "link", "meta", "small",
      "span", "strong", "sub", "sup",    "u"};
  return is_in(name, kInline);
}

// What is left out with the tag.
bool has_no_text(std::string_view name) {
  constexpr std::string_view kNoText[] = {"head", "iframe", "noscript",
                                          "script", "style"};
  return is_in(name, kNoText);
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

void find_markup(std::string_view text, std::size_t max,
                 std::vector<MarkupTag> &out) {
  out.clear();
  for (std::size_t at = text.find('<');
       at != std::string_view::npos && out.size() < max;
       at = text.find('<', at)) {
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
    if (has_no_text(tag.name) && !tag.close) {
      const std::size_t close = find_close(text, tag.name, done);
      const std::size_t stop =
          close == std::string_view::npos ? close : text.find('>', close);
      if (stop != std::string_view::npos)
        done = stop + 1;
    } else if (tag.name == "br") {
      append_break("\n", kept);
    } else if (tag.name == "td" || tag.name == "th") {
      if (!kept.empty() && kept.back() != ' ' && kept.back() != '\n')
        kept += ' ';
    } else if (!is_inline(tag.name)) {
      append_break("\n\n", kept);
    }
  }
  append_piece(text.substr(done), kept);
  out = std::string(trim_space(kept));
  return tags.size();
}

} // namespace tritone::text
