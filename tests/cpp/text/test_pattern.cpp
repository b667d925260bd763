// SPDX-License-Identifier: GPL-2.0-or-later
// The matcher of patterns: globs, case, spellings.
#include "text/pattern.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

using namespace tritone;
using namespace tritone::text;

namespace {

using Pairs = std::vector<std::pair<int, int>>;

Pairs pairs(const std::vector<std::string> &patterns,
            const std::vector<std::string> &terms, bool globs = true) {
  Pairs out;
  for (const PatternMatch &match : match_patterns(patterns, terms, globs))
    out.emplace_back(match.pattern, match.term);
  return out;
}

// All ways to read a glob, one after the other.
bool slow_glob(const std::string &glob, const std::string &word) {
  if (glob.empty())
    return word.empty();
  if (glob[0] == '*')
    return slow_glob(glob.substr(1), word) ||
           (!word.empty() && slow_glob(glob, word.substr(1)));
  return !word.empty() && (glob[0] == '?' || glob[0] == word[0]) &&
         slow_glob(glob.substr(1), word.substr(1));
}

} // namespace

TEST_CASE("text pattern: one form for all spellings") {
  CHECK(pattern_form("Don\u2019t") == "don't");
  CHECK(pattern_form(" Cafe\u0301\u00A0 ") == "caf\u00E9");
  CHECK(pattern_form("\tInterest  \n Rate ") == "interest rate");
  CHECK(pattern_form(" ").empty());
}

TEST_CASE("text pattern: patterns fit whole words") {
  CHECK(is_glob("econom*"));
  CHECK(is_glob("wom?n"));
  CHECK_FALSE(is_glob("*"));
  CHECK_FALSE(is_glob("?!"));
  CHECK_FALSE(is_glob("economy"));
  CHECK(glob_matches("econom*", "econom"));
  CHECK(glob_matches("econom*", "economics"));
  CHECK_FALSE(glob_matches("econom*", "macroeconomics"));
  CHECK(glob_matches("*econom*", "macroeconomics"));
  CHECK(glob_matches("wom?n", "women"));
  CHECK_FALSE(glob_matches("wom?n", "womn"));
  CHECK(glob_matches("caf?", "café"));
  CHECK(glob_matches("a*b*c", "axbxxbc"));
  CHECK_FALSE(glob_matches("a*b*c", "axbxxb"));
  CHECK(glob_matches("*", ""));
  CHECK_FALSE(glob_matches("?", ""));
}

TEST_CASE("text pattern: globs as all their readings give them") {
  const std::vector<std::string> letters{"", "a", "b", "*", "?"};
  std::vector<std::string> globs{""};
  for (int size = 0; size < 5; ++size) {
    const std::size_t n = globs.size();
    for (std::size_t i = 0; i < n; ++i)
      if (globs[i].size() == static_cast<std::size_t>(size))
        for (std::size_t c = 1; c < letters.size(); ++c)
          globs.push_back(globs[i] + letters[c]);
  }
  std::size_t fits = 0;
  for (const std::string word : {"", "a", "ab", "ba", "aab", "abab", "bbaab"})
    for (const std::string &glob : globs) {
      const bool wanted = slow_glob(glob, word);
      fits += wanted ? 1 : 0;
      if (glob_matches(glob, word) != wanted)
        FAIL_CHECK(glob, " and ", word);
    }
  CHECK(fits > 500);
  std::string stars = "a";
  for (int i = 0; i < 200; ++i)
    stars += "*a";
  CHECK_FALSE(glob_matches(stars + "*b", std::string(5000, 'a')));
}

TEST_CASE("text pattern: sets of words and globs") {
  const PatternSet set({"Don\u2019t", "harvest*", "*like", " ", "harvest"});
  CHECK(set.matches("don't"));
  CHECK(set.matches("harvest"));
  CHECK(set.matches("harvester"));
  CHECK(set.matches("warlike"));
  CHECK_FALSE(set.matches("likes"));
  CHECK_FALSE(set.matches(""));
  CHECK(set.words().size() == 2);
  CHECK(PatternSet({"*"}).matches("x"));
  CHECK_FALSE(PatternSet({"*"}, false).matches("x"));
  CHECK(PatternSet({"?"}).matches("?"));
  CHECK_FALSE(PatternSet({"?"}).matches("x"));
  CHECK(PatternSet({}).empty());
}

TEST_CASE("text pattern: patterns against terms") {
  const std::vector<std::string> terms{
      "harvest",   "DON\u2019T", "interest_rate",     "interest rates",
      "caf\u00E9", "harvests",   "interest_rate_rise"};
  CHECK(pairs({"Harvest"}, terms) == Pairs{{0, 0}});
  CHECK(pairs({"harvest*"}, terms) == Pairs{{0, 0}, {0, 5}});
  CHECK(pairs({"don't", "CAFE\u0301"}, terms) == Pairs{{0, 1}, {1, 4}});
  CHECK(pairs({"interest rate"}, terms) == Pairs{{0, 2}});
  CHECK(pairs({"Interest  rate*"}, terms) == Pairs{{0, 2}, {0, 3}});
  CHECK(pairs({"* rate"}, terms) == Pairs{{0, 2}});
  CHECK(pairs({"interest_rate"}, terms) == Pairs{{0, 2}});
  CHECK(pairs({"harvest*"}, terms, false).empty());
  CHECK(pairs({"", " "}, {"", "a"}).empty());
  CHECK(pairs({"*"}, {"b", "a"}) == Pairs{{0, 0}, {0, 1}});
  // One term in two spellings is two terms.
  CHECK(pairs({"us"}, {"US", "us"}) == Pairs{{0, 0}, {0, 1}});
}

TEST_CASE("text pattern: the words of an expression") {
  bool letter = true;
  const std::vector<std::string> rate{"interest", "rate*"};
  CHECK(pattern_words("Interest  RATE*", {}, &letter) == rate);
  CHECK(letter);
  CHECK(pattern_words("...", {}, &letter).empty());
  CHECK_FALSE(letter);
}

TEST_CASE(
    "pattern finder: all that fit, rising, as match_patterns() has them") {
  const std::vector<std::string> written = {"Rain*", "bank", "*",   "?ain",
                                            "",      "rain", "bank"};
  const PatternFinder finder(written);
  const auto found = [&](std::string_view term) {
    std::vector<std::uint32_t> out;
    finder.find(term, out);
    return out;
  };
  using Places = std::vector<std::uint32_t>;
  CHECK(found("rain") == Places{0, 2, 3, 5});
  CHECK(found("bank") == Places{1, 2, 6});
  CHECK(found("rains") == Places{0, 2});
  std::vector<std::uint32_t> none;
  PatternFinder({}).find("rain", none);
  CHECK(none.empty());
}
