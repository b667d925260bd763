// SPDX-License-Identifier: GPL-2.0-or-later
// Finds what may be wrong with one article: calls the rules of fault_*.h in
// turn.
#pragma once

#include "base/config.h"

#include "article/checks/finding.h"
#include "article/source.h"
#include "text/damage.h"
#include "text/lines.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace tritone::article {

class FaultFinder {
public:
  // Appends the findings, those of the title first. Linear time. A missing or
  // empty article has no fault. Quotes, ends, capitals, wraps and figures are
  // checked in texts only, ends only in texts of twenty words or more in which
  // some sentence ends with a mark.
  void find(const Article &article, std::vector<Finding> &out);

private:
  void find_characters(std::string_view text, bool in_title,
                       std::vector<Finding> &out);
  void find_layout(std::string_view text, std::vector<Finding> &out);
  void find_small_letters(std::string_view text, bool small,
                          std::vector<Finding> &out);

  std::vector<text::Damage> damage_;
  std::vector<text::Line> lines_;
  std::vector<text::LineBlock> blocks_;
  bool has_no_stops_ = false; // of the text last looked at
};

} // namespace tritone::article
