// SPDX-License-Identifier: GPL-2.0-or-later
// Unicode Normalization Form C: see normalize.h.
#include "text/normalize.h"

#include "text/unicode.h"
#include "text/utf8.h"

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

namespace tritone::text {
namespace {

using namespace unicode_detail;

// Hangul syllables are composed by arithmetic (Unicode standard, section 3.12).
constexpr char32_t kSBase = 0xAC00, kLBase = 0x1100, kVBase = 0x1161,
                   kTBase = 0x11A7;
constexpr char32_t kLCount = 19, kVCount = 21, kTCount = 28;
constexpr char32_t kSCount = kLCount * kVCount * kTCount;

// The pair as one character, or 0.
char32_t compose_hangul(char32_t first, char32_t second) {
  if (first - kLBase < kLCount && second - kVBase < kVCount)
    return kSBase + ((first - kLBase) * kVCount + (second - kVBase)) * kTCount;
  if (first - kSBase < kSCount && (first - kSBase) % kTCount == 0 &&
      second - kTBase > 0 && second - kTBase < kTCount)
    return first + (second - kTBase);
  return 0;
}

char32_t compose(char32_t first, char32_t second) {
  using Pair = std::pair<char32_t, char32_t>;
  const auto pair_at = [](std::uint16_t i) {
    return Pair(kDecompositions[i].first, kDecompositions[i].second);
  };
  const Pair want(first, second);
  const std::uint16_t *const end = kCompositions + kCompositionCount;
  const std::uint16_t *const it = std::lower_bound(
      kCompositions, end, want,
      [&](std::uint16_t i, const Pair &pair) { return pair_at(i) < pair; });
  if (it != end && pair_at(*it) == want)
    return kDecompositions[*it].value;
  return compose_hangul(first, second);
}

// Does c neither compose with what comes before it nor move in front of it?
// The text before it can then be normalized without it.
bool is_boundary(char32_t c) {
  const Record &r = record(c);
  return r.combining_class == 0 && r.nfc_check == NfcCheck::yes;
}

// The characters between two boundaries, decomposed.
class Segment {
public:
  bool empty() const { return chars_.empty(); }

  void add_decomposed(char32_t c) {
    if (c - kSBase < kSCount) {
      const char32_t s = c - kSBase;
      add(kLBase + s / (kVCount * kTCount));
      add(kVBase + s % (kVCount * kTCount) / kTCount);
      if (s % kTCount != 0)
        add(kTBase + s % kTCount);
    } else if (has(c, kDecomposes)) {
      const Decomposition &d = *std::lower_bound(
          kDecompositions, kDecompositions + kDecompositionCount, c,
          [](const Decomposition &x, char32_t value) {
            return x.value < value;
          });
      add_decomposed(d.first);
      if (d.second != 0)
        add_decomposed(d.second);
    } else {
      add(c);
    }
  }

  // Puts the marks in canonical order, composes, appends to `out`, and starts
  // anew.
  void flush(std::string &out) {
    order();
    compose_in_place();
    for (const Char &c : chars_)
      append_utf8(out, c.value);
    chars_.clear();
  }

private:
  struct Char {
    char32_t value;
    unsigned combining_class;
  };

  void add(char32_t c) { chars_.push_back({c, combining_class(c)}); }

  void order() {
    auto from = chars_.begin();
    while (from != chars_.end()) {
      if (from->combining_class == 0) {
        ++from;
        continue;
      }
      const auto to = std::find_if(from, chars_.end(), [](const Char &c) {
        return c.combining_class == 0;
      });
      // Nearly always one or two marks; but a run may be as long as the text.
      if (to - from > 1)
        std::stable_sort(from, to, [](const Char &a, const Char &b) {
          return a.combining_class < b.combining_class;
        });
      from = to;
    }
  }

  // Each character joins the last starter unless one between blocks it: a
  // character of the same or a higher class, or another starter.
  void compose_in_place() {
    constexpr std::size_t kNone = static_cast<std::size_t>(-1);
    std::size_t starter = kNone;
    std::size_t size = 0;
    for (const Char c : chars_) {
      if (starter != kNone) {
        const bool adjacent = starter + 1 == size;
        const bool blocked =
            !adjacent && chars_[size - 1].combining_class >= c.combining_class;
        if (!blocked) {
          const char32_t both = compose(chars_[starter].value, c.value);
          if (both != 0) {
            chars_[starter].value = both;
            continue;
          }
        }
      }
      if (c.combining_class == 0)
        starter = size;
      chars_[size++] = c;
    }
    chars_.resize(size);
  }

  std::vector<Char> chars_;
};

} // namespace

void append_nfc(std::string_view text, std::string &out) {
  const char *p = text.data();
  const char *const end = p + text.size();
  Segment segment;
  while (p < end) {
    // ASCII is its own form; only the last of it can compose with a mark.
    const char *const run = skip_ascii(p, end);
    if (run - p > 1) {
      segment.flush(out);
      out.append(p, run - 1);
      p = run - 1;
    }
    const CodePoint c = decode(p, end);
    if (is_boundary(c.value)) {
      segment.flush(out);
      // A boundary before another one is its own form.
      const char *const next = p + c.size;
      if (next == end || is_boundary(decode(next, end).value)) {
        append_utf8(out, c.value);
        p = next;
        continue;
      }
    }
    segment.add_decomposed(c.value);
    p += c.size;
  }
  segment.flush(out);
}

bool is_nfc(std::string_view text) {
  const char *p = text.data();
  const char *const end = p + text.size();
  unsigned last_class = 0;
  while (p < end) {
    if (static_cast<unsigned char>(*p) < 0x80) {
      last_class = 0;
      p = skip_ascii(p, end);
      continue;
    }
    const CodePoint c = decode(p, end);
    const Record &r = record(c.value);
    if (!c.valid || r.nfc_check == NfcCheck::no ||
        (r.combining_class != 0 && r.combining_class < last_class))
      return false;
    if (r.nfc_check == NfcCheck::maybe) {
      std::string normalized;
      append_nfc(text, normalized);
      return normalized == text;
    }
    last_class = r.combining_class;
    p += c.size;
  }
  return true;
}

} // namespace tritone::text
