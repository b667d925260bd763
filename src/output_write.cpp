// SPDX-License-Identifier: GPL-2.0-or-later
// Glue of write_safely(): what R cannot ask about a file.
#include <Rcpp.h>

#include <string>
#include <sys/stat.h>

// Is there a plain file at `path`: no folder, device or pipe?
// [[Rcpp::export(rng = false)]]
bool output_plain_file_core(const std::string &path) {
  struct stat about;
  return stat(path.c_str(), &about) == 0 && (about.st_mode & S_IFMT) == S_IFREG;
}
