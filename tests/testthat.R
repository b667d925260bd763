library(testthat)
library(tritone)

test_check("tritone")
