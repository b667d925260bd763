// SPDX-License-Identifier: GPL-2.0-or-later
// Reading only some voices of an article: its narration, its quotations.
#pragma once

#include "base/config.h"

#include "article/parts/segments.h"
#include "article/voices/voices.h"

#include <array>
#include <vector>

namespace tritone::article {

// Keeps the stretches of the voices asked for; a title is narration. A stretch
// ends where another voice begins.
class VoiceFilter final : public SegmentFilter {
public:
  void add(Voice voice) { kept_[static_cast<std::size_t>(voice)] = true; }

  void cut(const Article &article, const Known *known,
           std::vector<Segment> &segments) const override;

private:
  std::array<bool, kVoices> kept_{};
};

} // namespace tritone::article
