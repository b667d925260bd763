// SPDX-License-Identifier: GPL-2.0-or-later
// The arithmetic of the package sentimentr.
#include "text/ascii.h"
#include "text/fold.h"
#include "text/sentences.h"
#include "text/utf8.h"
#include "tone/method.h"

#include <algorithm>
#include <cmath>

namespace tritone::tone {
namespace {

constexpr double kDegree = 0.8;    // amplifiers and downtoners
constexpr double kContrast = 0.25; // adversatives
constexpr std::size_t kBefore = 5;
constexpr std::size_t kAfter = 2;

bool is_pause(const std::string &token) {
  return token == "," || token == ";" || token == ":";
}

// Lower-case words, and pauses on their own; digits and other marks are gone.
std::vector<std::string> tokens_of(std::string_view sentence, bool bugs) {
  const std::string text =
      bugs ? text::ascii_lowered(sentence) : text::folded(sentence);
  std::vector<std::string> out;
  std::string word;
  const auto end_word = [&] {
    if (!word.empty())
      out.push_back(std::move(word));
    word.clear();
  };
  for (const char *p = text.data(), *end = p + text.size(); p < end;) {
    const text::CodePoint at = text::decode(p, end);
    const char c = *p;
    const bool ascii = at.value < 0x80;
    // General punctuation and blanks beyond ASCII end a word.
    const bool mark = !ascii && ((at.value >= 0x2000 && at.value < 0x2070) ||
                                 (at.value >= 0x3000 && at.value < 0x3030) ||
                                 (at.value >= 0x80 && at.value < 0xC0));
    if (ascii ? text::is_ascii_letter(c) || c == '\'' : !mark)
      word.append(p, at.size);
    else
      end_word();
    if (c == ',' || c == ';' || c == ':')
      out.emplace_back(1, c);
    p += at.size;
  }
  end_word();
  return out;
}

// One sentence of tokens in which expressions are joined.
class Sentence {
public:
  Sentence(std::vector<std::string> tokens, const MethodLexicon &lexicon,
           bool bugs)
      : lexicon_(lexicon), bugs_(bugs) {
    for (std::size_t i = 0; i < tokens.size();) {
      double valence = 0;
      const std::size_t n =
          method_detail::longest_entry(tokens, i, lexicon, valence);
      words_ += is_pause(tokens[i]) ? 0 : std::max<std::size_t>(1, n);
      valences_.push_back(n > 0 ? valence : 0);
      tokens_.push_back(tokens[i]);
      joined_.push_back(n > 1);
      i += std::max<std::size_t>(1, n);
    }
  }

  std::size_t words() const { return words_; }

  // The sum of the weighed words; `hits` grows by their number.
  double sum(std::size_t &hits) const {
    double total = 0;
    for (std::size_t p = 0; p < tokens_.size(); ++p) {
      if (valences_[p] == 0)
        continue;
      ++hits;
      total += weighed(p);
    }
    return total;
  }

private:
  double weighed(std::size_t p) const {
    std::size_t low = p > kBefore ? p - kBefore : 0;
    for (std::size_t i = p; i-- > 0;)
      if (is_pause(tokens_[i])) {
        low = bugs_ ? i + 1 : std::max(low, i + 1);
        break;
      }
    std::size_t high = std::min(tokens_.size(), p + kAfter + 1);
    for (std::size_t i = p + 1; i < tokens_.size(); ++i)
      if (is_pause(tokens_[i])) {
        high = bugs_ ? i : std::min(high, i);
        break;
      }
    double negators = 0;
    double up = 0;
    double down = 0;
    double before = 0;
    double after = 0;
    for (std::size_t i = low; i < high; ++i) {
      if (i == p || joined_[i])
        continue;
      const Shifter *at = lexicon_.shifter(tokens_[i]);
      if (at == nullptr)
        continue;
      negators += at->kind == ShifterKind::negator;
      up += at->kind == ShifterKind::amplifier;
      down += at->kind == ShifterKind::downtoner;
      if (at->kind == ShifterKind::adversative)
        ++(i < p ? before : after);
    }
    const double odd = std::fmod(negators, 2);
    const double sign = odd == 1 ? -1 : 1;
    if (bugs_) {
      const bool any = before + after > 0;
      const double b = 1 + kContrast * before;
      const double more = (1 - odd) * up * kDegree + (any && b > 1 ? b : 0);
      double less = (-odd * up - down) * kDegree - (any && b == 1 ? b : 0);
      if (less <= -1)
        less = -0.999;
      return (1 + more + less) * valences_[p] * sign;
    }
    const double more = (1 - odd) * up * kDegree;
    const double less = std::max(-1.0, (-odd * up - down) * kDegree);
    return (1 + more + less) * (1 + kContrast * (before - after)) *
           valences_[p] * sign;
  }

  const MethodLexicon &lexicon_;
  const bool bugs_;
  std::vector<std::string> tokens_;
  std::vector<double> valences_; // 0 where a token is no word of tone
  std::vector<bool> joined_;     // several words
  std::size_t words_ = 0;
};

} // namespace

MethodScore score_sentimentr(std::string_view text,
                             const MethodLexicon &lexicon, bool bugs) {
  std::vector<text::Span> spans;
  text::news_sentences(text, spans);
  MethodScore out;
  double sum = 0;
  double zeros = 0;
  double others = 0;
  for (const text::Span &span : spans) {
    const Sentence sentence(
        tokens_of(text.substr(span.begin, span.end - span.begin), bugs),
        lexicon, bugs);
    if (sentence.words() == 0)
      continue;
    out.words += sentence.words();
    const double score = sentence.sum(out.hits) /
                         std::sqrt(static_cast<double>(sentence.words()));
    sum += score;
    ++(score == 0 ? zeros : others);
  }
  if (out.hits > 0)
    out.score =
        others == 0 ? 0 : sum / (others + std::sqrt(std::log(1 + zeros)));
  return out;
}

} // namespace tritone::tone
