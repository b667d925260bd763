# A generator of hostile arguments: it takes a valid call of an exported function, replaces one or
# two of its arguments, and classifies what happens. test-argument_fuzz.R asks a sample of all such
# calls, tools/fuzz_arguments.R many more, in processes of their own.
#
# What may happen is a result that can be printed, or a condition of class tritone_error whose
# message is valid UTF-8, short, and names an argument that was replaced. Anything else is a fault.

# The longest message, in characters.
fuzz_message_limit <- 2000L

# What the valid calls are made of, small so that a call takes milliseconds.
fuzz_objects <- local({
  made <- NULL
  function() {
    if (!is.null(made)) return(made)
    news <- article_example()[1:6, ]
    terms <- term_matrix(news, remove = term_stopwords(), min_docs = 2)
    fit <- topic_lda(terms, 2, iterations = 5, seed = 1)
    sides <- data.frame(doc_id = news$doc_id, side = c("a", "b", "a", "b", "a", "b"))
    structural <- topic_stm(
      terms, 2, ~ side, data = sides, init = "random", max_iterations = 2, seed = 1
    )
    made <<- list(
      news = news, text = stats::setNames(news$text, news$doc_id), terms = terms, fit = fit,
      tokens = term_tokens(news[1:2, ]), profile = article_profile(news, name_count = 1),
      side = sides$side, sides = sides, structural = structural,
      vis = topic_export(fit, terms, "LDAvis"),
      folder = system.file("extdata", "articles", package = "tritone"),
      weighted = term_weight(terms), page = "page.html", state = "state.rds",
      halves = c(1, 1, 1, 2, 2, 2),
      later = {
        rownames(terms) <- paste0("later", 1:6)
        terms
      },
      seeds = list(one = colnames(terms)[1:2], two = colnames(terms)[3]),
      lexicon = tone_lexicon("news"), tone = suppressMessages(tone_score(news)),
      parsed = data.frame(
        doc_id = c("a", "a", "b"), token = c("Rains", "fell", "rain"),
        lemma = c("rain", "fall", "rain"), upos = c("NOUN", "VERB", "NOUN")
      )
    )
    made
  }
})

# Valid calls of each exported function; between them they name every argument, also those that
# pass through `...`.
fuzz_calls <- function() {
  calls <- expression(
    article_check(x = news), article_check(x = text),
    article_dates(x = news, latest = "2022-01-01", day_order = "dmy", use_sentences = TRUE),
    article_diff(old = "Rain fell. So.", new = "Rain fell."),
    article_duplicates(x = news, threshold = 0.3, containment = 0.7, window = 30),
    article_example(gold = "tone"), article_exports(path = NULL),
    article_language(x = news), article_parts(x = news, profile = profile, language = "en"),
    article_problems(x = news),
    article_profile(
      x = news, parts = "all", name_count = 5, name_share = 0.8, line_articles = 5,
      line_share = 0.005
    ),
    article_read(
      path = file.path(folder, list.files(folder)[1:2]), format = "txt", doc_id = NULL,
      text = NULL, date = NULL, title = NULL, source = NULL, missing = "NULL",
      day_order = "dmy", encoding = "UTF-8", split_at = NULL, exports = NULL,
      repair = TRUE
    ),
    article_repair(x = news, markup = TRUE), article_repair(x = text),
    article_report(
      x = news, file = page, topics = NULL, tone = NULL, k = 2, unit = "day", title = "News",
      lexicon = lexicon, seed = 1
    ),
    article_voices(x = news, profile = profile, language = "en"),
    term_context(
      x = news, pattern = "the", window = 2, type = "glob", near = "of", within = 3,
      tokenizer = "news", numbers = TRUE
    ),
    term_context(x = tokens, pattern = c("th*", "of the"), type = "regex"),
    term_bursts(
      counts = terms, date = news$date, by = "month", s = 3, gamma = 0.5, levels = 2, terms = "t*"
    ),
    term_bursts(counts = terms, date = "date", data = news),
    term_collocations(
      x = news, window = 2, across = TRUE, remove = "the", min_count = 1, level = 0.9,
      numbers = TRUE
    ),
    term_cooccurrence(
      x = tokens, by = "window", window = 2, across = TRUE, remove = "the", terms = "*",
      min_docs = 1, min_count = 1, max_pairs = 10
    ),
    term_cooccurrence(x = terms, by = "article"),
    term_dispersion(counts = terms, parts = side, terms = "t*"),
    term_dispersion(counts = terms, parts = "source", data = news),
    term_frequency(
      counts = terms, groups = side, date = news$date, by = "month", terms = "t*", level = 0.9
    ),
    term_frequency(counts = terms, groups = "source", date = "date", data = news),
    term_keyness(
      counts = terms, groups = side, prior = 10, level = 0.9, bootstrap = 5, seed = 1
    ),
    term_keyness(counts = terms, groups = "side", data = sides),
    term_tokens(x = parsed, token = "lemma", pos = "NOUN"),
    term_trend(
      counts = terms, date = news$date, by = "month", groups = side, terms = "t*", level = 0.9
    ),
    term_trend(counts = terms, date = "date", data = news),
    term_matrix(
      x = news, tokenizer = "news", numbers = FALSE, punctuation = FALSE, hyphens = "keep",
      clitics = "split", parts = "lead", voices = "direct", profile = profile, ngrams = 1,
      skip = 0, across = FALSE,
      concatenator = "_", phrases = NULL, stem = FALSE, remove = "the", min_docs = 1,
      max_docs = Inf, max_terms = 50, hash_size = NULL, hash_signed = FALSE, language = "en"
    ),
    term_matrix(
      x = news, replace = list(rain = "rains"),
      dictionary = list(a = list(b = "the", c = "of the")),
      levels = 1, unmatched = TRUE, by = "sentence"
    ),
    term_matrix(x = tokens, ngrams = 1:2, skip = 1, phrases = "of the", hash_size = 64),
    term_matrix(x = parsed, token = "lemma", pos = "NOUN"),
    term_multiverse(
      x = text, fn = function(counts) sum(counts),
      grid = list(numbers = c(TRUE, FALSE), min_docs = 1:2), sample = 5, seed = 1, remove = "the"
    ),
    term_multiverse(x = parsed, fn = ncol, grid = data.frame(token = c("token", "lemma"))),
    term_stopwords(language = "en"),
    term_tokens(
      x = news, tokenizer = "uax29", numbers = TRUE, punctuation = TRUE, hyphens = "split",
      clitics = "keep", parts = "all", voices = "direct", profile = profile
    ),
    term_trim(
      counts = terms, min_count = 1, max_count = 100, min_docs = 1, max_docs = 0.9,
      max_terms = 20, keep = "a*", remove = "b*"
    ),
    term_weight(counts = terms, scheme = "tfidf"),
    term_weight(counts = terms, scheme = "bm25", b = 0.5, k1 = 1.5),
    term_weight(counts = terms, scheme = "tfidf", like = weighted),
    tone_explain(
      x = news, lexicon = lexicon, method = "tritone", profile = profile, parts = "lead",
      voices = "direct", language = "en"
    ),
    tone_explain(x = tone, data = news),
    tone_lexicon(x = list(positive = "good", negative = "bad"), shifters = TRUE, name = "own"),
    tone_lexicons(),
    tone_method(method = "sentimentr", bugs = FALSE, shifters = "bigrams", weighting = "counts"),
    tone_score(
      x = news, lexicon = lexicon, by = "article", method = "tritone", profile = profile,
      parts = "lead", voices = "direct", level = 0.9, language = "en"
    ),
    tone_score(x = text, by = "sentence"), tone_score(x = text, by = "hit"),
    tone_shift(
      x = news, groups = side, reference = "rest", by = "topic", topics = fit, lexicon = lexicon,
      profile = profile, parts = "all", voices = "narration", level = 0.9, language = "en"
    ),
    tone_shift(x = news, groups = "source", by = "voice"),
    tone_score(
      x = news, by = c("voice", "source"), topics = NULL, only = c("price*", "rain"),
      weights = "hits", clusters = "source", bootstrap = 2, seed = 1
    ),
    tone_score(x = news, by = "topic", topics = fit),
    tone_jackknife(
      x = news, lexicon = lexicon, by = "source", n = 2, profile = profile, parts = "lead",
      voices = "narration", only = "the", weights = "article", clusters = "source", level = 0.9,
      language = "en"
    ),
    tone_trend(
      x = news, lexicon = lexicon, by = "quarter", groups = "source", weights = "exponential",
      alpha = 0.2, smooth = "beta", lag = 2, shape = c(2, 2), profile = profile, parts = "lead",
      voices = "narration", topics = NULL, only = "the", clusters = "source", level = 0.9,
      language = "en"
    ),
    topic_articles(fit = fit, n = 2), topic_export(fit = fit, counts = terms, to = "LDAvis"),
    topic_articles(fit = fit, n = 1, articles = news, shares = fit$theta, remove = "the"),
    topic_correlation(fit = fit, shares = fit$theta, level = 0.9),
    topic_effects(
      fit = structural, formula = ~ side, data = sides, uncertainty = "local", counts = terms,
      draws = 3, level = 0.9, seed = 1
    ),
    topic_effects(
      fit = fit$theta, formula = ~ side, data = sides, form = "fractional", cluster = "side"
    ),
    topic_effects(
      fit = fit, formula = ~ side, data = sides, form = "beta", random = halves, newdata = terms
    ),
    topic_prevalence(
      fit = fit, by = "side", data = sides, unit = "month", topics = 1, uncertainty = "local",
      counts = terms, draws = 2, level = 0.9, seed = 1
    ),
    topic_prevalence(fit = structural, by = news$date, newdata = terms),
    topic_update(
      fit = fit, new = later, memory = 3, min_docs = 1, iterations = 10, level = 0.9,
      resamples = 20, seed = 1
    ),
    topic_update(fit = fit, new = later, memory = terms),
    topic_update(
      fit = structural, new = later, data = transform(sides, doc_id = paste0("later", 1:6)),
      iterations = 10, resamples = 20
    ),
    topic_heldout(
      fit = fit, counts = terms, method = "left_to_right", particles = 2, seed = 1
    ),
    topic_heldout(fit = fit, counts = terms, method = "completion"),
    topic_import(x = vis),
    topic_lda(
      counts = terms, k = 2, method = "cvb0", iterations = 3, alpha = 0.1, eta = 0.01,
      start = NULL, tolerance = 0.01, checkpoint = NULL, seed = 1
    ),
    topic_lda(
      counts = terms, k = 2, method = "gibbs", iterations = 12, optimize = TRUE, chains = 2,
      burn_in = 2, thin = 1, seed = 1
    ),
    topic_lda(counts = terms, k = 2, method = "online", iterations = 1, batch = 2, start = fit),
    topic_label(
      fit = fit, articles = news, n = 2, remove = "the", min_count = 1, lambda = 0.5,
      shares = fit$theta, numbers = TRUE
    ),
    topic_map(fit = fit, n = 5, lambda = 0.5, shares = fit$theta, title = "Map", file = NULL),
    topic_match(fit_a = fit, fit_b = structural, measure = "overlap"),
    topic_nmf(
      counts = terms, k = 2, loss = "poisson", iterations = 3, tolerance = 0.01,
      checkpoint = NULL, seed = 1
    ),
    topic_quality(
      fit = fit, counts = terms, n = 5, smooth = 0.01, weight = 0.5, shares = fit$theta
    ),
    topic_search(
      counts = terms, k = 2, model = topic_lda, holdout = 2, n = 5, data = NULL, iterations = 2,
      seed = 1
    ),
    topic_stability(
      counts = terms, k = 2, runs = 2, model = topic_lda, bootstrap = TRUE, level = 0.9,
      data = NULL, iterations = 2, seed = 1
    ),
    topic_seeded(
      counts = terms, seeds = seeds, unseeded = 1, seed_weight = 0.1, iterations = 12, alpha = 0.1,
      eta = 0.01, checkpoint = NULL, seed = 1
    ),
    topic_stm(
      counts = terms, k = 2, prevalence = ~ side, content = NULL, data = sides, init = "random",
      start = NULL, max_iterations = 2, tolerance = 0.01, schedule = "fast", sigma_prior = 0.1,
      interactions = TRUE, max_terms = 50, checkpoint = NULL, seed = 1
    ),
    topic_terms(fit = fit, n = 3, rank_by = "frex", lambda = 0.6, weight = 0.5, group = NULL),
    tidy(x = fit, matrix = "beta"), glance(x = fit), augment(x = fit, data = terms),
    predict(object = fit, newdata = terms),
    predict(object = structural, newdata = terms, data = sides)
  )
  as.list(calls)
}

# The arguments that may be replaced in a valid call: those of the function and those that the
# call names. `thraeds` is a misspelt one. What chooses the method of a generic from elsewhere is
# left alone.
fuzz_arguments <- function(call) {
  name <- as.character(call[[1L]])
  fun <- if (name == "predict") tritone_method_of_fits else getExportedValue("tritone", name)
  known <- union(names(formals(fun)), names(call)[-1L])
  if (name %in% c("tidy", "glance", "augment")) known <- c(setdiff(known, "x"), "matrix")
  if (name == "predict") known <- setdiff(known, "object")
  dots <- "..." %in% known
  c(setdiff(known, "..."), if (dots) "thraeds")
}

tritone_method_of_fits <- function(object, newdata, ..., threads, progress) NULL

# `n` calls in an order that depends on `seed` alone, as a data frame of the number of the valid
# call, one or two arguments, and the values they get. First every argument with every value, in
# random order, then pairs.
fuzz_plan <- function(n, seed = 1) {
  withr::local_seed(seed, .rng_kind = "Mersenne-Twister", .rng_sample_kind = "Rejection")
  arguments <- lapply(fuzz_calls(), fuzz_arguments)
  single <- data.frame(
    call = rep(seq_along(arguments), lengths(arguments)), arg = unlist(arguments)
  )
  values <- names(fuzz_values())
  all <- merge(single, data.frame(value = values), by = NULL)
  all <- all[sample.int(nrow(all)), ]
  all$arg_2 <- all$value_2 <- NA_character_
  if (n <= nrow(all)) return(all[seq_len(n), ])
  more <- all[sample.int(nrow(all), n - nrow(all), replace = TRUE), ]
  more$arg_2 <- vapply(more$call, function(i) sample(arguments[[i]], 1L), "")
  more$value_2 <- sample(values, nrow(more), replace = TRUE)
  rbind(all, more)
}

# The valid calls as they are.
fuzz_valid <- function() {
  data.frame(
    call = seq_along(fuzz_calls()), arg = NA_character_, value = NA_character_,
    arg_2 = NA_character_, value_2 = NA_character_
  )
}

# Runs one row of fuzz_plan(). Returns list(outcome, said, call): outcome one of "result",
# "input", "limit", "numeric", "raw" (an error, warning or message that is not ours, or one that
# breaks the rules for messages), "stopped" (by the limit in seconds).
fuzz_run <- function(row, limit = 20, calls = fuzz_calls()) {
  call <- calls[[row$call]]
  place <- list2env(fuzz_objects(), parent = fuzz_parent())
  makers <- fuzz_values()
  given <- c(stats::na.omit(c(row$arg, row$arg_2)))
  values <- c(stats::na.omit(c(row$value, row$value_2)))
  for (i in seq_along(given)) {
    name <- paste0("value_", i)
    assign(name, makers[[values[[i]]]](), place)
    call[[given[[i]]]] <- as.name(name)
  }
  withr::local_seed(1)
  said <- character()
  odd <- NULL
  caught <- function(outcome) {
    function(e) list(outcome = outcome, said = conditionMessage(e))
  }
  found <- tryCatch(
    withCallingHandlers(
      {
        setTimeLimit(elapsed = limit, transient = TRUE)
        on.exit(setTimeLimit(), add = TRUE)
        value <- eval(call, place)
        if (inherits(value, fuzz_printed())) utils::capture.output(print(value))
        list(outcome = "result", said = "")
      },
      message = function(m) {
        said <<- c(said, conditionMessage(m))
        tryInvokeRestart("muffleMessage")
      },
      warning = function(w) {
        # A function that is given may warn.
        if (!"function_" %in% values) odd <<- c(odd, paste("a warning:", conditionMessage(w)))
        tryInvokeRestart("muffleWarning")
      }
    ),
    tritone_error_input = caught("input"), tritone_error_limit = caught("limit"),
    tritone_error_numeric = caught("numeric"), error = caught("raw"),
    interrupt = function(i) list(outcome = "stopped", said = "")
  )
  setTimeLimit()
  if (grepl("reached elapsed time limit", found$said, fixed = TRUE, useBytes = TRUE)) {
    found$outcome <- "stopped"
  }
  if (found$outcome %in% c("input", "limit", "numeric")) {
    odd <- c(odd, fuzz_message_faults(found$said, union(given, names(call)[-1L])))
  }
  odd <- c(odd, unlist(lapply(said, fuzz_message_faults)))
  if (length(odd)) found <- list(outcome = "raw", said = paste(c(odd, found$said), collapse = "; "))
  c(found, list(call = fuzz_describe(row, calls)))
}

fuzz_parent <- function() {
  place <- new.env(parent = asNamespace("stats"))
  for (name in getNamespaceExports("tritone")) {
    assign(name, getExportedValue("tritone", name), place)
  }
  place
}

fuzz_printed <- function() {
  c("tritone_table", "tritone_lexicon", "tritone_profile", "tritone_tokens", "tritone_topics",
    "tritone_tone_method", "tritone_article_report", "tritone_topic_map")
}

# What is wrong with a message; with `given`, it must name one of these arguments, or another one
# that does not fit to them.
fuzz_message_faults <- function(text, given = NULL) {
  if (length(text) != 1L || !nzchar(text)) return("an empty message")
  if (Encoding(text) == "bytes" || !validUTF8(text)) return("invalid UTF-8")
  c(
    if (nchar(text) > fuzz_message_limit) sprintf("%d characters", nchar(text)),
    if (length(given) && !any(vapply(given, fuzz_names, NA, text = text))) "names no argument"
  )
}

fuzz_names <- function(arg, text) {
  grepl(paste0("`", arg, "(`|[$])"), text) || grepl(paste0("^", arg, " "), text)
}

# One line to reproduce a call from.
fuzz_describe <- function(row, calls = fuzz_calls()) {
  call <- calls[[row$call]]
  shown <- if (is.na(row$arg)) "as it is" else paste0(row$arg, " = <", row$value, ">")
  if (!is.na(row$arg_2)) shown <- paste0(shown, ", ", row$arg_2, " = <", row$value_2, ">")
  sprintf("%s() #%d: %s", as.character(call[[1L]]), row$call, shown)
}
