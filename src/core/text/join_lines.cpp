// SPDX-License-Identifier: GPL-2.0-or-later
// Joining the lines of a wrapped paragraph: see join_lines.h.
#include "text/join_lines.h"

#include "text/ascii.h"
#include "text/fold.h"
#include "text/unicode.h"
#include "text/utf8.h"
#include "text/word_list.h"

namespace tritone::text {
namespace {

constexpr char32_t kSoftHyphen = 0xAD;

// The letters a text ends with.
std::string_view last_letters(std::string_view s) {
  const char *begin = s.data() + s.size();
  while (begin > s.data()) {
    const CodePoint point = decode_back(s.data(), begin);
    if (!is_alphabetic(point.value) && !is_mark(point.value))
      break;
    begin -= point.size;
  }
  return {begin, static_cast<std::size_t>(s.data() + s.size() - begin)};
}

// The letters a text begins with.
std::string_view first_letters(std::string_view s) {
  const char *p = s.data();
  const char *const end = p + s.size();
  for (;;) {
    while (p < end && is_ascii_letter(*p))
      ++p;
    if (p == end || static_cast<unsigned char>(*p) < 0x80)
      break;
    const CodePoint point = decode(p, end);
    if (!is_alphabetic(point.value) && !is_mark(point.value))
      break;
    p += point.size;
  }
  return s.substr(0, static_cast<std::size_t>(p - s.data()));
}

// Calls `fn` with each run of letters until it says false.
template <class Fn> void for_words(std::string_view text, Fn fn) {
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view run = first_letters(text.substr(at));
    if (!run.empty() && !fn(run))
      return;
    at += run.size();
    if (at < text.size())
      at += decode(text.data() + at, text.data() + text.size()).size;
  }
}

// Is a folded word a run of letters of the text, when that is folded?
bool holds_word(std::string_view text, const std::string &word) {
  std::string run;
  bool found = false;
  for_words(text, [&](std::string_view letters) {
    // Folding changes the size, and the first byte, of what is no ASCII only.
    if (is_ascii_letter(letters[0]) && ascii_lower(letters[0]) != word[0])
      return true;
    if (letters.size() != word.size() && is_ascii(letters))
      return true;
    run.clear();
    append_folded(letters, run);
    found = run == word;
    return !found;
  });
  return found;
}

// Does a line begin with a word before which a hyphen may hang: "short-" "and
// long-term"? Not so "hand-" "to-hand".
bool begins_with_link(std::string_view line) {
  constexpr std::string_view kLinks[] = {"and", "or",   "nor",   "to",
                                         "but", "than", "versus"};
  const std::string_view word = first_letters(line);
  const bool stands_alone =
      word.size() == line.size() || line[word.size()] == ' ';
  return stands_alone && is_one_of(word, kLinks);
}

// What is written between two lines of a paragraph: the first loses `cut` bytes
// at its end, then comes a blank or nothing.
struct Seam {
  std::size_t cut;
  bool blank;
};

template <class IsWord>
Seam seam(std::string_view line, std::string_view next, IsWord is_word) {
  const char *const end = line.data() + line.size();
  const CodePoint last = decode_back(line.data(), end);
  const bool dashed = last.value == 0x2013;
  if (!dashed && last.value != kSoftHyphen && !is_hyphen(last.value))
    return {0, true};
  const std::string_view left = line.substr(0, line.size() - last.size);
  if (left.empty())
    return {0, true};
  const char32_t before =
      decode_back(left.data(), left.data() + left.size()).value;
  const char32_t after = decode(next.data(), next.data() + next.size()).value;
  if (dashed)
    return {0, !(is_digit(before) && is_digit(after))};
  const bool inside =
      (is_alphabetic(before) || is_digit(before) || is_mark(before)) &&
      (is_alphabetic(after) || is_digit(after));
  if (!inside || (last.value != kSoftHyphen && begins_with_link(next)))
    return {0, true};
  // Only letters with case: others might compose with each other.
  const bool letters = is_cased(before) && is_cased(after);
  if (letters &&
      (last.value == kSoftHyphen || is_word(std::string(last_letters(left)) +
                                            std::string(first_letters(next)))))
    return {last.size, false};
  return {0, false};
}

} // namespace

void LineJoiner::append(const Line *first, const Line *last, std::string &out) {
  for (const Line *line = first; line < last; ++line) {
    out += line->text;
    if (line + 1 == last)
      break;
    const Seam between = seam(line->text, line[1].text,
                              [&](std::string_view w) { return has_word(w); });
    out.resize(out.size() - between.cut);
    if (between.blank)
      out += ' ';
  }
}

bool LineJoiner::has_word(std::string_view word) {
  constexpr std::size_t kFew = 4;
  constexpr std::size_t kShort = std::size_t{1} << 16; // bytes of a text
  const std::string wanted = folded(word);
  if (!words_ && asked_ < kFew && texts_[0].size() < kShort) {
    ++asked_;
    return holds_word(texts_[0], wanted) || holds_word(texts_[1], wanted);
  }
  if (!words_)
    collect();
  return words_->find(wanted) != StringTable::kMissing;
}

void LineJoiner::collect() {
  words_.emplace();
  std::string word;
  for (const std::string_view text : texts_)
    for_words(text, [&](std::string_view run) {
      word.clear();
      append_folded(run, word);
      words_->insert(word);
      return true;
    });
}

std::string join_lines(std::string_view text, std::string_view attested) {
  std::vector<Line> lines;
  std::vector<LineBlock> blocks;
  find_lines(text, lines, blocks);
  std::string out;
  LineJoiner(text, attested)
      .append(lines.data(), lines.data() + lines.size(), out);
  return out;
}

} // namespace tritone::text
