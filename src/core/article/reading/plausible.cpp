// SPDX-License-Identifier: GPL-2.0-or-later
// Scores texts by tables of letters, in their order of frequency.
#include "article/reading/plausible.h"

#include "base/math.h"
#include "text/unicode.h"
#include "text/utf8.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <unordered_map>
#include <vector>

namespace tritone::article {
namespace {

enum class Script : std::uint8_t {
  none,
  latin,
  greek,
  cyrillic,
  hebrew,
  arabic,
  thai,
  east
};

Script script_of(char32_t c) {
  if (c < 0x80)
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ? Script::latin
                                                            : Script::none;
  if (c >= 0x3040 && c != 0x30FB && (c < 0xD7B0 || (c >= 0xFF66 && c < 0xFFA0)))
    return Script::east;
  // The vowels of Thai are marks.
  if (c >= 0xE01 && c < 0xE50 && c != 0xE3F)
    return Script::thai;
  if (!text::is_alphabetic(c))
    return Script::none;
  if (c < 0x250)
    return Script::latin;
  if (c >= 0x370 && c < 0x400)
    return Script::greek;
  if (c >= 0x590 && c < 0x700)
    return c < 0x600 ? Script::hebrew : Script::arabic;
  return c >= 0x400 && c < 0x530 ? Script::cyrillic : Script::none;
}

// The letters of a language that are not ASCII, in small letters, the frequent
// ones first; `mass` is the share that they have in its characters that are not
// ASCII, and `signs` that of signs.
struct Alphabet {
  const char *language;
  Script script;
  std::u32string_view letters;
  double mass;
  double signs;
  double rare = 0; // taken from the score: fewer texts are in it
};

constexpr Alphabet kAlphabets[] = {
    {"English", Script::latin, U"éñüöáíèçïóêâëøåä", 0.15, 0.8},
    {"French", Script::latin, U"éàèêçôâîûùïœëüæ", 0.75, 0.22},
    {"German", Script::latin, U"üäößéèàê", 0.78, 0.2},
    {"Spanish", Script::latin, U"óíáéñúü", 0.75, 0.22},
    {"Portuguese", Script::latin, U"ãçáéóíêõâúàôü", 0.78, 0.2},
    {"Italian", Script::latin, U"èàùòìéî", 0.7, 0.28},
    {"Catalan", Script::latin, U"óàéèíòçúïü", 0.75, 0.22, 2.0},
    {"Dutch", Script::latin, U"ëéïöèüê", 0.5, 0.45, 1.0},
    {"Swedish", Script::latin, U"äåöéü", 0.85, 0.14, 1.0},
    {"Danish", Script::latin, U"åøæéöä", 0.85, 0.14, 1.0},
    {"Icelandic", Script::latin, U"íáðéóöúþæý", 0.93, 0.05, 3.0},
    {"Polish", Script::latin, U"łęąóżśćńź", 0.9, 0.09},
    {"Czech", Script::latin, U"íáěéýřčžšůúňťďó", 0.94, 0.05},
    {"Slovak", Script::latin, U"áíéčýžúšťľôňäóďĺŕ", 0.94, 0.05, 1.5},
    {"Hungarian", Script::latin, U"áéőöóíúüű", 0.94, 0.05, 1.0},
    {"Romanian", Script::latin, U"ăîâșțşţ", 0.92, 0.07, 1.0},
    {"Croatian", Script::latin, U"čšžćđ", 0.92, 0.07, 1.0},
    {"Turkish", Script::latin, U"ıüşöçğİâî", 0.94, 0.05},
    {"Estonian", Script::latin, U"äõüöšž", 0.92, 0.07, 1.5},
    {"Latvian", Script::latin, U"āīēšņūžļčģķ", 0.95, 0.04, 1.0},
    {"Lithuanian", Script::latin, U"ėųšįžąčūęž", 0.95, 0.04, 1.0},
    {"Greek", Script::greek, U"αοιετσνηυρπκμλςίόάγδήέωθχύώφβξζψϊϋΐΰ", 0.97,
     0.025},
    {"Russian", Script::cyrillic, U"оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё", 0.97,
     0.025},
    {"Ukrainian", Script::cyrillic, U"оаинвітерслкдмупязьбгчйхцшжюєїщфґ", 0.97,
     0.025},
    {"Belarusian", Script::cyrillic, U"аніоерстклявыцдпмузьўбгйшчэхжёюф", 0.95,
     0.025, 6.0},
    {"Bulgarian", Script::cyrillic, U"аиоетнрсвлкдпмзгубячъйцщхжшюьф", 0.95,
     0.025, 6.0},
    {"Serbian", Script::cyrillic, U"аоиенртсјвкдумлпгзбчшцхжћњђљфџ", 0.95,
     0.025, 6.0},
    {"Macedonian", Script::cyrillic, U"аоиетнрсвкдјлпмузгбчшцхжњќљфѓџѕ", 0.93,
     0.025, 6.0},
    {"Hebrew", Script::hebrew, U"יוהלאתרבמשנעםדקחפכגטצןסזךףץ", 0.97, 0.025,
     2.0},
    {"Arabic", Script::arabic, U"اليمونرتبعدسهفكقأحةجىشصخإطضذءئزثغؤظآ،؟؛", 0.97,
     0.025, 2.0},
    {"Persian", Script::arabic, U"اینردموهتبسشکلزگخعفپقچجحآصط،ضغظثژذئء؟", 0.97,
     0.025, 6.0},
    {"Thai", Script::thai, U"านรอกเง่มยลวดทสัต้ะปบีคิหจแขใ์พไืชโุผ็ูซศณธภญถำฐษฝฟึๆฉฮฎฤฆ",
     0.97, 0.025, 2.0},
    {"simplified Chinese", Script::east,
     U"的一是在不了有人大中国这我上他为来个到时和们年地出说以要会"
     U"就对生可也你下后过多发行家日作开经成现动市进方者部新前报"
     U"业公长将从分本用同学间法场面车员工两其高当记全门机关最没"
     U"应起社问此重民政海三月水加事自电外力理小所",
     0.5, 0.12},
    {"traditional Chinese", Script::east,
     U"的一是在不了有人大中國這我上他為來個到時和們年地出說以要會"
     U"就對生可也你下後過多發行家日作開經成現動市進方者部新前報"
     U"業公長將從分本用同學間法場面車員工兩其高當記全門機關最沒"
     U"應起社問此重民政海三月水加事自電外力理小所",
     0.5, 0.12},
    {"Japanese", Script::east,
     U"のにはたいをとるがしでてなっれらもすりこだまさきめんくあけどせう"
     U"えそつわちみよろかやおょじゃばべげごひ日年大人月本国中出時会前"
     U"一者市事分地上行東新長発生後社合場見度ーンスルトリアイラクッ"
     U"シドレタジフロマコテサバカムメデプグパィ",
     0.72, 0.12},
    {"Korean", Script::east,
     U"이다의는에을가고하한지로기사도를은대시자인서일그니해들있정아나"
     U"리어과수장보제부라전원선상만구공동으했것여소국년주신스연게조면오"
     U"성되관경안진위없적개비세차중마내두",
     0.65, 0.03},
};
constexpr std::size_t kLanguages = std::size(kAlphabets);

// Quotes, dashes and other signs of newspapers, the frequent ones first.
constexpr std::u32string_view kSigns =
    U"\u2019\u201C\u201D\u2013\u2014\u2026\u2018\u00A0\u00AB\u00BB\u201E"
    U"\u20AC\u2116\u00B0\u00A7\u00A3\u00BF\u00A1";
// Those that are rare.
constexpr std::u32string_view kRareSigns =
    U"\u00A9\u00AE\u00B1\u00B2\u00B3\u00BD\u00BC\u00BE\u00B7\u2022\u00D7"
    U"\u2039\u203A\u00B4\u201A\u2020\u2030\u2122\u00BA\u00AA\u00A5\u2032";
// Those of Chinese, Japanese and Korean.
constexpr std::u32string_view kEastSigns =
    U"\uFF0C\u3002\u3001\u201C\u201D\u300C\u300D\uFF1A\u300A\u300B\uFF08"
    U"\uFF09\u3000\uFF1B\uFF1F\uFF01\u00B7\u2014\u2026\u300E\u300F\u30FB"
    U"\u2019\u2018\u3010\u3011\uFF0E\u2015\u203B\uFF5E\u25A0\u25B2\uFF05";

constexpr double kRareSign = 1e-4;
constexpr double kOther = 1e-4;   // a letter of the script, of no alphabet
constexpr double kStrange = 1e-6; // of another script, or no letter
constexpr double kNever = 1e-7;   // controls, unassigned, U+FFFD
constexpr double kAscii = 0.025;
// Of Chinese, Japanese and Korean, one of the thousands of other characters.
constexpr double kOtherEast = 4e-5;
// Below this a character is strange.
constexpr double kHardlyUsed = 2e-5;

double rank_weight(std::size_t rank) {
  return 1.0 / (static_cast<double>(rank) + 3.0);
}

// The logarithms of the probability of each listed character by language.
class Tables {
public:
  Tables() {
    for (std::size_t l = 0; l < kLanguages; ++l) {
      const Alphabet &one = kAlphabets[l];
      add(l, one.letters, one.mass);
      add(l, one.script == Script::east ? kEastSigns : kSigns, one.signs);
    }
  }

  // NULL where no language lists `c`.
  const std::array<float, kLanguages> *find(char32_t c) const {
    const auto found = table_.find(c);
    return found == table_.end() ? nullptr : &found->second;
  }

private:
  std::unordered_map<char32_t, std::array<float, kLanguages>> table_;

  void add(std::size_t language, std::u32string_view characters, double mass) {
    double sum = 0;
    for (std::size_t r = 0; r < characters.size(); ++r)
      sum += rank_weight(r);
    for (std::size_t r = 0; r < characters.size(); ++r) {
      auto &row = table_[characters[r]];
      if (row[language] == 0)
        row[language] = static_cast<float>(mass * rank_weight(r) / sum);
    }
  }
};

const Tables &tables() {
  static const Tables made;
  return made;
}

bool is_control_like(char32_t c) {
  return c == text::kReplacement || (c >= 0x80 && c < 0xA0) ||
         (c >= 0xE000 && c < 0xF900) || c == 0xFFFE || c == 0xFFFF;
}

// The probability of a character that the language `l` does not list.
double unlisted(char32_t c, Script script, std::size_t l) {
  if (is_control_like(c))
    return kNever;
  const Script wanted = kAlphabets[l].script;
  if (script == Script::east && wanted == Script::east) {
    const bool hangul = c >= 0xAC00;
    const bool kana = c < 0x3100 || (c >= 0x31F0 && c < 0x3200);
    const bool korean = l + 1 == kLanguages;
    const bool japanese = l + 2 == kLanguages;
    if (c >= 0xFF00) // narrow katakana
      return kStrange;
    if (hangul)
      return korean ? 2e-4 : kNever;
    if (kana)
      return japanese ? 1e-3 : kStrange;
    return korean ? kStrange : kOtherEast;
  }
  if (wanted == Script::east && c >= 0xFF00 && c < 0xFF60)
    return kRareSign; // wide letters and figures
  if (script == wanted && script != Script::none)
    return kOther;
  if (kRareSigns.find(c) != std::u32string_view::npos ||
      kSigns.find(c) != std::u32string_view::npos)
    return kRareSign;
  return kStrange;
}

// A character and its neighbours.
struct Place {
  char32_t before2, before, c, after;
};

// How much less likely the place of a character makes it.
double place_factor(const Place &at, Script script) {
  const Script before = script_of(at.before);
  const Script after = script_of(at.after);
  if (script == Script::none) {
    // An apostrophe, a dash or a space may divide two letters; a quote not.
    const bool divides = at.c == 0x2019 || at.c == 0xA0 || at.c == 0x2013 ||
                         at.c == 0x2014 || at.c == 0xB7;
    const bool inside = before != Script::none && after != Script::none &&
                        before != Script::east && after != Script::east;
    return inside && !divides ? 0.02 : 1;
  }
  if (script == Script::east)
    return 1;
  double factor = 1;
  if (before != Script::none && before != script)
    factor *= 0.01;
  if (after != Script::none && after != script && at.after < 0x80)
    factor *= 0.01;
  if (script == Script::latin && before == Script::none &&
      after == Script::none)
    factor *= 0.1;
  const bool upper_before = text::is_upper(at.before);
  if (text::is_upper(at.c))
    factor *= before == Script::none ? 0.1 : upper_before ? 0.15 : 0.002;
  else if (upper_before && text::is_upper(at.before2))
    factor *= 0.05;
  return factor;
}

} // namespace

Plausible plausibility(std::string_view text) {
  std::array<double, kLanguages> scores{};
  std::array<std::size_t, kLanguages> strange{};
  Plausible out;
  double ascii = 0;
  const double log_ascii = math::log(kAscii);
  const char *p = text.data();
  const char *const end = p + text.size();
  Place at{' ', ' ', ' ', ' '};
  const auto take = [&](char32_t c) {
    if (c < 0x80) {
      ascii += log_ascii;
      return;
    }
    ++out.marks;
    out.replacements += c == text::kReplacement;
    const Script script = script_of(c);
    const double factor = place_factor(at, script);
    const auto *row = tables().find(c);
    const auto *small = tables().find(text::to_lower(c));
    for (std::size_t l = 0; l < kLanguages; ++l) {
      double p_c = row != nullptr ? static_cast<double>((*row)[l]) : 0.0;
      if (p_c == 0 && small != nullptr)
        p_c = static_cast<double>((*small)[l]);
      if (p_c == 0)
        p_c = unlisted(c, script, l);
      strange[l] += p_c < kHardlyUsed;
      scores[l] += math::log(p_c * factor);
    }
  };
  bool first = true;
  while (p < end) {
    const text::CodePoint point = text::decode(p, end);
    p += point.size;
    at.after = point.value;
    if (!first)
      take(at.c);
    first = false;
    at = {at.before, at.c, at.after, ' '};
  }
  if (!first)
    take(at.c);
  std::size_t best = 0;
  for (std::size_t l = 0; l < kLanguages; ++l) {
    scores[l] -= out.marks > 0 ? kAlphabets[l].rare : 0;
    if (scores[l] > scores[best])
      best = l;
  }
  out.score = scores[best] + ascii;
  if (out.marks > 0)
    out.mean = scores[best] / static_cast<double>(out.marks);
  out.strange = strange[best];
  out.language = out.marks == 0 ? "" : kAlphabets[best].language;
  return out;
}

std::string telling_lines(std::string_view bytes, std::size_t limit) {
  std::string out;
  for (std::size_t at = 0; at < bytes.size() && out.size() < limit;) {
    const std::size_t stop = bytes.find_first_of("\r\n", at);
    const std::size_t end = std::min(stop, bytes.size() - 1) + 1;
    const std::string_view line = bytes.substr(at, end - at);
    if (std::any_of(line.begin(), line.end(), [](char c) {
          return static_cast<unsigned char>(c) >= 0x80;
        })) {
      // A long line is cut after a byte of ASCII, so as not to cut a character.
      std::size_t take = std::min(line.size(), limit);
      while (take > 1 && take < line.size() &&
             !(static_cast<unsigned char>(line[take - 1]) < 0x40))
        --take;
      out += line.substr(0, take > 1 ? take : std::min(line.size(), limit));
      if (out.back() != '\n')
        out += '\n';
    }
    at = end;
  }
  return out;
}

std::string_view announced_encoding(std::string_view bytes) {
  for (std::size_t at = bytes.find('\x1B'); at != std::string_view::npos;
       at = bytes.find('\x1B', at + 1)) {
    const std::string_view next = bytes.substr(at + 1, 3);
    if (next == "$)C")
      return "ISO-2022-KR";
    if (next.substr(0, 2) == "$B" || next.substr(0, 2) == "$@" ||
        next == "$(D" || next.substr(0, 2) == "(J" || next.substr(0, 2) == "(I")
      return "ISO-2022-JP";
  }
  return {};
}

} // namespace tritone::article
