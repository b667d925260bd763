# The engine "cvb0" of topic_lda(): zero-order collapsed variational inference.

engine_cvb0 <- new_engine(
  name = function(fit) "LDA (cvb0)",
  describe = function(fit, last) {
    change <- format(last$change, digits = 2)
    sprintf("%s, change %s a token", describe_end(fit, last, "sweep"), change)
  },
  settings = function(iterations = NULL, ..., tolerance = NULL, .verb = NULL) {
    check_dots(..., .more = .verb)
    list(
      iterations = if (!is.null(iterations)) check_count(iterations, "iterations", 1, 1e9),
      tolerance = if (!is.null(tolerance)) check_number(tolerance, "tolerance", min = 0)
    )
  }
)
