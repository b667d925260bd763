// SPDX-License-Identifier: GPL-2.0-or-later
// Reads texts word by word; each new type is compared with the dictionary once.
#include "term/dictionary_texts.h"

#include "base/error.h"
#include "base/parallel.h"
#include "base/string_table.h"
#include "term/category_reader.h"
#include "term/stretches.h"
#include "text/pattern.h"
#include "text/term_scanner.h"

#include <algorithm>
#include <string_view>

namespace tritone::term {
namespace {

// What a type is to the dictionary.
struct TypeRole {
  bool hole = false;
  std::vector<std::uint32_t> words;  // that it fits, rising
  std::vector<std::uint32_t> begins; // entries whose first word it fits
};

// What all workers share.
struct Lexicon {
  text::PatternFinder words;
  text::PatternSet removed;
  std::vector<std::vector<std::uint32_t>> begins; // entries, by first word
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
          if (type == roles_.size())
            add_role(type);
          types_.push_back(type);
          tokens_.push_back(token);
        });
  }

  std::size_t size() const { return types_.size(); }
  bool hole(std::size_t t) const { return roles_[types_[t]].hole; }
  const std::vector<std::uint32_t> &begins(std::size_t t) const {
    return roles_[types_[t]].begins;
  }
  bool fits(std::size_t t, std::uint32_t word) const {
    const std::vector<std::uint32_t> &words = roles_[types_[t]].words;
    return std::binary_search(words.begin(), words.end(), word);
  }
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
  std::vector<TypeRole> roles_; // by type
  std::vector<std::uint32_t> types_;
  std::vector<text::Token> tokens_;
  text::TermScratch scratch_;
  StretchScratch stretches_;
  bool divided_ = false;

  void add_role(std::uint32_t type) {
    roles_.emplace_back();
    TypeRole &role = roles_.back();
    const std::string_view form = table_[type];
    role.hole = !lexicon_.removed.empty() && lexicon_.removed.matches(form);
    if (role.hole)
      return;
    lexicon_.words.find(form, role.words);
    for (const std::uint32_t word : role.words)
      role.begins.insert(role.begins.end(), lexicon_.begins[word].begin(),
                         lexicon_.begins[word].end());
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
  Worker(const Lexicon &lexicon, const DictionaryTexts &options,
         const Dictionary &dictionary)
      : tokens(lexicon, options.words.rules), reader(dictionary) {}

  SegmentTokens tokens;
  CategoryReader reader;
  article::ArticleBlock block;
  article::PartScratch parts;
  std::vector<article::Segment> segments;
};

} // namespace

CategoryCounts count_categories(const article::Source &source,
                                const DictionaryTexts &options,
                                const std::vector<std::string> &words,
                                const Dictionary &dictionary,
                                std::size_t threads, Monitor &monitor) {
  Lexicon lexicon{text::PatternFinder(words), text::PatternSet(options.remove),
                  begins_by_word(dictionary, words.size())};
  std::vector<Worker> workers;
  const std::size_t blocks = source.blocks();
  workers.reserve(std::max<std::size_t>(1, std::min(threads, blocks)));
  while (workers.size() < workers.capacity())
    workers.emplace_back(lexicon, options, dictionary);
  std::vector<CategoryCounts> parts(blocks);
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
  return joined_counts(parts);
}

} // namespace tritone::term
