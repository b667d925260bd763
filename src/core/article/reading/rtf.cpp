// SPDX-License-Identifier: GPL-2.0-or-later
#include "article/reading/rtf.h"

#include "text/utf8.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <unordered_map>
#include <utility>

namespace tritone::article {
namespace {

constexpr int kUtf8 = 0;
constexpr int kWestern = 1252;

// The code page of a character set of a font; 0 for that of the document.
int charset_page(int charset) {
  static const std::pair<int, int> pages[] = {
      {77, 10000}, {128, 932},  {129, 949},  {130, 1361}, {134, 936},
      {136, 950},  {161, 1253}, {162, 1254}, {163, 1258}, {177, 1255},
      {178, 1256}, {186, 1257}, {204, 1251}, {222, 874},  {238, 1250},
      {254, 437},  {255, 850}};
  for (const auto &[set, page] : pages)
    if (set == charset)
      return page;
  return 0;
}

// Groups whose words are not part of the text.
bool is_aside(std::string_view word) {
  static const std::string_view words[] = {
      "annotation", "author",   "buptim",     "colortbl", "comment",
      "creatim",    "doccomm",  "fldinst",    "fonttbl",  "footer",
      "footerf",    "footerl",  "footerr",    "footnote", "ftncn",
      "ftnsep",     "ftnsepc",  "header",     "headerf",  "headerl",
      "headerr",    "info",     "keywords",   "listtext", "nonshppict",
      "objdata",    "operator", "pict",       "pntext",   "pntxta",
      "pntxtb",     "printim",  "private",    "revtim",   "rxe",
      "shprslt",    "sp",       "stylesheet", "subject",  "tc",
      "themedata",  "title",    "txe",        "upr",      "xe"};
  return std::binary_search(std::begin(words), std::end(words), word);
}

// Words that are characters or ends of lines.
std::string_view word_text(std::string_view word) {
  static const std::pair<std::string_view, std::string_view> words[] = {
      {"bullet", "\u2022"}, {"cell", "\t"},
      {"column", "\n"},     {"emdash", "\u2014"},
      {"emspace", " "},     {"endash", "\u2013"},
      {"enspace", " "},     {"ldblquote", "\u201C"},
      {"line", "\n"},       {"lquote", "\u2018"},
      {"nestcell", "\t"},   {"nestrow", "\n\n"},
      {"page", "\n\f\n"},   {"par", "\n\n"},
      {"qmspace", " "},     {"rdblquote", "\u201D"},
      {"row", "\n\n"},      {"rquote", "\u2019"},
      {"sect", "\n\f\n"},   {"tab", "\t"}};
  for (const auto &[name, text] : words)
    if (name == word)
      return text;
  return {};
}

struct Group {
  bool aside = false;  // not part of the text
  bool fonts = false;  // inside the table of fonts
  bool hidden = false; // hidden or removed words
  int page = 0;        // of the font, 0 for that of the document
  int fallback = 1;    // how many characters replace a Unicode character
};

class Reader {
public:
  explicit Reader(std::string_view bytes)
      : bytes_(bytes), raw_utf8_(text::is_valid_utf8(bytes)) {}

  RtfText read() {
    RtfText out;
    std::size_t start = 0;
    if (bytes_.substr(0, 3) == "\xEF\xBB\xBF")
      start = 3;
    while (start < bytes_.size() && (bytes_[start] == ' ' || at_end(start)))
      ++start;
    if (bytes_.substr(start, 5) != "{\\rtf")
      return out;
    out.is_rtf = true;
    at_ = start;
    while (at_ < bytes_.size() && !(groups_.empty() && at_ > start))
      step();
    out.cut_off = !groups_.empty();
    // Writers leave blanks, zeros and brackets there.
    constexpr std::string_view kNothing{" \t\r\n}\0", 6};
    const std::size_t more = bytes_.find_first_not_of(kNothing, at_);
    if (more != std::string_view::npos)
      out.extra = bytes_.size() - more;
    // A control symbol may have taken the first byte of a character.
    for (RtfPiece &found : pieces_)
      if (found.code_page == kUtf8 && !text::is_valid_utf8(found.bytes))
        found.bytes = text::repair_utf8(found.bytes).text;
    out.pieces = std::move(pieces_);
    return out;
  }

private:
  bool at_end(std::size_t i) const {
    return bytes_[i] == '\n' || bytes_[i] == '\r';
  }

  void step() {
    const char c = bytes_[at_];
    if (c == '{') {
      groups_.push_back(groups_.empty() ? Group() : groups_.back());
      skip_ = 0;
      starred_ = false;
      ++at_;
    } else if (c == '}') {
      flush_surrogate();
      groups_.pop_back();
      skip_ = 0;
      starred_ = false;
      ++at_;
    } else if (c == '\\') {
      ++at_;
      control();
    } else {
      ++at_;
      if (static_cast<unsigned char>(c) >= 0x20 || c == '\t')
        character(c, raw_utf8_);
    }
  }

  // What follows a backslash: a word, a byte in digits, or a sign.
  void control() {
    if (at_ >= bytes_.size())
      return;
    const char c = bytes_[at_];
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
      const std::size_t from = at_;
      while (at_ < bytes_.size() && at_ - from < 32 && is_letter(bytes_[at_]))
        ++at_;
      const std::string_view word = bytes_.substr(from, at_ - from);
      const std::size_t digits = at_;
      if (at_ < bytes_.size() && bytes_[at_] == '-')
        ++at_;
      while (at_ < bytes_.size() && at_ - digits < 11 && is_digit(bytes_[at_]))
        ++at_;
      const bool given = at_ > digits;
      const long value =
          given ? number(bytes_.substr(digits, at_ - digits)) : 0;
      if (at_ < bytes_.size() && bytes_[at_] == ' ')
        ++at_;
      control_word(word, given, value);
      return;
    }
    ++at_;
    if (c == '\'') {
      const int high = at_ < bytes_.size() ? hex(bytes_[at_]) : -1;
      const int low = at_ + 1 < bytes_.size() ? hex(bytes_[at_ + 1]) : -1;
      if (high < 0 || low < 0)
        return;
      at_ += 2;
      character(static_cast<char>(high * 16 + low), false);
      return;
    }
    if (c == '*') {
      starred_ = true;
      return;
    }
    if (c == '~')
      sign("\u00A0");
    else if (c == '_')
      sign("-");
    else if (c == '\n' || c == '\r')
      sign("\n\n");
    else if (c == '\\' || c == '{' || c == '}')
      sign(std::string_view(&c, 1));
    starred_ = false;
  }

  void control_word(std::string_view word, bool given, long value) {
    const bool starred = std::exchange(starred_, false);
    if (groups_.empty())
      return;
    Group &group = groups_.back();
    if (word == "bin") {
      const std::size_t left = bytes_.size() - at_;
      at_ += std::min(left, static_cast<std::size_t>(std::max(value, 0L)));
      return;
    }
    if (word == "u") {
      unicode(static_cast<std::uint32_t>(value) & 0xFFFF);
      skip_ = group.fallback;
      return;
    }
    if (word == "uc") {
      group.fallback = static_cast<int>(std::min(std::max(value, 0L), 64L));
      return;
    }
    if (skip_ > 0) {
      --skip_;
      return;
    }
    if (word == "shptxt" || word == "ud") {
      group.aside = false;
    } else if (word == "fonttbl") {
      group.aside = group.fonts = true;
    } else if (starred || is_aside(word)) {
      group.aside = true;
    } else if (word == "ansicpg") {
      if (value > 0)
        document_page_ = static_cast<int>(value);
    } else if (word == "mac") {
      document_page_ = 10000;
    } else if (word == "pc") {
      document_page_ = 437;
    } else if (word == "pca") {
      document_page_ = 850;
    } else if (word == "f") {
      font_ = value;
      const auto known = font_pages_.find(value);
      group.page = known == font_pages_.end() ? 0 : known->second;
    } else if (word == "fcharset") {
      if (group.fonts)
        font_pages_[font_] = charset_page(static_cast<int>(value));
    } else if (word == "cpg") {
      if (group.fonts)
        font_pages_[font_] = static_cast<int>(value);
    } else if (word == "v" || word == "deleted") {
      group.hidden = !given || value != 0;
    } else if (word == "plain") {
      group.hidden = false;
      group.page = 0;
    } else {
      const std::string_view text = word_text(word);
      if (!text.empty())
        sign(text);
    }
  }

  bool silent() const {
    return groups_.empty() || groups_.back().aside || groups_.back().hidden;
  }

  // A byte of the text.
  void character(char c, bool is_utf8) {
    starred_ = false;
    if (skip_ > 0) {
      --skip_;
      return;
    }
    flush_surrogate();
    if (silent() || c == '\0')
      return;
    if (static_cast<unsigned char>(c) < 0x80) {
      // ASCII is the same in all pages.
      if (pieces_.empty())
        pieces_.push_back({kUtf8, {}});
      pieces_.back().bytes += c;
      return;
    }
    const int page = groups_.back().page;
    piece(is_utf8 ? kUtf8 : page ? page : document_page_).bytes += c;
  }

  // Text in UTF-8 that stands for one character.
  void sign(std::string_view text) {
    if (skip_ > 0) {
      --skip_;
      return;
    }
    flush_surrogate();
    if (silent())
      return;
    const bool ascii = std::all_of(text.begin(), text.end(), [](char c) {
      return static_cast<unsigned char>(c) < 0x80;
    });
    if (ascii && !pieces_.empty())
      pieces_.back().bytes += text;
    else
      piece(kUtf8).bytes += text;
  }

  RtfPiece &piece(int page) {
    if (pieces_.empty() || pieces_.back().code_page != page)
      pieces_.push_back({page, {}});
    return pieces_.back();
  }

  // A unit of UTF-16.
  void unicode(std::uint32_t unit) {
    if (unit >= 0xDC00 && unit < 0xE000 && surrogate_ != 0) {
      const std::uint32_t high = std::exchange(surrogate_, 0U) - 0xD800;
      put(0x10000 + (high << 10) + (unit - 0xDC00));
      return;
    }
    flush_surrogate();
    if (unit >= 0xD800 && unit < 0xDC00)
      surrogate_ = unit;
    else
      put(unit >= 0xDC00 && unit < 0xE000 ? 0xFFFD : unit);
  }

  // Half of a pair without the other half.
  void flush_surrogate() {
    if (std::exchange(surrogate_, 0U) != 0)
      put(0xFFFD);
  }

  void put(std::uint32_t code_point) {
    if (silent() || code_point == 0)
      return;
    text::append_utf8(piece(kUtf8).bytes, static_cast<char32_t>(code_point));
  }

  static bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
  static bool is_digit(char c) { return c >= '0' && c <= '9'; }
  static int hex(char c) {
    if (is_digit(c))
      return c - '0';
    if (c >= 'a' && c <= 'f')
      return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
  }
  static long number(std::string_view digits) {
    long value = 0;
    const bool negative = digits.front() == '-';
    for (const char c : digits.substr(negative ? 1 : 0))
      value = std::min(value * 10 + (c - '0'), 2000000000L);
    return negative ? -value : value;
  }

  std::string_view bytes_;
  bool raw_utf8_;
  std::size_t at_ = 0;
  std::vector<Group> groups_;
  std::vector<RtfPiece> pieces_;
  std::unordered_map<long, int> font_pages_;
  long font_ = 0;
  int document_page_ = kWestern;
  int skip_ = 0;
  bool starred_ = false;
  std::uint32_t surrogate_ = 0;
};

} // namespace

RtfText read_rtf(std::string_view bytes) { return Reader(bytes).read(); }

} // namespace tritone::article
