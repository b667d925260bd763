# A driver of dirty files: it writes damaged files of every form, from a seed, and asks a verb
# about each of them. A verb may give a result or raise an error of class tritone_error; anything
# else is a fault.

# How many files of each form: few in every run; `make fuzz` asks for more.
dirty_count <- function() as.integer(Sys.getenv("TRITONE_DIRTY_FILES", "15"))

# Articles of our own, each with a word of its own that shows whether it was read.
dirty_words <- sprintf("zorn%03d", 1:6)

dirty_table <- function() {
  data.frame(
    id = sprintf("n%d", 1:6), title = paste("The mill at Tarsk,", dirty_words),
    text = paste0(
      "The mill, ", dirty_words, ", is shut \u2013 \u201cfor good\u201d.\n\nIn the caf\u00e9 ",
      "nobody said \"yes\", and rain fell on the harbour all day long."
    ),
    date = sprintf("2021-03-%02d", 1:6), stringsAsFactors = FALSE
  )
}

# The bytes of an undamaged file of each form that can be written here.
dirty_originals <- function() {
  table <- dirty_table()
  bytes <- function(...) charToRaw(enc2utf8(paste0(..., collapse = "\n")))
  through <- function(write) {
    path <- withr::local_tempfile()
    write(path)
    readBin(path, "raw", file.size(path))
  }
  text <- bytes(table$title[[1L]], "\n\nTARSK, March 3 (HPA) - ", table$text[[1L]], "\n")
  quoted <- lapply(table, function(x) paste0("\"", gsub("\"", "\"\"", x, fixed = TRUE), "\""))
  json_quoted <- lapply(table, encodeString, quote = "\"")
  rows <- function(columns, sep) do.call(paste, c(columns, sep = sep))
  objects <- sprintf(
    "{\"id\": %s, \"title\": %s, \"text\": %s, \"date\": %s}", json_quoted$id,
    json_quoted$title, gsub("\n", "\\n", json_quoted$text, fixed = TRUE), json_quoted$date
  )
  csv <- bytes(c("id,title,text,date", rows(quoted, ",")))
  packed <- function(x) {
    through(function(path) {
      file <- gzfile(path, "wb")
      writeBin(x, file)
      close(file)
    })
  }
  forms <- list(
    txt = text, csv = csv, tsv = bytes(c("id\ttitle\ttext\tdate", rows(quoted, "\t"))),
    txt.gz = packed(rep(text, 20L)), csv.gz = packed(csv)
  )
  if (requireNamespace("yyjsonr", quietly = TRUE)) {
    forms$json <- bytes("[", paste(objects, collapse = ",\n"), "]")
    forms$jsonl <- bytes(objects)
  }
  if (requireNamespace("nanoparquet", quietly = TRUE)) {
    forms$parquet <- through(function(path) {
      nanoparquet::write_parquet(table, path, compression = "uncompressed")
    })
  }
  if (requireNamespace("xml2", quietly = TRUE)) {
    forms$html <- bytes(
      "<!DOCTYPE html><html><head><title>", table$title[[1L]], "</title></head><body><h1>",
      table$title[[1L]], "</h1><p>", table$text, "</p></body></html>"
    )
    if (nzchar(Sys.which("zip"))) {
      forms$docx <- through(function(path) {
        file.copy(docx_file(uni_paragraphs(1, table$title[[1L]], table$text[[1L]])), path)
      })
    }
  }
  forms$rtf <- through(function(path) {
    file.copy(rtf_file(c(table$title[[1L]], "", table$text[[1L]])), path)
  })
  forms
}

# The bytes of undamaged exports of databases, by the name of their layout.
dirty_exports <- function() {
  table <- dirty_table()
  days <- c("December 3, 2021 Friday", "December 4, 2021 Saturday")
  nexis <- sprintf(
    paste(
      "\n%d of 6 DOCUMENTS\n\n\nThe Daily Wheel\n\n%s\n\n%s\n\nBYLINE: Ada Brook",
      "\nSECTION: NEWS\n\nLENGTH: 21 words\n\n%s\n\nLOAD-DATE: December 6, 2021\n",
      "\nLANGUAGE: ENGLISH\n\nCopyright 2021 The Daily Wheel\nAll Rights Reserved\n\n"
    ), 1:6, rep(days, 3L), table$title, table$text
  )
  factiva <- sprintf(
    paste0(
      "HD  %s\nWC  21 words\nPD  %d March 2021\nSN  The Daily Wheel\nLA  English\nTD\n%s\n",
      "AN  Document %d\n\n"
    ),
    table$title, 1:6, table$text, 1:6
  )
  lapply(list(nexis = nexis, factiva = factiva), function(x) {
    charToRaw(enc2utf8(paste0(x, collapse = "")))
  })
}

# Each kind of damage: a function of the bytes of a file, and of the bytes of one of another
# form, which draws from R's random numbers.
dirty_damages <- list(
  none = function(x, other) x,
  cut = function(x, other) utils::head(x, sample(length(x), 1L) - 1L),
  begun_late = function(x, other) utils::tail(x, sample(length(x), 1L) - 1L),
  hole = function(x, other) {
    at <- sort(sample(length(x), 2L))
    x[-(at[[1L]]:at[[2L]])]
  },
  flipped = function(x, other) {
    at <- sample(length(x), sample(20L, 1L))
    x[at] <- as.raw(sample(0:255, length(at), replace = TRUE))
    x
  },
  bit = function(x, other) {
    at <- sample(length(x), 1L)
    x[[at]] <- xor(x[[at]], as.raw(2^sample(0:7, 1L)))
    x
  },
  nul = function(x, other) dirty_insert(x, raw(1L), sample(5L, 1L)),
  many_nul = function(x, other) dirty_insert(x, raw(1L), 100L),
  marks = function(x, other) {
    c(rep(as.raw(c(0xef, 0xbb, 0xbf)), sample(3L, 1L)), dirty_insert(x, charToRaw("\ufeff"), 2L))
  },
  wrong_mark = function(x, other) c(as.raw(sample(c(0xff, 0xfe))), x),
  encoded = function(x, other) {
    to <- sample(c("latin1", "CP1251", "UTF-16LE", "UTF-16BE", "UTF-16", "UTF-32"), 1L)
    out <- iconv(list(x), "UTF-8", to, toRaw = TRUE, sub = "?")[[1L]]
    if (is.null(out)) x else out
  },
  twice_encoded = function(x, other) {
    out <- iconv(list(x), "latin1", "UTF-8", toRaw = TRUE)[[1L]]
    if (is.null(out)) x else out
  },
  bad_bytes = function(x, other) dirty_insert(x, as.raw(sample(128:255, 1L)), sample(9L, 1L)),
  line_ends = function(x, other) {
    ends <- c("\n", "\r\n", "\r", "\n\r", "\u2028", "\u2029", "\u0085", "\v", "\f")
    dirty_replace(x, as.raw(10L), lapply(ends, charToRaw))
  },
  characters = function(x, other) {
    some <- c("\u2028", "\u2029", "\u0085", "\v", "\f", "\u202e", "\u200b", "\U1F600", "\r")
    dirty_insert(x, charToRaw(sample(some, 1L)), sample(9L, 1L))
  },
  marks_of_form = function(x, other) {
    some <- c("\"", "'", ",", ";", "\t", "{", "}", "[", "]", "\\", "<", ">", "&", "\\ud800", "\n")
    dirty_insert(x, charToRaw(sample(some, 1L)), sample(9L, 1L))
  },
  huge = function(x, other) dirty_insert(x, rep(charToRaw("rain "), 4e4), 1L),
  nested = function(x, other) {
    dirty_insert(x, rep(charToRaw(sample(c("[", "{", "\""), 1L)), 5e3), 1L)
  },
  twice = function(x, other) c(x, x),
  joined = function(x, other) c(x, other),
  other_form = function(x, other) other,
  empty = function(x, other) raw(),
  blank = function(x, other) charToRaw(strrep("\n \t\r", 50L)),
  noise = function(x, other) as.raw(sample(0:255, sample(3000L, 1L), replace = TRUE))
)

# Puts `what` into `x` at n places.
dirty_insert <- function(x, what, n) {
  for (i in seq_len(n)) x <- append(x, what, sample(0:length(x), 1L))
  x
}

# Each byte `what` of `x` becomes one of `by`.
dirty_replace <- function(x, what, by) {
  pieces <- as.list(x)
  at <- which(x == what)
  pieces[at] <- by[sample(length(by), length(at), replace = TRUE)]
  as.raw(unlist(pieces))
}

# Writes n damaged files of each form of `originals` into `root`, the same in every run: a data
# frame of path, form and damage.
write_dirty_files <- function(root, n, seed = 1L, originals = dirty_originals()) {
  withr::local_seed(seed)
  files <- expand.grid(
    number = seq_len(n), form = names(originals), stringsAsFactors = FALSE
  )
  files$damage <- rep_len(names(dirty_damages), n)[files$number]
  files$path <- file.path(root, sprintf("%04d_%s.%s", files$number, files$damage, files$form))
  for (i in seq_len(nrow(files))) {
    other <- originals[[sample(length(originals), 1L)]]
    damaged <- dirty_damages[[files$damage[[i]]]](originals[[files$form[[i]]]], other)
    writeBin(damaged, files$path[[i]])
  }
  files
}

# Calls `verb(path)` and says what came of it: a list of `kind`, "result", "classed" (an error
# of the package), "raw" (any other error) or "warned"; `value`; and what was said.
ask_dirty <- function(path, verb) {
  warned <- NULL
  out <- tryCatch(
    withCallingHandlers(
      list(kind = "result", value = verb(path)),
      message = function(m) invokeRestart("muffleMessage"),
      warning = function(w) {
        warned <<- conditionMessage(w)
        invokeRestart("muffleWarning")
      }
    ),
    tritone_error = function(e) list(kind = "classed", said = conditionMessage(e)),
    error = function(e) list(kind = "raw", said = conditionMessage(e))
  )
  if (!is.null(warned)) out <- list(kind = "warned", said = warned)
  out
}

# What is wrong with the records of `paths`: a file without a trace, an article without a text
# and without a problem, or a word that is in the bytes of a file, was not read, and has no
# problem to show for it. Pages are not asked for their words: most of a page is no article.
dirty_faults <- function(news, paths) {
  told <- article_problems(news)
  silent <- setdiff(paths, c(news$path, told$path))
  empty <- is.na(news$text) & !news$path %in% told$path
  invalid <- !all(validUTF8(unlist(lapply(as.data.frame(news), as.character))))
  lost <- vapply(setdiff(paths, told$path), function(path) {
    if (grepl("[.](html|gz)$", path)) return(FALSE)
    bytes <- readBin(path, "raw", file.size(path))
    bytes <- rawToChar(bytes[bytes > as.raw(0L) & bytes < as.raw(128L)])
    read <- as.data.frame(news)[news$path == path, setdiff(names(news), "path"), drop = FALSE]
    read <- paste(unlist(lapply(read, as.character)), collapse = "\n")
    any(vapply(dirty_words, function(word) {
      grepl(word, bytes, fixed = TRUE) && !grepl(word, read, fixed = TRUE)
    }, NA))
  }, NA)
  c(
    if (length(silent)) paste("no trace of", basename(silent)),
    if (any(empty)) paste("no problem of", basename(news$path[empty])),
    if (invalid) "a string that is not UTF-8",
    if (anyDuplicated(news$doc_id)) "two articles of one id",
    if (any(lost)) paste("an article was lost from", basename(names(lost)[lost]))
  )
}
