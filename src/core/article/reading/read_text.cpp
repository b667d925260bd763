// SPDX-License-Identifier: GPL-2.0-or-later
// Title, byline and text of one article, and the workers that read many.
#include "article/reading/read_text.h"

#include "article/reading/head_lines.h"
#include "base/parallel.h"
#include "text/ascii.h"
#include "text/normalize.h"
#include "text/space.h"
#include "text/unwrap.h"

#include <algorithm>
#include <string>
#include <utility>

namespace tritone::article {
namespace {

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
std::size_t after_title(std::string_view text, std::string_view title) {
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
      out.title.empty() ? 0 : after_title(rest, out.title);
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