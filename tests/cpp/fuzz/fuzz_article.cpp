// SPDX-License-Identifier: GPL-2.0-or-later
// Any bytes as the file of an article: reading, parts, segments. Checks what
// must hold of each result.
#include "article/collection/acronyms.h"
#include "article/parts/paragraphs.h"
#include "article/parts/parts.h"
#include "article/parts/segments.h"
#include "article/reading/read_text.h"
#include "require.h"
#include "text/normalize.h"
#include "text/unicode.h"
#include "text/unwrap.h"
#include "text/utf8.h"

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace tritone;
using namespace tritone::fuzz;
using namespace tritone::text;
using namespace tritone::article;

namespace {

bool is_trimmed(std::string_view s) {
  const char *const end = s.data() + s.size();
  return s.empty() || (!is_space(decode(s.data(), end).value) &&
                       !is_space(decode_back(s.data(), end).value));
}

bool is_blank(std::string_view s) {
  const char *const end = s.data() + s.size();
  for (const char *p = s.data(); p < end; p += decode(p, end).size)
    if (!is_space(decode(p, end).value))
      return false;
  return true;
}

void check_unwrapping(std::string_view text) {
  std::string once, twice;
  unwrap(text, once);
  unwrap(once, twice);
  require(once == twice, "unwrapping twice changes nothing");
  require(once.size() <= 2 * text.size(), "unwrapping adds line ends only");
  require(once.find("\n\n\n") == std::string::npos,
          "one blank line between paragraphs");
}

void check_record(const Record &record) {
  for (const std::string &field : {record.title, record.text}) {
    require(is_valid_utf8(field), "a record is valid UTF-8");
    require(is_nfc(field), "a record is in NFC");
    require(is_trimmed(field), "a record is trimmed");
    require(field.find('\0') == std::string::npos, "a record has no NUL");
    require(field.find('\r') == std::string::npos, "a record has no \\r");
  }
  require(record.title.find('\n') == std::string::npos, "a title is a line");
  require(record.line >= 1, "a record has a line");
  require(!record.text.empty() || !record.problems.empty(),
          "no text is a problem");
  std::string again;
  unwrap(record.text, again, record.title);
  require(again == record.text, "the text of a record is unwrapped");
  for (const Problem &problem : record.problems)
    require(problem.line >= 0 && !problem.code.empty() &&
                !problem.detail.empty(),
            "a problem says what and where");
}

void check_parts(std::string_view text, const Known *known = nullptr) {
  PartScratch scratch;
  find_parts(text, scratch, known);
  const std::vector<PartSpan> &parts = scratch.parts;
  std::size_t last = 0;
  std::size_t leads = 0;
  for (const PartSpan &part : parts) {
    require(part.begin >= last, "parts rise and do not overlap");
    require(part.begin < part.end && part.end <= text.size(),
            "parts are not empty");
    require(is_trimmed(text.substr(part.begin, part.end - part.begin)),
            "parts are trimmed");
    require(is_blank(text.substr(last, part.begin - last)),
            "nothing but white space between parts");
    require(part.part != Part::headline, "no headline in the text");
    leads += part.part == Part::lead;
    last = part.end;
  }
  require(is_blank(text.substr(last)), "nothing behind the last part");
  require(leads <= 1, "one lead");
}

void check_segments(const Article &article, unsigned bits,
                    std::shared_ptr<const Known> known) {
  Reading reading;
  reading.known = std::move(known);
  reading.by_part = true;
  reading.parts = PartSet::none();
  for (std::size_t p = 0; p < kParts; ++p)
    if ((bits >> p) & 1U)
      reading.parts = reading.parts.with(static_cast<Part>(p));
  PartScratch parts;
  std::vector<Segment> segments;
  find_segments(article, reading, parts, segments);
  std::size_t last = 0;
  for (const Segment &segment : segments) {
    const std::string_view field =
        segment.in_title ? article.title : article.text;
    require(segment.begin <= field.size() &&
                (reading.known != nullptr ||
                 segment.text.data() == field.data() + segment.begin) &&
                segment.begin + segment.text.size() <= field.size(),
            "segments lie in their field");
    require(!segment.text.empty(), "segments are not empty");
    require(segment.in_title || segment.begin >= last,
            "segments rise and do not overlap");
    if (!segment.in_title)
      last = segment.begin + segment.text.size();
  }
  if (reading.parts.has(Part::headline) && !article.title.empty())
    require(!segments.empty() && segments[0].in_title, "the title comes first");
}

// A profile of the text's own first and last paragraph and of a word.
std::shared_ptr<const Known> known_of(std::string_view text) {
  std::vector<Span> paragraphs;
  find_paragraphs(text, paragraphs);
  std::vector<std::string> lines;
  if (!paragraphs.empty())
    lines = {std::string(piece(text, paragraphs.front())),
             std::string(piece(text, paragraphs.back()))};
  std::vector<Acronym> acronyms;
  find_acronyms(text, acronyms);
  for (const Acronym &acronym : acronyms)
    require(acronym.short_form.size() >= 2 && acronym.long_form.size() >= 3,
            "an acronym has a long form");
  return std::make_shared<Known>(lines, std::vector<std::string>{"seawall"});
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data,
                                      std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char *>(data), size);
  check_unwrapping(bytes);
  check_parts(bytes);
  // After a title, a byline and the beginning of a dateline, and before a
  // footer, so that random texts reach the rules as well.
  const std::string framed = "A title\n\nBy Jana Kovel\n\nTARSK, " +
                             std::string(bytes) +
                             " (HPA) - x\n\n(Editing by R. Stamm)";
  check_parts(framed);
  check_parts(bytes, known_of(bytes).get());
  for (const std::string_view given : {bytes, std::string_view(framed)}) {
    const Record record = read_text(given);
    check_record(record);
    check_parts(record.text);
    const Article article{record.title, record.text, false};
    const unsigned bits = size == 0 ? 63 : data[0];
    check_segments(article, bits, nullptr);
    check_segments(article, bits, known_of(record.text));
  }
  return 0;
}
