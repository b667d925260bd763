# Objects from elsewhere, changed in every respect: each is refused or answered, none crashes.

few_counts <- function() {
  counts <- term_matrix(c(a = "rain fell rain", b = "sun and rain", c = "sun sun fell"))
  counts[, c("rain", "sun", "fell")]
}

few_fit <- function(...) {
  topic_lda(few_counts(), 2, iterations = 4, seed = 1, ...)
}

# A function for the other process: without the environment of this file.
ask <- function(f) {
  environment(f) <- globalenv()
  f
}

# Mutants with names of their own.
numbered <- function(mutants, of) stats::setNames(mutants, paste(of, names(mutants)))

# The same, with some values of its own.
ask_with <- function(f, ...) {
  environment(f) <- list2env(list(...), parent = globalenv())
  f
}

test_that("sparse matrices whose slots lie are refused by every verb over counts", {
  asked <- list(
    lda = ask(function(x) topic_lda(x, 2, iterations = 2, seed = 1)),
    gibbs = ask(function(x) topic_lda(x, 2, method = "gibbs", iterations = 6, seed = 1)),
    nmf = ask(function(x) topic_nmf(x, 2, iterations = 2, seed = 1)),
    weight = ask(function(x) term_weight(x, "bm25")),
    keyness = ask(function(x) term_keyness(x, c("u", "v", "u"))),
    trim = ask(function(x) term_trim(x))
  )
  rows <- expect_sound(slot_mutants(few_counts()), asked)
  for (slot in c("@p: shorter", "@p: huge", "@i: huge", "@i: negative", "@i: shorter",
    "@x: longer", "@Dim: negative", "@Dim: shorter", "@Dimnames: list")) {
    expect_true(
      all(rows$answer[rows$mutant == slot] == "tritone_error_input"), info = slot
    )
  }
})

test_that("other sparse forms whose parts lie are refused too", {
  counts <- few_counts()
  triplets <- structure(
    list(
      i = c(1L, 2L, 3L), j = c(1L, 2L, 3L), v = c(2, 1, 1), nrow = 3L, ncol = 3L,
      dimnames = list(c("a", "b", "c"), c("x", "y", "z"))
    ),
    class = c("DocumentTermMatrix", "simple_triplet_matrix")
  )
  of_triplets <- list_mutants(triplets)
  forms <- list(
    T = methods::as(counts, "TsparseMatrix"), R = methods::as(counts, "RsparseMatrix")
  )
  mutants <- c(of_triplets, unlist(lapply(forms, function(x) {
    out <- list()
    for (slot in intersect(c("i", "j", "p", "x", "Dim", "Dimnames"), names(attributes(x)))) {
      changed <- part_mutants(attr(x, slot))
      for (how in setdiff(names(changed), "null")) {
        y <- x
        attr(y, slot) <- changed[[how]]
        out[[paste0("@", slot, " ", how)]] <- y
      }
    }
    out
  }), recursive = FALSE))
  expect_sound(mutants, list(trim = ask(function(x) term_trim(x))))
})

test_that("fits that were changed in any part are refused or answered", {
  asked <- list(
    predict = ask(function(x) {
      predict(x, term_matrix(c(a = "rain fell", b = "sun")))
    }),
    heldout = ask(function(x) topic_heldout(x, term_matrix(c(a = "rain fell sun")), seed = 1)),
    terms = ask(function(x) topic_terms(x)),
    articles = ask(function(x) topic_articles(x)),
    print = ask(function(x) print(x)),
    summary = ask(function(x) summary(x)),
    tidy = ask(function(x) list(tidy(x), tidy(x, "gamma"), glance(x))),
    start = ask(function(x) {
      topic_lda(term_matrix(c(a = "rain fell", b = "sun")), 2, start = x, iterations = 2, seed = 1)
    }),
    online = ask(function(x) {
      topic_lda(
        term_matrix(c(a = "rain fell", b = "sun")), 2, start = x, method = "online",
        iterations = 2, seed = 1
      )
    })
  )
  rows <- expect_sound(list_mutants(few_fit()), asked)
  refused <- c(
    "phi: nan", "phi: cut", "phi: turned", "phi: unnamed", "theta: cut", "theta: negative",
    "prevalence: shorter", "prevalence: nan", "options: none", "trace: text"
  )
  expect_true(all(rows$answer[rows$mutant %in% refused] == "tritone_error_input"))
  expect_sound(
    list_mutants(few_fit(method = "gibbs", burn_in = 1, thin = 1, draws = 1)), asked["predict"]
  )
})

test_that("tokens, lexicons, profiles, methods and weights are refused or answered", {
  tokens <- term_tokens(c(a = "Rain fell. It rained.", b = "Sun."))
  rows <- expect_sound(list_mutants(tokens), list(
    matrix = ask(function(x) term_matrix(x, ngrams = 1:2)),
    context = ask(function(x) term_context(x, "rain*")),
    part = ask(function(x) list(x["a"], as.list(x), as.data.frame(x))),
    print = ask(function(x) print(x))
  ))
  refused <- c("ids: huge", "ids: negative", "ids: missing", "doc_ptr: reversed", "start: shorter")
  expect_true(all(rows$answer[rows$mutant %in% refused] == "tritone_error_input"))

  lexicon <- tone_lexicon(c(good = 2, bad = -2), shifters = data.frame(
    entry = "very", type = "amplifier", factor = 2
  ))
  rows <- expect_sound(list_mutants(lexicon), list(
    score = ask(function(x) tone_score(c(a = "Very good.", b = "bad"), x)),
    vader = ask(function(x) tone_score(c(a = "Very good.", b = "bad"), x, method = "vader")),
    print = ask(function(x) print(x))
  ))
  expect_true(any(rows$answer == "tritone_error_input"))

  profile <- article_profile(article_example()[1:40, ], name_count = 2, line_articles = 2)
  expect_sound(list_mutants(profile), list(
    score = ask(function(x) tone_score(c(a = "Very good."), profile = x)),
    matrix = ask(function(x) term_matrix(c(a = "Very good."), profile = x)),
    join = ask(function(x) c(x, x)),
    print = ask(function(x) print(x))
  ))

  expect_sound(list_mutants(tone_method("vader")), list(
    score = ask(function(x) tone_score(c(a = "Very good."), method = x))
  ))

  weights <- term_weight(few_counts(), "bm25")
  known <- lapply(list_mutants(attr(weights, "weights")), function(changed) {
    attr(weights, "weights") <- changed
    weights
  })
  expect_sound(known, list(
    like = ask(function(x) term_weight(term_matrix(c(a = "rain fell", b = "sun")), like = x))
  ))
})

test_that("checkpoints that were changed in any part are refused or continued", {
  counts <- few_counts()
  fits <- list(
    cvb0 = function(path) {
      topic_lda(counts, 2, iterations = 60, tolerance = 0, seed = 1, checkpoint = path)
    },
    gibbs = function(path) {
      topic_lda(counts, 2, method = "gibbs", iterations = 60, seed = 1, checkpoint = path)
    },
    online = function(path) {
      topic_lda(counts, 2, method = "online", iterations = 3, seed = 1, checkpoint = path)
    },
    nmf = function(path) {
      topic_nmf(counts, 2, iterations = 60, tolerance = 0, seed = 1, checkpoint = path)
    }
  )
  for (method in names(fits)) {
    path <- withr::local_tempfile(fileext = ".rds")
    # The state after the first segment: what follows is not written.
    first <- NULL
    keep <- function(checkpoint, plan, state, done = NULL) {
      if (is.null(first)) first <<- list(what = checkpoint_mark, plan = plan, state = state)
    }
    ended <- with_ours("write_checkpoint", keep, suppressMessages(fits[[method]](path)))
    saved <- c(first, list(done = NULL))
    expect_identical(suppressMessages(fits[[method]](path)), ended)
    done <- readRDS(path)
    mutants <- c(
      lapply(list_mutants(saved$state), function(state) {
        changed <- saved
        changed$state <- state
        changed
      }),
      numbered(list_mutants(saved), "state"), numbered(list_mutants(done), "done"),
      numbered(lapply(list_mutants(done$done[[1]]), function(result) {
        changed <- done
        changed$done[[1]] <- result
        changed
      }), "result")
    )
    question <- ask(function(x) {
      path <- tempfile()
      saveRDS(x, path)
      fit(path)
    })
    environment(question) <- list2env(
      list(fit = ask_with(fits[[method]], counts = counts)), parent = globalenv()
    )
    rows <- expect_sound(mutants, stats::setNames(list(question), method))
    expect_true(any(rows$answer == "tritone_error_input"), info = method)
    expect_true(all(
      rows$answer[grepl("^(topic|gamma|in_term|left): (shorter|negative)", rows$mutant)] ==
        "tritone_error_input"
    ), info = method)
  }
})

test_that("messages about damaged objects", {
  counts <- few_counts()
  lies <- function(slot, value) {
    attr(counts, slot) <- value
    topic_lda(counts, 2)
  }
  fit <- few_fit()
  fit$phi[1, 2] <- NaN
  short <- few_fit()
  short$theta <- short$theta[, 1, drop = FALSE]
  tokens <- term_tokens(c(a = "Rain fell."))
  tokens <- structure(utils::modifyList(unclass(tokens), list(doc_ptr = c(0, 9))),
    class = "tritone_tokens"
  )
  lexicon <- tone_lexicon(c(good = 2))
  lexicon$entries <- structure(
    list(entry = c("good", "bad"), valence = 2), class = "data.frame", row.names = 1:2
  )
  profile <- article_profile(c(a = "Rain."))
  profile$words <- NULL
  weights <- term_weight(counts)
  attr(weights, "weights")$global <- c(rain = NaN)
  triplets <- structure(
    list(i = 1L, j = 9L, v = 1, nrow = 1L, ncol = 1L), class = "simple_triplet_matrix"
  )
  rows <- methods::as(counts, "RsparseMatrix")
  attr(rows, "j") <- 99L
  method <- structure(list(method = "vader"), class = "tritone_tone_method")
  path <- withr::local_tempfile()
  suppressMessages(topic_nmf(counts, 2, iterations = 2, seed = 1, checkpoint = path))
  saved <- readRDS(path)
  saved$done[[1]]$phi <- saved$done[[1]]$phi[1, ]
  saveRDS(saved, path)
  expect_snapshot(error = TRUE, {
    lies("p", c(0L, 2L, 1L, 6L))
    lies("i", counts@i + 9L)
    lies("x", counts@x[-1])
    lies("Dim", c(-1L, 3L))
    lies("Dimnames", list("a", NULL))
    term_trim(rows)
    term_trim(triplets)
    topic_terms(fit)
    predict(short, counts)
    term_matrix(tokens)
    tone_score("Good.", lexicon)
    tone_score("Good.", profile = profile)
    tone_score("Good.", method = method)
    term_weight(counts, like = weights)
    topic_nmf(counts, 2, iterations = 2, seed = 1, checkpoint = path)
  })
})
