// SPDX-License-Identifier: GPL-2.0-or-later
// Lexicons: lookup of words, phrases and patterns.
#include "tone/lexicon.h"

#include "base/error.h"
#include "text/fold.h"
#include "tone/word_lists.h"

#include <doctest/doctest.h>

#include <limits>
#include <set>
#include <string>
#include <vector>

using namespace tritone;
using namespace tritone::text;
using namespace tritone::tone;

namespace {

constexpr std::uint32_t kNone = PhraseTrie::kNone;

// Ids of the words of a text, as the scorer looks them up.
std::vector<std::uint32_t> words_of(const Lexicon &lexicon,
                                    const std::string &text) {
  std::vector<std::uint32_t> ids;
  for (const std::string &word : phrase_words(text))
    ids.push_back(lexicon.word(word));
  return ids;
}

std::string error_of(const std::vector<LexiconEntry> &entries,
                     const std::vector<Shifter> &shifters = {}) {
  try {
    const Lexicon lexicon(entries, shifters);
  } catch (const input_error &e) {
    return e.what();
  }
  return "";
}

} // namespace

TEST_CASE("tone lexicon: many phrases are all found again") {
  std::vector<LexiconEntry> entries;
  for (int i = 0; i < 3000; ++i)
    entries.push_back({"w" + std::to_string(i % 60) + " v" +
                           std::to_string(i / 60) + (i % 7 ? "" : " tail"),
                       1.0 + i});
  const Lexicon lexicon(entries, {});
  for (std::uint32_t i = 0; i < entries.size(); ++i) {
    const auto ids = words_of(lexicon, entries[i].phrase);
    const auto found = lexicon.match(ids.data(), ids.size());
    CHECK(found.entry.id == i);
    CHECK(found.entry.tokens == ids.size());
    CHECK(found.modifier().tokens == 0);
  }
}

TEST_CASE("tone lexicon: the longest entry and the longest shifter win") {
  const Lexicon lexicon(
      {{"peace", 2}, {"peace talks", 1}, {"not", -1}},
      {{"not", ShifterKind::negator}, {"not only", ShifterKind::none}});
  auto ids = words_of(lexicon, "peace talks");
  CHECK(lexicon.match(ids.data(), 2).entry.id == 1);
  CHECK(lexicon.match(ids.data(), 1).entry.id == 0);
  CHECK(lexicon.match(ids.data(), 0).entry.tokens == 0);
  CHECK(lexicon.match(ids.data() + 1, 1).entry.tokens == 0);
  ids = words_of(lexicon, "not only peace");
  CHECK(lexicon.match(ids.data(), 3).entry.id == 2); // a word may be both
  CHECK(lexicon.match(ids.data(), 3).modifier().id == 1);
  CHECK(lexicon.match(ids.data(), 3).modifier().tokens == 2);
  ids = words_of(lexicon, "not always");
  CHECK(lexicon.match(ids.data(), 2).modifier().id == 0);
}

TEST_CASE("tone lexicon: spellings of one phrase are one") {
  CHECK(phrase_form("Don’t  PANIC") == "don't panic");
  CHECK(phrase_form("don't\npanic") == "don't panic");
  CHECK(phrase_form("Cafe\xCC\x81") == phrase_form("café"));
  CHECK(phrase_form("U.S. aid") == "u.s. aid");
  CHECK(phrase_form("") == "");
  CHECK(phrase_form(" :-) ") == "");
  CHECK(phrase_form("42") == "");
  const Lexicon lexicon({{"coup d’état", -3}}, {});
  const auto ids = words_of(lexicon, "Coup d'e\xCC\x81tat");
  CHECK(lexicon.match(ids.data(), ids.size()).entry.tokens == 2);
}

TEST_CASE("tone lexicon: a genitive is its word, an entry in 's is itself") {
  const Lexicon lexicon({{"victim", -2}, {"it's", 1}}, {});
  CHECK(lexicon.word("victim's") == lexicon.word("victim"));
  CHECK(lexicon.word("it's") != kNone);
  CHECK(lexicon.word("it") == kNone);
  CHECK(lexicon.word("harvest's") == kNone);
  CHECK(lexicon.word("'s") == kNone);
  CHECK(lexicon.word("victims'") == kNone);
}

TEST_CASE("tone lexicon: wrong entries are named with what was given") {
  CHECK(error_of({{"", 1}}).find("at least one word") != std::string::npos);
  CHECK(error_of({{"?!", 1}}).find("\"?!\"") != std::string::npos);
  CHECK(error_of({{"boom", std::numeric_limits<double>::quiet_NaN()}})
            .find("\"boom\"") != std::string::npos);
  CHECK(error_of({{"boom", std::numeric_limits<double>::infinity()}}) != "");
  const std::string twice = error_of({{"Boom", 2.5}, {"boom", -1}});
  CHECK(twice.find("2.5") != std::string::npos);
  CHECK(twice.find("-1") != std::string::npos);
  CHECK(error_of({{"Boom", 2}, {"boom", 2}}) == "");
}

TEST_CASE("tone lexicon: factors have ranges and usual values") {
  using Kind = ShifterKind;
  const Lexicon usual({}, {{"a", Kind::negator},
                           {"b", Kind::none},
                           {"c", Kind::amplifier},
                           {"d", Kind::downtoner},
                           {"e", Kind::adversative},
                           {"f", Kind::negator, -0.4}});
  const double factors[] = {-0.7, 1, 1.25, 0.6, 1.25, -0.4};
  for (std::size_t i = 0; i < 6; ++i)
    CHECK(usual.shifters()[i].factor == factors[i]);
  CHECK(error_of({}, {{"a", Kind::negator, -1.5}}) != "");
  CHECK(error_of({}, {{"a", Kind::amplifier, 0}}) != "");
  CHECK(error_of({}, {{"a", Kind::adversative, -1}}) != "");
  const std::string twice =
      error_of({}, {{"a", Kind::amplifier, 1.5}, {"A", Kind::downtoner, 0.5}});
  CHECK(twice.find("amplifier 1.5") != std::string::npos);
  CHECK(twice.find("downtoner 0.5") != std::string::npos);
  CHECK(error_of({}, {{"a", Kind::amplifier, 2}, {"a", Kind::amplifier, 2}}) ==
        "");
}

TEST_CASE("tone lexicon: an empty lexicon matches nothing") {
  const Lexicon lexicon({}, {});
  CHECK(lexicon.word("anything") == kNone);
  const std::uint32_t ids[] = {kNone, kNone};
  CHECK(lexicon.match(ids, 2).entry.tokens == 0);
}

TEST_CASE("tone lexicon: words are found by their keys") {
  std::vector<LexiconEntry> entries;
  for (int i = 0; i < 5000; i += 3)
    entries.push_back({"w" + std::to_string(i), 1});
  for (const char *one : {"don't", "antidisestablishmentarianism", "abcdefgh",
                          "abcdefghabcdef", "abcdefghabcdefg"})
    entries.push_back({one, 1});
  const Lexicon lexicon(entries, {});
  // Longer tokens come with their bytes, others may come without.
  const auto by_key = [&](const std::string &token) {
    const StringKey key = string_key(token);
    const bool inside = key.size <= StringKey::kInline;
    return lexicon.word(key, inside ? nullptr : token.data());
  };
  std::set<std::uint32_t> ids;
  for (int i = 0; i < 20000; ++i) {
    const std::string word = "w" + std::to_string(i);
    const bool known = i < 5000 && i % 3 == 0;
    REQUIRE((by_key(word) != kNone) == known);
    CHECK(by_key(word + "'s") == by_key(word));
    CHECK(by_key(std::to_string(i)) == kNone);
    if (known)
      ids.insert(by_key(word));
  }
  CHECK(ids.size() == 1667);
  for (const char *word : {"don't", "antidisestablishmentarianism", "abcdefgh",
                           "abcdefghabcdef", "abcdefghabcdefg"}) {
    CHECK_MESSAGE(by_key(word) != kNone, word);
    CHECK_MESSAGE(by_key(std::string(word) + "'s") == by_key(word), word);
  }
  for (const char *word : {"", "a", "dont", "'s", "abcdefghs", "w3's's",
                           "abcdefghabcdefgh", "don't's'"})
    CHECK_MESSAGE(by_key(word) == kNone, word);
}

TEST_CASE("tone lexicon: may_match() is right where it says no") {
  const Lexicon lexicon({{"of note", 1}, {"good", 1}},
                        {{"not at all", ShifterKind::negator}});
  const auto word = [&](const char *s) { return lexicon.word(s); };
  const auto may = [&](std::vector<std::uint32_t> ids) {
    return lexicon.may_match(ids.data(), ids.size());
  };
  CHECK(may({word("good")}));
  CHECK(may({word("of"), word("note")}));
  CHECK(may({word("not"), word("at"), word("all")}));
  CHECK_FALSE(may({word("of")}));
  CHECK_FALSE(may({word("of"), kNone}));
  CHECK_FALSE(may({word("note"), word("good")}));
  CHECK_FALSE(may({kNone, word("good")}));
}

TEST_CASE("tone lexicon: a word goes before the patterns that fit it") {
  const Lexicon lexicon({{"econom*", 1},
                         {"economic*", 2},
                         {"economist", 3},
                         {"weak econom*", -1},
                         {"weak", -2}},
                        {{"very*", ShifterKind::amplifier}});
  CHECK(lexicon.has_globs());
  const auto entry = [&](const std::vector<std::string> &words) {
    std::vector<Lexicon::Ids> ids(words.size());
    std::vector<const Lexicon::Ids *> lists;
    for (std::size_t i = 0; i < words.size(); ++i) {
      lexicon.words(words[i], ids[i]);
      lists.push_back(&ids[i]);
    }
    return lexicon.match(lists.data(), lists.size()).entry;
  };
  CHECK(entry({"economy"}).id == 0);
  CHECK(entry({"economics"}).id == 1);
  CHECK(entry({"economist"}).id == 2);
  CHECK(entry({"weak", "economy"}).id == 3);
  CHECK(entry({"weak", "economy"}).tokens == 2);
  CHECK(entry({"weak", "euro"}).id == 4);
  CHECK(entry({"strong"}).tokens == 0);
  CHECK(phrase_form("Weak  ECONOM*") == "weak econom*");
  CHECK(phrase_form("* ?").empty());
}
