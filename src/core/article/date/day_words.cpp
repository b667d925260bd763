// SPDX-License-Identifier: GPL-2.0-or-later
// The one list of these words.
#include "article/date/day_words.h"

#include <algorithm>
#include <cstddef>
#include <iterator>

namespace tritone::article {
namespace {

struct LabelWord {
  DayWord kind;
  std::string_view word;
};

constexpr DayWord first = DayWord::first;
constexpr DayWord change = DayWord::change;
constexpr DayWord other = DayWord::other;

constexpr LabelWord kEnglish[] = {
    {first, "published"},  {first, "posted"},   {first, "first"},
    {first, "created"},    {first, "issued"},   {first, "released"},
    {first, "filed"},      {first, "uploaded"}, {change, "edited"},
    {change, "amended"},   {change, "updated"}, {change, "modified"},
    {change, "corrected"}, {change, "changed"}, {change, "revised"},
    {other, "date"},       {other, "dated"},    {other, "on"},
    {other, "at"},         {other, "last"},     {other, "the"},
    {other, "of"},         {other, "edition"},  {other, "final"},
    {other, "late"},       {other, "early"},    {other, "morning"},
    {other, "evening"},    {other, "release"},  {other, "printed"},
    {other, "originally"}};

constexpr LabelWord kForeign[] = {
    // German
    {first, "veröffentlicht"},
    {first, "erschienen"},
    {first, "erstellt"},
    {change, "aktualisiert"},
    {change, "geändert"},
    {other, "am"},
    {other, "zuletzt"},
    {other, "stand"},
    {other, "vom"},
    {other, "den"},
    {other, "der"},
    {other, "um"},
    // French
    {first, "publié"},
    {change, "modifié"},
    {other, "mis"},
    {change, "jour"}, // mis à jour
    {other, "mise"},
    {other, "en"},
    {other, "ligne"},
    {other, "le"},
    {other, "à"},
    {other, "et"},
    // Spanish
    {first, "publicado"},
    {change, "actualizado"},
    {change, "modificado"},
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
    // Swedish, Norwegian, Danish
    {first, "publicerad"},
    {first, "publisert"},
    {first, "offentliggjort"},
    {change, "uppdaterad"},
    {change, "oppdatert"},
    {change, "opdateret"},
    // Polish, Russian
    {first, "opublikowano"},
    {change, "zaktualizowano"},
    {first, "опубликовано"},
    {change, "обновлено"},
    // of the year, in Russian and Ukrainian
    {other, "г"},
    {other, "года"},
    {other, "р"},
    {other, "року"}};

template <std::size_t n>
DayWord kind_in(const LabelWord (&words)[n], std::string_view word) {
  const auto *const at =
      std::find_if(std::begin(words), std::end(words),
                   [word](const LabelWord &one) { return one.word == word; });
  return at == std::end(words) ? DayWord::none : at->kind;
}

} // namespace

DayWord day_word(std::string_view word) {
  const DayWord kind = kind_in(kEnglish, word);
  return kind == DayWord::none ? kind_in(kForeign, word) : kind;
}

bool is_day_first_label(std::string_view word) {
  const DayWord kind = kind_in(kForeign, word);
  return kind == DayWord::first || kind == DayWord::change;
}

} // namespace tritone::article
