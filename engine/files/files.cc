#include "files/files.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <system_error>

#include "files/embedded_table.h"
#include "files/writer.h"
#include "helium/error.h"

namespace helium::files {
namespace {

bool has_copy(const std::string& home, std::string_view path) {
  return !home.empty() && exists(join(home, path));
}

class Descriptor {
 public:
  explicit Descriptor(int number) noexcept : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) {
      ::close(number_);
    }
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  [[nodiscard]] int number() const noexcept { return number_; }

 private:
  int number_;
};

std::string reason() {
  return std::generic_category().message(errno);
}

struct stat facts_of(const Descriptor& file, const std::string& path) {
  struct stat facts {};
  if (::fstat(file.number(), &facts) != 0) {
    throw Error(Fault::missing, "cannot read " + path + ": " + reason());
  }
  return facts;
}

bool same_version(const struct stat& a, const struct stat& b) noexcept {
  return a.st_size == b.st_size && a.st_mtim.tv_sec == b.st_mtim.tv_sec &&
         a.st_mtim.tv_nsec == b.st_mtim.tv_nsec;
}

// Up to the size that the file had; whether it has grown meanwhile is the caller's question.
std::string read_all(const Descriptor& file, const std::string& path, std::size_t size) {
  std::string bytes(size, '\0');
  std::size_t got = 0;
  while (got < size) {
    const ssize_t count = ::read(file.number(), bytes.data() + got, size - got);
    if (count < 0 && errno != EINTR) {
      throw Error(Fault::missing, "cannot read " + path + ": " + reason());
    }
    if (count == 0) {
      break;
    }
    got += count > 0 ? static_cast<std::size_t>(count) : 0;
  }
  bytes.resize(got);
  return bytes;
}

}  // namespace

std::string read(const std::string& path, const ReadLimits& limits) {
  // O_NONBLOCK: opening a FIFO must not wait for a writer before we can refuse it.
  const int flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | (limits.follow_links ? 0 : O_NOFOLLOW);
  const Descriptor file(::open(path.c_str(), flags));
  if (file.number() < 0) {
    if (errno == ELOOP && !limits.follow_links) {
      throw Error(Fault::design, path + " is a symbolic link");
    }
    throw Error(Fault::missing, "cannot read " + path + ": " + reason());
  }
  const struct stat before = facts_of(file, path);
  if (!S_ISREG(before.st_mode)) {
    throw Error(Fault::design, path + " is not a regular file");
  }
  if (static_cast<std::uint64_t>(before.st_size) > limits.most_bytes) {
    throw Error(Fault::design,
                path + " is larger than " + std::to_string(limits.most_bytes) + " bytes");
  }
  std::string bytes = read_all(file, path, static_cast<std::size_t>(before.st_size));
  const struct stat after = facts_of(file, path);
  if (!same_version(before, after) || bytes.size() != static_cast<std::size_t>(after.st_size)) {
    throw Error(Fault::design, path + " changed while it was read")
        .hinting("run the command again");
  }
  return bytes;
}

Reader::Reader(const std::string& path)
    : path_(path), number_(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)) {
  struct stat facts {};
  if (number_ < 0 || ::fstat(number_, &facts) != 0) {
    throw Error(Fault::missing, "cannot read " + path + ": " + reason());
  }
  if (!S_ISREG(facts.st_mode)) {
    ::close(number_);
    throw Error(Fault::design, path + " is not a regular file");
  }
}

Reader::~Reader() {
  ::close(number_);
}

bool Reader::more(std::string& to, std::size_t most) {
  const std::size_t had = to.size();
  to.resize(had + most);
  std::size_t got = 0;
  while (got < most) {
    const ssize_t count = ::read(number_, to.data() + had + got, most - got);
    if (count < 0 && errno == EINTR) {
      continue;
    }
    if (count < 0) {
      throw Error(Fault::missing, "cannot read " + path_ + ": " + reason());
    }
    if (count == 0) {
      break;
    }
    got += static_cast<std::size_t>(count);
  }
  to.resize(had + got);
  return got == most;
}

void write(const std::string& path, std::string_view bytes, Durable durable) {
  Writer file(path);
  file.add(bytes);
  file.finish(durable);
}

// Not by std::filesystem, whose iterator ends the process when there is no memory.
std::vector<std::string> list(const std::string& folder) {
  const std::unique_ptr<DIR, int (*)(DIR*)> opened(::opendir(folder.c_str()), ::closedir);
  std::vector<std::string> names;
  const auto next = [&]() -> const dirent* {
    const int failed = opened == nullptr ? errno : 0;
    errno = failed;
    return failed != 0 ? nullptr : ::readdir(opened.get());
  };
  while (const dirent* entry = next()) {
    const std::string_view name = entry->d_name;
    if (name != "." && name != "..") {
      names.emplace_back(name);
    }
  }
  if (errno != 0) {
    throw Error(Fault::missing, "cannot list " + folder + ": " + reason());
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::vector<Entry> entries(const std::string& folder) {
  const Descriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  const auto nanoseconds = [](const timespec& time) {
    return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
  };
  std::vector<Entry> found;
  for (std::string& name : list(folder)) {
    struct stat facts {};
    if (::fstatat(opened.number(), name.c_str(), &facts, AT_SYMLINK_NOFOLLOW) != 0) {
      throw Error(Fault::missing, "cannot read " + join(folder, name) + ": " + reason());
    }
    found.push_back({.name = std::move(name),
                     .kind = S_ISREG(facts.st_mode)   ? Entry::Kind::file
                             : S_ISDIR(facts.st_mode) ? Entry::Kind::folder
                                                      : Entry::Kind::other,
                     .size_bytes = static_cast<std::uint64_t>(facts.st_size),
                     .inode = facts.st_ino,
                     .modified = nanoseconds(facts.st_mtim),
                     .changed = nanoseconds(facts.st_ctim)});
  }
  return found;
}

bool is_folder(const std::string& path) noexcept {
  struct stat facts {};
  return ::stat(path.c_str(), &facts) == 0 && S_ISDIR(facts.st_mode);
}

bool exists(const std::string& path) noexcept {
  struct stat facts {};
  return ::stat(path.c_str(), &facts) == 0;
}

std::string join(std::string_view folder, std::string_view name) {
  if (folder.empty() || folder == ".") {
    return std::string(name);
  }
  std::string path(folder);
  if (path.back() != '/') {
    path += '/';
  }
  return path.append(name);
}

std::string file_name(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return std::string(slash == std::string_view::npos ? path : path.substr(slash + 1));
}

std::string folder_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string_view::npos) {
    return ".";
  }
  return std::string(slash == 0 ? "/" : path.substr(0, slash));
}

std::string place_of(std::string_view path, const std::string& home) {
  return has_copy(home, path) ? join(home, path) : std::string(path);
}

std::string embedded(std::string_view path, const std::string& home) {
  if (has_copy(home, path)) {
    return read(join(home, path));
  }
  for (const Embedded& entry : embedded_table()) {
    if (entry.path == path) {
      return std::string(entry.text);
    }
  }
  throw Error(Fault::bug, "the program carries no " + std::string(path));
}

std::vector<std::string> embedded_under(std::string_view prefix) {
  std::vector<std::string> paths;
  for (const Embedded& entry : embedded_table()) {
    if (entry.path.substr(0, prefix.size()) == prefix) {
      paths.emplace_back(entry.path);
    }
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

}  // namespace helium::files
