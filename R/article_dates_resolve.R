# From what is written to one date an article: the rules of ?article_dates. A set of
# candidates is a list of equally long columns as src/article_dates.cpp makes them.

# `x` is list(doc_id, title, text, date, path, address, column). Gives the table of
# article_dates().
resolve_dates <- function(x, newest = NULL, order = NULL, sentences = FALSE, threads = 2,
                          progress = FALSE, today = Sys.Date()) {
  n <- length(x$text)
  found <- date_candidates(x, order, sentences, threads, progress)
  out <- list(
    date = as.Date(rep(NA_real_, n), origin = "1970-01-01"), basis = rep(NA_character_, n),
    precision = rep(NA_character_, n), written = rep(NA_character_, n), reason = character(n),
    alternatives = character(n)
  )
  told <- new_problems(x$doc_id)
  tell_metadata(told, x$date, found$metadata)
  out <- take_full(out, found)
  sure <- out$date[!is.na(out$date) & out$basis != "text" & out$date <= today]
  span <- c(oldest = NA_real_, newest = NA_real_)
  if (length(sure)) span[] <- as.numeric(range(sure))
  if (!is.null(newest)) {
    sure <- sure[sure <= newest]
    span[] <- c(if (length(sure)) as.numeric(min(sure)) else NA, as.numeric(newest))
  }
  out <- take_yearless(out, found, span, !is.null(newest), told)
  out <- take_periods(out, found, told)
  out <- add_alternatives(out, found)
  told$add(
    which(out$date > today), "future_date",
    function(i) paste(out$written[i], "is after today")
  )
  told$add(which(is.na(out$date)), "undated", function(i) {
    ifelse(
      is.na(out$written[i]),
      paste0(
        "no date in metadata, name, address, dateline or text",
        ifelse(is.na(found$spoken[i]), "", sprintf(
          "; a sentence speaks of \"%s\", which may be the day of an event", found$spoken[i]
        ))
      ),
      paste0(out$basis[i], " \"", out$written[i], "\": ", out$reason[i])
    )
  })
  new_table(
    c(list(doc_id = x$doc_id), out), "article_dates", problems = told$table(), metadata = x$date
  )
}

# Problems as they come up, put in the order of the articles at the end.
new_problems <- function(doc_id) {
  rows <- integer()
  codes <- details <- character()
  list(
    # `detail` is a string, or a function of the articles.
    add = function(i, code, detail) {
      if (is.function(detail)) detail <- detail(i)
      rows <<- c(rows, i)
      codes <<- c(codes, rep(code, length(i)))
      details <<- c(details, rep_len(detail, length(i)))
    },
    table = function() {
      at <- order(rows)
      data.frame(
        doc_id = doc_id[rows[at]], code = codes[at], detail = details[at],
        stringsAsFactors = FALSE
      )
    }
  )
}

# Days with their years, by the order of trust. A date in the text does not count where the
# dateline, or metadata, have another without its year.
take_full <- function(out, found) {
  blocked <- found$dateline$usable | found$metadata$yearless | month_known(found)
  for (basis in found$bases) {
    dates <- found[[basis]]
    take <- is.na(out$date) & dates$full
    if (basis == "dateline") take <- take & !found$metadata$yearless
    if (basis == "text") take <- take & !blocked
    take <- which(take)
    out$date[take] <- make_date(dates$year[take], dates$month[take], dates$day[take])
    out$basis[take] <- basis
    out$precision[take] <- "day"
    out$written[take] <- dates$written[take]
    out$reason[take] <- dates$reason[take]
  }
  out
}

# Those of some bases that have any date.
bases_of <- function(found, bases) intersect(bases, found$bases)

# A month with its year in metadata, name or address, without the day.
month_known <- function(found) {
  known <- lapply(found[bases_of(found, c("metadata", "name", "address"))], function(dates) {
    dates$usable & !is.na(dates$year) & !is.na(dates$month) & is.na(dates$day)
  })
  Reduce(`|`, known, logical(nrow(found$text)))
}

# Days whose year is missing. `span` holds the oldest and newest sure day of the collection;
# `given` says that the newest was given by the caller.
take_yearless <- function(out, found, span, given, told) {
  own <- own_periods(found)
  for (basis in bases_of(found, c("metadata", "dateline", "text"))) {
    dates <- found[[basis]]
    # A day with its year stands here only beside a month that is known.
    open <- which(
      is.na(out$date) & is.na(out$written) &
        (dates$yearless | (dates$full & basis != "metadata"))
    )
    if (!length(open)) next
    asked <- yearless_days(dates, found, own, open)
    # A day inside the text need not be the one that the lead speaks of.
    if (basis == "text") asked$lead_weekday[] <- 0L
    year <- article_dates_year_core(asked, span[["oldest"]], span[["newest"]])
    date <- make_date(year$year, asked$month, asked$day)
    full <- !is.na(dates$year[open])
    date[full] <- make_date(dates$year[open], asked$month, asked$day)[full]
    # A day far from the month that is known is another day.
    far <- !is.na(own$month[open]) & !is.na(date) &
      abs(as.integer(date - make_date(own$year[open], own$month[open], 15L))) > 46
    date[far] <- NA
    out$date[open] <- date
    out$basis[open[!far]] <- basis
    out$written[open[!far]] <- dates$written[open[!far]]
    out$precision[open[!is.na(date)]] <- "day"
    reason <- year_reasons(year, asked, own$basis[open], span, given)
    reason[full] <- dates$reason[open][full]
    out$reason[open[!far]] <- reason[!far]
    done <- !is.na(date) & !full
    years <- year$alternatives[done]
    out$alternatives[open[done]] <- ifelse(nzchar(years), paste("year", years), "")
    told$add(open[done], "year_inferred", sprintf("%s: %s", date, reason)[done])
    told$add(
      open[done & year$weekday_differs], "weekday_differs",
      function(i) paste(out$written[i], "is another weekday in", format(out$date[i], "%Y"))
    )
  }
  out
}

# The year (and month) that an article's own metadata, name or address have.
own_periods <- function(found) {
  n <- nrow(found$metadata)
  out <- list(year = rep(NA_integer_, n), month = rep(NA_integer_, n), basis = rep("", n))
  for (basis in bases_of(found, c("metadata", "name", "address"))) {
    dates <- found[[basis]]
    take <- is.na(out$year) & dates$usable & !is.na(dates$year)
    out$year[take] <- dates$year[take]
    out$month[take] <- dates$month[take]
    out$basis[take] <- basis
  }
  out
}

yearless_days <- function(dates, found, own, open) {
  days <- list(
    month = dates$month[open], day = dates$day[open], weekday = dates$weekday[open],
    lead_weekday = found$lead_weekday[open], own_year = own$year[open],
    own_month = own$month[open]
  )
  # The text may write the same day with its weekday or its year.
  same <- found$others
  key <- paste(same$article, same$month, same$day)
  wanted <- paste(open, days$month, days$day)
  weekday <- same$weekday[!is.na(same$weekday)][match(wanted, key[!is.na(same$weekday)])]
  days$weekday <- ifelse(is.na(days$weekday), weekday, days$weekday)
  year <- same$year[!is.na(same$year)][match(wanted, key[!is.na(same$year)])]
  days$own_month[is.na(days$own_year)] <- NA
  days$own_year <- ifelse(is.na(days$own_year), year, days$own_year)
  days
}

year_reasons <- function(year, asked, own_basis, span, given) {
  bound <- if (given) "`newest`" else "the newest sure date of the collection"
  newest <- if (is.na(span[["newest"]])) "" else format(as.Date(span[["newest"]],
      origin = "1970-01-01"))
  oldest <- if (is.na(span[["oldest"]])) newest else
    format(as.Date(span[["oldest"]], origin = "1970-01-01"))
  day <- paste(month.name[asked$month], asked$day)
  at <- match(year$basis, c("own", "weekday", "lead_weekday", "newest", "none", "impossible"))
  reasons <- cbind(
    ifelse(
      nzchar(own_basis), paste("the year of the article's", own_basis),
      "the year of the same day in its text"
    ),
    sprintf(
      "%s was a %s in %s, which is nearest to the sure dates of the collection (%s to %s)", day,
      weekday_names[asked$weekday], year$year, oldest, newest
    ),
    sprintf(
      "of the years up to %s (%s), %s fits the %s of the lead in %s", bound, newest, day,
      weekday_names[replace(asked$lead_weekday, asked$lead_weekday == 0L, NA)], year$year
    ),
    sprintf("the last %s not after %s (%s)", day, bound, newest),
    "it is written without its year, and there is no sure date that tells it",
    "there is no such day"
  )
  reasons[cbind(seq_along(at), at)]
}

# A month or a year that is all there is.
take_periods <- function(out, found, told) {
  for (basis in bases_of(found, c("metadata", "name", "address"))) {
    dates <- found[[basis]]
    # A year alone in a name or an address may be any number.
    take <- which(
      is.na(out$date) & dates$usable & !is.na(dates$year) & is.na(dates$day) &
        (!is.na(dates$month) | basis == "metadata")
    )
    month <- dates$month[take]
    out$date[take] <- make_date(dates$year[take], ifelse(is.na(month), 1L, month), 1L)
    out$basis[take] <- basis
    out$precision[take] <- ifelse(is.na(month), "year", "month")
    out$written[take] <- dates$written[take]
    out$reason[take] <- paste("the first day of the", out$precision[take])
    told$add(take, "imprecise_date", function(i) {
      sprintf("%s tells the %s only: %s is its first day", out$written[i], out$precision[i],
              out$date[i])
    })
  }
  out
}

# What else is written: full dates that differ from the one taken, and ambiguous ones.
add_alternatives <- function(out, found) {
  for (basis in found$bases) {
    dates <- found[[basis]]
    open <- dates$open
    add <- which(dates$full | open)
    date <- make_date(dates$year[add], dates$month[add], dates$day[add])
    differs <- open[add] | is.na(out$date[add]) | date != out$date[add]
    add <- add[differs]
    other <- paste(basis, date[differs])
    open <- open[add]
    swapped <- dates[add[open], ]
    other[open] <- paste(
      other[open], "or", make_date(swapped$year, swapped$day, swapped$month)
    )
    out$alternatives[add] <- paste0(
      out$alternatives[add], ifelse(nzchar(out$alternatives[add]), "; ", ""), other
    )
  }
  spoken <- which(is.na(out$date) & !is.na(found$spoken) & !(out$basis %in% "text"))
  out$alternatives[spoken] <- paste0(
    out$alternatives[spoken], ifelse(nzchar(out$alternatives[spoken]), "; ", ""), "text ",
    found$spoken[spoken]
  )
  out
}
