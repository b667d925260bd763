// SPDX-License-Identifier: GPL-2.0-or-later
#include "tone/shifters.h"

#include <algorithm>

namespace tritone {
namespace {

bool counts_as_word(const Token &token) {
  return token.kind != TokenKind::punctuation &&
         token.kind != TokenKind::symbol;
}

// Keeps the running product of a sentence of thousands of adversatives from
// becoming infinite or 0, far outside the bounds of a scale.
double finite(double product) { return std::clamp(product, 1e-100, 1e100); }

// Applies the rules to the hits of one sentence, which must come in rising
// order: what lies before one hit's window lies before all later windows.
class Rules {
public:
  Rules(const SentenceTokens &sentence, const std::vector<Mark> &marks,
        const std::vector<Shifter> &shifters,
        const std::vector<FoundPhrase> &found)
      : sentence_(sentence), marks_(marks), shifters_(shifters), found_(found) {
    collect_contrasts();
  }

  double product(const FoundPhrase &hit) {
    const std::size_t window = window_begin(hit.begin);
    while (next_ < found_.size() && found_[next_].end <= window)
      ++next_;
    std::size_t last = next_;
    while (last < found_.size() && found_[last].begin < hit.begin)
      ++last;
    double negation = 1;
    double scale = contrast(hit);
    int negators = 0;
    for (std::size_t f = last; f-- > next_;) {
      const FoundPhrase &at = found_[f];
      const Shifter &shifter = shifters_[at.id];
      if (shifter.kind == ShifterKind::negator) {
        if (negators++ < kMostNegators)
          negation *= shifter.factor;
      } else if (shifter.kind == ShifterKind::amplifier ||
                 shifter.kind == ShifterKind::downtoner) {
        if (at.begin >= last_hit_end_ && at.end <= hit.begin)
          scale *= shifter.factor;
      }
    }
    last_hit_end_ = hit.end;
    return negation * std::clamp(scale, kLeastScale, kGreatestScale);
  }

private:
  // Finds the adversatives that begin a clause. before_[k] is the product of
  // the first k factors, behind_[k] that of 1 / factor of the others.
  void collect_contrasts() {
    before_.assign(1, 1);
    for (const FoundPhrase &at : found_) {
      if (shifters_[at.id].kind != ShifterKind::adversative)
        continue;
      adversatives_.push_back(at);
      if (at.begin > 0 && marks_[at.begin - 1] == Mark::none)
        continue;
      contrasts_.push_back(at);
      before_.push_back(finite(before_.back() * shifters_[at.id].factor));
    }
    behind_.assign(before_.size(), 1);
    for (std::size_t k = contrasts_.size(); k-- > 0;)
      behind_[k] = finite(behind_[k + 1] / shifters_[contrasts_[k].id].factor);
  }

  double contrast(const FoundPhrase &hit) {
    while (passed_ < contrasts_.size() && contrasts_[passed_].end <= hit.begin)
      ++passed_;
    std::size_t ahead = passed_;
    while (ahead < contrasts_.size() && contrasts_[ahead].begin < hit.end)
      ++ahead; // one that shares words with the hit says nothing about it
    return before_[passed_] * behind_[ahead];
  }

  // First token of the window before the hit that begins at token `hit`.
  std::size_t window_begin(std::size_t hit) {
    while (clause_ < adversatives_.size() && adversatives_[clause_].end <= hit)
      ++clause_;
    const std::size_t least = clause_ > 0 ? adversatives_[clause_ - 1].end : 0;
    std::size_t begin = hit;
    for (std::size_t words = 0; begin > least; --begin) {
      if (marks_[begin - 1] != Mark::none)
        break;
      if (counts_as_word(sentence_.token[begin - 1]) && ++words > kWindow)
        break;
    }
    return begin;
  }

  const SentenceTokens &sentence_;
  const std::vector<Mark> &marks_;
  const std::vector<Shifter> &shifters_;
  const std::vector<FoundPhrase> &found_;
  std::vector<FoundPhrase> adversatives_;
  std::vector<FoundPhrase> contrasts_; // those that begin a clause
  std::vector<double> before_;
  std::vector<double> behind_;
  std::size_t next_ = 0;   // first of found_ that may be in a window
  std::size_t passed_ = 0; // contrasts_ that end before the hit
  std::size_t clause_ = 0; // adversatives_ that end before the hit
  std::size_t last_hit_end_ = 0;
};

} // namespace

const char *shifter_name(ShifterKind kind) {
  constexpr const char *kNames[kShifterKinds] = {"negator", "none", "amplifier",
                                                 "downtoner", "adversative"};
  return kNames[static_cast<std::size_t>(kind)];
}

double usual_factor(ShifterKind kind) {
  constexpr double kFactors[kShifterKinds] = {-0.7, 1, 1.25, 0.6, 1.25};
  return kFactors[static_cast<std::size_t>(kind)];
}

void apply_shifters(const SentenceTokens &sentence,
                    const std::vector<Mark> &marks,
                    const std::vector<Shifter> &shifters,
                    const std::vector<FoundPhrase> &found,
                    const std::vector<FoundPhrase> &hits,
                    std::vector<double> &out) {
  out.clear();
  Rules rules(sentence, marks, shifters, found);
  for (const FoundPhrase &hit : hits)
    out.push_back(rules.product(hit));
}

} // namespace tritone
