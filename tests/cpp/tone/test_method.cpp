// SPDX-License-Identifier: GPL-2.0-or-later
// The formulas that turn hits into tone.
#include "tone/method.h"

#include "tone/toy_lexicon.h"

#include <doctest/doctest.h>

#include <cmath>
#include <string>
#include <vector>

using namespace tritone;
using namespace tritone::text;
using namespace tritone::article;
using namespace tritone::tone;

TEST_CASE("tone method: a lexicon by form, four kinds of shifters") {
  REQUIRE(toy().valence("good grief") != nullptr);
  CHECK(*toy().valence("bad") == -2);
  CHECK(toy().valence("grief") == nullptr);
  CHECK(toy().is("not", ShifterKind::negator));
  CHECK(toy().shifter("rose") == nullptr);
  CHECK(toy().max_words() == 2);
}

TEST_CASE("tone method: plain look-up takes the longest match once") {
  const MethodScore score = score_plain("Good grief, not good!", toy());
  CHECK(score.words == 4);
  CHECK(score.hits == 2);
  CHECK(score.score == 0);
  CHECK(std::isnan(score_plain("", toy()).score));
}

TEST_CASE("tone method: one score an article, for any threads") {
  std::vector<std::string> texts;
  for (int i = 0; i < 200; ++i)
    texts.push_back(i % 3 == 0 ? "Good road." : i % 3 == 1 ? "" : "Not bad.");
  std::vector<Article> articles(texts.size());
  for (std::size_t i = 0; i < texts.size(); ++i)
    articles[i].text = texts[i];
  NullMonitor monitor;
  for (const ToneMethod method :
       {ToneMethod::plain, ToneMethod::vader, ToneMethod::sentimentr,
        ToneMethod::sentometrics}) {
    MethodOptions options;
    options.method = method;
    const MemorySource source(articles, 64);
    const auto one = method_scores(source, toy(), options, 1, monitor);
    REQUIRE(one.size() == texts.size());
    CHECK(one[0].hits == 1);
    CHECK(one[1].hits == 0);
    for (std::size_t threads : {2U, 7U}) {
      const auto other =
          method_scores(source, toy(), options, threads, monitor);
      for (std::size_t i = 0; i < one.size(); ++i)
        REQUIRE((one[i].score == other[i].score ||
                 (std::isnan(one[i].score) && std::isnan(other[i].score))));
    }
  }
}
