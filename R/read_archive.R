# Members of .zip files.

# What a .zip file holds, as unzip() lists it; NULL if it is none.
zip_listing <- function(file) {
  tryCatch(
    utils::unzip(file, list = TRUE), error = function(e) NULL, warning = function(w) NULL
  )
}

# Why a file that begins like a .zip file cannot be listed.
zip_problem <- function(file) {
  if (!isTRUE(file.exists(file))) {
    return(form_problems(NA, 1L, "unreadable", "there is no such file"))
  }
  form_problems(NA, 1L, "cut_off", "the packed file ends early or is damaged: nothing can be read")
}

# The words for bytes before or after an archive, which no reader of archives looks at; NULL if
# there are none. An archive ends with a record of its own, which says where its list of members
# begins, how long that is, and how long a comment follows.
zip_extra_words <- function(file) {
  size <- file.size(file)
  connection <- file(file, "rb")
  on.exit(close(connection))
  from <- max(0, size - 65557) # the record and the longest comment
  seek(connection, from)
  bytes <- readBin(connection, "raw", size - from)
  at <- grepRaw(as.raw(c(0x50, 0x4b, 0x05, 0x06)), bytes, fixed = TRUE, all = TRUE)
  at <- at[at + 21L <= length(bytes)]
  if (!length(at)) return(NULL)
  at <- at[[length(at)]]
  number <- function(first, n) {
    sum(as.integer(bytes[at + first + seq_len(n) - 1L]) * 256^(seq_len(n) - 1L))
  }
  begin <- number(16L, 4L)
  before <- if (begin < 2^32 - 1) from + at - 1 - number(12L, 4L) - begin else 0
  after <- size - (from + at - 1 + 22 + number(20L, 2L))
  if (before <= 0 && after <= 0) return(NULL)
  sprintf(
    "%s %s the archive are not read: another file was joined to it, or it is damaged",
    count_of(max(0, before) + max(0, after), "byte"),
    paste(c(if (before > 0) "before", if (after > 0) "after"), collapse = " and ")
  )
}

# The bytes of a member; a data frame of problems if they cannot be read.
zip_member <- function(file, name) {
  read <- tryCatch(
    {
      connection <- unz(file, name)
      on.exit(close(connection))
      open(connection, "rb")
      read_within(connection, unpack_limit(file))
    },
    error = conditionMessage, warning = conditionMessage
  )
  if (is.null(read)) return(form_problems(NA, 1L, "too_large", unpacked_limit_words(file)))
  if (is.character(read) || !length(read)) {
    return(form_problems(
      NA, 1L, "unreadable", paste("the packed file is damaged or locked: there is no", name)
    ))
  }
  read
}

# The rows of find_article_files() with each archive replaced by its members, which are unpacked
# into `folder`: a member has the archive's name before its own. No more is unpacked than 64 MiB
# or 200 times the archive, nor deeper than an archive in an archive.
open_archives <- function(rows, format, forms, folder) {
  while (any(rows$form == "zip" & is.na(rows$code))) {
    at <- which(rows$form == "zip" & is.na(rows$code))[[1L]]
    rows <- rbind(
      rows[seq_len(at - 1L), ], archive_rows(rows[at, ], format, forms, folder),
      rows[-seq_len(at), ]
    )
  }
  # Rows that are no files of articles come last.
  rows[order(rows$form == "none"), ]
}

archive_rows <- function(row, format, forms, folder) {
  refused <- function(code, why) {
    row$form <- "none"
    row$code <- code
    row$why <- why
    row
  }
  listing <- zip_listing(row$file)
  if (is.null(listing)) {
    return(refused("cut_off", "the archive ends early, is damaged or none: nothing can be read"))
  }
  if (row$depth > 1L) {
    return(refused("unreadable", "an archive in an archive in an archive is not opened"))
  }
  listing <- listing[!grepl("[/\\\\]$", listing$Name, useBytes = TRUE), , drop = FALSE]
  name <- gsub("\\", "/", listing$Name, fixed = TRUE, useBytes = TRUE)
  kept <- member_kinds(name, listing$Length, row, format, forms)
  none <- lapply(names(kept$why), function(code) {
    names <- name[kept$code %in% code]
    if (!length(names)) return(NULL)
    out <- left_out_row(row$path, code, paste0(row$path, "/", names), kept$why[[code]])
    data.frame(path = row$path, out, left = NA_real_, depth = 0L)
  })
  is <- which(is.na(kept$code))
  members <- unpack_members(row, listing[is, , drop = FALSE], name[is], kept$form[is], folder)
  if (nrow(members)) members$left <- row$left - sum(listing$Length[is])
  extra <- zip_extra_words(row$file)
  if (length(extra)) {
    extra <- unread_rows(row$path, "extra_bytes", extra)
    none <- c(none, list(data.frame(path = row$path, extra, left = NA_real_, depth = 0L)))
  }
  do.call(rbind, c(list(members), none))
}

# The form of each member, and the code of what keeps it from being read.
member_kinds <- function(name, size, row, format, forms) {
  endings <- c(form_endings(forms, format), zip = "zip")
  form <- unname(endings[file_ending(name)])
  base <- sub("^.*/", "", name, useBytes = TRUE)
  code <- rep(NA_character_, length(name))
  code[is.na(form)] <- "other_ending"
  code[cumsum(ifelse(is.na(code), size, 0)) > row$left | size > 2^30] <- "too_large"
  hidden <- grepl("^[.]|^~[$]", base, useBytes = TRUE) |
    grepl("(^|/)__MACOSX/", name, useBytes = TRUE)
  code[hidden] <- "hidden"
  code[duplicated(name)] <- "duplicate_name"
  code[grepl("^/|^[A-Za-z]:|(^|/)[.][.](/|$)", name, useBytes = TRUE)] <- "unsafe_name"
  list(form = form, code = code, why = c(
    other_ending = paste("ending is none of", shown_endings(endings)),
    hidden = "name begins with a full stop or as a lock file does (~$)",
    too_large = "size, unpacked, is more than may be",
    duplicate_name = "name is that of a member before",
    unsafe_name = "name points out of the archive"
  ))
}

# Unpacks the members of an archive that are listed: rows of find_article_files().
unpack_members <- function(row, listing, name, form, folder) {
  n <- nrow(listing)
  if (!n) return(row[0L, ])
  dir.create(folder, FALSE, TRUE)
  place <- tempfile("archive", folder)
  dir.create(place)
  tryCatch(
    suppressWarnings(utils::unzip(row$file, files = listing$Name, exdir = place)),
    error = function(e) NULL
  )
  file <- file.path(place, listing$Name)
  size <- file.size(file)
  bad <- is.na(size) | size != listing$Length
  locked <- isTRUE(as.integer(readBin(row$file, "raw", 7L)[7L]) %% 2L == 1L)
  data.frame(
    path = paste0(row$path, "/", shown_path(name)), file = file, form = form,
    code = ifelse(bad, if (locked) "locked" else "unreadable", NA_character_),
    why = ifelse(bad, paste(
      "the member of the archive",
      if (locked) "is protected by a password" else "is damaged and cannot be unpacked"
    ), NA_character_),
    left = row$left, depth = row$depth + 1L, stringsAsFactors = FALSE
  )
}

# A packed file as an unpacked one in `folder`: its path; problems where that cannot be done.
unpacked_file <- function(file, folder) {
  bytes <- file_or_bytes(file)
  if (is.data.frame(bytes)) return(list(problems = bytes))
  dir.create(folder, FALSE, TRUE)
  path <- tempfile("packed", folder)
  writeBin(as.vector(bytes), path)
  list(path = path, problems = packed_problems(bytes))
}
