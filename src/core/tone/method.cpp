// SPDX-License-Identifier: GPL-2.0-or-later
// Plain sums of valences, and the methods of other packages over blocks of
// articles.
#include "tone/method.h"

#include "base/parallel.h"
#include "text/ascii.h"
#include "text/fold.h"

#include <algorithm>

namespace tritone::tone {
namespace method_detail {

std::size_t longest_entry(const std::vector<std::string> &words,
                          std::size_t from, const MethodLexicon &lexicon,
                          double &valence) {
  std::string form;
  std::size_t found = 0;
  for (std::size_t n = 1; n <= lexicon.max_words() && from + n <= words.size();
       ++n) {
    if (n > 1)
      form += ' ';
    form += words[from + n - 1];
    const double *at = lexicon.valence(form);
    if (at != nullptr) {
      valence = *at;
      found = n;
    }
  }
  return found;
}

} // namespace method_detail

MethodLexicon::MethodLexicon(const std::vector<LexiconEntry> &entries,
                             const std::vector<Shifter> &shifters) {
  for (const LexiconEntry &entry : entries) {
    const std::string form = phrase_form(entry.phrase);
    entries_.emplace(form, entry.valence);
    const auto blanks = std::count(form.begin(), form.end(), ' ');
    max_words_ = std::max(max_words_, static_cast<std::size_t>(blanks) + 1);
  }
  for (const Shifter &shifter : shifters)
    if (shifter.kind == ShifterKind::negator ||
        shifter.kind == ShifterKind::amplifier ||
        shifter.kind == ShifterKind::downtoner ||
        shifter.kind == ShifterKind::adversative)
      shifters_.emplace(phrase_form(shifter.phrase), shifter);
}

MethodScore score_plain(std::string_view text, const MethodLexicon &lexicon) {
  text::WordOptions options = tone_word_options();
  options.punctuation = false;
  std::vector<text::Token> tokens;
  text::Tokenizer(options).tokens(text, tokens);
  std::vector<std::string> words;
  for (const text::Token &token : tokens)
    words.push_back(
        text::folded(text.substr(token.begin, token.end - token.begin)));
  MethodScore out;
  out.words = words.size();
  double sum = 0;
  for (std::size_t i = 0; i < words.size();) {
    double valence = 0;
    const std::size_t n =
        method_detail::longest_entry(words, i, lexicon, valence);
    if (n > 0 && valence != 0) {
      sum += valence;
      ++out.hits;
    }
    i += std::max<std::size_t>(1, n);
  }
  if (out.hits > 0)
    out.score = sum / static_cast<double>(out.words);
  return out;
}

std::vector<MethodScore> method_scores(const article::Source &source,
                                       const MethodLexicon &lexicon,
                                       const MethodOptions &options,
                                       std::size_t threads, Monitor &monitor) {
  std::vector<MethodScore> out(source.size());
  const auto score = [&](std::string_view text) {
    switch (options.method) {
    case ToneMethod::vader:
      return score_vader(text, lexicon, options.bugs);
    case ToneMethod::sentimentr:
      return score_sentimentr(text, lexicon, options.bugs);
    case ToneMethod::sentometrics:
      return score_sentometrics(text, lexicon, options);
    default:
      return score_plain(text, lexicon);
    }
  };
  for_blocks(source.blocks(), 1, threads, monitor, [&](const Block &b) {
    article::ArticleBlock block;
    source.load(b.index, block);
    article::PartScratch parts;
    std::vector<article::Segment> segments;
    for (std::size_t i = 0; i < block.articles.size(); ++i) {
      article::find_segments(block.articles[i], options.reading, parts,
                             segments);
      std::string text;
      for (const article::Segment &segment : segments) {
        if (!text.empty())
          text += "\n\n";
        text += segment.text;
      }
      out[block.first + i] = score(text);
    }
  });
  return out;
}

} // namespace tritone::tone
