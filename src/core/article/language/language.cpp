// SPDX-License-Identifier: GPL-2.0-or-later
// Counts the scripts, words and letters of a text, and decides by the counts.
#include "article/language/language.h"

#include "article/language/language_marks.h"
#include "text/ascii.h"
#include "text/fold.h"
#include "text/unicode.h"
#include "text/utf8.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace tritone::article {
namespace {

using language_detail::kMaxWords;
using language_detail::Mark;
using language_detail::marks;
using language_words::kLatin;
using language_words::kLatinLanguages;

// --- what is counted --------------------------------------------------------

enum class Script : std::uint8_t {
  latin,
  cyrillic,
  greek,
  hebrew,
  arabic,
  devanagari,
  thai,
  han,
  kana,
  hangul,
  other
};
constexpr std::size_t kScripts = 11;

Script script_of(char32_t c) {
  if (c < 0x250 || (c >= 0x1E00 && c < 0x1F00))
    return Script::latin;
  if (c < 0x370)
    return Script::other;
  if (c < 0x400 || (c >= 0x1F00 && c < 0x2000))
    return Script::greek;
  if (c < 0x530)
    return Script::cyrillic;
  if (c >= 0x590 && c < 0x600)
    return Script::hebrew;
  if ((c >= 0x600 && c < 0x780) || (c >= 0xFB50 && c < 0xFF00))
    return Script::arabic;
  if (c >= 0x900 && c < 0x980)
    return Script::devanagari;
  if (c >= 0xE00 && c < 0xE80)
    return Script::thai;
  if (c >= 0x3040 && c < 0x3100)
    return Script::kana;
  if ((c >= 0x3400 && c < 0xA000) || (c >= 0x20000 && c < 0x32000))
    return Script::han;
  if (c >= 0xAC00 && c < 0xD7B0)
    return Script::hangul;
  return Script::other;
}

// Letters that only some languages of a script have, by code point.
struct Telling {
  char32_t letter;
  const char *code;
};
constexpr Telling kCyrillic[] = {
    {0x44B, "ru"}, {0x44D, "ru"}, {0x451, "ru"}, {0x456, "uk"}, {0x457, "uk"},
    {0x454, "uk"}, {0x491, "uk"}, {0x45E, "be"}, {0x44A, "bg"}, {0x458, "sr"},
    {0x459, "sr"}, {0x45A, "sr"}, {0x452, "sr"}, {0x45B, "sr"}, {0x453, "mk"},
    {0x45C, "mk"}, {0x455, "mk"}};
constexpr Telling kArabic[] = {
    {0x67E, "fa"}, {0x686, "fa"}, {0x698, "fa"}, {0x6AF, "fa"}, {0x6A9, "fa"},
    {0x6CC, "fa"}, {0x679, "ur"}, {0x688, "ur"}, {0x691, "ur"}, {0x6D2, "ur"},
    {0x6BE, "ur"}, {0x629, "ar"}, {0x643, "ar"}, {0x64A, "ar"}, {0x649, "ar"}};

struct Counts {
  std::array<std::size_t, kScripts> letters{};
  std::array<double, kLatinLanguages> latin{};
  std::size_t words = 0; // of Latin script
  std::array<std::size_t, std::size(kCyrillic)> cyrillic{};
  std::array<std::size_t, std::size(kArabic)> arabic{};

  std::array<std::size_t, kLatinLanguages> different{}; // words among them
  std::bitset<kMaxWords> seen;

  void add(const Mark *mark) {
    if (mark == nullptr)
      return;
    const bool fresh = mark->is_word && !seen[mark->id];
    if (fresh)
      seen.set(mark->id);
    std::size_t l = 0;
    for (std::uint32_t left = mark->languages; left != 0; left >>= 1, ++l)
      if ((left & 1U) != 0) {
        latin[l] += static_cast<double>(mark->weight);
        different[l] += fresh;
      }
  }
};

template <std::size_t N>
void tally(const Telling (&telling)[N], std::array<std::size_t, N> &counts,
           char32_t c) {
  for (std::size_t i = 0; i < N; ++i)
    counts[i] += telling[i].letter == c;
}

void count_letter(char32_t c, std::string_view bytes, Counts &out) {
  const Script script = script_of(c);
  ++out.letters[static_cast<std::size_t>(script)];
  const char32_t small = text::to_lower(c);
  if (script == Script::cyrillic)
    tally(kCyrillic, out.cyrillic, small);
  else if (script == Script::arabic)
    tally(kArabic, out.arabic, small);
  else if (script == Script::latin && small == c)
    out.add(marks().letter(bytes));
}

// Is a single letter a word, not an initial (N.Y.) or an ending ('s)? Endings
// of two letters ('ll) are not words either.
bool stands_alone(const char *begin, const char *word, const char *stop,
                  const char *end) {
  const std::size_t size = static_cast<std::size_t>(stop - word);
  const bool behind_apostrophe =
      word > begin && text::is_apostrophe(text::decode_back(begin, word).value);
  if (size > 2 || static_cast<unsigned char>(*word) >= 0x80)
    return true;
  const bool initial = size == 1 && (text::is_ascii_upper(*word) ||
                                     (stop < end && *stop == '.'));
  return !behind_apostrophe && !initial;
}

// The word in letters that begins at p; returns its end.
const char *read_word(const char *text, const char *p, const char *end,
                      std::string &folded, Counts &out) {
  const char *const begin = p;
  bool ascii = true;
  bool latin = true;
  while (p < end) {
    const char *const run = p;
    while (p < end && text::is_ascii_letter(*p))
      ++p;
    out.letters[static_cast<std::size_t>(Script::latin)] +=
        static_cast<std::size_t>(p - run);
    if (p == end || static_cast<unsigned char>(*p) < 0x80)
      break;
    const text::CodePoint c = text::decode(p, end);
    if (!(text::is_alphabetic(c.value) || text::is_mark(c.value)))
      break;
    ascii = false;
    latin = latin &&
            (script_of(c.value) == Script::latin || text::is_mark(c.value));
    count_letter(c.value, {p, c.size}, out);
    p += c.size;
  }
  if (!latin || p == begin)
    return p;
  if (!stands_alone(text, begin, p, end))
    return p;
  ++out.words;
  const std::string_view word(begin, static_cast<std::size_t>(p - begin));
  constexpr std::size_t kLongest = 16; // no common word is longer
  if (word.size() > kLongest)
    return p;
  if (ascii) {
    char small[kLongest];
    for (std::size_t i = 0; i < word.size(); ++i)
      small[i] = text::ascii_lower(word[i]);
    out.add(marks().word({small, word.size()}));
    return p;
  }
  folded.clear();
  text::append_folded(word, folded);
  out.add(marks().word(folded));
  return p;
}

// `text` begins and ends where words do.
void count_text(std::string_view text, Counts &out) {
  const char *p = text.data();
  const char *const end = p + text.size();
  std::string folded;
  while (p < end) {
    const char *const stop = read_word(text.data(), p, end, folded, out);
    if (stop != p) {
      p = stop;
      continue;
    }
    if (static_cast<unsigned char>(*p) < 0x80) {
      ++p;
      continue;
    }
    const text::CodePoint c = text::decode(p, end);
    if (c.value == 0xBF || c.value == 0xA1)
      out.add(marks().letter({p, c.size}));
    p += c.size;
  }
}

// --- what the counts mean ---------------------------------------------------

Language by_words(const Counts &counts) {
  std::size_t best = 0;
  for (std::size_t l = 1; l < kLatinLanguages; ++l)
    if (counts.latin[l] > counts.latin[best])
      best = l;
  double second = 0;
  for (std::size_t l = 0; l < kLatinLanguages; ++l)
    if (l != best)
      second = std::max(second, counts.latin[l]);
  constexpr std::size_t kFewestWords = 6;
  constexpr double kFewestHits = 1.5;
  constexpr double kMinShare = 0.10; // of the words
  constexpr double kLead = 1.25;
  constexpr std::size_t kFewest = 3; // different words
  const double most = counts.latin[best];
  if (counts.words < kFewestWords || most < kFewestHits ||
      most < kMinShare * static_cast<double>(counts.words) ||
      most < kLead * second ||
      counts.different[best] < (counts.words < 40 ? kFewest : 2 * kFewest))
    return {};
  return {kLatin[best].code, (most - second) / most};
}

// The language with most of its own letters; `usual` if there are none.
template <std::size_t N>
Language by_letters(const Telling (&telling)[N],
                    const std::array<std::size_t, N> &counts,
                    const char *usual) {
  std::vector<std::pair<std::string_view, std::size_t>> sums;
  std::size_t all = 0;
  for (std::size_t i = 0; i < N; ++i) {
    const std::string_view code = telling[i].code;
    auto at = std::find_if(sums.begin(), sums.end(),
                           [&](const auto &sum) { return sum.first == code; });
    if (at == sums.end())
      at = sums.insert(sums.end(), {code, 0});
    at->second += counts[i];
    all += counts[i];
  }
  const auto best = std::max_element(
      sums.begin(), sums.end(),
      [](const auto &a, const auto &b) { return a.second < b.second; });
  if (all == 0)
    return {usual, 0.5};
  return {best->first.data(),
          static_cast<double>(best->second) / static_cast<double>(all)};
}

Language by_script(Script script, const Counts &counts) {
  switch (script) {
  case Script::latin:
    return by_words(counts);
  case Script::cyrillic:
    return by_letters(kCyrillic, counts.cyrillic, "ru");
  case Script::arabic:
    return by_letters(kArabic, counts.arabic, "ar");
  case Script::greek:
    return {"el", 1};
  case Script::hebrew:
    return {"he", 1};
  case Script::devanagari:
    return {"hi", 1};
  case Script::thai:
    return {"th", 1};
  case Script::hangul:
    return {"ko", 1};
  case Script::han:
    return {"zh", 1};
  case Script::kana:
    return {"ja", 1};
  default:
    return {};
  }
}

Language told_by(const Counts &counts) {
  auto letters = counts.letters;
  // Japanese is written in both, Chinese without kana.
  auto &han = letters[static_cast<std::size_t>(Script::han)];
  auto &kana = letters[static_cast<std::size_t>(Script::kana)];
  if (kana * 20 >= han)
    kana += std::exchange(han, 0);
  else
    han += std::exchange(kana, 0);
  std::size_t all = 0;
  for (const std::size_t n : letters)
    all += n;
  const auto most = std::max_element(letters.begin(), letters.end());
  constexpr std::size_t kFewestLetters = 4;
  if (all < kFewestLetters || *most * 2 <= all)
    return {};
  Language out = by_script(static_cast<Script>(most - letters.begin()), counts);
  out.score *= static_cast<double>(*most) / static_cast<double>(all);
  return out;
}

// The start of a text that is read: up to the last blank among `bytes` bytes.
std::string_view piece(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes)
    return text;
  const std::size_t blank = text.substr(0, bytes).find_last_of(" \n");
  if (blank != std::string_view::npos)
    return text.substr(0, blank);
  while (bytes > 0 &&
         (static_cast<unsigned char>(text[bytes]) & 0xC0U) == 0x80U)
    --bytes;
  return text.substr(0, bytes);
}

} // namespace

Language language_of(const Article &article) {
  constexpr std::size_t kFirstBytes = 320; // enough for most
  constexpr double kClear = 0.6;
  Counts counts;
  const std::string_view first = piece(article.text, kFirstBytes);
  count_text(first, counts);
  Language out = told_by(counts);
  if (*out.code != '\0' && out.score >= kClear)
    return out;
  if (first.size() < article.text.size()) {
    count_text(
        piece(article.text.substr(first.size()), kLanguageBytes - first.size()),
        counts);
    out = told_by(counts);
  }
  if (*out.code != '\0' || article.title.empty())
    return out;
  count_text(piece(article.title, kLanguageBytes), counts);
  return told_by(counts);
}

} // namespace tritone::article
