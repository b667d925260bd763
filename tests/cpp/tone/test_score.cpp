// SPDX-License-Identifier: GPL-2.0-or-later
// Tone of articles and sentences, for any number of threads.
#include "tone/score.h"

#include "base/error.h"

#include <doctest/doctest.h>

#include <algorithm>

#include <cmath>
#include <string>
#include <vector>

using namespace tritone;
using namespace tritone::text;
using namespace tritone::article;
using namespace tritone::tone;

namespace {

std::vector<LexiconEntry> entries(double sign = 1) {
  return {{"good", sign * 2},         {"bad", sign * -2},
          {"peace", sign * 3},        {"peace talks", sign * 1.5},
          {"blood pressure", 0},      {"blood", sign * -1},
          {"justice", sign * 1.5},    {"fine words", sign * 1.2},
          {"genocide", sign * -9},    {"like", sign * 1},
          {"café society", sign * 1}, {"won", sign * 2}};
}

std::vector<Shifter> shifters() {
  using Kind = ShifterKind;
  return {{"not", Kind::negator},    {"don't", Kind::negator},
          {"no", Kind::negator},     {"not only", Kind::none},
          {"very", Kind::amplifier}, {"slightly", Kind::downtoner},
          {"but", Kind::adversative}};
}

const Lexicon &full() {
  static const Lexicon lexicon(entries(), shifters());
  return lexicon;
}
const Lexicon &plain() {
  static const Lexicon lexicon(entries(), {});
  return lexicon;
}

ToneScores score_all(const std::vector<Article> &articles,
                     const Lexicon &lexicon = full(), std::size_t threads = 1,
                     std::size_t block_bytes = 1 << 17) {
  ToneOptions options;
  options.keep_hits = true;
  NullMonitor monitor;
  return tone_score(MemorySource(articles, block_bytes), lexicon, options,
                    threads, monitor);
}

Article article_of(std::string_view text) {
  Article out;
  out.text = text;
  return out;
}

ToneScores score(std::string_view text, const Lexicon &lexicon = full()) {
  return score_all({article_of(text)}, lexicon);
}

double tone_of(std::string_view text, const Lexicon &lexicon = full()) {
  return score(text, lexicon).articles[0].tone;
}

bool same_bits(double a, double b) {
  return a == b || (std::isnan(a) && std::isnan(b));
}

bool same(const ToneScores &a, const ToneScores &b) {
  bool equal = a.articles.size() == b.articles.size() &&
               a.sentences.size() == b.sentences.size() &&
               a.hits.size() == b.hits.size();
  for (std::size_t i = 0; equal && i < a.articles.size(); ++i) {
    const ToneArticle &x = a.articles[i];
    const ToneArticle &y = b.articles[i];
    equal = x.first_sentence == y.first_sentence &&
            x.sentences == y.sentences && x.words == y.words &&
            x.hits == y.hits && x.units == y.units &&
            same_bits(x.tone, y.tone) && same_bits(x.se, y.se);
  }
  for (std::size_t i = 0; equal && i < a.sentences.size(); ++i) {
    const ToneSentence &x = a.sentences[i];
    const ToneSentence &y = b.sentences[i];
    equal = x.article == y.article && x.begin == y.begin && x.end == y.end &&
            x.words == y.words && x.hits == y.hits && x.units == y.units &&
            x.in_title == y.in_title;
  }
  for (std::size_t i = 0; equal && i < a.hits.size(); ++i) {
    const ToneHit &x = a.hits[i];
    const ToneHit &y = b.hits[i];
    equal = x.sentence == y.sentence && x.begin == y.begin && x.end == y.end &&
            x.entry == y.entry && x.product == y.product &&
            x.contribution == y.contribution;
  }
  return equal;
}

// A few hundred articles of many kinds.
std::vector<std::string> collection() {
  const std::vector<std::string> pieces = {
      "The talks were not good. ",   "A very bad day, but peace is near. ",
      "Peace talks won praise.\n\n", "“Bad,” she said. “Don’t panic.” ",
      "Nothing of note; 12 hours. ", "Blood pressure is slightly bad? ",
      "Café society likes justice. "};
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < 300; ++i) {
    std::string text;
    for (std::size_t j = 0; j < i % 23; ++j)
      text += pieces[(i * 7 + j * j) % pieces.size()];
    texts.push_back(text);
  }
  return texts;
}

} // namespace

TEST_CASE("tone score: one hit, its sums and its place") {
  const auto out = score("A flat start. It was a good day in 2021!");
  REQUIRE(out.sentences.size() == 2);
  REQUIRE(out.hits.size() == 1);
  CHECK(out.hits[0].sentence == 1);
  CHECK(out.hits[0].begin == 23);
  CHECK(out.hits[0].end == 27);
  CHECK(full().entries()[out.hits[0].entry].phrase == "good");
  CHECK(out.hits[0].product == 1);
  CHECK(out.hits[0].contribution == 0.5);
  CHECK(out.sentences[0].words == 3);
  CHECK(out.sentences[0].hits == 0);
  CHECK(out.sentences[1].begin == 14);
  CHECK(out.sentences[1].end == 40);
  CHECK(out.sentences[1].words == 6); // 2021 is none
  CHECK(out.articles[0].words == 9);
  CHECK(out.articles[0].hits == 1);
  CHECK(out.articles[0].tone == 0.5 / (1 + kToneKappa));
}

TEST_CASE("tone score: the standard error is that of a clustered ratio") {
  const auto out = score("Good, good day. A bad day. An even day.");
  const double t = (0.5 + 0.5 - 0.5) / (3 + kToneKappa);
  CHECK(out.articles[0].tone == doctest::Approx(t).epsilon(1e-15));
  const double e[] = {1 - 2 * t, -0.5 - t, 0};
  const double mean = (e[0] + e[1] + e[2]) / 3;
  double squares = 0;
  for (const double x : e)
    squares += (x - mean) * (x - mean);
  CHECK(out.articles[0].se ==
        doctest::Approx(std::sqrt(1.5 * squares) / (3 + kToneKappa))
            .epsilon(1e-14));
  CHECK(std::isnan(score("A good day.").articles[0].se));
  CHECK(std::isnan(score("A day. A night.").articles[0].se));
}

TEST_CASE("tone score: no hit is NaN, balance is 0") {
  for (const char *text : {"", " \n\n ", "?!.,;:'\"…", "12 345 6.7", "x"}) {
    const auto out = score(text);
    CHECK_MESSAGE(std::isnan(out.articles[0].tone), text);
    CHECK(out.articles[0].hits == 0);
  }
  CHECK(tone_of("good and bad") == 0);
  Article missing;
  missing.missing = true;
  const auto out = score_all({missing, article_of("good")});
  REQUIRE(out.articles.size() == 2);
  CHECK(out.articles[0].sentences == 0);
  CHECK(std::isnan(out.articles[0].tone));
  CHECK(out.sentences[0].article == 1);
  CHECK(score_all({}).articles.empty());
}

TEST_CASE("tone score: the longest entry wins, whole words only") {
  CHECK(score("peace talks").articles[0].sum() == 1.5 / 4);
  CHECK(score("peace, talks").articles[0].sum() == 3.0 / 4);
  CHECK(score("peace\ntalks").articles[0].sum() == 1.5 / 4);
  CHECK(score("peaceful goodness, badly unlike").articles[0].hits == 0);
  CHECK(score("well-good good-natured").articles[0].hits == 0);
  CHECK(score("good—bad good/bad").articles[0].hits == 4);
  CHECK(score("good@bad.example www.good.example #bad @bad").articles[0].hits ==
        0);
  CHECK(score("high blood pressure").articles[0].hits == 0);
  CHECK(score("blood").articles[0].hits == 1);
  CHECK(score("the peace's end").articles[0].hits == 1);
  CHECK(score("peace. Talks").articles[0].sum() == 3.0 / 4);
}

TEST_CASE("tone score: contributions are cut at 4") {
  CHECK(score("genocide").articles[0].sum() == -1);
  CHECK(score("very bad").articles[0].sum() == -2 * 1.25 / 4);
  CHECK(contribution(3, 2) == 4000000000);
  CHECK(contribution(-3, 2) == -4000000000);
  CHECK(from_units(contribution(3, 2)) == 1);
}

TEST_CASE("tone score: repeated words count as often as they occur") {
  CHECK(score("good good good bad").articles[0].hits == 4);
  CHECK(score("good good good bad").articles[0].sum() == 1);
  std::string pairs;
  for (int i = 0; i < 10; ++i)
    pairs += "bad good ";
  CHECK(tone_of(pairs) == 0);
  const std::string text = "A good day, but a bad night. ";
  const auto once = score(text).articles[0];
  const auto twice = score(text + text).articles[0];
  CHECK(twice.sum() / static_cast<double>(twice.hits) ==
        once.sum() / static_cast<double>(once.hits));
}

TEST_CASE("tone score: what balances is exactly 0, in any order") {
  // 3 x 0.4 and 0.1 + 0.2 are not the numbers nearest to 1.2 and 0.3.
  const Lexicon tenths({{"a", 0.1},
                        {"b", 0.2},
                        {"c", -0.3},
                        {"d", 3},
                        {"e", -1.2},
                        {"f", 0.7},
                        {"g", -0.7}},
                       {{"hardly", ShifterKind::downtoner, 0.4}});
  std::vector<std::string> words = {"a", "b", "c", "hardly d", "e", "f", "g"};
  std::sort(words.begin(), words.end());
  std::size_t orders = 0;
  do {
    std::string text = "Say";
    for (const std::string &word : words)
      text += ' ' + word + ',';
    const auto out = score(text, tenths).articles[0];
    REQUIRE(out.hits == 7);
    REQUIRE_MESSAGE(out.tone == 0, text);
    REQUIRE_FALSE(std::signbit(out.tone));
    ++orders;
  } while (std::next_permutation(words.begin(), words.end()));
  CHECK(orders == 5040);
}

TEST_CASE("tone score: like sentences give no standard error") {
  CHECK(std::isnan(score("Good day. Good day.").articles[0].se));
  CHECK(std::isnan(score("Good day. Good night. Good day.").articles[0].se));
  CHECK(std::isnan(score("Good day.").articles[0].se));
  CHECK(score("Good day. Bad day.").articles[0].se > 0);
  CHECK(score("Good day. A day.").articles[0].se > 0);
  CHECK(score("Good good day. Good day.").articles[0].se > 0);
  const Lexicon zero({{"good", 2}}, {{"not", ShifterKind::negator, 0.0}});
  CHECK(std::isnan(score("Not good. A day.", zero).articles[0].se));
}

TEST_CASE("tone score: typography changes nothing") {
  const std::vector<std::string> texts = {
      "They don't like it. “Not good,” he said — “very bad.” Café society.",
      "They don’t like it. \"Not good,\" he said — \"very bad.\" Café society.",
      "They donʼt like it. «Not good,» he said — «very bad.» Café society.",
      "They don＇t like it. ``Not good,'' he said — ``very bad.'' Cafe\xCC\x81 "
      "society.",
      "They don't like\nit. “Not\ngood,” he said\n— “very bad.” Café\nsociety.",
      "They don't l\xC2\xADike it. “Not good,” he said -- “very bad.” Café "
      "society."};
  const auto first = score(texts[0]);
  CHECK(first.articles[0].hits == 4);
  CHECK(first.articles[0].sum() == -3.6 / 4); // -.7 * 1 - .7 * 2 - 1.25 * 2 + 1
  for (const std::string &text : texts) {
    const auto other = score(text);
    CHECK_MESSAGE(other.articles[0].sum() == first.articles[0].sum(), text);
    CHECK_MESSAGE(other.articles[0].words == first.articles[0].words, text);
    CHECK_MESSAGE(other.articles[0].se == first.articles[0].se, text);
  }
}

TEST_CASE("tone score: negators, and those that are not") {
  CHECK(tone_of("It is not good") == -7.0 / 60);
  CHECK(tone_of("No, good food") > 0);
  CHECK(tone_of("Not only good") > 0);
  CHECK(tone_of("It is good, isn't it? Not so bad") > 0);
  CHECK(tone_of("It is not. Good food") > 0); // not across sentences
}

TEST_CASE("tone score: without shifters it is plain look-up") {
  for (const std::string &text : collection()) {
    const auto out = score(text, plain());
    std::int64_t units = 0;
    for (const ToneHit &hit : out.hits) {
      CHECK(hit.product == 1);
      units += contribution(plain().entries()[hit.entry].valence, 1);
    }
    CHECK(out.articles[0].units == units);
    CHECK(out.hits.size() == score(text).hits.size());
  }
  // Shifters that do not occur change nothing either.
  const std::string text = "A good day, then a bad night.";
  CHECK(same(score(text, plain()), score(text, full())));
}

TEST_CASE("tone score: every hit is scored once") {
  std::vector<LexiconEntry> ones = entries();
  for (LexiconEntry &entry : ones)
    entry.valence = entry.valence == 0 ? 0 : kMaxValence;
  const Lexicon counting(ones, {});
  for (const std::string &text : collection()) {
    const auto out = score(text, counting);
    CHECK(out.articles[0].sum() == static_cast<double>(out.articles[0].hits));
    CHECK(out.hits.size() == out.articles[0].hits);
    std::int64_t units = 0;
    std::size_t hits = 0;
    for (const ToneSentence &sentence : out.sentences) {
      units += sentence.units;
      hits += sentence.hits;
    }
    CHECK(units == out.articles[0].units);
    CHECK(hits == out.hits.size());
    for (std::size_t h = 0; h < out.hits.size(); ++h) {
      const ToneSentence &in = out.sentences[out.hits[h].sentence];
      CHECK(out.hits[h].begin >= in.begin);
      CHECK(out.hits[h].end <= in.end);
      if (h > 0)
        CHECK(out.hits[h].begin >= out.hits[h - 1].end);
    }
  }
}

TEST_CASE("tone score: a lexicon of turned signs turns every number") {
  const Lexicon turned(entries(-1), shifters());
  for (const std::string &text : collection()) {
    const auto a = score(text).articles[0];
    const auto b = score(text, turned).articles[0];
    CHECK(a.hits == b.hits);
    CHECK(a.sum() == -b.sum());
    CHECK(same_bits(a.tone, -b.tone));
    CHECK(same_bits(a.se, b.se));
  }
}

TEST_CASE("tone score: names inside a sentence are no hits") {
  CHECK(score("He met Justice Good.").articles[0].hits == 0);
  CHECK(score("He wants justice.").articles[0].hits == 1);
  CHECK(score("Justice is good.").articles[0].hits == 2);
  CHECK(score("It cost 500 won; they won.").articles[0].hits == 1);
  Article titled;
  titled.title = "Bad Peace Talks";
  titled.text = "He met Justice Good.";
  ToneOptions options;
  options.reading.by_part = true;
  options.keep_hits = true;
  NullMonitor monitor;
  const auto out =
      tone_score(MemorySource({titled}), full(), options, 1, monitor);
  REQUIRE(out.sentences.size() == 2);
  CHECK(out.sentences[0].in_title);
  CHECK(out.sentences[0].hits == 2);
  CHECK(out.sentences[0].begin == 0);
  CHECK(out.sentences[0].end == titled.title.size());
  CHECK_FALSE(out.sentences[1].in_title);
  CHECK(out.sentences[1].hits == 0);
}

TEST_CASE("tone score: a title is one sentence") {
  Article titled;
  titled.title = " Peace at last? Good! ";
  titled.text = "Rain.";
  ToneOptions options;
  options.reading.by_part = true;
  NullMonitor monitor;
  const auto out =
      tone_score(MemorySource({titled}), full(), options, 1, monitor);
  REQUIRE(out.sentences.size() == 2);
  CHECK(out.sentences[0].hits == 2);
  CHECK(out.hits.empty()); // they were not asked for
}

TEST_CASE("tone score: the same bits for any threads and blocks") {
  const auto texts = collection();
  std::vector<Article> articles;
  for (const std::string &text : texts)
    articles.push_back(article_of(text));
  const auto one = score_all(articles, full(), 1);
  CHECK(one.articles.size() == texts.size());
  for (const std::size_t threads : {1, 2, 7})
    for (const std::size_t bytes : {1, 700, 1 << 20})
      CHECK(same(score_all(articles, full(), threads, bytes), one));
}

TEST_CASE("tone score: an article's row depends on it alone") {
  const auto texts = collection();
  std::vector<Article> articles;
  for (const std::string &text : texts)
    articles.push_back(article_of(text));
  const auto all = score_all(articles);
  for (std::size_t i = 0; i < texts.size(); i += 17) {
    const auto alone = score(texts[i]).articles[0];
    CHECK(same_bits(alone.tone, all.articles[i].tone));
    CHECK(same_bits(alone.se, all.articles[i].se));
  }
}

TEST_CASE("tone score: huge single lines and bad bytes") {
  std::string line;
  while (line.size() < 2000000)
    line += "but not very Good \"and\" no bad, ";
  const auto out = score(line);
  CHECK(out.articles[0].hits > 60000);
  CHECK(std::fabs(out.articles[0].tone) <= 1);
  CHECK(score("good \xff\xfe bad").articles[0].hits == 2);
}

TEST_CASE("a sentence that is repeated makes a tone no surer") {
  const auto row = [](std::string_view text) {
    return score_all({article_of(text)}).articles[0];
  };
  const ToneArticle once = row("A good day. A bad road, like the war. Rain.");
  const ToneArticle thrice = row("A good day. A bad road, like the war. "
                                 "A good day. A bad\nroad, like the war. Rain. "
                                 "A good day. A bad road, like the war.");
  REQUIRE(once.hits == 3);
  REQUIRE(thrice.hits == 9);
  // e is of a sum here and drawn less to 0 there; were the sentences nine, the
  // error would be less by the root of three.
  CHECK(thrice.se > 1.2 * once.se);
  CHECK(thrice.se < 2 * once.se);
  CHECK(std::isnan(row("A bad day. A bad day. A bad day.").se));
}
