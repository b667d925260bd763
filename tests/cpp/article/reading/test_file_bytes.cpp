// SPDX-License-Identifier: GPL-2.0-or-later
// Files into memory, and what is refused.
#include "article/reading/file_bytes.h"

#include <doctest/doctest.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>

using namespace tritone;
using namespace tritone::article;

TEST_CASE("file_bytes: a file is read whole, an empty one too") {
  const char *folder = std::getenv("TMPDIR");
  const std::string path =
      std::string(folder == nullptr ? "/tmp" : folder) + "/tritone-bytes";
  std::string bytes = "left over";
  Problem problem;
  for (const std::size_t size : {std::size_t{0}, std::size_t{1},
                                 std::size_t{65536}, std::size_t{70001}}) {
    const std::string content(size, 'x');
    std::ofstream(path, std::ios::binary) << content;
    CHECK(read_file_bytes(path, bytes, problem));
    CHECK(bytes == content);
  }
  std::remove(path.c_str());
  CHECK(problem.code.empty());
  CHECK_FALSE(read_file_bytes(path, bytes, problem));
  CHECK(problem.code == "unreadable");
  CHECK_FALSE(problem.detail.empty());
}

TEST_CASE("file_bytes: folders and devices are not files") {
  std::string bytes;
  Problem problem;
  CHECK_FALSE(read_file_bytes(".", bytes, problem));
  CHECK(problem.code == "unreadable");
#ifndef _WIN32
  CHECK_FALSE(read_file_bytes("/dev/zero", bytes, problem));
  CHECK(problem.detail.find("device") != std::string::npos);
#endif
}
