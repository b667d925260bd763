// SPDX-License-Identifier: GPL-2.0-or-later
// Where the words end that come after a verb of saying.
#pragma once

#include "base/config.h"

#include "article/voices/sentence.h"
#include "article/voices/subjects.h"

#include <cstdint>

namespace tritone::article {

// The token after the last of the words that a verb gives: of a relative clause
// and of an opening (Asked about the dam, Kim ...) a comma, of a name that is
// given its quotation, of a noun the next clause, else the end of the sentence.
// `right` is after the verb and whom it speaks to, `from` where the words
// begin.
std::uint32_t content_end(const Sentence &s, std::uint32_t verb,
                          const Subject &found, std::uint32_t right,
                          std::uint32_t from);

} // namespace tritone::article
