// Columns that count, on PostgreSQL: serial ones by a sequence of the usual name, identities by one
// that nobody names. What else counts (AUTO_INCREMENT, AUTOINCREMENT) is the table's.
#pragma once

#include <string>

#include "helium/dialect.h"
#include "helium/schema.h"

namespace helium::ddl {

/// What a serial type is to the server: integer of serial. Any other type is what it is.
[[nodiscard]] std::string counted_type(const std::string& type);

/// The serial type over a whole number: bigserial of bigint. Empty for any other type.
[[nodiscard]] std::string serial_of(const std::string& type);

/// Whether the column is a serial one.
[[nodiscard]] bool is_serial(const Column& column);

/// Whether the column is a serial one or an identity.
[[nodiscard]] bool is_counting(const Column& column);

/// What PostgreSQL calls the sequence behind a column that counts, if nobody called it otherwise.
[[nodiscard]] std::string usual_counter(const std::string& table, const std::string& column);

/// The next number of a sequence, as the server writes it: nextval('log_id_seq'::regclass).
[[nodiscard]] std::string next_of(const std::string& sequence);

/// The name of the counter of a column, as an expression; both without quotes.
[[nodiscard]] std::string counter_of(const std::string& table, const std::string& column,
                                     const Dialect& dialect);

/// The statement that lets the counter of a column go on behind its values. Those that it could not
/// have counted itself are left alone: setval refuses them. Where `other` is another table with
/// such a column, behind what its counter came to, too.
[[nodiscard]] std::string going_on(const std::string& table, const Column& column,
                                   const Dialect& dialect, const std::string& other = "");

}  // namespace helium::ddl
