// The text of a PostgreSQL schema, read without any server: PostgreSQL's own grammar gives the
// tree, and its statements are folded into a Schema as the server would fold them into its catalog.
//
// Keys, checks and indexes without a name get the one that the server would make up; serial columns
// stay serial. Expressions are written in one form, so that two texts compare equal however they
// are spelt; a server writes some of them otherwise (with casts), so that a text is compared with a
// live schema only through a server. What changes no schema (data, settings, owners) is passed
// over. A comment `-- @renamed from=old` beside a column or a table, or in the line above, says
// what it was called.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "helium/schema.h"
#include "helium/span.h"

namespace helium::grammar {

/// A statement that may change the schema and that only a server understands.
struct Unfolded {
  Span where;
  std::string what;  ///< "DO", "CREATE RULE", ...
};

/// Folds one text after another into a Schema.
class SchemaText {
 public:
  SchemaText();
  ~SchemaText();
  SchemaText(const SchemaText&) = delete;
  SchemaText& operator=(const SchemaText&) = delete;

  /// Folds all statements of `text`. Throws Error(design) with the place: syntax errors, a table
  /// made twice, an object that is not there, an unknown type (with the nearest name).
  void add(const std::string& text, const std::string& file);
  /// What could not be folded so far.
  [[nodiscard]] const std::vector<Unfolded>& unfolded() const noexcept;
  /// The schema of all that was added.
  [[nodiscard]] Schema schema() const;

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace helium::grammar
