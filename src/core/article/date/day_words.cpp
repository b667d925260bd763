// SPDX-License-Identifier: GPL-2.0-or-later
// The one list of these words.
#include "article/date/day_words.h"

#include <algorithm>
#include <iterator>

namespace tritone::article {
namespace {

struct LabelWord {
  DayWord kind;
  std::string_view word;
};

} // namespace

DayWord day_word(std::string_view word) {
  constexpr DayWord first = DayWord::first;
  constexpr DayWord change = DayWord::change;
  constexpr DayWord other = DayWord::other;
  constexpr LabelWord kWords[] = {{first, "published"},
                                  {first, "posted"},
                                  {first, "first"},
                                  {first, "created"},
                                  {first, "issued"},
                                  {first, "released"},
                                  {first, "filed"},
                                  {change, "updated"},
                                  {change, "modified"},
                                  {change, "corrected"},
                                  {change, "changed"},
                                  {change, "revised"},
                                  {other, "date"},
                                  {other, "dated"},
                                  {other, "on"},
                                  {other, "at"},
                                  {other, "last"},
                                  {other, "the"},
                                  {other, "of"},
                                  {other, "edition"},
                                  {other, "final"},
                                  {other, "late"},
                                  {other, "early"},
                                  {other, "morning"},
                                  {other, "evening"},
                                  {other, "release"},
                                  {other, "printed"},
                                  // German
                                  {first, "veröffentlicht"},
                                  {change, "aktualisiert"},
                                  {other, "stand"},
                                  {other, "vom"},
                                  {other, "den"},
                                  {other, "der"},
                                  {other, "um"},
                                  // French
                                  {first, "publié"},
                                  {change, "modifié"},
                                  {other, "mis"},
                                  {other, "jour"},
                                  {other, "le"},
                                  {other, "à"},
                                  {other, "et"},
                                  // Spanish
                                  {first, "publicado"},
                                  {change, "actualizado"},
                                  {other, "el"},
                                  {other, "las"},
                                  {other, "de"},
                                  {other, "del"},
                                  // Italian
                                  {first, "pubblicato"},
                                  {change, "aggiornato"},
                                  {other, "il"},
                                  {other, "alle"},
                                  {other, "ore"},
                                  // Portuguese
                                  {change, "atualizado"},
                                  {other, "em"},
                                  {other, "às"},
                                  {other, "feira"},
                                  // Dutch
                                  {first, "gepubliceerd"},
                                  {change, "bijgewerkt"},
                                  {other, "op"},
                                  {other, "om"},
                                  // of the year, in Russian and Ukrainian
                                  {other, "г"},
                                  {other, "года"},
                                  {other, "р"},
                                  {other, "року"}};
  const auto *const at =
      std::find_if(std::begin(kWords), std::end(kWords),
                   [word](const LabelWord &one) { return one.word == word; });
  return at == std::end(kWords) ? DayWord::none : at->kind;
}

} // namespace tritone::article
