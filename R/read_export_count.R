# What an export says of itself: how many articles it holds, and whether it is only a list of them.

# Lines that are no export by any rules but have what is on a cover page: no article.
list_of_articles <- function(source, rules) {
  for (rule in rules) {
    signs <- c(rule$ignore, rule$count)
    found <- vapply(signs, function(sign) any(grepl(sign, source$lines, perl = TRUE)), NA)
    if (sum(found) < 2L) next
    stated <- stated_count(source$lines, rule)
    return(no_records(rbind(source$problems, form_problems(NA, NA, "no_article", paste0(
      "a cover page or list of articles without their texts, by the rules \"", rule$name, "\"",
      if (!is.na(stated)) sprintf("; it names %s", count_of(stated, "article"))
    )))))
  }
  NULL
}

# How many articles the file itself says it holds; NA if it does not say. A pattern of Count has
# one group, a total, or two, the number of an article and the total.
stated_count <- function(lines, rule) {
  if (!length(rule$count)) return(NA_real_)
  totals <- numeric()
  for (pattern in rule$count) {
    counts <- lines[grepl(pattern, lines, perl = TRUE)]
    if (!length(counts)) next
    found <- do.call(rbind, regmatches(counts, regexec(pattern, counts, perl = TRUE)))
    number <- function(column) as.numeric(gsub("[^0-9]", "", found[, column]))
    if (ncol(found) == 2L) {
      totals <- c(totals, number(2L))
      next
    }
    # A file in which the numbers begin anew is several exports put together.
    i <- number(2L)
    total <- number(3L)
    begins <- c(TRUE, diff(i) <= 0 | diff(total) != 0)
    totals <- c(totals, total[begins])
  }
  totals <- totals[!is.na(totals)]
  if (length(totals)) sum(totals) else NA_real_
}

# The difference between what the file says it holds and what was found.
count_problem <- function(stated, found) {
  if (is.na(stated) || stated == found) return(form_problems())
  form_problems(NA, NA, "count_differs", sprintf(
    "the file says that it holds %s, %s found", count_of(stated, "article"),
    if (found == 1L) "1 was" else paste(show_count(found), "were")
  ))
}
