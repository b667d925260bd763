// SPDX-License-Identifier: GPL-2.0-or-later
// Dates in the name of a file and in the address of a page.
#pragma once

#include "base/config.h"

#include "article/date/date.h"

#include <string_view>

namespace tritone::article {

// The date in the name of a file: 2021-03-11, 2021_03_11, not inside a longer
// number; or a year (1900 .. 2099), with a month (2021-03), alone. False if
// there is none.
bool date_in_name(std::string_view name, NewsDate &out);

// The date in the address of a page (/2021/03/11/, /2021/mar/11/, 2021-03-11,
// 20210311 at the start of a number), without its protocol and host; or
// /2021/03/ alone. False if there is none.
bool date_in_address(std::string_view address, NewsDate &out);

// The day of a run of digits that begins with yyyymmdd, of 1900 to 2099. False,
// with `out` unspecified, if it is none.
bool read_compact_day(std::string_view digits, NewsDate &out);

} // namespace tritone::article
