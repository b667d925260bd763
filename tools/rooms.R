# The rooms of src/core and the arrows between them, from tools/rooms.dcf: read by
# test-layout.R, which compares them with the includes, and drawn into ARCHITECTURE.md by
#   Rscript tools/rooms.R

# A data frame of room, holds, and the lists units (NULL: every file of the folder) and uses.
read_rooms <- function(root = ".") {
  dcf <- read.dcf(file.path(root, "tools", "rooms.dcf"))
  words <- function(x) {
    lapply(strsplit(x, "[ ,\n]+"), function(w) w[!is.na(w) & nzchar(w)])
  }
  rooms <- data.frame(room = dcf[, "Room"], holds = gsub("\n *", " ", dcf[, "Holds"]))
  rooms$units <- words(dcf[, "Units"])
  rooms$uses <- words(dcf[, "Uses"])
  rooms
}

# The room of each file of src/core ("text/fold.h"): a room with units lists them, any other
# room is a folder. NA where a file is in none.
room_of <- function(files, rooms) {
  folder <- dirname(files)
  unit <- sub("\\.(h|cpp)$", "", basename(files))
  out <- ifelse(folder %in% rooms$room[lengths(rooms$units) == 0L], folder, NA)
  for (i in which(lengths(rooms$units) > 0L)) {
    inside <- folder == dirname(rooms$room[[i]]) & unit %in% rooms$units[[i]]
    out[inside] <- rooms$room[[i]]
  }
  out
}

# The rooms that a room may include: itself, those it names, and for a name with rooms of
# its own ("text") all of these.
allowed_rooms <- function(room, rooms) {
  uses <- rooms$uses[[match(room, rooms$room)]]
  inner <- unlist(lapply(uses, function(use) {
    if (use %in% rooms$room) use else rooms$room[dirname(rooms$room) == use]
  }))
  c(room, inner)
}

# Room by room: what it may use and what it holds, lowest first.
draw_rooms <- function(rooms) {
  wide <- max(nchar(rooms$room))
  uses <- vapply(rooms$uses, function(u) paste(u, collapse = ", "), "")
  holds <- strwrap(rooms$holds, 1e4)
  c(
    "```",
    sprintf("%-*s <- %s", wide, rooms$room, ifelse(nzchar(uses), uses, "(nothing)")),
    "```", "",
    "| room | what it holds |", "|---|---|",
    sprintf("| `%s` | %s |", rooms$room, holds)
  )
}

if (sys.nframe() == 0L) {
  path <- "ARCHITECTURE.md"
  page <- readLines(path, encoding = "UTF-8")
  at <- match(c("<!-- rooms -->", "<!-- end of rooms -->"), page)
  stopifnot(!anyNA(at))
  page <- c(page[seq_len(at[[1L]])], draw_rooms(read_rooms()), page[at[[2L]]:length(page)])
  writeLines(page, path, useBytes = TRUE)
}
