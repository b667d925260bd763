// SPDX-License-Identifier: GPL-2.0-or-later
// Resolves surnames, acronyms, descriptions and pronouns inside one article.
#include "article/voices/speakers.h"

#include "article/collection/acronyms.h"
#include "article/voices/names.h"
#include "text/ascii.h"
#include "text/space.h"
#include "text/word_list.h"

#include <algorithm>
#include <string>
#include <utility>

namespace tritone::article {
namespace {

using Kind = VoiceToken::Kind;

// A pronoun looks back no farther than this.
constexpr std::size_t kReach = 1500; // bytes

constexpr std::string_view kPronouns[] = {"he",      "she",    "they", "it",
                                          "who",     "him",    "her",  "them",
                                          "himself", "herself"};
constexpr std::string_view kSelf[] = {"i", "we", "you", "me", "us"};
// Are two pieces the same but for their blanks, so that wrapped lines change
// nothing?
bool same_words(std::string_view a, std::string_view b) {
  std::size_t i = 0, j = 0;
  for (;;) {
    const bool blank_a = i < a.size() && text::is_ascii_space(a[i]);
    const bool blank_b = j < b.size() && text::is_ascii_space(b[j]);
    while (i < a.size() && text::is_ascii_space(a[i]))
      ++i;
    while (j < b.size() && text::is_ascii_space(b[j]))
      ++j;
    if (blank_a != blank_b)
      return false;
    if (i == a.size() || j == b.size())
      return i == a.size() && j == b.size();
    if (a[i++] != b[j++])
      return false;
  }
}

class Resolver {
public:
  Resolver(std::string_view text, const VoiceTokens &tokens)
      : text_(text), tokens_(tokens) {}

  // `past`: the mentions before this one, already resolved.
  Speaker resolve(text::Span mention, const std::vector<text::Span> &mentions,
                  const std::vector<Speaker> &past) {
    if (mention.begin >= mention.end)
      return {{0, 0}, SpeakerBasis::none};
    const std::string small = words_of(mention);
    if (text::is_one_of(small, kPronouns))
      return by_pronoun(mention, small, mentions, past);
    if (text::is_one_of(small, kSelf))
      return {mention, SpeakerBasis::unexplained};
    if (is_short_form(mention))
      return by_acronym(mention, short_form(mention));
    const Speaker explained = by_long_form(mention);
    if (explained.basis != SpeakerBasis::none)
      return explained;
    const Speaker name = by_surname(mention, small);
    if (name.basis != SpeakerBasis::none)
      return name;
    if (text::starts_with(small, "the ") || text::starts_with(small, "that "))
      return by_description(mention, small, past);
    return {mention, SpeakerBasis::mention};
  }

private:
  std::string_view text_;
  const VoiceTokens &tokens_;
  std::vector<PersonName> names_;
  std::vector<Acronym> acronyms_;
  std::vector<std::string> past_words_; // of the speakers before, with blanks
  // Names and the pronoun that stood for them: 1 she, 2 he.
  std::vector<std::pair<std::string, int>> sexes_;
  bool knows_acronyms_ = false;
  bool knows_names_ = false;

  std::string words_of(text::Span span) const {
    return text::ascii_lowered(
        text::collapse_space(text_.substr(span.begin, span.end - span.begin)));
  }

  void learn_names() {
    if (!knows_names_)
      find_person_names(text_, tokens_, names_);
    knows_names_ = true;
  }

  std::string_view piece(text::Span at) const {
    return text_.substr(at.begin, at.end - at.begin);
  }

  // Two capitals or more and no small letter, after "the" perhaps.
  bool is_short_form(text::Span mention) const {
    const std::string_view s = short_form(mention);
    std::size_t capitals = 0;
    for (const char c : s) {
      if (c != '.' && !text::is_ascii_upper(c) && !text::is_ascii_digit(c))
        return false;
      capitals += text::is_ascii_upper(c);
    }
    return capitals >= 2 && s.size() <= 10;
  }

  std::string_view short_form(text::Span mention) const {
    std::string_view s =
        text_.substr(mention.begin, mention.end - mention.begin);
    if (text::starts_with(s, "the ") || text::starts_with(s, "The "))
      s.remove_prefix(4);
    return s;
  }

  void learn_acronyms() {
    if (!knows_acronyms_)
      find_acronyms(text_, acronyms_);
    knows_acronyms_ = true;
  }

  // The Ferry Union (FU), the Ferry Union: what the short form stands for; none
  // where the mention is no such thing.
  Speaker by_long_form(text::Span mention) {
    std::string_view s = short_form(mention);
    if (s.size() > 2 && s.back() == ')') {
      const std::size_t open = s.rfind(" (");
      if (open != std::string_view::npos) {
        const std::string_view inside = s.substr(open + 2);
        const Speaker found =
            by_acronym(mention, inside.substr(0, inside.size() - 1));
        if (found.basis == SpeakerBasis::acronym &&
            piece(found.name) == s.substr(0, open))
          return {found.name, SpeakerBasis::acronym};
      }
      return {{0, 0}, SpeakerBasis::none};
    }
    if (s.size() == mention.end - mention.begin)
      return {{0, 0}, SpeakerBasis::none};
    learn_acronyms();
    for (const Acronym &acronym : acronyms_)
      if (acronym.long_form == s)
        return {{mention.end - s.size(), mention.end}, SpeakerBasis::acronym};
    return {{0, 0}, SpeakerBasis::none};
  }

  Speaker by_acronym(text::Span mention, std::string_view short_form) {
    learn_acronyms();
    std::string form(short_form);
    form.erase(std::remove(form.begin(), form.end(), '.'), form.end());
    const Acronym *found = nullptr;
    for (const Acronym &acronym : acronyms_) {
      if (acronym.short_form != form)
        continue;
      if (found != nullptr && found->long_form != acronym.long_form)
        return {mention, SpeakerBasis::unclear};
      found = &acronym;
    }
    if (found == nullptr)
      return {mention, SpeakerBasis::mention};
    const std::size_t at = text_.find(found->long_form);
    if (at == std::string_view::npos)
      return {mention, SpeakerBasis::mention};
    return {{at, at + found->long_form.size()}, SpeakerBasis::acronym};
  }

  // Kim, Mr. Kim, General Kim: none where the mention is no such thing.
  Speaker by_surname(text::Span mention, const std::string &small) {
    std::string_view rest = small;
    const std::size_t blank = rest.find(' ');
    if (blank != std::string_view::npos &&
        is_person_title(rest.substr(0, blank)))
      rest.remove_prefix(blank + 1);
    const std::size_t first = mention.end - rest.size();
    if (rest.find(' ') != std::string_view::npos || first >= text_.size() ||
        !text::is_ascii_upper(text_[first]))
      return {{0, 0}, SpeakerBasis::none};
    text::Span own{first, mention.end};
    own = without_possessive(text_, own);
    const std::string_view last = piece(own);
    learn_names();
    const PersonName *found = nullptr;
    for (const PersonName &name : names_) {
      if (name.last[0] != last[0] || name.last != last ||
          (name.at.begin <= mention.begin && name.at.end >= mention.end))
        continue;
      if (found != nullptr && !same_words(piece(found->at), piece(name.at)))
        return {mention, SpeakerBasis::unclear};
      if (found == nullptr)
        found = &name;
    }
    if (found == nullptr)
      return {mention, SpeakerBasis::mention};
    return {found->at, SpeakerBasis::surname};
  }

  // "the source" for the one earlier mention with the same noun.
  Speaker by_description(text::Span mention, const std::string &small,
                         const std::vector<Speaker> &past) {
    std::string noun = small.substr(small.find(' ') + 1);
    if (text::starts_with(noun, "same "))
      noun = noun.substr(5);
    if (noun.empty() || noun.find(' ') != std::string::npos)
      return {mention, SpeakerBasis::mention};
    for (std::size_t k = past_words_.size(); k < past.size(); ++k)
      past_words_.push_back(" " + words_of(past[k].name) + " ");
    noun = " " + noun + " ";
    std::size_t found = past.size();
    for (std::size_t k = 0; k < past.size(); ++k) {
      if (past[k].basis == SpeakerBasis::none ||
          past[k].basis == SpeakerBasis::pronoun)
        continue;
      const std::string &words = past_words_[k];
      // A mention of the same words explains nothing.
      if (words.find(noun) == std::string::npos || words == " the" + noun)
        continue;
      if (found < past.size() && past_words_[found] != words)
        return {mention, SpeakerBasis::unclear};
      found = k;
    }
    return found == past.size()
               ? Speaker{mention, SpeakerBasis::mention}
               : Speaker{past[found].name, SpeakerBasis::description};
  }

  // The speaker before, where no other person is named in between.
  Speaker by_pronoun(text::Span mention, const std::string &small,
                     const std::vector<text::Span> &mentions,
                     const std::vector<Speaker> &past) {
    for (std::size_t k = past.size(); k-- > 0;) {
      const Speaker &one = past[k];
      if (one.basis == SpeakerBasis::none || mentions[k] == mention)
        continue;
      if (mentions[k].begin >= mention.begin)
        continue;
      if (mention.begin - mentions[k].end > kReach ||
          one.basis == SpeakerBasis::unclear ||
          one.basis == SpeakerBasis::unexplained)
        break;
      // He who was spoken of is not she.
      if (is_other_sex(small, one.name))
        continue;
      if (disagrees(small, one.name) ||
          other_name_between(one, mentions[k], mention, small))
        break;
      note_sex(small, one.name);
      return {one.name, SpeakerBasis::pronoun};
    }
    return {mention, SpeakerBasis::unexplained};
  }

  static int sex_of(const std::string &pronoun) {
    if (pronoun == "she" || pronoun == "her" || pronoun == "herself")
      return 1;
    return pronoun == "he" || pronoun == "him" || pronoun == "himself" ? 2 : 0;
  }

  void note_sex(const std::string &pronoun, text::Span name) {
    if (const int sex = sex_of(pronoun); sex != 0)
      sexes_.push_back({std::string(piece(name)), sex});
  }

  // Has the other pronoun stood for this name?
  bool is_other_sex(const std::string &pronoun, text::Span name) const {
    const int sex = sex_of(pronoun);
    if (sex == 0)
      return false;
    for (const auto &[known, of] : sexes_)
      if (of != sex && same_words(known, piece(name)))
        return true;
    return false;
  }

  // A title that the pronoun cannot mean, or a plural.
  bool disagrees(const std::string &pronoun, text::Span name) const {
    const std::string words = words_of(name);
    const bool she = pronoun == "she" || pronoun == "her";
    const bool he = pronoun == "he" || pronoun == "him";
    if (he &&
        (text::starts_with(words, "mrs") || text::starts_with(words, "ms")))
      return true;
    if (she && text::starts_with(words, "mr."))
      return true;
    const bool many = !words.empty() && words.back() == 's' &&
                      !text::is_ascii_upper(text_[name.begin]);
    return (she || he) && many && words.find(' ') == std::string::npos;
  }

  bool other_name_between(const Speaker &one, text::Span from, text::Span to,
                          const std::string &pronoun) {
    learn_names();
    const std::string_view own = piece(one.name);
    for (const PersonName &name : names_) {
      if (name.at.begin < from.end || name.at.end > to.begin)
        continue;
      if (own.find(name.last) == std::string_view::npos &&
          !is_other_sex(pronoun, name.at))
        return true;
    }
    return false;
  }
};

} // namespace

const char *basis_name(SpeakerBasis basis) {
  switch (basis) {
  case SpeakerBasis::mention:
    return "mention";
  case SpeakerBasis::surname:
    return "surname";
  case SpeakerBasis::acronym:
    return "acronym";
  case SpeakerBasis::description:
    return "description";
  case SpeakerBasis::pronoun:
    return "pronoun";
  case SpeakerBasis::unclear:
    return "unclear";
  case SpeakerBasis::unexplained:
    return "unexplained";
  case SpeakerBasis::none:
    break;
  }
  return "none";
}

void find_speakers(std::string_view text, const VoiceTokens &tokens,
                   const std::vector<text::Span> &mentions,
                   std::vector<Speaker> &out) {
  out.clear();
  if (mentions.empty())
    return;
  Resolver resolver(text, tokens);
  for (const text::Span mention : mentions) {
    if (!out.empty() && mention == mentions[out.size() - 1])
      out.push_back(out.back()); // carried on
    else
      out.push_back(resolver.resolve(mention, mentions, out));
  }
}

} // namespace tritone::article
