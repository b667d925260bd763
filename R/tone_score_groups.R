# tone_score() by groups: pieces of sentences, their groups, the tone of each group, and how sure
# it is.

# The figures of groups, for tone_score() and tone_trend(): list(columns, rows, figures): `columns`
# of the groups, and for each lexicon a list of tone and its error by group. `how` is a list of
# weights, clusters, bootstrap, seed, level.
group_figures <- function(x, articles, asked, by, scored, sentences, profile, how, hits, threads,
                          progress) {
  lexicons <- lapply(asked$lexicons, `[`, c("entries", "shifters"))
  voices <- any(by$kind %in% c("voice", "speaker"))
  found <- tone_pieces_core(
    articles, lexicons, profile_names(profile), voices, "speaker" %in% by$kind, hits, threads,
    progress_bar("Scoring tone", progress)
  )
  tell_parts_left_out(articles, "scored")
  shares <- sentence_shares(sentences, found$pieces, articles, threads, progress)
  keep <- scored[found$pieces$article] & shares$keep
  rows <- grouped_rows(piece_groups(by, x, articles, found), shares$groups, which(keep))
  pieces <- found$pieces
  article <- pieces$article[rows$piece]
  cells <- sums_by(rows$group, article)
  cells$group <- rows$group[cells$first]
  cells$article <- article[cells$first]
  by_article <- "article" %in% by$kind || "sentence" %in% by$kind
  plan <- list(
    n = rows$n, cells = cells, by_article = by_article,
    by_sentence = by_article || how$clusters$kind == "sentence",
    words = cells$sum(pieces$n_words[rows$piece] * rows$share),
    share = cells$sum(rows$share) / cells$sum(rep(1, length(rows$share)))
  )
  plan$weight <- cell_weights(how$weights, plan)
  plan <- c(plan, if (plan$by_sentence) {
    items_by_sentence(rows, cells, found, articles$doc_id)
  } else {
    items_by_article(how$clusters, cells$article, found$copy_of, articles$doc_id)
  })
  sums <- lapply(found$lexicons, function(lexicon) {
    cell_sums(cells, plan$sentences, rows, lexicon, found$units_of_one)
  })
  names(sums) <- names(asked$lexicons)
  if (asked$consensus) sums[[consensus_name]] <- joint_of(sums, lexicons, plan)
  if (asked$alone) sums <- sums[consensus_name]
  list(
    values = rows$values, plan = plan, rows = rows, found = found, sums = sums,
    figures = lapply(sums, tone_figures, plan, how, threads, progress)
  )
}

# Which pieces have a hit of any lexicon?
found_hits <- function(found) Reduce(`+`, lapply(found$lexicons, `[[`, "n_hits")) > 0

joint_of <- function(sums, lexicons, plan) {
  weights <- consensus_weights(lexicons)
  joint <- joint_sums(sums, weights)
  # Where the group is read as one text, its tone and items are sums over the lexicons too.
  if (is.null(plan$weight)) joint$members <- list(sums = sums, weights = weights)
  joint
}

# The weight of each cell in the mean of its group; NULL where the group is one text. An article
# counts for a topic by its share.
cell_weights <- function(weights, plan) {
  words <- plan$words
  group <- plan$cells$group
  longest <- function() words / as.vector(tapply(words, group, max))[group]
  switch(weights$kind,
    article = plan$share, hits = NULL, words = words,
    inverse_words = ifelse(words > 0, 1 / words, 0),
    exponential = plan$share * exp(10 * weights$alpha * (longest() - 1)),
    inverse_exponential = plan$share * exp(-10 * weights$alpha * longest()),
    column = plan$share * weights$values[plan$cells$article]
  )
}

# Sentences of cells as items: list(sentences, cluster, units), the sentences with the cell of each,
# which cluster each is in, and the names of the clusters, for random numbers. Sentences with the
# same words are one cluster, if they have a hit.
items_by_sentence <- function(rows, cells, found, ids) {
  pieces <- found$pieces
  alone <- !found_hits(found)[rows$piece]
  apart <- pieces$same[rows$piece]
  apart[alone] <- length(pieces$same) + rows$piece[alone]
  numbers <- tone_numbers_core(apart)
  within <- sums_by(cells$of, numbers$of)
  within$cell <- cells$of[within$first]
  first <- rows$piece[numbers$first]
  list(
    sentences = within, cluster = numbers$of[within$first],
    units = sentence_names(ids, lapply(pieces[c("article", "sentence")], `[`, first))
  )
}

# The same of cells as items: articles with the same sentences are one cluster.
items_by_article <- function(clusters, article, copy_of, ids) {
  if (clusters$kind == "column") {
    values <- as_text(clusters$values)
    values[is.na(values)] <- paste0("\r", which(is.na(values)))
    copy_of <- match(values, values)
  }
  list(cluster = copy_of[article], units = ids)
}

# The tone of each group and its error by one lexicon.
tone_figures <- function(sums, plan, how, threads, progress) {
  found <- group_tones(sums, plan)
  kept <- found$sampled
  group <- plan$cells$group
  if (plan$by_sentence) group <- group[plan$sentences$cell]
  spread <- cluster_variance(
    found$item[kept], found$size[kept], group[kept], plan$cluster[kept], plan$n
  )
  words <- group_total(plan$words, plan$cells$group, plan$n)
  hits <- group_total(sums$hits, plan$cells$group, plan$n)
  effective <- if (plan$by_article) rep(Inf, plan$n) else spread$effective
  out <- list(
    n_articles = group_total(plan$words > 0, plan$cells$group, plan$n), n_words = words,
    n_hits = hits, tone = found$tone, se = sqrt(spread$variance), effective = effective,
    items = list(
      item = found$item[kept] * lone_factor(spread$count)[group[kept]], size = found$size[kept],
      group = group[kept], cluster = plan$cluster[kept]
    )
  )
  half <- half_width(spread$variance, effective, how$level)
  out$lower <- pmax(out$tone - half, -1)
  out$upper <- pmin(out$tone + half, 1)
  if (how$bootstrap > 0) {
    out$replicates <- tone_replicates(sums, plan, how, threads, progress)
    drawn <- drawn_interval(out$replicates, effective, how$level)
    for (name in names(drawn)) out[[name]] <- ifelse(is.na(out$se), NA, drawn[[name]])
  }
  out
}

# What makes the items of a group as large as those not seen are: in a sum over groups, of which
# each has few, the factor of the whole would be too small. Of one item alone nothing is known.
lone_factor <- function(count) ifelse(count > 1, sqrt(count / (count - 1)), NA)

group_tones <- function(sums, plan) {
  group <- plan$cells$group
  in_cell <- plan$sentences$cell
  if (!is.null(plan$weight)) {
    return(mean_tones(sums, group, in_cell, plan$weight, plan$n, plan$by_sentence))
  }
  if (is.null(sums$members)) {
    return(pooled_tones(sums, group, in_cell, plan$n, plan$by_sentence))
  }
  all <- lapply(sums$members$sums, group_tones, plan)
  joint <- function(name) {
    Reduce(`+`, Map(function(one, w) {
      w * replace(one[[name]], is.na(one[[name]]), 0)
    }, all, sums$members$weights))
  }
  none <- Reduce(`&`, lapply(all, function(one) is.na(one$tone)))
  list(
    tone = replace(joint("tone"), none, NA), item = joint("item"), size = all[[1L]]$size,
    sampled = Reduce(`|`, lapply(all, `[[`, "sampled"))
  )
}

# The columns of a table of groups; rows are in the order of the groups, then lexicons.
figure_columns <- function(made, by_sentence) {
  figures <- made$figures
  n <- made$plan$n
  place <- order(rep(seq_len(n), length(figures)))
  column <- function(name) unlist(lapply(figures, `[[`, name), use.names = FALSE)[place]
  lexicon <- rep(names(figures), each = n)[place]
  counts <- lapply(c("n_articles", "n_words", "n_hits"), column)
  tone <- column("tone")
  coverage <- ifelse(counts[[2L]] > 0, counts[[3L]] / counts[[2L]], 0)
  se <- column("se")
  lower <- column("lower")
  upper <- column("upper")
  if (by_sentence) se[] <- lower[] <- upper[] <- NA_real_
  c(
    lapply(made$values, function(values) rep(values, each = length(figures))),
    list(
      lexicon = as.character(lexicon), n_articles = as.integer(counts[[1L]]),
      n_words = as.integer(round(counts[[2L]])), n_hits = as.integer(round(counts[[3L]])),
      coverage = coverage, tone = tone, se = se, lower = lower, upper = upper,
      sign = tone_sign(tone, lower, upper)
    )
  )
}

# One row for every article and lexicon, in the order of the articles: one of which nothing was
# read has no words.
every_article <- function(columns, doc_id, scored, lexicons) {
  wanted <- paste(rep(doc_id, each = length(lexicons)), lexicons, sep = "\r")
  place <- match(wanted, paste(columns$doc_id, columns$lexicon, sep = "\r"))
  out <- lapply(columns, `[`, place)
  out$doc_id <- rep(doc_id, each = length(lexicons))
  out$lexicon <- rep(lexicons, length(doc_id))
  read <- rep(scored, each = length(lexicons))
  for (name in c("n_words", "n_hits", "coverage")) {
    none <- is.na(place) & (read | name == "n_words")
    out[[name]][none] <- if (name == "coverage") 0 else 0L
  }
  out$sign <- NULL
  out
}

# The rows of a table of sentences that hold a term, with the theme where terms have one.
only_sentences <- function(table, asked, articles, threads, progress) {
  pieces <- list(article = match(table$doc_id, articles$doc_id), sentence = table$sentence)
  shares <- sentence_shares(asked, pieces, articles, threads, progress)
  if (!asked$themes) return(table[which(shares$keep), ])
  rows <- grouped_rows(list(), shares$groups["theme"], which(shares$keep))
  rows$order <- order(rows$piece, rows$group)
  out <- table[rows$piece[rows$order], ]
  out$theme <- rows$values$theme[rows$group[rows$order]]
  out
}

# The ways of weighing, clustering and drawing, checked; `usual` where none is asked for.
check_how <- function(weights, clusters, bootstrap, seed, level, x) {
  bootstrap <- check_count(bootstrap, "bootstrap", min = 0, max = 100000)
  if (bootstrap == 1) abort_argument("bootstrap", "0, or at least 2", bootstrap)
  how <- list(
    weights = check_weights(weights, x), clusters = check_clusters(clusters, x),
    bootstrap = as.integer(bootstrap), seed = if (bootstrap > 0) check_seed(seed), level = level
  )
  how$usual <- bootstrap == 0 && how$weights$kind == "article" && how$clusters$kind == "copy"
  how
}

weight_kinds <- c("article", "hits", "words", "inverse_words", "exponential", "inverse_exponential")

check_weights <- function(weights, x, alpha = 0.1) {
  weights <- check_string(weights, "weights")
  if (weights %in% weight_kinds) return(list(kind = weights, alpha = alpha))
  check_column(weights, "weights", weight_kinds, x)
  values <- group_column(x, weights, "weights")
  if (!is.numeric(values) || anyNA(values) || any(values < 0 | values == Inf)) {
    abort_input(
      "`weights` must name a column of numbers of at least 0; `x$", weights, "` is ",
      describe(values), "."
    )
  }
  list(kind = "column", values = as.double(values))
}

check_clusters <- function(clusters, x) {
  clusters <- check_string(clusters, "clusters", null = TRUE)
  if (is.null(clusters)) return(list(kind = "copy"))
  if (clusters == "sentence") return(list(kind = "sentence"))
  check_column(clusters, "clusters", "sentence", x)
  list(kind = "column", values = group_column(x, clusters, "clusters"))
}

# One of `kinds` or a column of `x`.
check_column <- function(name, arg, kinds, x) {
  columns <- group_columns(x)
  if (name %in% columns) return(invisible())
  abort_input(
    "`", arg, "` must be ", if (length(kinds) > 1L) "one of ", quote_list(kinds),
    " or a column of `x`, not ", describe(name), ". ", did_you_mean(name, c(kinds, columns)),
    if (length(columns)) paste0("The columns are ", name_list(columns), ".")
    else "`x` has no columns."
  )
}
