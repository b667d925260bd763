// SPDX-License-Identifier: GPL-2.0-or-later
// What the engine of the structural topic model gives: its fit and its state.
#include "topic/stm/stm.h"

#include "base/error.h"

#include <algorithm>
#include <limits>

namespace tritone::topic {
namespace {

using namespace stm;

std::vector<double> unpadded(const std::vector<double> &from, std::size_t n,
                             std::size_t stride) {
  std::vector<double> out(n * n);
  for (std::size_t k = 0; k < n; ++k)
    std::copy_n(from.data() + k * stride, n, out.data() + k * n);
  return out;
}

} // namespace

void StmEngine::topics(TopicFit &fit) const {
  const std::size_t free = topics_ - 1;
  const std::size_t stride = parameters_.stride();
  const std::size_t n = documents_.size();
  const std::size_t terms = counts_.columns;
  const std::size_t groups = parameters_.beta.size();
  fit.converged = converged_;
  std::vector<double> beta;
  std::vector<double> weight(groups, 0.0);
  double all = 0.0;
  for (std::size_t d = 0; d < n; ++d)
    for (std::size_t e = documents_.start[d]; e < documents_.start[d + 1];
         ++e) {
      weight[group_.empty() ? 0 : group_[d]] += documents_.count[e];
      all += documents_.count[e];
    }
  for (std::size_t i = 0; i < options_.extra.size(); ++i) {
    weight[i / (topics_ * terms)] += options_.extra[i];
    all += options_.extra[i];
  }
  fit.phi.assign(topics_ * terms, 0.0);
  for (std::size_t g = 0; g < groups; ++g) {
    const std::vector<double> own =
        plain_beta(parameters_.beta[g], topics_, terms);
    for (std::size_t i = 0; i < own.size(); ++i)
      fit.phi[i] =
          groups == 1 ? own[i] : fit.phi[i] + own[i] * (weight[g] / all);
    beta.insert(beta.end(), own.begin(), own.end());
  }
  fit.parts.push_back({"gamma", {regression_.covariates(), free}, gamma_});
  fit.parts.push_back(
      {"sigma", {free, free}, unpadded(parameters_.sigma, free, stride)});

  find_mean_prior(fit);
  if (!anchors_.empty())
    fit.parts.push_back({"anchors", {topics_}, anchors_});
  if (group_.empty())
    return;
  fit.parts.push_back({"beta", {topics_, terms, groups}, beta});
  if (content_.m.empty())
    return;
  fit.parts.push_back({"kappa_m", {terms}, content_.m});
  fit.parts.push_back({"kappa_topic", {topics_, terms}, content_.topic});
  fit.parts.push_back({"kappa_group", {groups, terms}, content_.group});
  if (!content_.interaction.empty())
    fit.parts.push_back(
        {"kappa_interaction", {topics_, groups, terms}, content_.interaction});
}

// mu and sigma of documents of unknown covariates: the mean of mu, and sigma
// with what mu varies by.
void StmEngine::find_mean_prior(TopicFit &fit) const {
  const std::size_t free = topics_ - 1;
  const std::size_t stride = parameters_.stride();
  const std::size_t n = documents_.size();
  NullMonitor nobody;
  std::vector<double> mean(free, 0.0);
  for (std::size_t d = 0; d < n; ++d)
    for (std::size_t k = 0; k < free; ++k)
      mean[k] += parameters_.mu[d * stride + k];
  for (double &x : mean)
    x /= static_cast<double>(n);
  std::vector<double> mu(n * stride, 0.0);
  for (std::size_t d = 0; d < n; ++d)
    std::copy_n(mean.data(), free, mu.data() + d * stride);
  const std::vector<double> none(stride * stride, 0.0);
  const std::vector<double> around =
      unpadded(covariance(eta_, parameters_.mu, n, free, stride, none, 0.0,
                          threads_, nobody),
               free, stride);
  std::vector<double> wide = unpadded(
      covariance(eta_, mu, n, free, stride, none, 0.0, threads_, nobody), free,
      stride);
  const std::vector<double> sigma = unpadded(parameters_.sigma, free, stride);
  for (std::size_t i = 0; i < wide.size(); ++i)
    wide[i] += sigma[i] - around[i];
  fit.parts.push_back({"mean_mu", {free}, mean});
  fit.parts.push_back({"mean_sigma", {free, free}, wide});
}

std::vector<double> StmEngine::shares(const TopicFit &fit,
                                      Monitor &monitor) const {
  const std::size_t stride = parameters_.stride();
  const std::size_t n = documents_.size();
  Model model;
  model.topics = topics_;
  model.terms = counts_.columns;
  for (const std::vector<double> &beta : parameters_.beta)
    model.beta.push_back(plain_beta(beta, topics_, counts_.columns));
  model.sigma = fit.parts[1].values;
  Given given{counts_, std::vector<double>(n * stride), options_.content};
  for (std::size_t i = 0; i < n; ++i)
    std::copy_n(parameters_.mu.data() + i * stride, stride,
                given.mu.data() + order_[i] * stride);
  return softmax(modes(given, model, threads_, monitor), n, topics_);
}

SavedState StmEngine::save() const {
  SavedState state;
  state.put("iteration", static_cast<double>(iteration_));
  state.put("started", started_ ? 1.0 : 0.0);
  state.put("converged", converged_ ? 1.0 : 0.0);
  state.put("bound", bound_);
  state.put("change", change_);
  state.put("gamma", gamma_);
  state.put("sigma", parameters_.sigma);
  state.put("eta", eta_);
  state.put("anchors", anchors_);
  std::vector<double> beta;
  for (const std::vector<double> &own : parameters_.beta)
    beta.insert(beta.end(), own.begin(), own.end());
  state.put("beta", std::move(beta));
  state.put("m", content_.m);
  state.put("topic", content_.topic);
  state.put("group", content_.group);
  state.put("interaction", content_.interaction);
  trace_.save(state);
  return state;
}

void StmEngine::load(SavedState state) {
  constexpr double kMost = 1e300;
  iteration_ = state.count("iteration", options_.iterations);
  started_ = state.count("started", 1) == 1;
  converged_ = state.count("converged", 1) == 1;
  bound_ = state.number("bound", -kMost, kMost);
  change_ = state.number("change", -kMost, kMost);
  trace_.load(state, iteration_);
  if (!started_)
    return;
  // Parts that not every model has are there whole or not at all.
  const auto numbers = [&](const char *name, std::size_t n, bool is) {
    return state.take(name, is ? n : 0, -kMost, kMost);
  };
  const std::size_t stride = parameters_.stride();
  const std::size_t terms = counts_.columns;
  const std::size_t size = terms * parameters_.width();
  const bool has_groups = !group_.empty();
  const std::size_t groups = has_groups ? options_.groups : 1;
  gamma_ = numbers("gamma", regression_.covariates() * (topics_ - 1), true);
  parameters_.sigma = numbers("sigma", (topics_ - 1) * stride, true);
  eta_ = numbers("eta", documents_.size() * stride, true);
  anchors_ =
      numbers("anchors", topics_,
              options_.init == StmStart::spectral && options_.start.empty());
  const std::vector<double> beta = numbers("beta", groups * size, true);
  const bool has_content = has_groups && iteration_ > 0;
  // The log of the share of a term that no document has is -inf.
  content_.m = state.take("m", has_content ? terms : 0,
                          -std::numeric_limits<double>::infinity(), 0.0);
  content_.topic = numbers("topic", topics_ * terms, has_content);
  content_.group = numbers("group", groups * terms, has_content);
  content_.interaction =
      numbers("interaction", topics_ * groups * terms,
              has_content && options_.content_options.interactions);
  parameters_.beta.clear();
  for (std::size_t g = 0; g < groups; ++g)
    parameters_.beta.emplace_back(
        beta.begin() + static_cast<std::ptrdiff_t>(g * size),
        beta.begin() + static_cast<std::ptrdiff_t>((g + 1) * size));
  NullMonitor nobody;
  find_mu(nobody);
}

} // namespace tritone::topic
