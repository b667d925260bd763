# What is drawn of tables about articles: the collection itself, its health, parts, voices, copies.

#' Plot tables about articles
#'
#' What [plot()][plot.tritone_table] and `autoplot()` draw of
#' * articles of [article_read()]: how many there are of each period, a line for each source; of
#'   one day or without dates, how many there are of each source;
#' * [article_check()]: in how many articles each kind of finding occurs, with its severity;
#' * [article_dates()]: what the dates rest on; [article_language()]: the languages;
#' * [article_parts()]: the share of each part in all characters;
#' * [article_voices()]: the words that speakers have in direct quotations, reported speech and
#'   thought, a panel each; of its `summary()` the words in all;
#' * [article_duplicates()]: the groups of copies by size, with the article that had the text
#'   first; of its `summary()` how many articles each source has from which;
#' * [article_diff()]: what became of the sentences;
#' * [article_problems()], a plain data frame, is drawn by [article_check()].
#'
#' `n` is the number of rows, by default 20, of speakers in each panel 8, of sources over time 6.
#' @name article_plots
#' @examples
#' news <- article_example()
#' plot(news)
#' plot(article_check(news))
#' plot(article_voices(news), n = 5)
NULL

#' @export
plot_data.tritone_articles <- function(x, n) {
  plot_columns(x, "doc_id")
  source <- if (is.null(x[["source"]])) rep("articles", nrow(x)) else as.character(x[["source"]])
  day <- input_dates(as.data.frame(x))
  if (length(unique(day[!is.na(day)])) < 2L) return(counted_values(source, n, "none", "Articles"))
  n <- check_count(if (is.null(n)) 6 else n, "n", min = 1)
  periods <- article_periods(day, "auto")
  source <- ifelse(is.na(source), "none", source)
  names <- utils::head(names(sort(-table(source))), n)
  counts <- table(
    factor(periods$of, seq_along(periods$starts)), factor(source, names)
  )
  none <- rep(NA_real_, length(counts))
  list(
    kind = "lines", axis = paste("Articles a", periods$by),
    data = list_frame(list(
      label = rep(names, each = nrow(counts)), panel = rep("", length(counts)),
      period = rep(periods$starts, length(names)), value = as.numeric(counts), lower = none,
      upper = none
    ))
  )
}

#' @export
plot_data.tritone_article_check <- function(x, n) {
  plot_columns(x, c("check", "count", "severity"))
  x <- plot_rows(x, n, 30)
  counted(sprintf("%s (%s)", gsub("_", " ", x$check, fixed = TRUE), x$severity), x$count,
    "Articles with a finding")
}

#' @export
plot_data.tritone_article_dates <- function(x, n) {
  plot_columns(x, c("date", "basis"))
  basis <- ifelse(is.na(x$date), NA, as.character(x$basis))
  counted_values(basis, n, "no date", "Articles by what their date rests on")
}

#' @export
plot_data.tritone_article_language <- function(x, n) {
  plot_columns(x, "language")
  counted_values(language_names(x$language), n, "not known", "Articles")
}

#' @export
plot_data.tritone_article_parts <- function(x, n) {
  plot_columns(x, c("part", "start", "end"))
  n <- check_count(if (is.null(n)) 20 else n, "n", min = 1)
  x <- as.data.frame(x)
  x <- x[!is.na(x$part), , drop = FALSE]
  size <- x$end - x$start + 1
  parts <- utils::head(intersect(all_parts, x$part), n)
  share <- vapply(parts, function(part) sum(size[x$part == part]), 0) / max(sum(size), 1)
  counted(parts, unname(100 * share), "Per cent of all characters")
}

#' @export
plot_data.tritone_article_voices <- function(x, n) {
  plot_columns(x, c("doc_id", "voice", "speaker", "basis", "text"))
  n <- check_count(if (is.null(n)) 8 else n, "n", min = 1)
  all <- as.data.frame(x)
  voices <- intersect(setdiff(all_voices, "narration"), all$voice)
  each <- lapply(voices, function(voice) {
    own <- x[!is.na(all$voice) & all$voice == voice, ]
    speakers <- utils::head(as.data.frame(summary(own)), n)
    list(
      label = speaker_label(speakers$speaker), words = speakers$words,
      voice = rep(voice, nrow(speakers))
    )
  })
  join <- function(name) unlist(lapply(each, `[[`, name))
  counted(as.character(join("label")), join("words"), "Words", as.character(join("voice")))
}

speaker_label <- function(speaker) ifelse(is.na(speaker), "not named", speaker)

#' @export
plot_data.tritone_voice_speakers <- function(x, n) {
  plot_columns(x, c("speaker", "words"))
  x <- plot_rows(x, n)
  counted(speaker_label(x$speaker), x$words, "Words")
}

#' @export
plot_data.tritone_article_duplicates <- function(x, n) {
  plot_columns(x, c("doc_id_1", "doc_id_2", "group"))
  n <- check_count(if (is.null(n)) 20 else n, "n", min = 1)
  x <- as.data.frame(x)
  groups <- unique(x$group)
  members <- lapply(groups, function(group) {
    own <- x$group == group
    # Pairs are in the order of who had the text first.
    first <- setdiff(x$doc_id_1[own], x$doc_id_2[own])
    unique(c(first, x$doc_id_1[own], x$doc_id_2[own]))
  })
  order <- utils::head(order(-lengths(members)), n)
  label <- vapply(members[order], `[[`, "", 1L)
  counted(label, lengths(members[order]), "Articles in the group of which it is the first")
}

#' @export
plot_data.tritone_copy_sources <- function(x, n) {
  plot_columns(x, c("source", "taker", "articles"))
  x <- plot_rows(x, n)
  none <- function(name) ifelse(is.na(name), "none", name)
  counted(paste(none(x$taker), none(x$source), sep = " from "), x$articles, "Articles taken")
}

#' @export
plot_data.tritone_article_diff <- function(x, n) {
  plot_columns(x, "change")
  n <- check_count(if (is.null(n)) 20 else n, "n", min = 1)
  changes <- intersect(c("kept", "moved", "reworded", "dropped", "added"), x$change)
  counted(utils::head(changes, n), utils::head(tabulate(factor(x$change, changes)), n), "Sentences")
}
