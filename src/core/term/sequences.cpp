// SPDX-License-Identifier: GPL-2.0-or-later
// Reads articles as sequences of terms: compounds joined, words left out.
#include "term/sequences.h"

#include "base/error.h"

#include <algorithm>
#include <set>

namespace tritone::term {

TermSequences::TermSequences(const TokensView &tokens, const TypeForms &forms,
                             const SequenceOptions &options)
    : tokens_(tokens), across_(options.across) {
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
  const text::PatternSet removed(options.remove);
  term_of_type_.reserve(n);
  for (std::size_t t = 0; t < n; ++t) {
    const bool out = !removed.empty() && removed.matches(forms.type[t]);
    term_of_type_.push_back(out ? kHole : terms_.insert(forms.form[t]));
  }
  if (!options.compounds.empty())
    add_compounds(options.compounds, forms.type, removed, options);
  if (!options.removed.empty())
    add_compounds(options.removed, forms.type, text::PatternSet({"*"}),
                  options);
}

bool TermSequences::same_stretch(std::size_t a, std::size_t b) const {
  const std::int32_t *const number =
      tokens_.stretch != nullptr ? tokens_.stretch : tokens_.sentence;
  return number == nullptr || number[a] == number[b];
}

void TermSequences::add_compounds(
    const std::vector<std::vector<std::string>> &all,
    const std::vector<std::string_view> &types, const text::PatternSet &removed,
    const SequenceOptions &options) {
  StringTable known;
  for (const std::string_view type : types)
    known.insert(type);
  std::vector<std::vector<std::string>> patterns;
  std::vector<std::uint32_t> ids;
  for (const std::vector<std::string> &words : all) {
    if (words.size() < 2)
      continue;
    if (std::any_of(words.begin(), words.end(), text::is_pattern)) {
      patterns.push_back(words);
      continue;
    }
    ids.clear();
    for (const std::string &word : words) {
      const std::uint32_t type = known.find(word);
      if (type == StringTable::kMissing)
        break;
      ids.push_back(type + 1);
    }
    if (ids.size() == words.size())
      add_compound(ids, types, removed, options);
  }
  if (!patterns.empty())
    add_found(patterns, types, removed, options);
}

// A compound of types counted from 1.
void TermSequences::add_compound(const std::vector<std::uint32_t> &ids,
                                 const std::vector<std::string_view> &types,
                                 const text::PatternSet &removed,
                                 const SequenceOptions &options) {
  std::string name;
  std::string words;
  for (const std::uint32_t id : ids) {
    name += (name.empty() ? "" : options.concatenator);
    words += (words.empty() ? "" : " ");
    name += types[id - 1];
    words += types[id - 1];
  }
  const bool out = removed.matches(name) || removed.matches(words);
  compounds_.add(ids, static_cast<std::uint32_t>(term_of_compound_.size()));
  term_of_compound_.push_back(out ? kHole : terms_.insert(name));
}

// The compounds that expressions with patterns fit somewhere in the texts, in
// the order of the texts. Which of them there are depends on the collection,
// which of them an article has does not.
void TermSequences::add_found(
    const std::vector<std::vector<std::string>> &patterns,
    const std::vector<std::string_view> &types, const text::PatternSet &removed,
    const SequenceOptions &options) {
  // By type, the patterns whose first word it fits; by pattern and further
  // word, the types.
  std::vector<std::vector<std::uint32_t>> begins(types.size() + 1);
  std::vector<std::vector<std::vector<bool>>> fits(patterns.size());
  for (std::size_t p = 0; p < patterns.size(); ++p)
    for (const std::string &word : patterns[p]) {
      const text::PatternSet one({word});
      fits[p].emplace_back(types.size() + 1, false);
      for (std::size_t t = 0; t < types.size(); ++t)
        fits[p].back()[t + 1] = one.matches(types[t]);
    }
  for (std::size_t p = 0; p < patterns.size(); ++p)
    for (std::size_t t = 1; t <= types.size(); ++t)
      if (fits[p][0][t])
        begins[t].push_back(static_cast<std::uint32_t>(p));
  std::set<std::vector<std::uint32_t>> known;
  for (std::size_t d = 0; d < articles(); ++d) {
    const auto end = static_cast<std::size_t>(tokens_.first[d + 1]);
    for (auto t = static_cast<std::size_t>(tokens_.first[d]); t < end; ++t)
      for (const std::uint32_t p :
           begins[static_cast<std::size_t>(tokens_.type[t])]) {
        const std::size_t size = patterns[p].size();
        std::size_t k = 1;
        while (k < size && t + k < end && same_stretch(t, t + k) &&
               fits[p][k][static_cast<std::size_t>(tokens_.type[t + k])])
          ++k;
        if (k < size)
          continue;
        std::vector<std::uint32_t> ids(tokens_.type + t,
                                       tokens_.type + t + size);
        if (known.insert(ids).second)
          add_compound(ids, types, removed, options);
      }
  }
}

void TermSequences::read_sentence(std::size_t begin, std::size_t end,
                                  std::vector<std::uint32_t> &terms) const {
  std::size_t limit = begin; // the end of the stretch of token t
  for (std::size_t t = begin; t < end;) {
    if (!compounds_.empty()) {
      for (limit = std::max(limit, t + 1);
           limit < end && same_stretch(t, limit);)
        ++limit;
      const Compounds::Match found =
          compounds_.longest(tokens_.type + t, limit - t);
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
      while (next < end &&
             (across_ ? tokens_.sentence[next] == tokens_.sentence[begin]
                      : same_stretch(begin, next)))
        ++next;
    }
    read_sentence(begin, next, terms);
    ends.push_back(terms.size());
    begin = next;
  }
}

} // namespace tritone::term
