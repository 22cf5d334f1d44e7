// A folder of a test, with files of its own.
#pragma once

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "dialect/dialect.h"
#include "expand/expand.h"
#include "files/files.h"
#include "helium/design.h"

namespace helium::test {

inline const char* value_of(const char* name) {
  const std::string wanted = name;
  return wanted == "HARBOR_ADMIN" ? "chief" : wanted == "HARBOR_SECRET" ? "s3cret" : nullptr;
}

inline Target target_of(const std::string& schema) {
  Target target;
  target.schema = schema;
  target.environment = {"HARBOR_ADMIN", "HARBOR_SECRET"};
  return target;
}

class MadeFolder {
 public:
  MadeFolder()
      : path_(files::join(std::filesystem::temp_directory_path().string(),
                          "unit_folder_" + std::to_string(getpid()))) {
    std::filesystem::remove_all(path_);
    std::filesystem::create_directories(path_);
  }
  ~MadeFolder() { std::filesystem::remove_all(path_); }
  MadeFolder(const MadeFolder&) = delete;
  MadeFolder& operator=(const MadeFolder&) = delete;

  void put(const std::string& name, const std::string& text) const {
    std::ofstream(files::join(path_, name)) << text;
  }
  void take(const std::string& from) const {
    for (const auto& file : std::filesystem::directory_iterator(from)) {
      std::filesystem::copy(file, path_);
    }
  }
  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] expand::Setting setting(const Dialect& dialect, const Target& target) const {
    Design design;
    design.name = "trial";
    design.folder = path_;
    return expand::setting(design, dialect, target, value_of);
  }
  [[nodiscard]] Migration migration(const std::string& name) const {
    Migration migration;
    migration.design = "trial";
    migration.number = 1000;
    migration.path = files::join(path_, name);
    migration.text = files::read(migration.path);
    return migration;
  }

 private:
  std::string path_;
};

}  // namespace helium::test
