// A folder of our own that is gone when this is, and also when its owner was killed: the owner
// holds a lock on the token beside it, and whoever comes later removes what it can lock.
#pragma once

#include <string>

namespace helium::scratch {

/// "helium_scratch_" and twelve digits: a name that nobody else has.
[[nodiscard]] std::string fresh_name();
/// What every such name begins with.
inline constexpr const char* name_prefix = "helium_scratch_";

class OwnFolder {
 public:
  /// Makes it where the system keeps temporary files. Throws Error(write).
  OwnFolder();
  ~OwnFolder();
  OwnFolder(const OwnFolder&) = delete;
  OwnFolder& operator=(const OwnFolder&) = delete;

  /// Where it is: absolute, without a slash at the end.
  [[nodiscard]] const std::string& path() const noexcept { return path_; }
  /// A process that works in the folder: should its owner be killed, it is ended with the folder.
  void holds(int process) const;

 private:
  std::string path_;
  std::string token_;
  int lock_ = -1;
};

/// Removes the folders of owners that are no more. Never throws: another run does what this cannot.
void sweep() noexcept;

}  // namespace helium::scratch
