// SPDX-License-Identifier: GPL-2.0-or-later
// Odd characters, damaged encodings, entities and tags: the rules of
// fault_marks.h.
#include "article/checks/fault_marks.h"

#include "text/ascii.h"
#include "text/entities.h"
#include "text/markup.h"
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
  std::vector<text::MarkupTag> tags;
  text::find_markup(text, kMaxPlaces, tags);
  for (text::MarkupTag &tag : tags)
    out.push_back({Fault::html, in_title, tag.begin, tag.end,
                   "<" + std::move(tag.name) + ">"});
}

} // namespace tritone::article
