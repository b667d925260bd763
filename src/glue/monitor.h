// SPDX-License-Identifier: GPL-2.0-or-later
// Progress, interrupts and limits of time: the core's Monitor on R's main
// thread.
#pragma once

#include "base/error.h"
#include "base/monitor.h"

#include <Rcpp.h>

#include <cstdint>
#include <string>

namespace tritone::glue {

// Asks R whether to go on. Ctrl-C, and any other jump of R, becomes Rcpp's
// exception that takes it up again when the core has unwound. R's limits of
// time (setTimeLimit(), withTimeout() of R.utils) are asked in the same place
// and are R errors: they are limit_errors here, which keep R's words, by which
// R.utils knows them.
inline void ask_r() {
  struct Answer {
    bool stopped = false;
    std::string words;
  } answer;
  const auto ask = [](void *) -> SEXP {
    R_CheckUserInterrupt();
    return R_NilValue;
  };
  const auto note = [](SEXP condition, void *to) -> SEXP {
    auto *const said = static_cast<Answer *>(to);
    said->stopped = true;
    const SEXP message =
        Rf_xlength(condition) > 0 ? VECTOR_ELT(condition, 0) : R_NilValue;
    if (TYPEOF(message) == STRSXP && Rf_xlength(message) > 0)
      said->words = Rf_translateCharUTF8(STRING_ELT(message, 0));
    return R_NilValue;
  };
  Rcpp::unwindProtect(
      [&]() -> SEXP { return R_tryCatchError(ask, nullptr, note, &answer); });
  if (answer.stopped)
    throw limit_error("R stopped the computation: " + answer.words);
}

// Lets R's user watch and interrupt a computation. `callback` is NULL or an R
// function of (done, total), see
// R/output_progress.R.
class RMonitor final : public Monitor {
public:
  explicit RMonitor(SEXP callback) : callback_(callback) {}

  bool update(std::int64_t done, std::int64_t total) override {
    ask_r();
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
