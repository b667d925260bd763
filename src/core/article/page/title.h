// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "base/config.h"

#include <string>
#include <string_view>
#include <vector>

namespace tritone::article {

// Where the title of a page may stand; empty where it does not.
struct TitleEvidence {
  std::string open_graph;            // og:title
  std::string json;                  // the headline of JSON-LD
  std::string element;               // <title>
  std::vector<std::string> headings; // h1 outside of asides
  std::string site;                  // the name of the site, if it is known
};

// A title without the name of the site before or behind it. What stands behind
// the last | or :: is cut off, and what stands behind or before a dash between
// blanks if it is the site's name, or if `heading` is what would be left. A
// dash with a few words that all begin with a capital behind it is cut too, if
// more words stand before it.
std::string without_site(std::string_view title, std::string_view site,
                         std::string_view heading = {});

// The h1 that another of the titles holds; else og:title, JSON-LD, the only h1,
// the title element, in that order, without the site's name.
std::string choose_title(const TitleEvidence &evidence);

} // namespace tritone::article
