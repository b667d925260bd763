// SPDX-License-Identifier: GPL-2.0-or-later
#include "article/read_text.h"

#include "article/byline.h"
#include "article/dateline.h"
#include "base/parallel.h"
#include "text/abbreviations.h"
#include "text/fold.h"
#include "text/join_lines.h"
#include "text/normalize.h"
#include "text/sentences.h"
#include "text/space.h"
#include "text/unicode.h"
#include "text/unwrap.h"
#include "text/utf8.h"

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <system_error>
#include <utility>

namespace tritone {
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
          trim_space(text.substr(at, end - at)).empty()};
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
         abbreviation(word) != Abbreviation::none;
}

// Does it end as a title does?
bool ends_like_title(std::string_view s) {
  constexpr std::u32string_view kNot = U",;:-\u2013\u2014\u2015";
  while (!s.empty()) {
    const CodePoint last = decode_back(s.data(), s.data() + s.size());
    const char32_t c = last.value;
    if (c == '.')
      return keeps_full_stop(s);
    if (!is_double_quote(c) && c != '\'' && c != 0x2019)
      return kNot.find(c) == std::u32string_view::npos;
    s.remove_suffix(last.size);
  }
  return false;
}

bool has_letter_or_digit(std::string_view s) {
  const char *const end = s.data() + s.size();
  for (const char *p = s.data(); p < end;) {
    const CodePoint point = decode(p, end);
    if (is_alphabetic(point.value) || is_digit(point.value))
      return true;
    p += point.size;
  }
  return false;
}

bool is_title(std::string_view s) {
  const std::size_t chars = count_chars(s);
  if (chars > kMaxTitleChars || !has_letter_or_digit(s) ||
      !ends_like_title(s) || is_byline(s) || dateline_length(s) > 0)
    return false;
  if (chars <= kMaxTitleOfSentences)
    return true;
  std::vector<Span> sentences;
  news_sentences(s, sentences);
  return sentences.size() == 1;
}

// The title of a text that begins at `at` with a line that is not blank, and
// where the rest begins; no title is empty, and the rest is all. A byline
// behind the title, without a blank line between, is left to the rest.
std::string find_title(std::string_view text, std::size_t at,
                       std::size_t &rest) {
  rest = at;
  std::size_t end = at;
  std::size_t behind = at;
  std::size_t lines = 0;
  for (Row row = row_at(text, at); !row.blank; row = row_at(text, row.next)) {
    const std::string_view line = text.substr(row.begin, row.end - row.begin);
    if (lines > 0 && is_byline(line))
      break;
    if (++lines > kMaxTitleLines)
      return {};
    end = row.end;
    behind = row.next;
  }
  if (trim_space(text.substr(behind)).empty())
    return {};
  std::string title =
      join_lines(text.substr(at, end - at), text.substr(behind));
  title = std::string(trim_space(title));
  if (!is_title(title))
    return {};
  rest = behind;
  return title;
}

// Puts a blank line behind a byline that stands on the first line of one of the
// first two paragraphs: it is no line of the paragraph.
std::string with_byline_apart(std::string_view text) {
  bool starts = true; // the row begins a paragraph
  std::size_t paragraphs = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Row row = row_at(text, at);
    if (!row.blank && starts) {
      if (++paragraphs > 2)
        break;
      if (row.next < text.size() &&
          is_byline(text.substr(row.begin, row.end - row.begin)))
        return std::string(text.substr(0, row.next)) + '\n' +
               std::string(text.substr(row.next));
    }
    starts = row.blank;
    at = row.next;
  }
  return std::string(text);
}

Record problem_record(const char *code, std::string detail) {
  Record out;
  out.problems.push_back({0, code, std::move(detail)});
  return out;
}

} // namespace

Record read_text(std::string_view bytes) {
  Record out;
  Decoded decoded = decode_bytes(bytes);
  out.encoding = decoded.encoding;
  out.problems = std::move(decoded.problems);
  if (decoded.refused)
    return out;
  std::string text;
  append_nfc(decoded.text, text);
  Row row = row_at(text, 0);
  while (row.blank && row.next < text.size()) {
    ++out.line;
    row = row_at(text, row.next);
  }
  if (row.blank) {
    out.line = 1;
    out.problems.push_back(
        {0, problem_code::kEmpty,
         bytes.empty() ? "no bytes" : "nothing but white space"});
    return out;
  }
  std::size_t rest = 0;
  out.title = find_title(text, row.begin, rest);
  if (out.title.empty())
    out.problems.push_back({out.line, problem_code::kNoTitle,
                            "no line before the first blank line looks like a "
                            "title: all is text"});
  std::string unwrapped;
  unwrap(with_byline_apart(std::string_view(text).substr(rest)), unwrapped,
         out.title);
  out.text = std::string(trim_space(unwrapped));
  return out;
}

Record read_text_file(const std::string &path) {
  errno = 0;
  std::ifstream file(path, std::ios::binary);
  std::string bytes;
  std::vector<char> buffer(std::size_t{1} << 16);
  while (file && bytes.size() <= kMaxFileBytes) {
    file.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
    bytes.append(buffer.data(), static_cast<std::size_t>(file.gcount()));
  }
  if (bytes.size() > kMaxFileBytes)
    return problem_record(problem_code::kTooLarge,
                          "the file has more than " +
                              std::to_string(kMaxFileBytes) + " bytes");
  if (!file.eof())
    return problem_record(problem_code::kUnreadable,
                          errno == 0 ? "the file cannot be read"
                                     : std::generic_category().message(errno));
  return read_text(bytes);
}

std::vector<Record> read_text_files(const std::vector<std::string> &paths,
                                    std::size_t threads, Monitor &monitor) {
  constexpr std::size_t kBlock = 16;
  std::vector<Record> out(paths.size());
  for_blocks(paths.size(), kBlock, threads, monitor, [&](const Block &block) {
    for (std::size_t i = block.begin; i < block.end; ++i)
      out[i] = read_text_file(paths[i]);
  });
  return out;
}

} // namespace tritone
