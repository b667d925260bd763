// SPDX-License-Identifier: GPL-2.0-or-later
// Glue of article_dates(): columns of records in, one date an article out, with
// the facts that R/article_dates_wording.R words.
#include "article/date/calendar.h"
#include "article/date/date_in_path.h"
#include "article/date/read_date.h"
#include "article/date/resolve.h"
#include "article/parts/text_dates.h"
#include "glue/convert.h"
#include "glue/monitor.h"
#include "glue/run.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

using namespace tritone;

namespace {

R_xlen_t at(std::size_t i) { return static_cast<R_xlen_t>(i); }

int or_na(int x) { return x == 0 ? NA_INTEGER : x; }

double or_na(const std::optional<std::int64_t> &day) {
  return day ? static_cast<double>(*day) : NA_REAL;
}

std::optional<std::int64_t> day_or_none(double day) {
  if (Rcpp::NumericVector::is_na(day))
    return {};
  return static_cast<std::int64_t>(day);
}

constexpr const char *kBases[] = {"metadata", "name", "address", "dateline",
                                  "text"};

const char *name_of(article::DateBasis basis) {
  return basis == article::DateBasis::none
             ? nullptr
             : kBases[static_cast<std::size_t>(basis)];
}

const char *name_of(article::DatePrecision precision) {
  constexpr const char *kNames[] = {nullptr, "day", "month", "year"};
  return kNames[static_cast<std::size_t>(precision)];
}

const char *name_of(article::DateReason reason) {
  constexpr const char *kNames[] = {
      "none",       "short_year",   "order",  "own_year", "same_day",
      "weekday",    "lead_weekday", "newest", "no_year",  "no_such_day",
      "two_orders", "first_day",    "known",  "left_open"};
  return kNames[static_cast<std::size_t>(reason)];
}

const char *name_of(article::OrderBasis basis) {
  constexpr const char *kNames[] = {nullptr, "given", "column", "text"};
  return kNames[static_cast<std::size_t>(basis)];
}

const char *name_of(article::DateProblem problem) {
  constexpr const char *kNames[] = {
      "unread",           "impossible",    "ambiguous",    "serial",
      "metadata_weekday", "year_inferred", "year_weekday", "imprecise",
      "future",           "undated"};
  return kNames[static_cast<std::size_t>(problem)];
}

article::DateBasis basis_of(SEXP name) {
  for (std::size_t i = 0; i < article::kDateBases; ++i)
    if (name != NA_STRING && glue::utf8_view(name) == kBases[i])
      return static_cast<article::DateBasis>(i);
  return article::DateBasis::none;
}

// The candidates of all articles, and how each is written.
struct Written {
  std::vector<article::DateCandidates> articles;
  std::vector<std::array<std::string, article::kDateBases>> words;
};

// R's strings of a few names, each made once; they live in the columns that
// they are written to.
class NameStrings {
public:
  SEXP operator()(const char *name) {
    if (name == nullptr)
      return NA_STRING;
    for (const auto &one : made_)
      if (one.first == name)
        return one.second;
    made_.emplace_back(name, Rf_mkChar(name));
    return made_.back().second;
  }

private:
  std::vector<std::pair<const char *, SEXP>> made_;
};

// Reads one column of strings by `read`: each once, as equal strings of R are
// the same object.
template <typename Read>
void add_column(const Rcpp::CharacterVector &x, article::DateBasis basis,
                Read read, Written &out) {
  std::unordered_map<SEXP, article::DateCandidate> known;
  for (std::size_t i = 0; i < out.articles.size(); ++i) {
    const SEXP string = STRING_ELT(x, at(i));
    if (string == NA_STRING)
      continue;
    const std::string_view s = glue::utf8_view(string);
    article::DateCandidate &candidate = out.articles[i].of(basis);
    const auto [at_known, is_new] = known.try_emplace(string);
    if (is_new)
      at_known->second.found = read(s, at_known->second.date);
    candidate = at_known->second;
    const article::NewsDate &date = candidate.date;
    if (candidate.found)
      out.words[i][static_cast<std::size_t>(basis)] =
          s.substr(date.begin, date.end - date.begin);
    else if (basis == article::DateBasis::metadata)
      out.articles[i].unread = true;
  }
}

// Metadata that are days, not strings; `words` holds them as strings.
void add_days(const Rcpp::NumericVector &days,
              const Rcpp::CharacterVector &words, Written &out) {
  for (std::size_t i = 0; i < out.articles.size(); ++i) {
    if (Rcpp::NumericVector::is_na(days[at(i)]))
      continue;
    const article::CalendarDay day =
        article::calendar_day(static_cast<std::int64_t>(days[at(i)]));
    article::DateCandidate &candidate =
        out.articles[i].of(article::DateBasis::metadata);
    candidate = article::DateCandidate{};
    candidate.found = true;
    candidate.date.year = day.year;
    candidate.date.month = day.month;
    candidate.date.day = day.day;
    out.articles[i].unread = false;
    out.words[i][static_cast<std::size_t>(article::DateBasis::metadata)] =
        glue::utf8_view(STRING_ELT(words, at(i)));
  }
}

void add_texts(const std::vector<article::TextDates> &found, Written &out) {
  for (std::size_t i = 0; i < found.size(); ++i) {
    article::DateCandidates &article = out.articles[i];
    if (found[i].dateline) {
      article::DateCandidate &dateline =
          article.of(article::DateBasis::dateline);
      dateline.found = true;
      dateline.date = found[i].dateline->date;
      out.words[i][static_cast<std::size_t>(article::DateBasis::dateline)] =
          found[i].dateline->written;
    }
    for (const article::TextDate &date : found[i].text)
      article.texts.push_back({date.date, date.score});
    if (!found[i].text.empty())
      out.words[i][static_cast<std::size_t>(article::DateBasis::text)] =
          found[i].text.front().written;
    article.lead_weekday = found[i].lead_weekday;
  }
}

// columns: see known_dates() in R/input_dates.R.
Written written_of(const Rcpp::List &columns, std::size_t n) {
  Written out;
  out.articles.resize(n);
  out.words.resize(n);
  add_column(columns["date"], article::DateBasis::metadata, article::read_date,
             out);
  add_column(columns["name"], article::DateBasis::name, article::date_in_name,
             out);
  add_column(columns["address"], article::DateBasis::address,
             article::date_in_address, out);
  add_days(columns["day"], columns["date"], out);
  const Rcpp::IntegerVector column = columns["column"];
  const Rcpp::NumericVector day = columns["known_day"];
  const Rcpp::CharacterVector basis = columns["known_basis"];
  const Rcpp::CharacterVector written = columns["known_written"];
  for (std::size_t i = 0; i < n; ++i) {
    out.articles[i].column = static_cast<std::size_t>(column[at(i)]);
    const article::DateBasis known = basis_of(STRING_ELT(basis, at(i)));
    if (known == article::DateBasis::none)
      continue;
    out.articles[i].known = article::KnownDate{day_or_none(day[at(i)]), known};
    // It counts as metadata if nothing written fits it.
    if (STRING_ELT(written, at(i)) != NA_STRING)
      out.words[i][static_cast<std::size_t>(article::DateBasis::metadata)] =
          glue::utf8_view(STRING_ELT(written, at(i)));
  }
  return out;
}

// Is every article dated by its record, to the day? Then nothing in the texts
// changes a date, and they need not be read.
bool all_dated(const Written &written) {
  return std::all_of(written.articles.begin(), written.articles.end(),
                     [](const article::DateCandidates &article) {
                       return article.of(article::DateBasis::metadata).full();
                     });
}

article::DateRules rules_of(const Rcpp::List &rules) {
  article::DateRules out;
  out.latest = day_or_none(Rcpp::as<double>(rules["latest"]));
  const auto order = Rcpp::as<std::string>(rules["day_order"]);
  if (!order.empty())
    out.day_order = order == "dmy" ? article::DateOrder::day_first
                                   : article::DateOrder::month_first;
  out.use_sentences = Rcpp::as<bool>(rules["use_sentences"]);
  out.today = static_cast<std::int64_t>(Rcpp::as<double>(rules["today"]));
  return out;
}

std::string listed(const std::vector<int> &years) {
  std::string out;
  for (const int year : years)
    out += (out.empty() ? "" : ", ") + std::to_string(year);
  return out;
}

// One row per article.
Rcpp::List article_columns(const std::vector<article::ResolvedDate> &dates,
                           const Written &written) {
  constexpr const char *kMonthDay = "mdy";
  constexpr const char *kDayMonth = "dmy";
  NameStrings name;
  const R_xlen_t n = at(dates.size());
  Rcpp::NumericVector day(n);
  Rcpp::CharacterVector basis(n), precision(n), words(n), reason(n),
      order_basis(n), order(n), own_basis(n), years(n), spoken(n), ambiguous(n);
  Rcpp::IntegerVector month(n), of_month(n), weekday(n), lead_weekday(n),
      year(n);
  Rcpp::LogicalVector text_day(n), metadata_read(n);
  for (R_xlen_t i = 0; i < n; ++i) {
    const article::ResolvedDate &date = dates[static_cast<std::size_t>(i)];
    const auto &written_here = written.words[static_cast<std::size_t>(i)];
    const article::DateCandidates &article =
        written.articles[static_cast<std::size_t>(i)];
    day[i] = or_na(date.day);
    basis[i] = name(name_of(date.basis));
    precision[i] = name(name_of(date.precision));
    words[i] = NA_STRING;
    if (date.basis != article::DateBasis::none &&
        !written_here[static_cast<std::size_t>(date.basis)].empty())
      words[i] =
          glue::utf8_string(written_here[static_cast<std::size_t>(date.basis)]);
    reason[i] = name(name_of(date.reason));
    order_basis[i] = name(name_of(date.order_basis));
    order[i] = name(date.order == article::DateOrder::month_first ? kMonthDay
                                                                  : kDayMonth);
    own_basis[i] = name(name_of(date.own_basis));
    month[i] = or_na(date.asked.month);
    of_month[i] = or_na(date.asked.day);
    weekday[i] = or_na(date.asked.weekday);
    lead_weekday[i] = or_na(date.asked.lead_weekday);
    year[i] = or_na(date.year);
    years[i] = date.years.empty() ? R_BlankString
                                  : Rf_mkChar(listed(date.years).c_str());
    spoken[i] = NA_STRING;
    if (!article.texts.empty())
      spoken[i] = glue::utf8_string(
          written_here[static_cast<std::size_t>(article::DateBasis::text)]);
    ambiguous[i] = name(name_of(date.ambiguous));
    text_day[i] = date.text_day;
    metadata_read[i] = date.metadata_read;
  }
  return Rcpp::List::create(
      Rcpp::Named("day") = day, Rcpp::Named("basis") = basis,
      Rcpp::Named("precision") = precision, Rcpp::Named("written") = words,
      Rcpp::Named("reason") = reason, Rcpp::Named("order_basis") = order_basis,
      Rcpp::Named("order") = order, Rcpp::Named("own_basis") = own_basis,
      Rcpp::Named("month") = month, Rcpp::Named("of_month") = of_month,
      Rcpp::Named("weekday") = weekday,
      Rcpp::Named("lead_weekday") = lead_weekday, Rcpp::Named("year") = year,
      Rcpp::Named("years") = years, Rcpp::Named("spoken") = spoken,
      Rcpp::Named("ambiguous") = ambiguous, Rcpp::Named("text_day") = text_day,
      Rcpp::Named("metadata_read") = metadata_read);
}

// One row for each alternative day.
Rcpp::List other_columns(const std::vector<article::ResolvedDate> &dates) {
  std::vector<int> article;
  std::vector<double> day, swapped;
  std::vector<std::string> basis;
  for (std::size_t i = 0; i < dates.size(); ++i)
    for (const article::OtherDay &other : dates[i].others) {
      article.push_back(static_cast<int>(i) + 1);
      basis.emplace_back(name_of(other.basis));
      day.push_back(static_cast<double>(other.day));
      swapped.push_back(or_na(other.swapped));
    }
  return Rcpp::List::create(
      Rcpp::Named("article") = article, Rcpp::Named("basis") = basis,
      Rcpp::Named("day") = day, Rcpp::Named("swapped") = swapped);
}

// One row per problem, in the order of the articles.
Rcpp::List problem_columns(const std::vector<article::ResolvedDate> &dates) {
  std::vector<int> article;
  std::vector<std::string> problem;
  for (std::size_t i = 0; i < dates.size(); ++i)
    for (const article::DateProblem one : dates[i].problems) {
      article.push_back(static_cast<int>(i) + 1);
      problem.emplace_back(name_of(one));
    }
  return Rcpp::List::create(Rcpp::Named("article") = article,
                            Rcpp::Named("problem") = problem);
}

} // namespace

// articles: list(title, text) of as_articles(); columns: of known_dates();
// rules: of date_rules(). Numbers of days are those of R's Date.
// [[Rcpp::export(rng = false)]]
Rcpp::List article_dates_core(const Rcpp::List &articles,
                              const Rcpp::List &columns,
                              const Rcpp::List &rules, int threads,
                              SEXP progress) {
  return glue::run([&] {
    const Rcpp::CharacterVector title = articles["title"];
    const Rcpp::CharacterVector text = articles["text"];
    glue::RMonitor monitor(progress);
    Written written =
        written_of(columns, static_cast<std::size_t>(text.size()));
    if (Rcpp::as<bool>(rules["others"]) || !all_dated(written))
      add_texts(article::find_text_dates(glue::article_source(title, text),
                                         static_cast<std::size_t>(threads),
                                         monitor),
                written);
    const article::ResolvedDates out =
        article::resolve_dates(written.articles, rules_of(rules));
    return Rcpp::List::create(
        Rcpp::Named("articles") = article_columns(out.articles, written),
        Rcpp::Named("others") = other_columns(out.articles),
        Rcpp::Named("problems") = problem_columns(out.articles),
        Rcpp::Named("oldest") = or_na(out.oldest),
        Rcpp::Named("newest") = or_na(out.newest));
  });
}

// Reads strings that are dates and nothing else: one row per string, NA for
// what is not written.
// [[Rcpp::export(rng = false)]]
Rcpp::List article_dates_strings_core(const Rcpp::CharacterVector &x) {
  return glue::run([&] {
    const R_xlen_t n = x.size();
    Rcpp::IntegerVector year(n, NA_INTEGER), month(n, NA_INTEGER),
        day(n, NA_INTEGER), weekday(n, NA_INTEGER);
    Rcpp::LogicalVector two_orders(n), impossible(n);
    for (R_xlen_t i = 0; i < n; ++i) {
      article::NewsDate date;
      if (STRING_ELT(x, i) == NA_STRING ||
          !article::read_date(glue::utf8_view(STRING_ELT(x, i)), date))
        continue;
      year[i] = or_na(date.year);
      month[i] = or_na(date.month);
      day[i] = or_na(date.day);
      weekday[i] = or_na(date.weekday);
      two_orders[i] = date.order == article::DateOrder::unknown;
      impossible[i] = date.impossible;
    }
    return Rcpp::List::create(
        Rcpp::Named("year") = year, Rcpp::Named("month") = month,
        Rcpp::Named("day") = day, Rcpp::Named("weekday") = weekday,
        Rcpp::Named("two_orders") = two_orders,
        Rcpp::Named("impossible") = impossible);
  });
}
