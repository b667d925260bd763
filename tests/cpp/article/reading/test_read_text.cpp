// SPDX-License-Identifier: GPL-2.0-or-later
// Files and cells to records: titles, paragraphs, problems.
#include "article/reading/read_text.h"

#include "base/error.h"
#include "text/normalize.h"

#include <doctest/doctest.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

using namespace tritone;
using namespace tritone::text;
using namespace tritone::article;

namespace {

std::string codes(const Record &record) {
  std::string out;
  for (const Problem &p : record.problems)
    out.append(out.empty() ? "" : " ").append(p.code);
  return out;
}

// A file in a folder for temporary files, removed at the end.
class TempFile {
public:
  TempFile(const std::string &name, const std::string &bytes) {
    const char *folder = std::getenv("TMPDIR");
    path_ =
        std::string(folder == nullptr ? "/tmp" : folder) + "/tritone-" + name;
    std::ofstream(path_, std::ios::binary) << bytes;
  }
  ~TempFile() { std::remove(path_.c_str()); }
  TempFile(const TempFile &) = delete;
  TempFile &operator=(const TempFile &) = delete;
  const std::string &path() const { return path_; }

private:
  std::string path_;
};

bool same(const Record &a, const Record &b) {
  return a.title == b.title && a.text == b.text && codes(a) == codes(b) &&
         a.line == b.line && a.encoding == b.encoding;
}

} // namespace

TEST_CASE("read_text: title, then unwrapped paragraphs") {
  const Record r =
      read_text("\n \nThe mill is shut\n\nIt has been shut since\n"
                "May.\n\n\n\"Who knows,\"\nhe said.\n\n(c) 2021 X");
  CHECK(r.title == "The mill is shut");
  CHECK(r.text == "It has been shut since May.\n\n\"Who knows,\" he said.\n\n"
                  "(c) 2021 X");
  CHECK(r.problems.empty());
  CHECK(r.line == 3);
  CHECK(r.encoding == Encoding::utf8);
}

TEST_CASE("read_text: without a title all is text") {
  const Record r = read_text("It has been shut\nsince May.\n\nWho knows.");
  CHECK(r.title.empty());
  CHECK(r.text == "It has been shut since May.\n\nWho knows.");
  CHECK(codes(r) == "no_title");
  CHECK(r.problems[0].line == 1);
  const Record alone = read_text("The mill is shut");
  CHECK(alone.title.empty());
  CHECK(alone.text == "The mill is shut");
  CHECK(codes(alone) == "no_title");
}

TEST_CASE("read_text: a byline is a paragraph") {
  const Record r = read_text("The mill is shut\nBy Jana Kovel\n\nIt has been\n"
                             "shut since May.");
  CHECK(r.title == "The mill is shut");
  CHECK(r.text == "By Jana Kovel\n\nIt has been shut since May.");
  const Record s = read_text("The mill is shut\n\nBy Jana Kovel\nIt has been\n"
                             "shut since May.\n\nWho knows.");
  CHECK(s.text == "By Jana Kovel\n\nIt has been shut since May.\n\nWho knows.");
}

TEST_CASE("read_text: empty and refused files") {
  for (const char *bytes : {"", " ", "\n\n\t\r\n", "\xEF\xBB\xBF", "\u00A0"}) {
    const Record r = read_text(bytes);
    CHECK(r.title.empty());
    CHECK(r.text.empty());
    CHECK(codes(r) == "empty");
  }
  const Record r = read_text(std::string("ab\0cd", 5));
  CHECK(r.text.empty());
  CHECK(codes(r) == "binary");
}

TEST_CASE("read_text: repairs are reported, the text is in NFC") {
  const Record r = read_text("Cafe\u0301 shut\n\nThe cafe\u0301 \xFF is shut.");
  CHECK(r.title == "Caf\u00E9 shut");
  CHECK(r.text == "The caf\u00E9 \uFFFD is shut.");
  CHECK(codes(r) == "bad_bytes");
  CHECK(r.problems[0].line == 3);
  const Record w = read_text("Caf\xE9 shut\r\n\r\nThe caf\xE9 is shut.\r\n");
  CHECK(w.title == "Caf\u00E9 shut");
  CHECK(w.text == "The caf\u00E9 is shut.");
  CHECK(w.encoding == Encoding::windows_1252);
  CHECK(codes(w) == "encoding");
}

namespace {

// What a reader of many files hands over; it must be in order.
struct Taken {
  std::vector<Record> records;
  operator TakeRecords() {
    return [this](std::size_t first, const std::vector<Record> &more) {
      REQUIRE(first == records.size());
      records.insert(records.end(), more.begin(), more.end());
    };
  }
};

std::vector<Record> all_files(const std::vector<std::string> &paths,
                              std::size_t threads) {
  NullMonitor monitor;
  Taken out;
  read_text_files(paths, threads, monitor, out);
  return out.records;
}

std::vector<Record> all_texts(const std::vector<TextPiece> &pieces,
                              std::size_t threads) {
  NullMonitor monitor;
  Taken out;
  read_texts(pieces, threads, monitor, out);
  return out.records;
}

std::vector<Record> all_cells(const std::vector<std::string_view> &titles,
                              const std::vector<std::string_view> &texts,
                              std::size_t threads) {
  NullMonitor monitor;
  Taken out;
  read_cells(titles, texts, threads, monitor, out);
  return out.records;
}

} // namespace

TEST_CASE("read_text: many files, the same with any number of threads") {
  const TempFile good("good.txt", "Mill shut\n\nIt has been shut.");
  const TempFile empty("empty.txt", "");
  std::vector<std::string> paths;
  for (int i = 0; i < 25; ++i) {
    paths.push_back(good.path());
    paths.push_back(good.path() + "/no-such-file");
    paths.push_back(empty.path());
  }
  const std::vector<Record> one = all_files(paths, 1);
  REQUIRE(one.size() == paths.size());
  CHECK(one[0].title == "Mill shut");
  CHECK(one[0].problems.empty());
  CHECK(codes(one[1]) == "unreadable");
  CHECK_FALSE(one[1].problems[0].detail.empty());
  CHECK(codes(one[2]) == "empty");
  for (const std::size_t threads : {std::size_t{2}, std::size_t{7}}) {
    const std::vector<Record> many = all_files(paths, threads);
    REQUIRE(many.size() == one.size());
    std::size_t right = 0;
    for (std::size_t i = 0; i < one.size(); ++i)
      right += same(one[i], many[i]);
    CHECK(right == one.size());
  }
  CHECK(all_files({}, 2).empty());
  CHECK_THROWS_AS(all_files(paths, 0), input_error);
}

TEST_CASE("read_text: a folder is not a file") {
  CHECK(codes(read_text_file(".")) == "unreadable");
  CHECK(codes(read_text_file("")) == "unreadable");
}

TEST_CASE("read_text: a file of several buffers is read whole") {
  std::string bytes = "Mill shut\n\n";
  while (bytes.size() < 300000)
    bytes += "It has been shut since May. ";
  const TempFile file("long.txt", bytes);
  CHECK(same(read_text_file(file.path()), read_text(bytes)));
}

TEST_CASE("read_cell: mended like a file, the title known") {
  const Record r = read_cell(" The  mill\nis shut ", "It has been\r\nshut "
                                                     "since May.\r\n\r\n"
                                                     "Caf\xE9 \x97 open.\n");
  CHECK(r.title == "The mill is shut");
  CHECK(r.text == "It has been shut since May.\n\nCaf\u00E9 \u2014 open.");
  CHECK(codes(r) == "encoding");
  // No title is looked for, and an empty text is no problem here.
  const Record none = read_cell("", "The mill is shut\n\nIt has been shut.");
  CHECK(none.title.empty());
  CHECK(none.text == "The mill is shut\n\nIt has been shut.");
  CHECK(codes(read_cell("", "")).empty());
  // However many control characters it has, it is a text.
  const Record controls = read_cell("", "\x03\x03\x03\x03\x03\x03 No");
  CHECK(controls.text == "\x03\x03\x03\x03\x03\x03 No");
  CHECK(codes(controls) == "control_characters");
}

TEST_CASE("read_cell: a title that the text repeats") {
  const Record r =
      read_cell("The mill is shut", "The mill\nis shut\n\nIt has been shut.");
  CHECK(r.text == "It has been shut.");
  CHECK(codes(r) == "title_repeated");
  CHECK(read_cell("Mill shut", "Mill shut. \n\nIt has been.").text ==
        "It has been.");
  for (const std::string text :
       {"The mill is shut?\n\nYes.", "The mill is shut since May.",
        "The mill is shut", "The mills are shut\n\nYes."}) {
    const Record kept = read_cell("The mill is shut", text);
    CHECK(kept.text == text);
    CHECK(kept.problems.empty());
  }
}

TEST_CASE("read_cells, read_texts: the same with any number of threads") {
  std::vector<std::string_view> titles, texts;
  std::vector<TextPiece> pieces;
  for (int i = 0; i < 1200; ++i) { // more than two waves
    titles.push_back(i % 3 == 0 ? "" : "The mill is shut");
    texts.push_back(i % 2 == 0 ? "It has been\nshut.\n\nYes \xFF."
                               : "The mill is shut\nNo.");
    pieces.push_back({"The mill is shut\n\nNo \xFF.", i + 1});
  }
  const std::vector<Record> one = all_cells(titles, texts, 1);
  const std::vector<Record> read = all_texts(pieces, 1);
  REQUIRE(one.size() == texts.size());
  CHECK(same(one[1111], read_cell(titles[1111], texts[1111])));
  for (const std::size_t threads : {std::size_t{2}, std::size_t{7}}) {
    const std::vector<Record> many = all_cells(titles, texts, threads);
    const std::vector<Record> more = all_texts(pieces, threads);
    REQUIRE(many.size() == one.size());
    REQUIRE(more.size() == one.size());
    std::size_t right = 0;
    for (std::size_t i = 0; i < one.size(); ++i)
      right += same(one[i], many[i]) && same(read[i], more[i]);
    CHECK(right == one.size());
  }
  CHECK(read[9].line == 10);
  CHECK(read[9].problems.at(0).line == 12);
  CHECK(all_cells({}, {}, 2).empty());
  CHECK(all_texts({}, 2).empty());
}

TEST_CASE("read_text: the newspaper and the day above the title") {
  const std::string rest = "Mill shuts in Tarsk\n\nThe mill shut on Monday.\n";
  for (const std::string top :
       {"The Border Ledger\nDecember 3, 2021\n\n",
        "The Border Ledger\n\nDecember 3, 2021\n\n",
        "The Border Ledger\nDecember 3, 2021\n",
        "La Gazette\n3 d\u00E9cembre 2021\n\n",
        "The Border Ledger, 3 December 2021\n\n",
        "The Border Ledger | 3 December 2021 | Page 4\n"}) {
    const Record record = read_text(top + rest);
    CHECK_MESSAGE(record.title == "Mill shuts in Tarsk", top);
    CHECK(record.text.find(top.substr(0, 10)) == 0);
  }
  // A headline above its day and a line under it stay as they are.
  CHECK(read_text("Storm Hits Post Office\nDecember 3, 2021\n\nMayor Asks for "
                  "Help\n\nThe storm came.\n")
            .title == "Storm Hits Post Office");
  CHECK(read_text("The Border Ledger\nDecember 3, 2021\n\nThe mill shut.\n")
            .title == "The Border Ledger");
}
