// SPDX-License-Identifier: GPL-2.0-or-later
// The lists of the verbs of saying and thinking, and looking words up in them.
#include "text/attribution.h"

#include "base/hash.h"
#include "text/ascii.h"

#include <array>
#include <string>
#include <vector>

namespace tritone::text {
namespace {

struct Verb {
  std::string_view word;
  Saying kind;
};

// The sure ones, in the forms that count as sure.
constexpr Verb kVerbs[] = {
    {"said", Saying::speech},     {"says", Saying::speech},
    {"told", Saying::speech},     {"stated", Saying::speech},
    {"added", Saying::speech},    {"announced", Saying::report},
    {"reported", Saying::report}, {"confirmed", Saying::report},
};
constexpr std::string_view kSource = "according to";

// All verbs by their base; a verb whose forms are irregular has them after it,
// third person and past. A + doubles the last letter (refer+: referred), a >
// names whom is spoken to before the words (inform>: informed us that), a ? is
// doubtful, a * gives a name to something, and a = makes or reads works.
struct List {
  Saying kind;
  std::string_view verbs;
};
constexpr List kLists[] = {
    {Saying::say,
     "say/says/said tell>/tells/told write=/writes/wrote state? add? announce "
     "report confirm note explain warn> ask> reply? respond? answer? argue "
     "claim insist declare remark observe recall acknowledge admit+ concede "
     "contend maintain assert allege caution> suggest tweet retweet post? joke "
     "quip+ continue? conclude stress emphasize emphasise reiterate repeat "
     "complain lament predict promise pledge vow urge> advise> testify shout "
     "yell chant scream whisper exclaim comment counter retort recount inform> "
     "notify> boast brag+ charge propose disclose? hint imply mention affirm "
     "deny reaffirm reassure> assure> remind> opine muse recommend request "
     "demand threaten swear/swears/swore speculate estimate "
     "forecast/forecasts/forecast clarify elaborate specify quote cite call* "
     "describe* refer+ highlight underscore underline reject refuse decline "
     "rule? echo instruct> preach order proclaim pronounce relate? reason "
     "summarize summarise suggest indicate signal signify project? detail "
     "recite profess plead rejoin? fume bristle exhort beg+ implore persuade> "
     "convince> liken* dub+* label* characterize* characterise* depict portray "
     "compare? read?=/reads/read sing?=/sings/sang bemoan deplore bewail urge "
     "interject? scold snap+? begin?/begins/began finish? offer? "
     "put?/puts/put shoot?/shoots/shot fire? go?/goes/went chime? pen+?"},
    {Saying::judge,
     "criticize criticise accuse praise blame denounce condemn defend dismiss "
     "mock attack blast slam+ assail decry endorse rebut+ refute rebuke chide "
     "chastise question thank apologize apologise congratulate discuss hail "
     "tout applaud express challenge ridicule deride disparage lambaste "
     "lambast "
     "skewer excoriate bash berate castigate commend credit disavow disown "
     "dispute insult invoke laud lampoon protest? reference salute? scoff "
     "welcome talk speak?/speaks/spoke"},
    {Saying::show,
     "show/shows/showed find/finds/found reveal demonstrate illustrate?"},
    {Saying::thought,
     "want think/thinks/thought believe hope expect plan+ know/knows/knew fear "
     "feel/feels/felt wish doubt worry intend prefer+ consider suspect assume "
     "realize realise understand/understands/understood seek/seeks/sought "
     "decide agree disagree wonder imagine regret+ aim support oppose favor "
     "favour anticipate see/sees/saw disapprove approve hate dread recognize "
     "recognise envision foresee/foresees/foresaw deem view interpret? learn "
     "determine perceive trust desire resent admire distrust envisage reckon "
     "mean?/means/meant"},
    {Saying::seem, "seem appear"},
};

struct Entry {
  std::string word;
  SayingVerb verb;
};

bool is_vowel(char c) {
  return std::string_view("aeiou").find(c) != std::string_view::npos;
}

std::string third_of(const std::string &base) {
  const char last = base.back();
  const char before = base[base.size() - 2];
  if (last == 'y' && !is_vowel(before))
    return base.substr(0, base.size() - 1) + "ies";
  const bool hisses = last == 's' || last == 'x' || last == 'z' ||
                      (last == 'h' && (before == 's' || before == 'c')) ||
                      (last == 'o' && !is_vowel(before));
  return base + (hisses ? "es" : "s");
}

// The stem that takes -ed and -ing.
std::string past_of(const std::string &base, bool doubled) {
  const char last = base.back();
  if (last == 'e')
    return base + "d";
  if (last == 'y' && !is_vowel(base[base.size() - 2]))
    return base.substr(0, base.size() - 1) + "ied";
  return base + (doubled ? std::string(1, last) : std::string()) + "ed";
}

std::string ing_of(const std::string &base, bool doubled) {
  const char last = base.back();
  if (last == 'e' && base[base.size() - 2] != 'e')
    return base.substr(0, base.size() - 1) + "ing";
  return base + (doubled ? std::string(1, last) : std::string()) + "ing";
}

// Verbs by their hash, in a table of open addressing.
class Table {
public:
  Table() {
    for (const List &list : kLists)
      for (std::size_t at = 0; at < list.verbs.size();) {
        const std::size_t end =
            std::min(list.verbs.find(' ', at), list.verbs.size());
        add_verb(list.kind, list.verbs.substr(at, end - at));
        at = end + 1;
      }
    for (const Verb &verb : kVerbs) {
      Entry &entry = slot(verb.word);
      entry.verb.kind = verb.kind;
      entry.verb.doubtful = false;
    }
  }

  SayingVerb find(std::string_view word, std::uint64_t hash) const {
    for (std::size_t at = hash % kSlots; slots_[at].entry != 0;
         at = (at + 1) % kSlots)
      if (slots_[at].tag == tag_of(hash) &&
          entries_[slots_[at].entry].word == word)
        return entries_[slots_[at].entry].verb;
    return {};
  }

private:
  // Most words are none of these: a slot is small, so that all fit into the
  // processor's first cache.
  struct Slot {
    std::uint16_t tag = 0;
    std::uint16_t entry = 0; // 0: an empty slot
  };
  static constexpr std::size_t kSlots = 4096;
  std::array<Slot, kSlots> slots_{};
  std::vector<Entry> entries_{Entry()};

  static std::uint16_t tag_of(std::uint64_t hash) {
    return static_cast<std::uint16_t>(hash >> 48);
  }

  Entry &slot(std::string_view word) {
    const std::uint64_t hash = hash_bytes(word);
    std::size_t at = hash % kSlots;
    while (slots_[at].entry != 0 && entries_[slots_[at].entry].word != word)
      at = (at + 1) % kSlots;
    if (slots_[at].entry == 0) {
      slots_[at].tag = tag_of(hash);
      slots_[at].entry = static_cast<std::uint16_t>(entries_.size());
      entries_.emplace_back();
    }
    return entries_[slots_[at].entry];
  }

  void add(const std::string &word, SayingVerb verb) {
    Entry &entry = slot(word);
    if (entry.word.empty())
      entry = {word, verb};
  }

  void add_verb(Saying kind, std::string_view written) {
    const std::size_t slash = written.find('/');
    std::string base(written.substr(0, slash));
    SayingVerb verb{kind, VerbForm::base, false, false, false, false};
    bool doubled = false;
    for (; !is_ascii_letter(base.back()); base.pop_back()) {
      verb.addressed = verb.addressed || base.back() == '>';
      verb.doubtful = verb.doubtful || base.back() == '?';
      doubled = doubled || base.back() == '+';
      verb.names = verb.names || base.back() == '*';
      verb.works = verb.works || base.back() == '=';
    }
    std::string third = third_of(base);
    std::string past = past_of(base, doubled);
    if (slash != std::string_view::npos) {
      const std::size_t second = written.find('/', slash + 1);
      third = written.substr(slash + 1, second - slash - 1);
      past = written.substr(second + 1);
    }
    const auto add_form = [&](const std::string &word, VerbForm form) {
      verb.form = form;
      add(word, verb);
    };
    add_form(past, VerbForm::past);
    add_form(base, VerbForm::base);
    add_form(third, VerbForm::third);
    add_form(ing_of(base, doubled), VerbForm::ing);
  }
};

const Table &table() {
  static const Table made;
  return made;
}

bool ends_word(std::string_view s, std::size_t at) {
  return at >= s.size() ||
         (!is_ascii_word(s[at]) && static_cast<unsigned char>(s[at]) < 0x80);
}

} // namespace

SayingVerb saying_verb(std::string_view word, std::uint64_t hash) {
  return table().find(word, hash);
}

Saying saying(std::string_view word) {
  return saying_verb(word, hash_bytes(word)).kind;
}

std::size_t speech_at(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at);
  if (rest.empty())
    return 0;
  const auto is_here = [&](std::string_view words) {
    return rest[0] == words[0] && starts_with(rest, words) &&
           ends_word(rest, words.size());
  };
  for (const Verb &verb : kVerbs)
    if (verb.kind == Saying::speech && is_here(verb.word))
      return verb.word.size();
  return is_here(kSource) ? kSource.size() : 0;
}

} // namespace tritone::text
