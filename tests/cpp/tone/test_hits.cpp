// SPDX-License-Identifier: GPL-2.0-or-later
// Hits as evidence: places, entries, shifters, and sums.
#include "tone/hits.h"

#include "tone/score.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace tritone;
using namespace tritone::article;
using namespace tritone::tone;

namespace {

const Lexicon &lexicon() {
  using Kind = ShifterKind;
  static const Lexicon made({{"good", 2},
                             {"better", 2.5},
                             {"bad", -2},
                             {"war", -3},
                             {"hope", 1.5},
                             {"fine words", 1.2},
                             {"genocide", -9}},
                            {{"not", Kind::negator},
                             {"never", Kind::negator, -0.8},
                             {"no", Kind::negator},
                             {"could not", Kind::negator},
                             {"very", Kind::amplifier, 1.5},
                             {"slightly", Kind::downtoner},
                             {"but", Kind::adversative},
                             {"eased", Kind::shifter},
                             {"may", Kind::irrealis},
                             {"fears of", Kind::irrealis, 0.5},
                             {"rose", Kind::direction_up},
                             {"fell", Kind::direction_down},
                             {"exports", Kind::good_up},
                             {"unemployment", Kind::bad_up}});
  return made;
}

ToneScores score(const std::vector<Article> &articles, std::size_t threads = 1,
                 bool shifters = true) {
  ToneOptions options;
  options.keep_hits = true;
  options.keep_shifters = shifters;
  NullMonitor monitor;
  return tone_score(MemorySource(articles, 1 << 9), lexicon(), options, threads,
                    monitor);
}

ToneScores score(std::string_view text) {
  Article article;
  article.text = text;
  return score(std::vector<Article>{article});
}

std::string at(std::string_view text, TonePlace place) {
  return std::string(text.substr(place.begin, place.end - place.begin));
}

// "not -0.7, very 1.5": the shifters of hit h with their words in the text.
std::string acting(std::string_view text, const ToneScores &scores,
                   std::size_t h) {
  std::string out;
  const ToneHit &hit = scores.hits.at(h);
  for (std::size_t s = 0; s < hit.shifters; ++s) {
    const ToneShifter &one = scores.shifters.at(hit.first_shifter + s);
    std::string factor = std::to_string(one.factor);
    factor.erase(factor.find_last_not_of('0') + 1);
    out += (s > 0 ? ", " : "") + at(text, one.place) + ' ' + factor +
           (one.superlative ? " superlative" : "");
  }
  return out;
}

std::string acting(std::string_view text, std::size_t h = 0) {
  return acting(text, score(text), h);
}

// What the shifters of a hit make together, as the contract of Acting says.
double product_of(const ToneScores &scores, const ToneHit &hit) {
  double turned = 1;
  double real = 1;
  double scale = 1;
  for (std::size_t s = 0; s < hit.shifters; ++s) {
    const ToneShifter &one = scores.shifters.at(hit.first_shifter + s);
    const ShifterKind kind = lexicon().shifters().at(one.id).kind;
    if (kind == ShifterKind::irrealis)
      real *= one.factor;
    else if (!one.superlative &&
             (kind == ShifterKind::negator || kind == ShifterKind::shifter))
      turned *= one.factor;
    else
      scale *= one.factor;
  }
  return turned * real * std::clamp(scale, kMinScale, kMaxScale);
}

std::vector<std::string> collection() {
  const std::vector<std::string> words = {
      "good",  "better",   "bad",  "war",          "hope",  "not",
      "never", "no",       "very", "slightly",     "but",   "eased",
      "may",   "fears of", "rose", "fell",         "road",  "exports",
      ",",     "and",      "the",  "unemployment", "could", "never been so"};
  std::vector<std::string> texts;
  std::size_t state = 7;
  for (std::size_t i = 0; i < 300; ++i) {
    std::string text = "They say";
    for (std::size_t j = 0; j < i % 41; ++j) {
      state = (state * 1103515245 + 12345) % 2147483648;
      text += ' ' + words[state / 65536 % words.size()];
      if (state / 16 % 13 == 0)
        text += ". Then";
    }
    texts.push_back(text + '.');
  }
  return texts;
}

} // namespace

TEST_CASE("tone hits: which shifters act, and with which factor") {
  CHECK(acting("It is good.") == "");
  CHECK(acting("It is not very good.") == "not -0.7, very 1.5");
  CHECK(acting("It may be good.") == "may 0.65");
  CHECK(acting("Fears of what may be war.") == "Fears of 0.5");
  CHECK(acting("They eased the war.") == "eased -0.6");
  CHECK(acting("The war has eased.") == "eased -0.6");
  CHECK(acting("It was good, but very bad.") == "but 0.8");
  CHECK(acting("It was good, but very bad.", 1) == "but 1.25, very 1.5");
  CHECK(acting("It could not be better.") == "could not 1.25 superlative");
  CHECK(acting("It did not, however, go on good.") == "not -0.7");
  CHECK(acting("No, it was good.") == "");
}

TEST_CASE("tone hits: a list is negated by the negator of its first") {
  const char *text = "There was no war, bad or war.";
  for (std::size_t h = 0; h < 3; ++h)
    CHECK(acting(text, h) == "no -0.7");
}

TEST_CASE("tone hits: a pair has two places and reaches over both") {
  const std::string text = "“Né” unemployment in the ruins fell slightly.";
  const ToneScores scores = score(text);
  REQUIRE(scores.hits.size() == 1);
  const ToneHit &hit = scores.hits[0];
  CHECK(hit.entry == ToneHit::kPair);
  CHECK(at(text, hit.quantity_at) == "unemployment");
  CHECK(at(text, hit.direction_at) == "fell");
  CHECK(at(text, {hit.begin, hit.end}) == "unemployment in the ruins fell");
  CHECK(acting(text) == "slightly 0.6");
  CHECK(hit.contribution == from_units(contribution(1.2, 0.6)));
}

TEST_CASE("tone hits: in reading order, also where a pair begins before") {
  const std::string text = "Exports of good wood fell.";
  const ToneScores scores = score(text);
  REQUIRE(scores.hits.size() == 2);
  CHECK(scores.hits[0].entry == ToneHit::kPair);
  CHECK(at(text, {scores.hits[1].begin, scores.hits[1].end}) == "good");
}

TEST_CASE("tone hits: shifters make the product, and hits the tone") {
  std::vector<Article> articles;
  const std::vector<std::string> texts = collection();
  for (const std::string &text : texts) {
    Article article;
    article.title = "Not good, but better";
    article.text = text;
    articles.push_back(article);
  }
  const ToneScores scores = score(articles);
  std::vector<double> sum(articles.size());
  std::size_t shifters = 0;
  for (const ToneHit &hit : scores.hits) {
    CHECK(product_of(scores, hit) ==
          doctest::Approx(hit.product).epsilon(1e-12));
    CHECK(hit.contribution ==
          from_units(contribution(hit.valence, hit.product)));
    CHECK(hit.first_shifter == shifters);
    shifters += hit.shifters;
    sum[scores.sentences[hit.sentence].article] += hit.contribution;
  }
  CHECK(shifters == scores.shifters.size());
  CHECK(shifters > 1000);
  for (std::size_t a = 0; a < articles.size(); ++a) {
    const ToneArticle &article = scores.articles[a];
    CHECK(sum[a] / (static_cast<double>(article.hits) + kToneKappa) ==
          doctest::Approx(article.tone).epsilon(1e-12));
  }
  for (const std::size_t threads : {2U, 7U}) {
    const ToneScores other = score(articles, threads);
    REQUIRE(other.hits.size() == scores.hits.size());
    REQUIRE(other.shifters.size() == scores.shifters.size());
    for (std::size_t h = 0; h < other.hits.size(); ++h) {
      CHECK(other.hits[h].sentence == scores.hits[h].sentence);
      CHECK(other.hits[h].begin == scores.hits[h].begin);
      CHECK(other.hits[h].contribution == scores.hits[h].contribution);
      CHECK(other.hits[h].first_shifter == scores.hits[h].first_shifter);
    }
    for (std::size_t s = 0; s < other.shifters.size(); ++s)
      CHECK(other.shifters[s].factor == scores.shifters[s].factor);
  }
  CHECK(score(articles, 1, false).shifters.empty());
}

TEST_CASE("tone hits: thousands of adversatives are linear and still exact") {
  std::string text = "It was";
  for (int i = 0; i < 3000; ++i)
    text += " good, but bad, but";
  const ToneScores scores = score(text);
  CHECK(scores.hits.size() == 6000);
  CHECK(scores.shifters.size() <= 2 * kMaxContrasts * scores.hits.size());
  for (const ToneHit &hit : scores.hits)
    CHECK(product_of(scores, hit) == doctest::Approx(hit.product));
}
