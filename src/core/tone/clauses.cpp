// SPDX-License-Identifier: GPL-2.0-or-later
// Finds the marks of a sentence: ends of clauses, quotation marks, brackets and
// dashes.
#include "tone/clauses.h"

#include "text/fold.h"
#include "text/utf8.h"

namespace tritone::tone {
namespace {

bool is_mark_kind(const text::Token &token) {
  return token.kind == text::TokenKind::punctuation ||
         token.kind == text::TokenKind::symbol;
}

char32_t first_char(const SentenceTokens &sentence, std::size_t i) {
  const std::string_view s = sentence.at(i);
  return text::decode(s.data(), s.data() + s.size()).value;
}

bool is_clause_char(char32_t c) {
  switch (c) {
  case ',':
  case ';':
  case ':':
  case '!':
  case '?':
  case '(':
  case ')':
  case '[':
  case ']':
  case '{':
  case '}':
  case 0x2026: // …
    return true;
  default:
    return false;
  }
}

bool is_dash_char(char32_t c) { return c >= 0x2012 && c <= 0x2015; }

// Is the mark i one of a run of the same mark without blanks, such as -- or
// ...?
bool in_run(const SentenceTokens &sentence, std::size_t i, char32_t c) {
  return (i > 0 && sentence.joined(i - 1) &&
          first_char(sentence, i - 1) == c) ||
         (sentence.joined(i) && first_char(sentence, i + 1) == c);
}

bool is_alone(const SentenceTokens &sentence, std::size_t i) {
  return !sentence.joined(i) && (i == 0 || !sentence.joined(i - 1));
}

// A single quotation mark, or an apostrophe that no word has kept. `open` says
// whether a mark has opened and not closed; curly marks are judged by their
// place too, so that straight ones come out the same.
Mark single_mark(const SentenceTokens &sentence, std::size_t i, bool &open) {
  const bool attached = i > 0 && sentence.joined(i - 1);
  const bool after_mark = attached && is_mark_kind(sentence.token[i - 1]);
  if (sentence.joined(i) && (!attached || after_mark)) {
    open = true;
    return Mark::quote;
  }
  const bool twice =
      (after_mark && text::is_apostrophe(first_char(sentence, i - 1))) ||
      (sentence.joined(i) && is_mark_kind(sentence.token[i + 1]) &&
       text::is_apostrophe(first_char(sentence, i + 1)));
  if (!open && !twice)
    return Mark::none;
  open = false;
  return Mark::quote;
}

} // namespace

void find_marks(const SentenceTokens &sentence, std::vector<Mark> &out) {
  out.assign(sentence.count, Mark::none);
  bool open = false;
  for (std::size_t i = 0; i < sentence.count; ++i) {
    if (!is_mark_kind(sentence.token[i]))
      continue;
    const char32_t c = first_char(sentence, i);
    if (is_clause_char(c) || (c == '.' && in_run(sentence, i, c)))
      out[i] = Mark::clause;
    else if (is_dash_char(c) ||
             (text::is_hyphen(c) &&
              (in_run(sentence, i, c) || is_alone(sentence, i))))
      out[i] = Mark::dash;
    else if (text::is_double_quote(c))
      out[i] = Mark::quote;
    else if (text::is_apostrophe(c))
      out[i] = single_mark(sentence, i, open);
  }
}

} // namespace tritone::tone
