// SPDX-License-Identifier: GPL-2.0-or-later
// Dividing a text into sentences, by Unicode or by the rules of newswire.
#pragma once

#include "base/config.h"
#include "text/span.h"

#include <string_view>
#include <vector>

namespace tritone::text {

// Appends the segments between the default sentence boundaries of UAX #29.
// They tile the text: each holds the blanks after its sentence.
void uax29_sentences(std::string_view text, std::vector<Span> &out);

// Appends the sentences of a news text: in order, not empty, without the white
// space around them. Linear time on any bytes.
//
// Paragraphs are divided by a blank line and always end a sentence; a single
// line end is a blank. Inside a paragraph a sentence ends after . ? ! … (one
// or several) and the closing marks and numbers of notes ("[3]") that follow,
// where white space and a likely beginning come next: a capital, a digit, an
// opening quote or bracket, a letter of a script without case. A small letter
// begins none, so
//   “Really?” she asked.
// is one sentence. A full stop does not end a sentence after a title, and only
// before a typical first word (The, He, In ...) or an opening quote does it do
// so after an initial, letters with dots (U.S., a.m.), and abbreviations that
// may come last (Inc., etc.): see abbreviations.h.
//
// Where the blank is missing ("not liked.Good news"), as in pages whose line
// ends were dropped, a sentence ends after one terminator between a word of
// small letters, a number of four digits, a closing bracket or %, and a word
// that begins with a capital and goes on small; after other words only before a
// typical first word. Addresses, names of files and programs, initials and
// abbreviations (example.com, Node.js, U.S.Senate, No.10) stay whole. Scripts
// without capitals need two letters on either side.
void news_sentences(std::string_view text, std::vector<Span> &out);

} // namespace tritone::text
