// SPDX-License-Identifier: GPL-2.0-or-later
// Files and pages in blocks.
#include "article/page/read_pages.h"

#include "article/reading/decode.h"
#include "article/reading/file_bytes.h"
#include "base/parallel.h"
#include "text/utf8.h"

#include <algorithm>
#include <utility>

namespace tritone::article {
namespace {

// Bytes of encodings that escape to ASCII are valid UTF-8 but mean something
// else.
bool is_escaped(std::string_view charset) {
  const auto begins = [&](std::string_view with) {
    return charset.substr(0, with.size()) == with;
  };
  return begins("iso-2022") || begins("hz-") || begins("utf-7");
}

// As regular expressions count white space.
bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\n\v\f\r") == std::string_view::npos;
}

// Has the source what the pages of Factiva and Europresse have?
bool may_be_collection(std::string_view text) {
  constexpr std::string_view kMarks[] = {"Headline\"", "DocPublicationName",
                                         "DocHeader"};
  return std::any_of(std::begin(kMarks), std::end(kMarks),
                     [text](std::string_view mark) {
                       return text.find(mark) != std::string_view::npos;
                     });
}

PageSource read_source(const std::string &path, std::size_t max_bytes) {
  PageSource out;
  std::string bytes;
  Problem problem;
  if (!read_file_bytes(path, bytes, problem) || bytes.size() > max_bytes ||
      !text::is_valid_utf8(bytes) || is_escaped(declared_charset(bytes)))
    return out;
  Decoded decoded = decode_owned(std::move(bytes));
  if (decoded.refused || is_blank(decoded.text) ||
      may_be_collection(decoded.text))
    return out;
  out.plain = true;
  out.ends_in_tag = ends_in_tag(decoded.text);
  out.text = std::move(decoded.text);
  out.problems = std::move(decoded.problems);
  return out;
}

} // namespace

std::vector<PageSource> read_page_sources(const std::vector<std::string> &paths,
                                          std::size_t max_bytes,
                                          std::size_t threads,
                                          Monitor &monitor) {
  std::vector<PageSource> out(paths.size());
  for_blocks(paths.size(), 8, threads, monitor, [&](const Block &block) {
    for (std::size_t i = block.begin; i < block.end; ++i)
      out[i] = read_source(paths[i], max_bytes);
  });
  return out;
}

std::vector<PageRecord> read_pages(const std::vector<std::string_view> &pages,
                                   std::size_t threads, Monitor &monitor) {
  std::vector<PageRecord> out(pages.size());
  for_blocks(pages.size(), 1, threads, monitor, [&](const Block &block) {
    out[block.index] = read_page(pages[block.index]);
  });
  return out;
}

} // namespace tritone::article
