// SPDX-License-Identifier: GPL-2.0-or-later
// Asks the system what is free and for large pages, where it knows of them.
#include "base/memory.h"

#include "base/error.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <vector>

#if defined(__linux__)
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>
#endif

namespace tritone {
namespace {

std::string file_text(const std::string &path) {
  const std::ifstream file(path);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

// The number after `key` at the beginning of a line of the text.
bool number_of(const std::string &text, const std::string &key,
               std::uint64_t &number) {
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);)
    if (line.compare(0, key.size(), key) == 0) {
      number = std::strtoull(line.c_str() + key.size(), nullptr, 10);
      return true;
    }
  return false;
}

struct Group {
  std::string folder;
  bool second; // of version 2
};

// The control groups whose limits hold for this process: its own and those
// above it. Inside a container the names of /proc/self/cgroup may be those
// outside; the folder that is there is the container's.
std::vector<Group> groups() {
  std::vector<Group> out;
  std::istringstream lines(file_text("/proc/self/cgroup"));
  for (std::string line; std::getline(lines, line);) {
    const std::size_t first = line.find(':');
    const std::size_t last = line.find(':', first + 1);
    if (first == std::string::npos || last == std::string::npos)
      continue;
    const std::string kinds =
        "," + line.substr(first + 1, last - first - 1) + ",";
    const bool second = kinds == ",,";
    if (!second && kinds.find(",memory,") == std::string::npos)
      continue;
    const std::string root =
        second ? "/sys/fs/cgroup" : "/sys/fs/cgroup/memory";
    for (std::string path = line.substr(last + 1); !path.empty();
         path.erase(path.rfind('/')))
      out.push_back({root + path, second});
    out.push_back({root, second});
  }
  return out;
}

// In units that people read: 43.2 GB.
std::string in_units(double bytes) {
  const bool large = bytes >= 1e9;
  char shown[32];
  const double units = bytes / (large ? 1e9 : 1e6);
  std::snprintf(shown, sizeof shown, units < 100 ? "%.3g %s" : "%.0f %s", units,
                large ? "GB" : "MB");
  return shown;
}

} // namespace

std::uint64_t available_memory(const std::string &meminfo) {
  std::uint64_t kib = 0;
  return number_of(meminfo, "MemAvailable:", kib) ? kib * 1024 : kUnknownMemory;
}

std::uint64_t group_memory(const std::string &limit, const std::string &used,
                           const std::string &stat) {
  // Version 1 writes a number near 2^63 where there is no limit.
  constexpr std::uint64_t kNoLimit = std::uint64_t{1} << 60;
  std::uint64_t most = 0;
  std::uint64_t taken = 0;
  if (!number_of(limit, "", most) || !number_of(used, "", taken) ||
      limit.compare(0, 3, "max") == 0 || most >= kNoLimit)
    return kUnknownMemory;
  std::uint64_t files = 0;
  for (const char *key : {"inactive_file ", "active_file "}) {
    std::uint64_t bytes = 0;
    number_of(stat, key, bytes);
    files += bytes;
  }
  taken -= std::min(taken, files);
  return most - std::min(most, taken);
}

std::uint64_t free_memory() {
#if defined(__linux__)
  std::uint64_t out = available_memory(file_text("/proc/meminfo"));
  for (const Group &group : groups()) {
    const std::string at = group.folder + "/memory.";
    out = std::min(
        out, group_memory(
                 file_text(at + (group.second ? "max" : "limit_in_bytes")),
                 file_text(at + (group.second ? "current" : "usage_in_bytes")),
                 file_text(at + "stat")));
  }
  return out;
#else
  return kUnknownMemory;
#endif
}

void check_memory(double bytes, const std::string &what,
                  std::uint64_t available) {
  if (available == kUnknownMemory || bytes <= static_cast<double>(available))
    return;
  throw limit_error(what + " takes about " + in_units(bytes) +
                    " of memory; the computer has " +
                    in_units(static_cast<double>(available)) + " free.");
}

void check_memory(double bytes, const std::string &what) {
  check_memory(bytes, what, free_memory());
}

bool confine_memory(std::uint64_t bytes) {
#if defined(__linux__)
  // In pages, its addresses first.
  const std::uint64_t pages =
      std::strtoull(file_text("/proc/self/statm").c_str(), nullptr, 10);
  rlimit limit;
  if (pages == 0 || getrlimit(RLIMIT_AS, &limit) != 0)
    return false;
  const auto page = static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE));
  const std::uint64_t most = pages * page + bytes;
  if (most < limit.rlim_cur)
    limit.rlim_cur = most;
  return setrlimit(RLIMIT_AS, &limit) == 0;
#else
  static_cast<void>(bytes);
  return false;
#endif
}

std::size_t ask_large_pages(void *data, std::size_t bytes) {
#if defined(MADV_HUGEPAGE)
  const auto address = reinterpret_cast<std::uintptr_t>(data);
  const std::size_t skipped = (kLargePage - address % kLargePage) % kLargePage;
  if (bytes < skipped + kLargePage)
    return 0;
  const std::size_t asked = (bytes - skipped) / kLargePage * kLargePage;
  madvise(static_cast<char *>(data) + skipped, asked, MADV_HUGEPAGE);
  return asked;
#else
  static_cast<void>(data);
  static_cast<void>(bytes);
  return 0;
#endif
}

} // namespace tritone
