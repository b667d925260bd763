// SPDX-License-Identifier: GPL-2.0-or-later
// Glue of the reader of documents in the Rich Text Format.
#include "article/reading/rtf.h"
#include "glue/convert.h"
#include "glue/run.h"

using namespace tritone;

// The pieces of the text, their code pages (0 for UTF-8), whether the file is
// of this form and whole, and how many bytes come after it.
// [[Rcpp::export(rng = false)]]
Rcpp::List read_rtf_core(const Rcpp::RawVector &bytes) {
  return glue::run([&] {
    const article::RtfText read = article::read_rtf(
        std::string_view(reinterpret_cast<const char *>(bytes.begin()),
                         static_cast<std::size_t>(bytes.size())));
    const auto n = static_cast<R_xlen_t>(read.pieces.size());
    Rcpp::CharacterVector text(n);
    Rcpp::IntegerVector page(n);
    for (R_xlen_t i = 0; i < n; ++i) {
      const article::RtfPiece &piece = read.pieces[static_cast<std::size_t>(i)];
      page[i] = piece.code_page;
      // Bytes of a code page have no mark of their own: R's iconv() reads them.
      text[i] =
          piece.code_page == 0
              ? glue::utf8_string(piece.bytes)
              : Rf_mkCharLenCE(piece.bytes.data(),
                               static_cast<int>(piece.bytes.size()), CE_NATIVE);
    }
    return Rcpp::List::create(
        Rcpp::Named("text") = text, Rcpp::Named("page") = page,
        Rcpp::Named("is_rtf") = read.is_rtf,
        Rcpp::Named("cut_off") = read.cut_off,
        Rcpp::Named("extra") = static_cast<double>(read.extra));
  });
}
