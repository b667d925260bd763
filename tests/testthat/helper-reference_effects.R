# Slow twins of the regressions of topic_effects(), by dense matrices and general optimisers.

# Fractional logit by glm.fit(), with the robust covariance, of clusters where `of` is given.
twin_fractional <- function(x, y, of = NULL) {
  fit <- suppressWarnings(stats::glm.fit(
    x, y, family = stats::quasibinomial(), control = list(epsilon = 1e-14, maxit = 100)
  ))
  mean <- fit$fitted.values
  bread <- solve(crossprod(x, mean * (1 - mean) * x))
  twin_sandwich(fit$coefficients, bread, (y - mean) * x, ncol(x), of)
}

twin_linear <- function(x, y, of) {
  fit <- stats::lm.fit(x, y)
  twin_sandwich(fit$coefficients, solve(crossprod(x)), fit$residuals * x, ncol(x), of)
}

twin_sandwich <- function(coefficients, bread, scores, p, of) {
  n <- nrow(scores)
  factor <- n / (n - p)
  if (!is.null(of)) {
    scores <- rowsum(scores, of)
    factor <- nrow(scores) / (nrow(scores) - 1) * (n - 1) / (n - p)
  }
  covariance <- factor * bread %*% crossprod(scores) %*% bread
  list(estimate = coefficients, std_error = sqrt(diag(covariance))[seq_len(p)])
}

# Beta regression by optim(); its robust errors from numeric scores and expected information.
twin_beta <- function(x, y) {
  n <- length(y)
  p <- ncol(x)
  y <- (y * (n - 1) + 0.5) / n
  each <- function(b) {
    mean <- stats::plogis(x %*% b[seq_len(p)])
    stats::dbeta(y, mean * exp(b[p + 1]), (1 - mean) * exp(b[p + 1]), log = TRUE)
  }
  found <- stats::optim(
    c(twin_fractional(x, y)$estimate, 1), function(b) -sum(each(b)), method = "BFGS",
    control = list(reltol = 1e-15, maxit = 2000)
  )$par
  scores <- vapply(seq_len(p + 1), function(j) {
    step <- replace(numeric(p + 1), j, 1e-5)
    as.vector(each(found + step) - each(found - step)) / 2e-5
  }, numeric(n))
  mean <- as.vector(stats::plogis(x %*% found[seq_len(p)]))
  phi <- exp(found[[p + 1]])
  slope <- mean * (1 - mean)
  a <- trigamma(mean * phi)
  b <- trigamma((1 - mean) * phi)
  bread <- rbind(
    cbind(
      crossprod(x, phi^2 * slope^2 * (a + b) * x),
      crossprod(x, phi^2 * slope * (a * mean - b * (1 - mean)))
    ),
    c(
      crossprod(x, phi^2 * slope * (a * mean - b * (1 - mean))),
      sum(phi^2 * (a * mean^2 + b * (1 - mean)^2 - trigamma(phi)))
    )
  )
  twin_sandwich(found[seq_len(p)], solve(bread), scores, p, NULL)
}

# The linear mixed model with a random intercept by restricted maximum likelihood, weights w.
twin_intercepts <- function(x, z, of, w = rep(1, length(z))) {
  same <- outer(of, of, `==`) * 1
  at <- function(log_ratio) {
    v <- diag(1 / w) + exp(log_ratio) * same
    inverse <- solve(v)
    s <- solve(t(x) %*% inverse %*% x)
    b <- s %*% t(x) %*% inverse %*% z
    rest <- as.vector(z - x %*% b)
    scale <- sum(rest * (inverse %*% rest)) / (length(z) - ncol(x))
    list(
      value = (length(z) - ncol(x)) * log(scale) + as.numeric(determinant(v)$modulus) -
        as.numeric(determinant(s)$modulus),
      estimate = as.vector(b), std_error = sqrt(diag(scale * s)), spread = exp(log_ratio) * scale,
      eta = as.vector(x %*% b + exp(log_ratio) * same %*% inverse %*% rest)
    )
  }
  at(stats::optimize(function(r) at(r)$value, c(-10, 10), tol = 1e-10)$minimum)
}

# Fractional logit with a random intercept by penalised quasi-likelihood.
twin_quasi <- function(x, y, of) {
  eta <- rep(stats::qlogis(mean(y)), length(y))
  for (i in 1:30) {
    mean <- stats::plogis(eta)
    w <- mean * (1 - mean)
    found <- twin_intercepts(x, eta + (y - mean) / w, of, w)
    eta <- found$eta
  }
  found
}

# 120 articles in 15 groups: shares of three topics, a number and a factor with an unused level.
effects_trial <- function() {
  withr::local_seed(4)
  n <- 120
  of <- sample(15, n, TRUE)
  data <- data.frame(
    doc_id = sprintf("a%03d", seq_len(n)), tone = stats::rnorm(n),
    side = factor(
      sample(c("left", "right", "middle"), n, TRUE), c("left", "middle", "right", "up")
    ),
    house = paste0("house", of), day = as.Date("2021-01-01") + sample(700, n, TRUE)
  )
  at <- -0.7 + 0.5 * data$tone + 0.6 * (data$side == "right") + stats::rnorm(15, 0, 0.5)[of]
  first <- stats::rbeta(n, 6 * stats::plogis(at), 6 * stats::plogis(-at))
  rest <- stats::rbeta(n, 3, 2)
  theta <- cbind(one = first, two = (1 - first) * rest, three = (1 - first) * (1 - rest))
  rownames(theta) <- data$doc_id
  list(theta = theta, data = data, x = stats::model.matrix(~ tone + side, droplevels(data)))
}

# A collection whose effects are known: eta of five topics is linear in a number and a factor, with
# normal noise, as the structural topic model has it, or with `dirichlet` shares that have a
# Dirichlet distribution around softmax(eta). The covariates are the same in each draw.
# list(data, truth, draw): `truth` has the average marginal effects on the expected share, topics x
# (slope of tone, middle - left); draw(seed, words) gives theta and, with words, counts.
simulated_effects <- function(n, dirichlet = FALSE, spread = 0.8, k = 5) {
  data <- withr::with_seed(1, data.frame(
    doc_id = sprintf("a%05d", seq_len(n)), tone = stats::rnorm(n),
    side = sample(c("left", "middle", "right"), n, TRUE)
  ))
  slope <- c(0.5, -0.3, 0.2, 0)
  step <- c(0.4, 0, -0.4, 0.2)
  level <- c(-0.3, 0.2, -0.5, 0.1)
  eta <- function(tone, middle) {
    outer(tone, slope) + outer(middle, step) + rep(level, each = n)
  }
  softmax <- function(eta) {
    e <- cbind(exp(eta), 1)
    e / rowSums(e)
  }
  noise <- withr::with_seed(2, matrix(stats::rnorm(200 * (k - 1), 0, spread), 200))
  noise <- if (dirichlet) matrix(0, 1, k - 1) else rbind(noise, -noise)
  expected <- function(tone, middle) {
    at <- eta(tone, middle)
    Reduce(`+`, lapply(seq_len(nrow(noise)), function(i) {
      softmax(at + rep(noise[i, ], each = n))
    })) / nrow(noise)
  }
  middle <- as.numeric(data$side == "middle")
  phi <- withr::with_seed(3, t(vapply(seq_len(k), function(i) {
    p <- stats::rgamma(300, 0.1)
    p / sum(p)
  }, numeric(300))))
  list(
    data = data, phi = phi,
    truth = cbind(
      colMeans(expected(data$tone + 0.01, middle) - expected(data$tone - 0.01, middle)) / 0.02,
      colMeans(expected(data$tone, rep(1, n)) - expected(data$tone, rep(0, n)))
    ),
    draw = function(seed, words = 0) {
      withr::with_seed(seed, {
        theta <- if (dirichlet) {
          drawn <- matrix(stats::rgamma(n * k, 5 * softmax(eta(data$tone, middle))), n)
          drawn / rowSums(drawn)
        } else {
          softmax(eta(data$tone, middle) + stats::rnorm(n * (k - 1), 0, spread))
        }
        dimnames(theta) <- list(data$doc_id, paste0("topic_", seq_len(k)))
        if (!words) return(list(theta = theta))
        chance <- theta %*% phi
        counts <- t(vapply(seq_len(n), function(i) {
          as.double(stats::rmultinom(1, words, chance[i, ]))
        }, numeric(ncol(phi))))
        dimnames(counts) <- list(data$doc_id, sprintf("w%03d", seq_len(ncol(phi))))
        list(theta = theta, counts = methods::as(counts, "CsparseMatrix"))
      })
    }
  )
}

# Which intervals of effects of shares hold the truth, topics x (slope, middle - left).
covered_effects <- function(trial, shares, ..., order = seq_len(nrow(trial$truth)), level = 0.9) {
  out <- summary(topic_effects(shares, ~ tone + side, trial$data, ...), level = level)
  vapply(1:2, function(j) {
    rows <- out[out$contrast == c("slope", "middle - left")[[j]], ][order, ]
    rows$lower <= trial$truth[, j] & trial$truth[, j] <= rows$upper
  }, logical(length(order)))
}

# A structural fit of articles, a few iterations long.
effects_counts <- function(news) term_matrix(news, remove = term_stopwords(), min_docs = 4)
effects_fit <- function(news, counts) {
  topic_stm(counts, 4, ~ source + s(date, 5), data = news, max_iterations = 5, progress = FALSE)
}
