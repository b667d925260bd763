// SPDX-License-Identifier: GPL-2.0-or-later
// Finds the adversatives that begin a clause, and multiplies their factors.
#include "tone/contrasts.h"

#include <algorithm>

namespace tritone::tone {
namespace {

// Keeps the running product of a sentence of thousands of adversatives from
// becoming infinite or 0, far outside the bounds of a scale.
double finite(double product) { return std::clamp(product, 1e-100, 1e100); }

} // namespace

Contrasts::Contrasts(const std::vector<Mark> &marks,
                     const std::vector<Shifter> &shifters,
                     const std::vector<FoundPhrase> &found) {
  for (const FoundPhrase &at : found) {
    if (shifters[at.id].kind != ShifterKind::adversative)
      continue;
    all_.push_back(at);
    if (at.begin > 0 && marks[at.begin - 1] == Mark::none)
      continue;
    if (first_.empty())
      before_.push_back(1);
    first_.push_back(at);
    own_.push_back(shifters[at.id].factor);
    before_.push_back(finite(before_.back() * shifters[at.id].factor));
  }
  later_.assign(before_.size(), 1);
  for (std::size_t k = first_.size(); k-- > 0;)
    later_[k] = finite(later_[k + 1] / shifters[first_[k].id].factor);
}

bool Contrasts::covers(std::size_t token) const {
  const auto next = std::upper_bound(
      all_.begin(), all_.end(), token,
      [](std::size_t t, const FoundPhrase &at) { return t < at.begin; });
  return next != all_.begin() && token < (next - 1)->end;
}

std::size_t Contrasts::clause_begin(std::size_t hit) {
  while (clause_ < all_.size() && all_[clause_].end <= hit)
    ++clause_;
  return clause_ > 0 ? all_[clause_ - 1].end : 0;
}

double Contrasts::factor(const FoundHit &hit) {
  if (first_.empty())
    return 1;
  while (passed_ < first_.size() && first_[passed_].end <= hit.begin)
    ++passed_;
  ahead_ = passed_;
  while (ahead_ < first_.size() && first_[ahead_].begin < hit.end)
    ++ahead_;
  return before_[passed_] * later_[ahead_];
}

void Contrasts::append_acting(std::vector<Acting> &out) const {
  if (first_.empty())
    return;
  double rest = before_[passed_];
  for (std::size_t k = passed_; k-- > 0 && passed_ - k <= kMaxContrasts;) {
    const bool last = k > 0 && passed_ - k == kMaxContrasts;
    out.push_back({first_[k], last ? rest : own_[k], false});
    rest /= own_[k];
  }
  rest = later_[ahead_];
  const std::size_t end = std::min(first_.size(), ahead_ + kMaxContrasts);
  for (std::size_t k = ahead_; k < end; ++k) {
    const bool last = k + 1 == end && end < first_.size();
    out.push_back({first_[k], last ? rest : 1 / own_[k], false});
    rest *= own_[k];
  }
}

} // namespace tritone::tone
