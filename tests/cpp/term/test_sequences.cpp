// SPDX-License-Identifier: GPL-2.0-or-later
// The terms of articles in order, with sentences and holes.
#include "term/sequences.h"

#include "base/error.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace tritone;
using namespace tritone::text;
using namespace tritone::term;

namespace {

using Ints = std::vector<std::int32_t>;
using Words = std::vector<std::string>;

// The terms of an article, "." after each sentence and "*" for a hole.
std::string shown(const TermSequences &sequences, std::size_t article) {
  std::vector<std::uint32_t> terms;
  std::vector<std::size_t> ends;
  sequences.read(article, terms, ends);
  std::string out;
  std::size_t t = 0;
  for (const std::size_t end : ends) {
    for (; t < end; ++t)
      out += (terms[t] == TermSequences::kHole
                  ? "*"
                  : std::string(sequences.terms()[terms[t]])) +
             " ";
    out += ".";
  }
  return out;
}

const Ints kType = {1, 2, 3, 1, 2, 2, 4};
const Ints kSentence = {1, 1, 1, 2, 2, 1, 1};
const TypeForms kForms = {{"bank", "of", "banks", "england"},
                          {"bank", "of", "bank", "england"}};

TokensView view() {
  TokensView out;
  out.type = kType.data();
  out.sentence = kSentence.data();
  out.first = {0, 5, 5, 7};
  return out;
}

} // namespace

TEST_CASE("sequences: forms, sentences, empty articles") {
  const TermSequences s(view(), kForms, {});
  CHECK(s.articles() == 3);
  CHECK(s.tokens() == 7);
  CHECK(s.terms().size() == 3);
  CHECK(shown(s, 0) == "bank of bank .bank of .");
  CHECK(shown(s, 1) == "");
  CHECK(shown(s, 2) == "of england .");
  TokensView whole = view();
  whole.sentence = nullptr;
  CHECK(shown(TermSequences(whole, kForms, {}), 0) == "bank of bank bank of .");
}

TEST_CASE("sequences: removed types are holes, by type and not by form") {
  SequenceOptions options;
  options.remove = {"OF", "Banks", "nowhere"};
  CHECK(shown(TermSequences(view(), kForms, options), 0) ==
        "bank * * .bank * .");
}

TEST_CASE("sequences: compounds stay inside sentences and are not stemmed") {
  SequenceOptions options;
  options.compounds = {
      {"of", "banks"}, {"banks", "bank"}, {"of"}, {"no", "of"}};
  const TermSequences s(view(), kForms, options);
  CHECK(shown(s, 0) == "bank of_banks .bank of .");
  options.remove = {"of_banks", "of"};
  CHECK(shown(TermSequences(view(), kForms, options), 0) == "bank * .bank * .");
}

TEST_CASE("sequences: stretches end sentences, unless asked, and compounds") {
  const Ints stretch = {1, 1, 2, 3, 3, 1, 1};
  TokensView marked = view();
  marked.stretch = stretch.data();
  CHECK(shown(TermSequences(marked, kForms, {}), 0) ==
        "bank of .bank .bank of .");
  SequenceOptions options;
  options.across = true;
  options.compounds = {{"of", "banks"}, {"bank", "of"}};
  CHECK(shown(TermSequences(marked, kForms, options), 0) ==
        "bank_of bank .bank_of .");
  options.compounds = {{"of", "ba*"}};
  CHECK(shown(TermSequences(marked, kForms, options), 0) ==
        "bank of bank .bank of .");
}

TEST_CASE("sequences: a removed sequence leaves its words elsewhere") {
  SequenceOptions options;
  options.removed = {{"of", "ban*"}, {"*", "england"}};
  CHECK(shown(TermSequences(view(), kForms, options), 0) ==
        "bank * .bank of .");
  CHECK(shown(TermSequences(view(), kForms, options), 2) == "* .");
}

TEST_CASE("sequences: damaged tokens are refused") {
  TokensView bad = view();
  bad.first = {0, 5, 4, 7};
  CHECK_THROWS_AS(TermSequences(bad, kForms, {}), input_error);
  bad.first = {1, 5, 7};
  CHECK_THROWS_AS(TermSequences(bad, kForms, {}), input_error);
  const TypeForms few = {{"bank"}, {"bank"}};
  CHECK_THROWS_AS(TermSequences(view(), few, {}), input_error);
  CHECK_THROWS_AS(TermSequences(view(), {kForms.type, {}}, {}), input_error);
  CHECK(TermSequences(TokensView(), {}, {}).articles() == 0);
}
