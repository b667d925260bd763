# The doors for the package's own objects. They come from files, from other versions and from
# users' hands, so each verb that takes one asks here whether it is whole, once, in linear
# time. A `<object>_damage()` gives NULL, or in words what is wrong.

# What is wrong with the first of several parts, NULL if nothing is; later ones are not looked at.
first_damage <- function(...) {
  for (i in seq_len(...length())) {
    wrong <- ...elt(i)
    if (!is.null(wrong)) return(wrong)
  }
  NULL
}

abort_damaged <- function(arg, what, wrong) {
  abort_input("`", arg, "` is a damaged ", what, ": ", wrong, ".")
}

list_damage <- function(x, parts) {
  missing <- setdiff(parts, names(x))
  if (!is.list(x)) return("it is not a list")
  if (length(missing)) paste(name_list(missing), plural(length(missing), "is", "are"), "missing")
}

# Numbers from `low` to `high`, none missing; `n` of them unless it is NULL.
numbers_damage <- function(x, name, low = -max_double, high = max_double, n = NULL) {
  if (!(is.double(x) || is.integer(x)) || is.object(x)) {
    return(paste0("`", name, "` must be numbers"))
  }
  if (!is.null(n) && length(x) != n) {
    return(sprintf(
      "`%s` must hold %s, not %s", name, count_of(n, "number"), show_count(length(x))
    ))
  }
  at <- input_outside_core(x, low, high)
  if (at == 0) return(NULL)
  range <- if (high == max_double) {
    if (low == 0) "finite numbers of at least 0" else "finite numbers"
  } else {
    sprintf("from %s to %s", format(low), format(high, digits = 15))
  }
  sprintf("`%s` must be %s, but number %s is %s", name, range, show_count(at), format(x[[at]]))
}

max_double <- .Machine$double.xmax

# Strings, none missing.
strings_damage <- function(x, name, n = NULL) {
  if (!is.character(x) || is.object(x) || anyNA(x)) {
    return(paste0("`", name, "` must be strings, none missing"))
  }
  if (!is.null(n) && length(x) != n) {
    sprintf("`%s` must hold %s, not %s", name, count_of(n, "string"), show_count(length(x)))
  }
}

# A matrix of numbers with names on both sides, `rows` and `columns` where they are known.
matrix_damage <- function(x, name, low, high, rows = NULL, columns = NULL) {
  if (!is.matrix(x) || !is.double(x)) return(paste0("`", name, "` must be a matrix of numbers"))
  if (!is.character(rownames(x)) || !is.character(colnames(x))) {
    return(paste0("`", name, "` must have names of rows and of columns"))
  }
  for (side in c("row", "column")) {
    wanted <- if (side == "row") rows else columns
    found <- dimnames(x)[[if (side == "row") 1L else 2L]]
    if (!is.null(wanted) && !identical(found, wanted)) {
      return(sprintf("`%s` must have the topics as its %ss", name, side))
    }
  }
  numbers_damage(x, name, low, high)
}

# A data frame whose columns have the given types, "strings" or "numbers".
table_damage <- function(x, name, types) {
  if (!is.data.frame(x)) return(paste0("`", name, "` must be a data frame"))
  missing <- setdiff(names(types), names(x))
  if (length(missing)) return(sprintf("`%s` must have the column `%s`", name, missing[[1L]]))
  rows <- nrow(x)
  for (column in names(types)) {
    label <- paste0(name, "$", column)
    wrong <- if (types[[column]] == "strings") {
      strings_damage(x[[column]], label, rows)
    } else {
      numbers_damage(x[[column]], label, n = rows)
    }
    if (!is.null(wrong)) return(wrong)
  }
  NULL
}

# A fit of a topic model.
check_fit <- function(x, arg = "fit") {
  if (!inherits(x, "tritone_topics")) {
    abort_argument(arg, "a fit of a topic model, as of topic_lda()", x)
  }
  if (without_shares(x)) {
    abort_input(
      "`", arg, "` has no shares of articles (`theta`). Put them in first: ", arg,
      "$theta <- predict(", arg, ", counts)."
    )
  }
  wrong <- fit_damage(unclass(x))
  if (!is.null(wrong)) abort_damaged(arg, "fit", wrong)
  x
}

# A fit that has topics and no article.
without_shares <- function(x) {
  parts <- unclass(x)
  is.list(parts) && !NROW(parts[["theta"]]) && is.matrix(parts[["phi"]])
}

share_most <- 1 + 1e-6 # a share, which rounding may bring above 1

fit_damage <- function(x) {
  topics <- rownames(x[["phi"]])
  first_damage(
    list_damage(x, c("phi", "theta", "prevalence", "trace", "options", "seed", "converged")),
    matrix_damage(x$phi, "phi", 0, share_most),
    if (!nrow(x$phi)) "`phi` must have at least one topic",
    if (anyDuplicated(colnames(x$phi))) "`phi` must have a different name for each term",
    sums_damage(x$phi, "phi"),
    matrix_damage(x$theta, "theta", 0, share_most, columns = topics),
    sums_damage(x$theta, "theta"),
    numbers_damage(x$prevalence, "prevalence", 0, share_most, length(topics)),
    if (!is.null(x$alpha)) numbers_damage(x$alpha, "alpha", 1e-10, 1e6, length(topics)),
    if (!is.list(x$options)) "`options` must be a list",
    method_damage(x$options$method),
    if (x$options$method == "stm") {
      structural_damage(x, topics)
    } else if (is.null(x$alpha)) {
      numbers_damage(x$options$alpha, "options$alpha", 1e-10, 1e6, 1L)
    },
    table_damage(x$trace, "trace", c(iteration = "numbers")),
    if (!all(vapply(x$trace, is.numeric, NA))) "`trace` must hold numbers",
    if (!is.null(x$tokens) && !is.null(x[["theta"]])) {
      numbers_damage(x$tokens, "tokens", 0, 1e15, nrow(x[["theta"]]))
    },
    if (!is.null(x$batches)) numbers_damage(x$batches, "batches", 0, 1e15, 1L),
    if (!is.null(x$theta_chain)) {
      matrix_damage(x$theta_chain, "theta_chain", 0, share_most, rownames(x$theta), topics)
    },
    if (!is.numeric(x$seed) || length(x$seed) != 1L) "`seed` must be one number",
    if (!is.logical(x$converged) || length(x$converged) != 1L) "`converged` must be one flag"
  )
}

# The parts of a structural fit that the core reads beside phi and theta.
structural_damage <- function(x, topics) {
  free <- topics[-length(topics)]
  most <- 1e300
  first_damage(
    list_damage(x, c("gamma", "sigma", "mean_mu", "mean_sigma")),
    matrix_damage(x$gamma, "gamma", -most, most, columns = free),
    matrix_damage(x$sigma, "sigma", -most, most, free, free),
    numbers_damage(x$mean_mu, "mean_mu", -most, most, length(free)),
    matrix_damage(x$mean_sigma, "mean_sigma", -most, most, free, free),
    if (!is.null(x$beta)) {
      first_damage(
        if (!is.array(x$beta) || length(dim(x$beta)) != 3L ||
          !identical(dim(x$beta)[1:2], dim(x$phi))) {
          "`beta` must be an array of topics x terms x groups"
        },
        numbers_damage(as.vector(x$beta), "beta", 0, share_most)
      )
    }
  )
}

method_damage <- function(method) {
  first_damage(
    strings_damage(method, "options$method", 1L),
    if (!method %in% names(topic_engines())) {
      paste0("there is no method ", encodeString(method, quote = "\""))
    }
  )
}

# Rows of shares sum to 1.
sums_damage <- function(x, name) {
  sums <- rowSums(x)
  at <- which(abs(sums - 1) > 1e-6)
  if (length(at)) {
    sprintf(
      "the rows of `%s` must sum to 1, but row %s sums to %s", name, show_count(at[[1L]]),
      format(sums[[at[[1L]]]])
    )
  }
}

# The result of a chain as the core gives it and a checkpoint keeps it: without names.
result_damage <- function(x, topics, documents, terms) {
  first_damage(
    list_damage(x, c("phi", "theta", "prevalence", "trace", "converged", "settings")),
    shape_damage(x$phi, "phi", c(topics, terms)),
    sums_damage(x$phi, "phi"),
    shape_damage(x$theta, "theta", c(documents, topics)),
    sums_damage(x$theta, "theta"),
    numbers_damage(x$prevalence, "prevalence", 0, share_most, topics),
    if (length(x$alpha)) numbers_damage(x$alpha, "alpha", 1e-10, 1e6, topics),
    if (!is.null(x$theta_chain)) {
      shape_damage(x$theta_chain, "theta_chain", c(documents, topics))
    },
    if (!is.null(x$theta_draws) && length(x$theta_draws) %% (documents * topics) != 0) {
      "`theta_draws` must be of articles x topics x draws"
    },
    table_damage(x$trace, "trace", c(iteration = "numbers")),
    if (!all(vapply(x$trace, is.numeric, NA))) "`trace` must hold numbers",
    if (!is.list(x$settings)) "`settings` must be a list"
  )
}

shape_damage <- function(x, name, dim) {
  if (!is.matrix(x) || !is.double(x) || any(dim(x) != dim)) {
    return(sprintf("`%s` must be a matrix of %s x %s numbers", name, dim[[1L]], dim[[2L]]))
  }
  numbers_damage(x, name, 0, share_most)
}

# Tokens of term_tokens().
check_tokens <- function(x, arg = "x") {
  wrong <- tokens_damage(unclass(x))
  if (!is.null(wrong)) abort_damaged(arg, "object of term_tokens()", wrong)
  x
}

tokens_damage <- function(x) {
  n <- length(x[["ids"]])
  first_damage(
    list_damage(x, c(
      "ids", "doc_ptr", "types", "start", "end", "in_title", "sentence", "stretch", "doc_id",
      "options"
    )),
    strings_damage(x$types, "types"),
    strings_damage(x$doc_id, "doc_id"),
    if (!is.integer(x$ids)) "`ids` must be integers",
    numbers_damage(x$ids, "ids", 1, length(x$types)),
    pointers_damage(x$doc_ptr, length(x$doc_id), n),
    numbers_damage(x$sentence, "sentence", 1, 2^31 - 1, n),
    numbers_damage(x$stretch, "stretch", 1, 2^31 - 1, n),
    numbers_damage(x$start, "start", 1, 2^31 - 1, n),
    numbers_damage(x$end, "end", 1, 2^31 - 1, n),
    if (!is.logical(x$in_title) || length(x$in_title) != n || anyNA(x$in_title)) {
      "`in_title` must be a flag for each token"
    },
    token_options_damage(x$options)
  )
}

pointers_damage <- function(x, articles, tokens) {
  first_damage(
    numbers_damage(x, "doc_ptr", 0, 2^53, articles + 1),
    if (x[[1L]] != 0 || x[[length(x)]] != tokens || is.unsorted(x) || any(x != floor(x))) {
      "`doc_ptr` must rise in whole numbers from 0 to the number of tokens"
    }
  )
}

token_options_damage <- function(x) {
  first_damage(
    list_damage(x, c("tokenizer", "numbers", "punctuation", "hyphens", "clitics")),
    strings_damage(c(x$tokenizer, x$hyphens, x$clitics), "options", 3L),
    if (!isTRUE(x$numbers %in% c(TRUE, FALSE)) || !isTRUE(x$punctuation %in% c(TRUE, FALSE))) {
      "`options` must say whether numbers and punctuation are tokens"
    }
  )
}

# A lexicon of tone_lexicon().
check_lexicon <- function(x, arg = "lexicon") {
  wrong <- lexicon_damage(unclass(x))
  if (!is.null(wrong)) abort_damaged(arg, "lexicon", wrong)
  x
}

lexicon_damage <- function(x) {
  first_damage(
    list_damage(x, c("name", "entries", "shifters", "licence", "version")),
    strings_damage(x$name, "name", 1L),
    if (length(x$licence) != 1L || length(x$version) != 1L) {
      "`licence` and `version` must be one string each"
    },
    table_damage(x$entries, "entries", c(entry = "strings", valence = "numbers")),
    table_damage(x$shifters, "shifters", c(entry = "strings", type = "strings")),
    if (!is.numeric(x$shifters$factor)) "`shifters$factor` must be numbers",
    if (!all(x$shifters$type %in% shifter_types)) {
      paste0("`shifters$type` must be some of ", quote_list(shifter_types))
    }
  )
}

# What article_profile() gives, or NULL.
check_profile <- function(profile, arg = "profile") {
  if (is.null(profile)) return(profile)
  if (!inherits(profile, "tritone_profile")) {
    abort_argument(arg, "NULL or an object of article_profile()", profile)
  }
  wrong <- profile_damage(unclass(profile))
  if (!is.null(wrong)) abort_damaged(arg, "profile", wrong)
  profile
}

profile_damage <- function(x) {
  first_damage(
    list_damage(x, c(
      "names", "words", "lines", "acronyms", "hyphens", "articles", "name_share"
    )),
    strings_damage(x$names, "names"),
    table_damage(x$words, "words", c(word = "strings", inside = "numbers", capital = "numbers")),
    table_damage(x$lines, "lines", c(
      line = "strings", articles = "numbers", at_start = "numbers", at_end = "numbers"
    )),
    table_damage(x$acronyms, "acronyms", c(
      acronym = "strings", long_form = "strings", articles = "numbers", count = "numbers"
    )),
    if (!is.logical(x$acronyms$best) || anyNA(x$acronyms$best)) {
      "`acronyms$best` must be flags, none missing"
    },
    table_damage(x$hyphens, "hyphens", c(
      word = "strings", hyphenated = "numbers", joined = "numbers", broken = "numbers"
    )),
    numbers_damage(x$articles, "articles", 0, n = 1L),
    numbers_damage(x$name_share, "name_share", 0, 1, 1L)
  )
}
