// SPDX-License-Identifier: GPL-2.0-or-later
#include "term/sequences.h"

#include "base/error.h"
#include "text/fold.h"

namespace tritone {

TermSequences::TermSequences(const TokensView &tokens, const TypeForms &forms,
                             const SequenceOptions &options)
    : tokens_(tokens) {
  const std::size_t n = forms.type.size();
  if (forms.form.size() != n)
    throw input_error("tokens: expected one form a type");
  for (std::size_t d = 0; d < articles(); ++d)
    if (tokens_.first[d] > tokens_.first[d + 1] || tokens_.first[0] != 0)
      throw input_error("tokens: the pointers to articles must rise from 0");
  for (std::int64_t t = 0; t < this->tokens(); ++t)
    if (tokens_.type[t] < 1 || static_cast<std::size_t>(tokens_.type[t]) > n)
      throw input_error("tokens: expected types from 1 to " +
                        std::to_string(n) + ", got " +
                        std::to_string(tokens_.type[t]));
  StringTable removed;
  for (const std::string &word : options.remove)
    removed.insert(folded(word));
  StringTable types;
  term_of_type_.reserve(n);
  for (std::size_t t = 0; t < n; ++t) {
    if (!options.compounds.empty())
      types.insert(forms.type[t]);
    const bool out = !removed.empty() &&
                     removed.find(forms.type[t]) != StringTable::kMissing;
    term_of_type_.push_back(out ? kHole : terms_.insert(forms.form[t]));
  }
  if (!options.compounds.empty())
    add_compounds(types, removed, options);
}

void TermSequences::add_compounds(const StringTable &types,
                                  const StringTable &removed,
                                  const SequenceOptions &options) {
  std::vector<std::uint32_t> ids;
  for (const std::vector<std::string> &words : options.compounds) {
    if (words.size() < 2)
      continue;
    std::string name;
    bool known = true;
    ids.clear();
    for (const std::string &word : words) {
      const std::uint32_t type = types.find(word);
      known = known && type != StringTable::kMissing;
      ids.push_back(type + 1);
      name += (name.empty() ? "" : options.concatenator) + word;
    }
    if (!known)
      continue;
    const bool out = removed.find(name) != StringTable::kMissing;
    compounds_.add(ids, static_cast<std::uint32_t>(term_of_compound_.size()));
    term_of_compound_.push_back(out ? kHole : terms_.insert(name));
  }
}

void TermSequences::read_sentence(std::size_t begin, std::size_t end,
                                  std::vector<std::uint32_t> &terms) const {
  for (std::size_t t = begin; t < end;) {
    if (!compounds_.empty()) {
      const Compounds::Match found =
          compounds_.longest(tokens_.type + t, end - t);
      if (found.words > 0) {
        terms.push_back(term_of_compound_[found.term]);
        t += found.words;
        continue;
      }
    }
    terms.push_back(
        term_of_type_[static_cast<std::size_t>(tokens_.type[t] - 1)]);
    ++t;
  }
}

void TermSequences::read(std::size_t article, std::vector<std::uint32_t> &terms,
                         std::vector<std::size_t> &ends) const {
  terms.clear();
  ends.clear();
  const auto end = static_cast<std::size_t>(tokens_.first[article + 1]);
  auto begin = static_cast<std::size_t>(tokens_.first[article]);
  while (begin < end) {
    std::size_t next = end;
    if (tokens_.sentence != nullptr) {
      next = begin + 1;
      while (next < end && tokens_.sentence[next] == tokens_.sentence[begin])
        ++next;
    }
    read_sentence(begin, next, terms);
    ends.push_back(terms.size());
    begin = next;
  }
}

} // namespace tritone
