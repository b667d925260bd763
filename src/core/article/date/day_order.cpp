// SPDX-License-Identifier: GPL-2.0-or-later
// Day or month first: by the column of a date, or by the text of its article.
#include "article/date/day_order.h"

#include <cstddef>
#include <unordered_map>
#include <utility>

namespace tritone::article {
namespace {

void settle(DateCandidate &candidate, DateOrder order, OrderBasis basis) {
  NewsDate &date = candidate.date;
  if (order == DateOrder::month_first)
    std::swap(date.month, date.day);
  date.order = order;
  candidate.order_basis = basis;
}

bool has_order(const DateCandidate &candidate) {
  return candidate.found && (candidate.date.order == DateOrder::day_first ||
                             candidate.date.order == DateOrder::month_first);
}

// The order of all those dates of a column that can be read in one order only;
// `unknown` if they differ.
std::unordered_map<std::size_t, DateOrder>
orders_of_columns(const std::vector<DateCandidates> &articles) {
  std::unordered_map<std::size_t, DateOrder> out;
  for (const DateCandidates &article : articles) {
    const DateCandidate &date = article.of(DateBasis::metadata);
    if (!has_order(date))
      continue;
    const auto [at, first] = out.emplace(article.column, date.date.order);
    if (!first && at->second != date.date.order)
      at->second = DateOrder::unknown;
  }
  return out;
}

// The order of the metadata whose day occurs in the article itself.
DateOrder order_of_text(const DateCandidates &article) {
  const NewsDate &date = article.of(DateBasis::metadata).date;
  bool day_first = false;
  bool month_first = false;
  const auto compare = [&](const NewsDate &other) {
    day_first =
        day_first || (other.month == date.month && other.day == date.day);
    month_first =
        month_first || (other.month == date.day && other.day == date.month);
  };
  if (article.of(DateBasis::dateline).found)
    compare(article.of(DateBasis::dateline).date);
  for (const ScoredDate &text : article.texts)
    compare(text.date);
  if (day_first == month_first)
    return DateOrder::unknown;
  return day_first ? DateOrder::day_first : DateOrder::month_first;
}

} // namespace

void settle_day_order(std::vector<DateCandidates> &articles,
                      std::optional<DateOrder> given) {
  if (given) {
    for (DateCandidates &article : articles)
      for (const DateBasis basis :
           {DateBasis::metadata, DateBasis::dateline, DateBasis::text})
        if (article.of(basis).open())
          settle(article.of(basis), *given, OrderBasis::given);
    return;
  }
  const std::unordered_map<std::size_t, DateOrder> columns =
      orders_of_columns(articles);
  for (DateCandidates &article : articles) {
    DateCandidate &date = article.of(DateBasis::metadata);
    if (!date.open())
      continue;
    const auto column = columns.find(article.column);
    DateOrder order =
        column == columns.end() ? DateOrder::unknown : column->second;
    OrderBasis basis = OrderBasis::column;
    if (order == DateOrder::unknown) {
      order = order_of_text(article);
      basis = OrderBasis::text;
    }
    if (order != DateOrder::unknown)
      settle(date, order, basis);
  }
}

} // namespace tritone::article
