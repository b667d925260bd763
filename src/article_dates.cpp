// SPDX-License-Identifier: GPL-2.0-or-later
#include "article/date/read_date.h"
#include "article/date/year.h"
#include "article/parts/text_dates.h"
#include "glue/convert.h"
#include "glue/monitor.h"
#include "glue/run.h"

using namespace tritone;

namespace {

// Dates by field, for R: NA where something is not written.
class DateColumns {
public:
  explicit DateColumns(std::size_t n)
      : year_(size(n)), month_(size(n)), day_(size(n)), weekday_(size(n)),
        order_(size(n)), short_year_(size(n)), impossible_(size(n)),
        written_(size(n)) {
    for (R_xlen_t i = 0; i < size(n); ++i)
      set_none(static_cast<std::size_t>(i));
  }

  void set(std::size_t i, const NewsDate &date, std::string_view written) {
    const R_xlen_t at = size(i);
    year_[at] = or_na(date.year);
    month_[at] = or_na(date.month);
    day_[at] = or_na(date.day);
    weekday_[at] = or_na(date.weekday);
    constexpr const char *kOrders[] = {"fixed", "dmy", "mdy", "unknown"};
    order_[at] = kOrders[static_cast<std::size_t>(date.order)];
    short_year_[at] = date.short_year;
    impossible_[at] = date.impossible;
    written_[at] = glue::utf8_string(written);
  }

  Rcpp::List list() const {
    return Rcpp::List::create(
        Rcpp::Named("year") = year_, Rcpp::Named("month") = month_,
        Rcpp::Named("day") = day_, Rcpp::Named("weekday") = weekday_,
        Rcpp::Named("order") = order_, Rcpp::Named("short_year") = short_year_,
        Rcpp::Named("impossible") = impossible_,
        Rcpp::Named("written") = written_);
  }

private:
  static R_xlen_t size(std::size_t n) { return static_cast<R_xlen_t>(n); }
  static int or_na(int x) { return x == 0 ? NA_INTEGER : x; }

  void set_none(std::size_t i) {
    set(i, NewsDate{}, {});
    order_[size(i)] = NA_STRING;
    written_[size(i)] = NA_STRING;
  }

  Rcpp::IntegerVector year_, month_, day_, weekday_;
  Rcpp::CharacterVector order_;
  Rcpp::LogicalVector short_year_, impossible_;
  Rcpp::CharacterVector written_;
};

const char *basis_name(YearBasis basis) {
  switch (basis) {
  case YearBasis::own:
    return "own";
  case YearBasis::weekday:
    return "weekday";
  case YearBasis::lead_weekday:
    return "lead_weekday";
  case YearBasis::newest:
    return "newest";
  case YearBasis::impossible:
    return "impossible";
  case YearBasis::none:
    break;
  }
  return "none";
}

int field(const Rcpp::IntegerVector &x, R_xlen_t i) {
  return x[i] == NA_INTEGER ? 0 : x[i];
}

} // namespace

// The dates that strings are or hold; how: "whole", "name" or "address".
// [[Rcpp::export(rng = false)]]
Rcpp::List article_dates_strings_core(const Rcpp::CharacterVector &x,
                                      const std::string &how) {
  return glue::run([&] {
    const auto read = how == "whole"  ? read_date
                      : how == "name" ? date_in_name
                                      : date_in_address;
    DateColumns out(static_cast<std::size_t>(x.size()));
    for (R_xlen_t i = 0; i < x.size(); ++i) {
      if (STRING_ELT(x, i) == NA_STRING)
        continue;
      const std::string_view s = glue::utf8_view(STRING_ELT(x, i));
      NewsDate date;
      if (read(s, date))
        out.set(static_cast<std::size_t>(i), date,
                s.substr(date.begin, date.end - date.begin));
    }
    return out.list();
  });
}

// articles: list(title, text) of as_articles(). The candidates of the text are
// rows of their own, best first, `article` from 1.
// [[Rcpp::export(rng = false)]]
Rcpp::List article_dates_core(const Rcpp::List &articles, int threads,
                              SEXP progress) {
  return glue::run([&] {
    const Rcpp::CharacterVector title = articles["title"];
    const Rcpp::CharacterVector text = articles["text"];
    glue::RMonitor monitor(progress);
    const std::vector<TextDates> found =
        find_text_dates(glue::article_source(title, text),
                        static_cast<std::size_t>(threads), monitor);
    std::size_t rows = 0;
    for (const TextDates &dates : found)
      rows += dates.text.size();
    DateColumns datelines(found.size());
    DateColumns texts(rows);
    Rcpp::IntegerVector lead_weekday(static_cast<R_xlen_t>(found.size()));
    Rcpp::IntegerVector article(static_cast<R_xlen_t>(rows));
    Rcpp::IntegerVector score(static_cast<R_xlen_t>(rows));
    std::size_t row = 0;
    for (std::size_t i = 0; i < found.size(); ++i) {
      if (found[i].dateline)
        datelines.set(i, found[i].dateline->date, found[i].dateline->written);
      lead_weekday[static_cast<R_xlen_t>(i)] = found[i].lead_weekday;
      for (const TextDate &date : found[i].text) {
        texts.set(row, date.date, date.written);
        article[static_cast<R_xlen_t>(row)] = static_cast<int>(i) + 1;
        score[static_cast<R_xlen_t>(row)] = date.score;
        ++row;
      }
    }
    return Rcpp::List::create(Rcpp::Named("dateline") = datelines.list(),
                              Rcpp::Named("lead_weekday") = lead_weekday,
                              Rcpp::Named("text") = texts.list(),
                              Rcpp::Named("article") = article,
                              Rcpp::Named("score") = score);
  });
}

// Days without a year; `dates` and `own` are lists of integer columns, oldest
// and newest numbers of days, NA where not known.
// [[Rcpp::export(rng = false)]]
Rcpp::List article_dates_year_core(const Rcpp::List &dates, double oldest,
                                   double newest) {
  return glue::run([&] {
    const Rcpp::IntegerVector month = dates["month"];
    const Rcpp::IntegerVector day = dates["day"];
    const Rcpp::IntegerVector weekday = dates["weekday"];
    const Rcpp::IntegerVector lead_weekday = dates["lead_weekday"];
    const Rcpp::IntegerVector own_year = dates["own_year"];
    const Rcpp::IntegerVector own_month = dates["own_month"];
    const R_xlen_t n = month.size();
    Rcpp::IntegerVector year(n);
    Rcpp::CharacterVector basis(n), alternatives(n);
    Rcpp::LogicalVector differs(n);
    for (R_xlen_t i = 0; i < n; ++i) {
      YearlessDate date{field(month, i), field(day, i), field(weekday, i),
                        field(lead_weekday, i)};
      YearEvidence evidence;
      evidence.own_year = field(own_year, i);
      evidence.own_month = field(own_month, i);
      if (!Rcpp::NumericVector::is_na(oldest))
        evidence.oldest = static_cast<std::int64_t>(oldest);
      if (!Rcpp::NumericVector::is_na(newest))
        evidence.newest = static_cast<std::int64_t>(newest);
      const YearReading reading = resolve_year(date, evidence);
      year[i] = reading.year == 0 ? NA_INTEGER : reading.year;
      basis[i] = basis_name(reading.basis);
      differs[i] = reading.weekday_differs;
      std::string others;
      for (const int other : reading.alternatives)
        others += (others.empty() ? "" : ", ") + std::to_string(other);
      alternatives[i] = others;
    }
    return Rcpp::List::create(Rcpp::Named("year") = year,
                              Rcpp::Named("basis") = basis,
                              Rcpp::Named("weekday_differs") = differs,
                              Rcpp::Named("alternatives") = alternatives);
  });
}
