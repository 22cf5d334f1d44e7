#include "files/files.h"

#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <string>

#include "helium/error.h"

using namespace helium;

namespace {

class TempFolder {
 public:
  TempFolder() {
    std::string pattern = std::filesystem::temp_directory_path() / "helium-files-XXXXXX";
    path_ = ::mkdtemp(pattern.data());
  }
  ~TempFolder() { std::filesystem::remove_all(path_); }
  [[nodiscard]] std::string at(const std::string& name) const { return files::join(path_, name); }
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};

Fault fault_of(const std::string& path, bool follow = true) {
  try {
    (void)files::read(path, {.follow_links = follow});
  } catch (const Error& error) {
    return error.fault();
  }
  return Fault::bug;
}

}  // namespace

TEST_CASE("what was written is read back, and nothing else is left in the folder") {
  const TempFolder folder;
  const std::string bytes("a\0b\r\n\xFF", 6);
  files::write(folder.at("x"), bytes);
  files::write(folder.at("x"), bytes + "more");
  CHECK(files::read(folder.at("x")) == bytes + "more");
  CHECK(files::list(folder.path()) == std::vector<std::string>{"x"});
}

TEST_CASE("what is no regular file is refused at once") {
  const TempFolder folder;
  ::mkfifo(folder.at("fifo").c_str(), 0600);
  files::write(folder.at("real"), "x");
  std::filesystem::create_symlink(folder.at("real"), folder.at("link"));
  CHECK(fault_of(folder.at("nothing")) == Fault::missing);
  CHECK(fault_of(folder.at("fifo")) == Fault::design);
  CHECK(fault_of(folder.path()) == Fault::design);
  CHECK(fault_of("/dev/null") == Fault::design);
  CHECK(fault_of(folder.at("link"), false) == Fault::design);
  CHECK(files::read(folder.at("link")) == "x");
}

TEST_CASE("a file larger than allowed is refused before it is read") {
  const TempFolder folder;
  files::write(folder.at("big"), std::string(100, 'x'));
  CHECK_THROWS_AS(files::read(folder.at("big"), {.most_bytes = 99}), Error);
}

TEST_CASE("a file that cannot be written leaves nothing behind") {
  const TempFolder folder;
  CHECK_THROWS_AS(files::write(folder.at("no/such/folder"), "x"), Error);
  CHECK(files::list(folder.path()).empty());
}

TEST_CASE("paths are taken apart and put together") {
  CHECK(files::join("a/", "b") == "a/b");
  CHECK(files::join("", "b") == "b");
  CHECK(files::file_name("a/b/c.lua") == "c.lua");
  CHECK(files::folder_of("a/b/c.lua") == "a/b");
  CHECK(files::folder_of("c.lua") == ".");
  CHECK(files::folder_of("/c.lua") == "/");
}

TEST_CASE("a disk copy of a baked text wins") {
  const TempFolder folder;
  const auto baked = files::embedded_under("");
  REQUIRE_FALSE(baked.empty());
  const std::string path = baked.front();
  std::filesystem::create_directories(files::folder_of(folder.at(path)));
  files::write(folder.at(path), "-- mine");
  CHECK(files::embedded(path, folder.path()) == "-- mine");
  CHECK(files::embedded(path) != "-- mine");
  CHECK_THROWS_AS(files::embedded("no/such.lua"), Error);
}
