// SPDX-License-Identifier: GPL-2.0-or-later
// Verbs of saying and thinking, by which a sentence names its speaker or its
// source: the one list for dates in sentences, for boilerplate and for whoever
// asks who speaks.
#pragma once

#include "base/config.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tritone::text {

enum class Saying : unsigned char {
  none,
  speech,  // said, told: gives somebody's words wherever it is used
  report,  // announced, reported: also of events, prizes, cases of an illness
  say,     // warned, wrote, called for: gives words, but has other uses too
  judge,   // criticized, praised: words about what is named after it
  show,    // shows, suggests: of reports and polls
  thought, // wants, believes, plans
  seem     // seems, appears: somebody's view, but not whose
};

// How a verb is written: announce, announces, announced, announcing.
enum class VerbForm : unsigned char { base, third, past, ing };

struct SayingVerb {
  Saying kind = Saying::none;
  VerbForm form = VerbForm::base;
  bool addressed = false; // names whom is spoken to before what is said
  bool doubtful = false;  // of words only beside a quotation, or before "that"
  bool names = false;     // gives a name: called it a "disaster"
  bool works = false;     // makes or reads works: wrote "The Long Way Home"
};

// What a word in small ASCII letters is; `hash` is its hash_bytes().
SayingVerb saying_verb(std::string_view word, std::uint64_t hash);
Saying saying(std::string_view word);

// Is a word in small ASCII letters a verb of saying of the kinds speech or
// report, which are few and sure?
inline bool is_attribution(std::string_view word) {
  const Saying kind = saying(word);
  return kind == Saying::speech || kind == Saying::report;
}

// The bytes of the verb of speech, or of "according to", that is at `at` in a
// text in small ASCII letters and ends as a word; 0 if there is none. `at` is
// the beginning of a word.
std::size_t speech_at(std::string_view text, std::size_t at);

} // namespace tritone::text
