// SPDX-License-Identifier: GPL-2.0-or-later
// Cuts segments where voices begin and end.
#include "article/voices/filter.h"

#include <algorithm>
#include <string_view>

namespace tritone::article {

void VoiceFilter::cut(const Article &article, const Known *known,
                      std::vector<Segment> &segments) const {
  thread_local VoiceScratch scratch;
  thread_local std::vector<Segment> out;
  find_voice_spans(article.text, scratch, known);
  out.clear();
  const auto keep = [&](const Segment &segment, std::size_t begin,
                        std::size_t end, Voice voice) {
    begin = std::max(begin, segment.begin);
    end = std::min(end, segment.begin + segment.text.size());
    if (begin < end && kept_[static_cast<std::size_t>(voice)])
      out.push_back({segment.in_title, begin,
                     segment.text.substr(begin - segment.begin, end - begin)});
  };
  for (const Segment &segment : segments) {
    const std::size_t end = segment.begin + segment.text.size();
    std::size_t at = segment.begin;
    for (const VoiceSpan &span : scratch.spans) {
      if (segment.in_title || span.end <= at)
        continue;
      if (span.begin >= end)
        break;
      keep(segment, at, span.begin, Voice::narration);
      keep(segment, span.begin, span.end, span.voice);
      at = span.end;
    }
    keep(segment, at, end, Voice::narration);
  }
  segments = out;
}

} // namespace tritone::article
