// SPDX-License-Identifier: GPL-2.0-or-later
// Trimming, collapsing and counting by white space: see space.h.
#include "text/space.h"

#include "text/ascii.h"

#include <cstddef>

namespace tritone::text {
namespace {

// Is it a character of ASCII that is no white space?
bool is_ascii_ink(char c) {
  return static_cast<unsigned char>(c) < 0x80 && !is_ascii_space(c);
}

// Do both ends need no trimming, whatever is between? Those of most texts.
bool has_ink_at_ends(std::string_view text) {
  return !text.empty() && is_ascii_ink(text.front()) &&
         is_ascii_ink(text.back());
}

} // namespace

std::string_view trim_space(std::string_view text) {
  if (has_ink_at_ends(text))
    return text;
  const char *begin = text.data();
  const char *end = begin + text.size();
  while (begin < end) {
    const CodePoint point = decode(begin, end);
    if (!is_space(point.value))
      break;
    begin += point.size;
  }
  while (begin < end) {
    // Most texts end in ASCII, where nothing need be decoded backwards.
    const auto last = static_cast<unsigned char>(end[-1]);
    const CodePoint point =
        last < 0x80 ? CodePoint{last, 1, true} : decode_back(begin, end);
    if (!is_space(point.value))
      break;
    end -= point.size;
  }
  return {begin, static_cast<std::size_t>(end - begin)};
}

std::string_view trim_break_space(std::string_view text) {
  if (has_ink_at_ends(text))
    return text;
  const char *begin = text.data();
  const char *end = begin + text.size();
  bool blank = true;
  for (const char *p = begin; p < end && blank;) {
    const CodePoint point = decode(p, end);
    blank = is_space(point.value);
    p += point.size;
  }
  if (blank)
    return {begin, 0};
  for (CodePoint point = decode(begin, end); is_break_space(point.value);
       point = decode(begin, end))
    begin += point.size;
  for (CodePoint point = decode_back(begin, end); is_break_space(point.value);
       point = decode_back(begin, end))
    end -= point.size;
  return {begin, static_cast<std::size_t>(end - begin)};
}

std::string collapse_space(std::string_view text) {
  // What needs no change comes first, often all.
  std::size_t same = 0;
  while (same < text.size() &&
         (is_ascii_ink(text[same]) ||
          (text[same] == ' ' && same > 0 && text[same - 1] != ' ')))
    ++same;
  std::string out;
  out.reserve(text.size());
  out.append(text.data(), same);
  const char *const end = text.data() + text.size();
  for (const char *p = text.data() + same; p < end;) {
    const CodePoint point = decode(p, end);
    if (!is_space(point.value))
      out.append(p, point.size);
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
    p += point.size;
  }
  if (!out.empty() && out.back() == ' ')
    out.pop_back();
  return out;
}

std::size_t count_blank_words(std::string_view text) {
  std::size_t n = 0;
  bool inside = false;
  for (const char c : text) {
    const bool blank = is_ascii_space(c);
    n += !blank && !inside;
    inside = !blank;
  }
  return n;
}

} // namespace tritone::text
