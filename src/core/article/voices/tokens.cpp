// SPDX-License-Identifier: GPL-2.0-or-later
// Cuts paragraphs into words and marks.
#include "article/voices/tokens.h"

#include "article/voices/describe.h"
#include "base/string_table.h"
#include "text/ascii.h"
#include "text/ascii_run.h"
#include "text/fold.h"
#include "text/sentences.h"
#include "text/unicode.h"
#include "text/utf8.h"

#include <algorithm>
#include <array>

namespace tritone::article {
namespace {

using Kind = VoiceToken::Kind;

std::array<bool, 256> make_word_bytes() {
  std::array<bool, 256> out{};
  for (unsigned c = 0; c < 128; ++c)
    out[c] = text::is_ascii_word(static_cast<char>(c));
  return out;
}
const std::array<bool, 256> kWordBytes = make_word_bytes();

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
    case '@':
      return read_handle(at, end);
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

  // Does the mark at byte `at` join a word with what is after it, perhaps?
  bool may_join(std::size_t at) const {
    switch (text_[at]) {
    case ' ':
      return false;
    case '.':
    case ',':
      return text_[at + 1] != ' ';
    case '-':
    case '\'':
    case '`':
      return true;
    default:
      return text::is_ascii_digit(text_[at]) || (text_[at] & 0x80) != 0;
    }
  }

  // A word of up to 15 letters, as most are, which no mark joins to anything:
  // its end, or `at` where the word is of another kind.
  std::size_t read_short_word(std::size_t at, std::size_t end) {
    if (at + StringKey::kInline + 1 >= text_.size())
      return at;
    const StringKey key = text::read_letters(text_.data() + at);
    const std::size_t stop = at + key.size;
    if (key.size == 0 || key.size == StringKey::kInline || stop > end ||
        (stop < end && may_join(stop)))
      return at;
    VoiceToken token{static_cast<std::uint32_t>(at),
                     static_cast<std::uint32_t>(stop),
                     Kind::word,
                     text::is_ascii_upper(text_[at]),
                     0,
                     {},
                     0};
    describe_letters(key, token);
    add(token);
    return stop;
  }

  std::size_t read_word(std::size_t at, std::size_t end) {
    const std::size_t letters = read_short_word(at, end);
    if (letters > at)
      return letters;
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
      describe_word(text_, token);
    add(token);
    return stop;
  }

  // @mayor, which is a name; not the @ of an address.
  std::size_t read_handle(std::size_t at, std::size_t end) {
    std::size_t stop = at + 1;
    while (stop < end &&
           (text::is_ascii_word(text_[stop]) || text_[stop] == '_'))
      ++stop;
    const bool inside = at > 0 && text::is_ascii_word(text_[at - 1]);
    if (stop == at + 1 || inside)
      return at + 1;
    add({static_cast<std::uint32_t>(at),
         static_cast<std::uint32_t>(stop),
         Kind::word,
         true,
         0,
         {},
         0});
    return stop;
  }
};

} // namespace

void read_voice_tokens(std::string_view text,
                       const std::vector<text::Span> &paragraphs,
                       VoiceTokens &out) {
  out.tokens.clear();
  out.units.clear();
  find_outer_quotes(text, paragraphs, out.found, out.quotes);
  Reader reader(text, out);
  for (std::size_t i = 0; i < paragraphs.size(); ++i)
    reader.read_paragraph(paragraphs[i], static_cast<std::uint32_t>(i));
}

} // namespace tritone::article
