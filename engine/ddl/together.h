// Changes that MySQL and MariaDB take in one ALTER TABLE only: at the end of every statement a
// column with AUTO_INCREMENT must be the first of some key.
#pragma once

#include <set>
#include <string>
#include <utility>

#include "ddl/ddl.h"

namespace helium::ddl {

class Together {
 public:
  /// `before`: the schema on which all of `changes` run, in their order.
  Together(const Changes& changes, const Schema& before);

  /// The change belongs to one statement with others of its table.
  [[nodiscard]] bool holds(const Change& change) const;

  /// Behind the neighbours, from `at`, that are one statement.
  [[nodiscard]] std::size_t end(const Changes& changes, std::size_t at) const;

 private:
  std::set<std::string> tables_;
  std::set<std::pair<std::string, std::string>> columns_;  // of tables: stood in a key that goes
};

}  // namespace helium::ddl
