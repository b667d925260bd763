// SPDX-License-Identifier: GPL-2.0-or-later
// Reading, checking and repairing UTF-8: see utf8.h.
#include "text/utf8.h"

#include "base/error.h"
#include "base/octets.h"

namespace tritone::text {
namespace {

unsigned byte_at(const char *p) { return static_cast<unsigned char>(*p); }

bool is_continuation(const char *p) { return (byte_at(p) & 0xC0u) == 0x80u; }

// What a lead byte asks for: the length of the sequence (0: no lead byte), and
// the range of the second byte, which alone rules out overlong forms,
// surrogates and values past U+10FFFF (Unicode standard, table 3-7).
struct Lead {
  unsigned size;
  unsigned low;
  unsigned high;
};

Lead lead(unsigned byte) {
  if (byte < 0xC2)
    return {0, 0, 0};
  if (byte < 0xE0)
    return {2, 0x80, 0xBF};
  if (byte < 0xF0)
    return {3, byte == 0xE0 ? 0xA0u : 0x80u, byte == 0xED ? 0x9Fu : 0xBFu};
  if (byte < 0xF5)
    return {4, byte == 0xF0 ? 0x90u : 0x80u, byte == 0xF4 ? 0x8Fu : 0xBFu};
  return {0, 0, 0};
}

} // namespace

CodePoint decode_multibyte(const char *p, const char *end) {
  const unsigned first = byte_at(p);
  const Lead want = lead(first);
  if (want.size == 0)
    return {kReplacement, 1, false};

  char32_t value = first & (0x7Fu >> want.size);
  unsigned low = want.low;
  unsigned high = want.high;
  for (unsigned i = 1; i < want.size; ++i) {
    if (p + i == end || byte_at(p + i) < low || byte_at(p + i) > high)
      return {kReplacement, i, false};
    value = (value << 6) | (byte_at(p + i) & 0x3Fu);
    low = 0x80;
    high = 0xBF;
  }
  return {value, want.size, true};
}

CodePoint decode_back(const char *begin, const char *p) {
  // No sequence takes in a lead byte but its own, so the nearest one decides.
  const char *from = p - 1;
  while (from > begin && p - from < 4 && is_continuation(from))
    --from;
  const CodePoint c = decode(from, p);
  if (from + c.size == p)
    return c;
  return {kReplacement, 1, false};
}

void append_utf8(std::string &out, char32_t value) {
  if (value >= 0x110000 || (value >= 0xD800 && value < 0xE000))
    value = kReplacement;
  const auto tail = [value](unsigned shift) {
    return static_cast<char>(0x80u | ((value >> shift) & 0x3Fu));
  };
  if (value < 0x80) {
    out += static_cast<char>(value);
  } else if (value < 0x800) {
    out += static_cast<char>(0xC0u | (value >> 6));
    out += tail(0);
  } else if (value < 0x10000) {
    out += static_cast<char>(0xE0u | (value >> 12));
    out += tail(6);
    out += tail(0);
  } else {
    out += static_cast<char>(0xF0u | (value >> 18));
    out += tail(12);
    out += tail(6);
    out += tail(0);
  }
}

const char *skip_ascii(const char *p, const char *end) {
  // Four at a time while it can be: most texts have long runs.
  while (end - p >= 32 &&
         octets_high(load_octets(p) | load_octets(p + 8) | load_octets(p + 16) |
                     load_octets(p + 24)) == 0)
    p += 32;
  while (end - p >= 8 && octets_high(load_octets(p)) == 0)
    p += 8;
  while (p < end && byte_at(p) < 0x80)
    ++p;
  return p;
}

bool is_ascii(std::string_view text) {
  const char *const end = text.data() + text.size();
  return skip_ascii(text.data(), end) == end;
}

bool is_valid_utf8(std::string_view text) {
  const char *const end = text.data() + text.size();
  const char *p = skip_ascii(text.data(), end);
  while (p < end) {
    const CodePoint c = decode(p, end);
    if (!c.valid)
      return false;
    p = skip_ascii(p + c.size, end);
  }
  return true;
}

Repaired repair_utf8(std::string_view text) {
  Repaired result{{}, 0, std::string::npos};
  result.text.reserve(text.size());
  const char *const end = text.data() + text.size();
  const char *from = text.data(); // what lies before is written
  const char *p = skip_ascii(from, end);
  while (p < end) {
    const CodePoint c = decode(p, end);
    if (!c.valid) {
      if (result.replaced++ == 0)
        result.first_bad = static_cast<std::size_t>(p - text.data());
      result.text.append(from, p);
      append_utf8(result.text, kReplacement);
      from = p + c.size;
    }
    p = skip_ascii(p + c.size, end);
  }
  result.text.append(from, end);
  return result;
}

std::size_t count_chars(std::string_view text) {
  const char *p = text.data();
  const char *const end = p + text.size();
  std::size_t continuations = 0;
  for (; end - p >= 8; p += 8) {
    const std::uint64_t octets = load_octets(p);
    // Bit 7 of each byte set and bit 6 clear.
    continuations += count_octets(octets_high(octets & (~octets << 1)));
  }
  for (; p < end; ++p)
    continuations += is_continuation(p);
  return text.size() - continuations;
}

std::size_t CharOffsets::at(std::size_t byte) {
  if (byte < byte_ || byte > text_.size())
    throw input_error("character offsets: expected a byte offset from " +
                      std::to_string(byte_) + " to " +
                      std::to_string(text_.size()) + ", got " +
                      std::to_string(byte));
  chars_ +=
      ascii_ ? byte - byte_ : count_chars(text_.substr(byte_, byte - byte_));
  byte_ = byte;
  return chars_;
}

} // namespace tritone::text
