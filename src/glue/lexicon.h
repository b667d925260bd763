// SPDX-License-Identifier: GPL-2.0-or-later
// Lexicons of R, as tritone_lexicon holds them, for the core. Main thread only.
#pragma once

#include "glue/convert.h"
#include "text/utf8.h"
#include "tone/lexicon.h"

#include <Rcpp.h>

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

} // namespace tritone::glue
