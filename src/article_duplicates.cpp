// SPDX-License-Identifier: GPL-2.0-or-later
// Glue of article_duplicates(): the pairs of articles that repeat each other.
#include "article/collection/repeats.h"
#include "base/parallel.h"
#include "glue/convert.h"
#include "glue/monitor.h"
#include "glue/run.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

using namespace tritone;

namespace {

std::vector<article::Shingles> read_shingles(const article::Source &source,
                                             const article::Reading &reading,
                                             std::size_t threads,
                                             Monitor &monitor) {
  struct alignas(kApart) Worker {
    article::ArticleBlock block;
    article::PartScratch scratch;
    std::vector<article::Segment> segments;
    std::vector<std::string_view> texts;
    std::string word;
  };
  std::vector<Worker> workers(
      std::max<std::size_t>(1, std::min(threads, source.blocks())));
  std::vector<article::Shingles> out(source.size());
  for_blocks(source.blocks(), 1, threads, monitor, [&](const Block &b) {
    Worker &worker = workers[b.worker];
    source.load(b.index, worker.block);
    for (std::size_t i = 0; i < worker.block.articles.size(); ++i) {
      article::find_segments(worker.block.articles[i], reading, worker.scratch,
                             worker.segments);
      worker.texts.clear();
      for (const article::Segment &segment : worker.segments)
        worker.texts.push_back(segment.text);
      article::find_shingles(worker.texts, out[worker.block.first + i],
                             worker.word);
    }
  });
  return out;
}

} // namespace

// articles: list(title, text, parts, known) of as_articles(). days: whole
// numbers or NA, or empty. containment: above 1 for none; window: days, or
// negative for none.
// [[Rcpp::export(rng = false)]]
Rcpp::List article_duplicates_core(const Rcpp::List &articles, double threshold,
                                   double containment,
                                   const Rcpp::NumericVector &days,
                                   double window, int threads, SEXP progress) {
  return glue::run([&] {
    const Rcpp::CharacterVector title = articles["title"];
    const Rcpp::CharacterVector text = articles["text"];
    const article::MemorySource source = glue::article_source(title, text);
    glue::RMonitor monitor(progress);
    const auto workers = static_cast<std::size_t>(threads);
    const std::vector<article::Shingles> shingles =
        read_shingles(source, glue::reading_of(articles), workers, monitor);
    article::CopyOptions options;
    options.jaccard = threshold;
    options.containment = containment;
    options.window = static_cast<std::int64_t>(window);
    for (const double day : days)
      options.days.push_back(std::isnan(day) ? article::kNoDay
                                             : static_cast<std::int32_t>(day));
    const std::vector<article::CopyPair> pairs =
        article::find_copies(shingles, options, workers, monitor);
    const std::vector<std::size_t> groups =
        article::copy_groups(shingles.size(), pairs);
    const auto n = static_cast<R_xlen_t>(pairs.size());
    Rcpp::IntegerVector first(n), second(n), group(n);
    Rcpp::NumericVector jaccard(n), share(n);
    for (R_xlen_t i = 0; i < n; ++i) {
      const article::CopyPair &pair = pairs[static_cast<std::size_t>(i)];
      first[i] = static_cast<int>(pair.first) + 1;
      second[i] = static_cast<int>(pair.second) + 1;
      jaccard[i] = pair.jaccard;
      share[i] = pair.containment;
      group[i] = static_cast<int>(groups[pair.first]) + 1;
    }
    return Rcpp::List::create(
        Rcpp::Named("first") = first, Rcpp::Named("second") = second,
        Rcpp::Named("jaccard") = jaccard, Rcpp::Named("containment") = share,
        Rcpp::Named("group") = group);
  });
}
