// SPDX-License-Identifier: GPL-2.0-or-later
// Runs a fuzz target without a fuzzer: on the files and folders given, or else
// on the corpus beside this source, and on pseudo-random texts that are the
// same in every run.
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data,
                                      std::size_t size);

namespace {

namespace fs = std::filesystem;

void run(const std::string &bytes) {
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t *>(bytes.data()),
                         bytes.size());
}

// Runs a file, or each file of a folder; returns how many.
int run_files(const fs::path &path) {
  if (fs::is_directory(path)) {
    int count = 0;
    for (const auto &entry : fs::directory_iterator(path))
      count += run_files(entry.path());
    return count;
  }
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    std::fprintf(stderr, "cannot read %s\n", path.string().c_str());
    return 0;
  }
  run({std::istreambuf_iterator<char>(file), {}});
  return 1;
}

// SplitMix64 (Steele, Lea and Flood 2014).
class Random {
public:
  std::uint64_t next() {
    std::uint64_t z = state_ += 0x9E3779B97F4A7C15u;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
  }
  std::size_t below(std::size_t n) { return next() % n; }

private:
  std::uint64_t state_ = 1;
};

// Pieces of ordinary texts, and pieces that break readers of texts.
const std::vector<std::string> kPieces = {" ",
                                          " ",
                                          " ",
                                          "\n",
                                          "\r\n",
                                          "\n\n",
                                          "\t",
                                          "\u00A0",
                                          "\u2029",
                                          "a",
                                          "A",
                                          "the",
                                          "The",
                                          "Kim",
                                          "Gen",
                                          "U",
                                          "S",
                                          "s",
                                          "t",
                                          "n",
                                          "1",
                                          "20",
                                          "2021",
                                          "90s",
                                          "don",
                                          "re",
                                          "http://",
                                          "www.",
                                          "com",
                                          "example",
                                          ".",
                                          ".",
                                          ",",
                                          ":",
                                          ";",
                                          "?",
                                          "!",
                                          "\u2026",
                                          "-",
                                          "\u2010",
                                          "\u2014",
                                          "'",
                                          "\u2019",
                                          "\u2018",
                                          "\u02BC",
                                          "`",
                                          "\"",
                                          "\u201C",
                                          "\u201D",
                                          "\u00AB",
                                          "(",
                                          ")",
                                          "[",
                                          "]",
                                          "@",
                                          "#",
                                          "&",
                                          "/",
                                          "%",
                                          "$",
                                          "_",
                                          "*",
                                          "+",
                                          "=",
                                          "<",
                                          "\u00E9",
                                          "e\u0301",
                                          "\u0301",
                                          "\u0323",
                                          "\u0130",
                                          "I\u0307",
                                          "\u00AD",
                                          "\u200B",
                                          "\u200D",
                                          "\uFE0F",
                                          "\uFEFF",
                                          "\uFB01",
                                          "\u212B",
                                          "\u00BD",
                                          "\u0416",
                                          "\u0436",
                                          "\u05D0",
                                          "\u0627",
                                          "\u0E01",
                                          "\u65E5",
                                          "\u30AB",
                                          "\u3042",
                                          "\u3002",
                                          "\uD55C",
                                          "\u1112",
                                          "\u1161",
                                          "\u11AB",
                                          "\u0964",
                                          "\U0001F600",
                                          "\U0001F469",
                                          "\U0001F1E9",
                                          "\U0001F3FD",
                                          "\U00010400",
                                          "\xC3",
                                          "\xE2\x80",
                                          "\xF0\x9F",
                                          "\x80",
                                          "\xFF",
                                          "\xED\xA0\x80",
                                          std::string(1, '\0'),
                                          "\x1F",
                                          "{",
                                          "}",
                                          "|",
                                          "\\",
                                          "0.5",
                                          "null",
                                          "e+9"};

// The targets run on one thread or two, where ThreadSanitizer, which makes each
// write slow, sees nothing new in more texts.
#ifdef __SANITIZE_THREAD__
constexpr int kTexts = 2000;
#else
constexpr int kTexts = 20000;
#endif

std::string random_text(Random &random) {
  std::string text;
  const std::size_t pieces = random.below(random.below(8) == 0 ? 200 : 24);
  for (std::size_t i = 0; i < pieces; ++i) {
    if (random.below(16) == 0)
      text += static_cast<char>(random.below(256));
    else
      text += kPieces[random.below(kPieces.size())];
  }
  return text;
}

} // namespace

int main(int argc, char **argv) {
  int files = 0;
  for (int i = 1; i < argc; ++i)
    files += run_files(argv[i]);
  const fs::path corpus = TRITONE_CORPUS; // of CMakeLists.txt
  if (argc == 1 && fs::exists(corpus))
    files = run_files(corpus);

  Random random;
  for (int i = 0; i < kTexts; ++i)
    run(random_text(random));
  std::printf("%d files and %d random texts: nothing failed\n", files, kTexts);
  return 0;
}
