#' Which words a tone rests on
#'
#' Takes each entry of the lexicon away, one at a time, and says what becomes of the tone of each
#' group, of the gap between narration and direct quotations, and of the trend: a finding that a
#' single word makes ("crisis") is one about this word.
#'
#' An entry is taken away with its hits; the words of an expression do not become hits of their own.
#' Hits of one quantity and one direction ("exports + fell") are an entry together. Figures and
#' their intervals are those of [tone_score()] with the same arguments; the trend is the slope of
#' the least-squares line through the tones of the periods, in tone per period.
#' @inheritParams tone_score
#' @param lexicon One lexicon of [tone_lexicon()] or what it takes.
#' @param by As for [tone_score()], but for articles, sentences and topics; by default (`NULL`) all
#'   articles are one group.
#' @param n The number of entries to show for each figure, those that change it most; a whole number
#'   of at least 1, by default 5. Entries whose loss changes a `sign` are shown in any case.
#' @return A data frame of class `tritone_tone_jackknife`, one row for each figure and entry, the
#'   largest change first: the groups; `figure`, one of `"tone"`, `"gap"` (where `by` has
#'   `"voice"`) and `"slope"` (where it has a unit of time), whose groups are those that are left;
#'   `entry`; `n_hits`, its hits in the group or groups; `value` and `without`, the figure with and
#'   without it; `change`, the second minus the first; `sign` and `sign_without`, `"positive"` or
#'   `"negative"` where the interval says so, else `"unclear"`; and `decides`, whether they differ.
#' @section Errors:
#' `tritone_error_input` where an argument is not as described.
#' @seealso [tone_score()], [tone_trend()]
#' @export
#' @examples
#' jackknife <- tone_jackknife(article_example(), by = "source", n = 3)
#' jackknife
#' jackknife[jackknife$decides, c("source", "entry", "sign", "sign_without")]
tone_jackknife <- function(x, lexicon = tone_lexicon("news"), ..., by = NULL, n = 5,
                           profile = NULL, parts = NULL, voices = NULL, only = NULL,
                           weights = "article", clusters = NULL, level = 0.95, language = "en",
                           threads = getOption("tritone.threads", 2), progress = interactive()) {
  check_dots(...)
  level <- check_number(level, "level", min = 0, max = 1, open = TRUE)
  n <- check_count(n, "n", min = 1)
  language <- check_language(language)
  threads <- check_threads(threads)
  articles <- as_articles(x, parts, profile, voices = voices)
  series <- data.frame(name = character(), kind = character())
  if (!is.null(by)) series <- check_by(by, x)
  if (any(series$kind %in% c("article", "sentence", "hit", "topic"))) {
    abort_input("`by` must not have \"article\", \"sentence\", \"hit\" or \"topic\" here.")
  }
  only <- check_strings(only, "only", null = TRUE)
  sentences <- check_sentences(only, NULL, series)
  how <- check_how(weights, clusters, 0, NULL, level, x)
  asked <- as_lexicons(lexicon)
  if (asked$consensus || length(asked$lexicons) != 1L) {
    abort_input("`lexicon` must be one lexicon; given ", name_list(names(asked$lexicons)), ".")
  }
  scored <- articles_in(language, articles, threads)
  made <- group_figures(
    x, articles, asked, series, scored, sentences, profile, how, TRUE, threads, progress
  )
  new_table(jackknife_columns(made, series, n, how), "tone_jackknife", level = level)
}

# The rows of the table.
jackknife_columns <- function(made, by, n, how) {
  plan <- made$plan
  hits <- entry_sums(made)
  figures <- figure_weights(made, by)
  with <- figure_values(group_tones(made$sums[[1L]], plan), figures, plan, how)
  tones <- tones_without(hits, made$sums[[1L]], plan)
  change <- figures$weight %*% (tones - group_tones(made$sums[[1L]], plan)$tone)
  change[is.na(change)] <- 0
  rows <- lapply(seq_len(ncol(change)), function(e) which(abs(change[, e]) > 1e-15))
  # The exact figures of the entries that may matter: the largest changes of each figure, and all
  # that are as large as what divides the figure from another sign.
  margin <- pmax(with$half, 0, na.rm = TRUE) / 2
  near <- abs(change) > pmax(0, pmin(abs(abs(with$value) - margin * 2), abs(with$value))) / 2
  top <- vapply(seq_len(nrow(change)), function(f) {
    rank(-abs(change[f, ]), ties.method = "first") <= n
  }, logical(ncol(change)))
  top <- matrix(t(top), nrow(change))
  asked <- which(colSums((near | top) & abs(change) > 1e-15) > 0)
  found <- lapply(asked, function(e) {
    without <- figure_values(group_tones(sums_without(hits, e, made$sums[[1L]], plan), plan),
      figures, plan, how)
    f <- rows[[e]]
    data.frame(
      figure = f, entry = e, value = with$value[f], without = without$value[f],
      sign = with$sign[f], sign_without = without$sign[f], top = top[f, e]
    )
  })
  found <- do.call(rbind, c(found, list(data.frame(
    figure = integer(), entry = integer(), value = numeric(), without = numeric(),
    sign = character(), sign_without = character(), top = logical()
  ))))
  decides <- !is.na(found$sign) & (is.na(found$sign_without) | found$sign != found$sign_without)
  found <- cbind(found, decides)[found$top | decides, ]
  found <- found[order(found$figure, -abs(found$without - found$value), found$entry), ]
  count <- as.vector(tapply(
    hits$n, list(factor(hits$entry, seq_along(hits$entries)), factor(plan$cells$group[hits$cell],
      seq_len(plan$n))), sum, default = 0
  ))
  count <- matrix(count, length(hits$entries), plan$n)
  within <- count %*% t(figures$weight != 0)
  c(
    lapply(figures$values, `[`, found$figure),
    list(
      figure = figures$figure[found$figure], entry = hits$entries[found$entry],
      n_hits = as.integer(within[cbind(found$entry, found$figure)]), value = found$value,
      without = found$without, change = found$without - found$value, sign = found$sign,
      sign_without = found$sign_without, decides = found$decides
    )
  )
}

# The hits of each entry in each cell: list(entries, entry, cell, n, c, item, item_entry ...).
entry_sums <- function(made) {
  hits <- made$found$lexicons[[1L]]$hits
  row <- match(hits$piece, made$rows$piece)
  known <- !is.na(row)
  entries <- sort(unique(hits$entry[known]), method = "radix")
  entry <- match(hits$entry[known], entries)
  row <- row[known]
  cell <- made$plan$cells$of[row]
  sentence <- made$plan$sentences$of[row]
  at <- sums_by(entry, cell)
  list(
    entries = entries, entry = entry[at$first], cell = cell[at$first],
    n = at$sum(rep(1, length(row))), c = at$sum(hits$contribution[known]),
    hit_entry = entry, hit_sentence = sentence,
    hit_c = hits$contribution[known]
  )
}

# The tones of groups, groups x entries, without each entry.
tones_without <- function(hits, sums, plan) {
  group <- plan$cells$group
  n <- plan$n
  left <- sums$hits[hits$cell] - hits$n
  c_left <- sums$c[hits$cell] - hits$c
  in_table <- function(x) {
    out <- tapply(x, list(factor(group[hits$cell], seq_len(n)),
      factor(hits$entry, seq_along(hits$entries))), sum, default = 0)
    matrix(as.vector(out), n, length(hits$entries))
  }
  if (is.null(plan$weight)) {
    rest <- group_total(sums$hits, group, n) - in_table(hits$n)
    out <- (group_total(sums$c, group, n) - in_table(hits$c)) / (rest + tone_kappa)
    out[rest <= 0] <- NA
    return(out)
  }
  size <- ifelse(sums$hits > 0, plan$weight, 0)
  weight <- size[hits$cell]
  before <- weight * sums$tone[hits$cell]
  after <- ifelse(left > 0, weight * c_left / (left + tone_kappa), 0)
  rest <- group_total(size, group, n) - in_table(ifelse(left > 0, 0, weight))
  out <- (group_total(size * sums$tone, group, n) + in_table(after - before)) / rest
  out[!(rest > 1e-12)] <- NA
  out
}

# The sums of cells and their sentences without entry e.
sums_without <- function(hits, e, sums, plan) {
  own <- which(hits$entry == e)
  at <- hits$cell[own]
  sums$c[at] <- sums$c[at] - hits$c[own]
  sums$hits[at] <- sums$hits[at] - hits$n[own]
  rest <- sums$hits + tone_kappa
  sums$tone <- sums$c / rest
  if (!plan$by_sentence) return(sums)
  own <- hits$hit_entry == e
  n <- length(sums$sentence_c)
  sums$sentence_c <- sums$sentence_c - group_total(hits$hit_c[own], hits$hit_sentence[own], n)
  sums$sentence_hits <- sums$sentence_hits - tabulate(hits$hit_sentence[own], n)
  in_cell <- plan$sentences$cell
  sums$deviation <- (sums$sentence_c - sums$tone[in_cell] * sums$sentence_hits) / rest[in_cell]
  sums
}

# What is asked of the tones of groups, as sums by weights: list(figure, values, weight), figures x
# groups.
figure_weights <- function(made, by) {
  n <- made$plan$n
  values <- made$values
  tone <- made$figures[[1L]]$tone
  out <- list(figure = rep("tone", n), values = values, weight = diag(n))
  add <- function(out, name, column, weigh) {
    others <- setdiff(names(values), column)
    key <- if (length(others)) {
      do.call(paste, c(unname(lapply(values[others], as.character)), sep = "\r"))
    } else {
      rep("", n)
    }
    for (one in unique(key)) {
      rows <- which(key == one)
      weight <- numeric(n)
      weight[rows] <- weigh(rows)
      if (!any(weight != 0)) next
      out$figure <- c(out$figure, name)
      out$weight <- rbind(out$weight, weight, deparse.level = 0)
      for (group in names(values)) {
        value <- values[[group]][rows[[1L]]]
        if (group == column) is.na(value) <- TRUE
        out$values[[group]] <- c(out$values[[group]], value)
      }
    }
    out
  }
  if ("voice" %in% by$kind) {
    column <- by$name[by$kind == "voice"]
    out <- add(out, "gap", column, function(rows) {
      voice <- values[[column]][rows]
      if (!all(c("narration", "direct") %in% voice)) return(0)
      (voice == "narration") - (voice == "direct")
    })
  }
  if ("period" %in% by$kind) {
    column <- by$name[by$kind == "period"]
    starts <- seq(min(values[[column]]), max(values[[column]]), by = column)
    out <- add(out, "slope", column, function(rows) {
      time <- match(as.numeric(values[[column]][rows]), as.numeric(starts))
      time[is.na(tone[rows])] <- NA
      if (sum(!is.na(time)) < 3L) return(0)
      away <- time - mean(time, na.rm = TRUE)
      replace(away / sum(away^2, na.rm = TRUE), is.na(away), 0)
    })
  }
  out
}

# The figures from the tones of groups, with their intervals and signs.
figure_values <- function(found, figures, plan, how) {
  weight <- figures$weight
  kept <- found$sampled
  group <- plan$cells$group
  if (plan$by_sentence) group <- group[plan$sentences$cell]
  group <- group[kept]
  at <- which(weight != 0, arr.ind = TRUE)
  members <- split(seq_along(group), factor(group, seq_len(plan$n)))
  item <- unlist(members[at[, 2L]])
  times <- lengths(members)[at[, 2L]]
  by <- rep(weight[at], times)
  figure <- rep(at[, 1L], times)
  size <- found$size[kept]
  size <- size / group_total(size, group, plan$n)[group]
  cluster <- plan$cluster[kept]
  own <- found$item[kept]
  # A figure of several groups.
  count <- cluster_variance(own, size, group, cluster, plan$n)$count
  several <- (rowSums(weight != 0) > 1)[figure]
  own <- own[item] * ifelse(several, lone_factor(count)[group[item]], 1)
  spread <- cluster_variance(own * by, size[item], figure, cluster[item], nrow(weight))
  value <- as.vector(weight %*% replace(found$tone, is.na(found$tone), 0))
  value[as.vector((weight != 0) %*% is.na(found$tone)) > 0] <- NA
  half <- half_width(spread$variance, spread$effective, how$level)
  list(value = value, half = half, sign = tone_sign(value, value - half, value + half))
}
