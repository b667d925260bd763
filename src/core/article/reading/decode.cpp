// SPDX-License-Identifier: GPL-2.0-or-later
// Chooses the encoding of a file, decodes it, and reports what was repaired.
#include "article/reading/decode.h"

#include "article/reading/encodings.h"
#include "base/octets.h"
#include "text/ascii.h"
#include "text/utf8.h"

#include <algorithm>
#include <utility>

namespace tritone::article {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view kMark = "\xEF\xBB\xBF"; // the byte order mark

Decoded refused(const char *code, std::int64_t line, std::string detail) {
  Decoded out;
  out.refused = true;
  out.problems.push_back({line, code, std::move(detail)});
  return out;
}

// Was a line of a text in UTF-8 inserted from windows-1252? It has no multibyte
// character of UTF-8, and each high byte is alone, as hardly ever in damaged
// UTF-8.
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
    if (text::is_valid_utf8(piece)) {
      out.text += piece;
    } else if (is_windows_line(piece)) {
      for (std::size_t i = 0; i < piece.size(); ++i)
        text::append_utf8(out.text, from_windows(byte_at(piece, i)));
      first_windows = windows++ == 0 ? line : first_windows;
    } else {
      const text::Repaired repaired = text::repair_utf8(piece);
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
  if (!text::is_valid_utf8(bytes))
    return decode_mixed(bytes);
  Decoded out;
  out.text.assign(bytes);
  return out;
}

// Mask of the bytes that begin a control character, or may: those of C0 that
// have no place in a text, DEL, and the first of U+0080 .. U+00BF.
std::uint64_t control_starts(std::uint64_t octets) {
  // Valid UTF-8 has no byte FF, whose sum would carry over.
  const std::uint64_t del = octets_high(octets + kOctetOnes) & ~octets;
  std::uint64_t out = octets_below(octets, 0x20) | del;
  if (out != 0)
    out &= ~octets_below(octets, 0x0E) | octets_below(octets, 0x09);
  return octets_high(octets) == 0 ? out : out | octets_equal(octets, 0xC2);
}

// The first control character at or after byte `at`, or the end.
std::size_t find_control(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    while (at + 8 <= text.size() &&
           control_starts(load_octets(text.data() + at)) == 0)
      at += 8;
    for (const std::size_t end = std::min(at + 8, text.size()); at < end;
         ++at) {
      const unsigned byte = byte_at(text, at);
      // U+0080 .. U+009F are C2 80 .. C2 9F.
      if (is_bad_control(byte) || (byte == 0xC2 && at + 1 < text.size() &&
                                   byte_at(text, at + 1) < 0xA0))
        return at;
    }
  }
  return text.size();
}

// Reports control characters; true if they are so many that the text is none.
// The next-line character U+0085 is reported but never makes it a binary one.
bool check_controls(std::string_view text, Holds holds,
                    std::vector<Problem> &problems) {
  const std::size_t first = find_control(text, 0);
  if (first == text.size())
    return false;
  std::size_t controls = 0;
  std::size_t next_lines = 0;
  for (std::size_t at = first; at < text.size();
       at = find_control(text, at + 1)) {
    ++controls;
    next_lines += byte_at(text, at) == 0xC2 && byte_at(text, at + 1) == 0x85;
  }
  const std::int64_t line = line_of(text, first);
  const std::size_t binary = controls - next_lines;
  const std::string found =
      counted(controls, "control character", "control characters");
  if (holds != Holds::cell && binary >= 5 && binary * 50 > text.size()) {
    problems = {{line, problem_code::kBinary,
                 found + ", the first on this line: not a text"}};
    return true;
  }
  problems.push_back({line, problem_code::kControlCharacters,
                      found + " kept, the first on this line"});
  return false;
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
    } else if (text::starts_with(std::string_view(text).substr(i),
                                 "\xE2\x80\xA8"sv)) {
      out += '\n';
      i += 2;
    } else if (text::starts_with(std::string_view(text).substr(i),
                                 "\xE2\x80\xA9"sv)) {
      out += "\n\n";
      i += 2;
    } else {
      out += text[i];
    }
  }
  text = std::move(out);
}

// A text with NUL bytes: a few are bad bytes like others; with many, or if much
// else is bad, it is not a text.
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
      text::append_utf8(without, text::kReplacement);
    else
      without += c;
  const text::Repaired repaired = text::repair_utf8(without);
  if (static_cast<std::size_t>(repaired.replaced) * 10 > bytes.size())
    return binary();
  Decoded out = decode_utf8(without);
  out.problems.push_back({line, problem_code::kBadBytes,
                          counted(nuls, "NUL byte", "NUL bytes") +
                              " replaced by U+FFFD, the first on this line"});
  return out;
}

// A program that adds a byte order mark to a file that has one leaves two.
void drop_marks(std::string &text) {
  std::size_t end = 0;
  while (text::starts_with(std::string_view(text).substr(end), kMark))
    end += kMark.size();
  text.erase(0, end);
}

void finish(Decoded &out, Holds holds) {
  if (check_controls(out.text, holds, out.problems)) {
    Decoded none;
    none.refused = true;
    none.problems = std::move(out.problems);
    out = std::move(none);
  } else if (holds != Holds::records) {
    unify_line_ends(out.text);
  }
}

Decoded decode_any(std::string_view bytes) {
  const bool nul = bytes.find('\0') != std::string_view::npos;
  if (text::starts_with(bytes, kMark))
    return nul ? decode_with_nul(bytes.substr(3))
               : decode_utf8(bytes.substr(3));
  if (bytes.size() % 4 == 0 && text::starts_with(bytes, "\xFF\xFE\0\0"sv))
    return decode_utf32(bytes.substr(4), false);
  if (bytes.size() % 4 == 0 && text::starts_with(bytes, "\0\0\xFE\xFF"sv))
    return decode_utf32(bytes.substr(4), true);
  if (text::starts_with(bytes, "\xFF\xFE"sv))
    return decode_utf16(bytes.substr(2), false);
  if (text::starts_with(bytes, "\xFE\xFF"sv))
    return decode_utf16(bytes.substr(2), true);
  if (nul && looks_like_utf32(bytes, false))
    return decode_utf32(bytes, false);
  if (nul && looks_like_utf32(bytes, true))
    return decode_utf32(bytes, true);
  if (nul && looks_like_utf16(bytes, false))
    return decode_utf16(bytes, false);
  if (nul && looks_like_utf16(bytes, true))
    return decode_utf16(bytes, true);
  if (nul)
    return decode_with_nul(bytes);
  if (!text::is_valid_utf8(bytes) && looks_like_windows(bytes))
    return decode_windows(bytes);
  return decode_utf8(bytes);
}

// Is it ASCII, all of whose bytes are kept: no NUL, no \r?
bool is_kept(std::string_view bytes) {
  std::size_t i = 0;
  for (; i + 8 <= bytes.size(); i += 8) {
    const std::uint64_t octets = load_octets(bytes.data() + i);
    if ((octets_high(octets) | octets_below(octets, 1) |
         octets_equal(octets, '\r')) != 0)
      return false;
  }
  return std::all_of(
      bytes.begin() + static_cast<std::ptrdiff_t>(i), bytes.end(), [](char c) {
        return static_cast<unsigned char>(c) < 0x80 && c != '\0' && c != '\r';
      });
}

} // namespace

Decoded decode_bytes(std::string_view bytes, Holds holds) {
  Decoded out = decode_any(bytes);
  if (!out.refused) {
    drop_marks(out.text);
    finish(out, holds);
  }
  return out;
}

Decoded decode_owned(std::string &&bytes, Holds holds) {
  if (text::starts_with(bytes, kMark) ||
      bytes.find('\0') != std::string::npos || !text::is_valid_utf8(bytes))
    return decode_bytes(bytes, holds);
  Decoded out;
  out.text = std::move(bytes);
  finish(out, holds);
  return out;
}

std::string_view decode_cell(std::string_view bytes, Decoded &out) {
  if (is_kept(bytes)) {
    out = Decoded{};
    check_controls(bytes, Holds::cell, out.problems);
    return bytes;
  }
  out = decode_bytes(bytes, Holds::cell);
  return out.text;
}

} // namespace tritone::article
