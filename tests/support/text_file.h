// A text in a file of its own, for as long as it is needed.
#pragma once

#include <cstdio>
#include <fstream>
#include <string>

namespace helium::test {

class TextFile {
 public:
  explicit TextFile(const std::string& text, const std::string& ending = ".json") {
    path_ += ending;
    std::ofstream(path_) << text;
  }
  ~TextFile() { std::remove(path_.c_str()); }
  TextFile(const TextFile&) = delete;
  TextFile& operator=(const TextFile&) = delete;
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_ = std::tmpnam(nullptr);
};

}  // namespace helium::test
