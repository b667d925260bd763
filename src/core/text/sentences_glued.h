// SPDX-License-Identifier: GPL-2.0-or-later
// The words on either side of a terminator that no blank follows: is it the end
// of a sentence whose blank was lost, or a part of a name or an address?
#pragma once

#include "base/config.h"

namespace tritone::text {

// The word before a stop without a blank.
struct Glued {
  bool word = false;  // it is a word or a number and its token no address
  bool sure = false;  // of small letters, a number of four digits, or it ends
                      // in a closing bracket or %
  bool cased = false; // of a script with capitals, or a number
};

// `start` is where the sentence begins, p its terminator. Reads at most 100
// bytes.
Glued glued_before(const char *start, const char *p);

// The word after it.
struct GluedNext {
  bool word = false;       // a capital and small letters, and no part of a name
  bool cased = false;      // of a script with capitals
  bool short_word = false; // one capital alone: A, I
};

GluedNext glued_next(const char *word, const char *end);

} // namespace tritone::text
