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
        paste(
          "In %s of articles each shares half of the sequences of five words with the other, or",
          "the longer has 70\u202f%% of those of the shorter."
        ),
        count_of(nrow(copies), "pair")
      ),
      sprintf(
        " %s %s an earlier one.", count_of(sum(report$copied), "article"),
        plural(sum(report$copied), "repeats", "repeat")
      ),
      if (nrow(copies) > length(shown)) sprintf(" The %d closest:", length(shown)),
      class_ = "q"
    ),
    html_table(
      list(
        first = link(first), second = link(second), shared = say_share(copies$jaccard[shown]),
        contained = say_share(copies$containment[shown])
      ),
      c(
        if (all(is.na(report$all$date))) c("One", "Other") else c("First", "Then"), "Shared",
        "Of the shorter"
      ),
      number = c("shared", "contained")
    ),
    copies_by_source(copies, report$all),
    r_call("d <- article_duplicates(x, containment = 0.7)", "summary(d)")
  )
}

# Who takes from whom, where sources are known and days differ.
copies_by_source <- function(copies, all) {
  if (is.null(copies$source_1)) return(NULL)
  day <- function(id) all$date[match(id, all$doc_id)]
  known <- which(
    copies$source_1 != copies$source_2 & day(copies$doc_id_1) < day(copies$doc_id_2)
  )
  if (!length(known)) return(NULL)
  pairs <- as.data.frame(
    table(from = copies$source_1[known], by = copies$source_2[known]), stringsAsFactors = FALSE
  )
  pairs <- pairs[pairs$Freq > 0, ]
  pairs <- utils::head(pairs[order(-pairs$Freq, pairs$from, pairs$by, method = "radix"), ], 12L)
  list(
    el("h3", "Who had it first"),
    el("p", "Pairs of different sources and days.", class_ = "soft"),
    html_table(
      list(
        from = foreign_each(pairs$from), by = foreign_each(pairs$by), n = show_count(pairs$Freq)
      ),
      c("First in", "Then in", "Pairs"), number = "n"
    )
  )
}
