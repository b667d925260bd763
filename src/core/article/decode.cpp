// SPDX-License-Identifier: GPL-2.0-or-later
#include "article/decode.h"

#include "text/ascii.h"
#include "text/unicode.h"
#include "text/utf8.h"

#include <algorithm>
#include <array>
#include <utility>

namespace tritone {
namespace {

using namespace std::string_view_literals;

unsigned byte_at(std::string_view s, std::size_t i) {
  return static_cast<unsigned char>(s[i]);
}

bool starts_with(std::string_view s, std::string_view head) {
  return s.substr(0, head.size()) == head;
}

// C0 controls that have no place in a text.
constexpr bool is_bad_control(unsigned byte) {
  return (byte < 0x20 && (byte < 0x09 || byte > 0x0D)) || byte == 0x7F;
}

// 1-based line of byte `at`.
std::int64_t line_of(std::string_view bytes, std::size_t at) {
  std::int64_t line = 1;
  for (std::size_t i = 0; i < at; ++i)
    if (bytes[i] == '\n' ||
        (bytes[i] == '\r' && (i + 1 == bytes.size() || bytes[i + 1] != '\n')))
      ++line;
  return line;
}

std::string counted(std::size_t n, const char *one, const char *many) {
  return std::to_string(n) + ' ' + (n == 1 ? one : many);
}

Problem bad_bytes(std::int64_t line, std::size_t n) {
  return {line, problem_code::kBadBytes,
          counted(n, "ill-formed piece", "ill-formed pieces") +
              " replaced by U+FFFD, the first on this line"};
}

Decoded refused(const char *code, std::int64_t line, std::string detail) {
  Decoded out;
  out.refused = true;
  out.problems.push_back({line, code, std::move(detail)});
  return out;
}

// --- UTF-16 ----------------------------------------------------------------

// Is it UTF-16 without a byte order mark? In a text of one script blanks,
// digits and line ends have a zero byte on the same side, and most other
// characters have one and the same byte there.
bool looks_like_utf16(std::string_view bytes, bool big_endian) {
  std::array<std::size_t, 256> high_bytes{};
  std::size_t low_zeros = 0;
  std::size_t controls = 0;
  const std::size_t pairs = bytes.size() / 2;
  const std::size_t high = big_endian ? 0 : 1;
  for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
    const unsigned low = byte_at(bytes, i + 1 - high);
    ++high_bytes[byte_at(bytes, i + high)];
    low_zeros += low == 0;
    controls += bytes[i + high] == '\0' && is_bad_control(low);
  }
  const std::size_t zeros = high_bytes[0];
  const std::size_t script =
      *std::max_element(high_bytes.begin() + 1, high_bytes.end());
  return pairs >= 4 && zeros * 10 >= pairs &&
         (zeros + script) * 5 >= pairs * 4 && low_zeros * 20 <= zeros &&
         controls * 50 <= pairs;
}

Decoded decode_utf16(std::string_view bytes, bool big_endian) {
  const std::size_t high = big_endian ? 0 : 1;
  const auto unit = [&](std::size_t i) {
    return static_cast<char32_t>(byte_at(bytes, i + high) << 8 |
                                 byte_at(bytes, i + 1 - high));
  };
  Decoded out;
  out.encoding = big_endian ? Encoding::utf16_be : Encoding::utf16_le;
  out.problems.push_back(
      {1, problem_code::kEncoding,
       std::string("read as ") + encoding_name(out.encoding)});
  std::size_t bad = 0;
  std::size_t first_bad = 0; // in the output
  const auto replace = [&] {
    if (bad++ == 0)
      first_bad = out.text.size();
    append_utf8(out.text, kReplacement);
  };
  std::size_t i = 0;
  while (i + 1 < bytes.size()) {
    char32_t c = unit(i);
    i += 2;
    if (c >= 0xD800 && c < 0xDC00 && i + 1 < bytes.size() &&
        unit(i) >= 0xDC00 && unit(i) < 0xE000) {
      c = 0x10000 + ((c - 0xD800) << 10) + (unit(i) - 0xDC00);
      i += 2;
    }
    if (c == 0 || (c >= 0xD800 && c < 0xE000))
      replace();
    else
      append_utf8(out.text, c);
  }
  if (i < bytes.size())
    replace();
  if (bad > 0)
    out.problems.push_back(bad_bytes(line_of(out.text, first_bad), bad));
  return out;
}

// --- windows-1252 ----------------------------------------------------------

// What the bytes 0x80 .. 0x9F stand for; 0 for the five that stand for nothing.
constexpr char16_t kWindows[32] = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
    0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

char32_t from_windows(unsigned byte) {
  return byte >= 0x80 && byte < 0xA0 ? kWindows[byte - 0x80] : byte;
}

// Is the high byte at i what a writer of windows-1252 would have put there? A
// letter stands beside another letter of the same word, or alone as a word
// (à); money signs stand before or behind a figure; quotes, dashes and the
// rest of the signs in use may stand anywhere between ASCII characters.
bool is_likely_windows(std::string_view bytes, std::size_t i) {
  const unsigned before = i == 0 ? ' ' : byte_at(bytes, i - 1);
  const unsigned after = i + 1 == bytes.size() ? ' ' : byte_at(bytes, i + 1);
  const char32_t c = from_windows(byte_at(bytes, i));
  if (c == 0 || (before >= 0x80 && after >= 0x80))
    return false;
  if (is_alphabetic(c)) {
    const bool alone = !is_ascii_letter(static_cast<char>(before)) &&
                       !is_ascii_letter(static_cast<char>(after));
    return !alone || (before <= ' ' && after <= ' ');
  }
  if (c == 0x20AC || (c >= 0xA2 && c <= 0xA5))
    return !is_ascii_letter(static_cast<char>(before));
  if (c >= 0x2010)
    return true;
  return c == 0xA0 || c == 0xA7 || c == 0xA9 || c == 0xAB || c == 0xAE ||
         (c >= 0xB0 && c <= 0xB3) || c == 0xB7 || (c >= 0xBB && c <= 0xBF) ||
         c == 0xD7;
}

bool looks_like_windows(std::string_view bytes) {
  std::size_t valid = 0; // multibyte sequences of UTF-8
  std::size_t bad = 0;
  std::size_t high = 0;
  std::size_t likely = 0;
  bool cut_off = false;
  const char *const end = bytes.data() + bytes.size();
  for (std::size_t i = 0; i < bytes.size();) {
    if (byte_at(bytes, i) < 0x80) {
      if (is_bad_control(byte_at(bytes, i)))
        return false;
      ++i;
      continue;
    }
    const CodePoint point = decode(bytes.data() + i, end);
    // How a copy of UTF-8 ends that was stopped within a character: 0xE2 leads
    // the typographic quotes and dashes.
    cut_off = !point.valid && i + point.size == bytes.size() &&
              (point.size > 1 || byte_at(bytes, i) == 0xE2);
    (point.valid ? valid : bad) += 1;
    for (std::size_t b = i; b < i + point.size; ++b) {
      ++high;
      likely += is_likely_windows(bytes, b);
    }
    i += point.size;
  }
  return !(cut_off && bad == 1) && valid * 10 <= bad && likely * 10 >= high * 9;
}

Decoded decode_windows(std::string_view bytes) {
  Decoded out;
  out.encoding = Encoding::windows_1252;
  out.text.reserve(bytes.size() + bytes.size() / 8);
  std::size_t first = bytes.size();
  std::size_t bad = 0;
  std::size_t first_bad = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const unsigned byte = byte_at(bytes, i);
    char32_t c = from_windows(byte);
    if (byte >= 0x80)
      first = std::min(first, i);
    if (c == 0) {
      c = kReplacement;
      if (bad++ == 0)
        first_bad = i;
    }
    append_utf8(out.text, c);
  }
  out.problems.push_back({line_of(bytes, first), problem_code::kEncoding,
                          "read as windows-1252; its first character that is "
                          "not ASCII is on this line"});
  if (bad > 0)
    out.problems.push_back(bad_bytes(line_of(bytes, first_bad), bad));
  return out;
}

// --- UTF-8 and what all have in common -------------------------------------

// Is a line of a text in UTF-8 one that was put in from windows-1252? None of
// its characters is UTF-8, and each high byte stands alone, as hardly ever in
// UTF-8 that was damaged.
bool is_windows_line(std::string_view line) {
  for (std::size_t i = 0; i + 1 < line.size(); ++i)
    if (byte_at(line, i) >= 0x80 && byte_at(line, i + 1) >= 0x80)
      return false;
  return looks_like_windows(line);
}

// Lines of UTF-8 as they are, those of windows-1252 decoded, bad bytes
// replaced.
Decoded decode_mixed(std::string_view bytes) {
  Decoded out;
  out.text.reserve(bytes.size() + bytes.size() / 64);
  std::int64_t line = 0;
  std::int64_t first_bad = 0;
  std::int64_t first_windows = 0;
  std::size_t bad = 0;
  std::size_t windows = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t stop = bytes.find_first_of("\r\n"sv, at);
    const std::size_t end = std::min(stop, bytes.size() - 1) + 1;
    const std::string_view piece = bytes.substr(at, end - at);
    ++line;
    if (end - at == 1 && bytes[at] == '\n' && at > 0 && bytes[at - 1] == '\r')
      --line; // \r\n
    if (is_valid_utf8(piece)) {
      out.text += piece;
    } else if (is_windows_line(piece)) {
      for (std::size_t i = 0; i < piece.size(); ++i)
        append_utf8(out.text, from_windows(byte_at(piece, i)));
      first_windows = windows++ == 0 ? line : first_windows;
    } else {
      const Repaired repaired = repair_utf8(piece);
      out.text += repaired.text;
      first_bad = bad == 0 ? line : first_bad;
      bad += static_cast<std::size_t>(repaired.replaced);
    }
    at = end;
  }
  if (windows > 0)
    out.problems.push_back({first_windows, problem_code::kEncoding,
                            counted(windows, "line", "lines") +
                                " read as windows-1252, the first is this one; "
                                "the rest is UTF-8"});
  if (bad > 0)
    out.problems.push_back(bad_bytes(first_bad, bad));
  return out;
}

Decoded decode_utf8(std::string_view bytes) {
  if (!is_valid_utf8(bytes))
    return decode_mixed(bytes);
  Decoded out;
  out.text.assign(bytes);
  return out;
}

// 1 for the bytes that a control character may begin with.
constexpr std::array<unsigned char, 256> kControl = [] {
  std::array<unsigned char, 256> out{};
  for (unsigned byte = 0; byte < 256; ++byte)
    out[byte] = is_bad_control(byte) || byte == 0xC2;
  return out;
}();

// Reports control characters; too many of them make the file a binary one.
void check_controls(Decoded &out, bool known_text) {
  // What most texts have none of is looked for without a branch.
  unsigned char met = 0;
  for (const char c : out.text)
    met |= kControl[static_cast<unsigned char>(c)];
  if (met == 0)
    return;
  std::size_t controls = 0;
  std::size_t first = 0;
  for (std::size_t i = 0; i < out.text.size(); ++i) {
    const unsigned byte = byte_at(out.text, i);
    // U+0080 .. U+009F are C2 80 .. C2 9F.
    if (is_bad_control(byte) || (byte == 0xC2 && i + 1 < out.text.size() &&
                                 byte_at(out.text, i + 1) < 0xA0)) {
      if (controls++ == 0)
        first = i;
    }
  }
  if (controls == 0)
    return;
  const std::int64_t line = line_of(out.text, first);
  if (!known_text && controls >= 5 && controls * 50 > out.text.size()) {
    out = refused(problem_code::kBinary, line,
                  counted(controls, "control character", "control characters") +
                      ", the first on this line: not a text");
    return;
  }
  out.problems.push_back(
      {line, problem_code::kControlCharacters,
       counted(controls, "control character", "control characters") +
           " kept, the first on this line"});
}

void unify_line_ends(std::string &text) {
  if (text.find('\r') == std::string::npos &&
      text.find("\xE2\x80\xA8"sv) == std::string::npos &&
      text.find("\xE2\x80\xA9"sv) == std::string::npos)
    return;
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\r') {
      out += '\n';
      i += i + 1 < text.size() && text[i + 1] == '\n';
    } else if (starts_with(std::string_view(text).substr(i),
                           "\xE2\x80\xA8"sv)) {
      out += '\n';
      i += 2;
    } else if (starts_with(std::string_view(text).substr(i),
                           "\xE2\x80\xA9"sv)) {
      out += "\n\n";
      i += 2;
    } else {
      out += text[i];
    }
  }
  text = std::move(out);
}

// A text with NUL bytes: few of them are bad bytes like others; else, and where
// much more is bad, it is none.
Decoded decode_with_nul(std::string_view bytes) {
  const std::int64_t line = line_of(bytes, bytes.find('\0'));
  const auto nuls =
      static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '\0'));
  const auto binary = [line] {
    return refused(problem_code::kBinary, line,
                   "NUL bytes, the first on this line: not a text");
  };
  if (nuls * 50 > bytes.size())
    return binary();
  std::string without;
  without.reserve(bytes.size() + 2 * nuls);
  for (const char c : bytes)
    if (c == '\0')
      append_utf8(without, kReplacement);
    else
      without += c;
  const Repaired repaired = repair_utf8(without);
  if (static_cast<std::size_t>(repaired.replaced) * 10 > bytes.size())
    return binary();
  Decoded out = decode_utf8(without);
  out.problems.push_back({line, problem_code::kBadBytes,
                          counted(nuls, "NUL byte", "NUL bytes") +
                              " replaced by U+FFFD, the first on this line"});
  return out;
}

Decoded decode_any(std::string_view bytes) {
  const bool nul = bytes.find('\0') != std::string_view::npos;
  if (starts_with(bytes, "\xEF\xBB\xBF"sv))
    return nul ? decode_with_nul(bytes.substr(3))
               : decode_utf8(bytes.substr(3));
  if (bytes.size() % 4 == 0 && (starts_with(bytes, "\xFF\xFE\0\0"sv) ||
                                starts_with(bytes, "\0\0\xFE\xFF"sv)))
    return refused(problem_code::kUnsupportedEncoding, 1,
                   "UTF-32 is not read: save the file as UTF-8");
  if (starts_with(bytes, "\xFF\xFE"sv))
    return decode_utf16(bytes.substr(2), false);
  if (starts_with(bytes, "\xFE\xFF"sv))
    return decode_utf16(bytes.substr(2), true);
  if (nul && looks_like_utf16(bytes, false))
    return decode_utf16(bytes, false);
  if (nul && looks_like_utf16(bytes, true))
    return decode_utf16(bytes, true);
  if (nul)
    return decode_with_nul(bytes);
  if (!is_valid_utf8(bytes) && looks_like_windows(bytes))
    return decode_windows(bytes);
  return decode_utf8(bytes);
}

} // namespace

const char *encoding_name(Encoding encoding) {
  switch (encoding) {
  case Encoding::utf16_le:
    return "UTF-16LE";
  case Encoding::utf16_be:
    return "UTF-16BE";
  case Encoding::windows_1252:
    return "windows-1252";
  case Encoding::utf8:
    break;
  }
  return "UTF-8";
}

Decoded decode_bytes(std::string_view bytes, bool known_text) {
  Decoded out = decode_any(bytes);
  if (out.refused)
    return out;
  check_controls(out, known_text);
  unify_line_ends(out.text);
  return out;
}

Decoded decode_owned(std::string &&bytes, bool known_text) {
  if (starts_with(bytes, "\xEF\xBB\xBF"sv) ||
      bytes.find('\0') != std::string::npos || !is_valid_utf8(bytes))
    return decode_bytes(bytes, known_text);
  Decoded out;
  out.text = std::move(bytes);
  check_controls(out, known_text);
  unify_line_ends(out.text);
  return out;
}

} // namespace tritone
