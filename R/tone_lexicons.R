#' Available lexicons
#'
#' Lists the package's own lexicon and those of other packages that [tone_lexicon()] reads,
#' with their licences, and whether they are installed. Nothing is loaded or downloaded.
#' @return A data frame of class `tritone_tone_lexicons`, one row for each lexicon:
#'   * `name`;
#'   * `package`: the package that holds it;
#'   * `installed`: whether that package is installed;
#'   * `licence`: as stated by its authors; read it before you use the lexicon;
#'   * `load`: the call that loads the lexicon.
#' @seealso [tone_lexicon()]
#' @export
#' @examples
#' tone_lexicons()
tone_lexicons <- function() {
  known <- list(
    c("news", "tritone", "GPL (>= 2)", "tone_lexicon(\"news\")"),
    c(
      "LSD2015", "quanteda", "non-commercial academic use",
      "tone_lexicon(quanteda::data_dictionary_LSD2015, name = \"LSD2015\")"
    ),
    c(
      "syuzhet", "syuzhet", "GPL-3",
      "tone_lexicon(syuzhet::get_sentiment_dictionary(\"syuzhet\"), name = \"syuzhet\")"
    ),
    c(
      "AFINN", "syuzhet", "ODbL",
      "tone_lexicon(syuzhet::get_sentiment_dictionary(\"afinn\"), name = \"AFINN\")"
    ),
    c(
      "Bing", "syuzhet", "not stated by its authors",
      "tone_lexicon(syuzhet::get_sentiment_dictionary(\"bing\"), name = \"Bing\")"
    ),
    c(
      "Jockers-Rinker", "lexicon", "GPL-3",
      "tone_lexicon(lexicon::hash_sentiment_jockers_rinker, name = \"Jockers-Rinker\")"
    ),
    c(
      "Loughran-McDonald", "sentometrics", "non-commercial use",
      "tone_lexicon(sentometrics::list_lexicons$LM_en, name = \"Loughran-McDonald\")"
    ),
    c(
      "Henry", "sentometrics", "not stated by its author",
      "tone_lexicon(sentometrics::list_lexicons$HENRY_en, name = \"Henry\")"
    ),
    c(
      "General Inquirer", "sentometrics", "not stated by its authors",
      "tone_lexicon(sentometrics::list_lexicons$GI_en, name = \"General Inquirer\")"
    )
  )
  column <- function(i) vapply(known, `[[`, "", i)
  package <- column(2L)
  new_table(list(
    name = column(1L),
    package = package,
    installed = unname(vapply(package, function(p) nzchar(system.file(package = p)), NA)),
    licence = column(3L),
    load = column(4L)
  ), "tone_lexicons")
}
