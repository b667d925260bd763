// SPDX-License-Identifier: GPL-2.0-or-later
// Names of months and weekdays in languages other than English, as the metadata
// of articles has them.
#pragma once

#include "base/config.h"

#include <string_view>

namespace tritone::article {

// 1 .. 12 for the name of a month, in full or shortened, in any case and
// without a full stop, in one of these languages; else 0. Croatian is none of
// them: its listopad is October, and November in Czech and Polish.
//   Bulgarian, Catalan, Czech, Danish, Dutch, Estonian, Finnish,
//   French, German, Greek, Hungarian, Indonesian, Italian, Latvian, Lithuanian,
//   Norwegian, Polish, Portuguese, Romanian, Russian, Slovak, Slovenian,
//   Spanish, Swedish, Turkish, Ukrainian
int foreign_month_number(std::string_view word);

// 1 .. 7, from Monday, for the full name of a weekday in one of these
// languages, or for its two letters in Russian; else 0.
int foreign_weekday_number(std::string_view word);

} // namespace tritone::article
