// SPDX-License-Identifier: GPL-2.0-or-later
// Reads files by the means of the system, with its reasons where it refuses.
#include "article/reading/file_bytes.h"

#include "base/memory.h"

#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <sys/stat.h>
#include <system_error>

namespace tritone::article {
namespace {

struct Close {
  void operator()(std::FILE *file) const { std::fclose(file); }
};

bool unreadable(Problem &problem) {
  problem = {0, problem_code::kUnreadable,
             errno == 0 ? "the file cannot be read"
                        : std::generic_category().message(errno)};
  return false;
}

bool too_large(Problem &problem) {
  problem = {0, problem_code::kTooLarge,
             "the file has more than " + std::to_string(kMaxFileBytes) +
                 " bytes"};
  return false;
}

constexpr char kSpecial[] = "a pipe or a device, not a file";

} // namespace

std::string special_file(const std::string &path) {
  struct stat about;
  if (stat(path.c_str(), &about) != 0)
    return {};
  const auto kind = about.st_mode & S_IFMT;
  return kind == S_IFREG || kind == S_IFDIR ? "" : kSpecial;
}

bool read_file_bytes(const std::string &path, std::string &bytes,
                     Problem &problem) {
  bytes.clear();
  errno = 0;
  struct stat about;
  if (stat(path.c_str(), &about) != 0)
    return unreadable(problem);
  if ((about.st_mode & S_IFMT) != S_IFREG) {
    problem = {0, problem_code::kUnreadable,
               (about.st_mode & S_IFMT) == S_IFDIR
                   ? std::generic_category().message(EISDIR)
                   : kSpecial};
    return false;
  }
  const std::unique_ptr<std::FILE, Close> file(std::fopen(path.c_str(), "rb"));
  if (!file)
    return unreadable(problem);
  std::setvbuf(file.get(), nullptr, _IONBF, 0);
  const auto size = static_cast<std::uint64_t>(about.st_size);
  if (size > kMaxFileBytes)
    return too_large(problem);
  // One call reads a file; but files that the system generates as they are read
  // have size 0.
  const std::size_t step =
      size == 0 ? std::size_t{1} << 16 : static_cast<std::size_t>(size);
  bytes.reserve(step);
  ask_large_pages(&bytes[0], step);
  std::size_t got = 0;
  do {
    const std::size_t before = bytes.size();
    bytes.resize(before + step);
    got = std::fread(&bytes[before], 1, step, file.get());
    bytes.resize(before + got);
    if (bytes.size() > kMaxFileBytes)
      return too_large(problem);
    if (std::ferror(file.get()) != 0)
      return unreadable(problem);
  } while (size == 0 && got == step);
  return true;
}

} // namespace tritone::article
