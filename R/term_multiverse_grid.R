# The preparations of term_multiverse(): the grid as lists of arguments of term_matrix(), and how
# its choices are shown.

# list(args, columns, names): for each preparation its arguments, those that all share among them;
# the choices as columns of a table; what each preparation is called.
multiverse_plan <- function(grid, shared, x) {
  settled <- c(names(shared), if (is_tokens(x)) word_arguments())
  if (is.null(grid)) grid <- usual_grid(settled)
  rows <- grid_rows(grid)
  given <- unique(unlist(lapply(rows$args, names)))
  check_preparation(given, names(shared), length(shared), x)
  columns <- lapply(stats::setNames(given, given), function(name) {
    values <- lapply(rows$args, function(own) {
      if (name %in% names(own)) own[[name]] else usual_value(name)
    })
    choice_column(name, values, rows$labels[[name]])
  })
  n <- length(rows$args)
  list(
    args = lapply(rows$args, function(own) {
      own <- c(own, shared)
      own[order(as.character(names(own)))]
    }),
    columns = columns,
    names = if (is.null(rows$names)) seq_len(n) else make.unique(rows$names)
  )
}

# The choices of Denny and Spirling, the plainest first, without those that are settled.
usual_grid <- function(settled) {
  grid <- list(
    stem = c(FALSE, TRUE), remove = list(none = NULL, `stop words` = term_stopwords()),
    numbers = c(TRUE, FALSE), punctuation = c(TRUE, FALSE), ngrams = list(1, 1:2),
    min_docs = c(1, 0.01)
  )
  if (!requireNamespace("SnowballC", quietly = TRUE)) grid$stem <- NULL
  grid[setdiff(names(grid), settled)]
}

# list(args, labels, names) of a grid in any of its forms; `labels` are what the alternatives of an
# argument are called, NULL where they have no names.
grid_rows <- function(grid) {
  if (is.data.frame(grid)) return(rows_of_columns(as.list(plain_frame(grid)), nrow(grid)))
  if (is.list(grid) && length(grid)) {
    if (has_names(grid) && !all(vapply(grid, is_arguments, NA))) return(rows_of_choices(grid))
    if (all(vapply(grid, is_arguments, NA))) {
      return(list(args = unname(grid), labels = list(), names = names(grid)))
    }
  }
  abort_argument(
    "grid", paste(
      "a data frame with a column for each argument of term_matrix(), a list of lists of such",
      "arguments, or a named list of the alternatives of each"
    ), grid
  )
}

has_names <- function(x) !is.null(names(x)) && all(!is.na(names(x)) & nzchar(names(x)))

# Is it a list of arguments of term_matrix(), as far as its names say?
is_arguments <- function(x) {
  is.list(x) && !is.data.frame(x) && (!length(x) || has_names(x)) &&
    all(names(x) %in% preparation_arguments())
}

preparation_arguments <- function() {
  setdiff(
    unique(c(names(formals(term_matrix)), names(formals(token_options)))),
    c("x", "...", ".more", "threads", "progress")
  )
}

# All combinations of alternatives, those of the first argument changing fastest.
rows_of_choices <- function(choices) {
  choices <- lapply(choices, function(own) if (is.null(own)) list(NULL) else as.list(own))
  n <- lengths(choices)
  if (any(n == 0L) || prod(n) > 10000) {
    abort_input(
      "The alternatives in `grid` must make from 1 to 10,000 preparations, not ",
      show_count(prod(n)), ". Each element of a vector or list is one: `ngrams = list(1, 1:2)` ",
      "has two, `remove = list(NULL, term_stopwords())` has two."
    )
  }
  at <- do.call(expand.grid, lapply(n, seq_len))
  rows_of_columns(Map(`[`, choices, at), prod(n))
}

rows_of_columns <- function(columns, n) {
  columns <- lapply(columns, function(column) {
    if (is.factor(column)) as.character(column) else column
  })
  if (!n || !length(columns)) abort_input("`grid` must hold at least one preparation.")
  list(
    args = lapply(seq_len(n), function(i) {
      lapply(columns, function(column) if (is.list(column)) unclass(column)[[i]] else column[[i]])
    }),
    labels = lapply(columns, names), names = NULL
  )
}

# Refuses what is no argument of term_matrix(), or is given twice, or does not go with tokens.
check_preparation <- function(given, shared, n_shared, x) {
  known <- preparation_arguments()
  wrong <- setdiff(c(given, shared), known)
  if (length(wrong) || sum(shared %in% known) < n_shared) {
    abort_input(
      "`grid` and `...` must name arguments of term_matrix(); there is no ",
      if (length(wrong)) {
        paste0("`", wrong[[1L]], "`. ", did_you_mean(wrong[[1L]], known))
      } else {
        "argument without a name. "
      },
      "The arguments are: ", name_list(known), "."
    )
  }
  twice <- intersect(given, shared)
  if (length(twice)) {
    abort_input("`", twice[[1L]], "` must be given in `grid` or for all preparations, not both.")
  }
  words <- intersect(c(given, shared), word_arguments())
  if (is_token_frame(x)) words <- setdiff(words, c("token", "pos"))
  if (is_tokens(x) && length(words)) {
    do.call(refuse_options, stats::setNames(list(NULL), words[[1L]]))
  }
}

# The value of an argument that a preparation does not name.
usual_value <- function(name) {
  all <- c(formals(term_matrix), formals(token_options))
  value <- eval(all[[name]])
  if (is.character(value)) value[[1L]] else value
}

# The choices of an argument as a column: the values themselves where each is one of the same type,
# else what they are called.
choice_column <- function(name, values, labels) {
  single <- vapply(values, function(own) is.atomic(own) && length(own) == 1L, NA)
  types <- unique(vapply(values, function(own) {
    if (is.numeric(own)) "number" else typeof(own)
  }, ""))
  if (all(single) && length(types) == 1L && is.null(labels)) return(unlist(values))
  shown <- vapply(values, choice_label, "", name)
  if (!is.null(labels)) shown[nzchar(labels)] <- labels[nzchar(labels)]
  # Values that differ but look alike are numbered.
  of <- same_lists(values)
  firsts <- unique(of)
  names <- shown[firsts]
  again <- stats::ave(seq_along(names), names, FUN = seq_along)
  names[again > 1] <- sprintf("%s (%d)", names, again)[again > 1]
  names[match(of, firsts)]
}

choice_label <- function(value, name) {
  if (is.null(value) && name %in% c("parts", "voices", "levels")) return("default")
  if (!length(value)) return("none")
  if (is.object(value) || is.function(value)) return("given")
  if (is.numeric(value) && length(value) > 1L && all(diff(value) == 1)) {
    return(paste(range(value), collapse = "-"))
  }
  if (is.atomic(value) && length(value) < 4L) return(paste(shown_strings(value), collapse = ", "))
  count_of(length(value), "entry", "entries")
}

# For each element of a list the place of the first that is identical to it.
same_lists <- function(x) {
  firsts <- integer()
  vapply(seq_along(x), function(i) {
    for (k in firsts) if (identical(x[[k]], x[[i]])) return(k)
    firsts <<- c(firsts, i)
    i
  }, 0L)
}
