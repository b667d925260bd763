test_that("markup is escaped, directions are isolated, and html is left alone", {
  expect_identical(html_text(c("<a href=\"x\">&", NA)), c("&lt;a href=&quot;x&quot;&gt;&amp;", ""))
  expect_identical(html_text(html("<b>")), "<b>")
  expect_identical(as.character(foreign("\u202ea<b")), "<bdi>a&lt;b</bdi>")
  expect_identical(foreign_text("a\u2069b"), "\u2068ab\u2069")
  expect_identical(as.character(foreign_list(c("a", "b"))), "<bdi>a</bdi>, <bdi>b</bdi>")
})

test_that("an element has its attributes and children in order", {
  made <- el("p", "a < b", NULL, list(el("b", "c"), "d"), id = "x\"", title = NULL, class_ = "k")
  expect_identical(
    as.character(made), "<p class=\"k\" id=\"x&quot;\">a &lt; b<b>c</b>d</p>"
  )
})

test_that("strings of JSON hold no markup and are read back", {
  skip_if_not_installed("yyjsonr")
  hostile <- c("</script>", "a\"b\\c", "\U1f600", "caf\u00e9", "line\nend", "plain_1.2-x")
  json <- json_strings(hostile)
  expect_no_match(json, "[<>&]")
  read <- yyjsonr::read_json_str(paste0("[", paste(json, collapse = ","), "]"))
  expect_identical(unlist(read), hostile)
  expect_identical(json_strings("\u202ea"), "\"a\"")
})

test_that("a page's policy names its own style and script, and allows nothing else", {
  for (name in names(page_digests)) {
    page <- html_page(name, "A \u202etitle", el("p", "text"))
    expect_match(page, "<title>\u2068A title\u2069</title>", fixed = TRUE)
    expect_match(page, paste0(
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src ",
      "'sha256-[A-Za-z0-9+/]{43}='; script-src 'sha256-[A-Za-z0-9+/]{43}='; base-uri 'none'; ",
      "form-action 'none'\">"
    ))
    # It is named before anything that it governs.
    expect_lt(regexpr("Security-Policy", page), regexpr("<title>|<style>|<script", page))
    skip_if(!nzchar(Sys.which("openssl")), "No command openssl")
    for (tag in c("style", "script")) {
      inside <- sub(sprintf("(?s)^.*<%s>(.*)</%s>.*$", tag, tag), "\\1", page, perl = TRUE)
      file <- withr::local_tempfile()
      writeBin(charToRaw(enc2utf8(inside)), file)
      digest <- system(
        sprintf("openssl dgst -sha256 -binary %s | openssl base64 -A", shQuote(file)),
        intern = TRUE
      )
      expect_identical(page_digests[[name]][[tag]], digest)
    }
  }
})
