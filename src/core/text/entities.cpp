// SPDX-License-Identifier: GPL-2.0-or-later
// The names of HTML characters, and reading references to them.
#include "text/entities.h"

#include "text/ascii.h"
#include "text/windows_1252.h"

#include <algorithm>
#include <iterator>

namespace tritone::text {
namespace {

using namespace std::string_view_literals;

struct Name {
  std::string_view name;
  char32_t value;
};

// Latin-1 from U+00A0 to U+00FF, in order.
constexpr std::string_view kLatin1[] = {
    "nbsp"sv,   "iexcl"sv,  "cent"sv,   "pound"sv,  "curren"sv, "yen"sv,
    "brvbar"sv, "sect"sv,   "uml"sv,    "copy"sv,   "ordf"sv,   "laquo"sv,
    "not"sv,    "shy"sv,    "reg"sv,    "macr"sv,   "deg"sv,    "plusmn"sv,
    "sup2"sv,   "sup3"sv,   "acute"sv,  "micro"sv,  "para"sv,   "middot"sv,
    "cedil"sv,  "sup1"sv,   "ordm"sv,   "raquo"sv,  "frac14"sv, "frac12"sv,
    "frac34"sv, "iquest"sv, "Agrave"sv, "Aacute"sv, "Acirc"sv,  "Atilde"sv,
    "Auml"sv,   "Aring"sv,  "AElig"sv,  "Ccedil"sv, "Egrave"sv, "Eacute"sv,
    "Ecirc"sv,  "Euml"sv,   "Igrave"sv, "Iacute"sv, "Icirc"sv,  "Iuml"sv,
    "ETH"sv,    "Ntilde"sv, "Ograve"sv, "Oacute"sv, "Ocirc"sv,  "Otilde"sv,
    "Ouml"sv,   "times"sv,  "Oslash"sv, "Ugrave"sv, "Uacute"sv, "Ucirc"sv,
    "Uuml"sv,   "Yacute"sv, "THORN"sv,  "szlig"sv,  "agrave"sv, "aacute"sv,
    "acirc"sv,  "atilde"sv, "auml"sv,   "aring"sv,  "aelig"sv,  "ccedil"sv,
    "egrave"sv, "eacute"sv, "ecirc"sv,  "euml"sv,   "igrave"sv, "iacute"sv,
    "icirc"sv,  "iuml"sv,   "eth"sv,    "ntilde"sv, "ograve"sv, "oacute"sv,
    "ocirc"sv,  "otilde"sv, "ouml"sv,   "divide"sv, "oslash"sv, "ugrave"sv,
    "uacute"sv, "ucirc"sv,  "uuml"sv,   "yacute"sv, "thorn"sv,  "yuml"sv};

// Greek from U+0391 to U+03A9 without U+03A2, then U+03B1 to U+03C9.
constexpr std::string_view kGreekCapitals[] = {
    "Alpha"sv,   "Beta"sv, "Gamma"sv, "Delta"sv, "Epsilon"sv,
    "Zeta"sv,    "Eta"sv,  "Theta"sv, "Iota"sv,  "Kappa"sv,
    "Lambda"sv,  "Mu"sv,   "Nu"sv,    "Xi"sv,    "Omicron"sv,
    "Pi"sv,      "Rho"sv,  ""sv,      "Sigma"sv, "Tau"sv,
    "Upsilon"sv, "Phi"sv,  "Chi"sv,   "Psi"sv,   "Omega"sv};
constexpr std::string_view kGreekLetters[] = {
    "alpha"sv,   "beta"sv, "gamma"sv,  "delta"sv, "epsilon"sv,
    "zeta"sv,    "eta"sv,  "theta"sv,  "iota"sv,  "kappa"sv,
    "lambda"sv,  "mu"sv,   "nu"sv,     "xi"sv,    "omicron"sv,
    "pi"sv,      "rho"sv,  "sigmaf"sv, "sigma"sv, "tau"sv,
    "upsilon"sv, "phi"sv,  "chi"sv,    "psi"sv,   "omega"sv};

constexpr Name kNames[] = {
    {"amp"sv, U'&'},      {"quot"sv, U'"'},     {"apos"sv, U'\''},
    {"lt"sv, U'<'},       {"gt"sv, U'>'},       {"OElig"sv, 0x152},
    {"oelig"sv, 0x153},   {"Scaron"sv, 0x160},  {"scaron"sv, 0x161},
    {"Yuml"sv, 0x178},    {"fnof"sv, 0x192},    {"circ"sv, 0x2C6},
    {"tilde"sv, 0x2DC},   {"ensp"sv, 0x2002},   {"emsp"sv, 0x2003},
    {"thinsp"sv, 0x2009}, {"zwnj"sv, 0x200C},   {"zwj"sv, 0x200D},
    {"lrm"sv, 0x200E},    {"rlm"sv, 0x200F},    {"ndash"sv, 0x2013},
    {"mdash"sv, 0x2014},  {"lsquo"sv, 0x2018},  {"rsquo"sv, 0x2019},
    {"sbquo"sv, 0x201A},  {"ldquo"sv, 0x201C},  {"rdquo"sv, 0x201D},
    {"bdquo"sv, 0x201E},  {"dagger"sv, 0x2020}, {"Dagger"sv, 0x2021},
    {"bull"sv, 0x2022},   {"hellip"sv, 0x2026}, {"permil"sv, 0x2030},
    {"prime"sv, 0x2032},  {"Prime"sv, 0x2033},  {"lsaquo"sv, 0x2039},
    {"rsaquo"sv, 0x203A}, {"euro"sv, 0x20AC},   {"trade"sv, 0x2122},
    {"larr"sv, 0x2190},   {"uarr"sv, 0x2191},   {"rarr"sv, 0x2192},
    {"darr"sv, 0x2193},   {"harr"sv, 0x2194},   {"minus"sv, 0x2212},
    {"infin"sv, 0x221E},  {"asymp"sv, 0x2248},  {"ne"sv, 0x2260},
    {"le"sv, 0x2264},     {"ge"sv, 0x2265}};

template <std::size_t N>
char32_t find_in(const std::string_view (&names)[N], std::string_view name,
                 char32_t first) {
  const auto *at = std::find(std::begin(names), std::end(names), name);
  return at == std::end(names)
             ? 0
             : first + static_cast<char32_t>(at - std::begin(names));
}

char32_t by_name(std::string_view name) {
  for (const Name &known : kNames)
    if (known.name == name)
      return known.value;
  if (const char32_t c = find_in(kLatin1, name, 0xA0))
    return c;
  if (const char32_t c = find_in(kGreekCapitals, name, 0x391))
    return c;
  return find_in(kGreekLetters, name, 0x3B1);
}

// The digits of a reference to a character by number, without # and x.
char32_t by_number(std::string_view digits, unsigned base) {
  char32_t value = 0;
  for (const char c : digits) {
    unsigned digit = 16;
    if (is_ascii_digit(c))
      digit = static_cast<unsigned>(c - '0');
    else if (is_ascii_letter(c))
      digit = static_cast<unsigned>(ascii_lower(c) - 'a') + 10;
    if (digit >= base)
      return 0;
    value = value * base + digit; // at most 8 digits: no overflow
  }
  if (value >= 0x80 && value < 0xA0)
    return windows_1252(static_cast<unsigned>(value));
  const bool blank = value == '\t' || value == '\n' || value == '\r';
  if ((value < 0x20 && !blank) || value == 0x7F ||
      (value >= 0xD800 && value < 0xE000) || value > 0x10FFFF)
    return 0;
  return value;
}

} // namespace

Entity read_entity(std::string_view text) {
  constexpr std::size_t kLongest = 10; // &#x10FFFF;
  const std::size_t stop = text.substr(0, kLongest).find(';');
  if (stop == std::string_view::npos || stop < 3 || text[0] != '&')
    return {};
  std::string_view name = text.substr(1, stop - 1);
  char32_t value = 0;
  if (name[0] != '#') {
    value = by_name(name);
  } else {
    name.remove_prefix(1);
    const bool hex = name[0] == 'x' || name[0] == 'X';
    name.remove_prefix(hex ? 1 : 0);
    value = name.empty() ? 0 : by_number(name, hex ? 16 : 10);
  }
  return value == 0 ? Entity{} : Entity{value, stop + 1};
}

} // namespace tritone::text
