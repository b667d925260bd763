// SPDX-License-Identifier: GPL-2.0-or-later
// Who speaks in one article: its direct quotations, reported speech and
// reported thought, each with its speaker. What is none of these is narration.
#pragma once

#include "base/config.h"

#include "article/parts/parts.h"
#include "article/voices/clauses.h"
#include "article/voices/speakers.h"
#include "article/voices/tokens.h"
#include "text/span.h"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace tritone::article {

enum class Voice : std::uint8_t { narration, direct, reported, thought };
constexpr std::size_t kVoices = 4;

// "narration", "direct", ...: the names users write.
const char *voice_name(Voice voice);

// A stretch of the text in somebody else's voice, in bytes.
struct VoiceSpan {
  static constexpr std::size_t kNobody = static_cast<std::size_t>(-1);

  std::size_t begin, end;
  Voice voice;
  bool continued;     // goes on the quotation of the paragraph before
  bool unclosed;      // a quotation without its closing mark
  text::Span mention; // of the speaker; empty where the text does not say
  Speaker speaker;    // whom the mention stands for
  text::Span cue;     // the verb; empty where a sentence before has it
};

struct VoiceScratch {
  PartScratch parts;
  std::vector<text::Span> paragraphs;
  VoiceTokens tokens;
  std::vector<VoiceClause> clauses;
  std::vector<std::int32_t> owner; // of each token of a sentence: its clause
  std::vector<text::Span> mentions;
  std::vector<Speaker> speakers;
  std::vector<VoiceSpan> spans; // the result
};

// The stretches of an article's text that are somebody's words or thoughts, in
// order and disjoint, in scratch.spans. Only the lead and the body are read.
// A direct quotation has its marks; one inside another belongs to that one. A
// quotation over several paragraphs has one span in each. A mark without its
// partner changes nothing after its own paragraph. Linear time on any bytes.
void find_voices(std::string_view text, VoiceScratch &scratch,
                 const Known *known = nullptr);

// The same stretches for callers who do not ask whom a mention stands for: each
// has a Speaker of basis none.
void find_voice_spans(std::string_view text, VoiceScratch &scratch,
                      const Known *known = nullptr);

} // namespace tritone::article
