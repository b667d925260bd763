// SPDX-License-Identifier: GPL-2.0-or-later
// Paragraphs, against a slow search for blank lines.
#include "article/parts/paragraphs.h"

#include "text/space.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace tritone;
using namespace tritone::text;
using namespace tritone::article;

namespace {

std::string paragraphs(std::string_view text) {
  std::vector<Span> spans{{3, 4}};
  find_paragraphs(text, spans);
  std::string out;
  for (const Span span : spans) {
    out += '<';
    out += piece(text, span);
    out += '>';
  }
  return out;
}

// The same, by looking at every character.
std::string slow_paragraphs(std::string_view text) {
  const char *const end = text.data() + text.size();
  std::string out;
  std::string paragraph;
  for (const char *p = text.data(); p < end;) {
    const Blanks blanks = skip_blanks(p, end);
    if (blanks.next == p) {
      const CodePoint point = decode(p, end);
      paragraph.append(p, point.size);
      p += point.size;
      continue;
    }
    if (!paragraph.empty() && (blanks.paragraph || blanks.next == end)) {
      out += '<' + paragraph + '>';
      paragraph.clear();
    } else if (!paragraph.empty()) {
      paragraph.append(p, blanks.next);
    }
    p = blanks.next;
  }
  return paragraph.empty() ? out : out + '<' + paragraph + '>';
}

} // namespace

TEST_CASE("paragraphs: blank lines divide them") {
  CHECK(paragraphs("").empty());
  CHECK(paragraphs(" \n\n \u00A0\n").empty());
  CHECK(paragraphs("One") == "<One>");
  CHECK(paragraphs(" One \n two \n\n\n three\n") == "<One \n two><three>");
  CHECK(paragraphs("One\n \t\nTwo\r\n\r\nThree\r\rFour") ==
        "<One><Two><Three><Four>");
  CHECK(paragraphs("One\u2028line\u2029Two\u0085\u0085Three") ==
        "<One\u2028line><Two><Three>");
  CHECK(paragraphs("\nOne\n\n") == "<One>");
}

TEST_CASE("paragraphs: as by looking at every character") {
  const std::vector<std::string> pieces{
      "a",      " ",      "\n",     "\n\n", "\r\n",   "\r",   "\u00A0",
      "\u2028", "\u2029", "\u0085", "b.",   "\u201C", "\xFF", "\t"};
  std::uint32_t state = 7;
  for (int round = 0; round < 4000; ++round) {
    std::string text;
    for (int i = 0; i < 9; ++i) {
      state = state * 1664525U + 1013904223U;
      text += pieces[(state >> 16) % (round % 2 == 0 ? pieces.size() : 4)];
    }
    CHECK_MESSAGE(paragraphs(text) == slow_paragraphs(text), text);
  }
}
