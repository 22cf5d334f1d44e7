#include "scratch/own_folder.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>

#include "base/log.h"
#include "helium/error.h"

namespace helium::scratch {
namespace {

namespace fs = std::filesystem;

constexpr const char* token_ending = ".lock";
constexpr const char* process_file = "process";

// True when the lock is ours and the file is still the one by that name.
bool lock(int number) {
  struct stat found {};
  return flock(number, LOCK_EX | LOCK_NB) == 0 && fstat(number, &found) == 0 &&
         found.st_nlink > 0 && found.st_uid == geteuid();
}

// Numbers of processes are given again, so it must work in that folder.
void end_process(const fs::path& folder) {
  int process = 0;
  std::ifstream(folder / process_file) >> process;
  if (process <= 1) {
    return;
  }
  std::ifstream words("/proc/" + std::to_string(process) + "/cmdline", std::ios::binary);
  const std::string command{std::istreambuf_iterator<char>(words), {}};
  if (command.find(folder.string()) != std::string::npos) {
    kill(process, SIGKILL);
  }
}

void sweep_one(const fs::path& token) {
  const int number = open(token.c_str(), O_RDWR | O_CLOEXEC | O_NOFOLLOW);
  if (number < 0) {
    return;
  }
  if (lock(number)) {
    fs::path folder = token;
    folder.replace_extension();
    end_process(folder);
    std::error_code ignored;
    fs::remove_all(folder, ignored);
    fs::remove(token, ignored);
    base::log_info("removed what a killed run left: " + folder.string());
  }
  close(number);
}

}  // namespace

std::string fresh_name() {
  static constexpr const char* digits = "0123456789abcdef";
  constexpr int length = 12;
  std::random_device source;
  std::string name = name_prefix;
  for (int i = 0; i < length; ++i) {
    name += digits[source() % 16];
  }
  return name;
}

OwnFolder::OwnFolder() {
  constexpr int tries = 100;
  std::string why;
  for (int i = 0; i < tries; ++i) {
    path_ = (fs::temp_directory_path() / fresh_name()).string();
    token_ = path_ + token_ending;
    lock_ = open(token_.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (lock_ < 0) {
      why = std::strerror(errno);
      continue;
    }
    if (lock(lock_) && mkdir(path_.c_str(), 0700) == 0) {
      return;
    }
    why = std::strerror(errno);
    close(lock_);  // somebody swept it before it was locked
    unlink(token_.c_str());
  }
  throw Error(Fault::write,
              "no folder for a throw-away place can be made beside " + path_ + ": " + why);
}

OwnFolder::~OwnFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
  fs::remove(token_, ignored);
  close(lock_);
}

void OwnFolder::holds(int process) const {
  std::ofstream(fs::path(path_) / process_file) << process << '\n';
}

void sweep() noexcept {
  try {
    for (const auto& entry : fs::directory_iterator(fs::temp_directory_path())) {
      const std::string name = entry.path().filename().string();
      if (name.rfind(name_prefix, 0) == 0 && entry.path().extension() == token_ending) {
        sweep_one(entry.path());
      }
    }
  } catch (const std::exception& error) {
    base::log_warning(std::string("not everything that killed runs left could be removed: ") +
                      error.what());
  }
}

}  // namespace helium::scratch
