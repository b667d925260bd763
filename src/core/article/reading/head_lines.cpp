// SPDX-License-Identifier: GPL-2.0-or-later
// What a title looks like, and which lines beside it are credits or a heading.
#include "article/reading/head_lines.h"

#include "article/parts/byline.h"
#include "article/parts/credit_line.h"
#include "article/parts/dateline.h"
#include "text/abbreviations.h"
#include "text/ascii.h"
#include "text/fold.h"
#include "text/join_lines.h"
#include "text/sentences.h"
#include "text/space.h"
#include "text/unicode.h"
#include "text/utf8.h"
#include "text/word_list.h"

#include <algorithm>
#include <utility>

namespace tritone::article {
namespace {

constexpr std::size_t kMaxTitleLines = 3;
constexpr std::size_t kMaxTitleChars = 200;
// Longer than this and of several sentences: a paragraph that was cut off.
constexpr std::size_t kMaxTitleOfSentences = 120;

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

bool begins_upper(std::string_view s) {
  return text::is_upper(text::decode(s.data(), s.data() + s.size()).value);
}

// How wide a line would be with the first word of the next.
std::size_t with_word(std::string_view line, std::string_view next) {
  return line.size() + 1 + std::min(next.find(' '), next.size());
}

// The width of the widest of a line and those of the rest; `enough` or more is
// not looked beyond.
std::size_t margin_of(std::string_view line, std::string_view rest,
                      std::size_t enough) {
  std::size_t margin = line.size();
  for (std::size_t at = 0; at < rest.size() && margin < enough;) {
    const Row row = row_at(rest, at);
    margin = std::max(margin, row.end - row.begin);
    at = row.next;
  }
  return margin;
}

// Does the line break between the first line of a block and the next, with the
// rest of the text after it, part a headline from a sentence under it? It does
// if the second line begins with a capital, ends with a full stop, and its
// first word would have fitted into the first line.
bool parts_headline(std::string_view first, std::string_view second,
                    std::string_view rest) {
  second = text::trim_space(second);
  if (second.empty() || second.back() != '.' || keeps_full_stop(second) ||
      !begins_upper(second))
    return false;
  return with_word(text::trim_space(first), second) <=
         margin_of(second, rest, 2 * kMaxTitleChars + 1);
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
      !begins_upper(second))
    return false;
  std::size_t more = 0;
  bool block = true;
  for (std::size_t at = 0; at < rest.size() && block;) {
    const Row row = row_at(rest, at);
    block = !row.blank;
    more += block;
    at = row.next;
  }
  return more <= kMaxMore && !block &&
         with_word(first, second) <=
             std::min(margin_of(second, rest, kShort), kShort);
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

} // namespace

Row row_at(std::string_view text, std::size_t at) {
  const std::size_t end = std::min(text.find('\n', at), text.size());
  return {at, end, std::min(end + 1, text.size()),
          text::trim_space(text.substr(at, end - at)).empty()};
}

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

namespace {

// Is it the name of a newspaper, as headlines hardly are: an article and up to
// four words, or two words, of which the last is one that newspapers have?
bool names_source(std::string_view line) {
  constexpr std::string_view kPapers[] = {
      "times",    "post",     "gazette",    "ledger",    "herald",  "news",
      "journal",  "tribune",  "guardian",   "telegraph", "courier", "chronicle",
      "observer", "reporter", "press",      "globe",     "sun",     "star",
      "mail",     "express",  "mirror",     "zeitung",   "presse",  "monde",
      "figaro",   "mundo",    "repubblica", "messenger", "record",  "examiner"};
  constexpr std::string_view kArticles[] = {"the", "la",  "le",  "el",
                                            "il",  "die", "der", "de"};
  const std::string lower = text::ascii_lowered(text::trim_space(line));
  const auto words =
      static_cast<std::size_t>(1 + std::count(lower.begin(), lower.end(), ' '));
  if (words < 2 || words > 5)
    return false;
  return text::is_one_of(std::string_view(lower).substr(lower.rfind(' ') + 1),
                         kPapers) &&
         (words == 2 ||
          text::is_one_of(std::string_view(lower).substr(0, lower.find(' ')),
                          kArticles));
}

// Where the line at the top that names the newspaper ends, if its day is beside
// or under it; `at` where there is none.
std::size_t after_top_source(std::string_view text, std::size_t at) {
  const Row row = row_at(text, at);
  const std::string_view line =
      text::trim_space(text.substr(row.begin, row.end - row.begin));
  if (credit_line(line) == CreditLine::imprint)
    return names_source(line.substr(0, line.find_first_of(",|("))) ? row.next
                                                                   : at;
  if (!names_source(line))
    return at;
  Row under = row_at(text, row.next);
  while (under.blank && under.next < text.size())
    under = row_at(text, under.next);
  return credit_line(text::trim_space(text.substr(
             under.begin, under.end - under.begin))) == CreditLine::date
             ? under.begin
             : at;
}

// As after_top_credits(), where no newspaper is named above them.
std::size_t after_plain_credits(std::string_view text, std::size_t at) {
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

} // namespace

std::size_t after_top_credits(std::string_view text, std::size_t at) {
  const std::size_t source = after_top_source(text, at);
  if (source > at) {
    const std::size_t end = after_plain_credits(text, source);
    if (end < text.size() && !find_title(text, end).title.empty())
      return end;
  }
  return after_plain_credits(text, at);
}

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

} // namespace tritone::article
