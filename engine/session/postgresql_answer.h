// What one PGresult says about one statement.
#pragma once

#include <libpq-fe.h>

#include <string>
#include <string_view>

#include "session/session.h"

namespace helium::session {

/// The server's refusal in a failed result. `text` is the statement's, to turn the position, which
/// counts characters, into bytes.
[[nodiscard]] ServerError refusal_of(const PGresult* result, std::string_view text);

/// The words for a line that broke, from libpq's last message.
[[nodiscard]] ServerError lost_line(PGconn* connection);

/// Takes a successful result into the outcome: rows counted, the first ones of a barrier kept.
void take_rows(const PGresult* result, const Statement& statement, Outcome& outcome);

/// The first row of a result, whole.
[[nodiscard]] Cells cells_of(const PGresult* result);

/// Reads what is left of an answer, which nobody wants any more.
void let_go(PGconn* connection);

/// Reads the rows of COPY ... TO STDOUT, which have no reader here; the result follows.
void drop_copy(PGconn* connection);

/// True for a command tag that ends or begins a transaction: COMMIT, ROLLBACK, BEGIN, ...
[[nodiscard]] bool is_transaction_tag(std::string_view tag) noexcept;

}  // namespace helium::session
