// SPDX-License-Identifier: GPL-2.0-or-later
// Recognises and decodes UTF-16, UTF-32 and windows-1252.
#include "article/reading/encodings.h"

#include "article/reading/file_lines.h"
#include "text/ascii.h"
#include "text/unicode.h"
#include "text/utf8.h"
#include "text/windows_1252.h"

#include <algorithm>
#include <array>
#include <utility>

namespace tritone::article {
namespace {

// Is the high byte at i one that windows-1252 would have there? A letter is
// next to another letter of the same word, or alone as a word (à); money signs
// come before or after a figure; quotes, dashes and the other usual signs may
// be anywhere between ASCII characters.
bool is_likely_windows(std::string_view bytes, std::size_t i) {
  const unsigned before = i == 0 ? ' ' : byte_at(bytes, i - 1);
  const unsigned after = i + 1 == bytes.size() ? ' ' : byte_at(bytes, i + 1);
  const char32_t c = from_windows(byte_at(bytes, i));
  if (c == 0 || (before >= 0x80 && after >= 0x80))
    return false;
  if (text::is_alphabetic(c)) {
    const bool alone = !text::is_ascii_letter(static_cast<char>(before)) &&
                       !text::is_ascii_letter(static_cast<char>(after));
    return !alone || (before <= ' ' && after <= ' ');
  }
  if (c == 0x20AC || (c >= 0xA2 && c <= 0xA5))
    return !text::is_ascii_letter(static_cast<char>(before));
  if (c >= 0x2010)
    return true;
  return c == 0xA0 || c == 0xA7 || c == 0xA9 || c == 0xAB || c == 0xAE ||
         (c >= 0xB0 && c <= 0xB3) || c == 0xB7 || (c >= 0xBB && c <= 0xBF) ||
         c == 0xD7;
}

} // namespace

const char *encoding_name(Encoding encoding) {
  switch (encoding) {
  case Encoding::utf16_le:
    return "UTF-16LE";
  case Encoding::utf16_be:
    return "UTF-16BE";
  case Encoding::utf32_le:
    return "UTF-32LE";
  case Encoding::utf32_be:
    return "UTF-32BE";
  case Encoding::windows_1252:
    return "windows-1252";
  case Encoding::utf8:
    break;
  }
  return "UTF-8";
}

std::int64_t line_of(std::string_view bytes, std::size_t at) {
  return FileLines(bytes).count(0, at) + 1;
}

std::string counted(std::size_t n, const char *one, const char *many) {
  return std::to_string(n) + ' ' + (n == 1 ? one : many);
}

Problem bad_bytes(std::int64_t line, std::size_t n) {
  return {line, problem_code::kBadBytes,
          counted(n, "ill-formed piece", "ill-formed pieces") +
              " replaced by U+FFFD, the first on this line"};
}

// --- UTF-16 ----------------------------------------------------------------

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

// What the decoders of wide units share: the text so far, and where it has
// characters that were replaced.
class WideText {
public:
  explicit WideText(Encoding encoding) {
    out_.encoding = encoding;
    out_.problems.push_back(
        {1, problem_code::kEncoding,
         std::string("read as ") + encoding_name(encoding)});
  }

  void add(char32_t c) { text::append_utf8(out_.text, c); }

  void replace() {
    if (bad_++ == 0)
      first_bad_ = out_.text.size();
    add(text::kReplacement);
  }

  Decoded take() {
    if (bad_ > 0)
      out_.problems.push_back(bad_bytes(line_of(out_.text, first_bad_), bad_));
    return std::move(out_);
  }

private:
  Decoded out_;
  std::size_t bad_ = 0;
  std::size_t first_bad_ = 0; // in the output
};

Decoded decode_utf16(std::string_view bytes, bool big_endian) {
  const std::size_t high = big_endian ? 0 : 1;
  const auto unit = [&](std::size_t i) {
    return static_cast<char32_t>(byte_at(bytes, i + high) << 8 |
                                 byte_at(bytes, i + 1 - high));
  };
  WideText out(big_endian ? Encoding::utf16_be : Encoding::utf16_le);
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
      out.replace();
    else
      out.add(c);
  }
  if (i < bytes.size())
    out.replace();
  return out.take();
}

// --- UTF-32 ----------------------------------------------------------------

namespace {

// The number in the four bytes at i.
std::uint32_t wide_unit(std::string_view bytes, std::size_t i,
                        bool big_endian) {
  std::uint32_t c = 0;
  for (std::size_t k = 0; k < 4; ++k)
    c = c << 8 | byte_at(bytes, i + (big_endian ? k : 3 - k));
  return c;
}

bool is_scalar(std::uint32_t c) {
  return c != 0 && c < 0x110000 && (c < 0xD800 || c >= 0xE000);
}

} // namespace

bool looks_like_utf32(std::string_view bytes, bool big_endian) {
  if (bytes.size() % 4 != 0 || bytes.size() < 32)
    return false;
  for (std::size_t i = 0; i < bytes.size(); i += 4)
    if (!is_scalar(wide_unit(bytes, i, big_endian)))
      return false;
  return true;
}

Decoded decode_utf32(std::string_view bytes, bool big_endian) {
  WideText out(big_endian ? Encoding::utf32_be : Encoding::utf32_le);
  std::size_t i = 0;
  for (; i + 4 <= bytes.size(); i += 4) {
    const std::uint32_t c = wide_unit(bytes, i, big_endian);
    if (is_scalar(c))
      out.add(static_cast<char32_t>(c));
    else
      out.replace();
  }
  if (i < bytes.size())
    out.replace();
  return out.take();
}

// --- windows-1252 ----------------------------------------------------------

char32_t from_windows(unsigned byte) {
  if (byte < 0x80 || byte >= 0xA0)
    return byte;
  const char32_t c = text::windows_1252(byte);
  return c == byte ? 0 : c;
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
    const text::CodePoint point = text::decode(bytes.data() + i, end);
    // This is how UTF-8 ends if it is cut off within a character: 0xE2 is the
    // first byte of typographic quotes and dashes.
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
      c = text::kReplacement;
      if (bad++ == 0)
        first_bad = i;
    }
    text::append_utf8(out.text, c);
  }
  out.problems.push_back({line_of(bytes, first), problem_code::kEncoding,
                          "read as windows-1252; its first character that is "
                          "not ASCII is on this line"});
  if (bad > 0)
    out.problems.push_back(bad_bytes(line_of(bytes, first_bad), bad));
  return out;
}

} // namespace tritone::article
