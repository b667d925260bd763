// SPDX-License-Identifier: GPL-2.0-or-later
// Odd characters, damaged encodings, entities and tags: the rules of
// fault_marks.h.
#include "article/checks/fault_marks.h"

#include "text/ascii.h"
#include "text/entities.h"
#include "text/utf8.h"
#include "text/windows_1252.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace tritone::article {
namespace {

using namespace std::string_view_literals;

std::string code_name(char32_t c) {
  constexpr char kHex[] = "0123456789ABCDEF";
  std::string out = "U+";
  for (int shift = c > 0xFFFF ? 20 : 12; shift >= 0; shift -= 4)
    out += kHex[c >> shift & 15];
  return out;
}

bool is_odd(char32_t c) {
  if (c < 0x20 || c == 0x7F)
    return c != '\t' && c != '\n' && c != '\r';
  if (c >= 0x80 && c < 0xA0)
    return text::windows_1252(static_cast<unsigned>(c)) == c;
  return c == 0x200B || c == 0xFEFF || (c >= 0xE000 && c < 0xF900);
}

// May a byte begin an odd character or U+FFFD?
bool may_be_odd(unsigned char byte) {
  return byte < 0x20
             ? byte != '\t' && byte != '\n' && byte != '\r'
             : byte == 0x7F || byte == 0xC2 || byte == 0xE2 || byte >= 0xEE;
}

constexpr std::string_view kTags[] = {
    "a"sv,      "b"sv,          "blockquote"sv, "body"sv,     "br"sv,
    "button"sv, "center"sv,     "code"sv,       "div"sv,      "em"sv,
    "embed"sv,  "figcaption"sv, "figure"sv,     "font"sv,     "footer"sv,
    "form"sv,   "h1"sv,         "h2"sv,         "h3"sv,       "h4"sv,
    "h5"sv,     "h6"sv,         "head"sv,       "header"sv,   "hr"sv,
    "html"sv,   "i"sv,          "iframe"sv,     "img"sv,      "input"sv,
    "li"sv,     "link"sv,       "meta"sv,       "noscript"sv, "object"sv,
    "ol"sv,     "p"sv,          "pre"sv,        "script"sv,   "section"sv,
    "small"sv,  "span"sv,       "strong"sv,     "style"sv,    "sub"sv,
    "sup"sv,    "table"sv,      "tbody"sv,      "td"sv,       "th"sv,
    "thead"sv,  "title"sv,      "tr"sv,         "u"sv,        "ul"sv,
    "video"sv};

struct Tag {
  std::string name;     // "" if there is none
  bool bare = false;    // a capital and no attribute: <F> may be a company
  std::size_t size = 0; // bytes with < and >
};

Tag read_tag(std::string_view text) {
  constexpr std::size_t kLongest = 2000;
  if (text.substr(0, 4) == "<!--") {
    const std::size_t stop = text.substr(0, kLongest).find("-->");
    return stop == std::string_view::npos ? Tag{} : Tag{"!--", false, stop + 3};
  }
  std::size_t at = text.size() > 1 && text[1] == '/' ? 2 : 1;
  Tag out;
  for (; at < text.size() && text::is_ascii_word(text[at]) &&
         out.name.size() < 11;
       ++at)
    out.name += text::ascii_lower(text[at]);
  if (!std::binary_search(std::begin(kTags), std::end(kTags), out.name) ||
      at >= text.size() ||
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
  out.size = stop + 1;
  out.bare = text[1] != '/' && text::is_ascii_upper(text[1]) &&
             inside.find('=') == std::string_view::npos;
  return out;
}

// Is there an end tag with this name (in small letters)?
bool closes(std::string_view text, std::string_view name) {
  for (std::size_t at = text.find("</"); at != std::string_view::npos;
       at = text.find("</", at + 2)) {
    const std::string_view there = text.substr(at + 2, name.size());
    if (there.size() == name.size() &&
        std::equal(name.begin(), name.end(), there.begin(),
                   [](char a, char b) { return a == text::ascii_lower(b); }))
      return true;
  }
  return false;
}

} // namespace

void find_lost_and_odd(std::string_view text, bool in_title,
                       std::vector<Finding> &out) {
  const char *const begin = text.data();
  const char *const end = begin + text.size();
  std::size_t lost = 0;
  std::size_t odd = 0;
  for (const char *p = begin; p < end;) {
    if (!may_be_odd(static_cast<unsigned char>(*p))) {
      ++p;
      continue;
    }
    const text::CodePoint c = text::decode(p, end);
    const auto at = static_cast<std::size_t>(p - begin);
    p += c.size;
    if (c.value == text::kReplacement) {
      if (lost++ < kMaxPlaces)
        out.push_back(
            {Fault::replacement, in_title, at, at + c.size, "U+FFFD"});
    } else if (is_odd(c.value) && odd++ < kMaxPlaces) {
      out.push_back({Fault::odd_character, in_title, at, at + c.size,
                     code_name(c.value)});
    }
  }
}

void find_tags(std::string_view text, bool in_title,
               std::vector<Finding> &out) {
  std::size_t n = 0;
  for (std::size_t at = text.find('<');
       at != std::string_view::npos && n < kMaxPlaces;
       at = text.find('<', at)) {
    Tag tag = read_tag(text.substr(at));
    if (tag.size > 0 && !(tag.bare && !closes(text, tag.name))) {
      ++n;
      out.push_back({Fault::html, in_title, at, at + tag.size,
                     "<" + std::move(tag.name) + ">"});
    }
    at += std::max<std::size_t>(tag.size, 1);
  }
}

} // namespace tritone::article
