// SPDX-License-Identifier: GPL-2.0-or-later
// What words may do in an English sentence, by lists of the common ones: no
// parser, and no tagger.
#pragma once

#include "base/config.h"

#include <cstdint>
#include <string_view>

namespace tritone::article {

// What a word does in a sentence; a word may do several things.
namespace role {
enum : std::uint16_t {
  determiner = 1,   // the, his, many
  preposition = 2,  // in, of
  auxiliary = 4,    // has, will, not, also: between a subject and its verb
  pronoun = 8,      // he, they: the subject of a verb
  object = 16,      // him, us
  relative = 32,    // who, which
  subordinate = 64, // because, if
  conjunction = 128,
  that = 256,
  to = 512,
  time = 1024,       // Monday, yesterday
  adverb = 2048,     // by its end -ly
  possessive = 4096, // Kim's
  be = 8192,         // is, was: what follows may be a passive
  modal = 16384,     // will, to, did: a base form follows
  heading = 32768    // headlined: what comes next is a title
};
} // namespace role

// The roles of a word in small ASCII letters with ' for ’; `hash` is its
// hash_bytes(). 0: in none of the lists.
unsigned word_roles(std::string_view word, std::uint64_t hash);

} // namespace tritone::article
