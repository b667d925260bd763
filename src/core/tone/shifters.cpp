// SPDX-License-Identifier: GPL-2.0-or-later
// How negators, amplifiers and other shifters change a hit.
#include "tone/shifters.h"

#include "tone/contrasts.h"
#include "tone/reach.h"
#include "tone/superlative.h"
#include "tone/window.h"

#include <algorithm>

namespace tritone::tone {
namespace {

// Applies the rules to the hits of one sentence, which must come in rising
// order: what lies before one hit's window lies before all later windows.
class Shifting {
public:
  Shifting(const SentenceTokens &sentence, const std::vector<Mark> &marks,
           const std::vector<Shifter> &shifters,
           const std::vector<FoundPhrase> &found,
           const std::vector<FoundHit> &hits, ShifterScratch &scratch,
           std::vector<Shifted> &out, std::vector<std::vector<Acting>> *acting)
      : sentence_(sentence), marks_(marks), shifters_(shifters), found_(found),
        hits_(hits), out_(out), acting_(acting), reach_(sentence),
        contrasts_(marks, shifters, found), around_(scratch.around),
        acts_(scratch.acts) {
    out_.assign(hits_.size(), Shifted{});
    if (acting_ != nullptr)
      acting_->assign(hits_.size(), {});
    const Windows windows(sentence, marks, shifters, found);
    around_.clear();
    for (const FoundHit &hit : hits_) {
      const Window window =
          windows.before(hit.begin, contrasts_.clause_begin(hit.begin));
      around_.push_back({window.begin, window.beyond, 1, 1});
    }
    acts_.assign(found_.size(), 0);
    decide_shifters();
  }

  void apply() {
    for (std::size_t h = 0; h < hits_.size(); ++h)
      if (!out_[h].dropped)
        out_[h].product = product(h);
    if (acting_ != nullptr)
      for (auto &of_hit : *acting_)
        std::stable_sort(of_hit.begin(), of_hit.end(),
                         [](const Acting &a, const Acting &b) {
                           return a.at.begin < b.at.begin;
                         });
  }

private:
  ShifterKind kind(std::size_t f) const { return shifters_[found_[f].id].kind; }

  void note(std::size_t h, const FoundPhrase &at, double factor,
            bool superlative = false) {
    if (acting_ != nullptr)
      (*acting_)[h].push_back({at, factor, superlative});
  }
  void note(std::size_t h, std::size_t f) {
    note(h, found_[f], shifters_[found_[f].id].factor);
  }

  // hits_[h] is negated as hits_[from] is.
  void note_negation_of(std::size_t from, std::size_t h) {
    if (acting_ == nullptr)
      return;
    for (const Acting &one : (*acting_)[from]) {
      const ShifterKind its = shifters_[one.at.id].kind;
      if (!one.superlative &&
          (its == ShifterKind::negator || its == ShifterKind::shifter))
        (*acting_)[h].push_back(one);
    }
  }

  double product(std::size_t h) {
    const FoundHit &hit = hits_[h];
    while (next_ < found_.size() && found_[next_].end <= around_[h].begin)
      ++next_;
    std::size_t last = next_;
    while (last < found_.size() && found_[last].begin < hit.begin)
      ++last;
    double scale = contrasts_.factor(hit);
    if (acting_ != nullptr)
      contrasts_.append_acting((*acting_)[h]);
    double real = 1;
    std::size_t unreal = Window::kNone;
    const double negation = this->negation(h, next_, last, scale);
    for (std::size_t f = last; f-- > next_;) {
      const double factor = shifters_[found_[f].id].factor;
      switch (kind(f)) {
      case ShifterKind::amplifier:
      case ShifterKind::downtoner:
        if (found_[f].begin >= used_ && found_[f].end <= hit.begin) {
          scale *= factor;
          note(h, f);
        }
        break;
      case ShifterKind::irrealis:
        if (factor < real) {
          real = factor;
          unreal = f;
        }
        break;
      default:
        break;
      }
    }
    if (unreal != Window::kNone)
      note(h, unreal);
    used_ = hit.end;
    while (last < found_.size() && found_[last].begin < hit.end)
      ++last;
    if (hit.is_pair() && last < found_.size() &&
        found_[last].begin == hit.end && is_degree(last)) {
      scale *= shifters_[found_[last].id].factor;
      note(h, last);
      used_ = found_[last].end;
    }
    return negation * real * std::clamp(scale, kMinScale, kMaxScale);
  }

  // What the negators and shifters first .. last - 1 of found_, and those after
  // the hit, multiply hits_[h] by. Superlatives go into `scale`.
  double negation(std::size_t h, std::size_t first, std::size_t last,
                  double &scale) {
    double product = around_[h].after_factor;
    int taken = product != 1;
    std::size_t nearest = hits_[h].begin; // of what lies between two negators
    bool closed = false;
    for (std::size_t f = last; f-- > first && !closed;) {
      if (kind(f) != ShifterKind::negator &&
          (kind(f) != ShifterKind::shifter || acts_[f] == 0))
        continue;
      const bool negator = kind(f) == ShifterKind::negator;
      if (negator &&
          makes_superlative(sentence_, marks_, found_[f], hits_[h])) {
        scale *= kSuperlative;
        note(h, found_[f], kSuperlative, true);
        continue;
      }
      if (negator && reach_.beyond_clause(found_[f], hits_[h]))
        continue;
      if (taken >= kMaxNegators || has_own_hit(f, h, nearest) ||
          (nearest != hits_[h].begin && reach_.parallel(found_[f], nearest)) ||
          !reach_.over_and(found_[f], negator, hits_, out_, h))
        break;
      product *= shifters_[found_[f].id].factor;
      note(h, f);
      nearest = found_[f].begin;
      ++taken;
      closed = negator && reach_.goes_on(found_[f]);
    }
    const std::size_t object =
        taken == 0 ? object_after(h, last) : Window::kNone;
    if (object != Window::kNone) {
      product *= shifters_[found_[object].id].factor;
      note(h, object);
      ++taken;
    }
    const std::size_t beyond = around_[h].beyond;
    if (beyond != Window::kNone && taken < kMaxNegators && !closed) {
      product *= shifters_[found_[beyond].id].factor;
      note(h, beyond);
      ++taken;
    }
    std::size_t k = h;
    while (k > 0 && out_[k - 1].dropped)
      --k;
    if (taken == 0 && k > 0 && reach_.same_list(hits_[k - 1], hits_[h])) {
      product = around_[k - 1].negated;
      note_negation_of(k - 1, h);
    }
    around_[h].negated = product;
    return product;
  }

  // The negator directly after hits_[h] that is its object; `f` is the first of
  // found_ that does not begin before the hit.
  std::size_t object_after(std::size_t h, std::size_t f) const {
    while (f < found_.size() && found_[f].begin < hits_[h].end)
      ++f;
    return f < found_.size() && kind(f) == ShifterKind::negator &&
                   reach_.object_of(hits_[h], found_[f])
               ? f
               : Window::kNone;
  }

  // Has another negator been taken for hits_[h], and is there a hit between it,
  // which begins at token `nearest`, and found_[f]? Then f is about that hit.
  bool has_own_hit(std::size_t f, std::size_t h, std::size_t nearest) const {
    if (nearest == hits_[h].begin)
      return false;
    for (std::size_t k = h; k-- > 0 && hits_[k].begin >= found_[f].end;)
      if (!out_[k].dropped && hits_[k].begin < nearest)
        return true;
    return false;
  }

  bool is_degree(std::size_t f) const {
    return kind(f) == ShifterKind::amplifier ||
           kind(f) == ShifterKind::downtoner;
  }

  // Which shifters act, on what, and which hits they take the place of.
  void decide_shifters() {
    std::size_t ahead = 0; // first hit that begins after the shifter
    for (std::size_t f = 0; f < found_.size(); ++f) {
      if (kind(f) != ShifterKind::shifter)
        continue;
      const FoundPhrase &at = found_[f];
      while (ahead < hits_.size() && hits_[ahead].begin < at.end)
        ++ahead;
      // Its own hits are those that share words with it.
      std::size_t own = ahead;
      while (own > 0 && hits_[own - 1].end > at.begin)
        --own;
      if (own < ahead &&
          (hits_[own].begin < at.begin || hits_[ahead - 1].end > at.end))
        continue; // part of a longer entry
      const bool next_only = at.end - at.begin == 1 &&
                             is_one_of(sentence_, at.begin, " less least ");
      const bool forward =
          ahead < hits_.size() && (next_only ? hits_[ahead].begin == at.end
                                             : around_[ahead].begin < at.end);
      if (!forward && (own == 0 || next_only || !is_after(hits_[own - 1], at)))
        continue;
      const std::size_t target = forward ? ahead : own - 1;
      const bool is_entry = own + 1 == ahead && hits_[own].begin == at.begin &&
                            hits_[own].end == at.end;
      if (out_[target].dropped ||
          (is_entry && hits_[own].valence * hits_[target].valence >= 0))
        continue;
      for (std::size_t h = own; h < ahead; ++h)
        out_[h].dropped = true;
      acts_[f] = forward ? 1 : 0;
      if (!forward) {
        around_[target].after_factor *= shifters_[at.id].factor;
        note(target, f);
      }
    }
  }

  // Is the shifter close after the hit, in the same clause?
  bool is_after(const FoundHit &hit, const FoundPhrase &shifter) const {
    if (shifter.begin > hit.end &&
        is_one_of(sentence_, shifter.begin - 1, " a an the "))
      return false;
    std::size_t words = 0;
    for (std::size_t i = hit.end; i < shifter.begin; ++i) {
      if (marks_[i] != Mark::none || contrasts_.covers(i) || reach_.joins(i))
        return false;
      if (counts_as_word(sentence_.token[i]) && ++words > kAfter)
        return false;
    }
    return true;
  }

  const SentenceTokens &sentence_;
  const std::vector<Mark> &marks_;
  const std::vector<Shifter> &shifters_;
  const std::vector<FoundPhrase> &found_;
  const std::vector<FoundHit> &hits_;
  std::vector<Shifted> &out_;
  std::vector<std::vector<Acting>> *const acting_; // null: not asked for
  const Reach reach_;
  Contrasts contrasts_;
  std::vector<ShifterScratch::Around> &around_; // by hit
  std::vector<char> &acts_; // by found_: a shifter on hits after it
  std::size_t next_ = 0;    // first of found_ that may be in a window
  std::size_t used_ = 0;    // what lies before belongs to earlier hits
};

} // namespace

bool counts_as_word(const text::Token &token) {
  return token.kind != text::TokenKind::punctuation &&
         token.kind != text::TokenKind::symbol;
}

ShifterRole shifter_role(ShifterKind kind) {
  switch (kind) {
  case ShifterKind::direction_up:
  case ShifterKind::direction_down:
  case ShifterKind::level_up:
  case ShifterKind::level_down:
    return ShifterRole::direction;
  case ShifterKind::good_up:
  case ShifterKind::bad_up:
    return ShifterRole::quantity;
  default:
    return ShifterRole::modifier;
  }
}

const char *shifter_name(ShifterKind kind) {
  constexpr const char *kNames[kShifterKinds] = {
      "negator",    "none",     "amplifier",    "downtoner",      "adversative",
      "shifter",    "irrealis", "direction_up", "direction_down", "level_up",
      "level_down", "good_up",  "bad_up"};
  return kNames[static_cast<std::size_t>(kind)];
}

double usual_factor(ShifterKind kind) {
  constexpr double kFactors[kShifterKinds] = {
      -0.7, 1, 1.25, 0.6, 1.25, -0.6, 0.65, 1, 1, 1, 1, 1.2, -1.2};
  return kFactors[static_cast<std::size_t>(kind)];
}

void apply_shifters(const SentenceTokens &sentence,
                    const std::vector<Mark> &marks,
                    const std::vector<Shifter> &shifters,
                    const std::vector<FoundPhrase> &found,
                    const std::vector<FoundHit> &hits, ShifterScratch &scratch,
                    std::vector<Shifted> &out,
                    std::vector<std::vector<Acting>> *acting) {
  Shifting(sentence, marks, shifters, found, hits, scratch, out, acting)
      .apply();
}

} // namespace tritone::tone
