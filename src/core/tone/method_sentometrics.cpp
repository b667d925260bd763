// SPDX-License-Identifier: GPL-2.0-or-later
// The arithmetic of the package sentometrics: unigrams, bigrams and clusters of
// valence shifters.
#include "text/ascii.h"
#include "text/fold.h"
#include "tone/method.h"

#include <algorithm>
#include <cmath>

namespace tritone::tone {
namespace {

constexpr std::size_t kBefore = 4;
constexpr std::size_t kAfter = 2;
constexpr double kDegree = 0.8;

// The usual factor of a shifter directly before a word.
double bigram_factor(const Shifter &shifter) {
  if (!std::isnan(shifter.factor))
    return shifter.factor;
  switch (shifter.kind) {
  case ShifterKind::negator:
    return -1;
  case ShifterKind::amplifier:
    return 1.8;
  case ShifterKind::downtoner:
    return 0.2;
  default:
    return 1;
  }
}

class Text {
public:
  Text(std::string_view text, const MethodLexicon &lexicon,
       const MethodOptions &options)
      : lexicon_(lexicon), options_(options) {
    text::WordOptions words;
    words.rules = text::WordRules::uax29;
    std::vector<text::Token> tokens;
    text::Tokenizer(words).tokens(text, tokens);
    std::size_t last = 0;
    for (const text::Token &token : tokens) {
      const std::string_view written =
          text.substr(token.begin, token.end - token.begin);
      words_.push_back(options.bugs ? text::ascii_lowered(written)
                                    : text::folded(written));
      parted_.push_back(
          text.substr(last, token.begin - last).find_first_of(".!?,;:") !=
          std::string_view::npos);
      last = token.end;
      const double *valence = lexicon.valence(words_.back());
      valences_.push_back(valence == nullptr ? 0 : *valence);
    }
  }

  MethodScore score() {
    MethodScore out;
    out.words = words_.size();
    for (const double v : valences_)
      out.hits += v != 0;
    if (out.hits == 0)
      return out;
    std::vector<double> shifted = valences_;
    looked_at_.assign(words_.size(), true);
    if (options_.shifters == MethodShifters::bigrams)
      shift_bigrams(shifted);
    else if (options_.shifters == MethodShifters::clusters)
      shift_clusters(shifted);
    out.score = weighed(shifted);
    return out;
  }

private:
  void shift_bigrams(std::vector<double> &values) const {
    for (std::size_t i = 1; i < values.size(); ++i) {
      if (values[i] == 0 || (!options_.bugs && parted_[i]))
        continue;
      const Shifter *at = lexicon_.shifter(words_[i - 1]);
      if (at != nullptr)
        values[i] *= bigram_factor(*at);
    }
  }

  void shift_clusters(std::vector<double> &values) {
    std::vector<double> out(values.size(), 0);
    std::size_t free = 0; // where the last cluster ended
    for (std::size_t j = 0; j < values.size();) {
      if (values[j] == 0) {
        ++j;
        continue;
      }
      const std::size_t low = std::max(free, j > kBefore ? j - kBefore : 0);
      const std::size_t high = std::min(values.size(), j + kAfter + 1);
      double negators = 0;
      double up = 0;
      double down = 0;
      for (std::size_t i = low; i < high; ++i) {
        if (i == j)
          continue;
        if (i > j && values[i] != 0) {
          out[i] = values[i]; // another hit: counts unshifted
          continue;
        }
        const Shifter *at = lexicon_.shifter(words_[i]);
        if (at == nullptr)
          continue;
        negators += at->kind == ShifterKind::negator;
        up += at->kind == ShifterKind::amplifier;
        down += at->kind == ShifterKind::downtoner;
      }
      const double odd = std::fmod(negators, 2);
      const double degree =
          std::max(kDegree * ((1 - odd) * up - odd * up - down), -1.0);
      out[j] = values[j] * (1 + degree) * (odd == 1 ? -1 : 1);
      // The error: the word after the cluster is never looked at.
      if (options_.bugs && high < values.size())
        looked_at_[high] = false;
      j += kAfter + (options_.bugs ? 2 : 1);
      free = j;
    }
    values = out;
  }

  double weight(std::size_t i) const {
    const auto n = static_cast<double>(words_.size());
    const double x = static_cast<double>(i) + 1;
    const double middle = x - (n + 1) / 2;
    switch (options_.weighting) {
    case MethodWeighting::u_shaped:
      return middle * middle;
    case MethodWeighting::inverse_u_shaped:
      return 0.25 - middle * middle / (n * n);
    case MethodWeighting::exponential:
      return std::exp(5 * (x / n - 1));
    case MethodWeighting::inverse_exponential:
      return std::exp(5 * (1 - x / n));
    default:
      return 1;
    }
  }

  double weighed(const std::vector<double> &values) const {
    const auto n = static_cast<double>(words_.size());
    double sum = 0;
    double total = 0;
    std::size_t hits = 0;
    const bool by_hits =
        options_.bugs && options_.shifters != MethodShifters::unigrams;
    for (std::size_t i = 0; i < values.size(); ++i) {
      const double w = weight(i);
      sum += w * values[i];
      const bool hit = valences_[i] != 0 && looked_at_[i];
      hits += hit;
      if (!by_hits || hit)
        total += w;
    }
    switch (options_.weighting) {
    case MethodWeighting::counts:
      return sum;
    case MethodWeighting::proportional:
      return sum / n;
    case MethodWeighting::proportional_pol:
      return sum / static_cast<double>(hits);
    case MethodWeighting::proportional_square_root:
      return sum / std::sqrt(n);
    default:
      return total == 0 ? 0 : sum / total;
    }
  }

  const MethodLexicon &lexicon_;
  const MethodOptions &options_;
  std::vector<std::string> words_;
  std::vector<bool> parted_; // a mark precedes the word
  std::vector<double> valences_;
  std::vector<bool> looked_at_;
};

} // namespace

MethodScore score_sentometrics(std::string_view text,
                               const MethodLexicon &lexicon,
                               const MethodOptions &options) {
  return Text(text, lexicon, options).score();
}

} // namespace tritone::tone
