// SPDX-License-Identifier: GPL-2.0-or-later
// Many pages: which files are plain, and the same records for any threads.
#include "article/page/read_pages.h"

#include <doctest/doctest.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

using namespace tritone;
using namespace tritone::article;

namespace {

std::string path_of(std::size_t i) {
  const char *folder = std::getenv("TMPDIR");
  return std::string(folder == nullptr ? "/tmp" : folder) + "/tritone-page" +
         std::to_string(i);
}

} // namespace

TEST_CASE("read pages: sources that are plain, and those that are not") {
  const std::vector<std::string> plain{
      "<p>Rain fell.</p>", "\xEF\xBB\xBF<p>Rain\r\nfell.</p",
      "<meta charset='windows-1252'><p>Rain \xE2\x80\x93 fell.</p>"};
  const std::vector<std::string> other{"",
                                       " \t\v\n\f\r",
                                       "<p>Rain \x96 fell.</p>",
                                       "<meta charset=iso-2022-jp><p>Rain</p>",
                                       "<span class=\"enHeadline\">Rain</span>",
                                       "<div class=DocHeader>Rain</div>",
                                       "<i class=DocPublicationName>Rain</i>",
                                       std::string("\0\1\2\3", 4),
                                       "<p>" + std::string(200, 'a') + "</p>"};
  std::vector<std::string> paths;
  for (const auto *group : {&plain, &other})
    for (const std::string &content : *group) {
      paths.push_back(path_of(paths.size()));
      std::ofstream(paths.back(), std::ios::binary) << content;
    }
  paths.push_back(path_of(1000)); // there is none
  NullMonitor monitor;
  for (const std::size_t threads : {1U, 2U, 7U}) {
    const std::vector<PageSource> read =
        read_page_sources(paths, 200, threads, monitor);
    REQUIRE(read.size() == paths.size());
    for (std::size_t i = 0; i < read.size(); ++i) {
      CAPTURE(i);
      CHECK(read[i].plain == (i < plain.size()));
      CHECK(read[i].text.empty() == (i >= plain.size()));
      CHECK(read[i].ends_in_tag == (i == 1));
    }
    CHECK(read[0].text == plain[0]);
    CHECK(read[1].text == "<p>Rain\nfell.</p");
    CHECK(read[2].text == plain[2]);
  }
  for (const std::string &path : paths)
    std::remove(path.c_str());
}

TEST_CASE("read pages: each as if it were alone, for any threads") {
  std::vector<std::string> pages;
  for (std::size_t i = 0; i < 20; ++i)
    pages.push_back(
        "<html><head><title>Rain " + std::to_string(i) +
        "</title></head><body><p>Rain fell in the whole of the land, all day "
        "long. It fell on the just and the unjust, said the mayor of Tarsk, "
        "who had an umbrella.</p>" +
        (i % 3 == 0 ? "<div class=paywall>Subscribe now.</div>" : "") +
        "</body></html>");
  pages.push_back("");
  const std::vector<std::string_view> views(pages.begin(), pages.end());
  NullMonitor monitor;
  for (const std::size_t threads : {1U, 2U, 7U}) {
    const std::vector<PageRecord> read = read_pages(views, threads, monitor);
    REQUIRE(read.size() == pages.size());
    for (std::size_t i = 0; i < pages.size(); ++i) {
      const PageRecord one = read_page(pages[i]);
      CHECK(read[i].text == one.text);
      CHECK(read[i].meta.title == one.meta.title);
      CHECK(read[i].problems.size() == one.problems.size());
    }
  }
  CHECK(read_pages({}, 2, monitor).empty());
}
