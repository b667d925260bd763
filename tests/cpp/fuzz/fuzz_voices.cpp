// SPDX-License-Identifier: GPL-2.0-or-later
// Any bytes as an article with voices: stretches rise, stay inside the text and
// are whole characters, and what comes after a paragraph with lost marks is
// read as if it stood alone.
#include "article/voices/voices.h"
#include "require.h"
#include "text/utf8.h"

#include <string>
#include <string_view>

using namespace tritone;
using namespace tritone::fuzz;
using namespace tritone::article;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data,
                                      std::size_t size) {
  const std::string text = text::repair_utf8(view(data, size)).text;
  VoiceScratch scratch;
  find_voices(text, scratch);
  const auto inside = [&](text::Span span) {
    return span.begin <= span.end && span.end <= text.size() &&
           text::is_valid_utf8(std::string_view(text).substr(
               span.begin, span.end - span.begin));
  };
  std::size_t last = 0;
  for (const VoiceSpan &span : scratch.spans) {
    require(span.begin >= last && span.begin < span.end, "voices rise");
    require(inside({span.begin, span.end}), "voices are whole characters");
    require(inside(span.mention) && inside(span.cue) &&
                inside(span.speaker.name),
            "speakers are whole characters");
    require(span.voice != Voice::narration, "narration is no stretch");
    last = span.end;
  }
  // A lost mark does not reach the second paragraph after it.
  const std::string lost =
      "He said, \u201CWe left.\n\nThe road was closed.\n\n" + text;
  const std::string closed =
      "He said, \u201CWe left.\u201D\n\nThe road was closed.\n\n" + text;
  VoiceScratch other;
  find_voices(lost, scratch);
  find_voices(closed, other);
  require(scratch.spans.size() == other.spans.size(), "as many voices");
  for (std::size_t k = 1; k < scratch.spans.size(); ++k)
    require(scratch.spans[k].begin + 3 == other.spans[k].begin &&
                scratch.spans[k].voice == other.spans[k].voice,
            "the same voices after a lost mark");
  return 0;
}
