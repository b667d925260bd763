// SPDX-License-Identifier: GPL-2.0-or-later
// Finds names by their capitals, and cuts titles off them.
#include "article/voices/names.h"

#include "text/ascii.h"
#include "text/word_list.h"

#include <algorithm>

namespace tritone::article {
namespace {

using Kind = VoiceToken::Kind;

constexpr std::string_view kTitles[] = {"mr",
                                        "mrs",
                                        "ms",
                                        "dr",
                                        "gen",
                                        "sen",
                                        "rep",
                                        "gov",
                                        "prof",
                                        "president",
                                        "senator",
                                        "governor",
                                        "representative",
                                        "secretary",
                                        "minister",
                                        "captain",
                                        "colonel",
                                        "general",
                                        "judge",
                                        "professor",
                                        "mayor"};

bool is_name_word(const VoiceToken &token) {
  return token.kind == Kind::word && token.capital &&
         (token.roles & ~static_cast<unsigned>(role::possessive)) == 0 &&
         token.verb.kind == text::Saying::none;
}

} // namespace

bool is_person_title(std::string_view word) {
  if (!word.empty() && word.back() == '.')
    word.remove_suffix(1);
  return text::is_one_of(word, kTitles);
}

text::Span without_possessive(std::string_view text, text::Span at) {
  const std::string_view s = text.substr(at.begin, at.end - at.begin);
  for (const std::string_view tail : {"'s", "\u2019s"})
    if (s.size() > tail.size() && s.substr(s.size() - tail.size()) == tail)
      at.end -= tail.size();
  return at;
}

void find_person_names(std::string_view text, const VoiceTokens &tokens,
                       std::vector<PersonName> &out) {
  out.clear();
  const std::vector<VoiceToken> &t = tokens.tokens;
  for (const VoiceUnit &unit : tokens.units)
    for (std::size_t i = unit.first; i < unit.last;) {
      std::size_t end = i;
      while (end < unit.last && is_name_word(t[end]) &&
             (end == i || t[end].begin - t[end - 1].end <= 2))
        ++end;
      std::size_t from = i;
      while (from + 1 < end &&
             is_person_title(text::ascii_lowered(tokens.at(text, from))))
        ++from;
      if (end >= from + 2) {
        const text::Span at =
            without_possessive(text, {t[from].begin, t[end - 1].end});
        out.push_back(
            {at, text.substr(t[end - 1].begin, at.end - t[end - 1].begin)});
      }
      i = std::max(end, i + 1);
    }
}

} // namespace tritone::article
