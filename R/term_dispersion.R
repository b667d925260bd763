#' Dispersion of terms
#'
#' How evenly terms are spread over articles, or over parts of the collection that are larger,
#' such as sources or months. A term that occurs a hundred times in one article and one that occurs
#' once in each of a hundred have the same frequency and opposite dispersions.
#'
#' @inheritParams term_frequency
#' @param parts What terms are spread over: `NULL` (default), the articles, or the part of each
#'   article, as `groups` of [term_frequency()] is given. Articles whose part is `NA` are left out,
#'   with a message; parts without tokens do not count.
#' @return A data frame of class `tritone_term_dispersion`, one row for each term, in the order of
#'   `counts`: `term`; `count`; `range`, the parts with the term; `parts`, all of them; `dp`, the
#'   deviation of proportions of Gries (2008), 0 for even; `dp_norm`, the same from 0 to 1
#'   (Lijffijt and Gries 2012); `juilland_d`, `carroll_d2` and `rosengren_s`, 1 for even; `kld`, the
#'   divergence of Kullback and Leibler in bits, 0 for even. They are `NA` for a term that does not
#'   occur, and those that compare parts if there is one part.
#' @section The measures:
#' \eqn{s_i} is the share of part \eqn{i} in all tokens, \eqn{v_i} its share in the tokens of the
#' term, \eqn{p_i} the relative frequency of the term in it, \eqn{m} the number of parts.
#' \deqn{DP = \frac{1}{2} \sum_i |v_i - s_i|, \quad DP_{norm} = \frac{DP}{1 - \min s_i}}
#' \deqn{D = 1 - \frac{sd(p)}{\bar p \sqrt{m - 1}}, \quad
#' D_2 = \frac{\log \sum p_i - \sum p_i \log p_i / \sum p_i}{\log m}}
#' \deqn{S = \left(\sum_i \sqrt{s_i v_i}\right)^2, \quad KLD = \sum_i v_i \log_2 \frac{v_i}{s_i}}
#' with \eqn{sd} over \eqn{m}. Rosengren's S is that for parts of different sizes.
#' @section Errors:
#' `tritone_error_input` where an argument is not as described.
#' @references
#' Gries S (2008). Dispersions and adjusted frequencies in corpora. *International Journal of
#' Corpus Linguistics*, 13(4), 403-437. \doi{10.1075/ijcl.13.4.02gri}
#'
#' Lijffijt J, Gries S (2012). Correction to Gries' "Dispersions and adjusted frequencies in
#' corpora". *International Journal of Corpus Linguistics*, 17(1), 147-149.
#' \doi{10.1075/ijcl.17.1.08lij}
#' @seealso [term_frequency()].
#' @export
#' @examples
#' news <- article_example()
#' counts <- term_matrix(news, remove = term_stopwords(), min_docs = 5)
#' head(term_dispersion(counts))
#' head(term_dispersion(counts, parts = "source", data = news))
term_dispersion <- function(counts, parts = NULL, ..., data = NULL, terms = NULL,
                            threads = getOption("tritone.threads", 2)) {
  check_dots(...)
  counts <- as_counts(counts)
  threads <- check_threads(threads)
  ids <- rownames(counts)
  part <- if (is.null(parts)) {
    factor(seq_along(ids))
  } else {
    given <- article_values(parts, "parts", ids, data)
    if (is.factor(given)) droplevels(given) else factor(given)
  }
  tell_left_out(sum(is.na(part)), length(ids), "part")
  sizes <- Matrix::rowSums(counts)
  counts <- chosen_terms(counts, terms)
  found <- term_dispersion_core(
    counts, as.integer(part), rep(1L, nlevels(part)), sizes, 1L, threads
  )
  kept <- counts
  kept@x[is.na(part)[counts@i + 1L]] <- 0
  new_table(
    c(
      list(
        term = colnames(counts), count = unname(Matrix::colSums(kept)), range = found$range,
        parts = rep(found$parts, ncol(counts))
      ),
      found[c("dp", "dp_norm", "juilland_d", "carroll_d2", "rosengren_s", "kld")]
    ),
    "term_dispersion"
  )
}
