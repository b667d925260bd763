// SPDX-License-Identifier: GPL-2.0-or-later
// Any bytes as a document in the Rich Text Format, as they are and after the
// mark of the format. Checks what must hold of each text.
#include "article/reading/rtf.h"
#include "require.h"
#include "text/utf8.h"

#include <string>
#include <string_view>

using namespace tritone;
using namespace tritone::fuzz;
using namespace tritone::article;

namespace {

void check_rtf(std::string_view bytes) {
  const RtfText found = read_rtf(bytes);
  require(found.is_rtf || found.pieces.empty(), "other forms have no text");
  std::size_t size = 0;
  for (const RtfPiece &piece : found.pieces) {
    require(!piece.bytes.empty(), "no piece is empty");
    require(piece.code_page != 0 || text::is_valid_utf8(piece.bytes),
            "a piece without a code page is UTF-8");
    size += piece.bytes.size();
  }
  // The shortest control word for the longest text: \u1 is 3 bytes, \par a
  // blank line.
  require(size <= 4 * bytes.size() + 16, "a text grows with its document");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data,
                                      std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char *>(data), size);
  check_rtf(bytes);
  check_rtf("{\\rtf1\\ansi\\ansicpg1252 " + std::string(bytes) + "}");
  return 0;
}
