// What passed before, so that only what changed since is tried again.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "facade/work.h"
#include "helium/design.h"

namespace helium::facade {

/// For each migration a hash of itself, of all before it, of the macros, of this program and of the
/// place that is spoken of.
[[nodiscard]] std::map<std::int64_t, std::string> hashes(const Design& design, Work& work,
                                                         const std::string& place);

/// The migrations of a design that passed under one dialect.
class Green {
 public:
  /// Reads what `cache` remembers; an empty one remembers nothing. `place` says where it was tried.
  Green(const Design& design, Work& work, const std::string& place, const std::string& cache);

  /// The newest migration that passed, with all before it, as it is now; unset: none did.
  [[nodiscard]] std::optional<std::int64_t> last() const noexcept { return last_; }
  /// The migration passed, and all before it.
  void passed(std::int64_t number);
  /// Writes it down. What cannot be written is tried again.
  void keep() const noexcept;

 private:
  std::string path_;
  std::map<std::int64_t, std::string> hashes_;
  std::optional<std::int64_t> last_;
};

}  // namespace helium::facade
