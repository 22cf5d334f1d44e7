#include "session/postgresql_answer.h"

#include <cstdlib>

#include "session/outcome.h"
#include "session/trouble.h"

namespace helium::session {
namespace {

std::string field(const PGresult* result, int code) {
  const char* text = PQresultErrorField(result, code);
  return text == nullptr ? std::string() : std::string(text);
}

// The byte offset of character `position` (from 1).
std::uint64_t byte_of(std::string_view text, std::uint64_t position) {
  std::uint64_t characters = 0;
  for (std::uint64_t at = 0; at < text.size(); ++at) {
    const bool begins = (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
    if (begins && ++characters == position) {
      return at;
    }
  }
  return text.size();
}

std::string cell_of(const PGresult* result, int row, int column) {
  return answer_cell({PQgetvalue(result, row, column),
                      static_cast<std::size_t>(PQgetlength(result, row, column))});
}

}  // namespace

ServerError refusal_of(const PGresult* result, std::string_view text) {
  ServerError error;
  error.sqlstate = field(result, PG_DIAG_SQLSTATE);
  error.trouble = trouble_of_sqlstate(error.sqlstate);
  std::string message = field(result, PG_DIAG_MESSAGE_PRIMARY);
  for (const char code : {PG_DIAG_MESSAGE_DETAIL, PG_DIAG_MESSAGE_HINT, PG_DIAG_CONTEXT}) {
    const std::string more = field(result, code);
    message += more.empty() ? "" : "\n" + more;
  }
  error.message = server_text(message.empty() ? PQresultErrorMessage(result) : message);
  const std::string position = field(result, PG_DIAG_STATEMENT_POSITION);
  if (!position.empty()) {
    error.position = byte_of(text, std::strtoull(position.c_str(), nullptr, 10));
  }
  return error;
}

ServerError lost_line(PGconn* connection) {
  ServerError error;
  error.trouble = Trouble::connection_lost;
  error.sqlstate = "08006";
  error.message = server_text(PQerrorMessage(connection));
  return error;
}

void take_rows(const PGresult* result, const Statement& statement, Outcome& outcome) {
  const auto status = PQresultStatus(result);
  if (status != PGRES_TUPLES_OK && status != PGRES_SINGLE_TUPLE) {
    outcome.rows = std::strtoull(PQcmdTuples(const_cast<PGresult*>(result)), nullptr, 10);
    return;
  }
  const int rows = PQntuples(result);
  outcome.rows += static_cast<std::uint64_t>(rows);
  for (int row = 0; row < rows && wants_row(statement, outcome); ++row) {
    std::vector<std::optional<std::string>> cells;
    for (int column = 0; column < PQnfields(result); ++column) {
      const bool null = PQgetisnull(result, row, column) != 0;
      cells.push_back(null ? std::nullopt : std::optional(cell_of(result, row, column)));
    }
    outcome.answer.push_back(std::move(cells));
  }
}

Cells cells_of(const PGresult* result) {
  Cells cells;
  for (int column = 0; column < PQnfields(result); ++column) {
    const bool null = PQgetisnull(result, 0, column) != 0;
    cells.push_back(null ? std::nullopt
                         : std::optional<std::string>(
                               std::in_place, PQgetvalue(result, 0, column),
                               static_cast<std::size_t>(PQgetlength(result, 0, column))));
  }
  return cells;
}

void let_go(PGconn* connection) {
  while (PGresult* result = PQgetResult(connection)) {
    PQclear(result);
  }
}

void drop_copy(PGconn* connection) {
  char* row = nullptr;
  while (PQgetCopyData(connection, &row, 0) > 0) {
    PQfreemem(row);
  }
}

bool is_transaction_tag(std::string_view tag) noexcept {
  return tag == "COMMIT" || tag == "ROLLBACK" || tag == "BEGIN" || tag == "START TRANSACTION" ||
         tag == "PREPARE TRANSACTION";
}

}  // namespace helium::session
