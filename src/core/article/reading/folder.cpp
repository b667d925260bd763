// SPDX-License-Identifier: GPL-2.0-or-later
// Walks through folders depth first, and follows links without going in
// circles.
#include "article/reading/folder.h"

#include <algorithm>
#include <cerrno>
#include <dirent.h>
#include <memory>
#include <string_view>
#include <sys/stat.h>
#include <system_error>
#include <utility>

namespace tritone::article {
namespace {

struct Close {
  void operator()(DIR *folder) const { closedir(folder); }
};

enum class Kind { file, folder, unknown };

// The kind that the entry itself names: saves a call to the system per file.
Kind kind_of(const dirent &entry) {
#if defined(DT_DIR) && defined(DT_REG)
  if (entry.d_type == DT_DIR)
    return Kind::folder;
  if (entry.d_type == DT_REG)
    return Kind::file;
#else
  static_cast<void>(entry);
#endif
  return Kind::unknown;
}

class Walk {
public:
  FolderFiles run(const std::string &path) {
    struct stat about;
    if (stat(path.c_str(), &about) != 0)
      refuse(path);
    else
      enter(path, about);
    std::sort(out_.files.begin(), out_.files.end());
    std::sort(out_.hidden.begin(), out_.hidden.end());
    return std::move(out_);
  }

private:
  void refuse(const std::string &path) {
    out_.unread.push_back({path, std::generic_category().message(errno)});
  }

  // Is it one of the folders that are being read? Systems without numbers of
  // files give 0.
  bool is_inside(const struct stat &about) const {
    return about.st_ino != 0 &&
           std::any_of(inside_.begin(), inside_.end(), [&](const auto &id) {
             return id.first == about.st_dev && id.second == about.st_ino;
           });
  }

  void enter(const std::string &path, const struct stat &about) {
    if (is_inside(about)) {
      out_.unread.push_back({path, "a link to a folder around it"});
      return;
    }
    const std::unique_ptr<DIR, Close> folder(opendir(path.c_str()));
    if (!folder) {
      refuse(path);
      return;
    }
    inside_.emplace_back(about.st_dev, about.st_ino);
    const std::string before = path.back() == '/' ? path : path + '/';
    while (const dirent *entry = readdir(folder.get())) {
      const std::string_view name = entry->d_name;
      if (name == "." || name == "..")
        continue;
      const std::string inner = before + entry->d_name;
      if (name[0] == '.') {
        out_.hidden.push_back(inner);
        continue;
      }
      if (kind_of(*entry) == Kind::file) {
        out_.files.push_back(inner);
        continue;
      }
      struct stat own;
      if (stat(inner.c_str(), &own) == 0 && (own.st_mode & S_IFMT) == S_IFDIR)
        enter(inner, own);
      else
        out_.files.push_back(inner);
    }
    inside_.pop_back();
  }

  std::vector<std::pair<dev_t, ino_t>> inside_;
  FolderFiles out_;
};

} // namespace

FolderFiles list_folder(const std::string &path) { return Walk().run(path); }

} // namespace tritone::article
