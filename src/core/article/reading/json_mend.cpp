// SPDX-License-Identifier: GPL-2.0-or-later
// Copies a value of JSON from front to back and mends on the way.
#include "article/reading/json_mend.h"

#include "article/reading/encodings.h"
#include "article/reading/file_lines.h"
#include "article/reading/json_depth.h"
#include "article/reading/json_escape.h"
#include "text/ascii.h"

#include <algorithm>
#include <cstdint>

namespace tritone::article {
namespace {

constexpr std::string_view kHex = "0123456789abcdef";

class Mender {
public:
  Mender(std::string_view text, MendedJson &out)
      : text_(text), lines_(text), out_(out) {}

  void run() {
    std::size_t at = 0;
    while (at < text_.size()) {
      const char c = text_[at];
      if (c == '"') {
        at = string(at);
        continue;
      }
      if (c == '{' || c == '[') {
        open_.push_back({c, at, out_.text.size()});
        if (open_.size() > kMaxJsonDepth && cut(at))
          continue;
      } else if ((c == '}' || c == ']') && !open_.empty()) {
        open_.pop_back();
      }
      out_.text += c;
      ++at;
    }
    if (replaced_ > 0)
      out_.problems.push_back(
          {lines_.count(0, first_replaced_), problem_code::kBadBytes,
           counted(replaced_, "escape", "escapes") +
               " of no character replaced by U+FFFD, the first on this line"});
  }

private:
  struct Open {
    char bracket;
    std::size_t begin;   // in the text
    std::size_t written; // in the result
  };

  // Leaves out the field that is nested too deep and moves `at` behind it;
  // false if no object is around it.
  bool cut(std::size_t &at) {
    std::size_t field = open_.size() - 1;
    while (field > 0 && open_[field - 1].bracket != '{')
      --field;
    out_.deep = out_.deep || field == 0;
    if (field == 0)
      return false;
    const std::size_t begin = open_[field].begin;
    out_.text.resize(open_[field].written);
    out_.text += "null";
    line_ += lines_.count(counted_, begin);
    counted_ = begin;
    out_.problems.push_back({line_, problem_code::kBadJson,
                             "a field nested more than " +
                                 std::to_string(kMaxJsonDepth) +
                                 " times was left out"});
    for (std::size_t depth = open_.size() - field; depth > 0;) {
      ++at;
      if (at >= text_.size())
        break;
      const char c = text_[at];
      if (c == '"')
        at = after_string(at) - 1;
      else if (c == '{' || c == '[')
        ++depth;
      else if (c == '}' || c == ']')
        --depth;
    }
    at = std::min(at + 1, text_.size());
    open_.resize(field);
    return true;
  }

  // The place after the string that begins at `at`.
  std::size_t after_string(std::size_t at) const {
    for (++at; at < text_.size() && text_[at] != '"'; ++at)
      at += text_[at] == '\\';
    return std::min(at + 1, text_.size());
  }

  // Copies the string that begins at `at`; returns the place after it.
  std::size_t string(std::size_t at) {
    const std::size_t end = after_string(at);
    while (at < end) {
      const char c = text_[at];
      if (c == '\\') {
        at = escape(at, end);
      } else if (c == '\0') {
        replace(at);
        ++at;
      } else if (static_cast<unsigned char>(c) < 0x20) {
        out_.text += "\\u00";
        out_.text += kHex[static_cast<std::size_t>(c) / 16];
        out_.text += kHex[static_cast<std::size_t>(c) % 16];
        ++at;
      } else {
        out_.text += c;
        ++at;
      }
    }
    return end;
  }

  // What is at `at` is no character.
  void replace(std::size_t at) {
    out_.text += "\\ufffd";
    first_replaced_ = replaced_++ == 0 ? at : first_replaced_;
  }

  std::size_t escape(std::size_t at, std::size_t end) {
    const std::size_t size = std::min<std::size_t>(2, end - at);
    const int unit = json_unit(text_, at);
    if (unit < 0) {
      out_.text += text_.substr(at, size);
      return at + size;
    }
    const bool pair =
        is_high_surrogate(unit) && is_low_surrogate(json_unit(text_, at + 6));
    if (unit == 0 || is_low_surrogate(unit) ||
        (is_high_surrogate(unit) && !pair)) {
      replace(at);
      return at + 6;
    }
    out_.text += text_.substr(at, pair ? 12 : 6);
    return at + (pair ? 12 : 6);
  }

  std::string_view text_;
  FileLines lines_;
  MendedJson &out_;
  std::vector<Open> open_;
  std::size_t counted_ = 0; // line ends before it are in line_
  std::int64_t line_ = 0;
  std::size_t replaced_ = 0;
  std::size_t first_replaced_ = 0;
};

// Most values have no escape of a number, no control character and are not
// nested at all: one look at them is enough.
bool may_need_mending(std::string_view value) {
  if (value.find("\\u") != std::string_view::npos)
    return true;
  const auto brackets = std::count_if(
      value.begin(), value.end(), [](char c) { return c == '{' || c == '['; });
  return static_cast<std::size_t>(brackets) > kMaxJsonDepth ||
         std::any_of(value.begin(), value.end(), [](char c) {
           return static_cast<unsigned char>(c) < 0x20;
         });
}

} // namespace

bool mend_json(std::string_view value, MendedJson &out) {
  out = MendedJson{};
  if (!may_need_mending(value))
    return false;
  Mender(value, out).run();
  if (out.text != value)
    return true;
  out = MendedJson{};
  return false;
}

} // namespace tritone::article
