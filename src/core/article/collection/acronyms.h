// SPDX-License-Identifier: GPL-2.0-or-later
// Short forms that an article explains: Halvera Press Agency (HPA).
#pragma once

#include "base/config.h"
#include "base/string_table.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tritone::article {

// A short form and the long form beside it, single blanks in both.
struct Acronym {
  std::string short_form; // without dots and plural s
  std::string long_form;
};

// Appends to `out` the short forms that `text` explains, in order: one in
// brackets after its long form, or before the long form in brackets. A short
// form has at least two capitals, at most ten characters, and may also have
// digits, & and hyphens (with three capitals also two small letters: BoEST).
// The long form is matched from its end: each letter begins a word or continues
// the one just begun (KEPCO, Kessa Electric Power Corporation); words such as
// of and the may be skipped, and one other word. It has at least two words,
// and no sentence end, bracket or double quotation mark inside. Linear time.
// After Schwartz and Hearst (2003), doi:10.1142/9789812776303_0042, with words
// in place of letters.
void find_acronyms(std::string_view text, std::vector<Acronym> &out);

// How often a short form was explained by a long form, in any spelling.
struct AcronymCount {
  std::string short_form;
  std::string long_form; // the first of its spellings by bytes
  std::uint64_t count = 0;
  std::uint64_t articles = 0;
};

// Counts them over articles. The same for every order of them.
class AcronymCounter {
public:
  void add_article(std::string_view text);
  void merge(AcronymCounter &&other);

  // Sorted by short form, then by falling articles and count, then by long
  // form.
  std::vector<AcronymCount> counts() const;

private:
  AcronymCount &at(std::string_view short_form, std::string_view long_form);

  StringTable keys_; // short form, a line end, the folded long form
  std::vector<AcronymCount> counts_;
  std::vector<std::uint64_t> last_article_;
  std::uint64_t articles_ = 0;
  std::vector<Acronym> found_;
};

} // namespace tritone::article
