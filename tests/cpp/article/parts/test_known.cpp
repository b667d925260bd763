// SPDX-License-Identifier: GPL-2.0-or-later
// Known lines, and hyphens at line ends that are joined.
#include "article/parts/known.h"

#include "article/parts/edge_units.h"

#include "text/fold.h"
#include "text/words.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace tritone;
using namespace tritone::text;
using namespace tritone::article;

namespace {

// The words of a text with its hyphens joined, with | between.
std::string words(const std::string &text, const Known &known,
                  const std::string &title = "") {
  std::string out;
  const std::string_view joined = join_hyphens(title, text, known, out);
  CHECK(joined.size() == text.size());
  std::vector<Token> tokens;
  Tokenizer{WordOptions()}.tokens(joined, tokens);
  std::string all;
  for (const Token &token : tokens) {
    all += all.empty() ? "" : "|";
    all += folded(joined.substr(token.begin, token.end - token.begin));
  }
  return all;
}

} // namespace

TEST_CASE("known: lines in any spelling") {
  const Known known({"Call us on 555, it\u2019s free", ""}, {});
  std::string scratch;
  CHECK(known.has_lines());
  CHECK(known.is_line("CALL US\non 123, it's free", scratch));
  CHECK(known.is_line("Call us on 5555, it's free", scratch));
  CHECK_FALSE(known.is_line("Call us on it's free", scratch));
  CHECK_FALSE(known.is_line("", scratch));
  CHECK_FALSE(known.is_line(std::string(kMaxLineBytes + 1, 'a'), scratch));
  CHECK_FALSE(Known({}, {}).has_lines());
}

TEST_CASE("known: a hyphen at a line end is joined if the word is known") {
  const Known known({}, {"seawall", "Re\u00E7u"});
  CHECK(words("The sea-\nwall broke.", known) == "the|seawall|broke");
  CHECK(words("The sea-  \r\n   wall broke.", known) == "the|seawall|broke");
  CHECK(words("The SEA\u2010\nWALL broke.", known) == "the|seawall|broke");
  CHECK(words("A re-\n\u00E7u.", known) == "a|re\u00E7u");
  CHECK(words("The har-\nvest failed.", known) == "the|har|vest|failed");
  CHECK(words("The har-\nvest failed. No harvest.", known) ==
        "the|harvest|failed|no|harvest");
  CHECK(words("The har-\nvest failed.", known, "Harvest fails") ==
        "the|harvest|failed");
}

TEST_CASE("known: other hyphens and line ends stay") {
  const Known known({}, {"seawall", "seaand"});
  for (const std::string text :
       {"The sea-wall broke.", "The sea-\n\nwall broke.", "sea -\nwall",
        "sea-\n3", "3-\nwall", "-\nwall", "sea-\n", "\n", "", "sea\nwall"}) {
    std::string out = "old";
    CHECK_MESSAGE(join_hyphens("", text, known, out) == text, text);
    CHECK(out == "old");
  }
}
