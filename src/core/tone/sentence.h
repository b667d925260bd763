// SPDX-License-Identifier: GPL-2.0-or-later
// What one lexicon makes of one sentence.
#pragma once

#include "base/config.h"
#include "base/string_table.h"
#include "tone/clauses.h"
#include "tone/lexicon.h"
#include "tone/names.h"
#include "tone/shifters.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace tritone::tone {

// Finds and weighs the hits of sentences, one after the other; keeps scratch
// space, so one for each thread.
class SentenceScorer {
public:
  // `names`: words that with a capital are names; null for none. Which shifters
  // act on which hit is kept only if asked for.
  explicit SentenceScorer(const Lexicon &lexicon,
                          const StringTable *names = nullptr,
                          bool keep_acting = false)
      : lexicon_(lexicon), names_(names), keep_acting_(keep_acting) {}

  // The hits of a sentence whose words are given by the lexicon's ids, or, if
  // it has patterns, by lists of them. With `marks` the caller says where it
  // keeps the marks of the sentence, which are found when they are first
  // needed.
  void score(const SentenceTokens &sentence, const std::uint32_t *word,
             std::vector<Mark> &marks, bool &marked) {
    clear();
    Names names(sentence, marks, marked);
    for (std::size_t i = 0; i < sentence.count; ++i)
      if (lexicon_.may_match(word + i, sentence.count - i))
        add_matches(i, lexicon_.match(word + i, sentence.count - i), names);
    finish(sentence, marks, marked);
  }
  void score(const SentenceTokens &sentence, const Lexicon::Ids *const *word,
             std::vector<Mark> &marks, bool &marked) {
    clear();
    Names names(sentence, marks, marked);
    for (std::size_t i = 0; i < sentence.count; ++i)
      if (!word[i]->empty())
        add_matches(i, lexicon_.match(word + i, sentence.count - i), names);
    finish(sentence, marks, marked);
  }

  // Of the last sentence: the hits in order, and what shifters made of them.
  // Those that are dropped are no hits.
  const std::vector<FoundHit> &hits() const { return hits_; }
  const std::vector<Shifted> &shifted() const { return shifted_; }
  // The shifters that act on each hit, if they are kept.
  const std::vector<std::vector<Acting>> &acting() const { return acting_; }

private:
  // Which words of the sentence are names; finds its marks when first asked.
  struct Names {
    Names(const SentenceTokens &of, std::vector<Mark> &its_marks, bool &found)
        : sentence(of), marks(its_marks), marked(found), rule(of, its_marks) {}

    const SentenceTokens &sentence;
    std::vector<Mark> &marks;
    bool &marked;
    NameRule rule;
  };

  void clear();
  void add_matches(std::size_t i, const Lexicon::Matches &found, Names &names);
  bool is_name(std::size_t i, Names &names);
  void finish(const SentenceTokens &sentence, std::vector<Mark> &marks,
              bool &marked);
  void add_pairs(const SentenceTokens &sentence,
                 const std::vector<Mark> &marks);

  bool is_known_name(const SentenceTokens &sentence, std::size_t i);

  const Lexicon &lexicon_;
  const StringTable *const names_;
  const bool keep_acting_;
  std::string folded_;
  std::size_t next_hit_ = 0; // what begins before it is part of an entry
  std::vector<FoundHit> hits_;
  std::vector<Shifted> shifted_;
  std::vector<std::vector<Acting>> acting_;
  std::vector<FoundPhrase> modifiers_;
  std::vector<FoundPhrase> directions_;
  std::vector<FoundPhrase> quantities_;
  std::vector<FoundHit> pairs_;
  ShifterScratch scratch_;
};

} // namespace tritone::tone
