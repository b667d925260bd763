// SPDX-License-Identifier: GPL-2.0-or-later
// Glue of the reader of exports.
#include "glue/convert.h"
#include "glue/run.h"
#include "text/normalize.h"
#include "text/space.h"
#include "text/unwrap.h"
#include "text/utf8.h"

using namespace tritone;

// Texts as they are in an export, joined into paragraphs in NFC.
// [[Rcpp::export(rng = false)]]
Rcpp::CharacterVector read_export_text_core(const Rcpp::CharacterVector &x) {
  return glue::run([&] {
    Rcpp::CharacterVector out(x.size());
    for (R_xlen_t i = 0; i < x.size(); ++i) {
      if (STRING_ELT(x, i) == NA_STRING) {
        out[i] = NA_STRING;
        continue;
      }
      std::string text;
      text::append_nfc(
          text::repair_utf8(glue::utf8_view(STRING_ELT(x, i))).text, text);
      std::string paragraphs;
      text::unwrap(text, paragraphs);
      out[i] = glue::utf8_string(text::trim_space(paragraphs));
    }
    return out;
  });
}
