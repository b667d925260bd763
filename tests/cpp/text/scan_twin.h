// SPDX-License-Identifier: GPL-2.0-or-later
// What scan_terms() must give, by the slow way: Tokenizer, then
// append_folded(), token after token.
#pragma once

#include "text/fold.h"
#include "text/term_scanner.h"
#include "text/words.h"

#include <string>
#include <string_view>
#include <vector>

namespace tritone::text::testing {

struct Scanned {
  Token token;
  std::string folded;

  bool operator==(const Scanned &o) const {
    return token.begin == o.token.begin && token.end == o.token.end &&
           token.kind == o.token.kind && token.capital == o.token.capital &&
           folded == o.folded;
  }
};

inline std::vector<Scanned> scanned_slowly(std::string_view text,
                                           const WordOptions &options) {
  std::vector<Token> tokens;
  Tokenizer(options).tokens(text, tokens);
  std::vector<Scanned> result;
  for (const Token &token : tokens)
    result.push_back(
        {token, folded(text.substr(token.begin, token.end - token.begin))});
  return result;
}

// `keys_agree` turns false where a key is not that of the bytes.
inline std::vector<Scanned> scanned(std::string_view text,
                                    const WordOptions &options,
                                    TermScratch &scratch, bool &keys_agree) {
  std::vector<Scanned> result;
  scan_terms(text, options, scratch,
             [&](const Token &token, const StringKey &key, const char *bytes) {
               std::string form;
               if (bytes != nullptr) {
                 form.assign(bytes, key.size);
               } else {
                 form.assign(reinterpret_cast<const char *>(&key.low), 8);
                 form.append(reinterpret_cast<const char *>(&key.high), 8);
                 form.resize(key.size);
               }
               keys_agree =
                   keys_agree && key == string_key(form) &&
                   (bytes != nullptr || key.size <= StringKey::kInline);
               result.push_back({token, form});
             });
  return result;
}

// All 2 x 2 x 2 x 2 options of the news rules, and those of uax29.
inline std::vector<WordOptions> all_word_options() {
  std::vector<WordOptions> result;
  for (int bits = 0; bits < 32; ++bits) {
    WordOptions o;
    o.numbers = bits & 1;
    o.punctuation = bits & 2;
    if (bits & 4)
      o.hyphens = WordOptions::Hyphens::split;
    if (bits & 8)
      o.clitics = WordOptions::Clitics::split;
    if (bits & 16)
      o.rules = WordRules::uax29;
    if (!(bits & 16) || !(bits & 12))
      result.push_back(o);
  }
  return result;
}

} // namespace tritone::text::testing
