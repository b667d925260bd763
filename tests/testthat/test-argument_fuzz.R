# Hostile arguments for every verb: helper-argument_fuzz.R generates the calls. `make fuzz` asks
# many more of them, in processes of their own.

test_that("every exported function has valid calls, which name all of its arguments", {
  calls <- fuzz_calls()
  names <- vapply(calls, function(call) as.character(call[[1L]]), "")
  expect_setequal(setdiff(names, "predict"), getNamespaceExports("tritone"))
  for (name in setdiff(unique(names), c("predict", "tidy", "glance", "augment"))) {
    known <- names(formals(getExportedValue("tritone", name)))
    asked <- unlist(lapply(calls[names == name], fuzz_arguments))
    expect_true(all(known %in% c("...", asked)), info = name)
  }
  withr::local_dir(withr::local_tempdir())
  valid <- fuzz_valid()
  for (i in seq_len(nrow(valid))) {
    found <- fuzz_run(valid[i, ])
    expect_identical(found$outcome, "result", info = paste(found$call, found$said))
  }
})

test_that("a plan depends on its seed alone and begins with single arguments", {
  plan <- fuzz_plan(50, seed = 3)
  expect_identical(plan, fuzz_plan(50, seed = 3))
  expect_false(identical(plan, fuzz_plan(50, seed = 4)))
  expect_identical(nrow(plan), 50L)
  expect_true(all(is.na(plan$arg_2)))
})

test_that("the generator notices messages that break the rules", {
  expect_null(fuzz_message_faults("`x` must be one string, not 1.", "x"))
  expect_null(fuzz_message_faults("There is no argument `x`.", "x"))
  expect_identical(fuzz_message_faults("`x$date` must be dates.", "y"), "names no argument")
  expect_identical(fuzz_message_faults("`xy` is wrong.", "x"), "names no argument")
  expect_identical(fuzz_message_faults(strrep("a", 2001L)), "2001 characters")
  expect_identical(fuzz_message_faults(rawToChar(as.raw(255))), "invalid UTF-8")
  expect_identical(fuzz_message_faults(""), "an empty message")
  run <- function(call, value) {
    row <- data.frame(call = 1L, arg = "x", value = value, arg_2 = NA, value_2 = NA)
    fuzz_run(row, calls = list(call))
  }
  expect_identical(run(quote(sqrt(x = 1)), "one")$outcome, "result")
  expect_match(run(quote(sqrt(x = 1)), "letter")$said, "non-numeric")
  expect_identical(run(quote(sqrt(x = 1)), "letter")$outcome, "raw")
  expect_match(run(quote(sqrt(x = 1)), "minus")$said, "a warning: NaNs produced")
  expect_match(run(quote(sqrt(x = 1)), "minus")$call, "x = <minus>", fixed = TRUE)
})

test_that("hostile arguments end in a result or in an error of ours that names the argument", {
  withr::local_dir(withr::local_tempdir())
  few <- if (identical(Sys.getenv("NOT_CRAN"), "true")) "1500" else "300"
  plan <- fuzz_plan(as.integer(Sys.getenv("TRITONE_FUZZ_CALLS", few)))
  outcomes <- character(nrow(plan))
  for (i in seq_len(nrow(plan))) {
    found <- fuzz_run(plan[i, ])
    outcomes[[i]] <- found$outcome
    if (!found$outcome %in% c("result", "input", "limit", "numeric")) {
      fail(paste(found$outcome, found$call, found$said, sep = ": "))
    }
  }
  expect_true(all(c("result", "input") %in% outcomes))
  # Most values are wrong for most arguments; the generator would be blind if all were.
  expect_gt(mean(outcomes == "result"), 0.03)
})

test_that("an argument that is left out is an error of ours", {
  for (name in setdiff(getNamespaceExports("tritone"), c("tidy", "glance", "augment"))) {
    fun <- getExportedValue("tritone", name)
    wanted <- vapply(formals(fun), function(x) is.name(x) && !nzchar(x), NA)
    wanted <- setdiff(names(wanted)[wanted], "...")
    if (!length(wanted)) next
    said <- paste0("^`", wanted[[1L]], "` must be given")
    expect_error(fun(), said, class = "tritone_error_input")
  }
})
