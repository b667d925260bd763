// SPDX-License-Identifier: GPL-2.0-or-later
// Title, byline and text of one article, and the workers that read many.
#include "article/reading/read_text.h"

#include "article/parts/byline.h"
#include "article/parts/credit_line.h"
#include "article/parts/dateline.h"
#include "base/parallel.h"
#include "text/abbreviations.h"
#include "text/ascii.h"
#include "text/fold.h"
#include "text/join_lines.h"
#include "text/normalize.h"
#include "text/sentences.h"
#include "text/space.h"
#include "text/unicode.h"
#include "text/unwrap.h"
#include "text/utf8.h"
#include "text/word_list.h"

#include <algorithm>
#include <string>
#include <utility>

namespace tritone::article {
namespace {

constexpr std::size_t kMaxTitleLines = 3;
constexpr std::size_t kMaxTitleChars = 200;
// Longer than this and of several sentences: a paragraph that was cut off.
constexpr std::size_t kMaxTitleOfSentences = 120;

// One line of a text.
struct Row {
  std::size_t begin;
  std::size_t end;  // its \n, or the end of the text
  std::size_t next; // where the next line begins
  bool blank;
};

Row row_at(std::string_view text, std::size_t at) {
  const std::size_t end = std::min(text.find('\n', at), text.size());
  return {at, end, std::min(end + 1, text.size()),
          text::trim_space(text.substr(at, end - at)).empty()};
}

// Does the full stop at the end of s belong to an ellipsis or an abbreviation?
bool keeps_full_stop(std::string_view s) {
  s.remove_suffix(1);
  if (s.empty() || s.back() == '.')
    return true;
  const std::size_t blank = s.find_last_of(" (");
  const std::string_view word =
      blank == std::string_view::npos ? s : s.substr(blank + 1);
  return word.size() == 1 || word.find('.') != std::string_view::npos ||
         text::abbreviation(word) != text::Abbreviation::none;
}

// Does it end as titles do?
bool ends_like_title(std::string_view s) {
  constexpr std::u32string_view kNot = U",;:-\u2013\u2014\u2015";
  while (!s.empty()) {
    const text::CodePoint last =
        text::decode_back(s.data(), s.data() + s.size());
    const char32_t c = last.value;
    if (c == '.')
      return keeps_full_stop(s);
    if (!text::is_double_quote(c) && c != '\'' && c != 0x2019)
      return kNot.find(c) == std::u32string_view::npos;
    s.remove_suffix(last.size);
  }
  return false;
}

bool has_letter_or_digit(std::string_view s) {
  const char *const end = s.data() + s.size();
  for (const char *p = s.data(); p < end;) {
    const text::CodePoint point = text::decode(p, end);
    if (text::is_alphabetic(point.value) || text::is_digit(point.value))
      return true;
    p += point.size;
  }
  return false;
}

bool is_title(std::string_view s) {
  const std::size_t chars = text::count_chars(s);
  if (chars > kMaxTitleChars || !has_letter_or_digit(s) ||
      !ends_like_title(s) || is_byline(s) || dateline_length(s) > 0)
    return false;
  if (chars <= kMaxTitleOfSentences)
    return true;
  std::vector<text::Span> sentences;
  text::news_sentences(s, sentences);
  return sentences.size() == 1;
}

// Does the line break between the first line of a block and the next, with the
// rest of the text after it, part a headline from a sentence under it? It does
// if the second line begins with a capital, ends with a full stop, and its
// first word would have fitted into the first line.
bool parts_headline(std::string_view first, std::string_view second,
                    std::string_view rest) {
  second = text::trim_space(second);
  if (second.empty() || second.back() != '.' || keeps_full_stop(second) ||
      !text::is_upper(
          text::decode(second.data(), second.data() + second.size()).value))
    return false;
  std::size_t margin = second.size();
  for (std::size_t at = 0; at < rest.size() && margin <= 2 * kMaxTitleChars;) {
    const Row row = row_at(rest, at);
    margin = std::max(margin, row.end - row.begin);
    at = row.next;
  }
  const std::size_t word = std::min(second.find(' '), second.size());
  return text::trim_space(first).size() + 1 + word <= margin;
}

// Ends a line with a word that another must follow?
bool ends_open(std::string_view line) {
  constexpr std::string_view kOpen[] = {
      "a",    "an",   "the",  "of",   "in",   "on",    "to",    "for",
      "and",  "or",   "but",  "with", "at",   "by",    "from",  "as",
      "is",   "are",  "was",  "were", "will", "after", "over",  "amid",
      "into", "than", "that", "its",  "his",  "her",   "their", "not",
      "der",  "die",  "das",  "und",  "von",  "im",    "am",    "zu",
      "de",   "la",   "le",   "les",  "du",   "des",   "et",    "el",
      "los",  "las",  "y",    "del",  "di",   "il",    "e"};
  line = text::trim_space(line);
  const std::size_t blank = line.rfind(' ');
  return blank != std::string_view::npos &&
         text::is_one_of(text::folded(line.substr(blank + 1)), kOpen);
}

// Does the line break between the first line of a block and the next part a
// headline from a heading, name or place under it? It does if the headline has
// three words or more, the block at most four lines, the second line begins
// with a capital, and its first word would have fitted into the first line,
// which is short. `rest` follows the second line.
bool parts_heading(std::string_view first, std::string_view second,
                   std::string_view rest) {
  constexpr std::size_t kShort = 60;
  constexpr std::size_t kMaxMore = 2; // lines of the block after the second
  first = text::trim_space(first);
  second = text::trim_space(second);
  if (std::count(first.begin(), first.end(), ' ') < 2 ||
      !ends_like_title(first) || ends_open(first) ||
      std::any_of(second.begin(), second.end(), text::is_ascii_digit) ||
      !text::is_upper(
          text::decode(second.data(), second.data() + second.size()).value))
    return false;
  std::size_t more = 0;
  std::size_t margin = second.size();
  bool block = true;
  for (std::size_t at = 0; at < rest.size() && margin < kShort;) {
    const Row row = row_at(rest, at);
    margin = std::max(margin, row.end - row.begin);
    at = row.next;
  }
  for (std::size_t at = 0; at < rest.size() && block;) {
    const Row row = row_at(rest, at);
    block = !row.blank;
    more += block;
    at = row.next;
  }
  const std::size_t word = std::min(second.find(' '), second.size());
  return more <= kMaxMore && !block &&
         first.size() + 1 + word <= std::min(margin, kShort);
}

// Is a line the rule under a heading of Markdown?
bool is_underline(std::string_view line) {
  line = text::trim_space(line);
  return line.size() > 2 &&
         (line.find_first_not_of('=') == std::string_view::npos ||
          line.find_first_not_of('-') == std::string_view::npos);
}

// A title without what marks it as one: "Title:", "#".
std::string_view bare_title(std::string_view title) {
  constexpr std::string_view kLabels[] = {
      "title:", "headline:", "titel:", "titre:", "titolo:"};
  const std::size_t marks = title.find_first_not_of('#');
  if (marks != std::string_view::npos && marks > 0 && marks < 7 &&
      title[marks] == ' ')
    return text::trim_space(title.substr(marks));
  for (const std::string_view label : kLabels)
    if (text::ascii_lowered(title.substr(0, label.size())) == label &&
        !text::trim_space(title.substr(label.size())).empty())
      return text::trim_space(title.substr(label.size()));
  return title;
}

// Is a row a credit line? What is nothing but names and a date may also be the
// first line of a sentence, which then goes on with a small letter.
bool is_credit(std::string_view text, const Row &row) {
  const CreditLine kind =
      credit_line(text.substr(row.begin, row.end - row.begin));
  if (kind != CreditLine::imprint)
    return kind != CreditLine::no;
  const char *const end = text.data() + text.size();
  const char *const next = text::skip_blanks(text.data() + row.next, end).next;
  return row_at(text, row.next).blank || next == end ||
         !text::is_lower(text::decode(next, end).value);
}

// A title, and what of a text is left.
struct Head {
  std::string title;
  std::size_t rest = 0;
  // The lines of the rest before this place are paragraphs: they are below the
  // headline without a blank line between.
  std::size_t apart = 0;
};

// The end of the block that a place is in.
std::size_t block_end(std::string_view text, std::size_t at) {
  for (; at < text.size();) {
    const Row row = row_at(text, at);
    if (row.blank)
      break;
    at = row.next;
  }
  return at;
}

// The title of a text that begins at `at` with a line that is not blank, and
// where the rest begins; without a title that is empty, and the rest is all. A
// credit line after the title, without a blank line between, is part of the
// rest.
Head find_title(std::string_view text, std::size_t at) {
  Head out;
  out.rest = at;
  std::size_t end = at;
  std::size_t after = at;
  std::size_t lines = 0;
  for (Row row = row_at(text, at); !row.blank; row = row_at(text, row.next)) {
    const std::string_view line = text.substr(row.begin, row.end - row.begin);
    if (lines > 0 && is_credit(text, row))
      break;
    if (lines > 0 && is_underline(line)) {
      after = row.next;
      break;
    }
    if (lines == 1 &&
        parts_headline(text.substr(at, end - at), line, text.substr(row.next)))
      break;
    if (lines == 1 &&
        parts_heading(text.substr(at, end - at), line, text.substr(row.next))) {
      out.apart = block_end(text, row.begin);
      break;
    }
    if (++lines > kMaxTitleLines)
      return out;
    end = row.end;
    after = row.next;
  }
  if (text::trim_space(text.substr(after)).empty())
    return out;
  std::string title =
      text::join_lines(text.substr(at, end - at), text.substr(after));
  title = std::string(bare_title(text::trim_space(title)));
  if (!is_title(title)) {
    out.apart = 0;
    return out;
  }
  out.rest = after;
  out.title = std::move(title);
  return out;
}

// Where the credit lines above a title end, such as the day and the address
// that a page was saved with, with the blank lines around them; `at` where
// there is none.
std::size_t after_top_credits(std::string_view text, std::size_t at) {
  constexpr std::size_t kMaxLines = 4;
  std::size_t lines = 0;
  while (at < text.size()) {
    const Row row = row_at(text, at);
    if (!row.blank) {
      const CreditLine kind =
          credit_line(text.substr(row.begin, row.end - row.begin));
      if (++lines > kMaxLines ||
          (kind != CreditLine::date && kind != CreditLine::address &&
           kind != CreditLine::byline && kind != CreditLine::label))
        break;
    }
    at = row.next;
  }
  return at;
}

// The places after the credit lines that begin one of the first two paragraphs
// but do not belong to it, rising.
std::vector<std::size_t> after_credit_lines(std::string_view text) {
  std::vector<std::size_t> out;
  bool starts = true; // the row begins a paragraph, credit lines aside
  bool blank = true;
  std::size_t paragraphs = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Row row = row_at(text, at);
    paragraphs += blank && !row.blank;
    if (paragraphs > 2)
      break;
    if (!row.blank && starts) {
      starts = is_credit(text, row);
      if (starts && row.next < text.size())
        out.push_back(row.next);
    }
    starts = starts || row.blank;
    blank = row.blank;
    at = row.next;
  }
  return out;
}

// The text without hard wraps, with each credit line as a paragraph, and each
// line before the place `head`.
std::string unwrapped(std::string_view text, std::string_view title,
                      std::size_t head = 0) {
  std::string out;
  std::vector<std::size_t> after = after_credit_lines(text);
  for (std::size_t at = 0; at < head;) {
    at = row_at(text, at).next;
    after.push_back(at);
  }
  std::sort(after.begin(), after.end());
  after.erase(std::unique(after.begin(), after.end()), after.end());
  if (after.empty()) {
    text::unwrap(text, out, title);
  } else {
    std::string apart;
    apart.reserve(text.size() + after.size());
    std::size_t from = 0;
    for (const std::size_t at : after) {
      apart += text.substr(from, at - from);
      apart += '\n';
      from = at;
    }
    apart += text.substr(from);
    text::unwrap(apart, out, title);
  }
  const std::string_view kept = text::trim_space(out);
  return kept.size() == out.size() ? std::move(out) : std::string(kept);
}

// Notes what was decoded; false if it is not a text.
bool note_decoded(Decoded &decoded, Record &record) {
  record.encoding = decoded.encoding;
  for (Problem &problem : decoded.problems)
    record.problems.push_back(std::move(problem));
  return !decoded.refused;
}

// The text of a cell in NFC: a view of the cell or of `held`; false if it is
// not a text.
bool take_cell(std::string_view bytes, Record &record, std::string &held,
               std::string_view &out) {
  Decoded decoded;
  out = decode_cell(bytes, decoded);
  const bool same = out.data() == bytes.data();
  if (!text::is_nfc(out)) {
    held.clear();
    text::append_nfc(out, held);
    out = held;
  } else if (!same) {
    held = std::move(decoded.text);
    out = held;
  }
  return note_decoded(decoded, record);
}

// Where the text goes on after a title that its first lines repeat, whatever
// the white space and with a full stop or not; 0 where they do not.
std::size_t behind_title(std::string_view text, std::string_view title) {
  std::size_t at = 0;
  for (std::size_t t = 0; t < title.size();) {
    if (text::is_ascii_space(title[t])) {
      const std::size_t before = at;
      while (at < text.size() && text::is_ascii_space(text[at]))
        ++at;
      if (at == before)
        return 0;
      ++t;
    } else if (at < text.size() && text[at] == title[t]) {
      ++at, ++t;
    } else {
      return 0;
    }
  }
  at += at < text.size() && text[at] == '.';
  const Row row = row_at(text, at);
  return row.blank && row.end < text.size() ? row.next : 0;
}

// The record of a file of one article, which has `size` bytes.
Record read_decoded(Decoded decoded, std::size_t size) {
  Record out;
  if (!note_decoded(decoded, out))
    return out;
  std::string text;
  if (text::is_nfc(decoded.text))
    text = std::move(decoded.text);
  else
    text::append_nfc(decoded.text, text);
  Row row = row_at(text, 0);
  while (row.blank && row.next < text.size()) {
    ++out.line;
    row = row_at(text, row.next);
  }
  if (row.blank) {
    out.line = 1;
    out.problems.push_back(
        {0, problem_code::kEmpty,
         size == 0 ? "no bytes" : "nothing but white space"});
    return out;
  }
  const std::string_view all = text;
  const std::size_t top = after_top_credits(all, row.begin);
  Head head = find_title(all, top < all.size() ? top : row.begin);
  out.title = std::move(head.title);
  if (out.title.empty())
    out.problems.push_back({out.line, problem_code::kNoTitle,
                            "no line before the first blank line looks like a "
                            "title: all is text"});
  if (out.title.empty())
    out.text = unwrapped(all.substr(row.begin), out.title);
  else if (top == row.begin)
    out.text = unwrapped(all.substr(head.rest), out.title,
                         std::max(head.apart, head.rest) - head.rest);
  else
    // What is above the title comes first.
    out.text = unwrapped(std::string(all.substr(row.begin, top - row.begin)) +
                             "\n" + std::string(all.substr(head.rest)),
                         out.title);
  return out;
}

// Hands over read(0), read(1) ... of n articles.
template <class Read>
void read_many(std::size_t n, std::size_t threads, Monitor &monitor,
               const TakeRecords &take, Read read) {
  constexpr std::size_t kBlock = 16;
  constexpr std::size_t kWave = 32 * kBlock;
  std::vector<Record> waves[2];
  const auto wave_of = [&waves](std::size_t i) -> std::vector<Record> & {
    return waves[i / kWave % 2];
  };
  for (std::size_t w = 0; w < 2; ++w)
    waves[w].resize(std::min(kWave, n - std::min(n, w * kWave)));
  for_waves(
      n, kWave, kBlock, threads, monitor,
      [&](const Block &block) {
        for (std::size_t i = block.begin; i < block.end; ++i)
          wave_of(i)[i % kWave] = read(i);
      },
      [&](std::size_t begin, std::size_t end) {
        wave_of(begin).resize(end - begin);
        take(begin, wave_of(begin));
      });
}

} // namespace

Record read_text(std::string_view bytes) {
  return read_decoded(decode_bytes(bytes), bytes.size());
}

void read_texts(const std::vector<TextPiece> &pieces, std::size_t threads,
                Monitor &monitor, const TakeRecords &take) {
  read_many(pieces.size(), threads, monitor, take, [&](std::size_t i) {
    Record out = read_text(pieces[i].text);
    out.line += pieces[i].line - 1;
    for (Problem &problem : out.problems)
      if (problem.line > 0)
        problem.line += pieces[i].line - 1;
    return out;
  });
}

Record read_cell(std::string_view title, std::string_view bytes) {
  Record out;
  std::string held;
  std::string_view text;
  if (take_cell(title, out, held, text))
    out.title = text::collapse_space(text);
  if (!take_cell(bytes, out, held, text))
    return out;
  const std::string_view rest = text::trim_space(text);
  const std::size_t after =
      out.title.empty() ? 0 : behind_title(rest, out.title);
  if (after > 0)
    out.problems.push_back({0, problem_code::kTitleRepeated,
                            "the text begins with the title: taken off"});
  out.text = unwrapped(rest.substr(after), out.title);
  return out;
}

void read_cells(const std::vector<std::string_view> &titles,
                const std::vector<std::string_view> &texts, std::size_t threads,
                Monitor &monitor, const TakeRecords &take) {
  read_many(texts.size(), threads, monitor, take,
            [&](std::size_t i) { return read_cell(titles[i], texts[i]); });
}

Record read_text_file(const std::string &path) {
  Record out;
  Problem problem;
  std::string bytes;
  if (read_file_bytes(path, bytes, problem)) {
    const std::size_t size = bytes.size();
    return read_decoded(decode_owned(std::move(bytes)), size);
  }
  out.problems.push_back(std::move(problem));
  return out;
}

void read_text_files(const std::vector<std::string> &paths, std::size_t threads,
                     Monitor &monitor, const TakeRecords &take) {
  read_many(paths.size(), threads, monitor, take,
            [&](std::size_t i) { return read_text_file(paths[i]); });
}

} // namespace tritone::article
