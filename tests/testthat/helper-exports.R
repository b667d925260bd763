# What tests of exports share.

export_file <- function(..., env = parent.frame()) text_file(c(...), "export.txt", env = env)
