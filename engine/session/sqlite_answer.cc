#include "session/sqlite_answer.h"

#include "session/outcome.h"

namespace helium::session {
namespace {

std::string_view cell_of(sqlite_api::sqlite3_stmt* prepared, int column) {
  const auto* text =
      reinterpret_cast<const char*>(sqlite_api::sqlite3_column_text(prepared, column));
  const int length = sqlite_api::sqlite3_column_bytes(prepared, column);
  return text == nullptr ? std::string_view() : std::string_view(text, std::size_t(length));
}

}  // namespace

void read_row(sqlite_api::sqlite3_stmt* prepared, Cells& row, std::size_t most) {
  row.resize(std::size_t(sqlite_api::sqlite3_column_count(prepared)));
  int column = 0;
  for (auto& cell : row) {
    if (sqlite_api::sqlite3_column_type(prepared, column) == SQLITE_NULL) {
      cell.reset();
    } else {
      (cell ? *cell : cell.emplace()).assign(cell_of(prepared, column).substr(0, most));
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
