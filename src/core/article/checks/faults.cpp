// SPDX-License-Identifier: GPL-2.0-or-later
// Capitals, figures and hard wraps, and the order in which all rules are asked.
#include "article/checks/faults.h"

#include "article/checks/fault_ends.h"
#include "article/checks/fault_marks.h"
#include "article/checks/fault_quotes.h"
#include "text/ascii.h"
#include "text/quotes.h"
#include "text/space.h"
#include "text/unicode.h"
#include "text/utf8.h"

#include <algorithm>
#include <array>

namespace tritone::article {
namespace {

constexpr std::size_t kFewestWords = 20;

// --- capitals and figures ---------------------------------------------------

struct Characters {
  std::size_t capitals = 0;
  std::size_t small = 0; // all other letters
  std::size_t digits = 0;
  std::size_t caseless = 0; // of the other letters: those of Chinese, Arabic
};

Characters count_characters(std::string_view text) {
  // 1 capital, 2 small, 3 digit: ASCII, which most texts are, by table.
  static const std::array<std::uint8_t, 128> kKind = [] {
    std::array<std::uint8_t, 128> kind{};
    for (unsigned c = 0; c < 128; ++c) {
      const char byte = static_cast<char>(c);
      kind[c] = text::is_ascii_upper(byte)    ? 1
                : text::is_ascii_letter(byte) ? 2
                : text::is_ascii_digit(byte)  ? 3
                                              : 0;
    }
    return kind;
  }();
  std::array<std::size_t, 5> n{};
  const char *const end = text.data() + text.size();
  for (const char *p = text.data(); p < end;) {
    const auto byte = static_cast<unsigned char>(*p);
    if (byte < 0x80) {
      ++n[kKind[byte]];
      ++p;
      continue;
    }
    const text::CodePoint c = text::decode(p, end);
    n[1] += text::is_upper(c.value);
    n[2] += text::is_alphabetic(c.value) && !text::is_upper(c.value);
    n[4] += text::is_alphabetic(c.value) && !text::is_cased(c.value);
    p += c.size;
  }
  return {n[1], n[2], n[3], n[4]};
}

std::string percent(std::size_t part, std::size_t whole) {
  return std::to_string(part * 100 / whole) + "%";
}

bool is_mostly_figures(const Characters &n) {
  return n.digits * 3 > n.capitals + n.small;
}

// Are there hardly any capitals, though there could be?
bool is_lower_case(const Characters &n) {
  constexpr std::size_t kFewest = 60; // small letters
  const std::size_t lower = n.small - n.caseless;
  return lower >= kFewest && n.capitals * 500 <= lower && n.caseless < lower;
}

// The marks at which a sentence may end, each of a run counted once.
std::size_t count_stops(std::string_view text) {
  std::size_t out = 0;
  const char *const end = text.data() + text.size();
  bool after_stop = false;
  for (const char *p = text.data(); p < end;) {
    const text::CodePoint c = text::decode(p, end);
    const text::SentenceBreak kind = text::sentence_break(c.value);
    after_stop = kind == text::SentenceBreak::a_term ||
                 kind == text::SentenceBreak::s_term ||
                 (after_stop && text::may_follow_sentence(c.value));
    p += c.size;
    // A stop inside of a word or a number is none.
    out +=
        after_stop && (p == end || text::is_space(text::decode(p, end).value));
  }
  return out;
}

// Has a text of usual words a full stop for each hundred of them? Decided by
// the first stops alone, as a rule; if it says no, count_stops() knows.
bool has_usual_stops(std::string_view text) {
  constexpr std::size_t kBytes = 600; // of a hundred words
  std::size_t needed = text.size() / kBytes + 1;
  for (std::size_t at = text.find_first_of(".!?");
       at != std::string_view::npos && needed > 0;
       at = text.find_first_of(".!?", at + 1))
    if (at + 1 == text.size() || text[at + 1] == ' ' || text[at + 1] == '\n')
      --needed;
  return needed == 0;
}

// The finding of a table, first .. last - 1, if it is one of figures.
void add_table(std::string_view text, const text::Line *first,
               const text::Line *last, std::vector<Finding> &out) {
  const auto begin = static_cast<std::size_t>(first->text.data() - text.data());
  const std::string_view bottom = last[-1].text;
  const auto end =
      static_cast<std::size_t>(bottom.data() + bottom.size() - text.data());
  if (is_mostly_figures(count_characters(text.substr(begin, end - begin))))
    out.push_back({Fault::figures, false, begin, end,
                   std::to_string(last - first) + " rows"});
}

// Is there a line end without a blank line after it?
bool has_line_in_block(std::string_view text) {
  for (std::size_t at = text.find('\n'); at != std::string_view::npos;
       at = text.find('\n', at)) {
    at = text.find_first_not_of(" \t\r", at + 1);
    if (at == std::string_view::npos || text[at] != '\n')
      return at != std::string_view::npos;
    ++at;
    at = text.find_first_not_of(" \t\r\n", at);
    if (at == std::string_view::npos)
      return false;
  }
  return false;
}

} // namespace

const char *fault_name(Fault fault) {
  static constexpr const char *kNames[kFaults] = {
      "replacement",   "mojibake", "control",      "entity",
      "odd_character", "html",     "mixed_quotes", "open_quote",
      "hard_wraps",    "cut_off",  "all_caps",     "lower_case",
      "no_stops",      "figures"};
  return kNames[static_cast<std::size_t>(fault)];
}

namespace {

// Has it this many words? Stops as soon as it has.
bool has_words(std::string_view text, std::size_t least) {
  // A word and its blank take less than 40 bytes, as a rule.
  return text::count_blank_words(text.substr(0, 40 * least)) >= least ||
         text::count_blank_words(text) >= least;
}

} // namespace

void FaultFinder::find_characters(std::string_view text, bool in_title,
                                  std::vector<Finding> &out) {
  find_lost_and_odd(text, in_title, out);
  find_tags(text, in_title, out);
  text::find_damage(text, damage_);
  if (text::has_split_damage(text, damage_.size()))
    out.push_back({Fault::mojibake, in_title, Finding::kNowhere, 0,
                   "with letters and accents apart"});
  std::array<std::size_t, text::kDamageKinds> reported{};
  for (const text::Damage &damage : damage_) {
    const auto kind = static_cast<std::size_t>(damage.kind);
    if (reported[kind]++ >= kMaxPlaces)
      continue;
    std::string detail(text.substr(damage.begin, damage.end - damage.begin));
    detail += " for ";
    text::append_utf8(detail, damage.value);
    constexpr Fault kFault[text::kDamageKinds] = {
        Fault::mojibake, Fault::control, Fault::entity};
    out.push_back(
        {kFault[kind], in_title, damage.begin, damage.end, std::move(detail)});
  }
}

// Where there are no capitals, or no full stops, neither names nor sentences
// can be told.
void FaultFinder::find_small_letters(std::string_view text, bool small,
                                     std::vector<Finding> &out) {
  constexpr std::size_t kFewestWithout = 100; // words of one sentence, at most
  std::size_t words = 0;
  std::size_t stops = 0;
  if (!has_usual_stops(text)) {
    words = text::count_blank_words(text);
    stops = count_stops(text);
  }
  const bool none = words >= kFewestWords && stops * 100 < words;
  if (small)
    out.push_back({Fault::lower_case, false, Finding::kNowhere, 0,
                   none ? "all in small letters, without full stops"
                        : "all in small letters"});
  else if (none && words >= kFewestWithout)
    out.push_back({Fault::no_stops, false, Finding::kNowhere, 0,
                   std::to_string(words) + " words, " + std::to_string(stops) +
                       " full stops"});
  has_no_stops_ = none && (small || words >= kFewestWithout);
}

// Capitals, figures, wraps and tables; the last two only if there are lines.
void FaultFinder::find_layout(std::string_view text,
                              std::vector<Finding> &out) {
  const Characters all = count_characters(text);
  const std::size_t letters = all.capitals + all.small;
  constexpr std::size_t kFewest = 60; // letters and digits
  if (letters >= kFewest && all.small * 20 < all.capitals)
    out.push_back({Fault::all_caps, false, Finding::kNowhere, 0,
                   percent(all.capitals, letters) + " capitals"});
  find_small_letters(text, is_lower_case(all), out);
  const bool mostly = is_mostly_figures(all) && letters + all.digits >= kFewest;
  if (mostly)
    out.push_back({Fault::figures, false, Finding::kNowhere, 0,
                   percent(all.digits, letters + all.digits) + " figures"});
  const std::string_view inner = text::trim_blanks(text);
  if (!has_line_in_block(inner))
    return;
  text::find_lines(inner, lines_, blocks_);
  std::size_t wraps = 0;
  std::size_t sure = 0; // the next line begins with a small letter
  for (const text::LineBlock &block : blocks_) {
    const text::Line *const first = lines_.data() + block.begin;
    const text::Line *const last = lines_.data() + block.end;
    if (last - first < 2)
      continue;
    const text::Layout shape = text::layout(first, last);
    if (shape == text::Layout::prose) {
      wraps += block.end - block.begin - 1;
      for (const text::Line *line = first + 1; line < last; ++line)
        sure += line->starts_lower && !line[-1].ends_sentence;
    } else if (shape == text::Layout::table && last - first > 2 && !mostly) {
      add_table(text, first, last, out);
    }
  }
  // In small letters a line end may be the end of a paragraph.
  if (sure > 1 && !is_lower_case(all))
    out.push_back({Fault::hard_wraps, false, Finding::kNowhere, 0,
                   std::to_string(wraps) + " line ends"});
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
  const bool figures =
      std::any_of(out.begin() + static_cast<std::ptrdiff_t>(first), out.end(),
                  [](const Finding &f) { return f.fault == Fault::figures; });
  if (!figures && !has_no_stops_ && has_words(article.text, kFewestWords))
    find_ends(article.text, out);
}

} // namespace tritone::article
