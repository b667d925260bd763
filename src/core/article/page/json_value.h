// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "base/config.h"

#include "article/reading/json_depth.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tritone::article {

// A value of JSON, as pages carry it to describe themselves.
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

  // The first member of an object with this name; nullptr where there is none.
  const Json *find(std::string_view name) const;
};

// Reads one value with nothing but white space around it. Control characters
// inside strings are let pass. False, with `out` unspecified, where it is no
// JSON or is nested deeper than kMaxJsonDepth. Linear time.
bool read_json(std::string_view text, Json &out);

} // namespace tritone::article
