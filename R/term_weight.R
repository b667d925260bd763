#' Weight terms (tf-idf, BM25 and others)
#'
#' Replaces counts by weights, so that terms that distinguish an article from the others
#' count more than terms that occur in all articles. The result keeps the statistics of the
#' collection that the scheme needs, so that new articles can be weighted by them.
#'
#' @param counts Counts of terms, articles x terms: of [term_matrix()], any matrix of
#'   the package Matrix, a quanteda dfm, a DocumentTermMatrix of tm, or a base matrix.
#' @param scheme One string, `"tfidf"` (default), `"count"`, `"share"`, `"boolean"`,
#'   `"log"`, `"augmented"`, `"bm25"`, `"entropy"` or `"ppmi"`: see the section on
#'   schemes.
#' @param ... Options of the scheme, by name: `tf`, `idf`, `norm`, `smart`, `base` and
#'   `slope` of `"tfidf"`; `base` of `"log"`; `k1`, `b`, `delta` and `idf` of `"bm25"`.
#' @param like An earlier result of this function, whose scheme, options and statistics
#'   of the collection are used for `counts`; `scheme` and `...` must then not be given.
#'   By default `NULL`: the collection is `counts`.
#' @return A `dgCMatrix` with the rows and columns of `counts` (with `like`: the columns of
#'   `like`), weights above 0, and no stored zeros; an article without terms keeps an empty
#'   row. No value is `NaN` or infinite.
#'
#'   The attribute `weights` is a list: `scheme`; `options`; `n_docs`, the number
#'   of articles of the collection; `n_tokens`, its tokens; `mean_tokens` and
#'   `mean_terms`, the mean numbers of tokens and of different terms in an article; `global`,
#'   the collection's factor for each term: the idf of `"tfidf"` and `"bm25"`, the entropy
#'   weight of `"entropy"`, the term's share of all tokens of `"ppmi"`,
#'   otherwise 1. It is 0 for a term that no article of the collection has.
#' @section Schemes:
#' \eqn{c} is the count of a term in an article, \eqn{T} the tokens of the article,
#' \eqn{N} the number of articles (empty ones included), \eqn{df} the number of those
#' that have the term. Logarithms are natural unless there is a `base`.
#' \describe{
#'   \item{`"count"`, `"share"`, `"boolean"`}{\eqn{c}; \eqn{c / T}; 1.}
#'   \item{`"log"`}{\eqn{1 + \log c}; counts below 1 stay as they are.}
#'   \item{`"augmented"`}{\eqn{1/2 + 1/2 \; c / \max c}, the largest count of the article.}
#'   \item{`"tfidf"`}{The product of `tf`, one of the schemes above and by default
#'     `"count"`, and `idf`: `"plain"` (default) \eqn{\log(N / df)}; `"smooth"`
#'     \eqn{1 + \log((1 + N) / (1 + df))}; `"max"` \eqn{\log(\max df / df)};
#'     `"probabilistic"` \eqn{\max(0, \log((N - df) / df))}; `"none"` 1. Then `norm`
#'     divides the weights of an article: `"none"` (default); `"cosine"`, by the root of
#'     the sum of their squares; `"pivoted"`, by
#'     \eqn{(1 - slope) \; \bar u + slope \; u}, where \eqn{u} is its number of
#'     different terms, \eqn{\bar u} that of an article on average and `slope` a number
#'     above 0 and of at most 1, by default 0.2 (Singhal et al. 1996). `base` is the base of the
#'     logarithms, by default `exp(1)`; quanteda's is 10, tm's is 2.}
#'   \item{`"bm25"`}{\eqn{idf \; (c (k_1 + 1) / (c + k_1 (1 - b + b T / \bar T)) + delta)}
#'     (Robertson and Zaragoza 2009). `k1` is by default 1.2, `b` 0.75; `delta` above 0
#'     (default 0) makes it BM25+ (Lv and Zhai 2011). `idf` is `"lucene"` (default),
#'     \eqn{\log(1 + (N - df + 1/2) / (df + 1/2))}, or `"robertson"`,
#'     \eqn{\max(0, \log((N - df + 1/2) / (df + 1/2)))}.}
#'   \item{`"entropy"`}{\eqn{\log(1 + c) \; (1 + \sum p \log p / \log N)}, where \eqn{p}
#'     are the shares of the articles in the tokens of the term (Dumais 1991).}
#'   \item{`"ppmi"`}{\eqn{\max(0, \log((c / T) / s))}, where \eqn{s} is the share of the
#'     term in all tokens: positive pointwise mutual information of article and term
#'     (Bullinaria and Levy 2007).}
#' }
#' `smart` names `tf`, `idf` and `norm` by three letters of the SMART system: `n` count,
#' `l` log, `a` augmented, `b` boolean; `n` none, `t` plain, `p` probabilistic; `n` none,
#' `c` cosine, `u` pivoted. `smart = "ltc"` is `tf = "log", idf = "plain",
#' norm = "cosine"`.
#' @section New articles:
#' With `like`, columns are matched by name. Terms of `counts` that `like` does not have
#' are left out before anything is computed, with a message; terms that
#' `counts` does not have give empty columns. Articles of the collection get the same weights
#' again.
#' @section Errors:
#' `tritone_error_input` where an argument is not as described; `tritone_error_numeric`
#' if a sum of counts or a weight overflows.
#' @references
#' Salton G, Buckley C (1988). Term-weighting approaches in automatic text retrieval.
#' \doi{10.1016/0306-4573(88)90021-0}
#'
#' Singhal A, Buckley C, Mitra M (1996). Pivoted document length normalization.
#' \doi{10.1145/243199.243206}
#'
#' Robertson S, Zaragoza H (2009). The probabilistic relevance framework: BM25 and beyond.
#' \doi{10.1561/1500000019}
#'
#' Lv Y, Zhai C (2011). Lower-bounding term frequency normalization.
#' \doi{10.1145/2063576.2063584}
#'
#' Dumais S (1991). Improving the retrieval of information from external sources.
#' \doi{10.3758/BF03203370}
#'
#' Bullinaria J, Levy J (2007). Extracting semantic representations from word
#' co-occurrence statistics. \doi{10.3758/BF03193020}
#' @seealso [term_trim()] to remove terms, [term_keyness()] to compare groups of articles.
#' @export
#' @examples
#' news <- article_example()
#' counts <- term_matrix(news, remove = term_stopwords(), min_docs = 2)
#' weights <- term_weight(counts)
#' head(sort(weights[1, ], decreasing = TRUE))
#' term_weight(counts, "tfidf", smart = "ltc")[1:2, 1:3]
#'
#' # A new article, weighted by the statistics of the example collection
#' new <- term_matrix(c(new = "Rain will not save the harvest."))
#' term_weight(new, like = weights)[, c("rain", "harvest")]
term_weight <- function(counts, scheme = c("tfidf", "count", "share", "boolean", "log",
                                           "augmented", "bm25", "entropy", "ppmi"),
                        ..., like = NULL) {
  check_given()
  counts <- as_counts(counts)
  if (is.null(like)) {
    scheme <- check_choice(scheme, "scheme", eval(formals()$scheme))
    options <- weight_options[[scheme]](...)
  } else {
    known <- check_weighed(like)
    if (!missing(scheme) && !identical(scheme, known$scheme)) {
      abort_input(
        "`like` was weighted by the scheme \"", known$scheme, "\", and so is `counts`; leave ",
        "`scheme` out."
      )
    }
    if (...length()) {
      abort_input("With `like` the options of its scheme are used: give no others.")
    }
    scheme <- known$scheme
    options <- do.call(weight_options[[scheme]], known$options)
    counts <- match_columns(counts, names(known$global), "counts", "`like`")
  }
  rule <- weight_rule(scheme, options)
  if (is.null(like)) {
    known <- c(list(scheme = scheme, options = options), term_collection_core(counts, rule))
    names(known$global) <- colnames(counts)
  }
  out <- term_weight_core(counts, known, rule)
  attr(out, "weights") <- known
  out
}

# The options of each scheme, checked: what `...` of term_weight() may hold. `...`
# comes first so that a shortened name is a typo and not a partial match.
weight_options <- list(
  count = function(...) no_options(...),
  share = function(...) no_options(...),
  boolean = function(...) no_options(...),
  augmented = function(...) no_options(...),
  entropy = function(...) no_options(...),
  ppmi = function(...) no_options(...),
  log = function(..., base = exp(1)) {
    check_dots(...)
    list(base = check_base(base))
  },
  tfidf = function(..., tf = NULL, idf = NULL, norm = NULL, smart = NULL, base = exp(1),
                   slope = 0.2) {
    check_dots(...)
    if (!is.null(smart)) {
      if (!is.null(c(tf, idf, norm))) {
        abort_input("`smart` sets `tf`, `idf` and `norm`: give `smart` or those, not both.")
      }
      named <- check_smart(smart)
      tf <- named[[1L]]
      idf <- named[[2L]]
      norm <- named[[3L]]
    }
    tfs <- c("count", "share", "log", "augmented", "boolean")
    idfs <- c("plain", "smooth", "max", "probabilistic", "none")
    list(
      tf = if (is.null(tf)) "count" else check_choice(tf, "tf", tfs),
      idf = if (is.null(idf)) "plain" else check_choice(idf, "idf", idfs),
      norm = if (is.null(norm)) "none" else check_choice(norm, "norm", weight_norms),
      base = check_base(base), slope = check_slope(slope)
    )
  },
  bm25 = function(..., k1 = 1.2, b = 0.75, delta = 0, idf = "lucene") {
    check_dots(...)
    list(
      k1 = check_number(k1, "k1", min = 0, max = 1000), b = check_number(b, "b", min = 0, max = 1),
      delta = check_number(delta, "delta", min = 0, max = 1000),
      idf = check_choice(idf, "idf", c("lucene", "robertson"))
    )
  }
)

weight_norms <- c("none", "cosine", "pivoted")

no_options <- function(...) {
  if (...length()) {
    given <- ...names()
    given <- given[nzchar(given) & !is.na(given)]
    abort_input(
      "This scheme takes no options; given ",
      if (length(given)) name_list(given) else "one without a name", "."
    )
  }
  list()
}

check_base <- function(base) check_number(base, "base", min = 1, max = 1e6, open = TRUE)

check_slope <- function(slope) {
  if (identical(slope, 1)) return(slope)
  check_number(slope, "slope", min = 0, max = 1, open = TRUE)
}

check_smart <- function(smart) {
  letters <- list(
    c(n = "count", l = "log", a = "augmented", b = "boolean"),
    c(n = "none", t = "plain", p = "probabilistic"),
    c(n = "none", c = "cosine", u = "pivoted")
  )
  given <- strsplit(check_string(smart, "smart"), "")[[1L]]
  known <- function(k) given[[k]] %in% names(letters[[k]])
  fits <- length(given) == 3L && all(vapply(1:3, known, NA))
  if (!fits) {
    abort_argument(
      "smart",
      "three letters, the first of n, l, a, b, the second of n, t, p, the third of n, c, u", smart
    )
  }
  vapply(1:3, function(k) letters[[k]][[given[[k]]]], "")
}

# A scheme as the core reads it: always the same names.
weight_rule <- function(scheme, options) {
  rule <- list(
    local = scheme, global = "none", norm = "none", base = exp(1), k1 = 1.2, b = 0.75,
    delta = 0, slope = 0.2
  )
  given <- intersect(names(options), names(rule))
  rule[given] <- options[given]
  kinds <- switch(scheme,
    tfidf = c(options$tf, options$idf), bm25 = c("saturation", options$idf),
    entropy = c("log_one", "entropy"), ppmi = c("information", "share")
  )
  if (!is.null(kinds)) rule[c("local", "global")] <- as.list(kinds)
  rule
}

# The attribute of a result of term_weight().
check_weighed <- function(like) {
  known <- attr(like, "weights")
  parts <- c("scheme", "options", "n_docs", "n_tokens", "mean_tokens", "mean_terms", "global")
  if (!is.list(known) || !identical(names(known), parts)) {
    abort_argument("like", paste(
      "NULL or a result of term_weight() with its attribute `weights`,",
      "which a part of such a result does not have"
    ), like)
  }
  wrong <- weights_damage(known)
  if (!is.null(wrong)) abort_damaged("like", "result of term_weight()", wrong)
  known
}

weights_damage <- function(known) {
  first_damage(
    strings_damage(known$scheme, "scheme", 1L),
    if (!known$scheme %in% names(weight_options)) {
      paste0("there is no scheme ", encodeString(known$scheme, quote = "\""))
    },
    if (!is.list(known$options)) "`options` must be a list",
    numbers_damage(known$n_docs, "n_docs", 0, n = 1L),
    numbers_damage(known$n_tokens, "n_tokens", 0, n = 1L),
    numbers_damage(known$mean_tokens, "mean_tokens", 0, n = 1L),
    numbers_damage(known$mean_terms, "mean_terms", 0, n = 1L),
    numbers_damage(known$global, "global", 0),
    strings_damage(names(known$global), "names(global)", length(known$global)),
    if (anyDuplicated(names(known$global))) "`global` must have a different name for each term"
  )
}
