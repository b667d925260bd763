// SPDX-License-Identifier: GPL-2.0-or-later
// Reading and matching patterns of words: see pattern.h.
#include "text/pattern.h"

#include "text/ascii.h"
#include "text/fold.h"
#include "text/space.h"
#include "text/utf8.h"

#include <algorithm>
#include <numeric>

namespace tritone::text {
namespace {

constexpr std::string_view kWild = "*?";
// What may join the words of a term. Not - ' . and the like, which occur inside
// words.
constexpr std::string_view kJoints = " _+~|=&#^";

bool has_letter(TokenKind kind) {
  return kind == TokenKind::word || kind == TokenKind::url ||
         kind == TokenKind::email || kind == TokenKind::tag;
}

bool add_tokens(std::string_view expression, const WordOptions &options,
                std::vector<std::string> &words) {
  bool letter = false;
  std::vector<Token> tokens;
  Tokenizer(options).tokens(expression, tokens);
  for (const Token &token : tokens) {
    letter = letter || has_letter(token.kind);
    words.push_back(
        folded(expression.substr(token.begin, token.end - token.begin)));
  }
  return letter;
}

bool add_words(std::string_view expression, const WordOptions &options,
               std::vector<std::string> &words) {
  if (!is_glob(expression))
    return add_tokens(expression, options, words);
  constexpr const char *kBlank = " \t\r\n";
  bool letter = false;
  while (true) {
    const std::size_t from = expression.find_first_not_of(kBlank);
    if (from == std::string_view::npos)
      return letter;
    expression.remove_prefix(from);
    const std::string_view piece =
        expression.substr(0, expression.find_first_of(kBlank));
    expression.remove_prefix(piece.size());
    if (is_glob(piece)) {
      letter = true;
      words.push_back(folded(piece));
    } else {
      letter = add_tokens(piece, options, words) || letter;
    }
  }
}

std::vector<std::string_view> split(std::string_view s, char joint) {
  std::vector<std::string_view> out;
  while (true) {
    const std::size_t at = s.find(joint);
    out.push_back(s.substr(0, at));
    if (at == std::string_view::npos)
      return out;
    s.remove_prefix(at + 1);
  }
}

// Terms in their form, to be looked up by form or by beginning.
class Vocabulary {
public:
  explicit Vocabulary(const std::vector<std::string> &terms) {
    for (std::size_t t = 0; t < terms.size(); ++t) {
      const std::uint32_t form = forms_.insert(pattern_form(terms[t]));
      if (form >= terms_.size())
        terms_.resize(form + 1);
      terms_[form].push_back(static_cast<std::uint32_t>(t));
    }
  }

  void add(std::string_view form, std::vector<std::uint32_t> &out) const {
    const std::uint32_t id = forms_.find(form);
    if (id != StringTable::kMissing)
      out.insert(out.end(), terms_[id].begin(), terms_[id].end());
  }

  // Terms of which `fits(form)` holds, of those that begin with `start`.
  template <class Fits>
  void add_if(std::string_view start, const Fits &fits,
              std::vector<std::uint32_t> &out) {
    sort();
    auto at = std::lower_bound(
        order_.begin(), order_.end(), start,
        [&](std::uint32_t id, std::string_view s) { return forms_[id] < s; });
    for (; at != order_.end(); ++at) {
      const std::string_view form = forms_[*at];
      if (form.substr(0, start.size()) != start)
        return;
      if (fits(form))
        out.insert(out.end(), terms_[*at].begin(), terms_[*at].end());
    }
  }

private:
  void sort() {
    if (order_.size() == forms_.size())
      return;
    order_.resize(forms_.size());
    std::iota(order_.begin(), order_.end(), 0U);
    std::sort(order_.begin(), order_.end(),
              [&](std::uint32_t a, std::uint32_t b) {
                return forms_[a] < forms_[b];
              });
  }

  StringTable forms_;
  std::vector<std::vector<std::uint32_t>> terms_; // by form
  std::vector<std::uint32_t> order_; // forms by bytes, once a glob asked
};

void add_joined(std::string_view form, bool globs, Vocabulary &all,
                std::vector<std::uint32_t> &out) {
  const std::vector<std::string_view> words = split(form, ' ');
  std::vector<bool> wild;
  for (const std::string_view word : words)
    wild.push_back(globs && is_pattern(word));
  const bool any = std::find(wild.begin(), wild.end(), true) != wild.end();
  for (const char joint : kJoints) {
    std::string name(form);
    std::replace(name.begin(), name.end(), ' ', joint);
    if (!any) {
      all.add(name, out);
      continue;
    }
    all.add_if(
        std::string_view(name).substr(0, name.find_first_of(kWild)),
        [&](std::string_view term) {
          if (term.find(joint) == term.npos)
            return false;
          const std::vector<std::string_view> parts = split(term, joint);
          if (parts.size() != words.size())
            return false;
          for (std::size_t i = 0; i < parts.size(); ++i)
            if (wild[i] ? !glob_matches(words[i], parts[i])
                        : words[i] != parts[i])
              return false;
          return true;
        },
        out);
  }
}

} // namespace

// Word by word, since what an address begins ends at a blank.
std::string pattern_form(std::string_view written) {
  const std::string spaced = collapse_space(written);
  std::string out;
  for (const std::string_view word : split(spaced, ' ')) {
    out += out.empty() ? "" : " ";
    append_folded(word, out);
  }
  return collapse_space(out);
}

bool is_glob(std::string_view word) {
  bool wild = false;
  bool other = false;
  for (const char c : word) {
    wild = wild || kWild.find(c) != kWild.npos;
    other = other || is_ascii_letter(c) || is_ascii_digit(c) ||
            static_cast<unsigned char>(c) >= 0x80;
  }
  return wild && other;
}

bool is_pattern(std::string_view form) {
  return is_glob(form) ||
         (!form.empty() && form.find_first_not_of('*') == form.npos);
}

bool glob_matches(std::string_view glob, std::string_view word) {
  const auto character = [&](std::size_t at) {
    return decode(word.data() + at, word.data() + word.size()).size;
  };
  // The place to go back to: the last * and what it may swallow next. An
  // earlier * need not swallow more, since what follows it was found already.
  std::size_t g = 0;
  std::size_t w = 0;
  std::size_t star = std::string_view::npos;
  std::size_t swallowed = 0;
  while (w < word.size()) {
    if (g < glob.size() && glob[g] == '*') {
      star = g++;
      swallowed = w;
    } else if (g < glob.size() && glob[g] == '?') {
      w += character(w);
      ++g;
    } else if (g < glob.size() && glob[g] == word[w]) {
      ++g;
      ++w;
    } else if (star != std::string_view::npos) {
      g = star + 1;
      swallowed += character(swallowed);
      w = swallowed;
    } else {
      return false;
    }
  }
  while (g < glob.size() && glob[g] == '*')
    ++g;
  return g == glob.size();
}

std::vector<std::string> pattern_words(std::string_view expression,
                                       const WordOptions &options,
                                       bool *letter) {
  std::vector<std::string> words;
  const bool found = add_words(expression, options, words);
  if (letter != nullptr)
    *letter = found;
  return words;
}

PatternSet::PatternSet(const std::vector<std::string> &written, bool globs) {
  for (const std::string &one : written) {
    const std::string form = pattern_form(one);
    if (form.empty())
      continue;
    if (!globs || !is_pattern(form)) {
      words_.insert(form);
      continue;
    }
    const std::uint32_t start = starts_.insert(
        std::string_view(form).substr(0, form.find_first_of(kWild)));
    if (start >= globs_.size())
      globs_.resize(start + 1);
    globs_[start].push_back(form);
  }
}

bool PatternSet::matches(std::string_view folded) const {
  if (words_.size() > 0 && words_.find(folded) != StringTable::kMissing)
    return true;
  if (globs_.empty())
    return false;
  for (std::size_t size = folded.size() + 1; size-- > 0;) {
    const std::uint32_t start = starts_.find(folded.substr(0, size));
    if (start == StringTable::kMissing)
      continue;
    for (const std::string &glob : globs_[start])
      if (glob_matches(glob, folded))
        return true;
  }
  return false;
}

PatternFinder::PatternFinder(const std::vector<std::string> &written) {
  for (std::size_t i = 0; i < written.size(); ++i) {
    const std::string form = pattern_form(written[i]);
    const auto place = static_cast<std::uint32_t>(i);
    if (form.empty())
      continue;
    if (!is_pattern(form)) {
      const std::uint32_t word = words_.insert(form);
      places_.resize(words_.size());
      places_[word].push_back(place);
      continue;
    }
    const std::uint32_t start = starts_.insert(
        std::string_view(form).substr(0, form.find_first_of(kWild)));
    globs_.resize(starts_.size());
    globs_[start].push_back({form, place});
  }
}

void PatternFinder::find(std::string_view folded,
                         std::vector<std::uint32_t> &out) const {
  const auto before = static_cast<std::ptrdiff_t>(out.size());
  const std::uint32_t word =
      places_.empty() ? StringTable::kMissing : words_.find(folded);
  if (word != StringTable::kMissing)
    out.insert(out.end(), places_[word].begin(), places_[word].end());
  if (globs_.empty())
    return;
  for (std::size_t size = folded.size() + 1; size-- > 0;) {
    const std::uint32_t start = starts_.find(folded.substr(0, size));
    if (start == StringTable::kMissing)
      continue;
    for (const Glob &glob : globs_[start])
      if (glob_matches(glob.form, folded))
        out.push_back(glob.place);
  }
  std::sort(out.begin() + before, out.end());
}

std::vector<PatternMatch>
match_patterns(const std::vector<std::string> &patterns,
               const std::vector<std::string> &terms, bool globs) {
  Vocabulary all(terms);
  std::vector<PatternMatch> out;
  std::vector<std::uint32_t> found;
  for (std::size_t p = 0; p < patterns.size(); ++p) {
    const std::string form = pattern_form(patterns[p]);
    found.clear();
    if (form.find(' ') != form.npos)
      add_joined(form, globs, all, found);
    else if (globs && is_pattern(form))
      all.add_if(
          std::string_view(form).substr(0, form.find_first_of(kWild)),
          [&](std::string_view term) { return glob_matches(form, term); },
          found);
    else if (!form.empty())
      all.add(form, found);
    std::sort(found.begin(), found.end());
    for (const std::uint32_t term : found)
      out.push_back({static_cast<std::uint32_t>(p), term});
  }
  return out;
}

} // namespace tritone::text
