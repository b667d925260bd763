# Reads Parquet files, which have no lines.
read_parquet <- function(file, options) {
  need_package("nanoparquet", "Reading Parquet")
  frame <- tryCatch(
    as.data.frame(nanoparquet::read_parquet(file)), error = function(e) conditionMessage(e)
  )
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
  table_records(frame, rep(NA_integer_, nrow(frame)), problems, options, file)
}
