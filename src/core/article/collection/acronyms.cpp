// SPDX-License-Identifier: GPL-2.0-or-later
// Matches the letters of a short form with the words of a long form, from the
// end.
#include "article/collection/acronyms.h"

#include "text/ascii.h"
#include "text/fold.h"
#include "text/space.h"
#include "text/word_list.h"

#include <algorithm>
#include <utility>

namespace tritone::article {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::size_t kMaxLetters = 10;
constexpr std::size_t kMaxBracket = 120; // bytes between the brackets
constexpr std::size_t kMaxWindow = 200;  // bytes before a bracket that are read

// A piece of a long form between blanks and hyphens.
struct Piece {
  std::size_t begin, end;
  bool starts_word; // no hyphen before it
};

bool is_small_word(std::string_view word) {
  constexpr std::string_view kSmall[] = {
      "a",    "an",  "and", "at",  "by",   "da",  "de", "del",
      "der",  "des", "do",  "dos", "du",   "et",  "e",  "for",
      "from", "fur", "in",  "la",  "le",   "les", "of", "on",
      "or",   "the", "to",  "und", "with", "y",   "&"};
  return text::is_one_of(word, kSmall);
}

// The letters of a short form in lower case, as they are matched, and its
// usual spelling; no letters if `s` is not a short form.
std::string letters_of(std::string_view s, std::string &spelling) {
  spelling.clear();
  std::string letters;
  std::size_t capitals = 0;
  std::size_t small = 0;
  if (s.size() > 2 && s.back() == 's')
    s.remove_suffix(1); // NGOs
  for (const char c : s) {
    if (c == '.')
      continue;
    if (text::is_ascii_upper(c))
      ++capitals;
    else if (text::is_ascii_letter(c))
      ++small;
    else if (!text::is_ascii_digit(c) && c != '&' && c != '-')
      return {};
    spelling += c;
    if (text::is_ascii_word(c))
      letters += text::ascii_lower(c);
  }
  const bool fits = capitals >= 2 && spelling.size() <= kMaxLetters &&
                    text::is_ascii_upper(spelling[0]) &&
                    (small == 0 || (capitals >= 3 && small <= 2));
  return fits ? letters : std::string();
}

// The pieces of `text`, in order.
std::vector<Piece> pieces_of(std::string_view text) {
  std::vector<Piece> out;
  bool behind_blank = true;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t stop =
        std::min(text.find_first_of(" -/", at), text.size());
    if (stop > at)
      out.push_back({at, stop, behind_blank});
    behind_blank = stop < text.size() && text[stop] == ' ';
    at = stop + 1;
  }
  return out;
}

// Matches the letters of a short form with pieces from the end.
class Matcher {
public:
  Matcher(std::string_view letters, std::string_view text,
          const std::vector<Piece> &pieces)
      : letters_(letters), text_(text), pieces_(pieces) {}

  // The byte at which the long form begins, or npos. With `all` it must begin
  // with the text.
  std::size_t begin(bool all) {
    all_ = all;
    return match(letters_.size(), pieces_.size(), 0);
  }

private:
  std::string_view word(std::size_t w) const {
    return text_.substr(pieces_[w].begin, pieces_[w].end - pieces_[w].begin);
  }

  // Letters 0 .. n - 1 are left, and pieces 0 .. w - 1.
  std::size_t match(std::size_t n, std::size_t w, int skipped) {
    if (n == 0) {
      const bool whole = pieces_[w].starts_word && pieces_.size() - w >= 2 &&
                         (!all_ || w == 0) && !is_small_word(word(w));
      return whole ? pieces_[w].begin : npos;
    }
    if (w == 0 || ++steps_ > kMaxSteps)
      return npos;
    const std::string piece = lower(word(w - 1));
    // How many letters one word may match; the usual one letter is tried first.
    for (std::size_t k = 1; k <= std::min<std::size_t>(n, kMaxOfWord); ++k) {
      if (k > piece.size() || piece.substr(0, k) != letters_.substr(n - k, k))
        continue;
      const std::size_t found = match(n - k, w - 1, skipped);
      if (found != npos)
        return found;
    }
    if (is_small_word(piece))
      return match(n, w - 1, skipped);
    return skipped == 0 ? match(n, w - 1, 1) : npos;
  }

  static std::string lower(std::string_view s) {
    std::string out(s);
    std::transform(out.begin(), out.end(), out.begin(), text::ascii_lower);
    return out;
  }

  static constexpr std::size_t kMaxOfWord = 4;
  static constexpr int kMaxSteps = 2000;

  std::string_view letters_;
  std::string_view text_;
  const std::vector<Piece> &pieces_;
  bool all_ = false;
  int steps_ = 0;
};

// Where the end of `s` that may be a long form begins: after the last sentence
// end, bracket, double quotation mark or blank line.
std::size_t window_begin(std::string_view s) {
  std::size_t begin = s.size() > kMaxWindow ? s.size() - kMaxWindow : 0;
  // Not inside a word, or a character.
  while (begin > 0 && begin < s.size() && s[begin - 1] != ' ')
    ++begin;
  for (std::size_t i = s.size(); i > begin; --i) {
    const char c = s[i - 1];
    if (c == '(' || c == ')' || c == '[' || c == ']' || c == '"' || c == ';' ||
        c == ':' || c == '!' || c == '?')
      return i;
    // “ and ”
    if ((c == '\x9C' || c == '\x9D') && i >= 3 && s[i - 2] == '\x80' &&
        s[i - 3] == '\xE2')
      return i;
    if (c == '\n' && i >= 2 && s[i - 2] == '\n')
      return i;
    // A full stop after a word of three letters or more.
    if (c == '.' && i < s.size() &&
        text::is_ascii_letter(s[i >= 2 ? i - 2 : 0]) && i >= 4 &&
        text::is_ascii_letter(s[i - 3]) && text::is_ascii_letter(s[i - 4]) &&
        (s[i] == ' ' || s[i] == '\n'))
      return i;
  }
  return begin;
}

// The long form at the end of `before`, or, with `all`, all of it.
std::string long_form(std::string_view letters, std::string_view before,
                      bool all) {
  const std::string text = text::collapse_space(before);
  const std::vector<Piece> pieces = pieces_of(text);
  if (pieces.size() < 2)
    return {};
  const std::size_t begin = Matcher(letters, text, pieces).begin(all);
  if (begin == npos)
    return {};
  std::string out = text.substr(begin);
  for (const std::string_view tail : {",", "'s", "\xE2\x80\x99s"})
    if (out.size() > tail.size() &&
        std::string_view(out).substr(out.size() - tail.size()) == tail)
      out.resize(out.size() - tail.size());
  return out;
}

// The last word of `s`, if only blanks follow it.
std::string_view last_word(std::string_view s) {
  s = text::trim_space(s);
  const std::size_t blank = s.find_last_of(" \n\t(\"");
  return blank == npos ? s : s.substr(blank + 1);
}

// An opening bracket at or after `at`. Faster than find_first_of(), which looks
// each byte up in its list.
std::size_t next_bracket(std::string_view text, std::size_t at) {
  while (at < text.size() && text[at] != '(' && text[at] != '[')
    ++at;
  return at < text.size() ? at : npos;
}

} // namespace

void find_acronyms(std::string_view text, std::vector<Acronym> &out) {
  for (std::size_t at = next_bracket(text, 0); at != npos;
       at = next_bracket(text, at + 1)) {
    const std::size_t close = text.find_first_of("()[]", at + 1);
    if (close == npos)
      break;
    const bool closes = text[close] == (text[at] == '(' ? ')' : ']');
    if (!closes || close - at > kMaxBracket)
      continue;
    const std::string_view inside =
        text::trim_space(text.substr(at + 1, close - at - 1));
    const std::string_view before = text.substr(0, at);
    std::string spelling;
    std::string letters = letters_of(inside, spelling);
    std::string found;
    if (!letters.empty()) {
      found = long_form(letters, before.substr(window_begin(before)), false);
    } else if (inside.find(' ') != npos || inside.find('\n') != npos) {
      letters =
          letters_of(last_word(before.substr(window_begin(before))), spelling);
      if (!letters.empty() && window_begin(inside) == 0)
        found = long_form(letters, inside, true);
    }
    if (!found.empty())
      out.push_back({std::move(spelling), std::move(found)});
  }
}

AcronymCount &AcronymCounter::at(std::string_view short_form,
                                 std::string_view long_form) {
  std::string key(short_form);
  key += '\n';
  text::append_folded(long_form, key);
  const std::uint32_t id = keys_.insert(key);
  if (id == counts_.size()) {
    counts_.push_back({std::string(short_form), std::string(long_form), 0, 0});
    last_article_.push_back(0);
  }
  AcronymCount &count = counts_[id];
  if (long_form < count.long_form)
    count.long_form = std::string(long_form);
  return count;
}

void AcronymCounter::add_article(std::string_view text) {
  ++articles_;
  found_.clear();
  find_acronyms(text, found_);
  for (const Acronym &acronym : found_) {
    AcronymCount &count = at(acronym.short_form, acronym.long_form);
    std::uint64_t &last =
        last_article_[static_cast<std::size_t>(&count - counts_.data())];
    ++count.count;
    count.articles += last != articles_;
    last = articles_;
  }
}

void AcronymCounter::merge(AcronymCounter &&other) {
  for (const AcronymCount &from : other.counts_) {
    AcronymCount &to = at(from.short_form, from.long_form);
    to.count += from.count;
    to.articles += from.articles;
  }
}

std::vector<AcronymCount> AcronymCounter::counts() const {
  std::vector<AcronymCount> out = counts_;
  std::sort(out.begin(), out.end(),
            [](const AcronymCount &a, const AcronymCount &b) {
              if (a.short_form != b.short_form)
                return a.short_form < b.short_form;
              if (a.articles != b.articles)
                return a.articles > b.articles;
              if (a.count != b.count)
                return a.count > b.count;
              return a.long_form < b.long_form;
            });
  return out;
}

} // namespace tritone::article
