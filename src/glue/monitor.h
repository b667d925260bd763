// SPDX-License-Identifier: GPL-2.0-or-later
// Progress and interrupts: the core's Monitor on R's main thread.
#pragma once

#include "base/monitor.h"

#include <Rcpp.h>

#include <cstdint>

namespace tritone::glue {

// Lets R's user watch and interrupt a computation. `callback` is NULL or an R
// function of (done, total), see
// R/output_progress.R.
class RMonitor final : public Monitor {
public:
  explicit RMonitor(SEXP callback) : callback_(callback) {}

  bool update(std::int64_t done, std::int64_t total) override {
    // R_CheckUserInterrupt jumps; inside R_ToplevelExec it only comes back
    // false.
    if (R_ToplevelExec([](void *) { R_CheckUserInterrupt(); }, nullptr) ==
        FALSE)
      return false;
    if (!Rf_isNull(callback_)) {
      const Rcpp::Function report(callback_);
      report(static_cast<double>(done), static_cast<double>(total));
    }
    return true;
  }

private:
  SEXP callback_; // protected by the caller's arguments
};

} // namespace tritone::glue
