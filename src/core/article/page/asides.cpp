// SPDX-License-Identifier: GPL-2.0-or-later
// Weighs what the markup calls an aside against the rest of the page.
#include "article/page/asides.h"

#include "article/page/blocks.h"
#include "article/page/roles.h"
#include "article/page/teasers.h"
#include "article/page/weights.h"
#include "text/ascii.h"
#include "text/word_list.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace tritone::article {
namespace {

// Less than this is never taken for the article against its name.
constexpr std::size_t kMinSpared = 250;
constexpr std::size_t kMinBlocks = 2;
constexpr std::size_t kMaxSelectors = 8;

bool is_comment_word(std::string_view word) {
  constexpr std::string_view kWords[] = {"comment", "comments", "commentlist",
                                         "disqus",  "respond",  "reply",
                                         "replies"};
  return text::is_one_of(word, kWords);
}

bool is_cookie_word(std::string_view word) {
  constexpr std::string_view kWords[] = {"cookie", "cookies", "consent",
                                         "gdpr"};
  return text::is_one_of(word, kWords);
}

template <class Is>
bool any_word(const std::vector<std::string> &words, Is is) {
  return std::any_of(words.begin(), words.end(), is);
}

// The classes and ids by which JSON-LD says which elements contain the text for
// subscribers: "cssSelector": ".paywall".
std::vector<std::string> paid_names(const PageTree &tree) {
  std::vector<std::string> out;
  for (std::size_t i = 1; i < tree.size(); ++i) {
    if (tree[tree[i].parent].name != "script")
      continue;
    const std::string &text = tree[i].text;
    for (std::size_t at = text.find("\"cssSelector\""); at != std::string::npos;
         at = text.find("\"cssSelector\"", at + 1)) {
      const std::size_t begin = text.find('"', at + 13);
      const std::size_t end =
          begin == std::string::npos ? begin : text.find('"', begin + 1);
      if (end == std::string::npos || out.size() == kMaxSelectors)
        break;
      const std::string_view selector =
          std::string_view(text).substr(begin + 1, end - begin - 1);
      const std::size_t mark = selector.find_last_of(".#");
      if (mark != std::string_view::npos)
        out.emplace_back(selector.substr(mark + 1));
    }
  }
  return out;
}

bool has_name(const PageNode &node, const std::string &name) {
  const std::string classes = " " + std::string(node.attribute("class")) + " ";
  return node.attribute("id") == name ||
         classes.find(" " + name + " ") != std::string::npos;
}

// --- what an aside contains --------------------------------------------------

class AsideFinder {
public:
  AsideFinder(const PageTree &tree, PageTrust trust)
      : tree_(tree), trust_(trust), roles_(tree.size()), never_(tree.size()) {
    for (std::size_t i = 1; i < tree.size(); ++i)
      roles_[i] = page_role(tree, i);
    for (const std::string &name : paid_names(tree))
      for (std::size_t i = 1; i < tree.size(); ++i)
        if (roles_[i] == PageRole::named && has_name(tree[i], name))
          roles_[i] = PageRole::plain;
    for (std::size_t i = 1; i < tree.size(); ++i)
      never_[i] = never_[tree[i].parent] || roles_[i] == PageRole::never;
    all_ = find_blocks(tree, never_);
    const Weights weights(tree, all_);
    for (std::size_t i = 1; i < tree.size(); ++i)
      if (!never_[i] && roles_[i] == PageRole::named &&
          (is_thread(i, weights) || is_notice(i)))
        std::fill(never_.begin() + static_cast<std::ptrdiff_t>(i),
                  never_.begin() + static_cast<std::ptrdiff_t>(tree[i].end),
                  true);
  }

  std::vector<bool> run() {
    if (trust_ != PageTrust::all)
      return by_trust();
    const std::vector<bool> named = believed();
    if (std::equal(named.begin(), named.end(), never_.begin()))
      return named;
    const Weights weights(tree_, all_, never_);
    const Weights rest(tree_, all_, named);
    find_heading();
    std::vector<std::string_view> ignored;
    std::vector<bool> out;
    do {
      out = weighed(weights, rest, ignored);
    } while (ignored.size() < kMaxIgnored &&
             ignore_a_word(weights, rest, out, ignored));
    return out;
  }

private:
  static constexpr std::size_t kMaxIgnored = 4;

  // Do readers speak in it? It contains several answers, each in an element of
  // its own with a text.
  bool is_thread(std::size_t i, const Weights &weights) const {
    if (!any_word(class_words(tree_[i]), is_comment_word))
      return false;
    constexpr std::string_view kOne[] = {"li", "div", "article", "section",
                                         "tr", "dd",  "ol",      "ul"};
    std::size_t replies = 0;
    std::vector<std::size_t> parents;
    for (std::size_t at = i + 1; at < tree_[i].end; ++at) {
      if (tree_[at].is_text() || tree_[at].attributes.empty())
        continue;
      const std::vector<std::string> words = class_words(tree_[at]);
      replies += std::find(words.begin(), words.end(), "reply") != words.end();
      if (replies >= 2)
        return true;
      if (!text::is_one_of(tree_[at].name, kOne) || weights.of(at) == 0 ||
          !any_word(words, is_comment_word))
        continue;
      if (std::find(parents.begin(), parents.end(), tree_[at].parent) !=
          parents.end())
        return true;
      parents.push_back(tree_[at].parent);
    }
    return false;
  }

  // Is it about cookies, as its name says?
  bool is_notice(std::size_t i) const {
    return any_word(class_words(tree_[i]), is_cookie_word) &&
           text::ascii_lowered(tree_.text(i)).find("cookie") !=
               std::string::npos &&
           !holds_content(i);
  }

  bool holds_content(std::size_t i) const {
    for (std::size_t at = i + 1; at < tree_[i].end; ++at)
      if (roles_[at] == PageRole::content)
        return true;
    return false;
  }

  // All asides as the markup names them.
  std::vector<bool> believed() const {
    std::vector<bool> out = never_;
    for (std::size_t i = 1; i < tree_.size(); ++i)
      out[i] = out[i] || out[tree_[i].parent] || is_aside(roles_[i]);
    return out;
  }

  std::vector<bool> by_trust() const {
    std::vector<bool> out = never_;
    for (std::size_t i = 1; i < tree_.size(); ++i)
      out[i] = out[i] || out[tree_[i].parent] ||
               (trust_ == PageTrust::tags && roles_[i] == PageRole::marked);
    return out;
  }

  void find_heading() {
    for (std::size_t i = 1; i < tree_.size() && heading_ == 0; ++i)
      if (tree_[i].name == "h1" && !never_[i])
        heading_ = i;
  }

  bool is_much(std::size_t weight, std::size_t count) const {
    return weight >= kMinSpared && count >= kMinBlocks;
  }

  // Is there an element outside of all asides that says it is the article, or
  // is its only candidate, with more than a standfirst?
  bool has_content(const Weights &rest) const {
    for (std::size_t i = 1; i < tree_.size(); ++i)
      if ((roles_[i] == PageRole::content || tree_[i].name == "article" ||
           tree_[i].name == "main") &&
          is_much(rest.of(i), rest.count(i)))
        return true;
    return false;
  }

  // Is the article beside node i rather than in it?
  bool is_elsewhere(std::size_t i, const Weights &weights,
                    const Weights &rest) const {
    const bool of_readers = any_word(class_words(tree_[i]), is_comment_word);
    for (std::size_t at = i; at < tree_[i].end; ++at)
      if ((roles_[at] == PageRole::content ||
           (tree_[at].name == "article" && !of_readers)) &&
          !never_[at] && weights.of(at) * 2 > weights.of(i))
        return false;
    if (has_content(rest))
      return true;
    if (heading_ == 0)
      return rest.of(0) * 3 >= weights.of(i) && rest.count(0) > kMinBlocks;
    return is_beside_heading(i, rest);
  }

  // Is there more than a standfirst between the heading of the page and node i,
  // or after the heading if it comes later?
  bool is_beside_heading(std::size_t i, const Weights &rest) const {
    if (heading_ == 0)
      return false;
    const std::size_t end = heading_ < i ? i : tree_.size();
    return rest.count_between(heading_, end) >= kMinBlocks;
  }

  // The words by which node i would be an aside, but for those ignored; empty
  // if it is none by name.
  std::vector<std::string_view>
  believed_words(std::size_t i,
                 const std::vector<std::string_view> &ignored) const {
    std::vector<std::string_view> words = aside_words(class_words(tree_[i]));
    words.erase(std::remove_if(words.begin(), words.end(),
                               [&](std::string_view word) {
                                 return std::find(ignored.begin(),
                                                  ignored.end(),
                                                  word) != ignored.end();
                               }),
                words.end());
    return words;
  }

  std::vector<bool>
  weighed(const Weights &weights, const Weights &rest,
          const std::vector<std::string_view> &ignored) const {
    std::vector<bool> out = never_;
    for (std::size_t i = 1; i < tree_.size(); ++i) {
      if (out[i] || !is_aside(roles_[i])) {
        out[i] = out[i] || out[tree_[i].parent];
        continue;
      }
      out[i] = out[tree_[i].parent] ||
               !(is_heavy(i, weights) && !is_elsewhere(i, weights, rest));
      if (out[i] && !out[tree_[i].parent] && roles_[i] == PageRole::named &&
          !ignored.empty() && believed_words(i, ignored).empty())
        out[i] = false;
    }
    return out;
  }

  bool is_heavy(std::size_t i, const Weights &weights) const {
    return weights.of(i) * 2 > weights.of(0) &&
           is_much(weights.of(i), weights.count(i));
  }

  // Adds the word of which the asides contain most of the page, if there is
  // one.
  bool ignore_a_word(const Weights &weights, const Weights &rest,
                     const std::vector<bool> &aside,
                     std::vector<std::string_view> &ignored) const {
    struct Sum {
      std::string_view word;
      std::size_t first = 0, elements = 0, weight = 0, count = 0;
    };
    std::vector<Sum> sums;
    for (std::size_t i = 1; i < tree_.size(); ++i) {
      if (!aside[i] || aside[tree_[i].parent] || never_[i] ||
          roles_[i] != PageRole::named || weights.of(i) == 0)
        continue;
      const std::vector<std::string_view> words = believed_words(i, ignored);
      if (words.size() != 1)
        continue;
      auto at = std::find_if(sums.begin(), sums.end(), [&](const Sum &sum) {
        return sum.word == words[0];
      });
      if (at == sums.end())
        at = sums.insert(at, Sum{words[0], i, 0, 0, 0});
      ++at->elements;
      at->weight += weights.of(i);
      at->count += weights.count(i);
    }
    for (const Sum &sum : sums)
      if (sum.elements > 1 && sum.weight * 2 > weights.of(0) &&
          is_much(sum.weight, sum.count) && !is_comment_word(sum.word) &&
          rest.of(0) * 3 < sum.weight && !has_content(rest) &&
          !is_beside_heading(sum.first, rest)) {
        ignored.push_back(sum.word);
        return true;
      }
    return false;
  }

  const PageTree &tree_;
  PageTrust trust_;
  std::vector<PageRole> roles_;
  std::vector<bool> never_;
  std::vector<PageBlock> all_;
  std::size_t heading_ = 0;
};

} // namespace

std::vector<bool> find_asides(const PageTree &tree, PageTrust trust) {
  std::vector<bool> aside = AsideFinder(tree, trust).run();
  mark_teasers(tree, aside);
  return aside;
}

} // namespace tritone::article
