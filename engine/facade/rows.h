// Rows in every table, so that migrations meet data, and the rows of a place as values.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "helium/dialect.h"
#include "helium/schema.h"
#include "session/session.h"

namespace helium::facade {

/// A row as text: every column, in the order in which the schema names them.
struct Row {
  std::string text;  ///< of all columns; NULL and the empty text differ
  std::string key;   ///< its primary key for people, or all of it: "id = 7"
  friend bool operator<(const Row& a, const Row& b) noexcept { return a.text < b.text; }
};

/// The rows of every table, in the order of their texts.
using Contents = std::map<std::string, std::vector<Row>>;

/// Puts rows into every table until it has some dozens, tables that are pointed at first: nulls,
/// texts of many scripts, bytes. Keys point at rows that are there, what a check lists is taken
/// from its list; a row that the server refuses nevertheless is left out.
void fill(session::Session& session, const Schema& schema, const Dialect& dialect);

/// All rows of the tables of `schema`. Large objects on Db2 count by their length alone.
[[nodiscard]] Contents contents(session::Session& session, const Schema& schema,
                                const Dialect& dialect);

}  // namespace helium::facade
