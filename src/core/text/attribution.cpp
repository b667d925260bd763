// SPDX-License-Identifier: GPL-2.0-or-later
// The list of the verbs of saying, and looking words up in it.
#include "text/attribution.h"

#include "text/ascii.h"

namespace tritone::text {
namespace {

struct Verb {
  std::string_view word;
  Saying kind;
};

constexpr Verb kVerbs[] = {
    {"said", Saying::speech},     {"says", Saying::speech},
    {"told", Saying::speech},     {"stated", Saying::speech},
    {"added", Saying::speech},    {"announced", Saying::report},
    {"reported", Saying::report}, {"confirmed", Saying::report},
};
constexpr std::string_view kSource = "according to";

bool ends_word(std::string_view s, std::size_t at) {
  return at >= s.size() ||
         (!is_ascii_word(s[at]) && static_cast<unsigned char>(s[at]) < 0x80);
}

} // namespace

Saying saying(std::string_view word) {
  for (const Verb &verb : kVerbs)
    if (verb.word == word)
      return verb.kind;
  return Saying::none;
}

std::size_t speech_at(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at);
  if (rest.empty())
    return 0;
  const auto is_here = [&](std::string_view words) {
    return rest[0] == words[0] && starts_with(rest, words) &&
           ends_word(rest, words.size());
  };
  for (const Verb &verb : kVerbs)
    if (verb.kind == Saying::speech && is_here(verb.word))
      return verb.word.size();
  return is_here(kSource) ? kSource.size() : 0;
}

} // namespace tritone::text
