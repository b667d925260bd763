// SPDX-License-Identifier: GPL-2.0-or-later
// The lexicon that the tests of the methods of other packages share.
#pragma once

#include "tone/method.h"

namespace tritone::tone {

inline const MethodLexicon &toy() {
  using Kind = ShifterKind;
  static const MethodLexicon lexicon(
      {{"good", 1}, {"bad", -2}, {"good grief", -1}},
      {{"not", Kind::negator},
       {"very", Kind::amplifier},
       {"barely", Kind::downtoner},
       {"but", Kind::adversative},
       {"rose", Kind::direction_up}});
  return lexicon;
}

} // namespace tritone::tone
