# Inflected forms of the entries of a lexicon.

test_that("regular verbs inflect", {
  cases <- matrix(c(
    "attack", "attacks", "attacked", "attacking",
    "seize", "seizes", "seized", "seizing",
    "agree", "agrees", "agreed", "agreeing",
    "dye", "dyes", "dyed", "dyeing",
    "plan", "plans", "planned", "planning",
    "rob", "robs", "robbed", "robbing",
    "strip", "strips", "stripped", "stripping",
    "fix", "fixes", "fixed", "fixing",
    "vow", "vows", "vowed", "vowing",
    "gain", "gains", "gained", "gaining",
    "suffer", "suffers", "suffered", "suffering",
    "carry", "carries", "carried", "carrying",
    "destroy", "destroys", "destroyed", "destroying",
    "punish", "punishes", "punished", "punishing",
    "clash", "clashes", "clashed", "clashing",
    "oppress", "oppresses", "oppressed", "oppressing"
  ), ncol = 4, byrow = TRUE)
  expect_identical(inflect_s(cases[, 1]), cases[, 2])
  expect_identical(inflect_ed(cases[, 1]), cases[, 3])
  expect_identical(inflect_ing(cases[, 1]), cases[, 4])
})

test_that("regular nouns take the plural", {
  expect_identical(
    inflect_s(c("war", "tragedy", "ploy", "tax", "church", "crash", "loss", "crisis", "quiz")),
    c("wars", "tragedies", "ploys", "taxes", "churches", "crashes", "losses", "crisises", "quizes")
  )
  expect_identical(inflect_s(character()), character())
})

test_that("surface forms follow part of speech and the listed forms", {
  all <- surface_forms(
    entry = c("beat expectations", "air raid", "bad", "best", "lose", "aid convoy", "war on drugs"),
    pos = c("v", "n", "a", "a", "v", "n", "x"),
    forms = c("", "", "worse worst", "-", "loses lost losing", "-", "wars on drugs")
  )
  by_row <- split(all$phrase, all$row)
  expect_identical(unname(by_row), list(
    c("beat expectations", "beats expectations", "beated expectations", "beating expectations"),
    c("air raid", "air raids"), c("bad", "worse", "worst"), "best",
    c("lose", "loses", "lost", "losing"), "aid convoy", c("war on drugs", "wars on drugs")
  ))
  expect_identical(all$row[1:7], 1:7)
  expect_identical(surface_forms(character(), character(), character())$phrase, character())
})
