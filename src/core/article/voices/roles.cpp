// SPDX-License-Identifier: GPL-2.0-or-later
// The lists of roles, and looking words up in them.
#include "article/voices/roles.h"

#include "base/hash.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace tritone::article {
namespace {

struct RoleList {
  unsigned roles;
  std::string_view words;
};

constexpr RoleList kRoles[] = {
    {role::determiner,
     "the a an this these those his her their our my its your some any no each "
     "every both many several few all most another other one two three four "
     "five six seven eight nine ten more other such"},
    {role::preposition,
     "on in at during for from with by of about after before since over under "
     "against through into among between toward towards like per without "
     "within despite behind amid via near across around upon as outside inside "
     "beyond including regarding concerning following"},
    {role::auxiliary,
     "has had have having never also later then repeatedly often already still "
     "just recently now again even ever only once soon not n't twice sometimes "
     "always first once long further instead perhaps both rather too initially "
     "reportedly simply flatly"},
    {role::auxiliary | role::be, "is was are were be been being am"},
    {role::auxiliary | role::modal,
     "will would could should may might can must did does do cannot shall "
     "didn't doesn't don't won't wouldn't can't couldn't"},
    {role::pronoun, "he she they it we i you he's she's they've he'd she'd "
                    "i'm i've we're they're"},
    {role::object, "him them us me himself herself themselves"},
    {role::relative, "who which whom whose what how why where when"},
    {role::subordinate,
     "because while although though if whereas unless until than whether"},
    {role::conjunction, "and but or nor so yet"},
    {role::that, "that"},
    {role::to | role::modal, "to"},
    {role::time,
     "monday tuesday wednesday thursday friday saturday sunday january "
     "february march april june july august september october november "
     "december"},
    {role::time | role::adverb,
     "today yesterday tomorrow tonight earlier later recently ago night "
     "morning afternoon evening week weekend month year last next"},
    {role::heading, "headline headlined titled entitled"},
};

class Roles {
public:
  Roles() {
    for (const RoleList &list : kRoles)
      for (std::size_t at = 0; at < list.words.size();) {
        const std::size_t end =
            std::min(list.words.find(' ', at), list.words.size());
        add(list.words.substr(at, end - at), list.roles);
        at = end + 1;
      }
  }

  unsigned find(std::string_view word, std::uint64_t hash) const {
    for (std::size_t at = hash % kSlots; slots_[at].roles != 0;
         at = (at + 1) % kSlots)
      if (slots_[at].tag == tag_of(hash) && words_[at] == word)
        return slots_[at].roles;
    return 0;
  }

private:
  static constexpr std::size_t kSlots = 1024;
  // Most words are none of these: a slot is small, so that all fit into the
  // processor's first cache.
  struct Slot {
    std::uint16_t tag = 0;
    std::uint16_t roles = 0; // 0: an empty slot
  };
  std::array<Slot, kSlots> slots_{};
  std::array<std::string_view, kSlots> words_;

  static std::uint16_t tag_of(std::uint64_t hash) {
    return static_cast<std::uint16_t>(hash >> 48);
  }

  void add(std::string_view word, unsigned roles) {
    const std::uint64_t hash = hash_bytes(word);
    std::size_t at = hash % kSlots;
    while (slots_[at].roles != 0 && words_[at] != word)
      at = (at + 1) % kSlots;
    words_[at] = word;
    slots_[at].tag = tag_of(hash);
    slots_[at].roles = static_cast<std::uint16_t>(slots_[at].roles | roles);
  }
};

const Roles &roles() {
  static const Roles made;
  return made;
}

} // namespace

unsigned word_roles(std::string_view word, std::uint64_t hash) {
  return roles().find(word, hash);
}

} // namespace tritone::article
