// SPDX-License-Identifier: GPL-2.0-or-later
// Lexicons of R, as tritone_lexicon holds them, for the core. Main thread only.
#pragma once

#include "glue/convert.h"
#include "text/utf8.h"
#include "tone/lexicon.h"

#include <Rcpp.h>

#include <algorithm>
#include <cstring>
#include <deque>
#include <memory>
#include <string>
#include <vector>

namespace tritone::glue {

inline std::string std_string(const Rcpp::CharacterVector &x, R_xlen_t i) {
  return text::repair_utf8(utf8_view(STRING_ELT(x, i))).text;
}

inline tone::ShifterKind shifter_kind(const std::string &name) {
  for (std::size_t k = 0; k < tone::kShifterKinds; ++k)
    if (name == tone::shifter_name(static_cast<tone::ShifterKind>(k)))
      return static_cast<tone::ShifterKind>(k);
  throw input_error("There is no type of shifter \"" + name + "\".");
}

// list(entry, valence)
inline std::vector<tone::LexiconEntry>
lexicon_entries(const Rcpp::List &entries) {
  const Rcpp::CharacterVector entry = entries["entry"];
  const Rcpp::NumericVector valence = entries["valence"];
  std::vector<tone::LexiconEntry> out;
  for (R_xlen_t i = 0; i < entry.size(); ++i)
    out.push_back({std_string(entry, i), valence[i]});
  return out;
}

// list(entry, type, factor)
inline std::vector<tone::Shifter> lexicon_shifters(const Rcpp::List &shifters) {
  const Rcpp::CharacterVector phrase = shifters["entry"];
  const Rcpp::CharacterVector type = shifters["type"];
  const Rcpp::NumericVector factor = shifters["factor"];
  std::vector<tone::Shifter> out;
  for (R_xlen_t i = 0; i < phrase.size(); ++i)
    out.push_back(
        {std_string(phrase, i), shifter_kind(std_string(type, i)), factor[i]});
  return out;
}

// Are two vectors of R the same, strings by their address in R's table of
// strings?
inline bool same_vector(SEXP a, SEXP b) {
  if (TYPEOF(a) != TYPEOF(b) || XLENGTH(a) != XLENGTH(b))
    return false;
  if (TYPEOF(a) == STRSXP)
    return std::equal(STRING_PTR_RO(a), STRING_PTR_RO(a) + XLENGTH(a),
                      STRING_PTR_RO(b));
  const auto size = static_cast<std::size_t>(XLENGTH(a)) * sizeof(double);
  return size == 0 || std::memcmp(REAL(a), REAL(b), size) == 0;
}

// The lexicon of list(entries, shifters), built once: the last ones are kept
// with copies of what they were made from, so that one that has been changed is
// another.
inline std::shared_ptr<const tone::Lexicon> kept_lexicon(const Rcpp::List &x) {
  struct Kept {
    std::vector<Rcpp::RObject> parts;
    std::shared_ptr<const tone::Lexicon> lexicon;
  };
  constexpr std::size_t kMost = 16;
  // Never destroyed: R may be gone when the process ends.
  static auto &kept = *new std::deque<Kept>;
  const Rcpp::List entries = x["entries"];
  const Rcpp::List shifters = x["shifters"];
  const Rcpp::CharacterVector entry = entries["entry"];
  const Rcpp::NumericVector valence = entries["valence"];
  const Rcpp::CharacterVector phrase = shifters["entry"];
  const Rcpp::CharacterVector type = shifters["type"];
  const Rcpp::NumericVector factor = shifters["factor"];
  const std::vector<SEXP> parts{entry, valence, phrase, type, factor};
  for (const Kept &one : kept)
    if (std::equal(parts.begin(), parts.end(), one.parts.begin(),
                   [](SEXP a, SEXP b) { return same_vector(a, b); }))
      return one.lexicon;
  Kept made;
  made.lexicon = std::make_shared<const tone::Lexicon>(
      lexicon_entries(entries), lexicon_shifters(shifters));
  for (const SEXP part : parts)
    made.parts.emplace_back(Rf_duplicate(part));
  kept.push_front(made);
  if (kept.size() > kMost)
    kept.pop_back();
  return made.lexicon;
}

} // namespace tritone::glue
