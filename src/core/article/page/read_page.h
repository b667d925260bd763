// SPDX-License-Identifier: GPL-2.0-or-later
// A saved page as a record: its article, what it says about it, and problems.
#pragma once

#include "base/config.h"

#include "article/page/meta.h"
#include "article/reading/problem.h"

#include <string>
#include <string_view>
#include <vector>

namespace tritone::article {

// The article of a saved page. All strings are valid UTF-8 in NFC; what the
// page does not say is empty.
struct PageRecord {
  PageMeta meta; // article_body is empty
  std::string text;
  std::vector<Problem> problems;
};

namespace problem_code {
constexpr char kNoArticle[] = "no_article"; // it has no text of an article
constexpr char kFrames[] = "frames";        // the text is in other files
constexpr char kPaywall[] = "paywall"; // the text may be only the beginning
constexpr char kCutOff[] = "cut_off";  // the file ends too early
constexpr char kBadJsonLd[] = "bad_json_ld"; // left out
} // namespace problem_code

// Reads a page as an HTML parser writes it out again (see PageTree). The text
// is that of the element with the most text in sentences outside of links,
// navigation, comments and other asides; if a page has hardly any, it is the
// articleBody of its JSON-LD.
PageRecord read_page(std::string_view page);

// The name of the encoding that the first bytes of a page declare, in lower
// case: <meta charset>, <meta http-equiv content>, <?xml encoding?>; empty
// if they declare none.
std::string declared_charset(std::string_view bytes);

// Does the source of a page end inside a tag?
bool ends_in_tag(std::string_view source);

} // namespace tritone::article
