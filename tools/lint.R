# lintr on R, tests, tools and bench; fails on any finding.
found <- lintr::lint_package(".")
for (dir in c("tools", "bench")) found <- c(found, lintr::lint_dir(dir))
for (lint in found) print(lint)
cat(length(found), "findings\n")
if (length(found)) quit(status = 1)
