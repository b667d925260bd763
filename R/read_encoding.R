# The encodings of files that are not in UTF-8: the one that the user names, or a guess, with its
# reason. The core decides between UTF-8, UTF-16 and windows-1252 while it reads; iconv() converts
# from all others.

# The encodings among which is guessed; of two in which a file is the same text the first counts.
# `doubt` is taken from the logarithm of the likelihood of each: how rare it is.
guessed_encodings <- data.frame(
  name = c(
    "windows-1252", "windows-1251", "windows-1250", "windows-1253", "windows-1254",
    "windows-1257", "GB18030", "CP932", "EUC-JP", "CP949", "BIG5", "KOI8-R", "KOI8-U",
    "ISO-8859-2", "ISO-8859-5", "ISO-8859-7", "ISO-8859-9", "ISO-8859-13", "ISO-8859-15",
    "ISO-8859-16", "CP866", "macintosh", "CP850", "CP852", "CP857", "CP737", "MacCyrillic",
    "windows-1255", "windows-1256", "ISO-8859-6", "CP874", "UTF-16LE", "UTF-16BE"
  ),
  doubt = c(
    0, 0, 1, 0, 1, 1, 0, 0, 0, 0, 0, 1, 1.5, 2, 2, 1, 2, 2, 2, 6, 2, 4, 3, 3.5, 5, 2, 2,
    1, 1, 2, 4, 0, 0
  ),
  stringsAsFactors = FALSE
)

# How many bytes of a file are looked at.
telling_bytes <- 4096L

# A guess is sure if the logarithm of its likelihood is this far before the next.
sure_guess <- 5

# A name that iconv() knows, or NULL.
check_encoding <- function(encoding) {
  encoding <- check_string(encoding, "encoding", null = TRUE)
  if (is.null(encoding)) return(NULL)
  if (nzchar(encoding) && nchar(encoding, "bytes") <= 100L && knows_encoding(encoding)) {
    return(encoding)
  }
  known <- unique(c(guessed_encodings$name, known_encodings()))
  plain <- function(x) gsub("[^a-z0-9]", "", tolower(x))
  near <- if (nchar(encoding, "bytes") <= 100L) {
    c(known[plain(known) == plain(encoding)], nearest_name(encoding, known))
  }
  near <- utils::head(near[!duplicated(plain(near))], 3L)
  abort_input(
    "`encoding` must be the name of an encoding that iconv() knows (see iconvlist()); given ",
    describe(encoding), ".",
    if (length(near)) paste0(" Names like it: ", quote_list(near), ".")
  )
}

knows_encoding <- function(name) {
  tryCatch(
    !is.na(suppressWarnings(iconv("a", name, "UTF-8", sub = "?"))), error = function(e) FALSE
  )
}

# Not every system can list them.
known_encodings <- function() {
  known <- tryCatch(suppressWarnings(utils::head(iconvlist(), 5000L)), error = function(e) NULL)
  c("UTF-8", "UTF-16", "ISO-8859-1", as.character(known))
}

# The bytes of a source, which is a path or the unpacked bytes; NULL if it cannot be read.
source_bytes <- function(source) {
  if (is.raw(source)) return(source)
  tryCatch(
    suppressWarnings(readBin(source, "raw", file.size(source))), error = function(e) NULL
  )
}

# `bytes` in UTF-8, with U+FFFD for what is not of the encoding, or NULL if iconv() fails.
to_utf8 <- function(bytes, encoding) {
  # Browsers, too, read what is named Latin 1 as the encoding that has it as a part.
  latin <- tolower(encoding) %in% c("iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "l1")
  tryCatch(
    iconv(
      list(as.vector(bytes)), if (latin) "windows-1252" else encoding, "UTF-8", sub = "\ufffd",
      toRaw = TRUE
    )[[1L]],
    error = function(e) NULL, warning = function(w) NULL
  )
}

count_replaced <- function(bytes) {
  length(grepRaw(as.raw(c(0xef, 0xbf, 0xbd)), bytes, fixed = TRUE, all = TRUE))
}

# The problems of a file that was converted from `encoding`; `why` says who named it.
encoding_problems <- function(bytes, encoding, why) {
  bad <- count_replaced(bytes)
  form_problems(
    NA, NA, c("encoding", if (bad) "bad_bytes"),
    c(
      paste0("read as ", encoding, why),
      if (bad) {
        sprintf("%s not of this encoding replaced by U+FFFD", count_of(bad, "piece"))
      }
    )
  )
}

# What `read` gives for a file: a function of its path or bytes, whose result has the columns
# `problems`, and `sure`, whether no other encoding comes into question. If the user has named an
# encoding, or if the core has met bytes that are not UTF-8 and another encoding fits them better,
# it reads what iconv() makes of them. Returns the result with all problems as form_problems(), or
# only these as a data frame if there is nothing to read.
read_source <- function(file, options, read) {
  source <- file_or_bytes(file)
  if (is.data.frame(source)) return(source)
  before <- packed_problems(source)
  with_problems <- function(out, problems = form_problems()) {
    reported <- core_problems(out$problems)
    # What is bad was replaced before the core has seen it.
    out$problems <- rbind(before, problems, reported)
    out
  }
  if (!is.null(options$encoding)) {
    bytes <- source_bytes(source)
    if (!is.null(bytes)) bytes <- to_utf8(bytes, options$encoding)
    if (is.null(bytes)) return(with_problems(read(source)))
    plain <- grepl("^utf-?8$", options$encoding, ignore.case = TRUE)
    reported <- encoding_problems(bytes, options$encoding, ", as `encoding` says")
    return(with_problems(read(bytes), if (plain) reported[-1L, ] else reported))
  }
  out <- read(source)
  doubtful <- !out$sure && is_doubtful(out$problems)
  guess <- if (doubtful) guess_encoding(source_bytes(source))
  if (is.null(guess)) return(with_problems(out))
  with_problems(read(guess$bytes), guess$problems)
}

# The text of bytes, as read_html_decode_core() gives it, by the same rules.
decoded_bytes <- function(bytes, options) {
  if (is.null(options$encoding)) {
    source <- read_html_decode_core(bytes)
    found <- if (is_doubtful(source$problems)) guess_encoding(bytes)
  } else {
    text <- to_utf8(bytes, options$encoding)
    found <- if (!is.null(text)) list(
      bytes = text, problems = encoding_problems(text, options$encoding, ", as `encoding` says")
    )
    source <- if (is.null(found)) read_html_decode_core(bytes)
  }
  if (is.null(found)) return(source)
  source <- read_html_decode_core(found$bytes)
  reported <- rbind(found$problems, core_problems(c(source$problems, list(record = NA))))
  source$problems <- reported[c("line", "code", "detail")]
  source
}

# Do the problems that the core has met in decoding leave room for another encoding?
is_doubtful <- function(problems) any(are_doubtful(problems))

are_doubtful <- function(problems) {
  problems$code %in% c("encoding", "bad_bytes", "control_characters", "binary") &
    !grepl("^read as UTF-(16|32)", problems$detail)
}

# An encoding that fits bytes better than what the core takes them for: a list of `encoding`,
# `bytes` in UTF-8 and `problems`, which say how sure it is; else NULL.
guess_encoding <- function(bytes) {
  if (length(bytes) < 2L || has_mark(bytes)) return(NULL)
  found <- article_telling_bytes_core(bytes, telling_bytes)
  if (!is.na(found$announced)) {
    return(guessed(bytes, found$announced, ": it has the escapes of that"))
  }
  best <- if (any(utils::head(bytes, 65536L) == as.raw(0))) {
    best_wide_reading(bytes)
  } else {
    best_reading(found$sample, bytes)
  }
  if (is.null(best)) return(NULL)
  guessed(bytes, best$name, best$why)
}

guessed <- function(bytes, encoding, why) {
  text <- to_utf8(bytes, encoding)
  if (is.null(text)) return(NULL)
  list(encoding = encoding, bytes = text, problems = encoding_problems(text, encoding, why))
}

byte_marks <- list(
  utf8 = as.raw(c(0xef, 0xbb, 0xbf)), utf16le = as.raw(c(0xff, 0xfe)),
  utf16be = as.raw(c(0xfe, 0xff))
)

# Does a file begin with a byte order mark?
has_mark <- function(bytes, marks = byte_marks) {
  any(vapply(marks, function(mark) identical(utils::head(bytes, length(mark)), mark), NA))
}

# Bytes without the marks of UTF-8 before them; some programs write several.
without_marks <- function(bytes) {
  while (has_mark(bytes, byte_marks["utf8"])) bytes <- bytes[-(1:3)]
  bytes
}

# The readings of a sample in each encoding, with how plausible each is, the best first.
score_readings <- function(sample, encodings) {
  texts <- lapply(encodings$name, function(name) to_utf8(sample, name))
  some <- !vapply(texts, is.null, NA)
  texts <- vapply(texts[some], function(text) rawToChar(text[text != as.raw(0)]), "")
  Encoding(texts) <- "UTF-8"
  out <- cbind(
    encodings[some, , drop = FALSE], article_plausible_core(texts), text = texts,
    stringsAsFactors = FALSE
  )
  out$score <- out$score - out$doubt
  out <- out[order(-out$score), ]
  out[!duplicated(out$text), ]
}

# The encoding of a sample, list(name, why), or NULL if what the core makes of it is as good.
best_reading <- function(sample, bytes) {
  if (!length(sample) || validUTF8(rawToChar(sample)) || is_stray(sample)) return(NULL)
  now <- article_decode_core(sample)$text
  if (is.na(now)) now <- ""
  plain <- article_plausible_core(now)
  # Most files of newspapers are in windows-1252: this saves the time to try all others.
  western <- plain$marks && plain$mean > -3.5 && plain$language %in% western_languages
  if (western || is_damaged_utf8(sample)) return(NULL)
  wide <- startsWith(guessed_encodings$name, "UTF-16")
  tried <- score_readings(sample, guessed_encodings[!wide, ])
  best <- tried[1L, ]
  # UTF-16 without a blank or another character of ASCII has no byte 0.
  if (best$mean < -7 && !is.null(other <- best_wide_reading(bytes, best$mean + 1))) return(other)
  if (!is_better(best, plain, now)) return(NULL)
  list(name = best$name, why = guess_reason(best, tried[-1L, ]))
}

# Is the best reading enough better than `now`, the text as it is, which is as plausible as `plain`
# says?
is_better <- function(best, plain, now) {
  ahead <- if (nzchar(now)) best$score - plain$score else Inf
  ahead >= lead_needed(best, plain) && best$strange <= 0.3 * best$marks && best$text != now
}

western_languages <- c(
  "English", "French", "German", "Spanish", "Portuguese", "Italian", "Catalan", "Dutch",
  "Swedish", "Danish"
)

# A byte or two astray in a long line of ASCII are damage, and show no encoding.
is_stray <- function(sample) {
  telling <- sum(sample > as.raw(127))
  telling <= 3L && sum(sample %in% as.raw(c(65:90, 97:122))) > 60L * telling
}

# How far the best reading must be ahead of the text as it is: one that is not plausible gives way
# to one that is.
lead_needed <- function(best, plain) {
  if (plain$mean < -6.5 && best$mean > -4.5) return(1)
  if (best$mean > -4) 3 else 1.6 * sure_guess
}

# Are bytes plausible as UTF-8 where they are not ill-formed, as not a few are?
is_damaged_utf8 <- function(sample) {
  text <- rawToChar(to_utf8(sample, "UTF-8"))
  Encoding(text) <- "UTF-8"
  plain <- article_plausible_core(text)
  if (plain$marks < 1.5 * plain$replacements) return(FALSE)
  rest <- article_plausible_core(gsub("\ufffd", "", text, fixed = TRUE))
  rest$mean > -8 && rest$strange <= 0.1 * rest$marks
}

# The same for UTF-16 without a byte order mark.
best_wide_reading <- function(bytes, least = -9.5) {
  size <- min(length(bytes), telling_bytes)
  sample <- bytes[seq_len(size - size %% 2L)]
  wide <- startsWith(guessed_encodings$name, "UTF-16")
  tried <- score_readings(sample, guessed_encodings[wide, ])
  best <- tried[1L, ]
  if (!nrow(tried) || best$marks < 4L || best$replacements > 0L) return(NULL)
  if (best$strange > 0.02 * best$marks || best$mean < max(least, -9.5)) return(NULL)
  list(name = best$name, why = guess_reason(best, tried[-1L, ]))
}

# Why an encoding was guessed, and whether another fits nearly as well.
guess_reason <- function(best, others) {
  near <- others[others$score > best$score - sure_guess, , drop = FALSE]
  if (!nrow(near)) {
    return(paste0(", a guess: as such its letters are those of ", best$language))
  }
  sprintf(
    ", an uncertain guess: as such its letters are those of %s, but as %s they would be %s",
    best$language, near$name[[1L]], near$language[[1L]]
  )
}

# Says in one message which encodings were guessed.
tell_encodings <- function(problems) {
  guess <- grep("^read as [^ ]+(, an? (uncertain )?guess|: it has the escapes)", problems$detail[
    problems$code == "encoding"
  ], value = TRUE)
  if (!length(guess)) return(invisible())
  names <- table(sub("^read as ([^ ,:]+).*$", "\\1", guess))
  unsure <- sum(grepl("uncertain guess", guess, fixed = TRUE))
  message(
    "The encoding of ", count_of(length(guess), "file"), " was guessed (",
    paste0(names(names), ": ", names, collapse = ", "), if (unsure) paste("; uncertain:", unsure),
    ")",
    ". See article_problems(x); `encoding` names the right one."
  )
}
