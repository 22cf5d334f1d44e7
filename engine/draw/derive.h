// What typed operations do to the tables of a picture.
#pragma once

#include <string>
#include <vector>

#include "helium/diagram.h"
#include "helium/operation.h"
#include "helium/schema.h"

namespace helium::draw {

/// The schema after an operation by its words alone, for one that a schema that is known in part
/// refuses. What is not there stays away.
[[nodiscard]] Schema roughly_after(const Operation& operation, const Schema& before);

class Deriving {
 public:
  /// Begins with the tables as they are drawn.
  explicit Deriving(std::vector<DiagramTable> tables) : tables_(std::move(tables)) {}

  /// The schema was `before` and is `after` by the operation. What an author drew of a column
  /// stays, but for what is another way now.
  void take(const Operation& operation, const Schema& before, const Schema& after);
  /// SQL text took this away.
  void lose(const DiagramVersion& takings);

  /// Whether a table is another one since, or gone.
  [[nodiscard]] bool touched(const std::string& name) const;
  /// The JSON of a diagram section for what is another way since; empty: nothing is. Tables that
  /// `written` speaks of are left out.
  [[nodiscard]] std::string section(const DiagramVersion& written) const;

 private:
  void touch(const std::string& name);
  void erase(const std::string& name);
  void rename_table(const std::string& from, const std::string& to);
  void rename_column(const std::string& table, const std::string& from, const std::string& to);
  void refer_to(const std::string& from, const std::string& to);
  void put(const Table* before, const Table& after);
  void put(const View& view);

  std::vector<DiagramTable> tables_;
  std::vector<std::string> touched_;
};

}  // namespace helium::draw
