// SPDX-License-Identifier: GPL-2.0-or-later
// Lists of options, as R's checks leave them, to the structs of the core.
#pragma once

#include "glue/convert.h"
#include "text/words.h"

#include <Rcpp.h>

#include <cstdint>
#include <limits>
#include <string>

namespace tritone::glue {

// A count that R holds as a double; Inf is the largest value.
inline std::uint64_t count_of(double x) {
  return x < 0x1p63 ? static_cast<std::uint64_t>(x)
                    : std::numeric_limits<std::uint64_t>::max();
}

// From what token_options() in R/term_matrix.R gives.
inline text::WordOptions word_options(const Rcpp::List &options) {
  text::WordOptions out;
  if (Rcpp::as<std::string>(options["tokenizer"]) == "uax29")
    out.rules = text::WordRules::uax29;
  out.numbers = Rcpp::as<bool>(options["numbers"]);
  out.punctuation = Rcpp::as<bool>(options["punctuation"]);
  if (Rcpp::as<std::string>(options["hyphens"]) == "split")
    out.hyphens = text::WordOptions::Hyphens::split;
  if (Rcpp::as<std::string>(options["clitics"]) == "split")
    out.clitics = text::WordOptions::Clitics::split;
  return out;
}

} // namespace tritone::glue
