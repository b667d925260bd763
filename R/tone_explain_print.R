# How tone_explain() shows its sentences: on the console and in notebooks.

#' Show the words behind a tone
#'
#' `print()` shows the sentences with their hits in brackets, each with what it is worth
#' (`value`, from -1 to 1; `contribution` in a consensus) and shifters in angles; where the console
#' has colours, good words are blue, bad ones orange and shifters underlined. Notebooks
#' ([knitr::knit_print()]) show the same as HTML.
#' @param x A table of [tone_explain()], or some of its rows.
#' @param n The number of sentences to show, from the first, a whole number of at least 0; by
#'   default 10 on the console and 20 in notebooks.
#' @param ... Not used.
#' @return `print()` gives `x`, invisibly.
#' @method print tritone_tone_explain
#' @export
#' @examples
#' news <- c(a = "The talks did not fail. A very good day for the poor town.")
#' print(tone_explain(news), n = 1)
print.tritone_tone_explain <- function(x, n = 10, ...) {
  n <- check_count(n, "n")
  shown <- explained_sentences(x, n)
  cat_note("tritone_tone_explain: ", explain_head(x, shown))
  width <- getOption("width")
  last <- ""
  for (one in shown$sentences) {
    if (one$of != last) cat(cut_text(one$of, width), "\n", sep = "")
    last <- one$of
    # Blanks inside a mark must not be where a line breaks.
    marked <- gsub("\u00a0", " ", cli::ansi_strwrap(
      paste0(one$sentence, ": ", console_runs(one$runs)), width, indent = 2, exdent = 4
    ), fixed = TRUE)
    # A word wider than the console is cut.
    cat(as.character(cli::ansi_strtrim(marked, width)), sep = "\n")
  }
  if (shown$more) cat_note("\u2026 and ", count_of(shown$more, "more sentence"))
  invisible(x)
}

explain_head <- function(x, shown) {
  paste0(
    count_of(nrow(x), "hit"), " in ", count_of(shown$n, "sentence"), " of ",
    count_of(length(unique(x[["doc_id"]])), "article")
  )
}

# The first `n` sentences of `x` as list(n, more, sentences), each sentence a list of `of` (its
# article, the lexicon, and what its rows contribute), `sentence` and `runs`.
explained_sentences <- function(x, n) {
  plain <- as.data.frame(x)
  needed <- c("doc_id", "lexicon", "sentence", "hit", "contribution", "value")
  marks <- attr(x, "marks", exact = TRUE)
  texts <- attr(x, "sentences", exact = TRUE)
  if (!all(needed %in% names(plain)) || is.null(marks) || is.null(texts)) {
    return(list(n = NA_integer_, more = 0L, sentences = list()))
  }
  key <- paste(plain$doc_id, plain$lexicon, plain$sentence, sep = "\r")
  first <- which(!duplicated(key))
  article <- paste(plain$doc_id, plain$lexicon, sep = "\r")
  total <- rowsum(plain$contribution, article)[, 1L]
  hits <- table(article)
  several <- length(unique(plain$lexicon)) > 1L
  member <- if (is.null(plain$member)) plain$lexicon else plain$member
  link <- paste(plain$doc_id, member, plain$hit, sep = "\r")
  marks <- unique(marks[marks$doc_id %in% plain$doc_id, ])
  mark_link <- paste(marks$doc_id, marks$member, marks$hit, sep = "\r")
  sentence_key <- paste(texts$doc_id, texts$sentence, sep = "\r")
  shown <- utils::head(first, n)
  worth <- if (is.null(plain$member)) plain$value else plain$contribution
  sentences <- lapply(shown, function(i) {
    own <- which(key == key[[i]])
    text <- texts[match(paste(plain$doc_id[[i]], plain$sentence[[i]], sep = "\r"), sentence_key), ]
    here <- marks[mark_link %in% link[own], ]
    here$worth <- worth[own][match(mark_link[mark_link %in% link[own]], link[own])]
    list(
      of = sprintf(
        "%s%s: %s from %s", shown_strings(plain$doc_id[[i]]),
        if (several) paste0(" (", shown_strings(plain$lexicon[[i]]), ")") else "",
        show_signed(total[[article[[i]]]], 3L), count_of(hits[[article[[i]]]], "hit")
      ),
      sentence = plain$sentence[[i]],
      runs = highlight_runs(
        text$text, here$start - text$start + 1L, here$end - text$start + 1L, here
      )
    )
  })
  list(n = length(first), more = length(first) - length(shown), sentences = sentences)
}

# +0.50 or -0.12
show_signed <- function(x, digits) {
  shown <- show_decimals(x, digits)
  paste0(ifelse(grepl("^-", shown) | !grepl("[1-9]", shown), "", "+"), shown)
}

hit_marks <- c("entry", "quantity", "direction")

# A text in runs: `text`, `kind` ("", "good", "bad", "even" or "shifter") and `worth`, of hits after
# their last phrase. Phrases of hits that overlap, as those of several lexicons do, are one; a
# shifter has what no hit has.
highlight_runs <- function(text, start, end, marks) {
  size <- nchar(text)
  paint <- integer(size)
  for (m in which(!marks$type %in% hit_marks)) paint[start[[m]]:end[[m]]] <- -1L
  own <- which(marks$type %in% hit_marks)
  own <- own[order(start[own], -end[own])]
  reach <- cummax(end[own])
  group <- cumsum(c(TRUE, start[own][-1L] > reach[-length(reach)])[seq_along(own)])
  hit <- paste(marks$member, marks$hit)[own]
  last <- end[own] == stats::ave(end[own], hit, FUN = max)
  worth <- numeric()
  good <- numeric()
  for (g in unique(group)) {
    inside <- own[group == g]
    paint[min(start[inside]):max(end[inside])] <- g
    ends <- inside[last[group == g]]
    worth[[g]] <- if (length(ends)) sum(marks$worth[ends]) else NA_real_
    good[[g]] <- sign(sum(marks$worth[inside]))
  }
  run <- rle(paint)
  to <- cumsum(run$lengths)
  is_hit <- run$values > 0L
  kind <- ifelse(run$values < 0L, "shifter", "")
  kind[is_hit] <- c("bad", "even", "good")[good[run$values[is_hit]] + 2]
  shown <- rep(NA_real_, length(kind))
  shown[is_hit] <- worth[run$values[is_hit]]
  words <- substring(text, c(1L, to[-length(to)] + 1L)[seq_along(to)], to)
  words <- gsub("[[:space:][:cntrl:]]+", " ", gsub(direction_marks, "", words))
  data.frame(text = words, kind = kind, worth = shown)
}

console_runs <- function(runs) {
  label <- ifelse(is.na(runs$worth), "", paste0(" ", show_signed(runs$worth, 2L)))
  out <- ifelse(
    runs$kind == "", runs$text,
    ifelse(runs$kind == "shifter", paste0("<", runs$text, ">"), paste0("[", runs$text, label, "]"))
  )
  marked <- runs$kind != ""
  out[marked] <- gsub(" ", "\u00a0", out[marked], fixed = TRUE)
  style <- list(
    good = cli::combine_ansi_styles("bold", cli::make_ansi_style("#0072B2")),
    bad = cli::combine_ansi_styles("bold", cli::make_ansi_style("#D55E00")),
    even = cli::style_bold, shifter = cli::style_underline
  )
  for (kind in names(style)) {
    own <- runs$kind == kind
    out[own] <- vapply(out[own], function(one) as.character(style[[kind]](one)), "")
  }
  paste(out, collapse = "")
}

explain_style <- paste(
  ".tone-explain mark{color:inherit;padding:0 .15em;border-radius:.2em}",
  ".tone-explain .good{background:#0072b233;border-bottom:2px solid #0072b2}",
  ".tone-explain .bad{background:#d55e0033;border-bottom:2px dashed #d55e00}",
  ".tone-explain .even{background:#8883;border-bottom:2px dotted #888}",
  ".tone-explain .shifter{background:none;border-bottom:1px dotted currentColor;font-style:italic}",
  ".tone-explain small{font-weight:bold;white-space:nowrap}",
  ".tone-explain .of{font-weight:bold;margin-bottom:0}"
)

# The same as HTML.
explain_html <- function(x, n) {
  shown <- explained_sentences(x, n)
  last <- ""
  lines <- lapply(shown$sentences, function(one) {
    head <- if (one$of != last) el("p", foreign(one$of), class_ = "of")
    last <<- one$of
    runs <- lapply(seq_len(nrow(one$runs)), function(r) {
      run <- one$runs[r, ]
      if (run$kind == "") return(run$text)
      worth <- if (!is.na(run$worth)) {
        list("\u00a0", el("small", sub("-", "\u2212", show_signed(run$worth, 2L))))
      }
      el("mark", run$text, worth, class_ = run$kind)
    })
    list(head, el("p", html("<bdi>"), runs, html("</bdi>")))
  })
  el("div",
    el("style", html(explain_style)), el("p", explain_head(x, shown)), lines,
    if (shown$more) el("p", "\u2026 and ", count_of(shown$more, "more sentence")),
    class_ = "tone-explain"
  )
}

#' @rdname print.tritone_tone_explain
#' @exportS3Method knitr::knit_print
knit_print.tritone_tone_explain <- function(x, n = 20, ...) {
  n <- check_count(n, "n")
  if (!knitr::is_html_output()) return(knitr::normal_print(x))
  notebook_markup(explain_html(x, n))
}
