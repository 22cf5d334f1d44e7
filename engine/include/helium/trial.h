// What `helium test` found: a case for each migration under each dialect.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

namespace helium {

struct Trial {
  enum class State { passed, failed, skipped };
  /// Rows that down did not bring back as they were.
  struct Lost {
    std::string table;
    std::uint64_t rows = 0;
    std::string example;  ///< the key of one of them: "id = 7"
  };
  struct Case {
    std::string dialect;
    std::string design;
    std::int64_t number = 0;
    std::string title;
    std::string path;
    State state = State::passed;
    std::string message;  ///< why it failed, or was skipped
    std::vector<Lost> lost;
    std::chrono::milliseconds took{0};
  };
  std::vector<Case> cases;
  std::vector<std::string> notes;  ///< what a reader should know: another version was tried on
  std::chrono::milliseconds took{0};

  /// No case failed.
  [[nodiscard]] bool passed() const noexcept {
    for (const Case& one : cases) {
      if (one.state == State::failed) {
        return false;
      }
    }
    return true;
  }
};

}  // namespace helium
