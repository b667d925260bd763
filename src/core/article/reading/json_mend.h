// SPDX-License-Identifier: GPL-2.0-or-later
// JSON that a parser would refuse as a whole for one bad character or field.
#pragma once

#include "base/config.h"

#include "article/reading/problem.h"

#include <string>
#include <string_view>
#include <vector>

namespace tritone::article {

struct MendedJson {
  std::string text;
  // Lines are counted from 0, the first line of the value.
  std::vector<Problem> problems;
  bool deep = false; // still nested more than kMaxJsonDepth times
};

// Mends a value (valid UTF-8, brackets and quotes closed) so that a fault costs
// its own character or field:
//   - an escape \ud800 .. \udfff that is no half of a pair, and \u0000, which
//     strings in R cannot hold, become U+FFFD, with one problem bad_bytes for
//     all of them;
//   - a control character inside a string, which JSON wants escaped, is;
//   - a field nested more than kMaxJsonDepth times becomes null, with the
//     problem bad_json, if there is an object around it: it is the innermost
//     one that is not nested too deep itself.
// Everything else stays as it is. False if there was nothing to mend: the text
// is then empty. Linear time.
bool mend_json(std::string_view value, MendedJson &out);

} // namespace tritone::article
