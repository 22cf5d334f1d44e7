// The splitter's corpus as data; tests/sql/corpus/README.md tells the format.
#pragma once

#include <string>
#include <vector>

namespace corpus {

struct Case {
  std::string dialect;
  std::string title;
  std::string text;
  std::vector<std::string> statements;
  std::string error;  ///< part of the expected message; empty: no error
  /// Our answer differs from the reference's on purpose.
  [[nodiscard]] bool ours() const { return title.rfind("(ours)", 0) == 0; }
};

/// Every case of a dialect: its own, those of its family and the common ones.
[[nodiscard]] std::vector<Case> of(const std::string& dialect);

}  // namespace corpus
