# article_language(): the language of each article, and when it is not known.

spanish <- paste(
  "El rio ha subido otra vez y los vecinos de Tarsk tienen que dejar sus casas antes de la",
  "noche, dijo el alcalde. Nadie ha muerto, pero la gente tiene miedo."
)
english <- paste(
  "The river has risen again and the people of Tarsk were told to leave their houses before",
  "the night. It was a terrible disaster."
)

test_that("one row per article, NA where the language is unknown", {
  x <- c(a = english, b = spanish, c = "Kessa", d = NA, e = "")
  found <- article_language(x)
  expect_s3_class(found, "tritone_article_language")
  expect_identical(names(found), c("doc_id", "language", "score"))
  expect_identical(found$language, c("en", "es", NA, NA, NA))
  expect_true(all(found$score[1:2] > 0.3 & found$score[1:2] <= 1))
  expect_identical(is.na(found$score), is.na(found$language))
  expect_identical(article_language(x, threads = 7), article_language(x, threads = 1))
  expect_identical(
    as.data.frame(article_language(rev(x))), as.data.frame(found[5:1, ])
  )
  expect_identical(nrow(article_language(character())), 0L)
  expect_error(article_language(1), "`x`", class = "tritone_error_input")
  expect_error(article_language(x, thread = 1), "thread", class = "tritone_error_input")
})

test_that("the languages of the sample are known", {
  news <- sample_articles()
  found <- article_language(news)$language
  stories <- article_example("stories")
  foreign <- stories$doc_id[grepl("other_language", stories$traits)]
  expect_identical(sort(as.vector(table(found))), c(1L, 1L, 118L))
  expect_setequal(unique(found), c("en", "es", "fr"))
  expect_setequal(news$doc_id[found != "en"], foreign)
})

test_that("articles_in() says once what is not in English", {
  x <- as_articles(c(english, spanish, "Rain", NA, spanish))
  expect_message(ok <- articles_in("en", x, 1L), "2 of 5 articles are not in English \\(2 es\\)")
  expect_identical(ok, c(TRUE, FALSE, TRUE, TRUE, FALSE))
  expect_silent(expect_identical(articles_in("en", as_articles(english), 1L), TRUE))
})

test_that("articles in other languages have no tone, headlines have", {
  expect_message(
    tone <- tone_score(c(a = english, b = spanish, c = "Good rain")),
    "1 of 3 articles is not in English"
  )
  expect_identical(is.na(tone$tone), c(FALSE, TRUE, FALSE))
  expect_identical(is.na(tone$n_hits), c(FALSE, TRUE, FALSE))
  expect_true(all(is.na(tone[2, c("coverage", "se", "lower", "upper")])))
  expect_gt(tone$n_words[[2]], 20)
  lexicon <- tone_lexicon(c(miedo = -2), shifters = FALSE)
  expect_message(
    by_sentence <- tone_score(c(english, spanish), lexicon, by = "sentence"), "not in English"
  )
  expect_true(all(is.na(by_sentence$tone[by_sentence$doc_id == "text2"])))
  expect_silent(tone <- tone_score(spanish, lexicon, language = NULL))
  expect_identical(tone$n_hits, 1L)
  expect_silent(tone <- tone_score(spanish, lexicon, language = "es"))
  expect_identical(tone$n_hits, 1L)
  expect_message(
    tone <- tone_score(english, lexicon, language = "es"), "not in es"
  )
  expect_error(tone_score(english, language = 1), "`language`", class = "tritone_error_input")
})

test_that("real collections: recognised languages are right", {
  read <- function(...) {
    utils::read.csv(gzfile(data_file(...)), encoding = "UTF-8", colClasses = "character")
  }
  kcna <- read("kcna", "stories_sample.csv.gz")
  found <- article_language(kcna$text)$language
  # Of those labelled English 111 are Spanish: none of them has the word "the".
  expect_identical(unique(found[kcna$language == "es"]), "es")
  expect_identical(sum(found == "es", na.rm = TRUE), 389L)
  expect_false(any(found == "es" & grepl("\\bthe\\b", kcna$text), na.rm = TRUE))
  expect_lt(sum(is.na(found)), 10)
  reuters <- read("reuters21578", "reuters21578.csv.gz")$text
  found <- article_language(reuters)$language
  expect_true(all(found == "en", na.rm = TRUE))
  long <- nchar(reuters) > 1500
  expect_gt(mean(found[long] == "en" & !is.na(found[long])), 0.97)
})

test_that("the languages that are known in R are those of the core", {
  root <- source_tree()
  room <- file.path(root, "src", "core", "article", "language")
  source <- unlist(lapply(file.path(room, c("language.cpp", "language_words.h")), readLines))
  codes <- unlist(regmatches(source, gregexpr("\"[a-z]{2}\"", source)))
  expect_setequal(unname(known_languages), unique(gsub("\"", "", codes)))
})

test_that("a language is a code that is known; a name or a longer code is led to it", {
  expect_null(check_language(NULL))
  expect_identical(check_language("vi"), "vi")
  expect_error(check_language("xx"), "not \"xx\"[.] The codes", class = "tritone_error_input")
  expect_error(check_language(NA_character_), "`language`", class = "tritone_error_input")
  near <- vapply(c("EN", "en-GB", "eng", "english", "Portugese", "sr_RS"), near_language, "")
  expect_identical(unname(near), c("en", "en", "en", "en", "pt", "sr"))
  for (far in c("xx", "klingon", "?")) expect_identical(near_language(far), character(), info = far)
})

german_headlines <- c(
  "F\u00e4hre nach Skarn wieder unterwegs", "Bank von Halvera h\u00e4lt den Zins",
  "Ziege mit zwei P\u00e4ssen gerettet", "Gerste f\u00e4llt in der dritten Woche",
  "Sturm zerst\u00f6rt den Anleger", "Minister weist die Kritik zur\u00fcck",
  "Streit um das Budget der Stadt", "Sieg f\u00fcr die Rovers", "Schnee und Eis auf den Inseln",
  "Brand in einer Fabrik am Hafen", "Neue Regeln f\u00fcr den Verkehr", "Preise steigen wieder an"
)

test_that("texts too short for a language of their own take the collection's", {
  own <- article_language(german_headlines)$language
  expect_gt(sum(is.na(own)), 5)
  said <- capture_messages(scores <- tone_score(german_headlines))
  expect_match(said, "too short for a language of their own and take that of all such articles: de",
    all = FALSE)
  expect_true(all(is.na(scores$tone)))
  # As titles without texts, too.
  titles <- data.frame(title = german_headlines, text = "")
  expect_true(all(is.na(suppressMessages(tone_score(titles))$tone)))
  english <- c("Ferry sails again", "Bank holds its rate", "Goat finds a good home")
  expect_no_message(scores <- tone_score(english))
  expect_false(all(is.na(scores$tone)))
  # One missing text is none that is short.
  expect_identical(articles_in("en", as_articles(c(english, NA)), 1L), rep(TRUE, 4))
})
