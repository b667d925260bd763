// SPDX-License-Identifier: GPL-2.0-or-later
// Scores the dates of lines and sentences by the words around them.
#include "article/parts/text_dates.h"

#include "article/date/date_in_path.h"
#include "article/date/hints.h"
#include "article/date/match.h"
#include "article/date/read_date.h"
#include "article/date/tokens.h"
#include "article/parts/byline.h"
#include "article/parts/credit_line.h"
#include "article/parts/dateline.h"
#include "article/parts/imprint.h"
#include "base/parallel.h"
#include "text/ascii.h"
#include "text/attribution.h"
#include "text/space.h"
#include "text/word_list.h"

#include <algorithm>
#include <cstdint>

namespace tritone::article {
namespace {

constexpr std::size_t kMaxBytes = 3000;
constexpr std::size_t kEdgeLines = 3;
constexpr std::size_t kTopLines = 2;
constexpr std::size_t kMinLabel = 3;
constexpr int kMin = 2;

// Lines that are not blank, trimmed.
std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text::trim_space(text.substr(at, end - at));
    if (!line.empty())
      out.push_back(line);
    at = end + 1;
  }
  return out;
}

TextDate text_date(const NewsDate &date, std::string_view line, int score) {
  return {date, std::string(line.substr(date.begin, date.end - date.begin)),
          score};
}

// The words around a date in its sentence.
struct Surroundings {
  std::string before; // the word before it, not counting "the"
  std::string after;
  bool looks_ahead = false;
  bool says = false;
};

// Does a token end a sentence inside a line: a mark with a capital after it?
bool is_sentence_end(std::string_view line, const DateToken &token,
                     const DateToken *next) {
  const char c = line[token.begin];
  return token.kind == DateToken::Kind::mark &&
         (c == '.' || c == '?' || c == '!') && next != nullptr &&
         next->blank_before && text::is_ascii_upper(line[next->begin]);
}

Surroundings look_around(std::string_view line,
                         const std::vector<DateToken> &tokens,
                         const NewsDate &date) {
  constexpr std::string_view kAhead[] = {
      "will",     "due",         "scheduled", "plans",    "planned",
      "deadline", "anniversary", "upcoming",  "expected", "set"};
  const auto ends = [&](std::size_t i) {
    return is_sentence_end(line, tokens[i],
                           i + 1 < tokens.size() ? &tokens[i + 1] : nullptr);
  };
  std::size_t i = 0; // the first token of the sentence
  std::size_t at = 0;
  for (; at < tokens.size() && tokens[at].end <= date.begin; ++at)
    if (ends(at))
      i = at + 1;
  Surroundings out;
  for (; i < tokens.size(); ++i) {
    const bool after = tokens[i].begin >= date.end;
    if (after && ends(i))
      break;
    const std::string word = text::ascii_lowered(
        line.substr(tokens[i].begin, tokens[i].end - tokens[i].begin));
    if (i < at && word != "the" && word != "of")
      out.before = word;
    if (after && out.after.empty())
      out.after = word;
    out.looks_ahead = out.looks_ahead || text::is_one_of(word, kAhead);
    out.says = out.says || text::is_attribution(word) || word == "released";
  }
  return out;
}

int score_of(std::string_view line, const std::vector<DateToken> &tokens,
             const NewsDate &date, bool first) {
  constexpr std::string_view kOther[] = {
      "until",  "till", "by",      "since", "from",     "before", "after",
      "next",   "to",   "through", "last",  "between",  "due",    "every",
      "before", "than", "and",     "or",    "starting", "ending"};
  constexpr std::string_view kNames[] = {
      "attack",    "attacks",     "committee",  "election", "elections",
      "deadline",  "uprising",    "revolution", "riot",     "referendum",
      "hearing",   "summit",      "primary",    "caucuses", "movement",
      "agreement", "declaration", "meeting",    "debate",   "birthday"};
  const Surroundings around = look_around(line, tokens, date);
  int score = 2 + (date.weekday != 0 ? 1 : 0) + (first ? 1 : 0);
  score += (around.before == "on" ? 1 : 0) + (around.says ? 1 : 0);
  if (text::is_one_of(around.before, kOther))
    score -= 2;
  if (around.looks_ahead)
    score -= 2;
  if (text::is_one_of(around.after, kNames))
    score -= 2;
  return score - (date.range ? 1 : 0);
}

// The first weekday without a date that the paragraph mentions as near.
int bare_weekday(std::string_view line, const std::vector<DateToken> &tokens,
                 const std::vector<NewsDate> &dates) {
  constexpr std::string_view kFar[] = {"last",  "next",  "every", "each",
                                       "since", "until", "by",    "a",
                                       "black", "from",  "all"};
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const std::string_view word =
        line.substr(tokens[i].begin, tokens[i].end - tokens[i].begin);
    // Short forms are for dates, not for sentences.
    if (tokens[i].kind != DateToken::Kind::word || word.size() < 6 ||
        !text::is_ascii_upper(word[0]) || weekday_number(word) == 0)
      continue;
    const bool dated =
        std::any_of(dates.begin(), dates.end(), [&](const NewsDate &date) {
          return tokens[i].begin >= date.begin && tokens[i].end <= date.end;
        });
    const std::string before =
        i == 0 ? std::string()
               : text::ascii_lowered(
                     line.substr(tokens[i - 1].begin,
                                 tokens[i - 1].end - tokens[i - 1].begin));
    const bool name = i + 1 < tokens.size() && tokens[i + 1].blank_before &&
                      text::is_ascii_upper(line[tokens[i + 1].begin]);
    if (!dated && !name && !text::is_one_of(before, kFar))
      return weekday_number(word);
  }
  return 0;
}

// Is the line above a date under a headline one of names and offices?
bool is_credit(std::string_view line) {
  return credit_line(line) != CreditLine::no || is_byline_office(line) ||
         (line.size() < 60 && is_name_list(text::collapse_space(line)));
}

void add_own_lines(const std::vector<std::string_view> &lines, TextDates &out) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i >= kEdgeLines && i + kEdgeLines < lines.size())
      continue;
    NewsDate date;
    if (i < kTopLines && credit_line(lines[i]) == CreditLine::address) {
      if (date_in_address(lines[i], date) && date.day != 0)
        out.text.push_back(text_date(date, lines[i], kMinOwnLineScore));
      continue;
    }
    // Labels such as Updated are no names of places and sources.
    if (i < kEdgeLines && !has_day_label(lines[i]) &&
        read_imprint(lines[i], date)) {
      out.text.push_back(text_date(date, lines[i], kMinOwnLineScore + 1));
      continue;
    }
    if (!read_date(lines[i], date) || date.day == 0 || date.serial)
      continue;
    // A date alone may be the heading of a table; at the top of an article it
    // is that of the article.
    const bool more = date.weekday != 0 ||
                      lines[i].size() > date.end - date.begin + kMinLabel;
    // The day of a change counts where no line says that of publication.
    const bool first = i < kEdgeLines && !has_change_label_only(lines[i]);
    const bool top = i < kTopLines || (i < kEdgeLines && is_credit(lines[1]));
    if (more || (date.year != 0 && top))
      out.text.push_back(
          text_date(date, lines[i], kMinOwnLineScore + (first ? 1 : 0)));
  }
}

} // namespace

TextDates find_text_dates(std::string_view text) {
  TextDates out;
  const std::vector<std::string_view> lines = lines_of(text);
  add_own_lines(lines, out);
  std::size_t looked_at = 0;
  std::size_t paragraphs = 0;
  for (std::size_t i = 0; i < lines.size() && looked_at < kMaxBytes; ++i) {
    std::string_view line = lines[i];
    if (!out.dateline && i < kEdgeLines) {
      const Dateline dateline = read_dateline(line);
      if (dateline.date)
        out.dateline = text_date(*dateline.date, line, 0);
      line.remove_prefix(dateline.length);
    }
    if (line.size() > kMaxBytes - looked_at)
      line = line.substr(0, line.find(' ', kMaxBytes - looked_at));
    looked_at += line.size();
    const bool asks_weekday =
        out.lead_weekday == 0 && paragraphs < 2 && has_weekday(line);
    if (asks_weekday || may_hold_date(line)) {
      const DateMatcher matcher(line, DateStyle::running);
      const std::vector<DateToken> &tokens = matcher.tokens();
      const std::vector<NewsDate> dates = find_dates(matcher);
      if (asks_weekday)
        out.lead_weekday = bare_weekday(line, tokens, dates);
      for (const NewsDate &date : dates) {
        const int score = score_of(line, tokens, date, paragraphs == 0);
        if (score >= kMin)
          out.text.push_back(text_date(date, line, score));
      }
    }
    // Titles and bylines do not count as paragraphs.
    if (line.size() > 120)
      ++paragraphs;
  }
  std::stable_sort(
      out.text.begin(), out.text.end(),
      [](const TextDate &a, const TextDate &b) { return a.score > b.score; });
  if (out.text.size() > kMaxTextDates)
    out.text.resize(kMaxTextDates);
  return out;
}

std::vector<TextDates> find_text_dates(const Source &source,
                                       std::size_t threads, Monitor &monitor) {
  std::vector<TextDates> out(source.size());
  for_blocks(source.blocks(), 1, threads, monitor, [&](const Block &b) {
    ArticleBlock block;
    source.load(b.index, block);
    for (std::size_t i = 0; i < block.articles.size(); ++i)
      if (!block.articles[i].missing)
        out[block.first + i] = find_text_dates(block.articles[i].text);
  });
  return out;
}

} // namespace tritone::article
