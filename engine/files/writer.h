// A file that is written piece by piece, and is there whole or not at all.
#pragma once

#include <string>
#include <string_view>

#include "files/files.h"

namespace helium::files {

class Writer {
 public:
  /// Writes beside the file: until finish(), and for good without it, the old one stays. Throws
  /// Error(write), as all of it.
  explicit Writer(const std::string& path);
  ~Writer();
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;
  void add(std::string_view bytes);
  /// Puts what was added where the file is.
  void finish(Durable durable);

 private:
  [[noreturn]] void refuse() const;

  std::string path_;
  std::string beside_;
  int number_;
};

}  // namespace helium::files
