// SPDX-License-Identifier: GPL-2.0-or-later
// What an engine reports by iteration, and the form in which it keeps its state
// in a checkpoint. Both are the same for every engine.
#pragma once

#include "base/config.h"
#include "base/range.h"

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace tritone::topic {

// Numbers under names, in the order in which they were put there.
class SavedState {
public:
  using Numbers =
      std::variant<std::vector<double>, std::vector<float>,
                   std::vector<std::int32_t>, std::vector<std::uint8_t>>;
  using Item = std::pair<std::string, Numbers>;

  void put(std::string name, Numbers numbers) {
    items_.emplace_back(std::move(name), std::move(numbers));
  }
  void put(std::string name, double number) {
    put(std::move(name), std::vector<double>{number});
  }

  // Moves the numbers out. Throws input_error where there are none of that name
  // and type.
  template <class T> std::vector<T> take(const std::string &name) {
    std::vector<T> *const found = std::get_if<std::vector<T>>(find(name));
    if (found == nullptr)
      refuse(name);
    return std::move(*found);
  }
  // The same, of which there must be n, all from low to high: a state may come
  // from a file that anybody wrote.
  template <class T>
  std::vector<T> take(const std::string &name, std::size_t n, T low, T high) {
    std::vector<T> out = take<T>(name);
    if (out.size() != n)
      refuse_size(name, out.size(), n);
    const std::size_t at = first_outside(out.data(), n, low, high);
    if (at < n)
      refuse_number(name, at, static_cast<double>(out[at]),
                    static_cast<double>(low), static_cast<double>(high));
    return out;
  }
  // The one number of that name.
  double number(const std::string &name);
  double number(const std::string &name, double low, double high) {
    return take<double>(name, 1, low, high)[0];
  }
  // The one whole number of that name, from 0 to `most`.
  std::size_t count(const std::string &name, std::size_t most);

  const std::vector<Item> &items() const { return items_; }

private:
  Numbers *find(const std::string &name);
  [[noreturn]] static void refuse(const std::string &name);
  [[noreturn]] static void refuse_size(const std::string &name,
                                       std::size_t size, std::size_t expected);
  [[noreturn]] static void refuse_number(const std::string &name,
                                         std::size_t at, double number,
                                         double low, double high);

  std::vector<Item> items_;
};

// A table with a row for each iteration and a column for each quantity that the
// engine reports: change, log_likelihood, loss, bound ... NaN where a quantity
// was not computed.
class Trace {
public:
  Trace() = default;
  explicit Trace(std::vector<std::string> names)
      : names_(std::move(names)), columns_(names_.size()) {}

  // One value for each column.
  void add(std::size_t iteration, std::initializer_list<double> values);

  std::size_t size() const { return iteration_.size(); }
  const std::vector<double> &iteration() const { return iteration_; }
  const std::vector<std::string> &names() const { return names_; }
  // Throws input_error where there is no such column.
  const std::vector<double> &column(const std::string &name) const;

  void save(SavedState &state) const;
  // Replaces the rows, of which there must be so many; the columns stay those
  // of this trace.
  void load(SavedState &state, std::size_t rows);

private:
  std::vector<double> iteration_;
  std::vector<std::string> names_;
  std::vector<std::vector<double>> columns_;
};

} // namespace tritone::topic
