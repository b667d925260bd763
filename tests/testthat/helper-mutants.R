# Objects that were changed in one respect, as files of other versions and users' hands change
# them, and a question put to each: a right answer or an error of ours, never a crash.

# Values in place of a part: of another type, length or range.
part_mutants <- function(x) {
  out <- list(null = NULL, text = "x", none = x[0], list = list(1), object = quote(a + b))
  n <- length(x)
  if (n > 0L && is.atomic(x)) {
    plain <- as.vector(x)
    out$shorter <- plain[-n]
    out$longer <- c(plain, plain[[n]])
    last <- function(value) {
      x[[n]] <- value
      x
    }
    # Of raw bytes the last are the sign and the exponent of a number.
    if (is.raw(x)) out$negative <- last(as.raw(255)) else out$missing <- last(NA)
    if (is.numeric(x)) {
      out$negative <- last(if (is.integer(x)) -2L else -2)
      out$huge <- last(if (is.integer(x)) .Machine$integer.max else 1e300)
      out$reversed <- rev(plain)
      if (is.double(x)) {
        out$nan <- last(NaN)
        out$infinite <- last(Inf)
      }
    }
  }
  if (is.matrix(x)) {
    out$turned <- t(x)
    out$cut <- x[, -1L, drop = FALSE]
    out$unnamed <- unname(x)
  }
  if (is.data.frame(x)) {
    out$cut <- x[, -1L, drop = FALSE]
    out$rows <- x[c(seq_len(nrow(x)), 1L)[-1L], , drop = FALSE]
    for (name in names(x)) {
      for (column in list(NULL, rev(x[[name]]), NA, list(1), quote(a + b))) {
        y <- unclass(x)
        y[name] <- list(column)
        out[[paste(name, length(out))]] <- structure(y, class = "data.frame")
      }
    }
  }
  out
}

# All mutants of a list, by name of the part.
list_mutants <- function(x) {
  out <- list()
  for (part in names(x)) {
    changed <- part_mutants(unclass(x)[[part]])
    for (how in names(changed)) {
      y <- unclass(x)
      y[part] <- list(changed[[how]])
      if (how == "null") y[[part]] <- NULL
      out[[paste0(part, ": ", how)]] <- structure(y, class = class(x))
    }
  }
  out
}

# Mutants of the slots of a sparse matrix.
slot_mutants <- function(x) {
  out <- list()
  for (slot in c("i", "p", "x", "Dim", "Dimnames")) {
    changed <- part_mutants(attr(x, slot))
    for (how in setdiff(names(changed), "null")) {
      y <- x
      attr(y, slot) <- changed[[how]]
      out[[paste0("@", slot, ": ", how)]] <- y
    }
  }
  out
}

# Asks `question(mutant)` of each in another process, so that a crash is a failed test and not the
# end of all tests. Returns a table of `mutant` and `answer`: "answered", the class of our own
# error, "raw" with its message, or "crash".
ask_mutants <- function(mutants, questions) {
  task <- withr::local_tempfile(fileext = ".rds")
  done <- withr::local_tempfile(fileext = ".txt")
  saveRDS(list(mutants = mutants, questions = questions), task)
  code <- sprintf(
    paste(
      "library(tritone); task <- readRDS(%s); out <- file(%s, 'a');",
      "for (q in names(task$questions)) for (m in names(task$mutants)) {",
      "writeLines(paste(q, m, 'crash', sep = '\\t'), out); flush(out);",
      "said <- tryCatch({",
      "suppressMessages(utils::capture.output(task$questions[[q]](task$mutants[[m]])));",
      "'answered' }, tritone_error = function(e) class(e)[[1]],",
      "error = function(e) paste('raw', gsub('\\\\s+', ' ', conditionMessage(e))));",
      "writeLines(paste(q, m, said, sep = '\\t'), out); flush(out) }"
    ),
    encodeString(task, quote = "'"), encodeString(done, quote = "'")
  )
  script <- withr::local_tempfile(fileext = ".R")
  writeLines(c("tritone <- asNamespace('tritone')", code), script)
  suppressWarnings(system2(
    file.path(R.home("bin"), "Rscript"), c("--vanilla", shQuote(script)),
    stdout = FALSE, stderr = FALSE,
    env = paste0("R_LIBS=", shQuote(paste(.libPaths(), collapse = .Platform$path.sep)))
  ))
  rows <- do.call(rbind, strsplit(readLines(done), "\t"))
  rows <- data.frame(question = rows[, 1], mutant = rows[, 2], answer = rows[, 3])
  # The last line of each question and mutant counts.
  rows[!duplicated(rows[1:2], fromLast = TRUE), ]
}

# The expectation: no crash, no raw error, all asked; `refused` mutants by each question.
expect_sound <- function(mutants, questions) {
  rows <- ask_mutants(mutants, questions)
  expect_identical(nrow(rows), length(mutants) * length(questions))
  bad <- rows[rows$answer == "crash" | startsWith(rows$answer, "raw"), ]
  expect_identical(paste(bad$question, bad$mutant, bad$answer, sep = " | "), character())
  invisible(rows)
}

# Runs `code` with one of the package's functions replaced.
with_ours <- function(name, value, code) {
  ns <- asNamespace("tritone")
  old <- get(name, ns)
  put <- function(f) {
    unlockBinding(name, ns)
    assign(name, f, ns)
    lockBinding(name, ns)
  }
  put(value)
  on.exit(put(old))
  force(code)
}
