// SPDX-License-Identifier: GPL-2.0-or-later
// Scores blocks of articles, one sentence after the other.
#include "tone/score.h"

#include "base/error.h"
#include "base/parallel.h"
#include "text/sentences.h"
#include "text/term_scanner.h"
#include "text/words.h"
#include "tone/clauses.h"
#include "tone/join.h"
#include "tone/sentence.h"
#include "tone/sentence_error.h"
#include "tone/word_lists.h"

#include <deque>
#include <string>
#include <string_view>

namespace tritone::tone {
namespace {

// What is kept for each lexicon.
struct Pass {
  Pass(const Lexicon &of, const StringTable *names, bool keep_shifters)
      : lexicon(of), globs(of.has_globs()), known(of),
        sentences(of, names, keep_shifters) {}

  const Lexicon &lexicon;
  const bool globs;
  WordLists known;
  SentenceScorer sentences;
  // The lexicon's ids of the tokens; lists of them where it has patterns.
  std::vector<std::uint32_t> words;
  std::vector<const Lexicon::Ids *> lists;
};

// Reads the articles of one block after the other; everything but `out` is
// scratch space.
class alignas(kApart) Scorer {
public:
  Scorer(const article::Source &source,
         const std::vector<const Lexicon *> &lexicons,
         const ToneOptions &options, const StringTable &names)
      : source_(source), options_(options), word_options_(tone_word_options()),
        cutter_(options.pieces) {
    for (const Lexicon *lexicon : lexicons)
      passes_.emplace_back(*lexicon, names.empty() ? nullptr : &names,
                           options.keep_hits && options.keep_shifters);
  }

  // `out` has an empty result for each lexicon; their articles, sentences and
  // hits count from the block's first.
  void score_block(std::size_t index, std::vector<ToneScores> &out) {
    source_.load(index, block_);
    check_sizes();
    reserve(out);
    if (options_.pieces.any())
      cutter_.begin_block(block_, options_.reading.known.get(), out[0].voices);
    for (std::size_t i = 0; i < block_.articles.size(); ++i)
      score_article(i, out);
  }

private:
  void check_sizes() const;
  void reserve(std::vector<ToneScores> &out) const;
  void score_article(std::size_t i, std::vector<ToneScores> &out);
  void score_segment(const article::Segment &segment,
                     std::vector<ToneScores> &out);
  void look_up(const article::Segment &segment);
  void cut_sentences(const article::Segment &segment);
  void add_sentence(const article::Segment &segment,
                    const SentenceTokens &tokens, const SentenceScorer &from,
                    ToneSentence sentence, ToneScores &out) const;

  const article::Source &source_;
  const ToneOptions &options_;
  const text::WordOptions word_options_;
  std::deque<Pass> passes_;

  std::size_t article_ = 0;
  article::ArticleBlock block_;
  article::PartScratch parts_;
  std::vector<article::Segment> segments_;
  text::TermScratch terms_;
  std::vector<text::Token> tokens_;
  std::vector<text::Span> sentences_;
  std::vector<Mark> marks_;
  PieceCutter cutter_;
  SentenceDeviations deviations_;
};

// Do two of the sentences differ in what they add to hits or tone?
bool differ(const ToneSentence *sentence, std::size_t n) {
  for (std::size_t s = 1; s < n; ++s)
    if (sentence[s].hits != sentence[0].hits ||
        sentence[s].units != sentence[0].units)
      return true;
  return false;
}

double standard_error(const ToneArticle &article,
                      const std::vector<ToneSentence> &sentences,
                      SentenceDeviations &scratch) {
  const ToneSentence *const sentence =
      sentences.data() + article.first_sentence;
  if (article.hits == 0 || !differ(sentence, article.sentences))
    return std::numeric_limits<double>::quiet_NaN();
  scratch.clear();
  for (std::size_t s = 0; s < article.sentences; ++s)
    scratch.add(sentence[s].sum() -
                    article.tone * static_cast<double>(sentence[s].hits),
                sentence[s].hits == 0 ? 0 : sentence[s].key);
  return sentence_error(scratch) /
         (static_cast<double>(article.hits) + kToneKappa);
}

void Scorer::check_sizes() const {
  constexpr std::size_t kMax = std::numeric_limits<std::uint32_t>::max();
  for (std::size_t i = 0; i < block_.articles.size(); ++i)
    if (block_.articles[i].title.size() > kMax ||
        block_.articles[i].text.size() > kMax)
      throw limit_error("Article " + std::to_string(block_.first + i + 1) +
                        " must be shorter than 4 GiB to be scored.");
}

// Takes the room for most blocks at once: rows that move take as long as rows
// that are made.
void Scorer::reserve(std::vector<ToneScores> &out) const {
  std::size_t bytes = 0;
  for (const article::Article &article : block_.articles)
    bytes += article.text.size();
  for (ToneScores &scores : out) {
    scores.articles.reserve(block_.articles.size());
    scores.sentences.reserve(block_.articles.size() + bytes / 100);
    if (options_.pieces.any())
      scores.pieces.reserve(block_.articles.size() + bytes / 64);
  }
}

// Scores article i of the block.
void Scorer::score_article(std::size_t i, std::vector<ToneScores> &out) {
  const article::Article &article = block_.articles[i];
  article_ = block_.first + i;
  const std::size_t first = out[0].sentences.size();
  if (options_.pieces.any()) {
    cutter_.begin_article(i);
    article::find_segments(article, options_.reading, cutter_.parts(),
                           cutter_.n_parts(), parts_, segments_);
  } else {
    article::find_segments(article, options_.reading, parts_, segments_);
  }
  for (const article::Segment &segment : segments_)
    score_segment(segment, out);
  for (ToneScores &scores : out) {
    ToneArticle row;
    row.first_sentence = first;
    row.sentences = scores.sentences.size() - first;
    for (std::size_t s = first; s < scores.sentences.size(); ++s) {
      row.words += scores.sentences[s].words;
      row.hits += scores.sentences[s].hits;
      row.units += scores.sentences[s].units;
    }
    row.tone = tone_of(row.units, row.hits);
    row.se = standard_error(row, scores.sentences, deviations_);
    scores.articles.push_back(row);
  }
}

// Cuts the text into tokens, and finds the ids of each on the way.
void Scorer::look_up(const article::Segment &segment) {
  tokens_.clear();
  for (Pass &pass : passes_) {
    pass.words.clear();
    pass.lists.clear();
  }
  text::scan_terms(
      segment.text, word_options_, terms_,
      [&](const text::Token &token, const StringKey &key, const char *bytes) {
        tokens_.push_back(token);
        for (Pass &pass : passes_)
          if (pass.globs)
            pass.lists.push_back(&pass.known.ids(key, bytes));
          else
            pass.words.push_back(pass.lexicon.word(key, bytes));
      });
}

void Scorer::cut_sentences(const article::Segment &segment) {
  sentences_.clear();
  if (!segment.in_title)
    text::news_sentences(segment.text, sentences_);
  else if (!tokens_.empty())
    sentences_.push_back({tokens_.front().begin, tokens_.back().end});
}

void Scorer::score_segment(const article::Segment &segment,
                           std::vector<ToneScores> &out) {
  look_up(segment);
  cut_sentences(segment);
  std::size_t t = 0;
  for (const text::Span &span : sentences_) {
    while (t < tokens_.size() && tokens_[t].begin < span.begin)
      ++t;
    const std::size_t first = t;
    ToneSentence row{};
    row.article = article_;
    row.begin = static_cast<std::uint32_t>(segment.begin + span.begin);
    row.end = static_cast<std::uint32_t>(segment.begin + span.end);
    row.in_title = segment.in_title;
    for (; t < tokens_.size() && tokens_[t].begin < span.end; ++t)
      row.words += tokens_[t].kind == text::TokenKind::word;
    const SentenceTokens sentence{segment.text, tokens_.data() + first,
                                  t - first, segment.in_title};
    bool marked = false;
    if (options_.pieces.any())
      cutter_.cut(sentence, segment.begin, out[0].sentences.size());
    bool hit = options_.pieces.any();
    for (std::size_t l = 0; l < passes_.size(); ++l) {
      SentenceScorer &scorer = passes_[l].sentences;
      if (passes_[l].globs)
        scorer.score(sentence, passes_[l].lists.data() + first, marks_, marked);
      else
        scorer.score(sentence, passes_[l].words.data() + first, marks_, marked);
      add_sentence(segment, sentence, scorer, row, out[l]);
      hit = hit || out[l].sentences.back().hits > 0;
    }
    const std::uint64_t key = hit ? sentence_key(sentence) : 0;
    for (ToneScores &scores : out)
      scores.sentences.back().key = key;
  }
}

void Scorer::add_sentence(const article::Segment &segment,
                          const SentenceTokens &tokens,
                          const SentenceScorer &from, ToneSentence sentence,
                          ToneScores &out) const {
  for (std::size_t h = 0; h < from.hits().size(); ++h) {
    if (from.shifted()[h].dropped)
      continue;
    sentence.units +=
        contribution(from.hits()[h].valence, from.shifted()[h].product);
    ++sentence.hits;
  }
  if (options_.keep_hits)
    append_hits(from, tokens, segment.begin, out.sentences.size(), out.hits,
                out.shifters);
  if (options_.pieces.any())
    cutter_.append(from, tokens, segment.begin, out.pieces);
  out.sentences.push_back(sentence);
}

} // namespace

BlockScores tone_blocks(const article::Source &source,
                        const std::vector<const Lexicon *> &lexicons,
                        const ToneOptions &options, std::size_t threads,
                        Monitor &monitor) {
  if (lexicons.empty())
    return {};
  BlockScores blocks(source.blocks(), std::vector<ToneScores>(lexicons.size()));
  const std::size_t workers =
      std::max<std::size_t>(1, std::min(threads, source.blocks()));
  StringTable names;
  for (const std::string &name : options.names)
    names.insert(name);
  std::deque<Scorer> scorers;
  for (std::size_t w = 0; w < workers; ++w)
    scorers.emplace_back(source, lexicons, options, names);
  for_blocks(source.blocks(), 1, threads, monitor, [&](const Block &block) {
    scorers[block.worker].score_block(block.index, blocks[block.index]);
  });
  return blocks;
}

std::vector<ToneScores>
tone_scores(const article::Source &source,
            const std::vector<const Lexicon *> &lexicons,
            const ToneOptions &options, std::size_t threads, Monitor &monitor) {
  BlockScores blocks = tone_blocks(source, lexicons, options, threads, monitor);
  std::vector<ToneScores> all;
  for (std::size_t l = 0; l < lexicons.size(); ++l)
    all.push_back(join_blocks(blocks, l));
  return all;
}

ToneScores tone_score(const article::Source &source, const Lexicon &lexicon,
                      const ToneOptions &options, std::size_t threads,
                      Monitor &monitor) {
  return std::move(
      tone_scores(source, {&lexicon}, options, threads, monitor)[0]);
}

} // namespace tritone::tone
