// SPDX-License-Identifier: GPL-2.0-or-later
// How sure the joint tone of several lexicons is.
#pragma once

#include "base/config.h"
#include "tone/score.h"

#include <vector>

namespace tritone::tone {

// The standard error of each article's consensus, sum(weight * tone) over the
// lexicons, one without a hit counting as 0. The lexicons read the same
// sentences, so their errors are taken together: with
//   e = sum(weight * (sum - tone * hits) / (hits of the article + kToneKappa))
// of each of the n sentences it is sqrt(n / (n - 1) * sum((e - mean(e))^2)), as
// ToneArticle::se for one lexicon of weight 1. NaN where no lexicon has a hit,
// and unless two sentences differ. `scores` are those of tone_scores(), with
// one weight each.
std::vector<double> consensus_errors(const std::vector<ToneScores> &scores,
                                     const std::vector<double> &weights);

} // namespace tritone::tone
