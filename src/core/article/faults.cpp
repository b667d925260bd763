// SPDX-License-Identifier: GPL-2.0-or-later
#include "article/faults.h"

#include "article/fault_marks.h"
#include "article/fault_quotes.h"
#include "text/ascii.h"
#include "text/unicode.h"
#include "text/unwrap.h"
#include "text/utf8.h"

#include <algorithm>
#include <array>

namespace tritone {
namespace {

constexpr std::size_t kFewestWords = 20;

std::string_view trimmed(std::string_view s) {
  const auto blank = [](char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
  };
  while (!s.empty() && blank(s.front()))
    s.remove_prefix(1);
  while (!s.empty() && blank(s.back()))
    s.remove_suffix(1);
  return s;
}

// --- capitals and figures ---------------------------------------------------

struct Characters {
  std::size_t capitals = 0;
  std::size_t small = 0;
  std::size_t digits = 0;
};

Characters count_characters(std::string_view text) {
  // 1 capital, 2 small, 3 digit: ASCII by table, which most texts are.
  static const std::array<std::uint8_t, 128> kKind = [] {
    std::array<std::uint8_t, 128> kind{};
    for (unsigned c = 0; c < 128; ++c) {
      const char byte = static_cast<char>(c);
      kind[c] = is_ascii_upper(byte)    ? 1
                : is_ascii_letter(byte) ? 2
                : is_ascii_digit(byte)  ? 3
                                        : 0;
    }
    return kind;
  }();
  std::array<std::size_t, 4> n{};
  const char *const end = text.data() + text.size();
  for (const char *p = text.data(); p < end;) {
    const auto byte = static_cast<unsigned char>(*p);
    if (byte < 0x80) {
      ++n[kKind[byte]];
      ++p;
      continue;
    }
    const CodePoint c = decode(p, end);
    n[1] += is_upper(c.value);
    n[2] += is_alphabetic(c.value) && !is_upper(c.value);
    p += c.size;
  }
  return {n[1], n[2], n[3]};
}

std::string percent(std::size_t part, std::size_t whole) {
  return std::to_string(part * 100 / whole) + "%";
}

// --- ends -------------------------------------------------------------------

bool is_closing(char32_t c) {
  return c == U'"' || c == U'\'' || c == U')' || c == U']' || c == 0x2019 ||
         c == 0x201D || c == 0xBB || c == 0x203A || c == 0x201C || is_space(c);
}

bool ends_sentence(char32_t c) {
  return sentence_break(c) == SentenceBreak::a_term ||
         sentence_break(c) == SentenceBreak::s_term || c == U':' || c == U'?' ||
         c == U'!' || c == 0x2014 || c == U'-' || c == U'_' || c == U'*' ||
         c == U'>' || c == U'|' || c == U'#' || c == U'=';
}

struct End {
  bool cut = false;
  bool ellipsis = false;
};

// How does a line end?
End end_of(std::string_view line) {
  const char *const begin = line.data();
  const char *p = begin + line.size();
  while (p > begin) {
    const CodePoint c = decode_back(begin, p);
    if (is_closing(c.value)) {
      p -= c.size;
      continue;
    }
    const auto size = static_cast<std::size_t>(p - begin);
    if (c.value == 0x2026 || (size >= 3 && line.substr(size - 3, 3) == "...") ||
        (size >= 6 && line.substr(size - 6, 6) == "(more)") ||
        (size >= 5 && line.substr(size - 5, 5) == "(more"))
      return {true, true};
    return {!ends_sentence(c.value), false};
  }
  return {};
}

} // namespace

const char *fault_name(Fault fault) {
  static constexpr const char *kNames[kFaults] = {
      "replacement",   "mojibake", "control",      "entity",
      "odd_character", "html",     "mixed_quotes", "open_quote",
      "hard_wraps",    "cut_off",  "all_caps",     "figures"};
  return kNames[static_cast<std::size_t>(fault)];
}

std::size_t count_blank_words(std::string_view text) {
  std::size_t n = 0;
  bool inside = false;
  for (const char c : text) {
    const bool blank = c == ' ' || (c >= '\t' && c <= '\r');
    n += !blank && !inside;
    inside = !blank;
  }
  return n;
}

void FaultFinder::find_characters(std::string_view text, bool in_title,
                                  std::vector<Finding> &out) {
  find_lost_and_odd(text, in_title, out);
  find_tags(text, in_title, out);
  find_damage(text, damage_);
  std::array<std::size_t, kDamageKinds> told{};
  for (const Damage &damage : damage_) {
    const auto kind = static_cast<std::size_t>(damage.kind);
    if (told[kind]++ >= kMostPlaces)
      continue;
    std::string detail(text.substr(damage.begin, damage.end - damage.begin));
    detail += " for ";
    append_utf8(detail, damage.value);
    constexpr Fault kFault[kDamageKinds] = {Fault::mojibake, Fault::control,
                                            Fault::entity};
    out.push_back(
        {kFault[kind], in_title, damage.begin, damage.end, std::move(detail)});
  }
}

// Wraps and tables, for which lines are looked at, if there are any.
void FaultFinder::find_layout(std::string_view text,
                              std::vector<Finding> &out) {
  const auto line_ends = [](std::string_view s) {
    return static_cast<std::size_t>(std::count(s.begin(), s.end(), '\n'));
  };
  const Characters all = count_characters(text);
  const std::size_t letters = all.capitals + all.small;
  constexpr std::size_t kFewest = 60; // letters and digits
  if (letters >= kFewest && all.small * 20 < all.capitals)
    out.push_back({Fault::all_caps, false, Finding::kNowhere, 0,
                   percent(all.capitals, letters) + " capitals"});
  const bool mostly =
      all.digits * 3 > letters && letters + all.digits >= kFewest;
  if (mostly)
    out.push_back({Fault::figures, false, Finding::kNowhere, 0,
                   percent(all.digits, letters + all.digits) + " figures"});
  const std::string_view inner = trimmed(text);
  if (inner.find('\n') == std::string_view::npos)
    return;
  find_lines(inner, lines_, blocks_);
  bool wrapped = false; // may it be?
  for (const LineBlock &block : blocks_) {
    wrapped = wrapped || block.end - block.begin > 1;
    if (mostly || block.end - block.begin < 3 ||
        layout(lines_.data() + block.begin, lines_.data() + block.end) !=
            Layout::table)
      continue;
    const char *const first = lines_[block.begin].text.data();
    const std::string_view last = lines_[block.end - 1].text;
    const auto begin = static_cast<std::size_t>(first - text.data());
    const auto end =
        static_cast<std::size_t>(last.data() + last.size() - text.data());
    const Characters in_table =
        count_characters(text.substr(begin, end - begin));
    if (in_table.digits * 3 > in_table.capitals + in_table.small)
      out.push_back({Fault::figures, false, begin, end,
                     std::to_string(block.end - block.begin) + " rows"});
  }
  if (!wrapped)
    return;
  unwrap(inner, unwrapped_);
  // Blank lines are one of two line ends: what is joined is what both lack.
  std::size_t gaps = blocks_.empty() ? 0 : blocks_.size() - 1;
  const std::size_t before = lines_.size() - std::min(lines_.size(), gaps + 1);
  const std::size_t after = line_ends(unwrapped_);
  std::size_t paragraphs = 0;
  for (std::size_t at = unwrapped_.find("\n\n"); at != std::string::npos;
       at = unwrapped_.find("\n\n", at + 2))
    ++paragraphs;
  const std::size_t kept = after - paragraphs; // line ends, blank lines as one
  const std::size_t was = before + gaps;
  if (was > kept + 1)
    out.push_back({Fault::hard_wraps, false, Finding::kNowhere, 0,
                   std::to_string(was - kept) + " line ends"});
}

void FaultFinder::find_end(std::string_view text, std::vector<Finding> &out) {
  find_parts(text, parts_);
  std::size_t stop = 0;
  for (const PartSpan &part : parts_)
    if (part.part == Part::lead || part.part == Part::body)
      stop = part.end;
  std::string_view story = trimmed(text.substr(0, stop));
  // A signature, a mark of the end, an entry of a list is no sentence.
  constexpr std::size_t kShort = 4; // words
  for (int skipped = 0; skipped < 4 && !story.empty(); ++skipped) {
    const std::size_t line_end = story.rfind('\n');
    const std::size_t from =
        line_end == std::string_view::npos ? 0 : line_end + 1;
    const std::string_view line = story.substr(from);
    const End end = end_of(line);
    if (end.ellipsis || count_blank_words(line) > kShort) {
      if (end.cut) {
        // The last characters of the line, from a character on.
        std::size_t begin = from + (line.size() > 60 ? line.size() - 60 : 0);
        while (begin < story.size() &&
               (static_cast<unsigned char>(story[begin]) & 0xC0U) == 0x80U)
          ++begin;
        const auto offset =
            static_cast<std::size_t>(story.data() - text.data());
        out.push_back({Fault::cut_off, false, offset + begin,
                       offset + story.size(),
                       end.ellipsis ? "ends with an ellipsis"
                                    : "ends inside a sentence"});
      }
      return;
    }
    story = trimmed(story.substr(0, from));
  }
}

void FaultFinder::find(const Article &article, std::vector<Finding> &out) {
  if (article.missing)
    return;
  find_characters(article.title, true, out);
  if (article.text.empty())
    return;
  const std::size_t first = out.size();
  find_characters(article.text, false, out);
  find_quotes(article.text, out);
  find_layout(article.text, out);
  const bool table =
      std::any_of(out.begin() + static_cast<std::ptrdiff_t>(first), out.end(),
                  [](const Finding &f) { return f.fault == Fault::figures; });
  if (!table && count_blank_words(article.text) >= kFewestWords)
    find_end(article.text, out);
}

} // namespace tritone
