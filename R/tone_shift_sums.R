# The sums of tone_shift(): contributions of entries to the tones of groups, and how sure they are.

# The hits of articles in a group: article, lexicon, entry, part, contribution, share, count.
shift_rows <- function(rows, group, split, articles, threads, progress) {
  rows <- rows[c(
    "article", "sentence", "lexicon", "entry", "contribution", "share", "voice", "speaker",
    "in_title"
  )]
  rows <- lapply(rows, `[`, !is.na(group[rows$article]))
  rows$count <- rep(1, length(rows$article))
  kind <- if (is.null(split)) "none" else split$kind
  if (kind == "topic") {
    shares <- hit_shares(split$values, rows, articles, threads, progress)
    weight <- as.vector(t(shares))
    each <- rep(seq_along(rows$article), each = ncol(shares))
    topic <- rep(colnames(shares), length(rows$article))
    rows <- lapply(rows, `[`, each)
    for (name in c("contribution", "share", "count")) rows[[name]] <- rows[[name]] * weight
    rows$part <- topic
  } else {
    rows$part <- switch(kind,
      none = rep("", length(rows$article)), voice = rows$voice, speaker = rows$speaker,
      part = ifelse(rows$in_title, "title", "text"), article = split$values[rows$article]
    )
  }
  rows
}

# The sums of entries (rows) by group (columns), in which each article counts once: list(n, the
# articles of each group; entry and part of each row; moments, matrices of what the entries
# contribute `t`, its squares, their shares `f` of hits, `hits`, and articles `docs`).
shift_moments <- function(rows, group) {
  groups <- levels(group)
  entry <- paste(rows$entry, rows$part, sep = "\r")
  entries <- unique(entry)
  first <- match(entries, entry)
  # By article first: hits of one article are not independent.
  cell <- paste(match(entry, entries), rows$article)
  cells <- !duplicated(cell)
  sums <- rowsum(
    cbind(rows$contribution, rows$share, rows$count), match(cell, cell[cells]), reorder = FALSE
  )
  of_entry <- match(entry, entries)[cells]
  of_group <- as.integer(group)[rows$article[cells]]
  table_of <- function(value) {
    out <- matrix(0, length(entries), length(groups))
    if (length(entries)) {
      by_key <- rowsum(value, (of_group - 1) * length(entries) + of_entry)
      out[as.integer(rownames(by_key))] <- by_key[, 1L]
    }
    out
  }
  list(
    n = tabulate(as.integer(group)[unique(rows$article)], length(groups)),
    entry = rows$entry[first], part = rows$part[first],
    moments = list(
      t = table_of(sums[, 1L]), f = table_of(sums[, 2L]), hits = table_of(sums[, 3L]),
      squares = table_of(sums[, 1L]^2), docs = table_of(rep(1, length(of_group)))
    )
  )
}

# The comparisons of one lexicon: list(shifts, tones), data frames.
shift_of <- function(rows, group, reference, level) {
  groups <- levels(group)
  here <- unique(rows$article)
  found <- shift_moments(rows, group)
  tone <- vapply(split(rows$contribution, factor(rows$article, here)), sum, 0)
  pairs <- comparisons(groups, reference, found$n)
  compared <- lapply(pairs, function(pair) {
    own <- shift_side(found, pair$group)
    other <- shift_side(found, pair$reference)
    list(
      shifts = cbind(
        data.frame(
          group = factor(rep(pair$name, length(found$entry)), groups),
          reference = rep(pair$against, length(found$entry)), part = found$part,
          entry = found$entry
        ),
        shift_columns(own, other, level)
      )[own$docs + other$docs > 0, , drop = FALSE],
      tones = cbind(
        data.frame(group = factor(pair$name, groups), reference = pair$against),
        shift_tones(tone, as.integer(group)[here], pair, level)
      )
    )
  })
  list(
    shifts = do.call(rbind, lapply(compared, `[[`, "shifts")),
    tones = do.call(rbind, lapply(compared, `[[`, "tones"))
  )
}

# Which groups are compared with which: list(name, group, against, reference), the groups as their
# numbers. Groups without a hit are not compared, with a message.
comparisons <- function(groups, reference, n) {
  empty <- n == 0L
  if (any(empty)) {
    message(sprintf(
      "%s no article with a hit and %s not compared: %s.",
      paste(count_of(sum(empty), "group"), plural(sum(empty), "has", "have")),
      plural(sum(empty), "is", "are"), quote_list(groups[empty], 5L)
    ))
  }
  with <- which(!empty)
  if (reference %in% groups) {
    base <- match(reference, groups)
    own <- if (base %in% with) setdiff(with, base) else integer()
    others <- rep(list(base), length(own))
    against <- rep(reference, length(own))
  } else if (reference == "previous") {
    own <- with[-1L]
    others <- as.list(with[-length(with)])
    against <- groups[unlist(others)]
  } else {
    own <- if (length(with) > 1L) with else integer()
    others <- lapply(own, function(g) setdiff(with, g))
    against <- rep("rest", length(own))
  }
  if (!length(own)) {
    abort_input(
      "`groups` must have two groups or more with a hit of the lexicon, the reference one of ",
      "them; with one ", plural(length(with), "is", "are"), " ", quote_list(groups[with], 5L), "."
    )
  }
  Map(function(g, r, name) {
    list(name = groups[[g]], group = g, against = name, reference = r)
  }, own, others, against)
}

# The moments of some groups together.
shift_side <- function(found, groups) {
  c(
    lapply(found$moments, function(m) rowSums(m[, groups, drop = FALSE])),
    list(n = sum(found$n[groups]))
  )
}

shift_columns <- function(own, other, level) {
  t <- list(own$t / own$n, other$t / other$n)
  f <- list(own$f / own$n, other$f / other$n)
  v <- list(own$t / own$f, other$t / other$f)
  known <- list(v[[1L]], v[[2L]])
  for (g in 1:2) {
    absent <- is.nan(v[[g]])
    known[[g]][absent] <- v[[3L - g]][absent]
    v[[g]][absent] <- NA
  }
  variances <- Map(function(m) {
    pmax(m$squares - m$t^2 / m$n, 0) / (m$n - 1) / m$n
  }, list(own, other))
  effective <- Map(function(m) {
    ifelse(m$squares > 0, m$t^2 / m$squares, 1)
  }, list(own, other))
  difference <- t[[1L]] - t[[2L]]
  df <- satterthwaite(variances, effective)
  half <- stats::qt((1 + level) / 2, df) * sqrt(variances[[1L]] + variances[[2L]])
  few <- own$n < fewest_articles | other$n < fewest_articles |
    own$docs + other$docs < fewest_articles
  half[few | is.nan(half)] <- NA
  data.frame(
    hits = own$hits, hits_reference = other$hits, frequency = f[[1L]],
    frequency_reference = f[[2L]], value = v[[1L]], value_reference = v[[2L]],
    contribution = difference,
    usage = (f[[1L]] - f[[2L]]) * (known[[1L]] + known[[2L]]) / 2,
    shifting = (known[[1L]] - known[[2L]]) * (f[[1L]] + f[[2L]]) / 2,
    lower = difference - half, upper = difference + half
  )
}

# The tones of two sides and their difference with the interval of Welch.
shift_tones <- function(tone, of, pair, level) {
  sides <- list(tone[of == pair$group], tone[of %in% pair$reference])
  n <- lengths(sides)
  mean <- vapply(sides, mean, 0)
  variance <- vapply(sides, stats::var, 0) / n
  df <- satterthwaite(as.list(variance), as.list(n))
  half <- stats::qt((1 + level) / 2, df) * sqrt(sum(variance))
  if (is.na(half) || min(n) < fewest_articles) half <- NA_real_
  data.frame(
    tone = mean[[1L]], tone_reference = mean[[2L]], difference = mean[[1L]] - mean[[2L]],
    lower = mean[[1L]] - mean[[2L]] - half, upper = mean[[1L]] - mean[[2L]] + half,
    articles = n[[1L]], articles_reference = n[[2L]]
  )
}
