# The input of every verb over counts, as a dgCMatrix of articles x terms with both
# dimnames: any matrix of the package Matrix, so a quanteda dfm too, a base matrix, or
# tm's DocumentTermMatrix (a TermDocumentMatrix is transposed) and other triplets of slam, and lists
# of documents and vocab as the package stm has them.
# The one door for counts: objects whose parts do not fit together are refused here, before R or
# the core follow a wrong pointer.
as_counts <- function(x, arg = "counts") {
  if (inherits(x, "simple_triplet_matrix")) {
    x <- from_triplets(x, arg)
  } else if (is_stm_list(x)) {
    x <- from_stm_list(x, arg)
  } else if (!methods::is(x, "Matrix") && !(is.matrix(x) && (is.numeric(x) || is.logical(x)))) {
    abort_argument(
      arg, paste(
        "a matrix of counts, articles x terms, as term_matrix() gives it,",
        "a dfm or a DocumentTermMatrix"
      ), x
    )
  }
  if (methods::is(x, "Matrix")) check_slots(x, arg)
  names <- dimnames(x)
  if (!identical(class(x)[[1L]], "dgCMatrix")) {
    x <- methods::as(methods::as(methods::as(x, "dMatrix"), "generalMatrix"), "CsparseMatrix")
    x <- methods::as(x, "dgCMatrix")
  }
  terms <- names[[2L]]
  if (is.null(terms)) terms <- sprintf("term%d", seq_len(ncol(x)))
  if (anyDuplicated(terms)) {
    abort_input(
      "The columns of `", arg, "` must have different names; \"",
      terms[anyDuplicated(terms)], "\" occurs more than once."
    )
  }
  x@Dimnames <- list(make_ids(names[[1L]], nrow(x)), terms)
  first <- input_counts_core(x, arg)
  if (first > 0) {
    abort_input(
      "`", arg, "` must hold finite counts that are not negative; \"",
      terms[[findInterval(first - 1, x@p)]], "\" in \"", rownames(x)[[x@i[[first]] + 1L]],
      "\" is ", format(x@x[[first]]), "."
    )
  }
  x
}

# The slots of a matrix that is not to be trusted. Those of a dgCMatrix, or of a class that
# extends it, are looked at by the core; what Matrix says of the others is passed on.
check_slots <- function(x, arg) {
  if (methods::is(x, "dgCMatrix")) {
    input_counts_core(x, arg)
  } else {
    valid <- tryCatch(
      methods::validObject(x, test = TRUE), error = function(e) conditionMessage(e)
    )
    if (!isTRUE(valid)) {
      abort_damaged(arg, "matrix", paste(valid, collapse = "; "))
    }
  }
  names <- attr(x, "Dimnames")
  fits <- function(side) {
    is.null(names[[side]]) ||
      (is.character(names[[side]]) && length(names[[side]]) == x@Dim[[side]])
  }
  if (!is.list(names) || length(names) != 2L || !fits(1L) || !fits(2L)) {
    abort_input(
      "`", arg, "` is a damaged matrix: its slot @Dimnames must be a list of the names of rows ",
      "and of columns, each NULL or as long as @Dim says."
    )
  }
}

from_triplets <- function(x, arg) {
  wrong <- triplets_damage(x)
  if (!is.null(wrong)) abort_damaged(arg, "matrix", wrong)
  out <- Matrix::sparseMatrix(
    i = x$i, j = x$j, x = as.double(x$v), dims = c(x$nrow, x$ncol), dimnames = unname(x$dimnames)
  )
  if (inherits(x, "TermDocumentMatrix")) Matrix::t(out) else out
}

triplets_damage <- function(x) {
  x <- unclass(x)
  most <- 2^31 - 1
  names <- x[["dimnames"]]
  named <- function(side, n) is.null(names[[side]]) || length(names[[side]]) == n
  first_damage(
    list_damage(x, c("i", "j", "v", "nrow", "ncol")),
    numbers_damage(x$nrow, "nrow", 0, most, 1L),
    numbers_damage(x$ncol, "ncol", 0, most, 1L),
    numbers_damage(x$i, "i", 1, x$nrow),
    numbers_damage(x$j, "j", 1, x$ncol, length(x$i)),
    if (!(is.numeric(x$v) || is.logical(x$v)) || length(x$v) != length(x$i)) {
      "`v` must be as long as `i`"
    },
    if (!is.null(names) && !(is.list(names) && length(names) == 2L &&
      named(1L, x$nrow) && named(2L, x$ncol))) {
      "`dimnames` must be as long as `nrow` and `ncol` say"
    }
  )
}

# Is it a list of documents and vocab, as stm's functions and quanteda's convert(x, to = "stm") give
# it?
is_stm_list <- function(x) {
  if (!is.list(x) || is.data.frame(x)) return(FALSE)
  x <- unclass(x)
  is.list(x[["documents"]]) && is.character(x[["vocab"]])
}

# Each document is a matrix of two rows: places in vocab, and counts.
from_stm_list <- function(x, arg) {
  documents <- x[["documents"]]
  ids <- names(documents)
  terms <- x[["vocab"]]
  right <- vapply(documents, function(one) {
    is.null(one) || length(one) == 0L || (is.numeric(one) && is.matrix(one) && nrow(one) == 2L)
  }, NA)
  shown <- make_ids(ids, length(documents))
  if (!all(right)) {
    abort_input(
      "Each of the `documents` of `", arg, "` must be a numeric matrix of two rows, places in ",
      "`vocab` and counts; \"", shown[!right][[1L]], "\" is ", describe(documents[!right][[1L]]),
      "."
    )
  }
  size <- lengths(documents) %/% 2L
  both <- matrix(as.double(unlist(documents, use.names = FALSE)), 2L)
  row <- rep(seq_along(documents), size)
  outside <- which(is.na(both[1L, ]) | both[1L, ] < 1 | both[1L, ] > length(terms) |
    both[1L, ] != floor(both[1L, ]))
  if (length(outside)) {
    abort_input(
      "The `documents` of `", arg, "` must name places in `vocab`, whole numbers from 1 to ",
      show_count(length(terms)), "; \"", shown[[row[[outside[[1L]]]]]], "\" has ",
      format(both[1L, outside[[1L]]]), "."
    )
  }
  Matrix::sparseMatrix(
    i = row, j = both[1L, ], x = both[2L, ], dims = c(length(documents), length(terms)),
    dimnames = list(ids, terms)
  )
}

# What came with the counts about the articles, in their order: the meta of a list of documents, the
# document variables of a dfm; else NULL.
data_of_counts <- function(x) {
  if (is_stm_list(x)) {
    meta <- x[["meta"]]
    if (is.null(meta)) return(NULL)
    meta <- plain_frame(meta)
    if (nrow(meta) != length(x[["documents"]])) {
      abort_input(
        "The `meta` of `counts` must have a row for each of its ", length(x[["documents"]]),
        " documents, not ", nrow(meta), "."
      )
    }
    return(meta)
  }
  variables <- attr(x, "docvars", exact = TRUE)
  if (methods::is(x, "dfm") && is.data.frame(variables)) plain_frame(variables)
}

# `min_docs` and `max_docs`, checked: whole numbers from 1 on are counts of articles, numbers
# below 1 are shares of them.
check_doc_limits <- function(min_docs, max_docs) {
  check <- function(x, arg) {
    ok <- is.numeric(x) && length(x) == 1L && !is.na(x) && x > 0 &&
      (x < 1 || is.infinite(x) || x == floor(x))
    if (!ok) {
      abort_argument(arg, "a whole number of articles (1 or more) or a share of them (below 1)", x)
    }
    as.double(x)
  }
  out <- c(min_docs = check(min_docs, "min_docs"), max_docs = check(max_docs, "max_docs"))
  if (out[[2L]] < out[[1L]] && (out[[1L]] < 1) == (out[[2L]] < 1)) {
    abort_input(
      "`max_docs` must be at least `min_docs`; given ", out[[2L]], " and ", out[[1L]], "."
    )
  }
  out
}

# The limits as numbers of articles, out of `n`. A share that is a whole number of articles up to
# rounding is that number.
doc_limits <- function(limits, n) {
  share <- limits < 1
  size <- limits * n
  near <- abs(size - round(size)) < 1e-9 * pmax(1, size)
  whole <- ifelse(near, round(size), c(ceiling(size[[1L]]), floor(size[[2L]])))
  limits[share] <- whole[share]
  limits
}

# Counts with exactly the columns `terms`, matched by name and in that order: terms of `counts`
# that are not among them are left out, with one message that counts them, and `terms` without
# counts get empty columns. `of` says in words whose terms these are. Nothing in common is an
# error if `common` is TRUE.
match_columns <- function(counts, terms, arg, of, common = FALSE) {
  if (identical(colnames(counts), terms)) return(counts)
  at <- match(terms, colnames(counts))
  known <- !is.na(at)
  if (common && !any(known)) {
    abort_input("`", arg, "` and ", of, " must have terms in common; they share none.")
  }
  unknown <- ncol(counts) - sum(known)
  if (unknown > 0) {
    message(sprintf(
      "%s of %s terms of `%s` %s not in %s and %s left out.", show_count(unknown),
      show_count(ncol(counts)), arg, plural(unknown, "is", "are"), of,
      plural(unknown, "is", "are")
    ))
  }
  found <- counts[, at[known], drop = FALSE]
  sizes <- integer(length(terms))
  sizes[known] <- diff(found@p)
  methods::new(
    "dgCMatrix",
    Dim = c(nrow(counts), length(terms)), Dimnames = list(rownames(counts), terms),
    p = c(0L, as.integer(cumsum(sizes))), i = found@i, x = found@x
  )
}

# The sum of numbers over articles, NA left out, whose order must not change its last bit.
order_free_sum <- function(x) {
  x <- as.double(x)
  input_counts_sum_core(x[!is.na(x)])
}
