// SPDX-License-Identifier: GPL-2.0-or-later
#include "tone/score.h"

#include "base/error.h"
#include "base/parallel.h"
#include "text/sentences.h"
#include "text/words.h"
#include "tone/clauses.h"
#include "tone/names.h"
#include "tone/shifters.h"
#include "tone/word_cache.h"

#include <cmath>
#include <string>
#include <string_view>
#include <utility>

namespace tritone {
namespace {

// Reads the articles of one block after the other; everything but `out` is
// scratch space.
class Scorer {
public:
  Scorer(const Source &source, const Lexicon &lexicon,
         const ToneOptions &options)
      : source_(source), lexicon_(lexicon), options_(options),
        tokenizer_(tone_word_options()), cache_(lexicon) {}

  // `out` is empty; its articles, sentences and hits count from the block's
  // first.
  void score_block(std::size_t index, ToneScores &out) {
    source_.load(index, block_);
    for (std::size_t i = 0; i < block_.articles.size(); ++i) {
      article_ = block_.first + i;
      score_article(block_.articles[i], out);
    }
  }

private:
  void score_article(const Article &article, ToneScores &out);
  void score_segment(const Segment &segment, ToneScores &out);
  void look_up(const Segment &segment);
  void cut_sentences(const Segment &segment);
  void find_phrases(const SentenceTokens &sentence, std::size_t first);
  void keep_true_hits(const SentenceTokens &sentence);
  void add_hits(const Segment &segment, const SentenceTokens &sentence,
                ToneSentence &into, ToneScores &out);

  const Source &source_;
  const Lexicon &lexicon_;
  const ToneOptions &options_;
  const Tokenizer tokenizer_;
  WordCache cache_;

  std::size_t article_ = 0;
  ArticleBlock block_;
  std::vector<PartSpan> parts_;
  std::vector<Segment> segments_;
  std::vector<Token> tokens_;
  std::vector<std::uint32_t> words_; // the lexicon's ids of tokens_
  std::vector<Span> sentences_;
  std::vector<FoundPhrase> hits_;
  std::vector<FoundPhrase> shifters_;
  std::vector<Mark> marks_;
  std::vector<double> products_;
};

double standard_error(const ToneArticle &article,
                      const std::vector<ToneSentence> &sentences) {
  if (article.hits == 0 || article.sentences < 2)
    return std::numeric_limits<double>::quiet_NaN();
  const auto n = static_cast<double>(article.sentences);
  const double mean =
      (article.sum - article.tone * static_cast<double>(article.hits)) / n;
  double squares = 0;
  for (std::size_t s = 0; s < article.sentences; ++s) {
    const ToneSentence &at = sentences[article.first_sentence + s];
    const double e =
        at.sum - article.tone * static_cast<double>(at.hits) - mean;
    squares += e * e;
  }
  return std::sqrt(n / (n - 1) * squares) /
         (static_cast<double>(article.hits) + kToneKappa);
}

void Scorer::score_article(const Article &article, ToneScores &out) {
  constexpr std::size_t kMost = std::numeric_limits<std::uint32_t>::max();
  if (article.title.size() > kMost || article.text.size() > kMost)
    throw limit_error("Article " + std::to_string(article_ + 1) +
                      " must be shorter than 4 GiB to be scored.");
  ToneArticle row;
  row.first_sentence = out.sentences.size();
  find_segments(article, options_.reading, parts_, segments_);
  for (const Segment &segment : segments_)
    score_segment(segment, out);
  row.sentences = out.sentences.size() - row.first_sentence;
  for (std::size_t s = row.first_sentence; s < out.sentences.size(); ++s) {
    row.words += out.sentences[s].words;
    row.hits += out.sentences[s].hits;
    row.sum += out.sentences[s].sum;
  }
  row.tone = tone_of(row.sum, row.hits);
  row.se = standard_error(row, out.sentences);
  out.articles.push_back(row);
}

void Scorer::look_up(const Segment &segment) {
  tokens_.clear();
  tokenizer_.tokens(segment.text, tokens_);
  words_.clear();
  for (const Token &token : tokens_) {
    words_.push_back(
        cache_.id(segment.text.substr(token.begin, token.end - token.begin)));
  }
}

void Scorer::cut_sentences(const Segment &segment) {
  sentences_.clear();
  if (!segment.in_title)
    news_sentences(segment.text, sentences_);
  else if (!tokens_.empty())
    sentences_.push_back({tokens_.front().begin, tokens_.back().end});
}

void Scorer::score_segment(const Segment &segment, ToneScores &out) {
  look_up(segment);
  cut_sentences(segment);
  std::size_t t = 0;
  for (const Span &span : sentences_) {
    while (t < tokens_.size() && tokens_[t].begin < span.begin)
      ++t;
    const std::size_t first = t;
    ToneSentence row{};
    row.article = article_;
    row.begin = static_cast<std::uint32_t>(segment.begin + span.begin);
    row.end = static_cast<std::uint32_t>(segment.begin + span.end);
    row.in_title = segment.in_title;
    for (; t < tokens_.size() && tokens_[t].begin < span.end; ++t)
      row.words += tokens_[t].kind == TokenKind::word;
    const SentenceTokens sentence{segment.text, tokens_.data() + first,
                                  t - first, segment.in_title};
    find_phrases(sentence, first);
    if (!hits_.empty())
      add_hits(segment, sentence, row, out);
    out.sentences.push_back(row);
  }
}

// Fills hits_ and shifters_ with the longest matches, left to right.
void Scorer::find_phrases(const SentenceTokens &sentence, std::size_t first) {
  hits_.clear();
  shifters_.clear();
  std::size_t next_hit = 0;
  std::size_t next_shifter = 0;
  const std::uint32_t *const word = words_.data() + first;
  for (std::size_t i = 0; i < sentence.count; ++i) {
    if (!lexicon_.begins(word[i]))
      continue;
    const Lexicon::Matches found = lexicon_.match(word + i, sentence.count - i);
    if (found.entry.tokens > 0 && i >= next_hit) {
      next_hit = i + found.entry.tokens;
      hits_.push_back({i, next_hit, found.entry.id});
    }
    if (found.shifter.tokens > 0 && i >= next_shifter) {
      next_shifter = i + found.shifter.tokens;
      shifters_.push_back({i, next_shifter, found.shifter.id});
    }
  }
}

void Scorer::keep_true_hits(const SentenceTokens &sentence) {
  NameRule names(sentence, marks_);
  std::size_t kept = 0;
  for (const FoundPhrase &hit : hits_)
    if (lexicon_.entries()[hit.id].valence != 0 && !names.is_name(hit.begin))
      hits_[kept++] = hit;
  hits_.resize(kept);
}

void Scorer::add_hits(const Segment &segment, const SentenceTokens &sentence,
                      ToneSentence &into, ToneScores &out) {
  find_marks(sentence, marks_);
  keep_true_hits(sentence);
  if (shifters_.empty())
    products_.assign(hits_.size(), 1);
  else
    apply_shifters(sentence, marks_, lexicon_.shifters(), shifters_, hits_,
                   products_);
  for (std::size_t h = 0; h < hits_.size(); ++h) {
    const double c =
        contribution(lexicon_.entries()[hits_[h].id].valence, products_[h]);
    into.sum += c;
    ++into.hits;
    if (!options_.keep_hits)
      continue;
    ToneHit hit{};
    hit.sentence = out.sentences.size();
    hit.begin = static_cast<std::uint32_t>(
        segment.begin + sentence.token[hits_[h].begin].begin);
    hit.end = static_cast<std::uint32_t>(segment.begin +
                                         sentence.token[hits_[h].end - 1].end);
    hit.entry = hits_[h].id;
    hit.product = products_[h];
    hit.contribution = c;
    out.hits.push_back(hit);
  }
}

// The blocks' results as one, in order; each is freed as soon as it is copied.
ToneScores join(std::vector<ToneScores> &blocks) {
  ToneScores all;
  std::size_t articles = 0;
  std::size_t sentences = 0;
  std::size_t hits = 0;
  for (const ToneScores &block : blocks) {
    articles += block.articles.size();
    sentences += block.sentences.size();
    hits += block.hits.size();
  }
  all.articles.reserve(articles);
  all.sentences.reserve(sentences);
  all.hits.reserve(hits);
  for (ToneScores &block : blocks) {
    const std::size_t first = all.sentences.size();
    for (ToneArticle &article : block.articles) {
      article.first_sentence += first;
      all.articles.push_back(article);
    }
    for (ToneHit &hit : block.hits) {
      hit.sentence += first;
      all.hits.push_back(hit);
    }
    all.sentences.insert(all.sentences.end(), block.sentences.begin(),
                         block.sentences.end());
    block = ToneScores();
  }
  return all;
}

} // namespace

ToneScores tone_score(const Source &source, const Lexicon &lexicon,
                      const ToneOptions &options, std::size_t threads,
                      Monitor &monitor) {
  std::vector<ToneScores> blocks(source.blocks());
  const std::size_t workers =
      std::max<std::size_t>(1, std::min(threads, source.blocks()));
  std::vector<Scorer> scorers;
  scorers.reserve(workers);
  for (std::size_t w = 0; w < workers; ++w)
    scorers.emplace_back(source, lexicon, options);
  for_blocks(source.blocks(), 1, threads, monitor, [&](const Block &block) {
    scorers[block.worker].score_block(block.index, blocks[block.index]);
  });
  return join(blocks);
}

} // namespace tritone
