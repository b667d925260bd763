// SPDX-License-Identifier: GPL-2.0-or-later
// Any bytes as a lexicon of tone and a text to score by it: up to a blank line
// each line is an entry (phrase, bar, valence) or a shifter (phrase, bar, name
// of its kind). Checks what must hold of each result.
#include "base/error.h"
#include "require.h"
#include "text/utf8.h"
#include "tone/lexicon.h"
#include "tone/score.h"

#include <cmath>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

using namespace tritone;
using namespace tritone::text;
using namespace tritone::article;
using namespace tritone::tone;
using namespace tritone::fuzz;

namespace {

struct Given {
  std::vector<LexiconEntry> entries;
  std::vector<Shifter> shifters;
};

Given read_lexicon(std::string_view &rest) {
  Given out;
  while (!rest.empty() && out.entries.size() + out.shifters.size() < 64) {
    const std::string_view line = take_line(rest);
    if (line.empty())
      break;
    const std::size_t bar = line.find('|');
    const std::string phrase(line.substr(0, bar));
    const std::string what(
        bar == std::string_view::npos ? "" : line.substr(bar + 1));
    bool shifter = false;
    for (std::size_t k = 0; k < kShifterKinds; ++k) {
      const auto kind = static_cast<ShifterKind>(k);
      if (what == shifter_name(kind)) {
        out.shifters.push_back({phrase, kind});
        shifter = true;
      }
    }
    if (!shifter)
      out.entries.push_back({phrase, std::strtod(what.c_str(), nullptr)});
  }
  return out;
}

void check_scores(const ToneScores &scores, const std::vector<Article> &given) {
  require(scores.articles.size() == given.size(), "a tone for each article");
  std::size_t next = 0;
  for (std::size_t a = 0; a < given.size(); ++a) {
    const ToneArticle &one = scores.articles[a];
    require(one.first_sentence == next, "sentences are by article");
    std::size_t hits = 0;
    std::int64_t units = 0;
    for (std::size_t s = 0; s < one.sentences; ++s, ++next) {
      const ToneSentence &sentence = scores.sentences.at(next);
      const std::string_view field =
          sentence.in_title ? given[a].title : given[a].text;
      require(sentence.article == a && sentence.begin <= sentence.end &&
                  sentence.end <= field.size(),
              "a sentence lies in its field");
      hits += sentence.hits;
      units += sentence.units;
    }
    require(hits == one.hits && units == one.units, "sentences add up");
    require(std::isnan(one.tone) == (one.hits == 0), "no hit, no tone");
    require(std::isnan(one.tone) || std::abs(one.tone) <= 1, "a tone's range");
    require(std::isnan(one.se) || one.se >= 0, "an error is not negative");
  }
  std::vector<double> sums(scores.sentences.size());
  std::vector<std::size_t> hits(scores.sentences.size());
  for (const ToneHit &hit : scores.hits) {
    const ToneSentence &in = scores.sentences.at(hit.sentence);
    require(hit.begin < hit.end && hit.begin >= in.begin && hit.end <= in.end,
            "a hit lies in its sentence");
    require(std::abs(hit.contribution) <= 1, "a contribution's range");
    sums[hit.sentence] += hit.contribution;
    ++hits[hit.sentence];
  }
  for (std::size_t s = 0; s < sums.size(); ++s)
    require(hits[s] == scores.sentences[s].hits &&
                std::abs(sums[s] - scores.sentences[s].sum()) < 1e-6,
            "hits add up");
}

bool same(const ToneScores &a, const ToneScores &b) {
  if (a.hits.size() != b.hits.size() ||
      a.sentences.size() != b.sentences.size())
    return false;
  for (std::size_t i = 0; i < a.sentences.size(); ++i)
    if (a.sentences[i].units != b.sentences[i].units ||
        a.sentences[i].begin != b.sentences[i].begin)
      return false;
  return true;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data,
                                      std::size_t size) {
  const std::string whole = repair_utf8(view(data, size)).text;
  std::string_view rest = whole;
  Given given = read_lexicon(rest);
  std::unique_ptr<const Lexicon> lexicon;
  try {
    lexicon = std::make_unique<const Lexicon>(given.entries, given.shifters);
  } catch (const input_error &) {
    return 0;
  }
  std::vector<Article> articles(3);
  articles[0].title = take_line(rest);
  articles[0].text = rest;
  articles[1].missing = true;
  articles[2].text = whole;
  ToneOptions options;
  options.keep_hits = true;
  NullMonitor monitor;
  const ToneScores scores =
      tone_score(MemorySource(articles), *lexicon, options, 1, monitor);
  check_scores(scores, articles);
  const ToneScores blocks = tone_score(MemorySource(articles, 1 << 17, 1),
                                       *lexicon, options, 1, monitor);
  require(same(scores, blocks), "blocks change nothing");
  options.reading.by_part = true;
  check_scores(
      tone_score(MemorySource(articles), *lexicon, options, 1, monitor),
      articles);
  return 0;
}
