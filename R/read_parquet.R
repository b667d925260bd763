# Reads Parquet files, which have no lines.
read_parquet <- function(file, options) {
  need_package("nanoparquet", "Reading Parquet")
  frame <- tryCatch(
    read_apart(function() {
      if (parquet_bytes(file) <= unpack_limit(file)) as.data.frame(nanoparquet::read_parquet(file))
    }, parquet_memory * unpack_limit(file)),
    error = function(e) conditionMessage(e)
  )
  if (is.null(frame)) {
    return(no_records(form_problems(NA, NA, "too_large", paste(
      "its pages, unpacked, have more than", show_count(unpack_limit(file)), "bytes"
    ))))
  }
  if (is.character(frame)) {
    code <- if (isTRUE(file.access(file, 4L) == 0L)) "bad_parquet" else "unreadable"
    return(no_records(form_problems(NA, NA, code, gsub("[[:space:]]+", " ", frame))))
  }
  problems <- form_problems()
  if (anyDuplicated(names(frame))) {
    repeated <- unique(names(frame)[duplicated(names(frame))])
    problems <- form_problems(
      NA, NA, "duplicate_columns",
      paste0("made unique: ", name_list(repeated))
    )
    names(frame) <- make.unique(names(frame))
  }
  if (!nrow(frame)) {
    problems <- rbind(problems, form_problems(NA, NA, "no_articles", "no rows"))
  }
  table_records(frame, rep(NA_integer_, nrow(frame)), problems, options)
}

# What the columns take in memory, as the file says: their pages unpacked, and a word for each
# value, since a page may repeat one value a million times.
parquet_bytes <- function(file) {
  said <- nanoparquet::read_parquet_metadata(file)
  chunks <- said$column_chunks
  values <- pmax(as.numeric(chunks$num_values), 0)
  rows <- max(0, as.numeric(said$file_meta_data$num_rows)) * nrow(chunks)
  sum(pmax(as.numeric(chunks$total_uncompressed_size), 0)) + 8 * max(sum(values), rows)
}

# How much memory a file may take in reading, in bytes of parquet_bytes(): short strings, an object
# of R each, take the most, and the table is packed once more to be handed over. A page that says
# it is larger than the file said is refused then.
parquet_memory <- 24

# The value of `read()`, which runs in a process of its own where the system can fork: a damaged
# file may crash nanoparquet, and that must not end the user's session. An error if it does, and,
# on Linux, if it asks for more than `memory` bytes.
read_apart <- function(read, memory = 2^40) {
  if (.Platform$OS.type == "windows") return(read())
  # By name, as these functions do not exist on Windows.
  fork <- getExportedValue("parallel", "mcparallel")
  collect <- getExportedValue("parallel", "mccollect")
  job <- fork(
    {
      article_confine_core(memory)
      tryCatch(list(value = read()), error = function(e) list(error = conditionMessage(e)))
    },
    mc.set.seed = FALSE, silent = TRUE
  )
  done <- suppressWarnings(collect(job))[[1L]]
  if (is.null(done)) stop("the file is damaged: the process that read it crashed", call. = FALSE)
  # Where memory was too short to catch the error itself: what the process said last.
  if (!is.list(done)) done <- list(error = last_words(trimws(as.character(done)[[1L]])))
  if (!is.null(done$error)) stop(done$error, call. = FALSE)
  done$value
}

# What parallel reports of a process without the memory to say anything says nothing of memory.
last_words <- function(said) {
  if (grepl("wrapper code", said, fixed = TRUE)) "the memory for reading it was used up" else said
}
