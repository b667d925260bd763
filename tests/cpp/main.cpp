// SPDX-License-Identifier: GPL-2.0-or-later
// The main function of the core tests, from doctest.
#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>
