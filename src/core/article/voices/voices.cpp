// SPDX-License-Identifier: GPL-2.0-or-later
// Reads an article sentence by sentence and writes who says what, in order.
#include "article/voices/voices.h"

#include "article/voices/spoken.h"

#include <algorithm>

namespace tritone::article {
namespace {

using Kind = VoiceToken::Kind;
using text::Saying;

Voice voice_of(Saying kind) {
  return kind == Saying::thought || kind == Saying::seem ? Voice::thought
                                                         : Voice::reported;
}

class VoiceWriter {
public:
  VoiceWriter(std::string_view text, VoiceScratch &scratch)
      : text_(text), s_(scratch), t_(scratch.tokens.tokens) {}

  void write() {
    for (const VoiceUnit &unit : s_.tokens.units)
      write_unit(unit);
  }

private:
  std::string_view text_;
  VoiceScratch &s_;
  const std::vector<VoiceToken> &t_;
  // Whom the next quotation without a speaker belongs to.
  text::Span carried_{0, 0};
  bool goes_on_ = false;              // the last quotation does, so far without
  std::size_t chain_ = SIZE_MAX;      // the first span of the running quotation
  std::size_t last_quote_ = SIZE_MAX; // span of a quotation that ended a unit
  bool last_has_speaker_ = false;

  text::Span bytes(TokenRange range) const {
    if (range.empty())
      return {0, 0};
    return {t_[range.first].begin, t_[range.last - 1].end};
  }

  static bool speaks(const VoiceClause &clause) {
    return clause.kind != Saying::seem && clause.kind != Saying::show;
  }

  // The clause that quotation token i belongs to: the nearest of those whose
  // content it is in, else the nearest; -1 without any.
  std::int32_t clause_of(std::uint32_t i) const {
    std::int32_t best = -1;
    std::uint32_t least = 0;
    for (std::size_t k = 0; k < s_.clauses.size(); ++k) {
      const VoiceClause &clause = s_.clauses[k];
      const bool inside = clause.content[0].has(i) || clause.content[1].has(i);
      const std::uint32_t cue = clause.cue.first;
      std::uint32_t far = cue > i ? cue - i : i - cue;
      if (!inside)
        far += 1000;
      if (!speaks(clause))
        far += 500;
      else if (clause.kind == Saying::thought)
        far += 300;
      else if (clause.kind != Saying::speech)
        far += 50;
      if (best < 0 || far < least) {
        best = static_cast<std::int32_t>(k);
        least = far;
      }
    }
    return best;
  }

  void write_unit(const VoiceUnit &unit) {
    find_clauses(text_, s_.tokens, unit, s_.clauses);
    s_.owner.assign(unit.last - unit.first, -1);
    for (std::size_t k = 0; k < s_.clauses.size(); ++k)
      for (const TokenRange &range : s_.clauses[k].content)
        for (std::uint32_t i = range.first; i < range.last; ++i)
          if (s_.owner[i - unit.first] < 0)
            s_.owner[i - unit.first] = static_cast<std::int32_t>(k);
    for (const VoiceClause &clause : s_.clauses)
      for (std::uint32_t i = clause.group.first; i < clause.group.last; ++i)
        s_.owner[i - unit.first] = -1;
    const std::size_t before = s_.spans.size();
    for (std::uint32_t i = unit.first; i < unit.last;) {
      if (t_[i].kind == Kind::quote) {
        add_quote(unit, i++);
        continue;
      }
      const std::int32_t owner = s_.owner[i - unit.first];
      std::uint32_t end = i + 1;
      while (end < unit.last && t_[end].kind != Kind::quote &&
             s_.owner[end - unit.first] == owner)
        ++end;
      if (owner >= 0)
        add_reported({i, end}, s_.clauses[static_cast<std::size_t>(owner)]);
      i = end;
    }
    finish_unit(unit, before);
  }

  void add_reported(TokenRange range, const VoiceClause &clause) {
    const auto is_mark = [&](std::uint32_t i) {
      return t_[i].kind != Kind::word && t_[i].kind != Kind::number &&
             t_[i].kind != Kind::scare && t_[i].kind != Kind::bracket;
    };
    while (!range.empty() && is_mark(range.first))
      ++range.first;
    while (!range.empty() && is_mark(range.last - 1))
      --range.last;
    // A lone "because" or "that he" is the rest of something.
    bool told = range.last - range.first >= 3 ||
                (range.last - range.first == 2 &&
                 (t_[range.first].roles & role::pronoun) != 0 &&
                 (t_[range.first + 1].roles & (role::be | role::modal)) != 0);
    for (std::uint32_t i = range.first; i < range.last; ++i)
      told = told ||
             (t_[i].kind != Kind::word && t_[i].kind != Kind::bracket) ||
             (t_[i].kind == Kind::word &&
              (t_[i].roles & ~unsigned{role::determiner}) == 0);
    if (range.empty() || !told)
      return;
    const text::Span at = bytes(range);
    s_.spans.push_back({at.begin,
                        at.end,
                        voice_of(clause.kind),
                        false,
                        false,
                        bytes(clause.subject),
                        {{0, 0}, SpeakerBasis::none},
                        bytes(clause.cue)});
  }

  // Is quotation token i, to which no verb belongs, still speech: at the start
  // of its sentence or after a mark, long, or a sentence after somebody's
  // words?
  bool stands_alone(const VoiceUnit &unit, std::uint32_t i) const {
    const VoiceQuote &quote = s_.tokens.quotes[t_[i].quote];
    if (goes_on_ || quote.goes_on)
      return true;
    if (i == unit.first)
      return quote.words >= 4 || unit.last - unit.first > 1 ||
             (quote.words >= 2 && quote.stopped &&
              carried_.begin < carried_.end);
    const bool after_word =
        t_[i - 1].kind == Kind::word || t_[i - 1].kind == Kind::number;
    return !after_word || quote.words >= 7;
  }

  void add_quote(const VoiceUnit &unit, std::uint32_t i) {
    const VoiceQuote &quote = s_.tokens.quotes[t_[i].quote];
    VoiceSpan span{quote.begin,
                   quote.end,
                   Voice::direct,
                   goes_on_,
                   !quote.closed && !quote.goes_on,
                   {0, 0},
                   {{0, 0}, SpeakerBasis::none},
                   {0, 0}};
    const std::int32_t owner = clause_of(i);
    if (owner < 0 && !stands_alone(unit, i))
      return;
    if (owner >= 0) {
      const VoiceClause &clause = s_.clauses[static_cast<std::size_t>(owner)];
      span.mention = bytes(clause.subject);
      span.cue = bytes(clause.cue);
    } else if (i > unit.first && (t_[i - 1].kind == Kind::colon ||
                                  t_[i - 1].kind == Kind::comma)) {
      span.mention = bytes(first_name(text_, s_.tokens, unit, i));
    }
    if (!goes_on_)
      chain_ = s_.spans.size();
    goes_on_ = quote.goes_on;
    s_.spans.push_back(span);
  }

  // Gives quotations without a speaker the one before, and a sentence that has
  // only a speaker the quotation before it.
  void finish_unit(const VoiceUnit &unit, std::size_t before) {
    const VoiceClause *said = nullptr;
    for (const VoiceClause &clause : s_.clauses)
      if (speaks(clause) && !clause.subject.empty() &&
          clause.kind != Saying::thought) {
        said = &clause;
        break;
      }
    const bool direct = std::any_of(
        s_.spans.begin() + static_cast<std::ptrdiff_t>(before), s_.spans.end(),
        [](const VoiceSpan &span) { return span.voice == Voice::direct; });
    if (said != nullptr && !direct && last_quote_ != SIZE_MAX &&
        !last_has_speaker_ && unit.last - unit.first <= 12 &&
        s_.spans.size() == before)
      s_.spans[last_quote_].mention = bytes(said->subject);
    for (std::size_t k = before; k < s_.spans.size(); ++k) {
      VoiceSpan &span = s_.spans[k];
      if (span.voice != Voice::direct)
        continue;
      const bool own = span.mention.begin < span.mention.end;
      if (!own)
        span.mention = carried_;
      else if (chain_ < k)
        for (std::size_t c = chain_; c < k; ++c)
          if (s_.spans[c].voice == Voice::direct &&
              s_.spans[c].cue.begin == s_.spans[c].cue.end)
            s_.spans[c].mention = span.mention;
      carried_ = span.mention;
      last_has_speaker_ = own;
      last_quote_ = k;
    }
    if (said != nullptr) {
      carried_ = bytes(said->subject);
      if (!direct)
        last_quote_ = SIZE_MAX;
    }
  }
};

} // namespace

const char *voice_name(Voice voice) {
  switch (voice) {
  case Voice::direct:
    return "direct";
  case Voice::reported:
    return "reported";
  case Voice::thought:
    return "thought";
  case Voice::narration:
    break;
  }
  return "narration";
}

void find_voice_spans(std::string_view text, VoiceScratch &scratch,
                      const Known *known) {
  scratch.spans.clear();
  scratch.paragraphs.clear();
  find_parts(text, scratch.parts, known);
  for (const PartSpan &part : scratch.parts.parts)
    if (part.part == Part::lead || part.part == Part::body)
      scratch.paragraphs.push_back({part.begin, part.end});
  read_voice_tokens(text, scratch.paragraphs, scratch.tokens);
  find_speech(scratch.tokens);
  VoiceWriter(text, scratch).write();
}

void find_voices(std::string_view text, VoiceScratch &scratch,
                 const Known *known) {
  find_voice_spans(text, scratch, known);
  scratch.mentions.clear();
  for (const VoiceSpan &span : scratch.spans)
    scratch.mentions.push_back(span.mention);
  find_speakers(text, scratch.tokens, scratch.mentions, scratch.speakers);
  for (std::size_t k = 0; k < scratch.spans.size(); ++k)
    scratch.spans[k].speaker = scratch.speakers[k];
}

} // namespace tritone::article
