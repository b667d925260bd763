// SPDX-License-Identifier: GPL-2.0-or-later
// The files in a folder and all folders inside it.
#pragma once

#include "base/config.h"

#include <string>
#include <vector>

namespace tritone::article {

// A folder that was not read, and why not.
struct UnreadFolder {
  std::string path;
  std::string why;
};

struct FolderFiles {
  std::vector<std::string> files; // paths, sorted by their bytes
  std::vector<UnreadFolder> unread;
  std::vector<std::string> hidden; // paths of files and folders, sorted
};

// The files in a folder and in all folders inside it, links followed; hidden
// files and folders, whose names begin with a full stop, are left out and only
// named, and a broken link counts as a file. A folder that cannot be read, or
// that is a link to a folder around it, is in `unread`. Never throws because of
// what is on the disk.
FolderFiles list_folder(const std::string &path);

} // namespace tritone::article
