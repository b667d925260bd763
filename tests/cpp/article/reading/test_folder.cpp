// SPDX-License-Identifier: GPL-2.0-or-later
// The files of folders, with links and unreadable folders.
#include "article/reading/folder.h"

#include <doctest/doctest.h>

#include <cstdio>
#include <cstdlib>
#include <string>
#include <sys/stat.h>
#include <unistd.h>

using namespace tritone;
using namespace tritone::article;

namespace {

// A folder that is gone with all inside when the test ends.
struct TempFolder {
  TempFolder() {
    char name[] = "folder-XXXXXX";
    path = mkdtemp(name);
  }
  ~TempFolder() {
    const int gone = std::system(("rm -rf '" + path + "'").c_str());
    CHECK(gone == 0);
  }
  void folder(const std::string &name) const {
    REQUIRE(mkdir((path + "/" + name).c_str(), 0700) == 0);
  }
  void file(const std::string &name) const {
    std::FILE *f = std::fopen((path + "/" + name).c_str(), "wb");
    REQUIRE(f != nullptr);
    std::fclose(f);
  }
  void link(const std::string &to, const std::string &name) const {
    REQUIRE(symlink(to.c_str(), (path + "/" + name).c_str()) == 0);
  }
  std::string path;
};

} // namespace

TEST_CASE("folder: files of all folders inside, by their bytes, none hidden") {
  const TempFolder root;
  root.folder("b");
  root.folder("b/c.txt");
  root.folder(".hidden");
  for (const char *name : {"b/Z.txt", "b/a.txt", "b/c.txt/x.txt", "one.txt",
                           "\u00E9.txt", ".x.txt", ".hidden/y.txt", "b/.z.txt"})
    root.file(name);
  const FolderFiles found = list_folder(root.path);
  const std::string p = root.path + "/";
  CHECK(found.files == std::vector<std::string>{
                           p + "b/Z.txt", p + "b/a.txt", p + "b/c.txt/x.txt",
                           p + "one.txt", p + "\u00E9.txt"});
  CHECK(found.unread.empty());
  CHECK(list_folder(p).files == found.files);
  CHECK(found.hidden ==
        std::vector<std::string>{p + ".hidden", p + ".x.txt", p + "b/.z.txt"});
}

TEST_CASE("folder: links are followed, but not in circles") {
  const TempFolder root;
  root.folder("a");
  root.folder("b");
  root.file("a/x.txt");
  root.link("../a", "b/link");
  root.link("nowhere", "b/gone.txt");
  root.link("..", "a/up");
  const FolderFiles found = list_folder(root.path);
  const std::string p = root.path + "/";
  CHECK(found.files == std::vector<std::string>{p + "a/x.txt", p + "b/gone.txt",
                                                p + "b/link/x.txt"});
  REQUIRE(found.unread.size() == 2);
  CHECK(found.unread[0].why == "a link to a folder around it");
}

TEST_CASE("folder: what cannot be read is reported") {
  const FolderFiles none = list_folder("no-such-folder");
  CHECK(none.files.empty());
  REQUIRE(none.unread.size() == 1);
  CHECK(none.unread[0].path == "no-such-folder");
  CHECK_FALSE(none.unread[0].why.empty());
  const TempFolder root;
  root.folder("locked");
  root.file("x.txt");
  REQUIRE(chmod((root.path + "/locked").c_str(), 0) == 0);
  const FolderFiles found = list_folder(root.path);
  CHECK(found.files.size() == 1);
  if (geteuid() != 0) // root may read all
    CHECK(found.unread.size() == 1);
}
