// SPDX-License-Identifier: GPL-2.0-or-later
// Rows of the trace, and the named numbers of a checkpoint.
#include "topic/trace.h"

#include "base/error.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace tritone::topic {

SavedState::Numbers *SavedState::find(const std::string &name) {
  for (Item &item : items_)
    if (item.first == name)
      return &item.second;
  refuse(name);
}

namespace {

std::string not_of_these(const std::string &name) {
  return "The state of the fit is not one of these counts and options: \"" +
         name + "\" ";
}

std::string shown(double number) {
  char text[32];
  std::snprintf(text, sizeof text, "%.9g", number);
  return text;
}

} // namespace

void SavedState::refuse(const std::string &name) {
  throw input_error(not_of_these(name) + "is missing.");
}

void SavedState::refuse_size(const std::string &name, std::size_t size,
                             std::size_t expected) {
  throw input_error(not_of_these(name) + "must hold " +
                    std::to_string(expected) + " numbers, not " +
                    std::to_string(size) + ".");
}

void SavedState::refuse_number(const std::string &name, std::size_t at,
                               double number, double low, double high) {
  throw input_error(not_of_these(name) + "must be from " + shown(low) + " to " +
                    shown(high) + ", but number " + std::to_string(at + 1) +
                    " is " + shown(number) + ".");
}

std::size_t SavedState::count(const std::string &name, std::size_t most) {
  const double n = number(name, 0.0, static_cast<double>(most));
  if (n != std::floor(n))
    throw input_error(not_of_these(name) + "must be a whole number, not " +
                      shown(n) + ".");
  return static_cast<std::size_t>(n);
}

double SavedState::number(const std::string &name) {
  const std::vector<double> numbers = take<double>(name);
  if (numbers.size() != 1)
    refuse(name);
  return numbers[0];
}

void Trace::add(std::size_t iteration, std::initializer_list<double> values) {
  if (values.size() != columns_.size())
    throw input_error("A row of the trace needs " +
                      std::to_string(columns_.size()) + " values, not " +
                      std::to_string(values.size()) + ".");
  iteration_.push_back(static_cast<double>(iteration));
  std::size_t c = 0;
  for (const double value : values)
    columns_[c++].push_back(value);
}

const std::vector<double> &Trace::column(const std::string &name) const {
  const auto at = std::find(names_.begin(), names_.end(), name);
  if (at == names_.end())
    throw input_error("The trace has no column \"" + name + "\".");
  return columns_[static_cast<std::size_t>(at - names_.begin())];
}

void Trace::save(SavedState &state) const {
  state.put("trace_iteration", iteration_);
  for (std::size_t c = 0; c < names_.size(); ++c)
    state.put("trace_" + names_[c], columns_[c]);
}

void Trace::load(SavedState &state, std::size_t rows) {
  iteration_ = state.take<double>("trace_iteration", rows, 0.0, 1e9);
  for (std::size_t c = 0; c < names_.size(); ++c) {
    columns_[c] = state.take<double>("trace_" + names_[c]);
    if (columns_[c].size() != iteration_.size())
      throw input_error("The columns of the saved trace differ in length.");
    for (const double x : columns_[c])
      if (std::isinf(x))
        throw input_error(not_of_these("trace_" + names_[c]) +
                          "must hold finite numbers.");
  }
}

} // namespace tritone::topic
