# Finds the files that `path` names and the form of each: a data frame of path and form in
# the order of reading. Folders that could not be read come last, with the form "folder" and
# the reason in `why`, which is NA for files.
find_article_files <- function(path, format = NULL) {
  forms <- article_forms()
  endings <- form_endings(forms, format)
  left_out <- 0L
  found <- lapply(path, function(one) {
    many <- !file.exists(one) && grepl("[*?[]", one)
    inside <- if (many) inside_pattern(one) else if (dir.exists(one)) article_folder_core(one)
    if (is.null(inside)) return(one_file(one, format, forms))
    form <- unname(endings[file_ending(inside$files)])
    left_out <<- left_out + sum(is.na(form))
    list(
      path = inside$files[!is.na(form)], form = form[!is.na(form)], unread = inside$unread,
      why = inside$why
    )
  })
  field <- function(name) as.character(unlist(lapply(found, `[[`, name)))
  unread <- field("unread")
  files <- data.frame(
    path = c(field("path"), unread), form = c(field("form"), rep("folder", length(unread))),
    why = c(rep(NA, length(field("path"))), field("why")), stringsAsFactors = FALSE
  )
  known <- shown_endings(endings)
  if (left_out) {
    message(sprintf(
      "%s %s not read: %s none of %s.", count_of(left_out, "file"),
      plural(left_out, "was", "were"), plural(left_out, "its ending is", "their endings are"),
      known
    ))
  }
  if (!nrow(files) && length(path)) {
    message("No files of articles (", known, ") were found in ", path[[1L]], ".")
  }
  files
}

# The form of each ending: a vector named by endings, each also with .gz.
form_endings <- function(forms, format) {
  if (!is.null(format)) {
    form <- forms[[format]]
    endings <- unique(c(form$endings, form$accepts))
    return(structure(rep(format, length(endings)), names = endings))
  }
  endings <- lapply(forms, `[[`, "endings")
  structure(rep(names(forms), lengths(endings)), names = unlist(endings, use.names = FALSE))
}

shown_endings <- function(endings) {
  paste0(".", grep("[.]gz$", names(endings), value = TRUE, invert = TRUE), collapse = ", ")
}

# The ending of a file's name in lower case, without the dot; "" if there is none.
file_ending <- function(path) {
  name <- tolower(basename(path))
  packed <- endsWith(name, ".gz")
  ending <- tools::file_ext(sub("\\.gz$", "", name))
  ifelse(packed & nzchar(ending), paste0(ending, ".gz"), ending)
}

# The name of a file without its ending.
file_stem <- function(path) sub("\\.[^.]*$", "", sub("\\.gz$", "", basename(path)))

# What article_folder_core() returns for a folder, for everything that a pattern matches,
# files and folders.
inside_pattern <- function(pattern) {
  matched <- sort(Sys.glob(pattern), method = "radix")
  if (!length(matched)) {
    abort_input("`path` must name files that exist; none matches ", shown_path(pattern), ".")
  }
  found <- lapply(matched, function(one) {
    if (dir.exists(one)) article_folder_core(one) else list(files = one)
  })
  field <- function(name) as.character(unlist(lapply(found, `[[`, name)))
  list(files = field("files"), unread = field("unread"), why = field("why"))
}

# Endings of forms that are not read, whatever the content looks like.
other_endings <- c(
  "doc", "docx", "gz", "htm", "html", "mht", "odt", "pdf", "ppt", "pptx", "rda", "rds", "rtf",
  "xls", "xlsx", "xml", "zip"
)

# A file that is named in `path` is read, whatever its ending, if its form is recognised.
one_file <- function(path, format, forms) {
  # A broken link exists: it can be seen in its folder.
  if (!file.exists(path) && Sys.readlink(path) %in% c("", NA)) {
    abort_input(
      "`path` must name files and folders that exist; there is no ", shown_path(path), "."
    )
  }
  form <- format
  if (is.null(form)) form <- unname(form_endings(forms, NULL)[file_ending(path)])
  if (is.na(form) && !file_ending(path) %in% other_endings) form <- form_of_content(path, forms)
  if (is.na(form)) {
    abort_input(
      "`path` must name files of a known form (", shown_endings(form_endings(forms, NULL)),
      "); neither the name nor the content of ", shown_path(path),
      " shows one. Give its form in `format`."
    )
  }
  list(path = path, form = form)
}

# The first form that recognises the first bytes of a file, or NA.
form_of_content <- function(path, forms) {
  head <- tryCatch(
    suppressWarnings(readBin(path, "raw", 65536L)), error = function(e) raw()
  )
  for (name in names(forms)) {
    is <- forms[[name]]$is
    if (!is.null(is) && is(head)) return(name)
  }
  NA_character_
}
