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

# The bytes of a member; a data frame of problems if they cannot be read.
zip_member <- function(file, name) {
  read <- tryCatch(
    {
      connection <- unz(file, name, "rb")
      on.exit(close(connection))
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
