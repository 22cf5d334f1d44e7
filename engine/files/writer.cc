#include "files/writer.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <system_error>

#include "helium/error.h"

namespace helium::files {

Writer::Writer(const std::string& path)
    : path_(path),
      beside_(path + ".new." + std::to_string(::getpid())),
      number_(::open(beside_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666)) {
  if (number_ < 0) {
    const int why = errno;
    ::unlink(beside_.c_str());
    errno = why;
    refuse();
  }
}

Writer::~Writer() {
  ::close(number_);
  if (!beside_.empty()) {
    ::unlink(beside_.c_str());
  }
}

void Writer::add(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(number_, bytes.data(), bytes.size());
    if (count < 0 && errno != EINTR) {
      refuse();
    }
    bytes.remove_prefix(count > 0 ? static_cast<std::size_t>(count) : 0);
  }
}

void Writer::finish(Durable durable) {
  const bool safe = durable == Durable::no || ::fsync(number_) == 0;
  if (!safe || ::rename(beside_.c_str(), path_.c_str()) != 0) {
    refuse();
  }
  beside_.clear();
}

void Writer::refuse() const {
  throw Error(Fault::write,
              "cannot write " + path_ + ": " + std::generic_category().message(errno));
}

}  // namespace helium::files
