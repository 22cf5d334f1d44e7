#include "session/sqlite_answer.h"

#include <algorithm>
#include <new>

#include "session/outcome.h"

namespace helium::session {

void read_row(sqlite_api::sqlite3_stmt* prepared, Cells& row, std::size_t most) {
  row.resize(std::size_t(sqlite_api::sqlite3_column_count(prepared)));
  int column = 0;
  for (auto& cell : row) {
    const auto* text =
        reinterpret_cast<const char*>(sqlite_api::sqlite3_column_text(prepared, column));
    if (text != nullptr) {
      const auto length = std::size_t(sqlite_api::sqlite3_column_bytes(prepared, column));
      (cell ? *cell : cell.emplace()).assign(text, std::min(length, most));
    } else if (sqlite_api::sqlite3_column_type(prepared, column) == SQLITE_NULL) {
      cell.reset();
    } else {
      throw std::bad_alloc();  // the one reason for which a value has no text
    }
    ++column;
  }
}

Cells answer_row(sqlite_api::sqlite3_stmt* prepared) {
  Cells row;
  read_row(prepared, row, longest_answer_cell);
  for (auto& cell : row) {
    if (cell) {
      cell = answer_cell(*cell);
    }
  }
  return row;
}

}  // namespace helium::session
