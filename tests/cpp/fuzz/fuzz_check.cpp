// SPDX-License-Identifier: GPL-2.0-or-later
// Any bytes as articles to check and to mend. Checks what must hold of each
// result.
#include "article/checks/check.h"
#include "require.h"
#include "text/damage.h"
#include "text/utf8.h"

#include <string>
#include <string_view>
#include <vector>

using namespace tritone;
using namespace tritone::fuzz;
using namespace tritone::text;
using namespace tritone::article;

namespace {

void check_mending(std::string_view text) {
  std::vector<Damage> found;
  find_damage(text, found);
  std::size_t last = 0;
  for (const Damage &damage : found) {
    require(damage.begin >= last && damage.begin < damage.end &&
                damage.end <= text.size(),
            "damage rises and does not overlap");
    require(is_valid_utf8(text.substr(damage.begin, damage.end - damage.begin)),
            "damage is whole characters");
    last = damage.end;
  }
  Mended once;
  if (!mend(text, once)) {
    require(found.empty(), "damage is mended");
    return;
  }
  require(is_valid_utf8(once.text), "a mended text is valid UTF-8");
  Mended twice;
  require(!mend(once.text, twice), "a mended text has no damage");
}

void check_findings(const std::vector<Article> &articles) {
  NullMonitor monitor;
  CheckOptions options;
  options.line_articles = 2;
  const MemorySource source(articles, 64);
  const CheckResult result = check_articles(source, options, 1, monitor);
  require(result.words.size() == articles.size(), "a count an article");
  for (const CheckFinding &one : result.findings) {
    require(one.article < articles.size(), "a finding has its article");
    const Finding &f = one.finding;
    require(is_valid_utf8(f.detail) && !f.detail.empty(), "a detail is text");
    const Article &article = articles[one.article];
    require(
        f.begin == Finding::kNowhere ||
            (f.begin < f.end &&
             f.end <= count_chars(f.in_title ? article.title : article.text)),
        "a finding lies in its field");
  }
  for (const RepeatedLine &line : result.lines)
    require(line.begin < line.end &&
                line.end <= count_chars(articles[line.article].text),
            "a line lies in its text");
  for (const auto *repeats : {&result.exact, &result.near})
    for (const Repeat &repeat : *repeats)
      require(repeat.original < repeat.article, "the original comes first");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data,
                                      std::size_t size) {
  const std::string text =
      repair_utf8({reinterpret_cast<const char *>(data), size}).text;
  check_mending(text);
  // Three articles of it: its halves, one with the other as title, and all.
  std::size_t half = text.size() / 2;
  while (half > 0 && (static_cast<unsigned char>(text[half]) & 0xC0U) == 0x80U)
    --half;
  const std::string_view whole = text;
  std::vector<Article> articles(3);
  articles[0].text = whole.substr(0, half);
  articles[1].text = whole.substr(half);
  articles[1].title = whole.substr(0, half);
  articles[2].text = whole;
  check_findings(articles);
  return 0;
}
