// SPDX-License-Identifier: GPL-2.0-or-later
// JSON values, read for the JSON-LD of saved pages.
#pragma once

#include "base/config.h"

#include "article/reading/json_depth.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tritone::article {

// A JSON value, such as pages contain to describe themselves.
struct Json {
  enum class Kind : std::uint8_t {
    null,
    boolean,
    number,
    string,
    list,
    object
  };

  Kind kind = Kind::null;
  std::string text; // of a string; of a number or boolean as it is written
  std::vector<Json> items;
  std::vector<std::pair<std::string, Json>> members; // in order

  // The first member of an object with this name; nullptr if there is none.
  const Json *find(std::string_view name) const;
};

// Reads one value with only white space around it. Control characters inside
// strings are accepted. False, with `out` unspecified, if it is not JSON or is
// nested deeper than kMaxJsonDepth. Linear time.
bool read_json(std::string_view text, Json &out);

} // namespace tritone::article
