# print() and summary() of fits.

#' @method print tritone_topics
#' @export
print.tritone_topics <- function(x, ...) {
  x <- check_terms_fit(x, "x")
  topics <- nrow(x$phi)
  engine <- fit_engine(x)
  cat_note(sprintf(
    "Topics by %s: %s, %s, %s", engine$name(x), count_of(topics, "topic"),
    count_of(nrow(x$theta), "article"), count_of(ncol(x$phi), "term")
  ))
  said <- engine$describe(x, x$trace[nrow(x$trace), ])
  seed <- if (!is.na(x$seed)) paste("; seed", format(x$seed, digits = 15))
  cat_note(said, seed)
  if (!is.null(x$changes)) cat_note(describe_update(x))
  shown <- seq_len(min(10L, topics))
  label <- format(near_text(rownames(x$phi)[shown]))
  share <- format(sprintf("%.1f %%", 100 * x$prevalence[shown]), justify = "right")
  line <- paste(label, share, top_terms(x, 6L, shown, near_text), sep = "  ")
  cat(cut_text(line, getOption("width")), sep = "\n")
  if (topics > 10L) cat(sprintf("# \u2026 and %s\n", count_of(topics - 10L, "more topic")))
  invisible(x)
}

# Whether a fit converged, after how many iterations.
describe_end <- function(fit, last, what) {
  sprintf(
    "%s after %s", if (isTRUE(fit$converged)) "Converged" else "Not converged: stopped",
    count_of(last$iteration, what)
  )
}

# What the last of topic_update() changed.
describe_update <- function(fit) {
  last <- max(fit$changes$update)
  changed <- fit$changes$topic[fit$changes$update == last & fit$changes$changed %in% TRUE]
  now <- fit$fits[fit$fits$update == last, ]
  which <- if (length(changed)) {
    sprintf(" (%s)", name_list(near_text(as.character(changed)), n = 5L))
  } else {
    ""
  }
  sprintf(
    "Update %s with %s: %s changed%s; %s that no topic fits", show_count(last),
    count_of(nrow(now), "article"), count_of(length(changed), "topic"), which,
    count_of(sum(now$fits %in% FALSE), "article")
  )
}

#' @method summary tritone_topics
#' @export
summary.tritone_topics <- function(object, ...) {
  check_dots(...)
  object <- check_terms_fit(object, "object")
  new_table(
    list(
      topic = topic_factor(object), prevalence = unname(object$prevalence),
      terms = top_terms(object, 6L)
    ),
    "topic_summary"
  )
}
