// SPDX-License-Identifier: GPL-2.0-or-later
// The standard error of a consensus, from the sums of its sentences.
#include "tone/consensus.h"

#include "tone/sentence_error.h"

#include <limits>

namespace tritone::tone {
namespace {

double error_of(const std::vector<ToneScores> &scores,
                const std::vector<double> &weights, std::size_t a,
                SentenceDeviations &scratch) {
  const std::size_t n = scores[0].articles[a].sentences;
  scratch.clear();
  bool differ = false;
  for (std::size_t i = 0; i < n; ++i)
    scratch.add(0, 0);
  for (std::size_t l = 0; l < scores.size(); ++l) {
    const ToneArticle &article = scores[l].articles[a];
    if (article.hits == 0)
      continue;
    const ToneSentence *const s =
        scores[l].sentences.data() + article.first_sentence;
    const double by =
        weights[l] / (static_cast<double>(article.hits) + kToneKappa);
    for (std::size_t i = 0; i < n; ++i) {
      scratch.e[i] +=
          by * (s[i].sum() - article.tone * static_cast<double>(s[i].hits));
      if (s[i].hits > 0)
        scratch.key[i] = s[i].key;
      differ = differ || s[i].hits != s[0].hits || s[i].units != s[0].units;
    }
  }
  return differ ? sentence_error(scratch)
                : std::numeric_limits<double>::quiet_NaN();
}

} // namespace

std::vector<double> consensus_errors(const std::vector<ToneScores> &scores,
                                     const std::vector<double> &weights) {
  std::vector<double> out;
  SentenceDeviations scratch;
  if (scores.empty())
    return out;
  for (std::size_t a = 0; a < scores[0].articles.size(); ++a)
    out.push_back(error_of(scores, weights, a, scratch));
  return out;
}

} // namespace tritone::tone
