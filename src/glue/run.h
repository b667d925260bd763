// SPDX-License-Identifier: GPL-2.0-or-later
// Errors of the core as R conditions, and errors of R as C++ exceptions.
#pragma once

#include "base/error.h"

#include <Rcpp.h>

#include <exception>
#include <new>
#include <string>
#include <utility>

namespace tritone::glue {

// Raises the R condition `tritone_error_<kind>`; the R side owns its form.
[[noreturn]] inline void raise(const char *kind, const std::string &message) {
  const Rcpp::Environment ns = Rcpp::Environment::namespace_env("tritone");
  const Rcpp::Function abort = ns["abort_core"];
  abort(kind, message);
  throw Rcpp::exception(message.c_str()); // not reached: abort() never returns
}

// Runs a piece of the core and turns what it throws into R conditions. An R
// error must not be raised inside a catch block, so it is raised after it.
template <class Work> auto run(Work &&work) -> decltype(work()) {
  const char *kind = "input";
  std::string message;
  try {
    return std::forward<Work>(work)();
  } catch (const cancelled &) {
    throw Rcpp::internal::InterruptedException();
  } catch (const input_error &e) {
    message = e.what();
  } catch (const limit_error &e) {
    kind = "limit";
    message = e.what();
  } catch (const numeric_error &e) {
    kind = "numeric";
    message = e.what();
  } catch (const std::bad_alloc &) {
    kind = "limit";
    message = "The computer has not enough free memory for this computation.";
  }
  raise(kind, message);
}

// Runs code that calls R so that an error of R becomes a C++ exception and
// never a jump: for work during which other threads run.
template <class Work> void without_jump(Work &&work) {
  std::exception_ptr error; // must not cross R's own frames
  Rcpp::unwindProtect([&]() -> SEXP {
    try {
      work();
    } catch (...) {
      error = std::current_exception();
    }
    return R_NilValue;
  });
  if (error)
    std::rethrow_exception(error);
}

} // namespace tritone::glue
