// SPDX-License-Identifier: GPL-2.0-or-later
// Mojibake is mended, and clean text is left unchanged.
#include "text/mojibake.h"

#include "text/damage.h"
#include "text/windows_1252.h"

#include "text/entities.h"
#include "text/unicode.h"
#include "text/utf8.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace tritone;
using namespace tritone::text;

namespace {

// The text as shown by a reader that takes its UTF-8 for windows-1252, or for
// Latin-1.
std::string damaged(const std::string &text, bool latin1 = false) {
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    append_utf8(out, byte >= 0x80 && byte < 0xA0 && !latin1 ? windows_1252(byte)
                                                            : byte);
  }
  return out;
}

std::string undone(const std::string &text) {
  Mended out;
  return mend(text, out) ? out.text : text;
}

// Clean texts of our own in many languages, with what is easily mistaken for
// damage: letters with accents at closing marks, capitals, odd pairs.
const std::vector<std::string> kClean = {
    "The caf\u00E9 on Tarsk\u2019s quay \u2014 \u201Cclosed\u201D \u2014 "
    "reopens\u2026",
    "Prices rose by 5\u00A0%; the \u20AC20 note (\u00A318) is back.",
    "\u00AB\u00A0Il est arriv\u00E9\u2026\u00A0\u00BB, dit-elle \u00E0 "
    "l\u2019\u00E9t\u00E9.",
    "\u201CIl est arriv\u00E9\u2026\u201D et \u201Cvoil\u00E0\u201D, "
    "\u00AB\u00C9\u00BB, \u00C0\u2026 o\u00F9\u00A0?",
    "L\u2019\u00C9TAT A PARL\u00C9\u201D, ABR\u00C9G\u00C9\u2026",
    "\u00ABVolver\u00E1\u2026\u00BB, dijo \u00C1ngel. \u00BFMa\u00F1ana? "
    "\u00A1S\u00ED! ESPA\u00D1A\u201D",
    "AMANH\u00C3\u201D e a IRM\u00C3\u2026 \u2014 n\u00E3o, a MA\u00C7\u00C3",
    "\u201C\u00C3\u201D \u00E9 uma letra; \u00C9\u2014disse ele\u2014assim.",
    "D\u00FCrre \u2013 \u201EGr\u00FC\u00DFe\u201C aus K\u00F6ln, \u00C4",
    "Havet ved \u00D8\u201D og p\u00E5 \u00C5\u2014s\u00E5.",
    "\u00DA\u017Easn\u00E1 str\u00E1\u017E\u201C, \u201E\u010Di\u017E\u201C "
    "\u00CD\u017E, \u00DD\u0161",
    "Za\u017C\u00F3\u0142\u0107 g\u0119\u015Bl\u0105 ja\u017A\u0144",
    "Ia\u015Fi, \u0218i\u021Ba, \u00C2 \u00EEn ROM\u00C2N\u0102",
    "T\u00FCrkiye\u2019de \u0130\u011Fd\u0131r \u015Ei\u015Fli",
    "Vi\u1EC7t Nam, H\u00E0 N\u1ED9i, \u0110\u00E0 N\u1EB5ng",
    "\u00CDsland og \u00DEing, \u00F0a\u00F0 \u2013 \u00D0\u201D",
    "\u0420\u0435\u043A\u0430 \u0432\u044B\u0448\u043B\u0430 \u0438\u0437 "
    "\u0431\u0435\u0440\u0435\u0433\u043E\u0432 \u2014 \u00ABда\u00BB",
    "\u0397 \u03B2\u03C1\u03BF\u03C7\u03AE \u03AE\u03C1\u03B8\u03B5",
    "\u05D4\u05D2\u05E9\u05DD \u05D1\u05D0",
    "\u0627\u0644\u0645\u0637\u0631 \u062C\u0627\u0621\u060C "
    "\u0646\u0639\u0645",
    "\u092C\u093E\u0930\u093F\u0936 \u0906\u0908",
    "\u0E1D\u0E19\u0E15\u0E01",
    "\u4E0B\u96E8\u4E86\uFF0C\u201C\u6CB3\u6C34\u201D\u4E0A\u6DA8\u3002",
    "\u96E8\u304C\u964D\u3063\u305F\u3002\u30C0\u30E0",
    "\uBE44\uAC00 \uC654\uB2E4",
    "Sun \u2600\uFE0F and rain \U0001F327\uFE0F \U0001F468\u200D\U0001F33E",
    "\u03B1 = 5 \u00B5g, 3 \u00D7 4, 20 \u00B0C, \u00BD cup, \u00A7 3",
    "plain ASCII & nothing else; a &b and AT&T;",
    "e\u0301 o\u0308 in two pieces",
    ""};

} // namespace

TEST_CASE("mojibake: clean texts come back as they are") {
  std::vector<Damage> found;
  for (const std::string &text : kClean) {
    CAPTURE(text);
    find_damage(text, found);
    CHECK(found.empty());
    CHECK(undone(text) == text);
  }
}

TEST_CASE("mojibake: every letter before every closing mark is left alone") {
  const std::u32string marks = U"\u201D\u2019\u2026\u2013\u2014\u00BB\u201C"
                               U"\u00A0\u00AE\u2122\u00B2";
  for (char32_t letter = 0xC0; letter < 0x100; ++letter) {
    if (!is_alphabetic(letter))
      continue;
    for (const char32_t first : marks) {
      // At the end of a word: in capitals for a capital.
      std::string text = is_upper(letter) ? "XX" : "xx";
      append_utf8(text, letter);
      append_utf8(text, first);
      for (const char *rest : {"", " rain", ".", "\u201D", "\u00BB rain"}) {
        const std::string whole = text + rest;
        CAPTURE(whole);
        CHECK(undone(whole) == whole);
      }
    }
  }
}

TEST_CASE("mojibake: undone once and twice, in both readings") {
  for (const std::string &text : kClean) {
    if (is_ascii(text))
      continue;
    for (const bool latin1 : {false, true}) {
      const std::string once = damaged(text, latin1);
      const std::string twice = damaged(once, latin1);
      CAPTURE(text);
      CHECK(once != text);
      CHECK(undone(once) == text);
      CHECK(undone(twice) == text);
      CHECK(undone(damaged(once, !latin1)) == text);
    }
  }
}

TEST_CASE("mojibake: damage inside a text that is clean elsewhere") {
  for (const std::string &text : kClean) {
    if (is_ascii(text))
      continue;
    const std::string mixed =
        "\u201CRain,\u201D he said. It\u00E2\u20AC\u2122s "
        "caf\u00C3\u00A9 weather. " +
        text;
    CAPTURE(text);
    CHECK(undone(mixed) == "\u201CRain,\u201D he said. It\u2019s caf\u00E9 "
                           "weather. " +
                               text);
  }
}

TEST_CASE("mojibake: what lost a byte") {
  CHECK(undone("\u00E2\u20AC\u0153Rain,\u00E2\u20AC he said") ==
        "\u201CRain,\u201D he said");
  CHECK(undone("rain,\u00E2\u20AC\uFFFD he") == "rain,\u201D he");
  CHECK(undone("rain,\u00C2 he said") == "rain,\u00C2 he said");
  CHECK(undone("rain\u00C2 fell") == "rain fell");
  CHECK(undone("10\u00C2 000") == "10 000");
  CHECK(undone("A\u00C2 B") == "A\u00C2 B");
  CHECK(undone("voil\u00C3 l\u00C3\u00A9t\u00C3\u00A9") ==
        "voil\u00E0 l\u00E9t\u00E9");
  CHECK(undone("\u00C3 l\u00C3\u00A9t\u00C3\u00A9") == "\u00E0 l\u00E9t\u00E9");
}
