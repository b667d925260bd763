// SPDX-License-Identifier: GPL-2.0-or-later
// Where the paragraphs of a text begin and end.
#pragma once

#include "base/config.h"
#include "text/span.h"

#include <string_view>
#include <vector>

namespace tritone::article {

// The paragraphs of a text, which blank lines divide (see skip_blanks()), as
// bytes begin .. end - 1 without the white space around them. None is empty.
// `out` is cleared. Linear time.
void find_paragraphs(std::string_view text, std::vector<text::Span> &out);

inline std::string_view piece(std::string_view text, text::Span span) {
  return text.substr(span.begin, span.end - span.begin);
}

} // namespace tritone::article
