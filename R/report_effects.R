# What explains the shares of topics on the page of article_report(): each covariate with the
# others as they are.

# The average effects of covariates on shares: `table`, as summary() of topic_effects() has them,
# with intervals at 95 % over all its rows, `levels` and `span` of its variables, `call`, its
# arguments, and whether they are the `usual` ones, source and date. Covariates are those of the
# fit, else source and date. A list with `problem` alone where they cannot be separated; NULL where
# fewer than two covariates or 30 articles are known, as then there is nothing to hold equal.
effect_facts <- function(report) {
  asked <- effect_covariates(report)
  if (is.null(asked)) return(NULL)
  same <- report$same[match(asked$doc_id, report$main$doc_id)]
  alone <- is.na(same)
  same[alone] <- -seq_len(sum(alone))
  tryCatch(
    suppressMessages({
      effects <- topic_effects(
        report$topics, asked$formula, asked$data,
        form = "fractional", cluster = if (anyDuplicated(same)) same, newdata = asked$newdata,
        seed = report$given$seed, threads = report$given$threads
      )
      table <- as.data.frame(summary(effects, pairs = TRUE))
      table[c("lower", "upper")] <- interval_table(
        NULL, table$estimate, table$std_error, glance(effects)$df.residual, 1 - 0.05 / nrow(table)
      )[c("lower", "upper")]
      found_effects(table, asked)
    }),
    tritone_error_input = function(e) list(problem = conditionMessage(e))
  )
}

found_effects <- function(table, asked) {
  varies <- tapply(table$std_error > 0, table$variable, any)
  if (!all(varies)) {
    return(list(problem = paste0(
      "In these articles the effects of ", paste(foreign_text(names(varies)), collapse = " and "),
      " cannot be separated: they change together."
    )))
  }
  list(
    table = table, levels = lapply(asked$data, covariate_names),
    span = lapply(asked$data, days_spanned), call = asked$call, usual = !is.null(asked$formula)
  )
}

# list(formula, data, newdata, doc_id (of the rows), call) for topic_effects(). Sources beyond those
# with most articles are one level.
effect_covariates <- function(report) {
  fit <- report$topics
  ids <- rownames(fit$theta)
  own <- effects_data(fit)
  if (!is.null(own) && length(all.vars(fit$covariates$prevalence$formula)) > 1L) {
    if (length(ids) < 30L) return(NULL)
    return(list(formula = NULL, data = own, doc_id = ids, call = "fit"))
  }
  at <- match(ids, report$main$doc_id)
  source <- source_groups(report$main$source)
  if (is.null(source)) return(NULL)
  source <- factor(source, c(levels(source), other_sources))
  source[is.na(source)] <- other_sources
  data <- data.frame(
    doc_id = ids, source = source[at], date = report$main$date[at], stringsAsFactors = FALSE
  )
  known <- which(!is.na(at) & !is.na(data$date))
  data <- droplevels(data[known, ])
  if (nrow(data) < 30L || nlevels(data$source) < 2L || length(unique(data$date)) < 2L) return(NULL)
  whole <- length(known) == length(ids)
  if (!whole && length(fit$covariates)) return(NULL)
  counts <- if (!whole) report$terms[match(data$doc_id, rownames(report$terms)), , drop = FALSE]
  list(
    formula = ~ source + date, data = data, newdata = counts, doc_id = data$doc_id,
    call = if (whole) "fit, ~ source + date, x" else "fit, ~ source + date, x, newdata = m"
  )
}

other_sources <- "other sources"

# The names of a covariate's levels, NULL for numbers and dates.
covariate_names <- function(value) {
  if (is_smooth(value)) NULL else as.character(covariate_levels(value))
}

days_spanned <- function(value) {
  if (inherits(value, c("Date", "POSIXct"))) as.numeric(diff(range(as.Date(value)))) else NA
}

# What is known of how topics differ between sources, and with what else explains them: a table of
# the topics of which something is.
topics_compared <- function(report) {
  facts <- report$topic_facts
  effects <- report$effect_facts
  cells <- list()
  if (!is.null(facts$by_source)) {
    cells[["By source, as published"]] <- lapply(seq_along(facts$key), function(k) {
      topic_by_source(report, k)
    })
  }
  for (name in unique(effects$table$variable)) {
    cells[[effect_heading(name, effects)]] <- lapply(seq_along(facts$key), function(k) {
      topic_effect(report, k, name)
    })
  }
  if (!length(cells)) return(NULL)
  known <- which(Reduce(`|`, lapply(cells, function(of) lengths(of) > 0L)))
  shown <- lapply(cells, function(of) {
    lapply(of[known], function(one) if (is.null(one)) el("span", "none", class_ = "soft") else one)
  })
  title <- if (length(effects$table)) "Topics and what they differ with" else "Topics by source"
  list(
    el("h3", title),
    el("p",
      "Named are differences that are larger than chance explains (95\u202f%, over all topics and ",
      "comparisons of a kind), of each kind the largest. ",
      if (length(effects$table)) effects_explained(effects), class_ = "soft"
    ),
    if (length(effects$problem)) el("p", effects$problem, class_ = "note"),
    if (length(known)) {
      html_table(
        c(list(topic = facts$name[known]), stats::setNames(shown, paste0("c", seq_along(shown)))),
        c("Topic", names(cells))
      )
    },
    if (length(known) < length(facts$key)) {
      el("p", if (length(known)) {
        "In the other topics no difference is larger than chance explains."
      } else {
        "In no topic is a difference larger than chance explains."
      }, class_ = "soft")
    }
  )
}

effects_explained <- function(effects) {
  if (!effects$usual) {
    return(paste(
      "The covariates are those of the fit, each with the others held equal, in percentage points",
      "of an average article."
    ))
  }
  paste(
    "What differs as published may come from the time in which a source published, and a change",
    "over time from another mix of sources. So the other columns compare sources at the same date,",
    "and dates within the same source (on a straight line), in percentage points of an average",
    "article."
  )
}

effect_heading <- function(name, effects) {
  if (!effects$usual) return(foreign_text(sub("^(.)", "\\U\\1", name, perl = TRUE)))
  switch(name, source = "Sources at the same date", date = "Dates within the same source")
}

topic_effect <- function(report, k, name) {
  effects <- report$effect_facts
  rows <- effects$table$topic == report$topic_facts$key[[k]] & effects$table$variable == name
  said <- effect_said(effects$table[rows, ], effects$levels[[name]], effects$span[[name]])
  if (is.null(said)) NULL else cite_topic(report, k, said)
}

effects_call <- function(report) {
  call <- report$effect_facts$call
  if (is.null(call)) return(NULL)
  sprintf(
    "summary(topic_effects(%s, form = \"fractional\", seed = %s), pairs = TRUE)", call,
    format(report$given$seed)
  )
}

# The largest certain effect of one covariate on one topic in words, NULL if there is none. `levels`
# are those of a factor; `span` is the number of days that dates cover.
effect_said <- function(rows, levels, span) {
  rows <- rows[rows$lower > 0 | rows$upper < 0, ]
  if (length(levels)) {
    pairs <- expand.grid(high = levels, low = levels, stringsAsFactors = FALSE)
    at <- match(rows$contrast, paste(pairs$high, "-", pairs$low))
    rows$high <- pairs$high[at]
    rows$low <- pairs$low[at]
    rows <- rows[rows$high != other_sources & rows$low != other_sources, ]
  }
  if (!nrow(rows)) return(NULL)
  row <- rows[which.max(abs(rows$estimate)), ]
  figures <- c(row$estimate, row$lower, row$upper)
  if (length(levels)) {
    # No two shares are further apart than all of an article.
    ends <- pmin(sort(abs(figures[-1L])), 1)
    more <- row$estimate > 0
    return(html(
      html_text(gsub("+", "", say_effect(c(abs(row$estimate), ends), "more for "), fixed = TRUE)),
      foreign(if (more) row$high else row$low), " than for ",
      foreign(if (more) row$low else row$high)
    ))
  }
  # A year is no measure of what lasted some weeks.
  step <- if (row$contrast != "slope by year") {
    list("a unit", 1)
  } else if (span >= 2 * 365) {
    list("a year", 1)
  } else if (span >= 60) {
    list("a month", 1 / 12)
  } else {
    list("a week", 7 / 365.25)
  }
  say_effect(figures * step[[2L]], step[[1L]])
}

# An estimate and its interval in points.
say_effect <- function(figures, what) {
  shown <- say_apart(100 * figures, 1L)
  sprintf("%s points (%s to %s) %s", shown[[1L]], shown[[2L]], shown[[3L]], what)
}
