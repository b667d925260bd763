// SPDX-License-Identifier: GPL-2.0-or-later
// Cuts paragraphs into words and marks, and says what each word may do.
#include "article/voices/tokens.h"

#include "base/hash.h"
#include "base/hash_padded.h"
#include "text/ascii.h"
#include "text/fold.h"
#include "text/sentences.h"
#include "text/title_case.h"
#include "text/unicode.h"
#include "text/utf8.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace tritone::article {
namespace {

using Kind = VoiceToken::Kind;

constexpr std::size_t kLongest = 16; // bytes of a word that any list has

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

std::array<bool, 256> make_word_bytes() {
  std::array<bool, 256> out{};
  for (unsigned c = 0; c < 128; ++c)
    out[c] = text::is_ascii_word(static_cast<char>(c));
  return out;
}
const std::array<bool, 256> kWordBytes = make_word_bytes();

bool ends_with(std::string_view s, std::string_view tail) {
  return s.size() >= tail.size() && s.substr(s.size() - tail.size()) == tail;
}

// Eight bytes, the capitals of ASCII among them made small.
std::uint64_t lowered(std::uint64_t bytes) {
  constexpr std::uint64_t kEach = 0x0101010101010101ULL;
  const std::uint64_t low = bytes & (0x7F * kEach);
  const std::uint64_t from_a = low + (0x80 - 'A') * kEach;
  const std::uint64_t past_z = low + (0x7F - 'Z') * kEach;
  return bytes | ((~bytes & (from_a ^ past_z) & (0x80 * kEach)) >> 2);
}

// Reads one text from left to right.
class Reader {
public:
  Reader(std::string_view text, VoiceTokens &out)
      : text_(text), out_(out), quote_at_(quote_begin()) {}

  void read_paragraph(text::Span span, std::uint32_t number) {
    sentence_ = 0;
    out_.sentences.clear();
    text::news_sentences(text_.substr(span.begin, span.end - span.begin),
                         out_.sentences);
    offset_ = span.begin;
    paragraph_ = number;
    unit_first_ = out_.tokens.size();
    std::size_t at = span.begin;
    while (at < span.end)
      if (text_[at] == ' ')
        ++at;
      else
        at = read_token(at, span.end);
    end_unit();
  }

private:
  std::string_view text_;
  VoiceTokens &out_;
  const Roles &roles_ = roles();
  std::size_t offset_ = 0, sentence_ = 0, next_quote_ = 0, unit_first_ = 0;
  std::uint32_t paragraph_ = 0;
  std::size_t quote_at_; // where the next quotation begins

  void end_unit() {
    const std::size_t n = out_.tokens.size();
    if (n > unit_first_)
      out_.units.push_back({static_cast<std::uint32_t>(unit_first_),
                            static_cast<std::uint32_t>(n), paragraph_});
    unit_first_ = n;
  }

  void add(std::size_t begin, std::size_t end, Kind kind) {
    add({static_cast<std::uint32_t>(begin),
         static_cast<std::uint32_t>(end),
         kind,
         false,
         0,
         {},
         0});
  }

  void add(const VoiceToken &token) {
    const std::size_t begin = token.begin;
    bool begins = false;
    while (sentence_ < out_.sentences.size() &&
           offset_ + out_.sentences[sentence_].begin <= begin) {
      ++sentence_;
      begins = true;
    }
    if (begins)
      end_unit();
    out_.tokens.push_back(token);
    if (token.capital && out_.tokens.size() > unit_first_ + 1)
      out_.tokens.back().roles = roles_inside(token);
  }

  // Of a word with a capital inside a sentence: May is a month, Will a name,
  // and so is the Today of a newspaper.
  static std::uint16_t roles_inside(const VoiceToken &token) {
    if ((token.roles & role::modal) != 0)
      return token.end - token.begin == 3 ? role::time : 0;
    const unsigned both = role::time | role::adverb;
    return (token.roles & both) == both ? 0 : token.roles;
  }

  // Sentences that begin inside a quotation begin none.
  void add_quote(std::size_t number) {
    const VoiceQuote &quote = out_.quotes[number];
    add(quote.begin, quote.end, Kind::quote);
    out_.tokens.back().quote = static_cast<std::uint32_t>(number);
    out_.tokens.back().capital = quote.stopped;
    while (sentence_ < out_.sentences.size() &&
           offset_ + out_.sentences[sentence_].begin < quote.end)
      ++sentence_;
  }

  std::size_t read_token(std::size_t at, std::size_t end) {
    while (quote_at_ < at) {
      ++next_quote_;
      quote_at_ = quote_begin();
    }
    if (quote_at_ == at && next_quote_ < out_.quotes.size()) {
      add_quote(next_quote_);
      return std::max(at + 1, out_.quotes[next_quote_].end);
    }
    const char c = text_[at];
    if (text::is_ascii_word(c) || (c & 0x80) != 0)
      return read_word(at, end);
    switch (c) {
    case ',':
      add(at, at + 1, Kind::comma);
      break;
    case ':':
      add(at, at + 1, Kind::colon);
      break;
    case ';':
      add(at, at + 1, Kind::semicolon);
      break;
    case '(':
    case ')':
    case '[':
    case ']':
      add(at, at + 1, Kind::bracket);
      break;
    case '-':
      if (at + 1 < end && (text_[at + 1] == '-' || text_[at + 1] == ' '))
        add(at, at + 1, Kind::dash);
      break;
    default:
      break;
    }
    return at + 1;
  }

  // Letters, digits, and the marks that join them: ' ’ - . between two.
  std::size_t word_end(std::size_t at, std::size_t end) const {
    const char *const stop = text_.data() + end;
    const char *p = text_.data() + at;
    while (p < stop) {
      while (p < stop && kWordBytes[static_cast<unsigned char>(*p)])
        ++p;
      if (p == stop || *p == ' ')
        break;
      const text::CodePoint c = text::decode(p, stop);
      const bool joins = c.value == '-' || c.value == '.' || c.value == ',' ||
                         text::is_apostrophe(c.value);
      if (joins) {
        const char *const next = p + c.size;
        if (p == text_.data() + at || next >= stop ||
            (static_cast<std::size_t>(p - text_.data()) == quote_at_) ||
            !(text::is_ascii_word(*next) || (*next & 0x80) != 0))
          break;
        if (c.value == ',' && !text::is_ascii_digit(*next))
          break;
        if ((*next & 0x80) != 0 &&
            !text::is_alphabetic(text::decode(next, stop).value))
          break;
        p = next;
        continue;
      }
      if (c.value < 0x80 || !text::is_alphabetic(c.value))
        break;
      p += c.size;
    }
    return static_cast<std::size_t>(p - text_.data());
  }

  std::size_t quote_begin() const {
    return next_quote_ < out_.quotes.size() ? out_.quotes[next_quote_].begin
                                            : text_.size();
  }

  std::size_t read_word(std::size_t at, std::size_t end) {
    const std::size_t stop =
        std::min(word_end(at, end), std::max(quote_at_, at));
    if (stop == at) { // a mark beyond ASCII
      const text::CodePoint c =
          text::decode(text_.data() + at, text_.data() + end);
      if (c.value >= 0x2012 && c.value <= 0x2015)
        add(at, at + c.size, Kind::dash);
      return at + c.size;
    }
    const bool digit = text::is_ascii_digit(text_[at]);
    VoiceToken token{static_cast<std::uint32_t>(at),
                     static_cast<std::uint32_t>(stop),
                     digit ? Kind::number : Kind::word,
                     false,
                     0,
                     {},
                     0};
    if (!digit)
      describe(token);
    add(token);
    return stop;
  }

  // The word that begins at byte `at`, in small letters, with ' for ’.
  std::string_view small_letters(std::size_t at, std::string_view word,
                                 char *small) const {
    std::uint64_t all = 0;
    if (at + kLongest > text_.size()) {
      std::transform(word.begin(), word.end(), small, text::ascii_lower);
      all = ~all;
    } else {
      // Whole words of the machine: what is written byte by byte is slow to
      // read back for the hash.
      for (std::size_t i = 0; i < kLongest; i += 8) {
        std::uint64_t bytes = 0;
        std::memcpy(&bytes, text_.data() + at + i, 8);
        all |= bytes;
        bytes = lowered(bytes);
        std::memcpy(small + i, &bytes, 8);
      }
    }
    std::size_t n = word.size();
    if ((all & 0x8080808080808080ULL) == 0)
      return {small, n};
    for (std::size_t i = 0; i + 2 < n; ++i)
      if (static_cast<unsigned char>(small[i]) == 0xE2) {
        small[i] = '\'';
        std::copy(small + i + 3, small + n, small + i + 1);
        n -= 2;
      }
    return {small, n};
  }

  void describe(VoiceToken &token) const {
    std::string_view word = text_.substr(token.begin, token.end - token.begin);
    token.capital =
        text::is_ascii_upper(word[0]) ||
        ((word[0] & 0x80) != 0 &&
         text::is_upper(
             text::decode(word.data(), word.data() + word.size()).value));
    unsigned found = 0;
    if (word.back() == 's' &&
        (ends_with(word, "'s") || ends_with(word, "\u2019s")))
      found |= role::possessive;
    if (word.size() > kLongest) {
      if (!token.capital && ends_with(word, "ly"))
        found |= role::adverb;
      token.roles = static_cast<std::uint16_t>(found);
      return;
    }
    char small[kLongest + 8];
    const std::string_view lower = small_letters(token.begin, word, small);
    const std::size_t n = lower.size();
    const std::uint64_t hash = hash_padded(lower.data(), n);
    found |= roles_.find(lower, hash);
    if (found == 0 && n > 4 && lower[n - 1] == 'y' && lower[n - 2] == 'l')
      token.roles = role::adverb;
    token.roles = static_cast<std::uint16_t>(token.roles | found);
    if (found == 0 && n > 2)
      token.verb = text::saying_verb(lower, hash);
  }
};

VoiceQuote describe_quote(std::string_view text, const text::Quotation &q) {
  VoiceQuote out{q.begin, q.end, 0, false, false, q.closed, q.goes_on, false};
  const std::string_view inner =
      text.substr(q.inner_begin, q.inner_end - q.inner_begin);
  text::TitleCase style;
  for (std::size_t at = 0; at < inner.size();) {
    while (at < inner.size() && text::is_ascii_space(inner[at]))
      ++at;
    std::size_t end = at;
    while (end < inner.size() && !text::is_ascii_space(inner[end]))
      ++end;
    if (end > at) {
      ++out.words;
      if (end - at >= 4 || out.words == 1)
        style.add(text::is_upper(
            text::decode(inner.data() + at, inner.data() + end).value));
    }
    at = end;
  }
  out.title =
      out.words >= 2 ? style.nearly_all() : style.words() > 0 && style.most();
  std::size_t last = inner.size();
  while (last > 0 &&
         (text::is_ascii_space(inner[last - 1]) || inner[last - 1] == '\''))
    --last;
  if (last >= 3 && inner.substr(last - 3, 3) == "\u2019")
    last -= 3;
  if (last > 0) {
    const char c = inner[last - 1];
    out.stopped = c == ',' || c == '.' || c == '?' || c == '!' ||
                  (last >= 3 && inner.substr(last - 3, 3) == "\u2026");
  }
  return out;
}

} // namespace

void read_voice_tokens(std::string_view text,
                       const std::vector<text::Span> &paragraphs,
                       VoiceTokens &out) {
  out.tokens.clear();
  out.units.clear();
  out.quotes.clear();
  text::find_quotations(text, out.found);
  std::size_t p = 0;
  for (const text::Quotation &q : out.found) {
    while (p < paragraphs.size() && paragraphs[p].end <= q.begin)
      ++p;
    if (q.depth > 0 || p == paragraphs.size() || q.begin < paragraphs[p].begin)
      continue;
    text::Quotation one = q;
    one.end = std::min(one.end, paragraphs[p].end);
    one.inner_end = std::min(one.inner_end, one.end);
    const bool attribute = q.begin > 0 && text[q.begin - 1] == '=';
    if (one.inner_begin < one.inner_end && !attribute)
      out.quotes.push_back(describe_quote(text, one));
  }
  Reader reader(text, out);
  for (std::size_t i = 0; i < paragraphs.size(); ++i)
    reader.read_paragraph(paragraphs[i], static_cast<std::uint32_t>(i));
}

} // namespace tritone::article
