// SPDX-License-Identifier: GPL-2.0-or-later
// Undoing hard wrapping: see unwrap.h.
#include "text/unwrap.h"

#include "text/join_lines.h"
#include "text/lines.h"
#include "text/unicode.h"
#include "text/utf8.h"

#include <algorithm>
#include <vector>

namespace tritone::text {
namespace {

void begin_paragraph(std::string &out) {
  if (!out.empty())
    out += "\n\n";
}

// --- evidence --------------------------------------------------------------

// What the line ends inside a run of lines show; the last line has none.
struct Breaks {
  std::size_t count = 0;
  std::size_t sentence_ends = 0;
  std::size_t lower_starts = 0; // small letters after the break
  std::size_t upper_starts = 0; // capitals there
  std::size_t median = 0;       // width of the lines before the breaks
  std::size_t usual = 0;        // three quarters of them are no wider
  std::size_t margin = 0;       // nine tenths are no wider
  std::size_t narrow = 0;       // lines of less than three fifths of that
};

constexpr std::size_t kWiderThanWrapped = 110;

Breaks study(const Line *first, const Line *last) {
  Breaks out;
  std::vector<std::size_t> widths;
  for (const Line *line = first; line + 1 < last; ++line) {
    ++out.count;
    out.sentence_ends += line->ends_sentence;
    out.lower_starts += line[1].starts_lower;
    out.upper_starts += line[1].starts_upper;
    widths.push_back(line->width);
  }
  if (widths.empty())
    return out;
  std::sort(widths.begin(), widths.end());
  out.median = widths[widths.size() / 2];
  out.usual = widths[widths.size() * 3 / 4];
  out.margin = widths[widths.size() * 9 / 10];
  out.narrow = static_cast<std::size_t>(
      std::partition_point(
          widths.begin(), widths.end(),
          [&](std::size_t width) { return width * 5 < out.margin * 3; }) -
      widths.begin());
  return out;
}

// Is each line of a block a paragraph, although other paragraphs of the text
// are divided by blank lines? A wrap falls after a full stop about once in
// seven lines, and before a capital once in four.
bool lines_are_paragraphs(const Breaks &breaks) {
  const std::size_t n = breaks.count;
  if (n == 0 || breaks.lower_starts * 10 > n)
    return false;
  if (n >= 8 || breaks.median > kWiderThanWrapped)
    return breaks.sentence_ends * 5 >= n * 3;
  return n >= 4 && breaks.sentence_ends * 10 >= n * 9;
}

bool has_capital(const Line *first, const Line *last) {
  for (const Line *line = first; line < last; ++line) {
    const char *const end = line->text.data() + line->text.size();
    for (const char *p = line->text.data(); p < end;) {
      const CodePoint point = decode(p, end);
      if (is_upper(point.value))
        return true;
      p += point.size;
    }
  }
  return false;
}

// Is each line a paragraph, in a text of which somebody made all letters small?
// There a small letter after a line end shows nothing, and often there is no
// full stop. A wrapped text has a margin, which one line of three at most is
// far from; beside blank lines that is not enough.
bool small_lines_are_paragraphs(const Line *first, const Line *last,
                                const Breaks &breaks, bool alone) {
  const std::size_t n = breaks.count;
  if (n == 0 || breaks.upper_starts > 0 || breaks.lower_starts * 2 < n ||
      has_capital(first, last))
    return false;
  if (breaks.usual > kWiderThanWrapped)
    return true;
  const std::size_t fewest = alone ? 2 : 5;
  return n >= fewest && (breaks.sentence_ends * 5 >= n * 3 ||
                         (alone && breaks.narrow * 3 >= n));
}

// Are the lines of a text without a blank line wrapped? In running English four
// wrapped lines of five begin with a small letter; headings and paragraphs
// hardly ever do.
bool lines_are_wrapped(const Breaks &breaks) {
  if (breaks.lower_starts * 3 >= breaks.count)
    return true;
  if (breaks.lower_starts == 0 &&
      (breaks.upper_starts >= 4 || breaks.usual > kWiderThanWrapped))
    return false;
  return breaks.sentence_ends * 2 < breaks.count;
}

// Does a paragraph of a wrapped text without blank lines end with `line`? Where
// all other lines are filled up to the margin, it is enough that the next word
// had room.
bool is_paragraph_end(const Line &line, const Breaks &breaks, bool filled) {
  const Line &next = (&line)[1];
  if (!line.ends_sentence || next.starts_lower)
    return false;
  return line.width * 5 < breaks.usual * 3 ||
         (filled && line.width + 1 + next.first_word <= breaks.margin);
}

// Are the lines filled? Lines that end a sentence do not count.
bool lines_are_filled(const Line *first, const Line *last,
                      const Breaks &breaks) {
  std::size_t filled = 0;
  std::size_t count = 0;
  for (const Line *line = first; line + 1 < last; ++line) {
    if (line->ends_sentence)
      continue;
    ++count;
    filled += line->width + 1 + line[1].first_word > breaks.margin;
  }
  return filled * 10 >= count * 9;
}

// Had the first word of the next line no room?
bool is_filled(const Line &line, std::size_t margin) {
  return line.width + 1 + (&line)[1].first_word > margin;
}

// The end of the list that begins with the item `first`: before the first line
// that is no item, neither set in nor with a small letter, and comes after a
// line that was not filled.
const Line *list_end(const Line *first, const Line *last, std::size_t margin) {
  std::size_t number = 0;
  is_item(*first, number);
  for (const Line *line = first + 1; line < last; ++line) {
    std::size_t next = number;
    if (is_item(*line, next))
      number = next;
    else if (!(line->indented && !first->indented) && !line->starts_lower &&
             !is_filled(line[-1], margin))
      return line;
  }
  return last;
}

// The first list of several items among wrapped lines; `last` if there is none.
// A dash or a number may also come first in a line by a wrap: the lines before
// the items show it.
const Line *find_list(const Line *first, const Line *last, std::size_t margin,
                      const Line *&end) {
  for (const Line *line = first; line < last; ++line) {
    std::size_t number = 0;
    if (!is_item(*line, number) || number > 1)
      continue;
    end = list_end(line, last, margin);
    std::size_t items = 0;
    std::size_t after_room = 0;
    number = 0;
    for (const Line *at = line; at < end; ++at) {
      if (!is_item(*at, number))
        continue;
      ++items;
      after_room += at == first || at[-1].text.back() == ':' ||
                    at[-1].ends_sentence || !is_filled(at[-1], margin);
    }
    if (items >= 2 && after_room == items)
      return line;
    line = end - 1; // none of it, so that each line is looked at once
  }
  end = last;
  return last;
}

// Do the lines that are set in begin paragraphs? They do where a third of the
// lines or more is not set in and two thirds of those that are follow the end
// of a sentence; or where hardly one of them begins with a small letter, but a
// third of the others do, or there are no others.
bool indents_paragraphs(const Line *first, const Line *last) {
  std::size_t set_in = 0;
  std::size_t behind_sentence = 0;
  std::size_t lower_set_in = 0;
  std::size_t lower_others = 0;
  for (const Line *line = first + 1; line < last; ++line) {
    set_in += line->indented;
    behind_sentence += line->indented && line[-1].ends_sentence;
    (line->indented ? lower_set_in : lower_others) += line->starts_lower;
  }
  if (set_in == 0)
    return false;
  const auto n = static_cast<std::size_t>(last - first);
  const std::size_t others = n - 1 - set_in;
  if (behind_sentence * 3 >= set_in * 2 && (others + !first->indented) * 3 >= n)
    return true;
  return set_in >= 2 && lower_set_in * 10 <= set_in &&
         lower_others * 3 >= others;
}

// Does the line after `line` begin a paragraph by being set in?
bool next_is_set_in(const Line &line) {
  const Line &next = (&line)[1];
  return next.indented && (line.ends_sentence || !next.starts_lower);
}

// --- writing ---------------------------------------------------------------

class Unwrapper {
public:
  Unwrapper(std::string_view text, std::string_view attested, std::string &out)
      : joiner_(text, attested), out_(out) {}

  // The only block of a text.
  void write_alone(const Line *first, const Line *last) {
    if (last - first == 1)
      return write_joined(first, last);
    if (write_layout(first, last, true))
      return;
    const Breaks breaks = study(first, last);
    const bool set_in = indents_paragraphs(first, last);
    if (!set_in &&
        (!lines_are_wrapped(breaks) || layout(first, last) == Layout::verse ||
         small_lines_are_paragraphs(first, last, breaks, true)))
      return write_each(first, last);
    const bool filled = lines_are_filled(first, last, breaks);
    for (const Line *line = first; line < last;) {
      const Line *end = last;
      const Line *const list = find_list(line, last, breaks.margin, end);
      write_cut(line, list, [&](const Line &at) {
        return is_paragraph_end(at, breaks, filled) ||
               (set_in && next_is_set_in(at));
      });
      if (list < last)
        write_items(list, end, list > line && list[-1].text.back() == ':');
      line = end;
    }
  }

  // One of several blocks.
  void write_block(const Line *first, const Line *last) {
    if (last - first == 1)
      return write_joined(first, last);
    if (write_layout(first, last, false))
      return;
    const Breaks breaks = study(first, last);
    if (lines_are_paragraphs(breaks) ||
        small_lines_are_paragraphs(first, last, breaks, false))
      return write_each(first, last);
    const bool set_in = indents_paragraphs(first, last);
    write_cut(first, last, [set_in](const Line &line) {
      return set_in && next_is_set_in(line);
    });
  }

private:
  // Writes a list, a table or a poem. In a text without blank lines a few items
  // between other lines are no reason to hold these together, and short lines
  // are as likely paragraphs.
  bool write_layout(const Line *first, const Line *last, bool alone) {
    const Layout kind = layout(first, last);
    if (kind == Layout::prose || (alone && kind == Layout::verse))
      return false;
    const Line *end = last;
    if (kind == Layout::list && !alone && lists_ < kMaxLists) {
      ++lists_;
      std::size_t number = 0;
      const Line *item = first;
      while (!is_item(*item, number))
        ++item;
      end = list_end(item, last, study(first, last).margin);
    }
    std::vector<const Line *> starts; // of what is written as a line
    std::size_t number = 0;
    for (const Line *line = first; line < end; ++line)
      if (kind != Layout::list || is_item(*line, number))
        starts.push_back(line);
    if (alone && static_cast<std::ptrdiff_t>(starts.size()) * 2 < last - first)
      return false;
    // One item, and what comes after it is none: no list yet. As paragraphs
    // they look the same when they are read again.
    if (end < last && starts.size() < 2) {
      if (starts.front() != first)
        write_joined(first, starts.front());
      write_joined(starts.front(), end);
      write_block(end, last);
      return true;
    }
    if (starts.front() != first)
      starts.insert(starts.begin(), first);
    begin_paragraph(out_);
    write_lines(starts, end);
    if (end < last)
      write_block(end, last);
    return true;
  }

  // Writes a list; `goes_on`: as lines of the paragraph before it.
  void write_items(const Line *first, const Line *last, bool goes_on) {
    std::vector<const Line *> starts;
    std::size_t number = 0;
    for (const Line *line = first; line < last; ++line)
      if (is_item(*line, number))
        starts.push_back(line);
    if (goes_on)
      out_ += '\n';
    else
      begin_paragraph(out_);
    write_lines(starts, last);
  }

  // Writes the lines from each start to the next as one.
  void write_lines(std::vector<const Line *> &starts, const Line *last) {
    starts.push_back(last);
    for (std::size_t i = 0; i + 1 < starts.size(); ++i) {
      if (i > 0)
        out_ += '\n';
      joiner_.append(starts[i], starts[i + 1], out_);
    }
  }

  void write_each(const Line *first, const Line *last) {
    for (const Line *line = first; line < last; ++line)
      write_joined(line, line + 1);
  }

  template <class EndsWith>
  void write_cut(const Line *first, const Line *last, EndsWith ends_with) {
    const Line *begin = first;
    for (const Line *line = first; line < last; ++line)
      if (line + 1 == last || ends_with(*line)) {
        write_joined(begin, line + 1);
        begin = line + 1;
      }
  }

  void write_joined(const Line *first, const Line *last) {
    begin_paragraph(out_);
    joiner_.append(first, last, out_);
  }

  // What comes after a list in its block is looked at again; not without end.
  static constexpr std::size_t kMaxLists = 64;

  LineJoiner joiner_;
  std::string &out_;
  std::size_t lists_ = 0;
};

} // namespace

void unwrap(std::string_view text, std::string &out,
            std::string_view attested) {
  out.clear();
  out.reserve(text.size());
  std::vector<Line> lines;
  std::vector<LineBlock> blocks;
  find_lines(text, lines, blocks);
  Unwrapper unwrapper(text, attested, out);
  for (const LineBlock &block : blocks) {
    const Line *const first = lines.data() + block.begin;
    const Line *const last = lines.data() + block.end;
    if (blocks.size() == 1)
      unwrapper.write_alone(first, last);
    else
      unwrapper.write_block(first, last);
  }
}

} // namespace tritone::text
