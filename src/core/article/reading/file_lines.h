// SPDX-License-Identifier: GPL-2.0-or-later
// The lines of a file of records, whose line ends are as they were written.
#pragma once

#include "base/config.h"

#include "base/octets.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tritone::article {

// The lines of `text`, which must outlive it: they end with \n, \r\n or \r.
// U+2028, U+2029 and their like are characters here. A text without \r, as most
// are, is searched for \n alone.
class FileLines {
public:
  explicit FileLines(std::string_view text)
      : text_(text), returns_(text.find('\r') != std::string_view::npos) {}

  // Does a line end at byte `at`, or the text?
  bool ends(std::size_t at) const {
    return at >= text_.size() || text_[at] == '\n' || text_[at] == '\r';
  }

  // The place where the line of byte `at` ends.
  std::size_t end(std::size_t at) const {
    if (!returns_)
      return std::min(text_.find('\n', at), text_.size());
    while (!ends(at))
      ++at;
    return std::min(at, text_.size());
  }

  // Where the next line begins after one that ends at `end`.
  std::size_t after(std::size_t end) const {
    const std::size_t pair =
        end + 1 < text_.size() && text_[end] == '\r' && text_[end + 1] == '\n';
    return std::min(end + 1 + pair, text_.size());
  }

  // The number of line ends in the bytes begin .. end - 1; \r\n counts where
  // its \n is.
  std::int64_t count(std::size_t begin, std::size_t end) const {
    auto lines = static_cast<std::int64_t>(
        count_byte(text_.substr(begin, end - begin), '\n'));
    for (std::size_t i = begin; returns_ && i < end; ++i)
      lines +=
          text_[i] == '\r' && (i + 1 == text_.size() || text_[i + 1] != '\n');
    return lines;
  }

private:
  std::string_view text_;
  bool returns_;
};

} // namespace tritone::article
