// SPDX-License-Identifier: GPL-2.0-or-later
// Finds the occurrences of patterns and the words around each.
#include "term/context.h"

#include "base/error.h"
#include "base/parallel.h"
#include "text/space.h"
#include "text/utf8.h"

namespace tritone::term {
namespace {

// Does a character begin with this byte?
bool leads(char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }

std::string piece(std::string_view text, ByteOffsets &bytes, std::size_t begin,
                  std::size_t end) {
  const std::size_t from = bytes.at(begin);
  const std::size_t to = bytes.at(end);
  if (to < from)
    throw input_error("context: expected offsets that rise");
  return std::string(text::trim_space(text.substr(from, to - from)));
}

void read_field(std::string_view text, const ContextPlace *first,
                const ContextPlace *last, std::vector<ContextText> &out) {
  if (first == last)
    return;
  ByteOffsets bytes(text);
  for (const ContextPlace *at = first; at != last; ++at) {
    ContextText row;
    row.left = piece(text, bytes, at->left, at->begin);
    row.match = piece(text, bytes, at->begin, at->end);
    row.right = piece(text, bytes, at->end, at->right);
    out.push_back(std::move(row));
  }
}

} // namespace

ByteOffsets::ByteOffsets(std::string_view text)
    : text_(text), ascii_(text::is_ascii(text)) {}

std::size_t ByteOffsets::at(std::size_t chars) {
  if (ascii_ && chars <= text_.size())
    return chars;
  while (chars_ > chars) {
    do
      --byte_;
    while (!leads(text_[byte_]));
    --chars_;
  }
  while (chars_ < chars && byte_ < text_.size()) {
    do
      ++byte_;
    while (byte_ < text_.size() && !leads(text_[byte_]));
    ++chars_;
  }
  if (chars_ < chars)
    throw input_error("context: expected a character offset of at most " +
                      std::to_string(chars_) + ", got " +
                      std::to_string(chars));
  return byte_;
}

std::vector<ContextText> context_texts(const article::Source &source,
                                       const std::vector<ContextPlace> &places,
                                       Monitor &monitor) {
  std::vector<ContextText> out;
  out.reserve(places.size());
  article::ArticleBlock block;
  const ContextPlace *at = places.data();
  const ContextPlace *const end = at + places.size();
  // One thread, so that the blocks come in order.
  for_blocks(source.blocks(), 1, 1, monitor, [&](const Block &b) {
    if (at == end)
      return;
    source.load(b.index, block);
    while (at != end && at->article >= block.first &&
           at->article - block.first < block.articles.size()) {
      const ContextPlace *next = at;
      while (next != end && next->article == at->article &&
             next->in_title == at->in_title)
        ++next;
      const article::Article &article =
          block.articles[at->article - block.first];
      read_field(at->in_title ? article.title : article.text, at, next, out);
      at = next;
    }
  });
  if (at != end)
    throw input_error("context: expected places of articles that rise, each "
                      "one of the source");
  return out;
}

} // namespace tritone::term
