// SPDX-License-Identifier: GPL-2.0-or-later
// What may be wrong with one article, and where: what every rule of the check
// (fault_*.h) reports.
#pragma once

#include "base/config.h"

#include <cstddef>
#include <cstdint>
#include <string>

namespace tritone::article {

enum class Fault : std::uint8_t {
  replacement,   // U+FFFD: a character was lost there
  mojibake,      // see text/mojibake.h
  control,       // see text/damage.h
  entity,        // see text/entities.h
  odd_character, // other controls, zero-width blanks, private use
  html,          // tags
  mixed_quotes,  // straight and curly double quotes in one article
  open_quote,    // a quotation without its end, or an end without a beginning
  hard_wraps,    // line ends inside paragraphs, two before a small letter
  cut_off,       // the story, or a paragraph, ends inside a sentence
  all_caps,      // hardly any small letters
  lower_case,    // hardly any capitals
  no_stops,      // hardly any sentence ends with a mark
  figures        // a table, or a text that is mostly figures
};
constexpr std::size_t kFaults = 14;

// "replacement", "mojibake", ...: the names users see.
const char *fault_name(Fault fault);

struct Finding {
  static constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

  Fault fault;
  bool in_title;
  std::size_t begin; // bytes of the title or the text; kNowhere: all of it
  std::size_t end;
  std::string detail; // what was found, for people; valid UTF-8
};

// Max places that are reported of one fault in one title or text; there may
// be more.
constexpr std::size_t kMaxPlaces = 20;

} // namespace tritone::article
