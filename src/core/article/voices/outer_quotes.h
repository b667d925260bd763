// SPDX-License-Identifier: GPL-2.0-or-later
// The outer quotations of an article, with what their look says about them.
#pragma once

#include "base/config.h"

#include "text/quotes.h"
#include "text/span.h"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace tritone::article {

// An outer quotation.
struct VoiceQuote {
  std::size_t begin, end;
  std::uint32_t words; // between blanks
  bool title;          // written in Title Case
  bool stopped;        // . , ? or ! before its closing mark
  bool closed, goes_on;
  bool speech; // decided by the rules for voices
};

// The outer quotations in the paragraphs given (spans of the text, in order),
// by where they begin; values of attributes (id="12") are none. `out` is
// cleared; `found` is memory that is used again.
void find_outer_quotes(std::string_view text,
                       const std::vector<text::Span> &paragraphs,
                       std::vector<text::Quotation> &found,
                       std::vector<VoiceQuote> &out);

} // namespace tritone::article
