# Copies: who repeats whom.

report_copies <- function(report) {
  copies <- report$copies
  if (!nrow(copies)) {
    return(section("copies", "Copies", el("p", "No article repeats another.", class_ = "q")))
  }
  shown <- order(-copies$jaccard, copies$doc_id_1, method = "radix")
  shown <- utils::head(shown, 30L)
  first <- match(copies$doc_id_1[shown], report$all$doc_id)
  second <- match(copies$doc_id_2[shown], report$all$doc_id)
  report$book$articles <- union(report$book$articles, c(first, second))
  link <- function(ids) {
    lapply(ids, function(id) {
      where <- el("span", article_where(report$all, id), class_ = "where")
      el("span", article_link(report, id), " ", where)
    })
  }
  section("copies", "Copies",
    el("p",
      sprintf(
        "%s of articles share at least half of their runs of five words, or one has seven tenths ",
        count_of(nrow(copies), "pair")
      ),
      "of the other\u2019s.",
      if (nrow(copies) > length(shown)) sprintf(" The %d closest:", length(shown)),
      class_ = "q"
    ),
    html_table(
      list(
        first = link(first), second = link(second), shared = say_share(copies$jaccard[shown]),
        contained = say_share(copies$containment[shown])
      ),
      c("First", "Then", "Shared", "Of the shorter"), number = c("shared", "contained")
    ),
    copies_by_source(copies),
    r_call("d <- article_duplicates(x, containment = 0.7)", "summary(d)")
  )
}

# Who takes from whom, where sources are known.
copies_by_source <- function(copies) {
  if (is.null(copies$source_1)) return(NULL)
  known <- !is.na(copies$source_1) & !is.na(copies$source_2) & copies$source_1 != copies$source_2
  if (!any(known)) return(NULL)
  pairs <- as.data.frame(
    table(from = copies$source_1[known], by = copies$source_2[known]), stringsAsFactors = FALSE
  )
  pairs <- pairs[pairs$Freq > 0, ]
  pairs <- utils::head(pairs[order(-pairs$Freq, pairs$from, pairs$by, method = "radix"), ], 12L)
  list(
    el("h3", "Who had it first"),
    html_table(
      list(
        from = foreign_each(pairs$from), by = foreign_each(pairs$by), n = show_count(pairs$Freq)
      ),
      c("First in", "Then in", "Pairs"), number = "n"
    )
  )
}
