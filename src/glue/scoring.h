// SPDX-License-Identifier: GPL-2.0-or-later
// What the glue of tone_score(), by whatever rows, begins with. Main thread
// only.
#pragma once

#include "glue/convert.h"
#include "glue/lexicon.h"
#include "glue/monitor.h"
#include "tone/score.h"

#include <Rcpp.h>

#include <memory>
#include <string>
#include <vector>

namespace tritone::glue {

// Articles to be scored, with the lexicons and options that R gives.
struct Scoring {
  Rcpp::CharacterVector title, text; // what the source is a view of
  article::MemorySource source;
  std::vector<std::shared_ptr<const tone::Lexicon>> kept;
  std::vector<const tone::Lexicon *> lexicons;
  tone::ToneOptions options;

  // articles: list(title, text, parts) of as_articles(); lexicons: a list of
  // list(entries = list(entry, valence), shifters = list(entry, type, factor));
  // names: words of the profile.
  Scoring(const Rcpp::List &articles, const Rcpp::List &given,
          const std::vector<std::string> &names)
      : title(articles["title"]), text(articles["text"]),
        source(article_source(title, text)) {
    for (R_xlen_t l = 0; l < given.size(); ++l) {
      kept.push_back(kept_lexicon(given[l]));
      lexicons.push_back(kept.back().get());
    }
    options.reading = reading_of(articles);
    options.names = names;
  }

  // One result for each lexicon.
  std::vector<tone::ToneScores> score(int threads, SEXP progress) const {
    RMonitor monitor(progress);
    return tone::tone_scores(source, lexicons, options,
                             static_cast<std::size_t>(threads), monitor);
  }
  tone::BlockScores blocks(int threads, SEXP progress) const {
    RMonitor monitor(progress);
    return tone::tone_blocks(source, lexicons, options,
                             static_cast<std::size_t>(threads), monitor);
  }
};

} // namespace tritone::glue
