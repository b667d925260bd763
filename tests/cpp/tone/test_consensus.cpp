// SPDX-License-Identifier: GPL-2.0-or-later
// The standard error of a consensus.
#include "tone/consensus.h"

#include <doctest/doctest.h>

#include <cmath>
#include <string>
#include <vector>

using namespace tritone;
using namespace tritone::tone;

namespace {

std::vector<ToneScores> scores(const std::string &text,
                               std::size_t threads = 1) {
  static const Lexicon first({{"good", 2}, {"bad", -2}}, {});
  static const Lexicon second({{"good", 1}, {"ugly", -1}}, {});
  article::Article article;
  article.text = text;
  NullMonitor monitor;
  return tone_scores(article::MemorySource({article, article}),
                     {&first, &second}, ToneOptions(), threads, monitor);
}

} // namespace

TEST_CASE("tone consensus: the error of one lexicon is its own") {
  auto both = scores("A good day. A bad day. Good and good it was.");
  const double se = both[0].articles[0].se;
  CHECK(consensus_errors(both, {1, 0})[0] == doctest::Approx(se));
  both.pop_back();
  CHECK(consensus_errors(both, {0.5})[0] == doctest::Approx(se / 2));
}

TEST_CASE("tone consensus: errors that go together add, others cancel") {
  auto both = scores("A good day. An ugly day. It was bad.");
  const double a = both[0].articles[0].se;
  const double b = both[1].articles[0].se;
  const double joint = consensus_errors(both, {0.5, 0.5})[0];
  CHECK(joint > 0);
  CHECK(joint < 0.5 * a + 0.5 * b);
  // By hand: e of each sentence, from both lexicons.
  const double t1 = both[0].articles[0].tone;
  const double t2 = both[1].articles[0].tone;
  const double e[] = {0.5 * (0.5 - t1) / 4 + 0.5 * (0.25 - t2) / 4,
                      0.5 * (-0.25 - t2) / 4, 0.5 * (-0.5 - t1) / 4};
  const double mean = (e[0] + e[1] + e[2]) / 3;
  double squares = 0;
  for (const double x : e)
    squares += (x - mean) * (x - mean);
  CHECK(joint == doctest::Approx(std::sqrt(1.5 * squares)));
}

TEST_CASE("tone consensus: nothing to say where nothing differs") {
  CHECK(std::isnan(consensus_errors(scores("Nothing. At all."), {1, 1})[0]));
  CHECK(std::isnan(consensus_errors(scores("Good."), {1, 1})[0]));
  CHECK(std::isnan(consensus_errors(scores(""), {1, 1})[0]));
  CHECK(std::isnan(consensus_errors(scores("Good. Good."), {1, 1})[0]));
  CHECK(consensus_errors({}, {}).empty());
}

TEST_CASE("tone consensus: the same bits for every number of threads") {
  const std::string text = "A good day. An ugly day. It was bad.";
  const auto one = consensus_errors(scores(text, 1), {0.5, 0.5});
  CHECK(one.size() == 2);
  for (const std::size_t threads : {2, 7})
    CHECK(consensus_errors(scores(text, threads), {0.5, 0.5}) == one);
}
