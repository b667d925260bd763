// SPDX-License-Identifier: GPL-2.0-or-later
// Glue of article_voices(): one row per stretch, with its place in characters.
#include "article/voices/voices.h"
#include "base/parallel.h"
#include "glue/convert.h"
#include "glue/monitor.h"
#include "glue/run.h"
#include "text/space.h"
#include "text/utf8.h"

#include <algorithm>
#include <deque>
#include <string>
#include <vector>

using namespace tritone;

namespace {

struct VoiceRow {
  std::size_t article;    // 0-based
  std::size_t start, end; // characters, 0-based, end exclusive
  std::size_t mention_start, mention_end;
  article::VoiceSpan span;
  std::string speaker; // single blanks
  std::string_view cue, text;
};

struct VoiceBlock {
  std::vector<VoiceRow> rows;
  std::deque<std::string> storage;
};

std::string_view piece(std::string_view text, text::Span span) {
  return text.substr(span.begin, span.end - span.begin);
}

// Mentions come in any order: the places of all are found in one pass.
void add_rows(const article::Article &article, std::size_t index,
              const std::vector<article::VoiceSpan> &spans,
              std::vector<VoiceRow> &out) {
  const std::size_t first = out.size();
  for (const article::VoiceSpan &span : spans)
    out.push_back({index, span.begin, span.end, span.mention.begin,
                   span.mention.end, span,
                   text::collapse_space(piece(article.text, span.speaker.name)),
                   piece(article.text, span.cue),
                   piece(article.text, {span.begin, span.end})});
  if (text::is_ascii(article.text)) // bytes are characters
    return;
  std::vector<std::size_t *> places;
  for (std::size_t k = first; k < out.size(); ++k)
    for (std::size_t *place : {&out[k].start, &out[k].end,
                               &out[k].mention_start, &out[k].mention_end})
      places.push_back(place);
  std::sort(places.begin(), places.end(),
            [](const auto *a, const auto *b) { return *a < *b; });
  text::CharOffsets offsets(article.text);
  for (std::size_t *place : places)
    *place = offsets.at(*place);
}

std::vector<VoiceBlock> find_blocks(const article::Source &source,
                                    const article::Known *known,
                                    std::size_t threads, Monitor &monitor) {
  struct alignas(kApart) Worker {
    article::ArticleBlock block;
    article::VoiceScratch scratch;
  };
  std::vector<Worker> workers(
      std::max<std::size_t>(1, std::min(threads, source.blocks())));
  std::vector<VoiceBlock> out(source.blocks());
  for_blocks(source.blocks(), 1, threads, monitor, [&](const Block &b) {
    Worker &worker = workers[b.worker];
    source.load(b.index, worker.block);
    for (std::size_t i = 0; i < worker.block.articles.size(); ++i) {
      const article::Article &article = worker.block.articles[i];
      article::find_voices(article.text, worker.scratch, known);
      add_rows(article, worker.block.first + i, worker.scratch.spans,
               out[b.index].rows);
    }
    // Moving a deque leaves its strings, and views of them, in place.
    out[b.index].storage.swap(worker.block.storage);
  });
  return out;
}

constexpr std::size_t kBases =
    static_cast<std::size_t>(article::SpeakerBasis::unexplained) + 1;

// R's strings of the names that name(0), name(1), ... give.
template <class Name>
Rcpp::CharacterVector names_of(std::size_t n, const Name &name) {
  Rcpp::CharacterVector out(static_cast<R_xlen_t>(n));
  for (std::size_t k = 0; k < n; ++k)
    out[static_cast<R_xlen_t>(k)] = name(k);
  return out;
}

Rcpp::List voices_list(const std::vector<VoiceBlock> &blocks) {
  std::size_t n = 0;
  for (const VoiceBlock &block : blocks)
    n += block.rows.size();
  const auto rows = static_cast<R_xlen_t>(n);
  Rcpp::IntegerVector article(rows), start(rows), end(rows), from(rows),
      to(rows);
  Rcpp::CharacterVector voice(rows), speaker(rows), basis(rows), cue(rows),
      words(rows);
  Rcpp::LogicalVector continued(rows), unclosed(rows);
  const Rcpp::CharacterVector voices =
      names_of(article::kVoices, [](std::size_t k) {
        return article::voice_name(static_cast<article::Voice>(k));
      });
  const Rcpp::CharacterVector bases = names_of(kBases, [](std::size_t k) {
    return article::basis_name(static_cast<article::SpeakerBasis>(k));
  });
  R_xlen_t at = 0;
  for (const VoiceBlock &block : blocks) {
    for (const VoiceRow &row : block.rows) {
      const bool named = row.mention_start < row.mention_end;
      article[at] = static_cast<int>(row.article) + 1;
      start[at] = static_cast<int>(row.start) + 1;
      end[at] = static_cast<int>(row.end);
      from[at] = named ? static_cast<int>(row.mention_start) + 1 : NA_INTEGER;
      to[at] = named ? static_cast<int>(row.mention_end) : NA_INTEGER;
      SET_STRING_ELT(voice, at,
                     STRING_ELT(voices, static_cast<int>(row.span.voice)));
      SET_STRING_ELT(
          basis, at,
          STRING_ELT(bases, static_cast<int>(row.span.speaker.basis)));
      SET_STRING_ELT(speaker, at,
                     named ? glue::utf8_string(row.speaker) : NA_STRING);
      SET_STRING_ELT(cue, at,
                     row.cue.empty() ? NA_STRING : glue::utf8_string(row.cue));
      SET_STRING_ELT(words, at, glue::utf8_string(row.text));
      continued[at] = row.span.continued;
      unclosed[at] = row.span.unclosed;
      ++at;
    }
  }
  return Rcpp::List::create(
      Rcpp::Named("article") = article, Rcpp::Named("start") = start,
      Rcpp::Named("end") = end, Rcpp::Named("voice") = voice,
      Rcpp::Named("speaker") = speaker, Rcpp::Named("speaker_start") = from,
      Rcpp::Named("speaker_end") = to, Rcpp::Named("basis") = basis,
      Rcpp::Named("cue") = cue, Rcpp::Named("text") = words,
      Rcpp::Named("continued") = continued, Rcpp::Named("unclosed") = unclosed);
}

} // namespace

// articles: list(title, text, known) of as_articles().
// [[Rcpp::export(rng = false)]]
Rcpp::List article_voices_core(const Rcpp::List &articles, int threads,
                               SEXP progress) {
  return glue::run([&] {
    const Rcpp::CharacterVector text = articles["text"];
    const article::Reading reading = glue::reading_of(articles);
    glue::RMonitor monitor(progress);
    return voices_list(find_blocks(
        glue::article_source(Rcpp::CharacterVector(0), text),
        reading.known.get(), static_cast<std::size_t>(threads), monitor));
  });
}
