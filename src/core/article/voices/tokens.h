// SPDX-License-Identifier: GPL-2.0-or-later
// The words, marks and quotations of one article as the rules for voices read
// them: each outer quotation is one token, whatever is in it.
#pragma once

#include "base/config.h"

#include "text/attribution.h"
#include "text/quotes.h"
#include "text/span.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tritone::article {

// What a word does in a sentence; a word may do several things.
namespace role {
enum : std::uint16_t {
  determiner = 1,   // the, his, many
  preposition = 2,  // in, of
  auxiliary = 4,    // has, will, not, also: between a subject and its verb
  pronoun = 8,      // he, they: the subject of a verb
  object = 16,      // him, us
  relative = 32,    // who, which
  subordinate = 64, // because, if
  conjunction = 128,
  that = 256,
  to = 512,
  time = 1024,       // Monday, yesterday
  adverb = 2048,     // by its end -ly
  possessive = 4096, // Kim's
  be = 8192,         // is, was: what follows may be a passive
  modal = 16384,     // will, to, did: a base form follows
  heading = 32768    // headlined: what comes next is a title
};
} // namespace role

struct VoiceToken {
  enum class Kind : std::uint8_t {
    word,
    number,
    comma,
    colon,
    semicolon,
    dash,
    bracket,
    quote, // an outer quotation, its marks included
    scare  // one that is not speech
  };
  std::uint32_t begin, end; // bytes of the text
  Kind kind;
  bool capital; // of a word; of a quotation: does it end a sentence inside
  std::uint16_t roles;
  text::SayingVerb verb;
  std::uint32_t quote; // its number
};

// Tokens first .. last - 1: a sentence, which never ends inside a quotation.
struct VoiceUnit {
  std::uint32_t first, last;
  std::uint32_t paragraph;
};

// An outer quotation.
struct VoiceQuote {
  std::size_t begin, end;
  std::uint32_t words; // between blanks
  bool title;          // written in Title Case
  bool stopped;        // . , ? or ! before its closing mark
  bool closed, goes_on;
  bool speech; // decided by the rules for voices
};

struct VoiceTokens {
  std::vector<VoiceToken> tokens;
  std::vector<VoiceUnit> units;
  std::vector<VoiceQuote> quotes;
  // Memory that is used again.
  std::vector<text::Quotation> found;
  std::vector<text::Span> sentences;

  std::string_view at(std::string_view text, std::size_t i) const {
    return text.substr(tokens[i].begin, tokens[i].end - tokens[i].begin);
  }
};

// Reads the paragraphs given (spans of the text, in order) into `out`, which is
// cleared. Linear time on any bytes.
void read_voice_tokens(std::string_view text,
                       const std::vector<text::Span> &paragraphs,
                       VoiceTokens &out);

} // namespace tritone::article
