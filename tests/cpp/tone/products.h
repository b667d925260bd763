// SPDX-License-Identifier: GPL-2.0-or-later
// What the shifters of a small lexicon multiply the hits of a text by.
#pragma once

#include "tone/lexicon.h"
#include "tone/score.h"

#include <string>
#include <vector>

namespace tritone::tone {

inline const Lexicon &rules() {
  using Kind = ShifterKind;
  static const Lexicon lexicon({{"good", 2},
                                {"won", 2},
                                {"hope", 2},
                                {"better", 2},
                                {"bitter", -2},
                                {"bad", -2},
                                {"war", -2},
                                {"worse", -2}},
                               {{"not", Kind::negator, -0.5},
                                {"couldn't", Kind::negator, -0.5},
                                {"never", Kind::negator, -0.5},
                                {"no", Kind::negator, -0.5},
                                {"nothing", Kind::negator, -0.5},
                                {"no one", Kind::negator, -0.5},
                                {"none", Kind::negator, -0.5},
                                {"neither", Kind::negator, -0.5},
                                {"nor", Kind::negator, -0.5},
                                {"without", Kind::negator, -0.5},
                                {"ever", Kind::amplifier, 1.5},
                                {"however", Kind::adversative, 1.25},
                                {"prevent", Kind::shifter, -0.5},
                                {"deaths", Kind::bad_up, -2},
                                {"rise", Kind::direction_up, 1}});
  return lexicon;
}

// What shifters multiply each hit of a text by.
inline std::vector<double> products(const std::string &text) {
  article::Article article;
  article.text = text;
  ToneOptions options;
  options.keep_hits = true;
  NullMonitor monitor;
  const ToneScores scores = tone_score(article::MemorySource({article}),
                                       rules(), options, 1, monitor);
  std::vector<double> out;
  for (const ToneHit &hit : scores.hits)
    out.push_back(hit.product);
  return out;
}

using All = std::vector<double>;

} // namespace tritone::tone
