# Covariates of topic models: from a formula and data to the numbers that an engine takes, and the
# same numbers for new articles.
#
# A design is a list of
#   formula   as given;
#   terms     with the environment of evaluation and the knots of splines;
#   xlevels, contrasts  of factors;
#   columns   of the model matrix that are used, the first one the intercept;
#   data      the variables of the formula, one row an article.

# The design of a formula for the articles `ids`, with `x`, its matrix. `arg` is the name of the
# formula in messages.
covariate_design <- function(formula, data, ids, arg) {
  check_one_sided(formula, arg)
  terms <- or_abort(
    stats::terms(with_splines(formula), data = data), "`", arg, "` is no formula of covariates: "
  )
  attr(terms, "intercept") <- 1L
  used <- variables_of(terms, data, length(ids))
  check_variables(used, ids, arg)
  frame <- evaluate_frame(terms, used, length(ids), arg, data)
  check_frame(frame, ids, arg)
  terms <- attr(frame, "terms")
  x <- stats::model.matrix(terms, frame)
  design <- list(
    formula = formula, terms = terms, xlevels = stats::.getXlevels(terms, frame),
    contrasts = attr(x, "contrasts"), data = used
  )
  x <- finite_matrix(x, ids, arg)
  kept <- independent_columns(x, arg)
  design$columns <- colnames(x)[kept]
  design$x <- x[, kept, drop = FALSE]
  design
}

# The matrix of a design for other articles.
design_matrix <- function(design, data, ids, arg) {
  check_columns(design, data)
  if (is.null(data) || !ncol(data)) data <- data.frame(row.names = seq_along(ids))
  used <- data[intersect(all.vars(design$terms), names(data))]
  check_variables(used, ids, arg, fit = FALSE)
  check_levels(design$xlevels, design$terms, used, arg)
  frame <- or_abort(
    stats::model.frame(
      design$terms, used,
      xlev = design$xlevels, na.action = stats::na.pass, drop.unused.levels = FALSE
    ),
    "`", arg, "` cannot be evaluated: "
  )
  x <- stats::model.matrix(design$terms, frame, contrasts.arg = design$contrasts)
  finite_matrix(x, ids, arg)[, design$columns, drop = FALSE]
}

# The groups of a content formula: list(formula, terms, levels, name, data) and `group`, the number
# of each article's.
content_design <- function(formula, data, ids) {
  check_one_sided(formula, "content")
  terms <- stats::terms(formula, data = data)
  if (length(attr(terms, "term.labels")) != 1L || attr(terms, "order") != 1L) {
    abort_input(
      "`content` must be a formula of one variable, such as ~ source; to cross two of them, use ",
      "~ interaction(a, b)."
    )
  }
  used <- variables_of(terms, data, length(ids))
  check_variables(used, ids, "content")
  name <- attr(terms, "term.labels")
  frame <- evaluate_frame(terms, used, length(ids), "content", data)
  group <- frame[[1L]]
  if (!is.null(dim(group))) {
    abort_input("`content` must have one value for each article, not a matrix.")
  }
  group <- droplevels(as.factor(group))
  if (anyNA(group)) abort_missing(name, is.na(group), ids, "content")
  check_factor(group, name, ids, "content")
  list(
    formula = formula, terms = terms, levels = levels(group), name = name, data = used,
    group = as.integer(group)
  )
}

# The numbers of the groups of other articles.
content_group <- function(design, data, ids) {
  check_columns(design, data)
  used <- data[intersect(all.vars(design$terms), names(data))]
  check_variables(used, ids, "content", fit = FALSE)
  frame <- evaluate_frame(design$terms, used, length(ids), "content", data)
  found <- as.character(frame[[1L]])
  group <- match(found, design$levels)
  if (anyNA(found)) abort_missing(design$name, is.na(found), ids, "content")
  if (anyNA(group)) abort_levels(design$name, unique(found[is.na(group)]), design$levels)
  group
}

check_one_sided <- function(formula, arg) {
  if (!inherits(formula, "formula")) {
    abort_argument(arg, "a formula such as ~ source + s(date), or NULL", formula)
  }
  if (length(formula) != 2L) {
    abort_input("`", arg, "` must be a formula without a left side, such as ~ source + s(date).")
  }
  formula
}

# The value of an expression; an error of another function becomes one of ours that begins with
# `...` and goes on with what was said.
or_abort <- function(value, ...) {
  tryCatch(value, error = function(e) {
    if (inherits(e, "tritone_error") || is_limit(e)) stop(e)
    said <- sub("[.]?$", ".", gsub("\n *", " ", conditionMessage(e)))
    abort_input(..., said)
  })
}

# The variables of a formula as a data frame: columns of `data`, else what its environment has with
# one value for each article.
variables_of <- function(terms, data, n) {
  around <- environment(terms)
  out <- list()
  for (name in all.vars(terms)) {
    if (name %in% names(data)) {
      out[[name]] <- data[[name]]
    } else if (is.environment(around)) {
      value <- get0(name, around, inherits = TRUE)
      if (is.atomic(value) && NROW(value) == n && n > 1L) out[[name]] <- value
    }
  }
  # Made by hand, so that a matrix stays one column.
  structure(
    out,
    names = as.character(names(out)), row.names = .set_row_names(n), class = "data.frame"
  )
}

# Values that are missing, and columns that hold no values.
check_variables <- function(used, ids, arg, fit = TRUE) {
  for (name in names(used)) {
    value <- used[[name]]
    if (is.list(value) && !is.data.frame(value)) {
      abort_input("`", arg, "` cannot use `", name, "`, a list; it takes numbers, dates and text.")
    }
    missing <- is.na(value)
    if (length(dim(missing))) missing <- rowSums(missing) > 0
    if (any(missing)) abort_missing(name, missing, ids, arg)
    if (fit && length(ids) > 1L && !length(dim(value)) && length(unique(value)) == 1L) {
      abort_input(
        "`", name, "` has the same value in all articles, so `", arg, "` cannot use it. Leave it ",
        "out."
      )
    }
  }
  invisible()
}

abort_missing <- function(name, missing, ids, arg) {
  abort_input(
    "`", arg, "` needs `", name, "` for each article; it is missing in ",
    show_count(sum(missing)), " of ", show_count(length(missing)), ": ",
    quote_list(ids[missing], 5L), ". Leave these articles out of the counts, or give them a ",
    "value, such as a level \"unknown\"."
  )
}

# A model frame with the variables of a formula, evaluated with every row kept.
evaluate_frame <- function(terms, used, n, arg, data) {
  if (!ncol(used)) used <- data.frame(row.names = seq_len(n))
  check_found(terms, used, arg, data)
  frame <- or_abort(
    stats::model.frame(terms, used, na.action = stats::na.pass, drop.unused.levels = TRUE),
    "`", arg, "` cannot be evaluated: "
  )
  if (nrow(frame) != n) {
    abort_input(
      "`", arg, "` must have a value for each of the ", show_count(n), " articles; it has ",
      show_count(nrow(frame)), "."
    )
  }
  frame
}

# Every variable is a column or, where the formula was written, a value that is no function.
check_found <- function(terms, used, arg, data) {
  for (name in setdiff(all.vars(terms), names(used))) {
    value <- get0(name, environment(terms), inherits = TRUE)
    if (!is.null(value) && !is.function(value)) next
    if (is.null(data)) {
      abort_input("`", arg, "` uses `", name, "`, which is not found; give `data` that has it.")
    }
    known <- names(data)
    abort_input(
      "`", arg, "` uses `", name, "`, which `data` does not have. ", did_you_mean(name, known),
      "Its columns are: ", name_list(utils::head(known, 20L)), "."
    )
  }
  invisible()
}

# Factors of a model frame: at least two levels, and several articles for each.
check_frame <- function(frame, ids, arg) {
  for (name in names(frame)) {
    value <- frame[[name]]
    if (is.character(value)) value <- factor(value)
    if (is.factor(value)) check_factor(value, name, ids, arg)
    if (is.complex(value) || is.raw(value)) {
      abort_input("`", arg, "` cannot use `", name, "`, which is ", typeof(value), ".")
    }
  }
  invisible()
}

check_factor <- function(value, name, ids, arg) {
  n <- nlevels(droplevels(value))
  if (n < 2L) {
    abort_input(
      "`", name, "` has the same value in all articles, so `", arg, "` cannot use it. Leave it out."
    )
  }
  if (n > 10L && n > length(ids) / 2) {
    abort_input(
      "`", name, "` has ", show_count(n), " different values in ", show_count(length(ids)),
      " articles: as groups they describe single articles. Use coarser groups or, where these ",
      "are numbers or dates written as text, s() of as.numeric() or as.Date()."
    )
  }
  invisible()
}

# Every number of a design is finite: a transformation may have made one that is not.
finite_matrix <- function(x, ids, arg) {
  wrong <- which(rowSums(!is.finite(x)) > 0)
  if (length(wrong)) {
    column <- colnames(x)[!is.finite(x[wrong[[1L]], ])][[1L]]
    abort_input(
      "`", arg, "` must give finite numbers; `", column, "` is ",
      format(x[wrong[[1L]], column]), " in ", show_count(length(wrong)), " of ",
      count_of(length(ids), "article"), ": ", quote_list(ids[wrong], 5L), "."
    )
  }
  x
}

# Places of the columns that do not follow from those before them.
independent_columns <- function(x, arg) {
  found <- qr(x)
  kept <- sort(found$pivot[seq_len(found$rank)])
  lost <- colnames(x)[-kept]
  if (length(lost)) {
    one <- length(lost) == 1L
    message(
      count_of(length(lost), "column"), " of `", arg, "` ", if (one) "follows" else "follow",
      " from the others and ", if (one) "is" else "are", " left out: ",
      name_list(utils::head(lost, 5L)), if (length(lost) > 5L) ", \u2026", "."
    )
  }
  kept
}

# New data must have what the formula names in the data of the fit.
check_columns <- function(design, data) {
  lost <- setdiff(names(design$data), names(data))
  if (length(lost)) {
    abort_input(
      "`data` must have the covariates of the fit; ", name_list(lost), " ",
      plural(length(lost), "is", "are"), " missing."
    )
  }
  invisible()
}

# Levels that the fit has not seen.
check_levels <- function(xlevels, terms, used, arg) {
  for (name in intersect(names(xlevels), names(used))) {
    new <- setdiff(unique(as.character(used[[name]])), xlevels[[name]])
    if (length(new)) abort_levels(name, new, xlevels[[name]])
  }
  invisible()
}

abort_levels <- function(name, new, known) {
  abort_input(
    "`", name, "` must have the values that the fit knows, ", quote_list(known, 8L), "; new: ",
    quote_list(new, 5L), "."
  )
}
