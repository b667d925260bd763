# Tables whose pictures are held as snapshots, each by its name.

expect_base_pictures <- function(tables) {
  skip_on_cran()
  skip_if_not_installed("vdiffr")
  for (name in names(tables)) {
    vdiffr::expect_doppelganger(paste("base", name), function() plot(tables[[name]]))
  }
}

expect_ggplot2_pictures <- function(tables) {
  skip_on_cran()
  skip_if_not_installed("vdiffr")
  skip_if_not_installed("ggplot2")
  skip_if(utils::packageVersion("ggplot2") >= "3.5.0", "drawn with ggplot2 3.4")
  for (name in names(tables)) {
    vdiffr::expect_doppelganger(paste("ggplot2", name), ggplot2::autoplot(tables[[name]]))
  }
}
