// SPDX-License-Identifier: GPL-2.0-or-later
// The words, marks and quotations of one article as the rules for voices read
// them: each outer quotation is one token, whatever is in it.
#pragma once

#include "base/config.h"

#include "article/voices/outer_quotes.h"
#include "article/voices/roles.h"
#include "text/attribution.h"
#include "text/quotes.h"
#include "text/span.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tritone::article {

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
