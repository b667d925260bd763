// SPDX-License-Identifier: GPL-2.0-or-later
// Reads texts word by word; each new type is compared with the dictionary once.
#include "term/dictionary_texts.h"

#include "base/error.h"
#include "base/parallel.h"
#include "base/string_table.h"
#include "term/stretches.h"
#include "text/pattern.h"
#include "text/term_scanner.h"

#include <algorithm>
#include <string_view>

namespace tritone::term {
namespace {

// What all workers share.
struct Lexicon {
  text::PatternFinder words;
  text::PatternSet removed;
  EntryTrie entries;
};

bool is_plain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (c >= '0' && c <= '9');
}

// The tokens of one segment, for CategoryReader.
class SegmentTokens {
public:
  SegmentTokens(const Lexicon &lexicon, text::WordRules rules)
      : lexicon_(lexicon), rules_(rules) {}

  void read(const article::Segment &segment, const text::WordOptions &options) {
    segment_ = &segment;
    divided_ = false;
    types_.clear();
    tokens_.clear();
    text::scan_terms(
        segment.text, options, scratch_,
        [&](const text::Token &token, const StringKey &key, const char *bytes) {
          const std::uint32_t type = table_.insert(key, bytes);
          if (type == words_.size())
            add_type(type);
          types_.push_back(type);
          if (lexicon_.entries.has_expressions())
            tokens_.push_back(token);
        });
  }

  std::size_t size() const { return types_.size(); }
  NumberRange words(std::size_t t) const { return words_[types_[t]]; }
  bool joined(std::size_t a, std::size_t b) {
    for (std::size_t t = a + 1; t <= b; ++t)
      if (!beside(t) && begins_stretch(t))
        return false;
    return true;
  }

private:
  const Lexicon &lexicon_;
  const text::WordRules rules_;
  const article::Segment *segment_ = nullptr;
  StringTable table_;
  TypeWords words_;
  std::vector<std::uint32_t> found_;
  std::vector<std::uint32_t> types_;
  std::vector<text::Token> tokens_; // where entries may be expressions
  text::TermScratch scratch_;
  StretchScratch stretches_;
  bool divided_ = false;

  void add_type(std::uint32_t type) {
    const std::string_view form = table_[type];
    if (!lexicon_.removed.empty() && lexicon_.removed.matches(form)) {
      words_.add_hole();
      return;
    }
    found_.clear();
    lexicon_.words.find(form, found_);
    words_.add(found_);
  }

  // Is there nothing but blanks between this token and the one before, which
  // ends in a letter or digit? Then no mark and no end of a sentence can divide
  // them. One line end is a blank in news, two end a paragraph.
  bool beside(std::size_t t) const {
    const std::uint32_t end = tokens_[t - 1].end;
    if (!is_plain(segment_->text[end - 1]) || tokens_[t].begin == end)
      return false;
    int line_ends = 0;
    for (std::uint32_t at = end; at < tokens_[t].begin; ++at) {
      line_ends += segment_->text[at] == '\n';
      if (segment_->text[at] != ' ' && segment_->text[at] != '\n')
        return false;
    }
    return line_ends == 0 ||
           (line_ends == 1 && rules_ == text::WordRules::news);
  }

  bool begins_stretch(std::size_t t) {
    if (!divided_)
      find_stretches(*segment_, rules_, tokens_, stretches_);
    divided_ = true;
    return stretches_.begins[t] != 0;
  }
};

struct alignas(kApart) Worker {
  Worker(const Lexicon &lexicon, const DictionaryTexts &options)
      : tokens(lexicon, options.words.rules), reader(lexicon.entries) {}

  SegmentTokens tokens;
  CategoryReader reader;
  article::ArticleBlock block;
  article::PartScratch parts;
  std::vector<article::Segment> segments;
};

} // namespace

Columns count_categories(const article::Source &source,
                         const DictionaryTexts &options,
                         const std::vector<std::string> &words,
                         const Dictionary &dictionary, std::size_t threads,
                         Monitor &monitor) {
  const Lexicon lexicon{
      text::PatternFinder(words), text::PatternSet(options.remove),
      EntryTrie(dictionary.entries, words.size(), dictionary.categories)};
  std::vector<Worker> workers;
  const std::size_t blocks = source.blocks();
  workers.reserve(std::max<std::size_t>(1, std::min(threads, blocks)));
  while (workers.size() < workers.capacity())
    workers.emplace_back(lexicon, options);
  std::vector<std::vector<CategoryCell>> parts(blocks);
  for_blocks(blocks, 1, threads, monitor, [&](const Block &b) {
    Worker &worker = workers[b.worker];
    source.load(b.index, worker.block);
    std::size_t d = worker.block.first;
    for (const article::Article &article : worker.block.articles) {
      article::find_segments(article, options.reading, worker.parts,
                             worker.segments);
      for (const article::Segment &segment : worker.segments) {
        worker.tokens.read(segment, options.words);
        worker.reader.read(worker.tokens, 0, worker.tokens.size());
      }
      worker.reader.close(d++, parts[b.index]);
    }
  });
  return category_columns(parts, source.size(), dictionary.categories);
}

} // namespace tritone::term
