// SPDX-License-Identifier: GPL-2.0-or-later
// The text around places of a collection, for concordances.
#pragma once

#include "article/source.h"
#include "base/config.h"
#include "base/monitor.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tritone::term {

// Turns character offsets of one valid UTF-8 text into bytes, both 0-based.
// Steps from the offset asked for before, in either direction, so offsets that
// lie near each other are cheap; in an ASCII text all are. Keeps a view of the
// text, which must outlive it.
class ByteOffsets {
public:
  explicit ByteOffsets(std::string_view text);

  // Throws input_error for an offset past the end of the text.
  std::size_t at(std::size_t chars);

private:
  std::string_view text_;
  bool ascii_;
  std::size_t byte_ = 0;
  std::size_t chars_ = 0;
};

// A stretch of an article's title or text: its context on the left, a match,
// its context on the right. Characters, 0-based; left <= begin <= end <= right.
struct ContextPlace {
  std::size_t article;
  bool in_title;
  std::size_t left;
  std::size_t begin;
  std::size_t end;
  std::size_t right;
};

struct ContextText {
  std::string left; // without the white space at its ends, as are the others
  std::string match;
  std::string right;
};

// The texts of the places, whose articles rise, in their order. Loads each
// block that has places once. Throws input_error for a place outside its
// article.
std::vector<ContextText> context_texts(const article::Source &source,
                                       const std::vector<ContextPlace> &places,
                                       Monitor &monitor);

} // namespace tritone::term
