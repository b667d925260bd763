// SPDX-License-Identifier: GPL-2.0-or-later
// What a page says about its article: title, date, byline, site, from its head,
// JSON-LD and markup.
#pragma once

#include "base/config.h"

#include "article/page/tree.h"

#include <string>
#include <vector>

namespace tritone::article {

// What a page says about its article. Empty where it says nothing.
struct PageMeta {
  std::string title;
  std::string date; // as it is written
  std::string byline;
  std::string source;  // the name of the site or publisher
  std::string address; // of the page itself
  std::string section;
  std::string language;
  std::string modified;     // the date of its last change, as written
  std::string article_body; // from JSON-LD
  bool paid = false;        // by JSON-LD the text is not free
  bool bad_json = false;    // there is JSON-LD that cannot be read
};

// Sources of each, by falling trust:
//   title   the h1 if og:title, the headline of JSON-LD or <title> contain it;
//           else these three, or any h1. The name of the site is cut off
//           (Rain ends drought | The Border Ledger).
//   date    article:published_time, datePublished of JSON-LD or itemprop, other
//           meta elements of dates, the first <time>, an element whose class
//           says date
//   byline  author of JSON-LD, meta author, itemprop or rel author, an element
//           of class byline or author; without By
PageMeta find_meta(const PageTree &tree, const std::vector<bool> &aside);

} // namespace tritone::article
