// SPDX-License-Identifier: GPL-2.0-or-later
// Glue of prints: the beginnings and ends of strings that may be very long.
#include "glue/convert.h"
#include "glue/run.h"

#include <Rcpp.h>

#include <cstddef>
#include <string_view>

using namespace tritone;

namespace {

bool leads(char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }

// About `bytes` of the string, whole characters where it is UTF-8, without a
// look at the rest.
std::string_view cut(std::string_view s, std::size_t bytes, bool at_end,
                     bool characters) {
  constexpr std::size_t kMostTail = 3; // bytes of a character after its first
  std::size_t at = at_end ? s.size() - bytes : bytes;
  for (std::size_t i = 0;
       characters && i < kMostTail && at > 0 && !leads(s[at]); ++i)
    at_end ? ++at : --at;
  return at_end ? s.substr(at) : s.substr(0, at);
}

} // namespace

// list(text, cut): the strings of more than `bytes` cut to about so many at
// their beginning or end, in their encodings; and which were cut.
// [[Rcpp::export(rng = false)]]
Rcpp::List output_cut_core(const Rcpp::CharacterVector &x, int bytes,
                           bool at_end) {
  return glue::run([&] {
    const R_xlen_t n = x.size();
    Rcpp::CharacterVector text(n);
    Rcpp::LogicalVector was_cut(n);
    for (R_xlen_t i = 0; i < n; ++i) {
      const SEXP s = STRING_ELT(x, i);
      if (s == NA_STRING || LENGTH(s) <= bytes) {
        SET_STRING_ELT(text, i, s);
        continue;
      }
      const cetype_t encoding = Rf_getCharCE(s);
      const bool characters = encoding == CE_UTF8 ||
                              (encoding == CE_NATIVE && glue::native_is_utf8());
      const std::string_view part =
          cut({CHAR(s), static_cast<std::size_t>(LENGTH(s))},
              static_cast<std::size_t>(bytes), at_end, characters);
      SET_STRING_ELT(
          text, i,
          Rf_mkCharLenCE(part.data(), static_cast<int>(part.size()), encoding));
      was_cut[i] = TRUE;
    }
    return Rcpp::List::create(Rcpp::Named("text") = text,
                              Rcpp::Named("cut") = was_cut);
  });
}
