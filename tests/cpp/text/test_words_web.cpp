// SPDX-License-Identifier: GPL-2.0-or-later
// Addresses, handles and tags as words.
#include "text/words_web.h"

#include <doctest/doctest.h>

#include <string>

using namespace tritone::text::words_detail;

namespace {

std::string url(const std::string &text) {
  const char *const p = text.data();
  return {p, url_end(p, p + text.size())};
}

std::string local_part(const std::string &text) {
  const char *const at = text.data() + text.size();
  return {email_begin(text.data(), at), at};
}

std::string host(const std::string &text) {
  const char *const p = text.data();
  return {p, host_end(p, p + text.size())};
}

} // namespace

TEST_CASE("words_web: web addresses") {
  CHECK(url("http://a.example") == "http://a.example");
  CHECK(url("HTTPS://A.example/B c") == "HTTPS://A.example/B");
  CHECK(url("www.a.example, and") == "www.a.example");
  CHECK(url("www.a.example/?q=1&r=[2]#x).\"") == "www.a.example/?q=1&r=[2]#x");
  CHECK(url("http://a.example/x_(y)!") == "http://a.example/x_(y)");
  CHECK(url("http://a.example/x_(y))") == "http://a.example/x_(y)");
  CHECK(url("http://a.example/\u00E9t\u00E9\u201D") ==
        "http://a.example/\u00E9t\u00E9");
  CHECK(url("http://a.example\u2019s") == "http://a.example");
  CHECK(url("http://a.example's") == "http://a.example");
  CHECK(url("http://a.example/b\u2260c") == "http://a.example/b");
  CHECK(url("http://a.example/b=\u0338c") == "http://a.example/b");
  for (const char *none : {"", "http", "http:/a", "http://", "http:// a",
                           "http://.a", "www", "www.", "wwww.a.example"})
    CHECK(url(none) == "");
}

TEST_CASE("words_web: local parts") {
  CHECK(local_part("desk") == "desk");
  CHECK(local_part("to first.last_x+y%z-1") == "first.last_x+y%z-1");
  CHECK(local_part("(-.desk") == "desk");
  CHECK(local_part("desk.") == "");
  CHECK(local_part("...") == "");
  CHECK(local_part("") == "");
}

TEST_CASE("words_web: host names") {
  CHECK(host("news.example") == "news.example");
  CHECK(host("mail.news.example.") == "mail.news.example");
  CHECK(host("a-b.co.uk/x") == "a-b.co.uk");
  CHECK(host("news.example.1") == "news.example");
  CHECK(host("news.example-.x") == "");
  // No host name ends inside a word, in either normalization form.
  CHECK(host("news.example\u00E9") == "");
  CHECK(host("news.exampl\u0065\u0301") == "");
  for (const char *none :
       {"", ".", "news", "news.", "news..example", "10.0.0.1", "-news.example",
        "news.x", "news-.example"})
    CHECK(host(none) == "");
}
