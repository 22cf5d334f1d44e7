#include "session/odbc_question.h"

#include <array>
#include <cstdint>

#include "base/text.h"
#include "session/odbc_answer.h"

namespace helium::session {
namespace {

// `:v2` becomes the second value as a literal: with two markers around a subquery IBM's driver and
// Derby lose each other, and a question's values are short names.
std::string with_literals(const Question& question) {
  std::string filled;
  const std::string& text = question.text;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool marker = text[at] == ':' && at + 2 < text.size() && text[at + 1] == 'v';
    if (!marker) {
      filled += text[at];
      continue;
    }
    std::size_t number = 0;
    for (at += 2; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at) {
      number = number * 10 + static_cast<std::size_t>(text[at] - '0');
    }
    --at;
    filled += "'" + base::replaced(question.values.at(number - 1), "'", "''") + "'";
  }
  return filled;
}

// A whole value, in as many pieces as the driver gives it.
std::optional<std::string> whole_cell(SQLHSTMT handle, SQLUSMALLINT column) {
  std::string value;
  std::array<char, 8192> piece{};
  for (;;) {
    SQLLEN raw = 0;
    const auto got = SQLGetData(handle, column, SQL_C_CHAR, piece.data(), piece.size(), &raw);
    const auto length = static_cast<std::int32_t>(static_cast<std::uint64_t>(raw) & 0xFFFFFFFFU);
    if (!SQL_SUCCEEDED(got)) {
      return value;
    }
    if (length == SQL_NULL_DATA) {
      return std::nullopt;
    }
    value += piece.data();
    if (got == SQL_SUCCESS) {
      return value;
    }
  }
}

// Names are not asked for: describing a result makes IBM's driver send what Derby does not
// understand.
std::vector<std::string> columns_of(SQLHSTMT handle) {
  SQLSMALLINT count = 0;
  SQLNumResultCols(handle, &count);
  std::vector<std::string> names;
  for (SQLSMALLINT column = 1; column <= count; ++column) {
    names.push_back(std::to_string(column));
  }
  return names;
}

}  // namespace

OdbcReply ask_odbc(SQLHDBC connection, const Question& question, const TakeCells& take) {
  std::string text = with_literals(question);
  const OdbcStatement held(connection);
  const auto got = SQLExecDirect(held.handle(), reinterpret_cast<SQLCHAR*>(text.data()),
                                 static_cast<SQLINTEGER>(text.size()));
  OdbcReply reply;
  if (got != SQL_NO_DATA && !SQL_SUCCEEDED(got)) {
    reply.refusal = diagnosis(SQL_HANDLE_STMT, held.handle());
    return reply;
  }
  reply.columns = columns_of(held.handle());
  while (!reply.columns.empty() && SQL_SUCCEEDED(SQLFetch(held.handle()))) {
    Cells row;
    for (std::size_t column = 1; column <= reply.columns.size(); ++column) {
      row.push_back(whole_cell(held.handle(), static_cast<SQLUSMALLINT>(column)));
    }
    take(std::move(row));
  }
  return reply;
}

}  // namespace helium::session
