# Finds the files that `path` names and the form of each: a data frame in the order of reading,
# with
#   path  the name as users see it, always valid UTF-8
#   file  the same as the system has it
#   form  of article_forms(); "none" for rows that are no file of articles, which come last
#   code, why  of the problem that keeps a row from being read; NA for the others
# Rows without a form are a folder that could not be read, and for each folder or pattern the
# files in it that were left out.
# Archives are replaced by their members, which are unpacked into `folder`.
find_article_files <- function(path, format = NULL, folder = tempfile("unpacked")) {
  forms <- article_forms()
  endings <- c(form_endings(forms, format), zip = "zip")
  known <- shown_endings(endings)
  found <- lapply(path, function(one) {
    many <- !file.exists(one) && grepl("[*?[]", one, useBytes = TRUE)
    inside <- if (many) inside_pattern(one) else if (dir.exists(one)) article_folder_core(one)
    if (is.null(inside)) return(one_file(one, format, forms))
    lock <- startsWith(basename(inside$files), "~$")
    inside$hidden <- c(inside$hidden, inside$files[lock])
    inside$files <- inside$files[!lock]
    form <- unname(endings[file_ending(inside$files)])
    other <- inside$files[is.na(form)]
    list(
      file = inside$files[!is.na(form)], form = form[!is.na(form)], other = length(other),
      none = rbind(
        unread_rows(inside$unread, "unreadable", inside$why),
        left_out_row(one, "other_ending", other, paste("ending is none of", known)),
        left_out_row(one, "hidden", inside$hidden,
          "name begins with a full stop or as a lock file does (~$)")
      )
    )
  })
  field <- function(name) as.character(unlist(lapply(found, `[[`, name)))
  files <- field("file")
  special <- article_special_core(files)
  rows <- rbind(
    data.frame(
      file = files, form = field("form"), code = ifelse(is.na(special), NA, "unreadable"),
      why = special, stringsAsFactors = FALSE
    ),
    do.call(rbind, lapply(found, `[[`, "none"))
  )
  rows <- cbind(path = shown_path(rows$file), rows, stringsAsFactors = FALSE)
  rows$left <- pmax(2^26, 200 * file.size(rows$file))
  rows$depth <- rep(0L, nrow(rows))
  rows <- open_archives(rows, format, forms, folder)
  other <- sum(unlist(lapply(found, `[[`, "other")))
  if (other) {
    message(sprintf(
      "%s %s not read: %s none of %s.", count_of(other, "file"),
      plural(other, "was", "were"), plural(other, "its ending is", "their endings are"),
      known
    ))
  }
  if (!length(files) && !any(rows$code == "unreadable") && length(path)) {
    message(
      "No files of articles (", known, ") were found in ", shown_path(path[[1L]]), "."
    )
  }
  rows
}

# Rows of find_article_files() that are no file of articles.
unread_rows <- function(file, code, why) {
  n <- length(file)
  data.frame(
    file = as.character(file), form = rep("none", n), code = rep(code, n),
    why = as.character(why), stringsAsFactors = FALSE
  )
}

# One row for what was left out of a folder or pattern, with the first names.
left_out_row <- function(folder, code, names, because) {
  n <- length(names)
  if (!n) return(unread_rows(character(), code, character()))
  first <- shown_path(utils::head(names, 5L))
  before <- paste0(sub("/+$", "", shown_path(folder)), "/")
  inside <- startsWith(first, before)
  first[inside] <- substring(first[inside], nchar(before) + 1L)
  unread_rows(folder, code, sprintf(
    "%s not read, since %s %s: %s%s", count_of(n, "name"), plural(n, "its", "their"), because,
    paste(first, collapse = ", "), if (n > 5L) ", ..." else ""
  ))
}

# Paths as they can be printed: bytes that are no character of the system's encoding as <e9>.
shown_path <- function(path) {
  bad <- which(!validEnc(path))
  path[bad] <- iconv(path[bad], "UTF-8", "UTF-8", sub = "byte")
  enc2utf8(path)
}

# The form of each ending: a vector named by endings, each also with .gz.
form_endings <- function(forms, format) {
  if (!is.null(format)) {
    form <- forms[[format]]
    endings <- unique(c(form$endings, form$accepts))
    endings <- c(endings, paste0(endings, ".gz"))
    return(structure(rep(format, length(endings)), names = endings))
  }
  endings <- lapply(forms, `[[`, "endings")
  endings <- lapply(endings, function(some) if (length(some)) c(some, paste0(some, ".gz")))
  structure(rep(names(forms), lengths(endings)), names = unlist(endings, use.names = FALSE))
}

shown_endings <- function(endings) {
  paste0(".", grep("[.]gz$", names(endings), value = TRUE, invert = TRUE), collapse = ", ")
}

# The ending of a file's name in lower case, without the dot; "" if there is none.
file_ending <- function(path) {
  name <- tolower(basename(shown_path(path)))
  packed <- endsWith(name, ".gz")
  ending <- tools::file_ext(sub("\\.gz$", "", name))
  ifelse(packed & nzchar(ending), paste0(ending, ".gz"), ending)
}

# The name of a file without its ending.
file_stem <- function(path) sub("\\.[^.]*$", "", sub("\\.gz$", "", basename(path)))

# What article_folder_core() returns for a folder, for everything that a pattern matches,
# files and folders.
inside_pattern <- function(pattern) {
  matched <- Sys.glob(pattern)
  matched <- matched[order(shown_path(matched), method = "radix")]
  if (!length(matched)) {
    abort_input("`path` must name files that exist; none matches ", shown_path(pattern), ".")
  }
  found <- lapply(matched, function(one) {
    if (dir.exists(one)) article_folder_core(one) else list(files = one)
  })
  field <- function(name) as.character(unlist(lapply(found, `[[`, name)))
  list(
    files = field("files"), unread = field("unread"), why = field("why"), hidden = field("hidden")
  )
}

# Endings of forms that are not read, whatever the content looks like.
other_endings <- c(
  "mht", "odt", "ppt", "pptx", "rda", "rds", "xls", "xlsx", "xml"
)

# A file that is named in `path` is read, whatever its ending, if its form is recognised.
one_file <- function(path, format, forms) {
  # A broken link exists: it can be seen in its folder.
  if (!file.exists(path) && Sys.readlink(path) %in% c("", NA)) {
    abort_input(
      "`path` must name files and folders that exist; there is no ", shown_path(path), "."
    )
  }
  if (file_ending(path) == "zip") return(list(file = path, form = "zip"))
  form <- format
  if (is.null(form)) form <- unname(form_endings(forms, NULL)[file_ending(path)])
  special <- article_special_core(path)
  if (is.na(form) && !is.na(special)) {
    return(list(none = unread_rows(path, "unreadable", special)))
  }
  if (is.na(form) && !file_ending(path) %in% other_endings) form <- form_of_content(path, forms)
  if (is.na(form)) {
    abort_input(
      "`path` must name files of a known form (", shown_endings(form_endings(forms, NULL)),
      "); neither the name nor the content of ", shown_path(path),
      " shows one. Give its form in `format`."
    )
  }
  list(file = path, form = form)
}

# The first form that recognises the first bytes of a file, or NA.
form_of_content <- function(path, forms) {
  head <- tryCatch(
    {
      connection <- if (is_packed(path)) gzfile(path, "rb") else file(path, "rb")
      on.exit(close(connection))
      suppressWarnings(readBin(connection, "raw", 65536L))
    },
    error = function(e) raw(), warning = function(w) raw()
  )
  for (name in names(forms)) {
    is <- forms[[name]]$is
    if (!is.null(is) && is(head)) return(name)
  }
  if (document_kind(head) == "docx") return("zip")
  NA_character_
}
