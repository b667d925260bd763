// SPDX-License-Identifier: GPL-2.0-or-later
// Many saved pages at once, on threads: files to the sources that a parser
// takes, and what it writes to records.
#pragma once

#include "base/config.h"

#include "article/page/read_page.h"
#include "article/reading/problem.h"
#include "base/monitor.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tritone::article {

// The source of a page in UTF-8, or of a file that is not `plain`: one that
// cannot be read, is not valid UTF-8, declares an encoding that escapes to
// ASCII, holds white space only, or may be a collection that a database has
// saved as a page.
struct PageSource {
  bool plain = false;
  bool ends_in_tag = false;
  std::string text; // empty unless plain
  std::vector<Problem> problems;
};

// Reads files; one of more than `max_bytes` is not plain.
std::vector<PageSource> read_page_sources(const std::vector<std::string> &paths,
                                          std::size_t max_bytes,
                                          std::size_t threads,
                                          Monitor &monitor);

// What read_page() makes of each page.
std::vector<PageRecord> read_pages(const std::vector<std::string_view> &pages,
                                   std::size_t threads, Monitor &monitor);

} // namespace tritone::article
