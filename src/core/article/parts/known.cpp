// SPDX-License-Identifier: GPL-2.0-or-later
// Lookup of known lines and words, and the joining of hyphens at line ends.
#include "article/parts/known.h"

#include "article/parts/edge_units.h"
#include "text/fold.h"
#include "text/space.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace tritone::article {
namespace {

// The letters and marks that end at `p`, or begin at it.
std::string_view letters_before(const char *begin, const char *p) {
  const char *at = p;
  while (begin < at) {
    const text::CodePoint point = text::decode_back(begin, at);
    if (!text::is_alphabetic(point.value) && !text::is_mark(point.value))
      break;
    at -= point.size;
  }
  return {at, static_cast<std::size_t>(p - at)};
}

std::string_view letters_behind(const char *p, const char *end) {
  const char *at = p;
  while (at < end) {
    const text::CodePoint point = text::decode(at, end);
    if (!text::is_alphabetic(point.value) && !text::is_mark(point.value))
      break;
    at += point.size;
  }
  return {p, static_cast<std::size_t>(at - p)};
}

// The folded runs of letters of a text.
void collect_words(std::string_view text, StringTable &out) {
  const char *const end = text.data() + text.size();
  for (const char *p = text.data(); p < end;) {
    const std::string_view run = letters_behind(p, end);
    if (!run.empty())
      out.insert(text::folded(run));
    p += run.size();
    if (p < end)
      p += text::decode(p, end).size;
  }
}

// Writes n >= 2 bytes of characters that tokenizing ignores.
void write_invisible(char *at, std::size_t n) {
  if (n % 2 == 1) {
    *at++ = '\xE2'; // U+2060
    *at++ = '\x81';
    *at++ = '\xA0';
    n -= 3;
  }
  for (; n > 0; n -= 2) {
    *at++ = '\xC2'; // U+00AD
    *at++ = '\xAD';
  }
}

} // namespace

Known::Known(const std::vector<std::string> &lines,
             const std::vector<std::string> &joined) {
  std::string form;
  for (const std::string &line : lines) {
    form.clear();
    append_line_form(line, form);
    if (!form.empty())
      lines_.insert(form);
  }
  for (const std::string &word : joined)
    joined_.insert(text::folded(word));
}

bool Known::is_line(std::string_view unit, std::string &scratch) const {
  if (!may_repeat(unit))
    return false;
  scratch.clear();
  append_line_form(unit, scratch);
  return lines_.find(scratch) != StringTable::kMissing;
}

std::string_view join_hyphens(std::string_view title, std::string_view text,
                              const Known &known, std::string &out) {
  bool copied = false;
  StringTable own; // words of the article, collected at its first hyphen
  const char *const begin = text.data();
  const char *const end = begin + text.size();
  for (std::size_t at = text.find('\n'); at != std::string_view::npos;
       at = text.find('\n', at + 1)) {
    const char *p = begin + at;
    while (begin < p && (p[-1] == ' ' || p[-1] == '\t' || p[-1] == '\r'))
      --p;
    if (begin == p)
      continue;
    const text::CodePoint hyphen = text::decode_back(begin, p);
    if (!text::is_hyphen(hyphen.value))
      continue;
    const char *const first = p - hyphen.size;
    const text::Blanks blanks = text::skip_blanks(p, end);
    const std::string_view left = letters_before(begin, first);
    const std::string_view right = letters_behind(blanks.next, end);
    if (blanks.paragraph || left.empty() || right.empty() ||
        !text::is_cased(text::decode_back(begin, first).value) ||
        !text::is_cased(text::decode(blanks.next, end).value))
      continue;
    const std::string word =
        text::folded(std::string(left) + std::string(right));
    if (!known.is_joined(word)) {
      if (own.empty()) {
        collect_words(title, own);
        collect_words(text, own);
      }
      if (own.find(word) == StringTable::kMissing)
        continue;
    }
    if (!copied)
      out.assign(text);
    copied = true;
    write_invisible(&out[static_cast<std::size_t>(first - begin)],
                    static_cast<std::size_t>(blanks.next - first));
  }
  return copied ? std::string_view(out) : text;
}

} // namespace tritone::article
