// The one exception of the house. It answers questions instead of forming a family tree: what kind
// of fault it is (so a caller can act differently), where it is, what the server said, and which
// command helps. It is a cheap handle to one shared immutable block, so copying never throws.
#pragma once

#include <cstdint>
#include <exception>
#include <memory>
#include <string>
#include <vector>

#include "helium/span.h"

namespace helium {

/// What a caller would do differently. Each has one exit code (see exit_code).
enum class Fault {
  usage,        ///< the command line is wrong (64)
  config,       ///< helium.toml, URL or environment is wrong (78)
  missing,      ///< a file, folder or database that should be there is not (66)
  design,       ///< a migration or its neighbours are wrong: number, header, section, option (65)
  script,       ///< Lua refused, failed or ran out of its budget (65)
  macro,        ///< a macro is unknown, too deep or unsafe in its place (65)
  connection,   ///< the server could not be reached, refused us, or the line broke (7)
  busy,         ///< another runner or session holds the lock (6)
  refused,      ///< the database may not be changed: read-only, replica, rights, ledger too new (4)
  database,     ///< the server refused a statement; nothing of the migration is left (4)
  partial,      ///< the server refused a statement; a part of the migration stands (5)
  in_doubt,     ///< the outcome of a statement is not known (5)
  unsupported,  ///< the dialect cannot do this (65)
  cancelled,    ///< the user stopped it; nothing of the migration is left (4)
  memory,       ///< there was not enough of it; nothing of the migration is left (4)
  write,        ///< a file cannot be written (73)
  bug,          ///< our own mistake (70)
};

/// The process exit code that belongs to a fault.
[[nodiscard]] int exit_code(Fault fault) noexcept;

/// The word used for a fault in messages: "usage", "config", ...
[[nodiscard]] const char* name_of(Fault fault) noexcept;

class Error : public std::exception {
 public:
  /// `message` is one line for a person; it never holds a secret or a bound value.
  Error(Fault fault, std::string message);

  // Each returns a new Error with one more fact; the receiver is unchanged.
  [[nodiscard]] Error at(Span where) const;  ///< the place
  [[nodiscard]] Error showing(
      std::string source_line) const;                   ///< the line that a caret points into
  [[nodiscard]] Error hinting(std::string hint) const;  ///< the next command, or nearest name
  [[nodiscard]] Error noting(std::string note) const;   ///< one more note of the trail
  [[nodiscard]] Error saying(std::string sqlstate, std::int64_t native_code) const;
  [[nodiscard]] Error running(std::string statement) const;  ///< statement text, never its values
  [[nodiscard]] Error losing_connection() const;

  // What was given; empty, 0 or false when it was not.
  [[nodiscard]] Fault fault() const noexcept;
  [[nodiscard]] const std::string& message() const noexcept;
  [[nodiscard]] const Span& where() const noexcept;
  [[nodiscard]] const std::string& source_line() const noexcept;
  [[nodiscard]] const std::string& hint() const noexcept;
  [[nodiscard]] const std::vector<std::string>& trail() const noexcept;
  [[nodiscard]] const std::string& sqlstate() const noexcept;
  [[nodiscard]] std::int64_t native_code() const noexcept;
  [[nodiscard]] const std::string& statement() const noexcept;
  [[nodiscard]] bool connection_lost() const noexcept;
  /// The same as message(), for code that only knows std::exception.
  [[nodiscard]] const char* what() const noexcept override;

 private:
  struct Data;
  explicit Error(std::shared_ptr<const Data> data) noexcept;
  std::shared_ptr<const Data> data_;
};

}  // namespace helium
