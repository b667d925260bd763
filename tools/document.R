# Regenerates RcppExports, NAMESPACE and man/ from the sources.
Rcpp::compileAttributes(".")
roxygen2::roxygenise(".", load_code = roxygen2::load_source)
