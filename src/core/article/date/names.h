// SPDX-License-Identifier: GPL-2.0-or-later
// Names of months and weekdays in languages other than English, as the metadata
// of articles has them.
#pragma once

#include "base/config.h"

#include <string_view>

namespace tritone::article {

// 1 .. 12 for the name of a month, in full or shortened, in any case and
// without a full stop, in one of these languages; else 0. Words of one name
// have one blank between them. The listopad of Croatian, its October, is
// November here, as in Czech and Polish.
//   Afrikaans, Albanian, Arabic, Armenian, Azerbaijani, Basque, Belarusian,
//   Bengali, Bosnian, Bulgarian, Burmese, Catalan, Croatian, Czech, Danish,
//   Dutch, Esperanto, Estonian, Filipino, Finnish, French, Galician, Georgian,
//   German, Greek, Gujarati, Hebrew, Hindi, Hungarian, Icelandic, Indonesian,
//   Irish, Italian, Kannada, Kazakh, Khmer, Lao, Latvian, Lithuanian,
//   Macedonian, Malay, Malayalam, Maltese, Marathi, Nepali, Norwegian, Persian
//   (of Gregorian months), Polish, Portuguese, Punjabi, Romanian, Russian,
//   Serbian, Slovak, Slovenian, Spanish, Swahili, Swedish, Tamil, Telugu, Thai,
//   Turkish, Ukrainian, Urdu, Uzbek, Vietnamese, Welsh
int foreign_month_number(std::string_view word);

// 1 .. 7, from Monday, for the full name of a weekday in most of these
// languages, in Chinese, Japanese and Korean, or for its two letters in
// Russian; else 0.
int foreign_weekday_number(std::string_view word);

} // namespace tritone::article
