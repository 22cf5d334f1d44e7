// A throw-away place where statements are tried and read back: SQLite in memory, or for
// PostgreSQL's texts its own grammar, which folds them without any server.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "helium/dialect.h"
#include "helium/schema.h"
#include "helium/target.h"
#include "session/session.h"

namespace helium::scratch {

class Scratch {
 public:
  virtual ~Scratch() = default;
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;

  /// Runs all statements of a text. Throws Error with the place in `file`: design for what cannot
  /// be read, database for what the server refuses, unsupported for what only a server understands.
  virtual void load(const std::string& text, const std::string& file) = 0;
  /// Runs statements, one after the other.
  virtual void run(const std::vector<std::string>& statements) = 0;
  /// What is there now.
  [[nodiscard]] virtual Schema schema() = 0;
  /// What a proof on it is: "by folding the text", "on SQLite in memory", "on PostgreSQL 15.4".
  [[nodiscard]] virtual std::string how() const = 0;
  /// The way to its rows; nullptr where it has none.
  [[nodiscard]] virtual session::Session* session() noexcept { return nullptr; }

 protected:
  Scratch() = default;
};

/// An empty place for the dialect, which must outlive it. Throws Error(unsupported) for a dialect
/// that needs a server.
[[nodiscard]] std::unique_ptr<Scratch> open(const Dialect& dialect);
/// The place that `target` names, which is empty and whose owner removes it.
[[nodiscard]] std::unique_ptr<Scratch> open(const Dialect& dialect, const Target& target);

}  // namespace helium::scratch
