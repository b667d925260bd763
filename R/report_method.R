# How the page was made, so that it can be made again.

report_method <- function(report) {
  section("method", "Method",
    el("ul", lapply(method_items(report), function(item) el("li", item))),
    el("p", "To make this page again:", class_ = "q"),
    el("pre", report_call(report)),
    html_table(
      list(what = c(
        "Receipt of the articles (MD5)", "Receipt of the options (MD5)", "Versions"
      ), value = list(
        el("code", articles_receipt(report$all)), el("code", options_receipt(report)),
        sprintf("tritone %s", utils::packageVersion("tritone"))
      )),
      c("What", "Value")
    )
  )
}

method_items <- function(report) {
  all <- report$all
  tone <- report$tone
  items <- list(
    sprintf(
      "Terms: words by the rules of newswire in lower case; %s different terms after stop words.",
      show_count(ncol(report$terms))
    ),
    if (!is.null(report$theta)) topic_method(report),
    list("Tone: lexicon \u201c", foreign_list(unique(stats::na.omit(tone$lexicon))), sprintf(
      "\u201d; %s of %s %s at least one of its words.",
      show_count(sum(!is.na(tone$tone))), count_of(nrow(tone), "article"),
      plural(nrow(tone), "has", "have")
    )),
    if (!is.null(report$periods)) sprintf("Unit of time: the %s.", report$periods$by),
    paste(
      "Intervals of means: by Student\u2019s t over articles, those of the same words being one,",
      "as tone_score() by groups and topic_prevalence() give them; those of topics hold the terms",
      "of the topics fixed."
    ),
    paste(
      "Differences, changes and peaks are stated only where they are larger than chance explains",
      "(95\u202f%, over all comparisons of their kind); of the terms that are listed as rising,",
      "fading or preferred one in twenty may be chance (false discovery rate of 5\u202f%)."
    )
  )
  items[!vapply(items, is.null, NA)]
}

topic_method <- function(report) {
  if (!is.null(report$given$topics)) {
    return(paste0("Topics: the fit that was given, ", ncol(report$theta), " topics."))
  }
  fit <- report$topics
  paste0(
    "Topics: latent Dirichlet allocation (", fit$options$method, "), ", ncol(report$theta),
    " topics, seed ", format(fit$seed), "; terms in at least two and at most half of the articles."
  )
}

# The call of the page with the options that are not as by default.
report_call <- function(report) {
  given <- report$given
  options <- c(
    if (!is.null(given$topics)) "topics = fit", if (!is.null(given$tone)) "tone = tone",
    if (!is.null(given$k)) paste("k =", given$k),
    if (!is.null(given$unit)) sprintf("unit = \"%s\"", given$unit),
    if (!identical(as.numeric(given$seed), 1)) paste("seed =", format(given$seed))
  )
  paste0("article_report(", paste(c("x", "\"report.html\"", options), collapse = ", "), ")")
}

# Digests of what the page was made from: two pages with the same ones have the same figures.
articles_receipt <- function(all) {
  fields <- c("doc_id", "title", "text", "source")
  text <- lapply(all[fields], function(x) ifelse(is.na(x), "\001", enc2utf8(x)))
  digest(c(unlist(text, use.names = FALSE), format(all$date)))
}

options_receipt <- function(report) {
  given <- report$given
  digest(c(
    report_call(report), lexicon_names(report$tone), as.character(utils::packageVersion("tritone")),
    if (!is.null(given$topics)) {
      c(colnames(given$topics$phi), sprintf("%.10g", rowSums(given$topics$phi^2)))
    }
  ))
}

lexicon_names <- function(tone) sort(unique(as.character(tone$lexicon)))

digest <- function(lines) {
  file <- tempfile()
  on.exit(unlink(file))
  con <- file(file, "wb")
  writeLines(enc2utf8(lines), con, useBytes = TRUE)
  close(con)
  unname(tools::md5sum(file))
}
