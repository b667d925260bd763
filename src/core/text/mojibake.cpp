// SPDX-License-Identifier: GPL-2.0-or-later
// Finding mojibake: see mojibake.h.
#include "text/mojibake.h"

#include "text/unicode.h"
#include "text/utf8.h"
#include "text/windows_1252.h"

#include <algorithm>
#include <cstring>

namespace tritone::text {
namespace {

constexpr unsigned kNoByte = 256;

// The byte that windows-1252 or Latin-1 reads as `c`, or kNoByte.
unsigned byte_of(char32_t c) {
  if (c < 0x100)
    return static_cast<unsigned>(c);
  for (unsigned byte = 0x80; byte < 0xA0; ++byte)
    if (windows_1252(byte) == c)
      return byte;
  return kNoByte;
}

// A pair, or more, of characters that read as one of UTF-8.
struct Candidate {
  std::size_t begin;
  std::size_t end;
  char32_t value;
  unsigned lead;   // the byte that its first character is read as
  unsigned last;   // the last one
  bool odd;        // its characters do not follow each other in a clean text
  bool sure;       // cannot be read otherwise
  char32_t before; // the character in front of it, 0 at the start
  char32_t after;  // the character after it, 0 at the end
};

// Does no clean text have `c` directly after a letter? Quotes, dashes, marks
// of rights and footnotes, and the letters of windows-1252 that other letters
// are beside, do follow one.
bool is_odd(char32_t c, unsigned byte) {
  if (c >= 0x80 && c < 0xA0)
    return true;
  switch (byte) {
  case 0x83: // ƒ
  case 0x86: // †
  case 0x87: // ‡
  case 0x88: // ˆ
  case 0x89: // ‰
  case 0x98: // ˜
  case 0xA2: // ¢
  case 0xA3: // £
  case 0xA4: // ¤
  case 0xA5: // ¥
  case 0xA6: // ¦
  case 0xA8: // ¨
  case 0xAC: // ¬
  case 0xAF: // ¯
  case 0xB1: // ±
  case 0xB4: // ´
  case 0xB5: // µ
  case 0xB6: // ¶
  case 0xB8: // ¸
  case 0xBC: // ¼
  case 0xBD: // ½
  case 0xBE: // ¾
    return true;
  default:
    return false;
  }
}

char32_t next_of(std::string_view text, std::size_t at) {
  if (at >= text.size())
    return 0;
  return decode(text.data() + at, text.data() + text.size()).value;
}

// Reads the candidate that begins at `at`, where a character of U+00C2 ..
// U+00F4 is; false where there is none.
bool read_candidate(std::string_view text, std::size_t at, Candidate &out) {
  const char *const end = text.data() + text.size();
  const unsigned lead =
      0xC0U | (static_cast<unsigned char>(text[at + 1]) & 0x3FU);
  const std::size_t size = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  char bytes[4] = {static_cast<char>(lead)};
  const char *p = text.data() + at + 2;
  out.odd = false;
  for (std::size_t i = 1; i < size; ++i) {
    if (p >= end || static_cast<unsigned char>(*p) < 0x80)
      return false;
    const CodePoint c = decode(p, end);
    const unsigned byte = byte_of(c.value);
    if (byte < 0x80 || byte > 0xBF)
      return false;
    out.odd = out.odd || is_odd(c.value, byte);
    out.last = byte;
    bytes[i] = static_cast<char>(byte);
    p += c.size;
  }
  const CodePoint read = decode(bytes, bytes + size);
  if (!read.valid || read.size != size)
    return false;
  out.begin = at;
  out.end = static_cast<std::size_t>(p - text.data());
  out.value = read.value;
  out.lead = lead;
  return true;
}

// --- what one candidate shows ---------------------------------------------

enum class Sort : std::uint8_t { latin, mark, sign, other, none };

// What the character is that a candidate reads as.
Sort sort_of(char32_t c) {
  if (c == 0xA0 || c == 0xAD || c == 0xFEFF || c == 0xFFFD ||
      (c >= 0x2000 && c < 0x2030))
    return Sort::sign;
  if (c < 0xA0)
    return Sort::none;
  switch (category(c)) {
  case Category::letter:
    return c < 0x250 || (c >= 0x1E00 && c < 0x1F00) ||
                   (c >= 0xFB00 && c < 0xFB07)
               ? Sort::latin
               : Sort::other;
  case Category::mark:
    return c >= 0x300 && c < 0x370 ? Sort::mark : Sort::other;
  case Category::number:
  case Category::punctuation:
  case Category::symbol:
    return c < 0x250 || (c >= 0x2000 && c < 0x2E80) ? Sort::sign : Sort::other;
  default:
    return Sort::none;
  }
}

// Is it a closing or opening mark that a letter follows only where the text is
// damaged? Dashes, the ellipsis and the apostrophe may occur inside.
bool opens_or_closes(unsigned byte) {
  return byte == 0x91 || byte == 0x93 || byte == 0x94 || byte == 0x84 ||
         byte == 0x82 || byte == 0x99 || byte == 0x95;
}

// Two bytes, read as a letter or sign of the Latin script or as an accent.
bool sure_latin_pair(const Candidate &c) {
  const bool in_capitals = is_upper(c.before);
  const bool small_before = is_letter(c.before) && !in_capitals;
  const bool inside = opens_or_closes(c.last) && is_letter(c.after);
  if (c.odd || small_before || inside)
    return true;
  if (c.lead == 0xC2) // Â before a sign: no word but one in capitals ends so
    return !in_capitals;
  const bool quote_or_dash = (c.last >= 0x91 && c.last <= 0x97) ||
                             c.last == 0x85 || c.last == 0xAB ||
                             c.last == 0xBB || c.last == 0xA0;
  if (c.lead == 0xC3) // Ã: no word is this letter alone
    return quote_or_dash ? !is_letter(c.before) && is_letter(c.after)
                         : !in_capitals || is_lower(c.after);
  // Ä and Å are words of their own.
  return !quote_or_dash && !is_letter(c.before) && is_lower(c.after);
}

// Three bytes, read as a sign or a letter of the Latin script.
bool sure_latin_triple(const Candidate &c) {
  if (c.odd)
    return true;
  // â and then € ‚ „ Š Œ Ž š œ ž Ÿ ™: none occurs so, but for quotes „ “.
  const char32_t value = c.value;
  return c.lead == 0xE2 && ((value >= 0x2000 && value < 0x2040) ||
                            (value >= 0x2080 && value < 0x2140) ||
                            (value >= 0x2680 && value < 0x2740));
}

bool is_sure(const Candidate &c, Sort sort, std::size_t neighbours, bool odd) {
  if (sort == Sort::none)
    return false;
  if (c.lead >= 0xF0)
    return true;
  if (sort == Sort::mark)
    return c.odd || is_lower(c.before);
  if (sort == Sort::latin || sort == Sort::sign)
    return c.lead < 0xE0 ? sure_latin_pair(c) : sure_latin_triple(c);
  // Another script: words of it, not one letter at a Latin word.
  if (neighbours >= 3 || (neighbours == 2 && (odd || c.lead < 0xE0)))
    return true;
  return c.odd && !is_letter(c.before) && !is_letter(c.after);
}

// Marks as sure what cannot be read otherwise; candidates of another script are
// judged together with those that touch them.
void judge(std::vector<Candidate> &all) {
  for (std::size_t i = 0; i < all.size();) {
    const bool other = sort_of(all[i].value) == Sort::other;
    std::size_t last = i + 1;
    bool odd = all[i].odd;
    while (other && last < all.size() && all[last].begin == all[last - 1].end &&
           sort_of(all[last].value) == Sort::other)
      odd = all[last++].odd || odd;
    for (const std::size_t first = i; i < last; ++i)
      all[i].sure = is_sure(all[i], sort_of(all[i].value), last - first, odd);
  }
}

// --- a text ----------------------------------------------------------------

void find_candidates(std::string_view text, std::vector<Candidate> &out) {
  const char *const begin = text.data();
  const char *const end = begin + text.size();
  const char *p = begin;
  while (p < end) {
    p = static_cast<const char *>(
        std::memchr(p, 0xC3, static_cast<std::size_t>(end - p)));
    if (p == nullptr)
      return;
    const auto low = static_cast<unsigned char>(p[1]);
    const auto at = static_cast<std::size_t>(p - begin);
    Candidate found{};
    if (low >= 0x82 && low <= 0xB4 && read_candidate(text, at, found)) {
      found.before = character_before(text, at);
      found.after = next_of(text, found.end);
      out.push_back(found);
      p = begin + found.end;
    } else {
      p += 2;
    }
  }
}

// Characters beyond ASCII.
std::size_t count_beyond_ascii(std::string_view text) {
  std::size_t n = 0;
  for (const char c : text)
    n += static_cast<unsigned char>(c) >= 0xC0;
  return n;
}

// Which of the candidates are damage: see the header. True where most of the
// text is damaged.
bool decide(std::string_view text, std::vector<Candidate> &all) {
  judge(all);
  std::size_t sure = 0;
  std::size_t covered = 0;
  for (const Candidate &c : all) {
    sure += c.sure;
    covered += count_beyond_ascii(text.substr(c.begin, c.end - c.begin));
  }
  const std::size_t others = count_beyond_ascii(text) - covered;
  const bool whole = others == 0 && (sure > 0 || all.size() >= 3);
  const bool most = sure > others;
  for (Candidate &c : all)
    c.sure = c.sure || whole || (most && sort_of(c.value) != Sort::none);
  return whole || most;
}

// Mojibake that lost a byte: "â€" without its third, Â and Ã before what was a
// no-break space.
bool read_torn(std::string_view text, std::size_t at, bool damaged,
               Damage &out) {
  const std::string_view rest = text.substr(at);
  out.begin = at;
  out.kind = DamageKind::mojibake;
  if (rest.substr(0, 5) == "\xC3\xA2\xE2\x82\xAC") { // â€
    const bool lost = rest.substr(5, 3) == "\xEF\xBF\xBD";
    out.end = at + (lost ? 8 : 5);
    out.value = 0x201D;
    return !is_letter(next_of(text, out.end)); // or it was no quotation mark
  }
  if (rest.substr(0, 3) != "\xC3\x82 " && rest.substr(0, 3) != "\xC3\x83 ")
    return false;
  const char32_t before = character_before(text, at);
  if (rest[1] == '\x82') { // Â
    const bool clings = before != 0 && !is_space(before) && !is_upper(before);
    out.end = at + 3;
    out.value = U' ';
    return clings ? is_lower(before) || is_digit(before) || damaged : damaged;
  }
  out.end = at + 2;
  out.value = 0xE0; // à
  return damaged && !is_upper(before);
}

bool is_torn_start(std::string_view text, std::size_t at) {
  const auto low = static_cast<unsigned char>(text[at + 1]);
  return low == 0x82 || low == 0x83 || low == 0xA2;
}

} // namespace

char32_t character_before(std::string_view text, std::size_t at) {
  return at == 0 ? 0 : decode_back(text.data(), text.data() + at).value;
}

void find_mojibake(std::string_view text, std::vector<Damage> &out) {
  std::vector<Candidate> all;
  find_candidates(text, all);
  const bool damaged = !all.empty() && decide(text, all);
  auto next = all.begin();
  for (std::size_t at = text.find('\xC3'); at != std::string_view::npos;
       at = text.find('\xC3', at)) {
    while (next != all.end() && next->begin < at)
      ++next;
    Damage torn{};
    if (next != all.end() && next->begin == at && next->sure) {
      out.push_back({at, next->end, DamageKind::mojibake, next->value});
      at = next->end;
    } else if (is_torn_start(text, at) && read_torn(text, at, damaged, torn)) {
      out.push_back(torn);
      at = torn.end;
    } else {
      at += 2;
    }
  }
}

} // namespace tritone::text
