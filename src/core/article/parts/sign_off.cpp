// SPDX-License-Identifier: GPL-2.0-or-later
// Reads the last paragraph backwards: frame, name, frame, end of a sentence.
#include "article/parts/sign_off.h"

#include "text/ascii.h"
#include "text/word_list.h"

namespace tritone::article {
namespace {

constexpr auto npos = std::string_view::npos;

// Names with which wires sign, and marks of the end.
constexpr std::string_view kNames[] = {
    "REUTER",   "Reuter",  "REUTERS",  "Reuters", "AP",      "AFP",   "UPI",
    "TASS",     "Tass",    "Xinhua",   "XINHUA",  "PTI",     "ANI",   "IANS",
    "UNI",      "dpa",     "DPA",      "KCNA",    "Yonhap",  "Kyodo", "ANSA",
    "EFE",      "Bernama", "Interfax", "Sputnik", "Anadolu", "MENA",  "IRNA",
    "Agencies", "ENDS",    "Ends",     "END",     "MORE"};

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20; }

// What may be around the name.
bool is_frame(char c) {
  constexpr std::string_view kFrame = "()[]/-*.";
  return kFrame.find(c) != npos;
}

// The end of `s` without blanks, control characters and ^M, which is written
// for one. Sets `control` if one was not a blank.
std::size_t end_of_text(std::string_view s, bool &control) {
  std::size_t end = s.size();
  for (;;) {
    if (end > 0 &&
        (text::is_ascii_space(s[end - 1]) || is_control(s[end - 1]))) {
      control = control || !text::is_ascii_space(s[end - 1]);
      --end;
    } else if (end > 1 && s[end - 1] == 'M' && s[end - 2] == '^') {
      control = true;
      end -= 2;
    } else {
      return end;
    }
  }
}

// Where the frame before `at` begins: blanks, brackets, hyphens, long dashes.
// A full stop before it ends the sentence and is not part of it.
std::size_t frame_begin(std::string_view s, std::size_t at) {
  while (at > 0) {
    if (text::is_ascii_space(s[at - 1]) ||
        (s[at - 1] != '.' && s[at - 1] != ')' && s[at - 1] != ']' &&
         is_frame(s[at - 1])))
      --at;
    else if (at > 2 && s[at - 3] == '\xE2' && s[at - 2] == '\x80' &&
             (s[at - 1] == '\x93' || s[at - 1] == '\x94'))
      at -= 3;
    else
      break;
  }
  return at;
}

// Does a sentence end at `at`, or only a quotation, which is enough before a
// sign-off? (text::line_ends_sentence() asks for the end of a sentence.)
bool ends_sentence_or_quotation(std::string_view s, std::size_t at) {
  constexpr std::string_view kFinal = ".!?\"'";
  if (at > 1 && s[at - 1] == ')')
    --at;
  if (at == 0 || kFinal.find(s[at - 1]) != npos)
    return true;
  const std::string_view mark = s.substr(at >= 3 ? at - 3 : 0, 3);
  return at >= 3 && (mark == "\xE2\x80\x9D" || mark == "\xE2\x80\x99" ||
                     mark == "\xE2\x80\xA6");
}

// Where `name` begins if s ends with it as a word of its own; else npos.
std::size_t name_at_end(std::string_view s, std::string_view name) {
  if (name.empty() || s.size() < name.size())
    return npos;
  const std::size_t at = s.size() - name.size();
  if (s.substr(at) != name)
    return npos;
  if (at == 0)
    return at;
  const char before = s[at - 1];
  return text::is_ascii_space(before) || is_frame(before) || before == '\x94'
             ? at
             : npos;
}

} // namespace

std::size_t sign_off_begin(std::string_view paragraph,
                           std::string_view agency) {
  bool control = false;
  const std::size_t end = end_of_text(paragraph, control);
  std::size_t name_end = end;
  while (name_end > 0 && (is_frame(paragraph[name_end - 1]) ||
                          text::is_ascii_space(paragraph[name_end - 1])))
    --name_end;
  const std::string_view body = paragraph.substr(0, name_end);
  std::size_t at = name_at_end(body, agency);
  if (at == npos && !body.empty()) {
    std::size_t word = body.size();
    while (word > 0 && text::is_ascii_letter(body[word - 1]))
      --word;
    const std::string_view last = body.substr(word);
    if (text::is_one_of(last, kNames))
      at = name_at_end(body, last);
  }
  if (at != npos) {
    const std::size_t begin = frame_begin(paragraph, at);
    if (control || begin == 0 ||
        (begin < at && ends_sentence_or_quotation(paragraph, begin)))
      return begin;
  }
  // Control characters without a name before them.
  return control ? end : paragraph.size();
}

std::string_view dateline_agency(std::string_view dateline) {
  const std::size_t open = dateline.rfind('(');
  const std::size_t close = open == npos ? npos : dateline.find(')', open);
  return close == npos ? std::string_view()
                       : dateline.substr(open + 1, close - open - 1);
}

} // namespace tritone::article
