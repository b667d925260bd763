// SPDX-License-Identifier: GPL-2.0-or-later
// Properties of characters.
#include "text/unicode.h"

#include <doctest/doctest.h>

#include <string>

using namespace tritone;
using namespace tritone::text;

TEST_CASE("unicode: properties of single characters") {
  CHECK(std::string(kUnicodeVersion) == "15.0.0");

  CHECK(is_alphabetic('a'));
  CHECK(is_alphabetic(0x00E9));
  CHECK(is_alphabetic(0x65E5)); // inside a First..Last range
  CHECK(is_alphabetic(0xD7A3)); // the last Hangul syllable
  CHECK_FALSE(is_alphabetic('1'));
  CHECK_FALSE(is_alphabetic(0x0301));

  CHECK(is_upper('A'));
  CHECK(is_upper(0x0130));
  CHECK_FALSE(is_upper(0x01C5)); // title case, neither of the two
  CHECK(is_lower(0x00DF));
  CHECK_FALSE(is_lower('A'));

  CHECK(is_space(' '));
  CHECK(is_space(0x00A0));
  CHECK(is_space(0x202F));
  CHECK(is_space(0x2029));
  CHECK_FALSE(is_space(0x200B));

  CHECK(is_digit('7'));
  CHECK(is_digit(0x0669));
  CHECK_FALSE(is_digit(0x00BD));
  CHECK(is_number(0x00BD));
  CHECK(is_mark(0x0301));
  CHECK(is_punctuation(0x201C));
  CHECK(is_symbol(0x20AC));
  CHECK(is_symbol(0xFFFD));
  CHECK(is_pictographic(0x1F600));
  CHECK_FALSE(is_pictographic('#'));
}

TEST_CASE("unicode: lower case") {
  CHECK(to_lower('I') == 'i');
  CHECK(to_lower(0x0130) == 'i');
  CHECK(to_lower(0x1E9E) == 0x00DF);
  CHECK(to_lower(0x212A) == 'k');
  CHECK(to_lower(0x10400) == 0x10428);
  CHECK(to_lower('i') == 'i');
  CHECK(to_lower(0x65E5) == 0x65E5);
}

TEST_CASE("unicode: classes for boundaries and normalization") {
  CHECK(word_break('\'') == WordBreak::single_quote);
  CHECK(word_break('"') == WordBreak::double_quote);
  CHECK(word_break('.') == WordBreak::mid_num_let);
  CHECK(word_break(',') == WordBreak::mid_num);
  CHECK(word_break(':') == WordBreak::mid_letter);
  CHECK(word_break('_') == WordBreak::extend_num_let);
  CHECK(word_break(' ') == WordBreak::w_seg_space);
  CHECK(word_break(0x05D0) == WordBreak::hebrew_letter);
  CHECK(word_break(0x30A2) == WordBreak::katakana);
  CHECK(word_break(0x1F1E6) == WordBreak::regional_indicator);
  CHECK(word_break(0x200D) == WordBreak::zwj);
  CHECK(word_break(0x65E5) == WordBreak::other);
  CHECK(sentence_break('.') == SentenceBreak::a_term);
  CHECK(sentence_break('?') == SentenceBreak::s_term);
  CHECK(sentence_break(0x65E5) == SentenceBreak::o_letter);
  CHECK(sentence_break(0x201D) == SentenceBreak::close);
  CHECK(combining_class(0x0301) == 230);
  CHECK(combining_class(0x0323) == 220);
  CHECK(nfc_check(0x0301) == NfcCheck::maybe);
  CHECK(nfc_check(0x0340) == NfcCheck::no);
  CHECK(nfc_check(0x00E9) == NfcCheck::yes);
}

TEST_CASE("unicode: values past the last code point are unassigned") {
  for (char32_t c : {0x10FFFFu, 0x110000u, 0x7FFFFFFFu, 0xFFFFFFFFu}) {
    CHECK(category(c) == Category::other);
    CHECK(word_break(c) == WordBreak::other);
    CHECK_FALSE(is_alphabetic(c));
    CHECK(to_lower(c) == c);
    CHECK(combining_class(c) == 0);
  }
}

TEST_CASE("unicode: totals over all code points") {
  // As stated at the ends of the lists in PropList, DerivedCoreProperties and
  // WordBreakProperty.
  unsigned alphabetic = 0, upper = 0, lower = 0, space = 0, katakana = 0;
  for (char32_t c = 0; c < 0x110000; ++c) {
    alphabetic += is_alphabetic(c);
    upper += is_upper(c);
    lower += is_lower(c);
    space += is_space(c);
    katakana += word_break(c) == WordBreak::katakana;
  }
  CHECK(alphabetic == 137765);
  CHECK(upper == 1951);
  CHECK(lower == 2544);
  CHECK(space == 25);
  CHECK(katakana == 331);
}
