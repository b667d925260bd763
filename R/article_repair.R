# Undoes what wrong encodings and half-read markup left in texts: UTF-8 read as
# windows-1252 or Latin-1, once or more; controls U+0080 to U+009F for characters of
# windows-1252; references of HTML such as "&amp;". Clean texts come back as they are.
#
# `x` is a character vector. Gives list(text, repairs, kind), all as long as `x`: `text`
# with the names of `x`, `repairs` the number of characters put right (0 for `NA`), `kind`
# what they were, such as "2 mojibake, 1 entity", or "" where there was nothing.
repair_text <- function(x, threads = getOption("tritone.threads", 2)) {
  if (!is.character(x)) abort_argument("x", "a character vector", x)
  found <- article_repair_core(x, check_threads(threads))
  kinds <- c("mojibake", "control", "entity")
  counts <- found[kinds]
  repairs <- as.integer(Reduce(`+`, counts))
  kind <- rep("", length(x))
  hit <- which(repairs > 0L)
  kind[hit] <- vapply(hit, function(i) {
    n <- vapply(counts, `[[`, 0L, i)
    paste(n[n > 0L], kinds[n > 0L], collapse = ", ")
  }, "")
  list(text = found$text, repairs = repairs, kind = kind)
}
