// SPDX-License-Identifier: GPL-2.0-or-later
// Walks over the tree of a page and collects its blocks.
#include "article/page/blocks.h"

#include "article/page/roles.h"
#include "text/fold.h"
#include "text/space.h"
#include "text/unicode.h"
#include "text/utf8.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace tritone::article {
namespace {

constexpr std::size_t kMinWeight = 30;
constexpr std::size_t kMinProse = 200; // without any mark, as in Thai
constexpr std::size_t kMaxCell = 200;  // of a table of figures and names

// The marks after which a sentence is over, of the scripts that news has:
// Latin, Arabic, Urdu, Devanagari, Ethiopic, Burmese, Khmer, Armenian, Chinese
// and Japanese.
bool ends_sentence(char32_t c) {
  constexpr char32_t kMarks[] = {'.',    '!',    '?',    0x2026, 0x3002,
                                 0xFF01, 0xFF0E, 0xFF1F, 0xFF61, 0x061F,
                                 0x06D4, 0x0964, 0x0965, 0x1362, 0x1367,
                                 0x104A, 0x104B, 0x17D4, 0x0589};
  return std::find(std::begin(kMarks), std::end(kMarks), c) != std::end(kMarks);
}

// Is there an element of blocks inside node i, other than its own rows and
// cells?
bool holds_blocks(const PageTree &tree, std::size_t i, bool of_table) {
  for (std::size_t at = i + 1; at < tree[i].end; ++at) {
    const std::string &name = tree[at].name;
    if (name.empty() || !is_block_element(name))
      continue;
    const bool own =
        of_table && (name == "tr" || name == "td" || name == "th" ||
                     name == "tbody" || name == "thead" || name == "tfoot" ||
                     name == "caption" || name == "p");
    if (!own)
      return true;
  }
  return false;
}

// Is it a table of data: several rows and columns of short cells?
bool is_data_table(const PageTree &tree, std::size_t i) {
  if (holds_blocks(tree, i, true))
    return false;
  std::size_t rows = 0;
  std::size_t cells = 0;
  for (std::size_t at = i + 1; at < tree[i].end; ++at) {
    const std::string &name = tree[at].name;
    rows += name == "tr";
    if (name != "td" && name != "th")
      continue;
    ++cells;
    if (tree.text(at).size() > kMaxCell)
      return false;
  }
  return rows >= 2 && cells >= 2 * rows;
}

class BlockFinder {
public:
  BlockFinder(const PageTree &tree, const std::vector<bool> &aside)
      : tree_(tree), aside_(aside) {}

  std::vector<PageBlock> run() {
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < tree_.size();) {
      while (!open.empty() && tree_[open.back()].end <= i) {
        leave(open.back());
        open.pop_back();
      }
      if (aside_[i]) {
        // What comes before and after a picture are two paragraphs.
        if (is_block_element(tree_[i].name))
          flush();
        i = tree_[i].end;
        continue;
      }
      if (!tree_[i].is_text() && enter(i)) {
        i = tree_[i].end;
        continue;
      }
      if (tree_[i].is_text())
        add(tree_[i].text);
      else
        open.push_back(i);
      ++i;
    }
    while (!open.empty()) {
      leave(open.back());
      open.pop_back();
    }
    flush();
    return std::move(out_);
  }

private:
  // True if the element is done and its contents are to be skipped.
  bool enter(std::size_t i) {
    const std::string &name = tree_[i].name;
    if (name == "br") {
      line_break();
      return true;
    }
    if (name == "img" || name == "input")
      return true;
    if (name == "a")
      ++links_;
    if (name == "pre" || name == "textarea")
      ++preformatted_;
    if (!is_block_element(name))
      return false;
    flush();
    node_ = i;
    if (name == "table" && is_data_table(tree_, i)) {
      add_rows(i);
      return true;
    }
    if ((name == "ul" || name == "ol") && add_items(i))
      return true;
    return false;
  }

  void leave(std::size_t i) {
    const std::string &name = tree_[i].name;
    if (name == "a" && links_ > 0)
      --links_;
    if (is_block_element(name)) {
      flush();
      node_ = tree_[i].parent;
    }
    if ((name == "pre" || name == "textarea") && preformatted_ > 0)
      --preformatted_;
  }

  void add(std::string_view text) {
    if (preformatted_ > 0) {
      lines_ = lines_ || text.find('\n') != std::string_view::npos;
      text_ += text;
    } else {
      // White space in the source is a blank; only breaks divide lines.
      for (const char c : text)
        text_ += c == '\n' || c == '\r' || c == '\f' || c == '\v' ? ' ' : c;
    }
    if (links_ > 0)
      link_chars_ += text::collapse_space(text).size();
  }

  void line_break() {
    std::size_t end = text_.size();
    while (end > 0 && (text_[end - 1] == ' ' || text_[end - 1] == '\t'))
      --end;
    if (end > 0 && text_[end - 1] == '\n') {
      flush();
      return;
    }
    text_ += '\n';
    lines_ = lines_ || end > 0;
  }

  void flush() {
    PageBlock block;
    block.kind = is_heading(tree_[node_].name) ? PageBlock::Kind::heading
                                               : PageBlock::Kind::paragraph;
    if (lines_ && preformatted_ > 0) {
      block.text = std::string(text::trim_space(text_));
      block.kind = PageBlock::Kind::lines;
    } else if (lines_) {
      add_lines(block);
    } else {
      block.text = text::collapse_space(text_);
    }
    text_.clear();
    lines_ = false;
    block.node = node_;
    block.link_chars = std::exchange(link_chars_, 0);
    push(std::move(block));
  }

  // The text with each of its lines collapsed.
  void add_lines(PageBlock &block) {
    for (std::size_t at = 0; at <= text_.size();) {
      const std::size_t end = std::min(text_.find('\n', at), text_.size());
      const std::string line =
          text::collapse_space(std::string_view(text_).substr(at, end - at));
      if (!line.empty())
        block.text += (block.text.empty() ? "" : "\n") + line;
      at = end + 1;
    }
    if (block.text.find('\n') != std::string::npos)
      block.kind = PageBlock::Kind::lines;
  }

  void push(PageBlock block) {
    if (block.text.empty())
      return;
    block.chars = block.text.size();
    const std::size_t plain =
        block.chars - std::min(block.chars, block.link_chars);
    if (block.kind != PageBlock::Kind::heading &&
        block.kind != PageBlock::Kind::row && plain >= kMinWeight &&
        plain * 2 >= block.chars &&
        (plain >= kMinProse || has_sentence(block.text)))
      block.weight = plain;
    out_.push_back(std::move(block));
  }

  std::size_t links_in(std::size_t i) const {
    std::size_t out = 0;
    for (std::size_t at = i; at < tree_[i].end;) {
      if (tree_[at].name == "a") {
        out += tree_.text(at).size();
        at = tree_[at].end;
      } else {
        ++at;
      }
    }
    return out;
  }

  // The text of node i without its asides.
  std::string text_of(std::size_t i) const {
    std::string out;
    for (std::size_t at = i; at < tree_[i].end;) {
      if (aside_[at]) {
        at = tree_[at].end;
        continue;
      }
      if (tree_[at].is_text())
        out += tree_[at].text;
      else if (tree_[at].name == "br" || is_block_element(tree_[at].name))
        out += ' ';
      ++at;
    }
    return text::collapse_space(out);
  }

  void add_rows(std::size_t table) {
    PageBlock block;
    for (std::size_t at = table + 1; at <= tree_[table].end; ++at) {
      const bool ends = at == tree_[table].end || tree_[at].name == "tr";
      if (ends && !block.text.empty()) {
        block.kind = PageBlock::Kind::row;
        block.node = table;
        block.group = table;
        push(std::exchange(block, PageBlock{}));
      }
      if (ends)
        continue;
      const std::string &name = tree_[at].name;
      if ((name == "td" || name == "th" || name == "caption") && !aside_[at]) {
        if (!block.text.empty())
          block.text += '\t';
        block.text += text_of(at);
        block.link_chars += links_in(at);
      }
    }
  }

  // The items of a list that has only lines of text; false if it contains
  // paragraphs or other lists.
  bool add_items(std::size_t list) {
    std::vector<std::size_t> items;
    for (std::size_t at = list + 1; at < tree_[list].end; at = tree_[at].end) {
      if (tree_[at].name == "li" && !aside_[at]) {
        if (holds_blocks(tree_, at, false))
          return false;
        items.push_back(at);
      } else if (tree_[at].is_text() &&
                 !text::trim_space(tree_[at].text).empty()) {
        return false;
      }
    }
    std::size_t number = 0;
    for (const std::size_t at : items) {
      PageBlock block;
      const std::string text = text_of(at);
      if (text.empty())
        continue;
      ++number;
      block.text =
          (tree_[list].name == "ol" ? std::to_string(number) + ". " : "- ") +
          text;
      block.kind = PageBlock::Kind::item;
      block.node = list;
      block.group = list;
      block.link_chars = links_in(at);
      push(std::move(block));
    }
    return true;
  }

  const PageTree &tree_;
  const std::vector<bool> &aside_;
  std::vector<PageBlock> out_;
  std::size_t node_ = 0;
  std::string text_;
  std::size_t link_chars_ = 0;
  std::size_t links_ = 0; // open elements
  std::size_t preformatted_ = 0;
  bool lines_ = false;
};

} // namespace

bool has_sentence(std::string_view text) {
  const char *const end = text.data() + text.size();
  bool stop = false;
  for (const char *p = text.data(); p < end;) {
    const text::CodePoint point = text::decode(p, end);
    const char32_t c = point.value;
    if (ends_sentence(c))
      stop = true;
    else if (stop && text::is_space(c))
      return true;
    else if (!text::is_double_quote(c) && !text::is_apostrophe(c) && c != ')' &&
             c != ']')
      stop = false;
    p += point.size;
  }
  return stop;
}

std::vector<PageBlock> find_blocks(const PageTree &tree,
                                   const std::vector<bool> &aside) {
  return BlockFinder(tree, aside).run();
}

} // namespace tritone::article
