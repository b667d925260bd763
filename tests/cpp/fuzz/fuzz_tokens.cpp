// SPDX-License-Identifier: GPL-2.0-or-later
// Any bytes as a text: decoding, repair, normalization, folding, tokens under
// all options, sentences. Checks what must hold of each result.
#include "require.h"
#include "text/fold.h"
#include "text/normalize.h"
#include "text/sentences.h"
#include "text/unicode.h"
#include "text/utf8.h"
#include "text/words.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

using namespace tritone;
using namespace tritone::fuzz;
using namespace tritone::text;

namespace {

// Where decode() cuts the text, 0 and the size included; checks that
// decode_back() cuts it likewise.
std::vector<std::size_t> boundaries(std::string_view text) {
  const char *const begin = text.data();
  const char *const end = begin + text.size();
  std::vector<std::size_t> result = {0};
  for (const char *p = begin; p < end;) {
    const CodePoint c = decode(p, end);
    require(c.size >= 1 && c.size <= 4, "decode() reads 1 to 4 bytes");
    p += c.size;
    require(p <= end, "decode() stays inside the text");
    result.push_back(static_cast<std::size_t>(p - begin));
  }
  std::size_t i = result.size();
  for (const char *p = end; p > begin; p -= decode_back(begin, p).size)
    require(static_cast<std::size_t>(p - begin) == result[--i],
            "decode_back() cuts as decode() does");
  return result;
}

std::string repair(std::string_view text) {
  const Repaired repaired = repair_utf8(text);
  const bool valid = is_valid_utf8(text);
  require(is_valid_utf8(repaired.text), "a repaired text is valid");
  require((repaired.replaced == 0) == valid, "only bad bytes are replaced");
  require(!valid || repaired.text == text, "a valid text needs no repair");
  require(valid == (repaired.first_bad == std::string::npos),
          "the first bad byte is known");
  return repaired.text;
}

std::string normalize(std::string_view text) {
  std::string once, twice;
  append_nfc(text, once);
  append_nfc(once, twice);
  require(once == twice, "normalizing twice changes nothing");
  require(is_nfc(once), "a normalized text is in NFC");
  require(is_nfc(text) == (once == text), "is_nfc() knows");
  return once;
}

void check_folding(std::string_view text) {
  const std::string once = folded(text);
  require(folded(once) == once, "folding twice changes nothing");
  require(is_nfc(once), "a folded text is in NFC");
}

std::vector<Token> tokens(std::string_view text, const WordOptions &options) {
  std::vector<Token> result;
  Tokenizer(options).tokens(text, result);
  return result;
}

bool is_word(const Token &token) {
  return token.kind != TokenKind::number &&
         token.kind != TokenKind::punctuation &&
         token.kind != TokenKind::symbol;
}

bool same(const Token &a, const Token &b) {
  return a.begin == b.begin && a.end == b.end && a.kind == b.kind &&
         a.capital == b.capital;
}

void check_tokens(std::string_view text, WordOptions options,
                  const std::vector<std::size_t> &cuts) {
  options.numbers = options.punctuation = true;
  std::vector<Token> all = tokens(text, options);
  std::size_t last = 0;
  for (const Token &token : all) {
    require(token.begin >= last, "tokens rise and do not overlap");
    require(token.begin < token.end, "no token is empty");
    require(token.end <= text.size(), "tokens stay inside the text");
    require(std::binary_search(cuts.begin(), cuts.end(), token.begin) &&
                std::binary_search(cuts.begin(), cuts.end(), token.end),
            "tokens are cut between characters");
    last = token.end;
  }
  all.erase(std::remove_if(all.begin(), all.end(),
                           [](const Token &t) { return !is_word(t); }),
            all.end());
  options.numbers = options.punctuation = false;
  const std::vector<Token> words = tokens(text, options);
  require(std::equal(words.begin(), words.end(), all.begin(), all.end(), same),
          "words do not depend on numbers and punctuation");
}

std::vector<std::string> folded_tokens(std::string_view text) {
  WordOptions options;
  options.numbers = true;
  std::vector<std::string> result;
  for (const Token &t : tokens(text, options))
    result.push_back(folded(text.substr(t.begin, t.end - t.begin)));
  return result;
}

void check_tiling(const std::vector<Span> &spans, std::size_t size) {
  std::size_t last = 0;
  for (const Span &span : spans) {
    require(span.begin == last && span.end > last, "segments tile the text");
    last = span.end;
  }
  require(last == size, "segments cover the text");
}

void check_sentences(std::string_view text) {
  std::vector<Span> sentences;
  news_sentences(text, sentences);
  std::size_t last = 0;
  for (const Span &s : sentences) {
    require(s.begin >= last, "sentences rise and do not overlap");
    require(s.begin < s.end && s.end <= text.size(), "sentences are not empty");
    const char *const begin = text.data() + s.begin;
    const char *const end = text.data() + s.end;
    require(!is_space(decode(begin, end).value) &&
                !is_space(decode_back(begin, end).value),
            "sentences are trimmed");
    last = s.end;
  }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data,
                                      std::size_t size) {
  const std::string_view text(reinterpret_cast<const char *>(data), size);
  const std::vector<std::size_t> cuts = boundaries(text);
  const std::string valid = repair(text);
  require(count_chars(valid) == cuts.size() - 1,
          "a repaired text has a character for each piece");
  CharOffsets offsets(valid);
  require(offsets.at(valid.size()) == cuts.size() - 1,
          "CharOffsets counts too");

  const std::string normal = normalize(text);
  check_folding(text);
  // The Greek question mark is canonically a semicolon, which unlike it may
  // be in a web address.
  if (text.find("\u037E") == std::string_view::npos)
    require(folded_tokens(text) == folded_tokens(normal),
            "tokens do not depend on the normalization form");

  for (const WordRules rules : {WordRules::news, WordRules::uax29})
    for (const auto hyphens :
         {WordOptions::Hyphens::keep, WordOptions::Hyphens::split})
      for (const auto clitics :
           {WordOptions::Clitics::keep, WordOptions::Clitics::split}) {
        WordOptions options;
        options.rules = rules;
        options.hyphens = hyphens;
        options.clitics = clitics;
        check_tokens(text, options, cuts);
      }

  std::vector<Span> spans;
  uax29_words(text, spans);
  check_tiling(spans, size);
  spans.clear();
  uax29_sentences(text, spans);
  check_tiling(spans, size);
  check_sentences(text);
  return 0;
}
