// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "base/config.h"

#include "article/source.h"
#include "text/damage.h"
#include "text/lines.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace tritone {

// What may be wrong with one article, told by looking at it alone.
enum class Fault : std::uint8_t {
  replacement,   // U+FFFD: what stood there is lost
  mojibake,      // see text/mojibake.h
  control,       // see text/damage.h
  entity,        // see text/entities.h
  odd_character, // other controls, zero-width blanks, private use
  html,          // tags
  mixed_quotes,  // straight and curly double quotes in one article
  open_quote,    // a quotation without its end, or an end without a beginning
  hard_wraps,    // line ends inside paragraphs: a small letter goes on, twice
  cut_off,       // the story, or a paragraph, ends inside a sentence
  all_caps,      // next to no small letters
  figures        // a table, or a text that is mostly figures
};
constexpr std::size_t kFaults = 12;

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

// Places of one fault in one title or text that are told; there may be more.
constexpr std::size_t kMaxPlaces = 20;

class FaultFinder {
public:
  // Appends what is found, the title's first. Linear time. A missing or empty
  // article has no fault. Quotes, ends, capitals, wraps and figures are looked
  // at in texts only, ends in those of twenty words or more.
  void find(const Article &article, std::vector<Finding> &out);

private:
  void find_characters(std::string_view text, bool in_title,
                       std::vector<Finding> &out);
  void find_layout(std::string_view text, std::vector<Finding> &out);

  std::vector<Damage> damage_;
  std::vector<Line> lines_;
  std::vector<LineBlock> blocks_;
};

// White-space separated words (of ASCII white space).
std::size_t count_blank_words(std::string_view text);

} // namespace tritone
