#include "session/odbc_answer.h"

#include <array>
#include <cstdint>

#include "session/outcome.h"
#include "session/trouble.h"

namespace helium::session {
namespace {

struct Record {
  std::string state;
  SQLINTEGER native = 0;
  std::string text;
};

std::optional<Record> record_of(SQLSMALLINT kind, SQLHANDLE handle, SQLSMALLINT number) {
  std::array<SQLCHAR, 6> state{};
  std::array<SQLCHAR, 4096> text{};
  SQLINTEGER native = 0;
  SQLSMALLINT length = 0;
  const auto got = SQLGetDiagRec(kind, handle, number, state.data(), &native, text.data(),
                                 static_cast<SQLSMALLINT>(text.size()), &length);
  if (!SQL_SUCCEEDED(got)) {
    return std::nullopt;
  }
  return Record{reinterpret_cast<const char*>(state.data()), native,
                reinterpret_cast<const char*>(text.data())};
}

bool begins_with(std::string_view text, std::string_view head) {
  return text.substr(0, head.size()) == head;
}

Trouble trouble_of(const Record& record) {
  const std::string_view state = record.state;
  // Derby: 40XL1 and 40XL2. Db2: -911 and -913, with reason 68 for a time-out and 2 for a deadlock.
  const bool timeout = begins_with(state, "40XL") || state == "57033" ||
                       ((record.native == -911 || record.native == -913) &&
                        record.text.find("\"68\"") != std::string::npos);
  if (timeout) {
    return Trouble::lock_timeout;
  }
  if (record.native == -911 || record.native == -913) {
    return Trouble::deadlock;
  }
  if (state == "40003" || state == "58004" || state == "58009" || begins_with(state, "08")) {
    return Trouble::connection_lost;
  }
  if (state == "HY008") {
    return Trouble::cancelled;
  }
  return trouble_of_sqlstate(state);
}

// The low half of a length: the half that IBM's driver writes.
std::int32_t length_of(SQLLEN raw) {
  return static_cast<std::int32_t>(static_cast<std::uint64_t>(raw) & 0xFFFFFFFFU);
}

std::optional<std::string> cell_of(SQLHSTMT handle, SQLUSMALLINT column) {
  std::array<char, longest_answer_cell + 1> text{};
  SQLLEN length = 0;
  const auto got = SQLGetData(handle, column, SQL_C_CHAR, text.data(), text.size(), &length);
  if (!SQL_SUCCEEDED(got) || length_of(length) == SQL_NULL_DATA) {
    return std::nullopt;
  }
  return answer_cell(text.data());
}

}  // namespace

OdbcStatement::OdbcStatement(SQLHDBC connection) noexcept {
  SQLAllocHandle(SQL_HANDLE_STMT, connection, &handle_);
}

OdbcStatement::~OdbcStatement() {
  if (handle_ != nullptr) {
    SQLFreeHandle(SQL_HANDLE_STMT, handle_);
  }
}

ServerError diagnosis(SQLSMALLINT kind, SQLHANDLE handle) {
  ServerError error;
  std::string text;
  for (SQLSMALLINT number = 1; const auto record = record_of(kind, handle, number); ++number) {
    if (number == 1) {
      error.sqlstate = record->state;
      error.native_code = record->native;
      error.trouble = trouble_of(*record);
    }
    text += (text.empty() ? "" : "\n") + record->text;
  }
  error.message = server_text(text.empty() ? "the driver gave no reason" : text);
  return error;
}

void take_warnings(SQLHSTMT handle, const Statement& statement, Outcome& outcome) {
  for (SQLSMALLINT number = 1; const auto record = record_of(SQL_HANDLE_STMT, handle, number);
       ++number) {
    const bool no_row = begins_with(record->state, "02");
    add_notice(outcome, statement,
               {.severity = no_row ? "NOTE" : "WARNING",
                .code = record->state,
                .message = server_text(record->text)});
  }
}

void take_answer(SQLHSTMT handle, const Statement& statement, Outcome& outcome) {
  SQLSMALLINT columns = 0;
  SQLNumResultCols(handle, &columns);
  if (columns == 0) {
    SQLLEN rows = 0;
    SQLRowCount(handle, &rows);
    outcome.rows = rows > 0 ? static_cast<std::uint64_t>(rows) : 0;
    return;
  }
  while (SQL_SUCCEEDED(SQLFetch(handle))) {
    ++outcome.rows;
    if (wants_row(statement, outcome)) {
      std::vector<std::optional<std::string>> row;
      for (SQLSMALLINT column = 1; column <= columns; ++column) {
        row.push_back(cell_of(handle, static_cast<SQLUSMALLINT>(column)));
      }
      outcome.answer.push_back(std::move(row));
    }
  }
}

OdbcValues::OdbcValues(const Statement& statement) : statement_(statement) {
  for (const auto& value : statement.values) {
    lengths_.push_back(value ? static_cast<SQLLEN>(value->size()) : SQL_NULL_DATA);
  }
}

bool OdbcValues::bind(SQLHSTMT handle) {
  constexpr std::size_t longest_varchar = 32672;
  for (std::size_t i = 0; i < statement_.values.size(); ++i) {
    const auto& value = statement_.values[i];
    const std::size_t size = value ? value->size() : 0;
    const SQLSMALLINT type = size > longest_varchar ? SQL_LONGVARCHAR : SQL_VARCHAR;
    // The driver only reads; ODBC's signature does not say so.
    auto* data = const_cast<char*>(value ? value->data() : "");
    const auto got = SQLBindParameter(handle, static_cast<SQLUSMALLINT>(i + 1), SQL_PARAM_INPUT,
                                      SQL_C_CHAR, type, size == 0 ? 1 : size, 0, data,
                                      static_cast<SQLLEN>(size), &lengths_[i]);
    if (!SQL_SUCCEEDED(got)) {
      return false;
    }
  }
  return true;
}

}  // namespace helium::session
