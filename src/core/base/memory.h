// SPDX-License-Identifier: GPL-2.0-or-later
// Memory: how much is free, a limit for a process of its own, and large pages
// for large buffers.
#pragma once

#include "base/config.h"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>

namespace tritone {

constexpr std::uint64_t kUnknownMemory =
    std::numeric_limits<std::uint64_t>::max();

// Bytes that this process can still take without pushing others out: what Linux
// calls available, or what the control groups of the process leave where that
// is less. kUnknownMemory on other systems.
std::uint64_t free_memory();

// Throws limit_error where `what` takes more than is free. `bytes` may be an
// estimate, so it is a double; one beyond 2^64 is more than is free anywhere.
void check_memory(double bytes, const std::string &what);

// The parts of free_memory(), which read no file. From the text of
// /proc/meminfo; kUnknownMemory where it does not say.
std::uint64_t available_memory(const std::string &meminfo);

// What a control group leaves: its limit less what it uses, of which the pages
// of files do not count, since they are given back. The texts are those of its
// files: of version 2 memory.max, memory.current and memory.stat, of version 1
// memory.limit_in_bytes, memory.usage_in_bytes and memory.stat. kUnknownMemory
// where there is no limit.
std::uint64_t group_memory(const std::string &limit, const std::string &used,
                           const std::string &stat);

// The error of check_memory(), where `available` is what is free.
void check_memory(double bytes, const std::string &what,
                  std::uint64_t available);

// Lets this process take at most `bytes` more than it has now, until it ends:
// what asks for more is refused. For a process of its own, which reads what may
// lie about its size. Returns false on systems that do not say what it has.
bool confine_memory(std::uint64_t bytes);

constexpr std::size_t kLargePage = std::size_t{1} << 21; // bytes

// Asks the system for large pages where they fit into the `bytes` at `data`,
// which have not been touched yet: getting small ones, one by one, takes longer
// than filling them. A hint, which the system may ignore. Returns the number of
// bytes it was asked for: whole large pages, 0 where none fits or the system
// knows no such hint.
std::size_t ask_large_pages(void *data, std::size_t bytes);

} // namespace tritone
