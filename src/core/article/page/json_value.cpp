// SPDX-License-Identifier: GPL-2.0-or-later
// A recursive reader of JSON with a limit on depth.
#include "article/page/json_value.h"

#include "article/reading/json_escape.h"
#include "text/ascii.h"
#include "text/utf8.h"

namespace tritone::article {
namespace {

class Reader {
public:
  explicit Reader(std::string_view text) : text_(text) {}

  bool all(Json &out) {
    if (!value(out, 0))
      return false;
    blanks();
    return at_ == text_.size();
  }

private:
  void blanks() {
    while (at_ < text_.size() && text::is_json_space(text_[at_]))
      ++at_;
  }

  bool take(char c) {
    blanks();
    if (at_ >= text_.size() || text_[at_] != c)
      return false;
    ++at_;
    return true;
  }

  // `depth` is the number of lists and objects that are open.
  bool value(Json &out, std::size_t depth) {
    blanks();
    if (at_ >= text_.size())
      return false;
    switch (text_[at_]) {
    case '{':
      return depth < kMaxJsonDepth && object(out, depth);
    case '[':
      return depth < kMaxJsonDepth && list(out, depth);
    case '"':
      out.kind = Json::Kind::string;
      return string(out.text);
    default:
      return word(out);
    }
  }

  bool object(Json &out, std::size_t depth) {
    out.kind = Json::Kind::object;
    ++at_;
    if (take('}'))
      return true;
    do {
      blanks();
      std::string name;
      if (at_ >= text_.size() || text_[at_] != '"' || !string(name) ||
          !take(':'))
        return false;
      out.members.emplace_back(std::move(name), Json{});
      if (!value(out.members.back().second, depth + 1))
        return false;
    } while (take(','));
    return take('}');
  }

  bool list(Json &out, std::size_t depth) {
    out.kind = Json::Kind::list;
    ++at_;
    if (take(']'))
      return true;
    do {
      out.items.emplace_back();
      if (!value(out.items.back(), depth + 1))
        return false;
    } while (take(','));
    return take(']');
  }

  // true, false, null and numbers.
  bool word(Json &out) {
    const std::size_t begin = at_;
    while (at_ < text_.size() &&
           (text::is_ascii_word(text_[at_]) || text_[at_] == '-' ||
            text_[at_] == '+' || text_[at_] == '.'))
      ++at_;
    const std::string_view word = text_.substr(begin, at_ - begin);
    if (word.empty())
      return false;
    if (word == "null")
      return true;
    out.text = std::string(word);
    if (word == "true" || word == "false") {
      out.kind = Json::Kind::boolean;
      return true;
    }
    out.kind = Json::Kind::number;
    return text::is_ascii_digit(word.back()) &&
           (text::is_ascii_digit(word[0]) || word[0] == '-');
  }

  bool hex(char32_t &out) {
    const int unit = json_hex(text_, at_);
    out = static_cast<char32_t>(unit);
    at_ += 4;
    return unit >= 0;
  }

  bool escape(std::string &out) {
    if (at_ >= text_.size())
      return false;
    const char c = text_[at_++];
    switch (c) {
    case 'n':
      out += '\n';
      return true;
    case 't':
      out += '\t';
      return true;
    case 'r':
    case 'b':
    case 'f':
      out += ' ';
      return true;
    case 'u':
      break;
    default:
      out += c; // \" \\ \/
      return true;
    }
    char32_t point = 0;
    if (!hex(point))
      return false;
    if (point >= 0xD800 && point < 0xDC00 && text_.substr(at_, 2) == "\\u") {
      at_ += 2;
      char32_t low = 0;
      if (!hex(low))
        return false;
      if (low >= 0xDC00 && low < 0xE000)
        point = 0x10000 + ((point - 0xD800) << 10) + (low - 0xDC00);
    }
    text::append_utf8(out, point == 0 ? text::kReplacement : point);
    return true;
  }

  bool string(std::string &out) {
    for (++at_; at_ < text_.size();) {
      const char c = text_[at_++];
      if (c == '"')
        return true;
      if (c != '\\')
        out += c;
      else if (!escape(out))
        return false;
    }
    return false;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

} // namespace

const Json *Json::find(std::string_view name) const {
  for (const auto &member : members)
    if (member.first == name)
      return &member.second;
  return nullptr;
}

bool read_json(std::string_view text, Json &out) {
  out = Json{};
  return Reader(text).all(out);
}

} // namespace tritone::article
