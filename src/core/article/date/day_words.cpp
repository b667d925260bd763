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
    {other, "року"},
    // Ukrainian, Bulgarian
    {first, "опубліковано"},
    {change, "оновлено"},
    {first, "публикувано"},
    {change, "обновена"},
    {change, "обновено"},
    // Polish, Czech, Slovak, Croatian
    {other, "data"},
    {first, "publikacji"},
    {change, "aktualizacja"},
    {first, "zveřejněno"},
    {first, "publikováno"},
    {first, "vydáno"},
    {change, "aktualizováno"},
    {first, "zverejnené"},
    {first, "publikované"},
    {change, "aktualizované"},
    {first, "objavljeno"},
    {change, "ažurirano"},
    // Finnish, Estonian, Latvian, Lithuanian, Hungarian
    {first, "julkaistu"},
    {change, "päivitetty"},
    {first, "avaldatud"},
    {change, "uuendatud"},
    {first, "publicēts"},
    {change, "atjaunots"},
    {first, "paskelbta"},
    {change, "atnaujinta"},
    {other, "d"},
    {first, "megjelent"},
    {first, "közzétéve"},
    {change, "frissítve"},
    {change, "módosítva"},
    // Dutch, Danish
    {other, "laatst"},
    {first, "publiceret"},
    // Romanian, Catalan, Greek, Turkish
    {first, "publicat"},
    {change, "actualizat"},
    {change, "actualitzat"},
    {first, "δημοσίευση"},
    {first, "δημοσιεύθηκε"},
    {first, "δημοσιεύτηκε"},
    {change, "ενημέρωση"},
    {change, "ενημερώθηκε"},
    {first, "yayınlanma"},
    {first, "yayınlandı"},
    {change, "güncelleme"},
    {change, "güncellenme"},
    {change, "güncellendi"},
    // Indonesian, Vietnamese
    {first, "diterbitkan"},
    {first, "dipublikasikan"},
    {change, "diperbarui"},
    {first, "đăng"},
    {change, "cập"}, // cập nhật
    {other, "nhật"},
    {other, "ngày"},
    {other, "thứ"},
    {other, "hai"},
    {other, "ba"},
    {other, "tư"},
    {other, "năm"},
    {other, "sáu"},
    {other, "bảy"},
    {other, "chủ"},
    {other, "vào"},
    // Arabic, Hebrew, Thai, Hindi
    {first, "نشر"},
    {first, "النشر"},
    {change, "تحديث"},
    {change, "التحديث"},
    {other, "تاريخ"},
    {other, "آخر"},
    {other, "يوم"},
    {other, "في"},
    {other, "م"},
    {first, "פורסם"},
    {change, "עודכן"},
    {other, "יום"},
    {other, "ביום"},
    {other, "שני"},
    {other, "שלישי"},
    {other, "רביעי"},
    {other, "חמישי"},
    {other, "שישי"},
    {other, "שבת"},
    {other, "ראשון"},
    {first, "เผยแพร่"},
    {change, "อัปเดต"},
    {change, "ปรับปรุง"},
    {other, "วันที่"},
    {other, "เมื่อ"},
    {first, "प्रकाशित"},
    {change, "अपडेट"},
    {change, "संशोधित"},
    // Chinese, Japanese, Korean
    {first, "发布"},
    {first, "发布时间"},
    {first, "发布于"},
    {first, "发表于"},
    {first, "發布"},
    {first, "發布時間"},
    {first, "發佈"},
    {change, "更新"},
    {change, "更新时间"},
    {change, "更新於"},
    {change, "更新于"},
    {change, "更新時間"},
    {first, "公開"},
    {first, "公開日"},
    {first, "配信"},
    {first, "掲載"},
    {change, "更新日"},
    {change, "最終更新"},
    {change, "最終更新日"},
    {first, "입력"},
    {first, "등록"},
    {first, "게재"},
    {change, "수정"},
    {change, "업데이트"},
    // weekdays in one character
    {other, "月"},
    {other, "火"},
    {other, "水"},
    {other, "木"},
    {other, "金"},
    {other, "土"},
    {other, "日"},
    {other, "월"},
    {other, "화"},
    {other, "수"},
    {other, "목"},
    {other, "금"},
    {other, "토"},
    {other, "일"},
    // of the year or the day, in Kazakh and Mongolian
    {other, "жыл"},
    {other, "ж"},
    {other, "өдөр"}};

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
