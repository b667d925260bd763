// SPDX-License-Identifier: GPL-2.0-or-later
// Web and e-mail addresses, read by hand: each scanner is entered at a trigger
// byte only and reads the address once. For words_news.cpp.
#pragma once

#include "base/config.h"

namespace tritone::text {
namespace words_detail {

// The end of the web address that begins at p with http://, https:// or www.;
// p itself where there is none. It runs to the next blank, quote or other mark
// that no address holds, less the punctuation at its end; a closing bracket
// belongs to it if it is opened in it.
const char *url_end(const char *p, const char *end);

// Where the local part of an e-mail address begins whose @ is at `at`, reading
// back as far as `floor`; `at` itself where there is none. ASCII only.
const char *email_begin(const char *floor, const char *at);

// The end of the host name that begins at p: two or more labels, the last of
// letters. p itself where there is none. ASCII only.
const char *host_end(const char *p, const char *end);

} // namespace words_detail
} // namespace tritone::text
