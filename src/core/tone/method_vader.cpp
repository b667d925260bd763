// SPDX-License-Identifier: GPL-2.0-or-later
// The arithmetic of VADER (Hutto and Gilbert 2014).
#include "text/ascii.h"
#include "text/fold.h"
#include "tone/method.h"

#include <algorithm>
#include <cmath>

namespace tritone::tone {
namespace {

using method_detail::is_ascii_mark;

constexpr double kBoost = 0.293; // an amplifier, against it a downtoner
constexpr double kCapitals = 0.733;
constexpr double kNegated = -0.74;
constexpr double kNever = 1.25; // never so, never this
constexpr double kSpread = 15;  // of the compound

class Vader {
public:
  Vader(std::string_view text, const MethodLexicon &lexicon, bool bugs)
      : lexicon_(lexicon), bugs_(bugs) {
    split(text);
    std::size_t capitals = 0;
    for (const std::string &token : tokens_)
      capitals += is_upper(token);
    some_capitals_ = capitals > 0 && capitals < tokens_.size();
    for (const std::string &token : tokens_)
      words_.push_back(bugs_ ? text::ascii_lowered(token)
                             : text::folded(token));
    if (!bugs_)
      find_expressions();
  }

  MethodScore score(std::string_view text) {
    MethodScore out;
    out.words = tokens_.size();
    std::vector<double> values;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      const bool kind_of =
          words_[i] == "kind" && i + 1 < words_.size() && words_[i + 1] == "of";
      const double *own = value(i);
      if (kind_of || boost(i) != 0 || own == nullptr) {
        values.push_back(0);
        continue;
      }
      ++out.hits;
      values.push_back(valence(i, *own));
    }
    weigh_contrast(values);
    if (out.hits > 0)
      sum_up(values, emphasis(text), out);
    return out;
  }

private:
  void split(std::string_view text) {
    std::size_t i = 0;
    while (i < text.size()) {
      if (text::is_ascii_space(text[i])) {
        ++i;
        continue;
      }
      std::size_t end = i;
      while (end < text.size() && !text::is_ascii_space(text[end]))
        ++end;
      tokens_.push_back(stripped(text.substr(i, end - i)));
      i = end;
    }
    tokens_.erase(std::remove(tokens_.begin(), tokens_.end(), std::string()),
                  tokens_.end());
  }

  std::string stripped(std::string_view token) const {
    std::string made;
    if (!bugs_) {
      // Curly and other marks become those of ASCII, dashes part words off.
      std::vector<std::string> words = phrase_words(token);
      for (const std::string &word : words)
        if (!(word.size() == 1 && is_ascii_mark(word[0])) &&
            std::any_of(word.begin(), word.end(), [](char c) {
              return text::is_ascii_letter(c) || text::is_ascii_digit(c) ||
                     static_cast<unsigned char>(c) >= 0x80;
            })) {
          // As it is written, for the sake of capitals.
          made = std::string(token);
          break;
        }
      if (made.empty())
        return made;
      token = made;
    }
    std::size_t from = 0;
    std::size_t to = token.size();
    const auto mark_before = [&]() -> std::size_t {
      if (from < to && is_ascii_mark(token[from]))
        return 1;
      return !bugs_ && to - from >= 3 && is_general_mark(token.substr(from, 3))
                 ? 3
                 : 0;
    };
    const auto mark_after = [&]() -> std::size_t {
      if (from < to && is_ascii_mark(token[to - 1]))
        return 1;
      return !bugs_ && to - from >= 3 &&
                     is_general_mark(token.substr(to - 3, 3))
                 ? 3
                 : 0;
    };
    while (const std::size_t n = mark_before())
      from += n;
    while (const std::size_t n = mark_after())
      to -= n;
    // Two characters left: perhaps an emoticon.
    if (bugs_ && to - from <= 2)
      return std::string(token);
    return std::string(token.substr(from, to - from));
  }

  // General punctuation, U+2010 to U+203F: dashes, quotation marks, ...
  static bool is_general_mark(std::string_view s) {
    return s[0] == '\xE2' && s[1] == '\x80' &&
           static_cast<unsigned char>(s[2]) >= 0x90;
  }

  static bool is_upper(const std::string &s) {
    bool upper = false;
    for (const char c : s) {
      if (text::is_ascii_letter(c) && !text::is_ascii_upper(c))
        return false;
      upper = upper || text::is_ascii_upper(c);
    }
    return upper;
  }

  // The value of word i on its own; null where it has none.
  const double *value(std::size_t i) const {
    if (!expression_.empty() && in_expression_[i])
      return expression_[i];
    return lexicon_.valence(words_[i]);
  }

  // Without the errors an expression counts as a whole, at its last word.
  void find_expressions() {
    expression_.assign(words_.size(), nullptr);
    in_expression_.assign(words_.size(), false);
    for (std::size_t i = 0; i < words_.size(); ++i) {
      double ignored = 0;
      const std::size_t n =
          method_detail::longest_entry(words_, i, lexicon_, ignored);
      if (n < 2)
        continue;
      std::string form = words_[i];
      for (std::size_t k = 1; k < n; ++k)
        form += ' ' + words_[i + k];
      for (std::size_t k = 0; k < n; ++k)
        in_expression_[i + k] = true;
      expression_[i + n - 1] = lexicon_.valence(form);
      i += n - 1;
    }
  }

  // + or - kBoost, 0 for other words.
  double boost(std::size_t i) const { return boost(words_[i]); }
  double boost(const std::string &form) const {
    if (lexicon_.is(form, ShifterKind::amplifier))
      return kBoost;
    return lexicon_.is(form, ShifterKind::downtoner) ? -kBoost : 0;
  }

  bool is(std::size_t i, const char *word) const { return words_[i] == word; }

  // "no" has a rule of its own.
  bool negates(std::size_t i) const {
    return (lexicon_.is(words_[i], ShifterKind::negator) && !is(i, "no")) ||
           words_[i].find("n't") != std::string::npos;
  }

  double valence(std::size_t i, double own) const {
    double v = own;
    if (is(i, "no") && i + 1 < words_.size() && value(i + 1) != nullptr)
      v = 0;
    if ((i > 0 && is(i - 1, "no")) || (i > 1 && is(i - 2, "no")) ||
        (i > 2 && is(i - 3, "no") && (is(i - 1, "or") || is(i - 1, "nor"))))
      v = own * kNegated;
    if (some_capitals_ && is_upper(tokens_[i]))
      v += v > 0 ? kCapitals : -kCapitals;
    for (std::size_t d = 1; d <= 3 && d <= i; ++d) {
      if (value(i - d) != nullptr)
        continue;
      v += boosted(i - d, v) * (d == 1 ? 1 : d == 2 ? 0.95 : 0.9);
      v = negated(v, i, d);
      if (d == 3 && bugs_)
        v = expressions(v, i);
    }
    return least(v, i);
  }

  double boosted(std::size_t i, double v) const {
    double scalar = boost(i);
    if (scalar == 0)
      return 0;
    if (v < 0)
      scalar = -scalar;
    if (some_capitals_ && is_upper(tokens_[i]))
      scalar += v > 0 ? kCapitals : -kCapitals;
    return scalar;
  }

  double negated(double v, std::size_t i, std::size_t d) const {
    const auto strong = [&](std::size_t at) {
      return is(at, "so") || is(at, "this");
    };
    if (d == 2) {
      if (is(i - 2, "never") && strong(i - 1))
        return v * kNever;
      if (is(i - 2, "without") && is(i - 1, "doubt"))
        return v;
    }
    if (d == 3) {
      const bool never = is(i - 3, "never");
      if (bugs_ ? (never && strong(i - 2)) || strong(i - 1)
                : never && (strong(i - 2) || strong(i - 1)))
        return v * kNever;
      if (is(i - 3, "without") && (is(i - 2, "doubt") || is(i - 1, "doubt")))
        return v;
    }
    return negates(i - d) ? v * kNegated : v;
  }

  std::string joined(std::size_t from, std::size_t to) const {
    std::string form = words_[from];
    for (std::size_t i = from + 1; i <= to; ++i)
      form += ' ' + words_[i];
    return form;
  }

  double expressions(double v, std::size_t i) const {
    const std::size_t spans[5][2] = {
        {i - 1, i}, {i - 2, i}, {i - 2, i - 1}, {i - 3, i - 1}, {i - 3, i - 2}};
    for (const auto &span : spans)
      if (const double *at = lexicon_.valence(joined(span[0], span[1]))) {
        v = *at;
        break;
      }
    for (std::size_t n = 1; n <= 2; ++n)
      if (i + n < words_.size())
        if (const double *at = lexicon_.valence(joined(i, i + n)))
          v = *at;
    const std::size_t pairs[3][2] = {
        {i - 3, i - 1}, {i - 3, i - 2}, {i - 2, i - 1}};
    for (const auto &pair : pairs)
      v += boost(joined(pair[0], pair[1]));
    return v;
  }

  double least(double v, std::size_t i) const {
    if (i == 0 || !is(i - 1, "least") || value(i - 1) != nullptr)
      return v;
    const bool at_least = i > 1 && (is(i - 2, "at") || is(i - 2, "very"));
    return at_least ? v : v * kNegated;
  }

  // The first "but" halves what precedes and strengthens what follows.
  void weigh_contrast(std::vector<double> &values) const {
    std::size_t but = 0;
    while (but < words_.size() &&
           !lexicon_.is(words_[but], ShifterKind::adversative))
      ++but;
    if (but == words_.size())
      return;
    for (std::size_t k = 0; k < values.size(); ++k) {
      // The error: the place is that of the first equal value.
      const std::size_t place =
          bugs_ ? static_cast<std::size_t>(
                      std::find(values.begin(), values.end(), values[k]) -
                      values.begin())
                : k;
      if (place < but)
        values[place] *= 0.5;
      else if (place > but)
        values[place] *= 1.5;
    }
  }

  static double emphasis(std::string_view text) {
    const auto count = [&](char c) {
      return static_cast<double>(std::count(text.begin(), text.end(), c));
    };
    const double questions = count('?');
    const double asked = questions <= 1   ? 0
                         : questions <= 3 ? questions * 0.18
                                          : 0.96;
    return std::min(4.0, count('!')) * 0.292 + asked;
  }

  static void sum_up(const std::vector<double> &values, double emphasis,
                     MethodScore &out) {
    double sum = 0;
    double positive = 0;
    double negative = 0;
    double neutral = 0;
    for (const double v : values) {
      sum += v;
      if (v > 0)
        positive += v + 1;
      else if (v < 0)
        negative += v - 1;
      else
        ++neutral;
    }
    if (sum != 0)
      sum += sum > 0 ? emphasis : -emphasis;
    out.score = std::clamp(sum / std::sqrt(sum * sum + kSpread), -1.0, 1.0);
    if (positive > -negative)
      positive += emphasis;
    else if (positive < -negative)
      negative -= emphasis;
    const double total = positive - negative + neutral;
    out.positive = positive / total;
    out.negative = -negative / total;
    out.neutral = neutral / total;
  }

  const MethodLexicon &lexicon_;
  const bool bugs_;
  std::vector<std::string> tokens_; // as written
  std::vector<std::string> words_;  // in lower case
  bool some_capitals_ = false;      // some tokens, not all
  std::vector<const double *> expression_;
  std::vector<bool> in_expression_;
};

} // namespace

MethodScore score_vader(std::string_view text, const MethodLexicon &lexicon,
                        bool bugs) {
  return Vader(text, lexicon, bugs).score(text);
}

} // namespace tritone::tone
