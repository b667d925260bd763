// SPDX-License-Identifier: GPL-2.0-or-later
// The patterns of notes, one function each.
#include "article/parts/house_notes.h"

#include "article/parts/byline.h"
#include "text/ascii.h"
#include "text/space.h"
#include "text/word_list.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>

namespace tritone::article {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::size_t kMaxBytes = 240;
constexpr std::size_t kMaxNote = 700;

bool has(std::string_view s, std::string_view part) {
  return s.find(part) != npos;
}

template <std::size_t n>
bool starts_with_any(std::string_view s, const std::string_view (&list)[n]) {
  return std::any_of(
      std::begin(list), std::end(list),
      [s](std::string_view head) { return text::starts_with(s, head); });
}

// Without the full stop at its end.
std::string_view bare(std::string_view s) {
  if (!s.empty() && s.back() == '.')
    s.remove_suffix(1);
  return s;
}

// The text after the subject of "this story has been ...", "an earlier version
// of this article ..."; empty if it begins with neither.
std::string_view behind_this_text(std::string_view s) {
  for (const std::string_view start :
       {"", "an earlier version of ", "a previous version of ",
        "a version of "})
    for (const std::string_view text :
         {"this story ", "this article ", "this report ", "this post ",
          "this piece ", "this column "})
      if (text::starts_with(s, start) &&
          text::starts_with(s.substr(start.size()), text))
        return s.substr(start.size() + text.size());
  return {};
}

bool is_change_note(std::string_view s) {
  constexpr std::string_view kChanges[] = {"has been updated",
                                           "has been corrected",
                                           "has been revised",
                                           "has been amended",
                                           "has been edited",
                                           "was updated",
                                           "was corrected",
                                           "was revised",
                                           "was amended",
                                           "has been clarified",
                                           "incorrectly ",
                                           "misstated ",
                                           "misspelled ",
                                           "misidentified ",
                                           "appeared in print",
                                           "appears in print",
                                           "originally appeared",
                                           "first appeared",
                                           "was originally published",
                                           "was first published"};
  return starts_with_any(behind_this_text(s), kChanges);
}

bool is_label(std::string_view s) {
  constexpr std::string_view kLabels[] = {
      "editor's note:",   "editor\xE2\x80\x99s note:",
      "editors' note:",   "editors\xE2\x80\x99 note:",
      "editors note:",    "editor note:",
      "author's note:",   "author\xE2\x80\x99s note:",
      "note to editors:", "note to readers:",
      "clarification:",   "correction:",
      "corrections:"};
  return starts_with_any(s, kLabels);
}

bool is_disclaimer(std::string_view s) {
  const bool subject = has(s, "views ") || has(s, "opinions ");
  return subject && (has(s, "expressed ") || has(s, "are ")) &&
         (has(s, "those of the ") || has(s, "not necessarily ") ||
          has(s, "solely ")) &&
         (has(s, "author") || has(s, "writer") || has(s, "reflect ") ||
          has(s, "represent ") || has(s, "speaker"));
}

// NAMES contributed to this report. NAME reported from PLACE.
bool is_contribution(std::string_view raw, std::string_view s) {
  for (const std::string_view with :
       {"with files from ", "with inputs from ", "with input from ",
        "with agency inputs", "with reporting by ", "with agencies"})
    if (text::starts_with(s, with))
      return true;
  // Similar sentences may follow; the first one decides.
  const std::size_t verb = s.find(" contributed");
  if (verb != npos && is_name_list(raw.substr(0, verb))) {
    const std::string_view rest = s.substr(verb + 12);
    constexpr std::string_view kTo[] = {" to this report",  " to this story",
                                        " to this article", " to this post",
                                        " to this piece",   " to this dispatch",
                                        " reporting",       " research"};
    return bare(rest).empty() || starts_with_any(rest, kTo);
  }
  const std::size_t reported = s.find(" reported from ");
  if (reported == npos || !is_name_list(raw.substr(0, reported)))
    return false;
  const std::size_t from = reported + 15;
  const std::size_t stop = std::min(raw.find_first_of(";", from), raw.size());
  return is_name_list(bare(raw.substr(from, stop - from)));
}

// Is it one word, an @handle?
bool is_handle(std::string_view s) {
  s = bare(s);
  return s.size() > 2 && s[0] == '@' &&
         std::all_of(s.begin() + 1, s.end(),
                     [](char c) { return text::is_ascii_word(c) || c == '_'; });
}

Boilerplate follow(std::string_view s) {
  constexpr std::string_view kPlaces[] = {"twitter",  "facebook", "instagram",
                                          "telegram", "whatsapp", "youtube"};
  if (is_handle(s))
    return Boilerplate::likely;
  const bool place =
      std::any_of(std::begin(kPlaces), std::end(kPlaces),
                  [s](std::string_view name) { return has(s, name); });
  const std::size_t at = s.find('@');
  const bool handle = at != npos && at + 1 < s.size() &&
                      text::is_ascii_word(s[at + 1]) && at > 0 &&
                      s[at - 1] == ' ';
  if (text::starts_with(s, "follow ") && (handle || has(s, " on twitter")))
    return Boilerplate::sure;
  if (text::starts_with(s, "on twitter") || text::starts_with(s, "twitter:"))
    return handle ? Boilerplate::sure : Boilerplate::likely;
  const bool asks = has(s, "sign up to our") || has(s, "sign up for our") ||
                    has(s, "subscribe to our") || has(s, "find us on") ||
                    has(s, "follow us on") || text::starts_with(s, "like us ");
  return asks && (place || s.size() <= 160) ? Boilerplate::likely
                                            : Boilerplate::no;
}

// NAME NAME is a correspondent for the ...: one sentence, with the office near
// its start.
bool is_writer_line(std::string_view raw, std::string_view s) {
  constexpr std::string_view kOffices[] = {
      "columnist ",    "correspondent ",   "commentator ",
      "staff writer ", "reporter ",        "editor ",
      "contributor ",  "editor-at-large ", "freelance "};
  const std::size_t verb = s.find(" is ");
  if (verb == npos || verb > 40 || bare(s).find(". ") != npos)
    return false;
  const std::string_view name = raw.substr(0, verb);
  if (name.find(' ') == npos || name.find(',') != npos || !is_name_list(name) ||
      text::starts_with(s, "the "))
    return false;
  return std::any_of(
      std::begin(kOffices), std::end(kOffices), [&](std::string_view office) {
        const std::size_t at = s.find(office, verb);
        if (at == npos || at > verb + 60)
          return false;
        const std::string_view rest = s.substr(at + office.size());
        return text::starts_with(rest, "for ") ||
               text::starts_with(rest, "at ") ||
               text::starts_with(rest, "with ") ||
               text::starts_with(rest, "on ");
      });
}

bool is_more_to_come(std::string_view s) {
  constexpr std::string_view kLines[] = {
      "details to follow",         "more to follow",
      "more details to follow",    "more to come",
      "more details to come",      "developing story",
      "this is a developing story"};
  return text::is_one_of(bare(s), kLines);
}

bool is_embedded(std::string_view s) {
  if (has(s, "enable javascript"))
    return true;
  if (!text::starts_with(s, "<iframe") && !text::starts_with(s, "<script"))
    return false;
  const std::size_t last = s.find_last_not_of(' ');
  return s[last] == '>' && s.find('>') == last;
}

bool is_rule(std::string_view s) {
  return std::none_of(s.begin(), s.end(), [](char c) {
    return text::is_ascii_word(c) || static_cast<unsigned char>(c) >= 0x80;
  });
}

} // namespace

bool is_text_note(std::string_view paragraph) {
  constexpr std::size_t kBeginning = 100; // longer than all it is compared with
  // How all of them begin.
  constexpr std::string_view kBegin[] = {"edi", "aut", "not", "cla", "cor",
                                         "thi", "an ", "a p", "a v"};
  char first[3] = {};
  for (std::size_t i = 0; i < std::min<std::size_t>(3, paragraph.size()); ++i)
    first[i] = text::is_ascii_letter(paragraph[i])
                   ? text::ascii_lower(paragraph[i])
                   : ' ';
  if (paragraph.size() > kMaxNote ||
      !starts_with_any(std::string_view(first, 3), kBegin))
    return false;
  std::string s = text::collapse_space(paragraph.substr(0, kBeginning));
  std::transform(s.begin(), s.end(), s.begin(), text::ascii_lower);
  return is_label(s) || is_change_note(s);
}

Boilerplate house_note(std::string_view raw, std::string_view s) {
  if (s.size() > kMaxNote)
    return Boilerplate::no;
  if (is_disclaimer(s) || is_embedded(s))
    return Boilerplate::sure;
  if (s.size() > kMaxBytes)
    return Boilerplate::no;
  if (is_contribution(raw, s))
    return Boilerplate::sure;
  if (is_more_to_come(s) || is_rule(s) || is_writer_line(raw, s) ||
      text::starts_with(s, "as published in ") ||
      text::starts_with(s, "as appeared in "))
    return Boilerplate::likely;
  return follow(s);
}

} // namespace tritone::article
