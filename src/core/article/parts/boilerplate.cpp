// SPDX-License-Identifier: GPL-2.0-or-later
// What makes a paragraph boilerplate:
//
//   rights   © or (c) with a name or year after it; "Copyright" with one of
//            them; "all rights reserved"; "may not be reproduced";
//            reproduction, republication ... prohibited, or not without
//            consent, permission
//   credit   (Reporting by ...), also without brackets if names follow; at
//            the end, whatever is in brackets and not a sentence
//   contact  an address (e-mail, web, telephone) with a word of contact (write
//            to, telephone) and a word by which the house refers to itself (us,
//            our, this story, newsroom, a mailbox such as desk@)
//   pointer  Read more: ...  Follow us on ...  This article was first published
//   end      ###  -30-  ENDS
//   note     what a paper says about the story and its writers, see
//            house_notes.h
//
// Except for credits and notes about the text, a paragraph with a quotation or
// an attribution (said, according to) is part of the story, whatever addresses
// it gives, and so is a long one.
#include "article/parts/boilerplate.h"

#include "article/parts/boilerplate_hints.h"
#include "article/parts/boilerplate_words.h"
#include "article/parts/byline.h"
#include "article/parts/house_notes.h"
#include "text/ascii.h"
#include "text/attribution.h"
#include "text/fold.h"
#include "text/space.h"
#include "text/utf8.h"
#include "text/word_list.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>

namespace tritone::article {
namespace {

using namespace boilerplate_words;

constexpr std::size_t kMaxBytes = 1200;    // of boilerplate of any kind
constexpr std::size_t kMaxContact = 500;   // of a contact line
constexpr std::size_t kMaxNoAddress = 160; // of one without an address
constexpr std::size_t kMaxPointer = 240;
constexpr std::size_t kMaxLabel = 90;

bool is_word_char(char c) {
  return text::is_ascii_word(c) || static_cast<unsigned char>(c) >= 0x80;
}

// What is in a paragraph.
struct Findings {
  std::size_t signs[kSigns] = {};
  std::size_t addresses = 0;
  std::size_t quotes = 0; // double quotation marks

  std::size_t count(Sign sign) const {
    return signs[static_cast<std::size_t>(sign)];
  }
  void add(Sign sign) { ++signs[static_cast<std::size_t>(sign)]; }

  // Whatever else is in it.
  bool is_story() const { return quotes >= 2 || count(Sign::attribution) > 0; }
};

// Finds the cues that begin with the word at `at`. US is not "us".
void find_cues(std::string_view raw, std::string_view s, std::size_t at,
               Findings &out) {
  if (text::starts_with(raw.substr(at), "US"))
    return;
  if (text::speech_at(s, at) > 0)
    out.add(Sign::attribution);
  const auto by_letter = [](const Cue &cue, char letter) {
    return cue.words[0] < letter;
  };
  const Cue *cue =
      std::lower_bound(std::begin(kCues), std::end(kCues), s[at], by_letter);
  for (; cue != std::end(kCues) && cue->words[0] == s[at]; ++cue) {
    const std::size_t end = at + cue->words.size();
    if (text::starts_with(s.substr(at), cue->words) &&
        (end == s.size() || !is_word_char(s[end])))
      out.add(cue->sign);
  }
}

// Takes the e-mail address around the @ at `at`, if it is one.
void find_mailbox(std::string_view s, std::size_t at, Findings &out) {
  std::size_t begin = at;
  while (begin > 0 && (is_word_char(s[begin - 1]) || s[begin - 1] == '.' ||
                       s[begin - 1] == '-' || s[begin - 1] == '_'))
    --begin;
  const std::size_t dot = s.find_first_of(". \n", at);
  if (begin == at || at + 1 >= s.size() || !is_word_char(s[at + 1]) ||
      dot == std::string_view::npos || s[dot] != '.' || dot + 1 >= s.size() ||
      !is_word_char(s[dot + 1]))
    return;
  ++out.addresses;
  if (text::is_one_of(s.substr(begin, at - begin), kMailboxes))
    out.add(Sign::house);
}

// The longest run of figures with blanks, dots, hyphens and brackets between.
std::size_t most_figures(std::string_view s) {
  std::size_t most = 0;
  std::size_t run = 0;
  for (const char c : s) {
    if (text::is_ascii_digit(c))
      most = std::max(most, ++run);
    else if (c != ' ' && c != '-' && c != '.' && c != '(' && c != ')' &&
             c != '/' && c != '+')
      run = 0;
  }
  return most;
}

// Stops as soon as the paragraph is clearly part of the story.
Findings study(std::string_view raw, std::string_view s) {
  Findings out;
  for (std::size_t i = 0; i < s.size() && !out.is_story(); ++i) {
    const char c = s[i];
    if (static_cast<unsigned char>(c) >= 0x80 || c == '"') {
      const text::CodePoint point =
          text::decode(s.data() + i, s.data() + s.size());
      out.quotes += text::is_double_quote(point.value);
      i += point.size - 1;
    } else if (c == '\'' && i > 0 && s[i - 1] == '\'') {
      ++out.quotes; // '' for "
    } else if (c == '@') {
      find_mailbox(s, i, out);
    } else if (text::is_ascii_letter(c) &&
               (i == 0 || !is_word_char(s[i - 1]))) {
      find_cues(raw, s, i, out);
      out.addresses += text::starts_with(s.substr(i), "http://") ||
                       text::starts_with(s.substr(i), "https://") ||
                       text::starts_with(s.substr(i), "www.");
    }
  }
  if (out.count(Sign::phone) > 0 && most_figures(s) >= 6)
    ++out.addresses;
  return out;
}

bool begins_with_year(std::string_view s) {
  return s.size() >= 4 &&
         std::all_of(s.begin(), s.begin() + 4, text::is_ascii_digit);
}

// © or (c) before a name or a year, or a "copyright" before them.
bool has_copyright(std::string_view raw, std::string_view s) {
  if (s.size() > kMaxPointer)
    return false;
  for (std::size_t at = raw.find("\xC2\xA9"); at != std::string_view::npos;
       at = raw.find("\xC2\xA9", at + 2)) {
    const std::size_t next = raw.find_first_not_of(' ', at + 2);
    // After a letter it is half of a letter that was read in a wrong encoding.
    if ((at == 0 || !is_word_char(raw[at - 1])) &&
        next != std::string_view::npos && is_word_char(raw[next]))
      return true;
  }
  const std::size_t bracket = s.find("(c) ");
  if (bracket != std::string_view::npos &&
      (begins_with_year(s.substr(bracket + 4)) ||
       text::starts_with(s, "copyright")))
    return true;
  if (!text::starts_with(s, "copyright "))
    return false;
  if (begins_with_year(s.substr(10)))
    return true;
  std::string_view owner = raw.substr(10);
  if (owner.size() > 5 && begins_with_year(owner.substr(owner.size() - 4)))
    owner.remove_suffix(5);
  return is_name_list(owner);
}

bool has_rights(std::string_view s, const Findings &found) {
  return found.count(Sign::reserved) > 0 ||
         (found.count(Sign::copying) > 0 && found.count(Sign::leave) > 0 &&
          s.find("without") != std::string_view::npos);
}

// Is all of the paragraph in brackets, except a full stop after them?
bool is_bracketed(std::string_view s) {
  if (s.size() > 3 && s.back() == '.')
    s.remove_suffix(1);
  return s.size() > 2 && ((s.front() == '(' && s.back() == ')') ||
                          (s.front() == '[' && s.back() == ']'));
}

bool is_credit(std::string_view raw, std::string_view s) {
  if (s.size() > kMaxPointer)
    return false;
  if (is_bracketed(s))
    return std::any_of(
        std::begin(kCredits), std::end(kCredits), [&](auto credit) {
          const std::size_t at = s.find(credit);
          return at == 1 || (at < s.size() && at > 2 && s[at - 2] == ';');
        });
  for (const std::string_view credit : kCredits)
    if (text::starts_with(s, credit) && s.size() > credit.size() + 1)
      return is_name_list(raw.substr(credit.size() + 1)) ||
             s.find("; editing by") != std::string_view::npos;
  return false;
}

// At the end of an article, what is in brackets and is not a sentence says who
// it is from.
bool is_source_note(std::string_view s) {
  if (s.back() == '.')
    s.remove_suffix(1);
  constexpr std::string_view kFinal = ".!?\"'";
  return s.size() <= kMaxPointer && is_bracketed(s) &&
         kFinal.find(s[s.size() - 2]) == std::string_view::npos;
}

Boilerplate pointer(std::string_view s, const Findings &found) {
  if (s.size() > kMaxPointer)
    return Boilerplate::no;
  for (const std::string_view words : kPointers)
    if (text::starts_with(s, words) && s.size() > words.size() &&
        s[words.size()] == ':')
      return Boilerplate::sure;
  if (text::starts_with(s, "follow us on") ||
      text::starts_with(s, "like us on") ||
      text::starts_with(s, "subscribe to our") ||
      text::starts_with(s, "sign up for our"))
    return Boilerplate::sure;
  if (text::starts_with(s, "for more ") &&
      (found.addresses > 0 || s.find(" click ") != std::string_view::npos))
    return Boilerplate::likely;
  for (const std::string_view subject :
       {"this article ", "this story ", "this piece ", "this dispatch "})
    if (text::starts_with(s, subject))
      for (const std::string_view verb :
           {"published", "produced", "translated", "supported", "updated",
            "syndicated", "republished", "reprinted", "generated"})
        if (s.find(verb) != std::string_view::npos)
          return Boilerplate::likely;
  return s.size() <= 8 && text::is_one_of(s, kEnds) ? Boilerplate::likely
                                                    : Boilerplate::no;
}

Boilerplate contact(std::string_view s, const Findings &found) {
  if (s.size() > kMaxContact)
    return Boilerplate::no;
  const std::size_t reach =
      found.count(Sign::contact) + found.count(Sign::phone);
  const std::size_t house = found.count(Sign::house);
  const std::size_t concern = found.count(Sign::concern);
  if (found.addresses == 0)
    return s.size() <= kMaxNoAddress && found.count(Sign::contact) > 0 &&
                   house > 0 && concern > 0
               ? Boilerplate::likely
               : Boilerplate::no;
  if ((reach > 0 && house > 0) || house + concern >= 3)
    return house + concern >= 2 || found.addresses >= 2 ? Boilerplate::sure
                                                        : Boilerplate::likely;
  // Write to NAME at name@paper.example
  const bool asks =
      text::starts_with(s, "write to ") || text::starts_with(s, "email ") ||
      text::starts_with(s, "e-mail ") || text::starts_with(s, "contact ");
  if (asks && s.size() <= kMaxNoAddress)
    return Boilerplate::likely;
  const bool label = s.size() <= kMaxLabel &&
                     s.find(": ") != std::string_view::npos &&
                     s.find(". ") == std::string_view::npos;
  return label && house + concern > 0 ? Boilerplate::likely : Boilerplate::no;
}

} // namespace

Boilerplate boilerplate(std::string_view paragraph) {
  if (paragraph.size() > kMaxBytes || paragraph.empty() ||
      !may_be_boilerplate(paragraph))
    return Boilerplate::no;
  return careful_boilerplate(paragraph);
}

Boilerplate careful_boilerplate(std::string_view paragraph) {
  const std::string raw = text::collapse_space(paragraph);
  const std::string s = text::ascii_lowered(raw);
  if (s.empty())
    return Boilerplate::no;
  if (is_credit(raw, s))
    return Boilerplate::closing;
  if (is_text_note(raw))
    return Boilerplate::likely;
  const Findings found = study(raw, s);
  if (found.is_story())
    return Boilerplate::no;
  if (has_rights(s, found) || has_copyright(raw, s))
    return Boilerplate::sure;
  if ((found.count(Sign::copying) > 0 && found.count(Sign::banned) > 0) ||
      is_source_note(s))
    return Boilerplate::likely;
  return std::max({pointer(s, found), contact(s, found), house_note(raw, s)});
}

} // namespace tritone::article
