// SPDX-License-Identifier: GPL-2.0-or-later
// Puts the tree, the roles, the main text and the metadata of a page together.
#include "article/page/read_page.h"

#include "article/page/asides.h"
#include "article/page/blocks.h"
#include "article/page/main_text.h"
#include "article/page/roles.h"
#include "article/page/tree.h"
#include "text/ascii.h"
#include "text/normalize.h"
#include "text/space.h"
#include "text/unwrap.h"

#include <algorithm>

namespace tritone::article {
namespace {

// Less text in sentences than this is an article only if the page says that it
// is one.
constexpr std::size_t kMinText = 120;
// Without the names or tags of asides more is asked.
constexpr std::size_t kMinUnnamed = 240;
// From this length on, the text of JSON-LD is taken where the page has another.
constexpr std::size_t kMinBody = 500;

std::string nfc(std::string_view s) {
  std::string out;
  text::append_nfc(s, out);
  return out;
}

bool has_element(const PageTree &tree, std::string_view name) {
  return std::any_of(
      tree.nodes().begin(), tree.nodes().end(),
      [name](const PageNode &node) { return node.name == name; });
}

bool has_paywall(const PageTree &tree) {
  for (std::size_t i = 1; i < tree.size(); ++i) {
    if (tree[i].is_text())
      continue;
    for (const std::string &word : class_words(tree[i]))
      if ((word == "paywall" || word == "regwall") && !tree.text(i).empty())
        return true;
  }
  return false;
}

// The articleBody of JSON-LD as paragraphs; some contain markup.
std::string body_text(const std::string &body) {
  if (body.empty())
    return {};
  if (body.find("<p") != std::string::npos ||
      body.find("<br") != std::string::npos) {
    const PageTree tree(body);
    const std::vector<bool> aside(tree.size());
    const std::vector<PageBlock> blocks = find_blocks(tree, aside);
    return main_text(tree, blocks, 0, {}, false);
  }
  std::string out;
  text::unwrap(body, out);
  return out;
}

// The text of a page, and the blocks inside its main element.
struct Found {
  std::string text;
  std::vector<PageBlock> blocks;
};

// Empty if the main element weighs less than `min`.
Found find_text(const PageTree &tree, const std::vector<bool> &aside,
                const PageMeta &meta, std::size_t min) {
  Found out;
  std::vector<PageBlock> blocks = find_blocks(tree, aside);
  const std::size_t main = find_main(tree, aside, blocks);
  std::size_t weight = 0;
  for (const PageBlock &block : blocks)
    if (main != 0 && tree.holds(main, block.node)) {
      weight += block.weight;
      out.blocks.push_back(block);
    }
  if (weight >= min && weight > 0)
    out.text = main_text(tree, blocks, main, meta.title, !meta.date.empty());
  return out;
}

// Is hardly anything that was found in the text that the page says it has?
bool is_another(const Found &found, const std::string &body) {
  const std::string key = title_key(body);
  std::size_t all = 0;
  std::size_t same = 0;
  for (const PageBlock &block : found.blocks) {
    if (block.weight == 0)
      continue;
    all += block.weight;
    if (key.find(title_key(block.text)) != std::string::npos)
      same += block.weight;
  }
  return same * 10 < all;
}

void tell_missing(const PageTree &tree, const PageMeta &meta,
                  std::vector<Problem> &problems) {
  if (has_element(tree, "frameset"))
    problems.push_back({0, problem_code::kFrames,
                        "the page is made of frames: its text is in others"});
  else
    problems.push_back({0, problem_code::kNoArticle,
                        meta.title.empty()
                            ? "no text in sentences outside of links"
                            : "no text in sentences outside of links, in a "
                              "page with the title \"" +
                                  meta.title + "\""});
}

} // namespace

PageRecord read_page(std::string_view page) {
  const PageTree tree(page);
  PageRecord out;
  const std::vector<bool> aside = find_asides(tree);
  out.meta = find_meta(tree, aside);
  const std::string body = body_text(out.meta.article_body);
  const bool said = !out.meta.date.empty() || !body.empty();
  Found found = find_text(tree, aside, out.meta, said ? 1 : kMinText);
  for (const PageTrust trust : {PageTrust::tags, PageTrust::text})
    if (found.text.empty() && body.size() < kMinText)
      found = find_text(tree, find_asides(tree, trust), out.meta, kMinUnnamed);
  if (body.size() > 2 * found.text.size() ||
      (body.size() >= kMinBody && is_another(found, body)))
    found.text = body;
  out.meta.article_body.clear();
  out.text = nfc(text::trim_space(found.text));
  for (std::string *field :
       {&out.meta.title, &out.meta.date, &out.meta.byline, &out.meta.source,
        &out.meta.address, &out.meta.section, &out.meta.language,
        &out.meta.modified})
    *field = nfc(*field);
  if (out.text.empty())
    tell_missing(tree, out.meta, out.problems);
  else if (out.meta.paid || has_paywall(tree))
    out.problems.push_back(
        {0, problem_code::kPaywall,
         "the page is for subscribers: its text may be a beginning only"});
  if (out.meta.bad_json)
    out.problems.push_back(
        {0, problem_code::kBadJsonLd,
         "JSON-LD of the page cannot be read and was left out"});
  return out;
}

std::string declared_charset(std::string_view bytes) {
  constexpr std::size_t kLookedAt = 4096;
  const std::string head = text::ascii_lowered(bytes.substr(0, kLookedAt));
  for (const std::string_view key : {"charset", "encoding"}) {
    for (std::size_t at = head.find(key); at != std::string::npos;
         at = head.find(key, at + 1)) {
      // Only inside a tag or declaration.
      const std::size_t open = head.rfind('<', at);
      if (open == std::string::npos || head.find('>', open) < at)
        continue;
      const std::string tag = head.substr(open, 6);
      if (tag.substr(0, 5) != "<meta" && tag.substr(0, 5) != "<?xml")
        continue;
      std::size_t from = at + key.size();
      from = std::min(head.find_first_not_of(" \t\n\r", from), head.size());
      if (from == head.size() || head[from] != '=')
        continue;
      from =
          std::min(head.find_first_not_of(" \t\n\r\"'", from + 1), head.size());
      std::size_t end = from;
      while (end < head.size() &&
             (text::is_ascii_word(head[end]) || head[end] == '-' ||
              head[end] == '_' || head[end] == ':' || head[end] == '.'))
        ++end;
      if (end > from)
        return head.substr(from, end - from);
    }
  }
  return {};
}

bool ends_in_tag(std::string_view source) {
  const std::size_t open = source.rfind('<');
  if (open == std::string_view::npos ||
      source.find('>', open) != std::string_view::npos)
    return false;
  return open + 1 == source.size() || text::is_ascii_letter(source[open + 1]) ||
         source[open + 1] == '/' || source[open + 1] == '!';
}

} // namespace tritone::article
