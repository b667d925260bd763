// SPDX-License-Identifier: GPL-2.0-or-later
// The title of a page, out of several places, without the name of its site.
#pragma once

#include "base/config.h"

#include <string>
#include <string_view>
#include <vector>

namespace tritone::article {

// The places where a page may have its title; empty if it has none there.
struct TitleEvidence {
  std::string open_graph;            // og:title
  std::string json;                  // the headline of JSON-LD
  std::string element;               // <title>
  std::vector<std::string> headings; // h1 outside of asides
  std::string site;                  // the name of the site, if it is known
};

// A title without the name of the site before or after it. What comes after the
// last | or :: is cut off, and what comes before or after a dash between blanks
// if it is the name of the site, or if the rest is `heading`. A dash with a few
// words after it that all begin with a capital is cut too, if more words come
// before it.
std::string without_site(std::string_view title, std::string_view site,
                         std::string_view heading = {});

// The h1 that another of the titles contains; else og:title, JSON-LD, the only
// h1, the title element, in that order, without the site's name.
std::string choose_title(const TitleEvidence &evidence);

} // namespace tritone::article
