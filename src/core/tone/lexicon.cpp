// SPDX-License-Identifier: GPL-2.0-or-later
// Puts entries and shifters into one trie, and finds the longest match at a
// word.
#include "tone/lexicon.h"

#include "base/error.h"
#include "text/pattern.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <utility>

namespace tritone::tone {
namespace {

std::string number(double x) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%g", x);
  return buffer;
}

// What a factor may be, in words and as a test.
struct FactorRange {
  const char *words;
  bool (*holds)(double);
};

FactorRange factor_range(ShifterKind kind) {
  switch (kind) {
  case ShifterKind::negator:
  case ShifterKind::shifter:
    return {"of -1 to 1", [](double f) { return f >= -1 && f <= 1; }};
  case ShifterKind::good_up:
    return {"greater than 0 and at most 4",
            [](double f) { return f > 0 && f <= 4; }};
  case ShifterKind::bad_up:
    return {"of -4 to less than 0", [](double f) { return f >= -4 && f < 0; }};
  default:
    return {"greater than 0 and at most 1000",
            [](double f) { return f > 0 && f <= 1000; }};
  }
}

void check_factor(const Shifter &shifter) {
  const FactorRange range = factor_range(shifter.kind);
  if (!range.holds(shifter.factor))
    throw input_error("The " + std::string(shifter_name(shifter.kind)) + " \"" +
                      shifter.phrase + "\" must have a factor " + range.words +
                      ", not " + number(shifter.factor) + ".");
}

} // namespace

Lexicon::Lexicon(std::vector<LexiconEntry> entries,
                 std::vector<Shifter> shifters)
    : entries_(std::move(entries)), shifters_(std::move(shifters)) {
  if (entries_.size() >= PhraseTrie::kNone ||
      shifters_.size() >= PhraseTrie::kNone)
    throw limit_error("A lexicon holds at most 4294967294 entries.");
  nodes_.resize(1);
  for (std::size_t id = 0; id < entries_.size(); ++id)
    add_entry(static_cast<std::uint32_t>(id));
  for (std::size_t id = 0; id < shifters_.size(); ++id)
    add_shifter(static_cast<std::uint32_t>(id));
}

Lexicon::Node &Lexicon::node_of(const std::string &phrase, const char *what) {
  if (phrase_form(phrase).empty())
    throw input_error("The " + std::string(what) + " \"" + phrase +
                      "\" must have at least one word.");
  const std::vector<std::string> words = phrase_words(phrase);
  for (const std::string &word : words)
    if (text::is_glob(word))
      add_glob(word);
  const std::uint32_t node = trie_.add(words);
  if (node >= nodes_.size())
    nodes_.resize(trie_.nodes());
  return nodes_[node];
}

void Lexicon::add_entry(std::uint32_t id) {
  const LexiconEntry &entry = entries_[id];
  if (!std::isfinite(entry.valence))
    throw input_error("The entry \"" + entry.phrase +
                      "\" must have a finite number as its valence, not " +
                      number(entry.valence) + ".");
  Node &node = node_of(entry.phrase, "entry");
  if (node.entry == PhraseTrie::kNone)
    node.entry = id;
  else if (entries_[node.entry].valence != entry.valence)
    throw input_error("The entry \"" + entry.phrase +
                      "\" must have one valence; given " +
                      number(entries_[node.entry].valence) + " and " +
                      number(entry.valence) + ".");
}

void Lexicon::add_shifter(std::uint32_t id) {
  Shifter &shifter = shifters_[id];
  if (std::isnan(shifter.factor))
    shifter.factor = usual_factor(shifter.kind);
  if (shifter.kind != ShifterKind::none)
    check_factor(shifter);
  std::uint32_t &place =
      node_of(shifter.phrase, "shifter")
          .shifter[static_cast<std::size_t>(shifter_role(shifter.kind))];
  if (place == PhraseTrie::kNone) {
    place = id;
    return;
  }
  const Shifter &other = shifters_[place];
  if (other.kind != shifter.kind || other.factor != shifter.factor)
    throw input_error("The shifter \"" + shifter.phrase +
                      "\" must have one type and one factor; given " +
                      shifter_name(other.kind) + " " + number(other.factor) +
                      " and " + shifter_name(shifter.kind) + " " +
                      number(shifter.factor) + ".");
}

void Lexicon::add_glob(const std::string &glob) {
  const std::uint32_t start = starts_.insert(
      std::string_view(glob).substr(0, glob.find_first_of("*?")));
  if (start >= globs_.size())
    globs_.resize(start + 1);
  std::vector<std::string> &known = globs_[start];
  if (std::find(known.begin(), known.end(), glob) == known.end())
    known.push_back(glob);
}

// A match that ends at this node; of equal lengths the first is kept.
void Lexicon::note(std::uint32_t node, std::size_t tokens, Matches &out) const {
  const Node &at = nodes_[node];
  if (at.entry != PhraseTrie::kNone && tokens > out.entry.tokens)
    out.entry = {at.entry, tokens};
  for (std::size_t role = 0; role < kShifterRoles; ++role)
    if (at.shifter[role] != PhraseTrie::kNone &&
        tokens > out.shifter[role].tokens)
      out.shifter[role] = {at.shifter[role], tokens};
}

Lexicon::Matches Lexicon::match(const std::uint32_t *word,
                                std::size_t n) const {
  Matches out;
  std::uint32_t node = 0;
  for (std::size_t i = 0; i < n; ++i) {
    node = trie_.step(node, word[i]);
    if (node == PhraseTrie::kNone)
      break;
    note(node, i + 1, out);
  }
  return out;
}

Lexicon::Matches Lexicon::match(const Ids *const *word, std::size_t n) const {
  Matches out;
  Ids nodes{0};
  Ids next;
  for (std::size_t i = 0; i < n && !nodes.empty(); ++i) {
    next.clear();
    for (const std::uint32_t node : nodes)
      for (const std::uint32_t id : *word[i]) {
        const std::uint32_t to = trie_.step(node, id);
        if (to == PhraseTrie::kNone)
          continue;
        note(to, i + 1, out);
        next.push_back(to);
      }
    nodes.swap(next);
  }
  return out;
}

void Lexicon::words(std::string_view folded, Ids &out) const {
  out.clear();
  const std::uint32_t own = word(folded);
  if (own != PhraseTrie::kNone)
    out.push_back(own);
  for (std::size_t size = folded.size() + 1; size-- > 0;) {
    const std::uint32_t start = starts_.find(folded.substr(0, size));
    if (start == StringTable::kMissing)
      continue;
    for (const std::string &glob : globs_[start])
      if (text::glob_matches(glob, folded))
        out.push_back(trie_.word(glob));
  }
}

} // namespace tritone::tone
