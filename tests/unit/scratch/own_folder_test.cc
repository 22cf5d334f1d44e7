#include "scratch/own_folder.h"

#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>

#include "scratch/process.h"

namespace fs = std::filesystem;
using helium::scratch::OwnFolder;
using helium::scratch::Process;

namespace {

// Temporary files of a test lie in a folder of its own.
class Room {
 public:
  Room() {
    char name[] = "/tmp/helium_unit_XXXXXX";
    path_ = mkdtemp(name);
    setenv("TMPDIR", path_.c_str(), 1);
  }
  ~Room() {
    unsetenv("TMPDIR");
    fs::remove_all(path_);
  }
  Room(const Room&) = delete;
  Room& operator=(const Room&) = delete;

  [[nodiscard]] std::size_t entries() const {
    return static_cast<std::size_t>(
        std::distance(fs::directory_iterator(path_), fs::directory_iterator()));
  }

 private:
  std::string path_;
};

// What `work` leaves when its process is killed in the middle.
template <typename Work>
void killed(Work work) {
  const int child = fork();
  if (child == 0) {
    work();
    kill(getpid(), SIGKILL);
  }
  waitpid(child, nullptr, 0);
}

}  // namespace

TEST_CASE("A folder of our own is gone with its token when its owner is", "[scratch]") {
  const Room room;
  {
    const OwnFolder folder;
    CHECK(fs::is_directory(folder.path()));
    CHECK(room.entries() == 2);
  }
  CHECK(room.entries() == 0);
}

TEST_CASE("The folder of an owner that was killed is swept, that of one that lives is not",
          "[scratch]") {
  const Room room;
  const OwnFolder alive;
  killed([] {
    auto* folder = new OwnFolder;  // killed before anything could remove it
    std::ofstream(folder->path() + "/file") << "something";
  });
  CHECK(room.entries() == 4);
  helium::scratch::sweep();
  CHECK(room.entries() == 2);
  CHECK(fs::is_directory(alive.path()));
}

TEST_CASE("Sweeping leaves alone what is no folder of ours", "[scratch]") {
  const Room room;
  std::ofstream(fs::temp_directory_path() / "helium_scratch_notes") << "kept";
  std::ofstream(fs::temp_directory_path() / "other.lock") << "kept";
  helium::scratch::sweep();
  CHECK(room.entries() == 2);
}

TEST_CASE("A program of ours tells its exit code and is ended with its owner", "[scratch]") {
  const Room room;
  const OwnFolder folder;
  const std::string log = folder.path() + "/log";
  CHECK(Process({"/bin/sh", "-c", "exit 3"}, "/", log, SIGKILL).wait() == 3);
  CHECK(Process({"/no/such/program"}, "/", log, SIGKILL).wait() == 127);
  std::optional<Process> sleeping;
  sleeping.emplace(std::vector<std::string>{"/bin/sleep", "60"}, "/", log, SIGKILL);
  const int id = sleeping->id();
  CHECK(sleeping->runs());
  sleeping.reset();
  CHECK(kill(id, 0) != 0);
}
