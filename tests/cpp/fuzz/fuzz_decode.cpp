// SPDX-License-Identifier: GPL-2.0-or-later
// Any bytes as a file of a text, a cell and a file of records: decoding,
// encodings and line ends. Checks what must hold of each result.
#include "article/reading/decode.h"
#include "article/reading/divide.h"
#include "article/reading/file_lines.h"
#include "article/reading/read_text.h"
#include "require.h"
#include "text/ascii.h"
#include "text/space.h"
#include "text/utf8.h"

#include <string>
#include <string_view>
#include <vector>

using namespace tritone;
using namespace tritone::text;
using namespace tritone::article;
using namespace tritone::fuzz;

namespace {

bool same(const Decoded &a, const Decoded &b) {
  if (a.text != b.text || a.refused != b.refused || a.encoding != b.encoding ||
      a.problems.size() != b.problems.size())
    return false;
  for (std::size_t i = 0; i < a.problems.size(); ++i)
    if (a.problems[i].code != b.problems[i].code ||
        a.problems[i].line != b.problems[i].line)
      return false;
  return true;
}

void check_decoded(std::string_view bytes, Holds holds) {
  const Decoded d = decode_bytes(bytes, holds);
  require(is_valid_utf8(d.text), "a decoded text is valid UTF-8");
  require(d.text.find('\0') == std::string::npos, "it has no NUL");
  require(!starts_with(d.text, "\xEF\xBB\xBF"), "byte order marks go");
  require(!d.refused || (d.text.empty() && !d.problems.empty()),
          "a refusal is a problem");
  for (const Problem &problem : d.problems)
    require(!problem.code.empty() && !problem.detail.empty() &&
                problem.line >= 0,
            "a problem says what and where");
  if (holds != Holds::records)
    require(d.text.find('\r') == std::string::npos &&
                d.text.find("\u2028") == std::string::npos &&
                d.text.find("\u2029") == std::string::npos,
            "a text has line ends of one kind");
  require(same(d, decode_owned(std::string(bytes), holds)),
          "bytes that are given up are decoded alike");
  const Decoded again = decode_bytes(d.text, Holds::records);
  require(again.refused || again.text == d.text,
          "what was decoded is not decoded again");
}

void check_lines(std::string_view text) {
  const FileLines lines(text);
  std::int64_t counted = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = lines.end(at);
    const std::size_t next = lines.after(end);
    require(end >= at && next > at && next <= text.size(), "lines go on");
    counted += next > end;
    at = next;
  }
  require(counted == lines.count(0, text.size()), "all line ends are counted");
}

void check_pieces(std::string_view text) {
  std::size_t last = 0;
  for (const TextPiece &piece : divide_at_blank_lines(text, 1)) {
    const auto begin =
        static_cast<std::size_t>(piece.text.data() - text.data());
    require(text.empty() || begin >= last, "pieces follow each other");
    require(trim_space(text.substr(last, begin - last)).empty(),
            "nothing but white space between pieces");
    last = begin + piece.text.size();
  }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data,
                                      std::size_t size) {
  const std::string_view bytes = view(data, size);
  for (const Holds holds : {Holds::text, Holds::cell, Holds::records})
    check_decoded(bytes, holds);
  const std::string text = repair_utf8(bytes).text;
  check_lines(text);
  check_pieces(text);
  const Record record = read_cell("A title", text);
  require(is_valid_utf8(record.text), "a cell is valid UTF-8");
  return 0;
}
