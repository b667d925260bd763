// SPDX-License-Identifier: GPL-2.0-or-later
// The first include of every core file. A product and a sum must round twice
// on every machine, so that results are the same bits with and without FMA.
#pragma once

#if defined(__clang__)
#pragma STDC FP_CONTRACT OFF
#elif defined(__GNUC__)
#pragma GCC optimize("fp-contract=off")
#endif

#if defined(__FAST_MATH__)
#error "tritone's numbers need IEEE arithmetic: build without -ffast-math"
#endif
