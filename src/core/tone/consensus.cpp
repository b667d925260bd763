// SPDX-License-Identifier: GPL-2.0-or-later
// The standard error of a consensus, from the sums of its sentences.
#include "tone/consensus.h"

#include <cmath>
#include <limits>

namespace tritone::tone {
namespace {

double error_of(const std::vector<ToneScores> &scores,
                const std::vector<double> &weights, std::size_t a,
                std::vector<double> &e) {
  constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
  const std::size_t n = scores[0].articles[a].sentences;
  e.assign(n, 0);
  bool differ = false;
  for (std::size_t l = 0; l < scores.size(); ++l) {
    const ToneArticle &article = scores[l].articles[a];
    if (article.hits == 0)
      continue;
    const ToneSentence *const s =
        scores[l].sentences.data() + article.first_sentence;
    const double by =
        weights[l] / (static_cast<double>(article.hits) + kToneKappa);
    for (std::size_t i = 0; i < n; ++i) {
      e[i] += by * (s[i].sum() - article.tone * static_cast<double>(s[i].hits));
      differ = differ || s[i].hits != s[0].hits || s[i].units != s[0].units;
    }
  }
  if (!differ)
    return kNone;
  const auto count = static_cast<double>(n);
  double mean = 0;
  for (const double x : e)
    mean += x / count;
  double squares = 0;
  for (const double x : e)
    squares += (x - mean) * (x - mean);
  return squares == 0 ? kNone : std::sqrt(count / (count - 1) * squares);
}

} // namespace

std::vector<double> consensus_errors(const std::vector<ToneScores> &scores,
                                     const std::vector<double> &weights) {
  std::vector<double> out;
  std::vector<double> e;
  if (scores.empty())
    return out;
  for (std::size_t a = 0; a < scores[0].articles.size(); ++a)
    out.push_back(error_of(scores, weights, a, e));
  return out;
}

} // namespace tritone::tone
