effects_of <- function(news, fit, formula = NULL, ...) {
  found <- suppressMessages(topic_effects(fit, formula, ..., form = "fractional", seed = 1))
  all <- summary(found, pairs = TRUE)
  # Over all comparisons of all topics, as the page says.
  as.data.frame(summary(found, pairs = TRUE, level = 1 - 0.05 / nrow(all)))
}

test_that("the effects on the page are those of topic_effects(), over all comparisons", {
  news <- article_example()
  terms <- term_matrix(news, remove = term_stopwords(), min_docs = 2)
  # Articles in another language are in no figure of the page.
  news <- news[article_language(news, progress = FALSE)$language == "en", ]
  fit <- topic_lda(terms[news$doc_id, ], k = 4, seed = 1)
  page <- section_of(page_of(news, topics = fit, lexicon = tone_lexicon("news")), "topics")
  table <- effects_of(news, fit, ~ source + date, news)
  certain <- table[table$lower > 0 | table$upper < 0, ]
  expect_gt(nrow(certain), 0L)
  expect_lt(nrow(certain), nrow(table))
  for (of in split(certain, list(certain$topic, certain$variable), drop = TRUE)) {
    row <- of[which.max(abs(of$estimate)), ]
    shown <- abs(100 * c(row$estimate, sort(abs(c(row$lower, row$upper))) * sign(row$estimate)))
    expect_shown(page, sprintf("%.1f points (%.1f to %.1f) more for", shown[1], shown[2], shown[3]))
  }
  expect_length(
    gregexpr("points (", page, fixed = TRUE)[[1L]],
    length(unique(paste(certain$topic, certain$variable)))
  )
  expect_shown(page, "In the other topics no difference is larger than chance explains.")
  expect_shown(
    page, "topic_effects(fit, ~ source + date, x, form = &quot;fractional&quot;, seed = 1)"
  )
})

test_that("a structural fit is explained by its own covariates", {
  news <- article_example()
  terms <- term_matrix(news, remove = term_stopwords(), min_docs = 3)
  fit <- topic_stm(terms, 3, ~ section + source, data = news, max_iterations = 5, progress = FALSE)
  page <- section_of(page_of(news, topics = fit, lexicon = tone_lexicon("news")), "topics")
  table <- effects_of(news, fit)
  certain <- table[table$variable == "section" & (table$lower > 0 | table$upper < 0), ]
  row <- certain[which.max(abs(certain$estimate)), ]
  expect_gt(row$upper, 1)
  expect_shown(
    page, sprintf("%.1f points (%.1f to 100.0) more for", 100 * row$estimate, 100 * row$lower)
  )
  expect_shown(
    page, "summary(topic_effects(fit, form = &quot;fractional&quot;, seed = 1), pairs = TRUE)"
  )
})

test_that("undated articles are left out of effects, and too few articles have none", {
  news <- sample_articles()[1:60, ]
  news$date[1:5] <- NA
  page <- section_of(page_of(news, k = 2, lexicon = tone_lexicon("news")), "topics")
  expect_shown(page, "topic_effects(fit, ~ source + date, x, newdata = m, form")
  few <- section_of(page_of(news[1:29, ], k = 2, lexicon = tone_lexicon("news")), "topics")
  expect_no_match(few, "what they differ with")
  news$source <- "one"
  one <- section_of(page_of(news, k = 2, lexicon = tone_lexicon("news")), "topics")
  expect_no_match(one, "what they differ with")
})

test_that("covariates that say the same are named, not explained", {
  news <- sample_articles()[1:60, ]
  news$source <- rep(c("early", "late"), each = 30)
  news$date <- as.Date("2021-01-01") + rep(0:1, each = 30)
  page <- section_of(page_of(news, k = 2, lexicon = tone_lexicon("news")), "topics")
  expect_shown(page, paste(
    "In these articles the effects of date and source cannot be separated: they change together."
  ))
})

test_that("effects are said with the measure that suits them", {
  row <- function(contrast, estimate, lower, upper) {
    data.frame(contrast = contrast, estimate = estimate, lower = lower, upper = upper)
  }
  pairs <- rbind(row("b - c - a", -0.2, -0.3, -0.1), row("other sources - a", 0.5, 0.4, 0.6))
  expect_identical(
    words_of(paste0("<body>", effect_said(pairs, c("a", "b - c", "b", other_sources), NA))),
    "20.0 points (10.0 to 30.0) more for a than for b - c"
  )
  slope <- row("slope by year", -0.12, -0.24, -0.012)
  expect_identical(
    effect_said(slope, NULL, 800), "\u221212.0 points (\u221224.0 to \u22121.2) a year"
  )
  expect_identical(
    effect_said(slope, NULL, 300), "\u22121.0 points (\u22122.0 to \u22120.1) a month"
  )
  expect_identical(
    effect_said(row("slope by year", 3.6525, 0.36525, 7.305), NULL, 20),
    "+7.0 points (+0.7 to +14.0) a week"
  )
  expect_identical(
    effect_said(row("slope", 0.1, 0.05, 0.15), NULL, NA), "+10.0 points (+5.0 to +15.0) a unit"
  )
  # An interval that leaves 0 out is seen to.
  expect_identical(
    effect_said(row("slope", -0.002, -0.0036, -0.0004), NULL, NA),
    "\u22120.20 points (\u22120.36 to \u22120.04) a unit"
  )
  expect_null(effect_said(row("slope", 0.1, -0.05, 0.15), NULL, NA))
})
