// SPDX-License-Identifier: GPL-2.0-or-later
// The fast path for chains of terms.
#include "text/term_chain.h"

#include <doctest/doctest.h>

#include <string>

using namespace tritone;
using namespace tritone::text;
using namespace tritone::text::term_detail;

namespace {

// The folded chain at the start of a text, "" where it is left to the general
// rules.
std::string chain(const std::string &text, const WordOptions &options = {}) {
  const char *const p = text.data();
  const AsciiChain chain(p, p + text.size(), options);
  if (chain.end() == p)
    return "";
  const std::string form(chain.bytes(), chain.key().size);
  CHECK(chain.key() == string_key(form));
  return form;
}

} // namespace

TEST_CASE("text: chains of ASCII are read to their end") {
  CHECK(chain("Don\u2019t go") == "don't");
  CHECK(chain("workers' leader") == "workers");
  CHECK(chain("State-of-the-art.") == "state-of-the-art");
  CHECK(chain("COVID-19, and") == "covid-19");
  CHECK(chain("1,200.50.") == "1,200.50");
  CHECK(chain("10:30") == "10:30");
  CHECK(chain("said: no") == "said");
  CHECK(chain("end.\u201D") == "end");
  CHECK(chain("internationalisation's") == "internationalisation's");
}

TEST_CASE("text: what needs the general rules is left to them") {
  for (const char *text : {"U.S.", "J. Smith", "http://x.org", "www.x.org",
                           "desk@x.org", "desk.two%x@x.org", "AT&T", "a_b",
                           "caf\u00e9", "rain\u0301", "rain.\u0301"})
    CHECK_MESSAGE(chain(text) == "", text);
  CHECK(chain(std::string(64, 'a')) == std::string(64, 'a'));
  CHECK(chain(std::string(65, 'a')) == "");
  WordOptions split;
  split.hyphens = WordOptions::Hyphens::split;
  split.clitics = WordOptions::Clitics::split;
  CHECK(chain("sea-wall", split) == "");
  CHECK(chain("don't", split) == "");
  CHECK(chain("rain -", split) == "rain");
}

TEST_CASE("text: a chain knows its first letter's case") {
  const auto capital = [](std::string_view text) {
    return AsciiChain(text.data(), text.data() + text.size(), {}).capital();
  };
  CHECK(capital("Rain"));
  CHECK(capital("9Rain"));
  CHECK_FALSE(capital("rAIN"));
  CHECK_FALSE(capital("99"));
}
