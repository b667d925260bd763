// SPDX-License-Identifier: GPL-2.0-or-later
// Progress and interruption of long computations.
#pragma once

#include "base/config.h"

#include <cstdint>

namespace tritone {

// What a long computation reports to, and asks of, its caller. Called on
// the calling thread only, at most about ten times a second.
class Monitor {
public:
  virtual ~Monitor() = default;

  // `done` of `total` units are finished. Returns true to go on, false to stop:
  // the computation then throws `cancelled`.
  virtual bool update(std::int64_t done, std::int64_t total) = 0;
};

// Nobody watches: for tests and for calls too short to need a watcher.
class NullMonitor final : public Monitor {
public:
  bool update(std::int64_t, std::int64_t) override { return true; }
};

} // namespace tritone
