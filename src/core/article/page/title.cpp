// SPDX-License-Identifier: GPL-2.0-or-later
// Finds the mark between title and site, and decides which side is the site.
#include "article/page/title.h"

#include "article/page/main_text.h"
#include "text/space.h"
#include "text/unicode.h"
#include "text/utf8.h"

#include <algorithm>
#include <iterator>

namespace tritone::article {
namespace {

struct Cut {
  std::size_t begin; // of the mark, blanks included
  std::size_t end;
  bool strong; // | or ::, which headlines do not have
};

// The last mark, or the first, between blanks that may divide title and site.
bool find_cut(std::string_view title, bool last, Cut &out) {
  constexpr std::string_view kStrong[] = {" | ", " :: ", " \u00BB ", " \u00AB ",
                                          " \u2022 "};
  constexpr std::string_view kWeak[] = {" - ", " \u2013 ", " \u2014 "};
  bool found = false;
  const auto look = [&](std::string_view mark, bool strong) {
    const std::size_t at = last ? title.rfind(mark) : title.find(mark);
    if (at == std::string_view::npos ||
        (found && (last ? at < out.begin : at > out.begin)))
      return;
    out = {at, at + mark.size(), strong};
    found = true;
  };
  for (const std::string_view mark : kStrong)
    look(mark, true);
  for (const std::string_view mark : kWeak)
    look(mark, false);
  return found;
}

std::size_t count_words(std::string_view s) {
  return static_cast<std::size_t>(std::count(s.begin(), s.end(), ' ')) + 1;
}

// At most five words that all begin with a capital, except particles.
bool looks_like_site(std::string_view s) {
  if (count_words(s) > 5)
    return false;
  for (std::size_t at = 0; at < s.size();) {
    const std::size_t end = std::min(s.find(' ', at), s.size());
    const std::string_view word = s.substr(at, end - at);
    if (!word.empty() && word != "of" && word != "the" && word != "and" &&
        !text::is_upper(
            text::decode(word.data(), word.data() + word.size()).value))
      return false;
    at = end + 1;
  }
  return true;
}

} // namespace

std::string without_site(std::string_view title, std::string_view site,
                         std::string_view heading) {
  const std::string site_key = title_key(site);
  const std::string heading_key = title_key(heading);
  std::string out(text::trim_space(title));
  for (int round = 0; round < 2; ++round) {
    Cut cut{};
    if (find_cut(out, true, cut)) {
      const std::string before = out.substr(0, cut.begin);
      const std::string after = out.substr(cut.end);
      const bool known =
          (!site_key.empty() && title_key(after) == site_key) ||
          (!heading_key.empty() && title_key(before) == heading_key);
      const bool likely =
          (cut.strong && count_words(before) >= count_words(after)) ||
          (round == 0 && looks_like_site(after) &&
           count_words(before) >= count_words(after) &&
           count_words(before) >= 3 && heading_key.empty());
      if (known || likely) {
        out = before;
        continue;
      }
    }
    if (!find_cut(out, false, cut))
      break;
    const std::string before = out.substr(0, cut.begin);
    const std::string after = out.substr(cut.end);
    if ((site_key.empty() || title_key(before) != site_key) &&
        (heading_key.empty() || title_key(after) != heading_key))
      break;
    out = after;
  }
  return std::string(text::trim_space(out));
}

std::string choose_title(const TitleEvidence &evidence) {
  const std::string *const others[] = {&evidence.open_graph, &evidence.json,
                                       &evidence.element};
  for (const std::string &heading : evidence.headings) {
    const std::string key = title_key(heading);
    if (key.empty() || key == title_key(evidence.site))
      continue;
    for (const std::string *other : others)
      if (title_key(*other).find(key) != std::string::npos)
        return heading;
  }
  for (const std::string *other : {&evidence.open_graph, &evidence.json})
    if (!other->empty())
      return without_site(*other, evidence.site);
  if (evidence.headings.size() == 1 && !evidence.headings[0].empty() &&
      title_key(evidence.headings[0]) != title_key(evidence.site))
    return evidence.headings[0];
  return without_site(evidence.element, evidence.site);
}

} // namespace tritone::article
