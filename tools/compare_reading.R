# Reads the same articles by two versions of the package and lists what differs, to see what a
# change of the readers does to real collections:
#   Rscript tools/compare_reading.R <library before> <library after> [articles of each as files]
# Collections are the tables (.csv.gz) with a column `text` below the folder that TRITONE_DATA
# names: each is read as the table it is, as JSON lines, and, in part, as a folder of text
# files. Prints numbers and ids, never texts.
arguments <- commandArgs(TRUE)

read_all <- function(n) {
  suppressMessages(library(tritone))
  files <- Sys.glob(file.path(Sys.getenv("TRITONE_DATA"), "*", "*.csv.gz"))
  out <- list()
  for (file in files) {
    name <- file.path(basename(dirname(file)), basename(file))
    header <- readLines(file, 1L, warn = FALSE)
    if (!grepl("(^|,)\"?(text|title|sentence|headline)\"?(,|$)", header)) next
    read <- function(...) suppressMessages(article_read(..., progress = FALSE))
    news <- read(file)
    out[[name]] <- list(news = as.data.frame(news), problems = article_problems(news))
    if (!any(nzchar(news$text), na.rm = TRUE)) next
    folder <- tempfile()
    dir.create(folder)
    source <- utils::read.csv(gzfile(file), encoding = "UTF-8", colClasses = "character")
    if (is.null(source$text)) next
    some <- source$text[unique(round(seq(1, nrow(source), length.out = min(n, nrow(source)))))]
    for (i in seq_along(some)) {
      writeLines(some[[i]], file.path(folder, sprintf("%05d.txt", i)), useBytes = TRUE)
    }
    news <- read(folder)
    news$path <- basename(news$path)
    problems <- article_problems(news)
    problems$path <- basename(problems$path)
    out[[paste(name, "as files")]] <- list(news = as.data.frame(news), problems = problems)
    if (requireNamespace("yyjsonr", quietly = TRUE)) {
      lines <- file.path(folder, "all.jsonl")
      yyjsonr::write_ndjson_file(source, lines)
      news <- read(lines)
      problems <- article_problems(news)
      news$path <- problems$path <- NULL
      out[[paste(name, "as JSON")]] <- list(news = as.data.frame(news), problems = problems)
    }
    unlink(folder, recursive = TRUE)
  }
  out
}

if (identical(arguments[[1L]], "--read")) {
  saveRDS(read_all(as.integer(arguments[[3L]])), arguments[[2L]])
  quit(status = 0)
}

script <- sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE))
n <- if (length(arguments) > 2L) arguments[[3L]] else "500"
both <- lapply(arguments[1:2], function(library) {
  file <- tempfile(fileext = ".rds")
  status <- system2("Rscript", c(script, "--read", file, n), env = paste0("R_LIBS=", library))
  if (status != 0L) stop("reading failed with ", library)
  readRDS(file)
})
same <- function(a, b) (is.na(a) & is.na(b)) | (!is.na(a) & !is.na(b) & a == b)
for (name in union(names(both[[1L]]), names(both[[2L]]))) {
  before <- both[[1L]][[name]]
  after <- both[[2L]][[name]]
  rows <- c(nrow(before$news), nrow(after$news))
  cat(sprintf("%-60s %6d records", name, rows[[2L]]))
  if (rows[[1L]] != rows[[2L]]) {
    cat(sprintf(", were %d\n", rows[[1L]]))
    next
  }
  columns <- union(names(before$news), names(after$news))
  changed <- vapply(columns, function(column) {
    a <- before$news[[column]]
    b <- after$news[[column]]
    if (is.null(a) || is.null(b)) return(rows[[1L]])
    sum(!same(as.character(a), as.character(b)))
  }, 0)
  changed <- changed[changed > 0]
  cat(if (length(changed)) paste0("; changed: ", paste(names(changed), changed, collapse = ", ")))
  if ("text" %in% names(changed)) {
    at <- which(!same(before$news$text, after$news$text))
    cat("; first", utils::head(before$news$doc_id[at], 3L))
  }
  known <- unique(c(before$problems$code, after$problems$code))
  codes <- function(read) table(factor(read$problems$code, known))
  shift <- codes(after) - codes(before)
  shift <- shift[shift != 0]
  shift <- paste(names(shift), sprintf("%+d", c(shift)), recycle0 = TRUE)
  if (length(shift)) cat("; problems:", paste(shift, collapse = ", "))
  cat("\n")
}
