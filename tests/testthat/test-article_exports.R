# Rule files for exports of databases: which are valid, what errors say.

rule_file <- function(..., env = parent.frame()) {
  withr::local_tempfile(fileext = ".dcf", lines = c(...), .local_envir = env)
}

good_rules <- c(
  "# A form of an archive.", "Name: archive", "Describes: The archive of Halvera",
  "Recognise: ^#ARTICLE", "Divide-before: ^#ARTICLE", "Fields: title = #TITLE",
  "  date = #DATE", "  text = #TEXT", "Labels: column", "Values: label"
)

test_that("the rules of the package are there and right", {
  rules <- article_exports()
  expect_s3_class(rules, "tritone_article_exports")
  expect_identical(rules$name, c(
    "factiva-tagged", "factiva", "nexis-uni", "nexis", "nexis-copyright", "nexis-uncounted",
    "proquest"
  ))
  for (fields in strsplit(rules$fields, ", ")) {
    expect_true(all(c("title", "text", "date", "source") %in% fields))
  }
  expect_true(all(file.exists(rules$file)))
  expect_true(all(nzchar(rules$describes)))
})

test_that("a user's rules are read", {
  rules <- article_exports(rule_file(good_rules))
  expect_identical(rules$name, "archive")
  expect_identical(rules$fields, "title, date, text")
})

test_that("what is wrong in a rule file is named, with its line and what is expected", {
  wrong <- function(pattern, lines) {
    expect_error(article_exports(rule_file(lines)), pattern, class = "tritone_error_input")
  }
  change <- function(line, by) {
    lines <- good_rules
    lines[line] <- by
    lines
  }
  wrong("line 6: there is no key `Feilds`. Did you mean `Fields`", change(6, "Feilds: title = T"))
  wrong("line 4: expected a regular expression after Recognise.*\\^\\(",
    change(4, "Recognise: ^("))
  wrong("line 7: expected \"field = Label", change(7, "  date : #DATE"))
  wrong("line 2: expected one word", change(2, "Name: my archive"))
  wrong("expected the key Name, which is missing", good_rules[-2])
  wrong("expected one of Divide-before.*none of them", good_rules[-5])
  wrong("Divide-before and Divide-at", c(good_rules, "Divide-at: ^--$"))
  wrong("line 11: the key Name was given before", c(good_rules, "Name: b"))
  wrong("line 9: expected colon, line, column; given rows", change(9, "Labels: rows"))
  wrong("line 3: expected \"Key: value\"", change(3, "Describes"))
  wrong("line 1: expected a key", c("  x", good_rules))
  wrong("line 11: expected \"field = pattern\" after Head", c(good_rules, "Head: title"))
  wrong("line 11: expected a regular expression after Head", c(good_rules, "Head: title = ("))
  expect_error(article_exports("no/such.dcf"), "no/such.dcf", class = "tritone_error_input")
  expect_error(article_exports(1), "`path`", class = "tritone_error_input")
  expect_error(
    article_read(character(), exports = rule_file(good_rules)), "format = \"export\"",
    class = "tritone_error_input"
  )
  expect_error(
    article_read(character(), format = "export", exports = rule_file(good_rules[-2])), "Name",
    class = "tritone_error_input"
  )
})
