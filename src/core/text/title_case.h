// SPDX-License-Identifier: GPL-2.0-or-later
// Is a line written in Title Case, as headlines are? Only longer words decide,
// since the short ones between them may keep small letters.
#pragma once

#include "base/config.h"

#include <cstddef>
#include <string_view>

namespace tritone::text {

// Counts the longer words of a line. There are two answers, for two questions.
class TitleCase {
public:
  void add(bool capital) {
    ++words_;
    capitals_ += capital;
  }

  // Do most of them begin with a capital? Then a capital in this line says
  // nothing about the word.
  bool most() const { return 2 * capitals_ > words_; }

  // Are there two or more, and three quarters of them or more begin with a
  // capital? Then the line itself is a headline.
  bool nearly_all() const { return words_ > 1 && capitals_ * 4 >= words_ * 3; }

  std::size_t words() const { return words_; }

private:
  std::size_t words_ = 0;
  std::size_t capitals_ = 0;
};

// Is a word long enough to be counted: four letters or more?
bool has_four_letters(std::string_view word);

// Is a line that is not empty the headline of something: nearly_all() of 25
// words at most, between plain blanks and of four bytes or more, and no full
// stop at its end? What does not begin with a small ASCII letter, a number for
// one, counts as having a capital.
bool is_title_line(std::string_view line);

} // namespace tritone::text
