// SPDX-License-Identifier: GPL-2.0-or-later
// Glue of tone_score(by = "hit"), tone_explain() and tone_shift(): the hits of
// each lexicon with their places in characters.
#include "article/voices/voices.h"
#include "glue/run.h"
#include "glue/scoring.h"
#include "text/utf8.h"
#include "tone/score.h"

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

using namespace tritone;

namespace {

// Places in bytes that become places in characters, all of one field at once,
// since CharOffsets goes forward only. Starts become 1-based.
class Places {
public:
  void add(int *start, int *end, tone::TonePlace place) {
    places_.push_back({place.begin, start, 1});
    places_.push_back({place.end, end, 0});
  }
  void fill(std::string_view field) {
    std::sort(places_.begin(), places_.end(),
              [](const One &a, const One &b) { return a.byte < b.byte; });
    text::CharOffsets chars(field);
    for (const One &one : places_)
      *one.out = static_cast<int>(chars.at(one.byte)) + one.add;
    places_.clear();
  }

private:
  struct One {
    std::uint32_t byte;
    int *out;
    int add;
  };
  std::vector<One> places_;
};

std::string shown_factor(double factor) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%.4g", factor);
  return buffer;
}

const char *shifter_type(const tone::Lexicon &lexicon,
                         const tone::ToneShifter &one) {
  return one.superlative ? "superlative"
                         : tone::shifter_name(lexicon.shifters()[one.id].kind);
}

std::string_view piece(std::string_view field, tone::TonePlace place) {
  return field.substr(place.begin, place.end - place.begin);
}

// The columns of hits, and of the phrases that make them up.
class HitColumns {
public:
  HitColumns(const tone::Lexicon &lexicon, const tone::ToneScores &scores,
             const std::vector<tone::ToneVoice> &voices)
      : lexicon_(lexicon), scores_(scores), voices_(voices),
        n_(static_cast<R_xlen_t>(scores.hits.size())), article_(n_),
        sentence_(n_), start_(n_), end_(n_), voice_(n_), in_title_(n_),
        text_(n_), entry_(n_), partner_(n_), shifters_(n_), valence_(n_),
        factor_(n_), value_(n_), contribution_(n_), share_(n_) {
    R_xlen_t marks = 0;
    for (const tone::ToneHit &hit : scores.hits)
      marks += hit.shifters + (hit.entry == tone::ToneHit::kPair ? 2 : 1);
    mark_hit_ = Rcpp::IntegerVector(marks);
    mark_start_ = Rcpp::IntegerVector(marks);
    mark_end_ = Rcpp::IntegerVector(marks);
    mark_type_ = Rcpp::CharacterVector(marks);
    mark_factor_ = Rcpp::NumericVector(marks);
  }

  // The hits of articles first, first + 1, ... of the block, the next ones.
  void add(const article::ArticleBlock &block) {
    for (std::size_t i = 0; i < block.articles.size(); ++i)
      add_article(block.articles[i], block.first + i);
  }

  Rcpp::List list() const {
    return Rcpp::List::create(
        Rcpp::Named("article") = article_, Rcpp::Named("sentence") = sentence_,
        Rcpp::Named("in_title") = in_title_, Rcpp::Named("start") = start_,
        Rcpp::Named("end") = end_, Rcpp::Named("voice") = voice_,
        Rcpp::Named("text") = text_, Rcpp::Named("entry") = entry_,
        Rcpp::Named("partner") = partner_, Rcpp::Named("shifters") = shifters_,
        Rcpp::Named("valence") = valence_, Rcpp::Named("factor") = factor_,
        Rcpp::Named("value") = value_,
        Rcpp::Named("contribution") = contribution_,
        Rcpp::Named("share") = share_,
        Rcpp::Named("marks") = Rcpp::List::create(
            Rcpp::Named("hit") = mark_hit_, Rcpp::Named("type") = mark_type_,
            Rcpp::Named("start") = mark_start_, Rcpp::Named("end") = mark_end_,
            Rcpp::Named("factor") = mark_factor_));
  }

private:
  void add_article(const article::Article &article, std::size_t index) {
    const std::size_t first = scores_.articles[index].first_sentence;
    const double divisor =
        static_cast<double>(scores_.articles[index].hits) + tone::kToneKappa;
    while (next_voice_ < voices_.size() && voices_[next_voice_].article < index)
      ++next_voice_;
    for (; next_ < scores_.hits.size() &&
           scores_.sentences[scores_.hits[next_].sentence].article == index;
         ++next_) {
      const tone::ToneHit &hit = scores_.hits[next_];
      const bool in_title = scores_.sentences[hit.sentence].in_title;
      const auto row = static_cast<R_xlen_t>(next_);
      article_[row] = static_cast<int>(index) + 1;
      sentence_[row] = static_cast<int>(hit.sentence - first) + 1;
      in_title_[row] = in_title;
      voice_[row] = in_title ? 0 : voice_at(index, hit.begin);
      valence_[row] = hit.valence;
      factor_[row] = hit.product;
      value_[row] = hit.contribution;
      contribution_[row] = hit.contribution / divisor;
      share_[row] = 1 / divisor;
      add_words(in_title ? article.title : article.text, hit, row,
                in_title ? title_places_ : text_places_);
    }
    title_places_.fill(article.title);
    text_places_.fill(article.text);
  }

  // The number of the voice, 1-based, that holds a byte of the text; 0 is
  // narration.
  int voice_at(std::size_t index, std::uint32_t byte) {
    while (next_voice_ < voices_.size() &&
           voices_[next_voice_].article == index &&
           voices_[next_voice_].span.end <= byte)
      ++next_voice_;
    const bool in = next_voice_ < voices_.size() &&
                    voices_[next_voice_].article == index &&
                    voices_[next_voice_].span.begin <= byte;
    return in ? static_cast<int>(next_voice_) + 1 : 0;
  }

  void add_words(std::string_view field, const tone::ToneHit &hit, R_xlen_t row,
                 Places &places) {
    const tone::TonePlace whole{hit.begin, hit.end};
    places.add(&start_[row], &end_[row], whole);
    SET_STRING_ELT(text_, row, glue::utf8_string(piece(field, whole)));
    if (hit.entry != tone::ToneHit::kPair) {
      SET_STRING_ELT(entry_, row, glue::utf8_string(form(hit.entry)));
      SET_STRING_ELT(partner_, row, NA_STRING);
      add_mark(row, "entry", whole, hit.valence, places);
    } else {
      const tone::Shifter &direction = lexicon_.shifters()[hit.direction];
      const bool up = direction.kind == tone::ShifterKind::direction_up ||
                      direction.kind == tone::ShifterKind::level_up;
      SET_STRING_ELT(
          entry_, row,
          glue::utf8_string(
              tone::phrase_form(lexicon_.shifters()[hit.quantity].phrase) +
              (up ? " (up)" : " (down)")));
      SET_STRING_ELT(partner_, row,
                     glue::utf8_string(tone::phrase_form(direction.phrase)));
      add_mark(row, "quantity", hit.quantity_at,
               lexicon_.shifters()[hit.quantity].factor, places);
      add_mark(row, "direction", hit.direction_at, direction.factor, places);
    }
    std::string said;
    for (std::size_t s = 0; s < hit.shifters; ++s) {
      const tone::ToneShifter &one = scores_.shifters[hit.first_shifter + s];
      const char *type = shifter_type(lexicon_, one);
      if (!said.empty())
        said += ", ";
      said += piece(field, one.place);
      said += std::string(" (") + type + ' ' + shown_factor(one.factor) + ')';
      add_mark(row, type, one.place, one.factor, places);
    }
    SET_STRING_ELT(shifters_, row, glue::utf8_string(said));
  }

  void add_mark(R_xlen_t row, const char *type, tone::TonePlace place,
                double factor, Places &places) {
    mark_hit_[next_mark_] = static_cast<int>(row) + 1;
    mark_type_[next_mark_] = type;
    mark_factor_[next_mark_] = factor;
    places.add(&mark_start_[next_mark_], &mark_end_[next_mark_], place);
    ++next_mark_;
  }

  // The form of an entry, which is made once.
  const std::string &form(std::uint32_t entry) {
    if (forms_.empty())
      forms_.resize(lexicon_.entries().size());
    if (forms_[entry].empty())
      forms_[entry] = tone::phrase_form(lexicon_.entries()[entry].phrase);
    return forms_[entry];
  }

  const tone::Lexicon &lexicon_;
  const tone::ToneScores &scores_;
  const std::vector<tone::ToneVoice> &voices_;
  const R_xlen_t n_;
  Rcpp::IntegerVector article_, sentence_, start_, end_, voice_;
  Rcpp::LogicalVector in_title_;
  Rcpp::CharacterVector text_, entry_, partner_, shifters_;
  Rcpp::NumericVector valence_, factor_, value_, contribution_, share_;
  Rcpp::IntegerVector mark_hit_, mark_start_, mark_end_;
  Rcpp::CharacterVector mark_type_;
  Rcpp::NumericVector mark_factor_;
  std::size_t next_ = 0;
  std::size_t next_voice_ = 0;
  R_xlen_t next_mark_ = 0;
  std::vector<std::string> forms_;
  Places title_places_, text_places_;
};

// The sentences that have a hit of any lexicon.
Rcpp::List hit_sentences(const article::Source &source,
                         const std::vector<tone::ToneScores> &scores) {
  std::vector<bool> kept(scores[0].sentences.size());
  for (const tone::ToneScores &one : scores)
    for (const tone::ToneHit &hit : one.hits)
      kept[hit.sentence] = true;
  const auto n =
      static_cast<R_xlen_t>(std::count(kept.begin(), kept.end(), true));
  Rcpp::IntegerVector article(n), sentence(n), start(n), end(n);
  Rcpp::LogicalVector in_title(n);
  Rcpp::CharacterVector text(n);
  article::ArticleBlock block;
  Places title_places, text_places;
  R_xlen_t row = 0;
  for (std::size_t b = 0; b < source.blocks(); ++b) {
    source.load(b, block);
    for (std::size_t i = 0; i < block.articles.size(); ++i) {
      const tone::ToneArticle &of = scores[0].articles[block.first + i];
      const article::Article &its = block.articles[i];
      for (std::size_t s = 0; s < of.sentences; ++s) {
        if (!kept[of.first_sentence + s])
          continue;
        const tone::ToneSentence &at =
            scores[0].sentences[of.first_sentence + s];
        article[row] = static_cast<int>(block.first + i) + 1;
        sentence[row] = static_cast<int>(s) + 1;
        in_title[row] = at.in_title;
        SET_STRING_ELT(
            text, row,
            glue::utf8_string(
                piece(at.in_title ? its.title : its.text, {at.begin, at.end})));
        (at.in_title ? title_places : text_places)
            .add(&start[row], &end[row], {at.begin, at.end});
        ++row;
      }
      title_places.fill(its.title);
      text_places.fill(its.text);
    }
  }
  return Rcpp::List::create(
      Rcpp::Named("article") = article, Rcpp::Named("sentence") = sentence,
      Rcpp::Named("in_title") = in_title, Rcpp::Named("start") = start,
      Rcpp::Named("end") = end, Rcpp::Named("text") = text);
}

Rcpp::List voice_list(const std::vector<tone::ToneVoice> &voices) {
  const auto n = static_cast<R_xlen_t>(voices.size());
  Rcpp::CharacterVector voice(n), speaker(n);
  for (R_xlen_t v = 0; v < n; ++v) {
    const tone::ToneVoice &one = voices[static_cast<std::size_t>(v)];
    voice[v] = article::voice_name(one.span.voice);
    SET_STRING_ELT(speaker, v,
                   one.speaker.empty() ? NA_STRING
                                       : glue::utf8_string(one.speaker));
  }
  return Rcpp::List::create(Rcpp::Named("voice") = voice,
                            Rcpp::Named("speaker") = speaker);
}

} // namespace

// articles, lexicons, names: see glue::Scoring. list(hits, one table for
// each lexicon, whose `share` is the weight of a hit in its article's tone;
// sentences, those with a hit; voices, which `voice` of the hits count from 1,
// 0 is narration).
// [[Rcpp::export(rng = false)]]
Rcpp::List tone_hits_core(const Rcpp::List &articles,
                          const Rcpp::List &lexicons,
                          const std::vector<std::string> &names, int threads,
                          SEXP progress) {
  return glue::run([&] {
    glue::Scoring scoring(articles, lexicons, names);
    scoring.options.keep_hits = true;
    scoring.options.keep_shifters = true;
    scoring.options.pieces.voices = true;
    scoring.options.pieces.speakers = true;
    const std::vector<tone::ToneScores> scores =
        scoring.score(threads, progress);
    Rcpp::List hits(lexicons.size());
    for (std::size_t l = 0; l < scores.size(); ++l) {
      HitColumns columns(*scoring.lexicons[l], scores[l], scores[0].voices);
      article::ArticleBlock block;
      for (std::size_t b = 0; b < scoring.source.blocks(); ++b) {
        scoring.source.load(b, block);
        columns.add(block);
      }
      hits[static_cast<R_xlen_t>(l)] = columns.list();
    }
    return Rcpp::List::create(
        Rcpp::Named("hits") = hits,
        Rcpp::Named("sentences") = hit_sentences(scoring.source, scores),
        Rcpp::Named("voices") = voice_list(scores[0].voices));
  });
}
