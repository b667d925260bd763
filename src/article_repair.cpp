// SPDX-License-Identifier: GPL-2.0-or-later
// Glue of article_repair().
#include "base/parallel.h"
#include "glue/convert.h"
#include "glue/run.h"
#include "text/damage.h"
#include "text/markup.h"
#include "text/normalize.h"
#include "text/utf8.h"

using namespace tritone;

namespace {

// Texts are short and repair is fast, so a block must be large enough for a
// worker.
constexpr std::size_t kBlock = 256;

// Takes the tags out of a mended text that has no others, since they were
// escaped (&lt;p&gt;), and mends what they had around them; returns how many.
std::size_t strip_escaped(std::string_view text, text::Mended &out) {
  std::string bare;
  if (text.find("&lt;/") == std::string_view::npos)
    return 0;
  const std::size_t tags = text::strip_markup(out.text, bare);
  if (tags == 0)
    return 0;
  text::Mended again;
  if (text::mend(bare, again)) {
    bare = std::move(again.text);
    for (std::size_t k = 0; k < text::kDamageKinds; ++k)
      out.repairs[k] += again.repairs[k];
  }
  out.text = std::move(bare);
  return tags;
}

// Repairs one text, and returns the number of its tags. `out.text` is set where
// anything was repaired.
std::size_t mend_one(std::string_view text, bool markup, text::Mended &out) {
  if (!text::is_valid_utf8(text))
    return 0;
  std::string bare;
  const std::size_t tags = markup ? text::strip_markup(text, bare) : 0;
  const bool mended = text::mend(tags > 0 ? std::string_view(bare) : text, out);
  if (mended && markup && tags == 0)
    return strip_escaped(text, out);
  if (!mended && tags > 0)
    out.text = std::move(bare);
  return tags;
}

} // namespace

// list(text, mojibake, control, entity, tag): a text without damage is the very
// string of `x`. Tags are taken out where `markup` is true.
// [[Rcpp::export(rng = false)]]
Rcpp::List article_repair_core(const Rcpp::CharacterVector &x, bool markup,
                               int threads) {
  return glue::run([&] {
    const auto n = static_cast<std::size_t>(x.size());
    std::vector<std::string_view> texts(n);
    for (std::size_t i = 0; i < n; ++i)
      if (SEXP s = STRING_ELT(x, static_cast<R_xlen_t>(i)); s != NA_STRING)
        texts[i] = glue::utf8_view(s);
    std::vector<text::Mended> done(n);
    std::vector<std::size_t> tags(n);
    NullMonitor monitor;
    for_blocks(n, kBlock, static_cast<std::size_t>(threads), monitor,
               [&](const Block &b) {
                 for (std::size_t i = b.begin; i < b.end; ++i)
                   tags[i] = mend_one(texts[i], markup, done[i]);
               });
    Rcpp::CharacterVector text = Rcpp::clone(x);
    // The tags come after the kinds of damage.
    constexpr std::size_t kKinds = text::kDamageKinds + 1;
    Rcpp::IntegerMatrix repairs(static_cast<int>(n), static_cast<int>(kKinds));
    for (std::size_t i = 0; i < n; ++i) {
      int sum = 0;
      for (std::size_t k = 0; k < kKinds; ++k) {
        const int count = static_cast<int>(
            k < text::kDamageKinds ? done[i].repairs[k] : tags[i]);
        repairs(static_cast<int>(i), static_cast<int>(k)) = count;
        sum += count;
      }
      if (sum == 0)
        continue;
      // A repaired character may compose with the one before it.
      std::string composed;
      text::append_nfc(done[i].text, composed);
      SET_STRING_ELT(text, static_cast<R_xlen_t>(i),
                     glue::utf8_string(composed));
    }
    Rcpp::List out(1 + kKinds);
    Rcpp::CharacterVector names(1 + kKinds);
    out[0] = text;
    names[0] = "text";
    for (std::size_t k = 0; k < kKinds; ++k) {
      out[static_cast<R_xlen_t>(k) + 1] =
          Rcpp::IntegerVector(repairs.column(static_cast<int>(k)));
      names[static_cast<R_xlen_t>(k) + 1] =
          k < text::kDamageKinds
              ? text::damage_name(static_cast<text::DamageKind>(k))
              : "tag";
    }
    out.names() = names;
    return out;
  });
}
