# Covariates: formulas and data to designs.

ids <- sprintf("d%02d", 1:12)
data <- data.frame(
  source = rep(c("north", "south", "west"), 4), tone = c(3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8),
  date = as.Date("2021-01-01") + c(0, 3, 1, 8, 6, 2, 7, 11, 4, 19, 10, 5)
)
design <- function(formula, given = data) covariate_design(formula, given, ids, "prevalence")
refused <- function(x) expect_error(x, class = "tritone_error_input")

test_that("a design is the model matrix of the formula", {
  expect_equal(
    unname(design(~ source * tone)$x), unname(stats::model.matrix(~ source * tone, data)),
    ignore_attr = TRUE
  )
  expect_message(found <- design(~ source + s(date) + log(tone) + I(tone^2)), "3 columns")
  expect_identical(ncol(found$x), 1L + 2L + 10L + 2L - 3L) # twelve articles: rank 12
  expect_identical(names(found$data), c("source", "date", "tone"))
})

test_that("there is always an intercept", {
  expect_identical(design(~ 0 + source)$columns, design(~ source)$columns)
  expect_identical(design(~ source)$columns[[1]], "(Intercept)")
  expect_identical(design(~ 1)$columns, "(Intercept)")
})

test_that("new articles get the same numbers, alone and in any order", {
  found <- suppressMessages(design(~ source + s(date, 4) + tone + bs(tone, 4)))
  x <- found$x
  found$x <- NULL
  expect_identical(unname(design_matrix(found, data, ids, "prevalence")), unname(x))
  for (i in c(1, 7, 12)) {
    alone <- design_matrix(found, data[i, ], ids[i], "prevalence")
    expect_identical(unname(alone[1, ]), unname(x[i, ]))
  }
  back <- saveRDS(found, path <- withr::local_tempfile())
  expect_identical(
    unname(design_matrix(readRDS(path), data[5:1, ], ids[5:1], "prevalence")), unname(x[5:1, ])
  )
})

test_that("text, factors, ordered factors and logicals are factors; unused levels are dropped", {
  data$wide <- factor(data$source, levels = c("east", "north", "south", "west"))
  expect_identical(design(~ wide, data)$columns, c("(Intercept)", "widesouth", "widewest"))
  data$wide <- ordered(data$source)
  expect_identical(ncol(design(~ wide, data)$x), 3L)
  data$late <- data$tone > 4
  expect_identical(design(~ late, data)$columns, c("(Intercept)", "lateTRUE"))
})

test_that("the class of the data does not matter", {
  skip_if_not_installed("tibble")
  known <- match_data(tibble::as_tibble(cbind(doc_id = ids, data)), ids)
  expect_identical(
    unname(design(~ source + s(date, 4), known)$x), unname(design(~ source + s(date, 4))$x)
  )
})

test_that("variables may come from where the formula was written", {
  mood <- data$tone * 2
  local({
    own <- rep(0:1, 6)
    expect_identical(unname(design(~ mood + own, NULL)$x[, 3]), as.numeric(own))
  })
  expect_identical(names(design(~ mood + source)$data), c("mood", "source"))
})

test_that("columns that follow from the others are left out, with a message", {
  data$same <- 2 * data$tone + 1
  expect_message(found <- design(~ tone + same, data), "`same`")
  expect_identical(found$columns, c("(Intercept)", "tone"))
  expect_identical(colnames(design_matrix(found, data[1:2, ], ids[1:2], "x")), found$columns)
  data$region <- ifelse(data$source == "north", "up", "down")
  expect_message(found <- design(~ source + region, data), "1 column of `prevalence` follows")
  expect_identical(ncol(found$x), 3L)
  # A separable design, in which a group has one value, is no problem of a linear model.
  data$only <- data$source == "north" & data$tone > 2
  expect_identical(ncol(design(~ source + only, data)$x), 4L)
})

test_that("missing values are named, with the articles", {
  data$tone[c(2, 5)] <- NA
  expect_match(conditionMessage(refused(design(~ tone, data))), "2 of 12: \"d02\", \"d05\"")
  data$source[3] <- NA
  expect_match(conditionMessage(refused(design(~ source, data))), "\"d03\"")
  data$date[4] <- NA
  expect_match(conditionMessage(refused(design(~ s(date), data))), "\"d04\"")
  data$tone <- 0:11
  expect_match(conditionMessage(refused(design(~ log(tone), data))), "finite.*\"d01\"")
})

test_that("covariates that explain nothing or single articles are errors with a remedy", {
  data$one <- 1
  expect_match(conditionMessage(refused(design(~ one, data))), "same value.*Leave it out")
  data$one <- factor("a", levels = c("a", "b"))
  expect_match(conditionMessage(refused(design(~ one, data))), "same value")
  data$author <- ids
  expect_match(conditionMessage(refused(design(~ author, data))), "12 different values")
  data$day <- as.character(data$date)
  expect_match(conditionMessage(refused(design(~ day, data))), "as.Date")
  expect_match(conditionMessage(refused(design(~ s(day), data))), "numbers or dates")
  expect_match(conditionMessage(refused(design(~ factor(tone * 0 + 1), data))), "same value")
})

test_that("what is no formula of covariates is an error", {
  refused(design("source"))
  refused(design(tone ~ source))
  refused(design(~ unknown))
  refused(design(~ sum(tone)))
  data$list <- as.list(1:12)
  refused(design(~ list, data))
  data$z <- complex(real = 1:12)
  refused(design(~ z, data))
})

test_that("new data must have the covariates and known values", {
  found <- design(~ source + tone)
  expect_match(
    conditionMessage(refused(design_matrix(found, data["tone"], ids, "prevalence"))), "`source`"
  )
  new <- data
  new$source[2] <- "east"
  expect_match(conditionMessage(refused(design_matrix(found, new, ids, "prevalence"))), "\"east\"")
  new$source[2] <- NA
  expect_match(conditionMessage(refused(design_matrix(found, new, ids, "prevalence"))), "\"d02\"")
  crossed <- design(~ factor(source) + tone)
  new$source[2] <- "east"
  refused(design_matrix(crossed, new, ids, "prevalence"))
})

test_that("content is one variable, taken as groups", {
  found <- content_design(~ source, data, ids)
  expect_identical(found$levels, c("north", "south", "west"))
  expect_identical(found$group, rep(1:3, 4))
  expect_identical(content_group(found, data[c(3, 1), ], ids[1:2]), c(3L, 1L))
  crossed <- content_design(~ interaction(source, tone > 4), data, ids)
  expect_identical(length(crossed$levels), 5L) # one of the six has no article
  data$number <- rep(c(10, 2), 6)
  expect_identical(content_design(~ number, data, ids)$levels, c("2", "10"))
  refused(content_design(~ source + tone, data, ids))
  refused(content_design(~ source:tone, data, ids))
  refused(content_design(~ bs(tone), data, ids))
  data$author <- ids
  refused(content_design(~ author, data, ids))
  new <- data
  new$source[1] <- "east"
  expect_match(conditionMessage(refused(content_group(found, new, ids))), "\"east\"")
  new$source[1] <- NA
  refused(content_group(found, new, ids))
})
