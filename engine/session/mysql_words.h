// What the numbers and words of MySQL and MariaDB mean.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "session/session.h"

namespace helium::session {

/// What a server or client error number means.
[[nodiscard]] Trouble trouble_of_mysql(unsigned number) noexcept;

/// True when the number says that the connection is gone.
[[nodiscard]] bool is_lost_line(unsigned number) noexcept;

/// The warning tells what a typed operation counts on: on MariaDB it adds a check that the change
/// of its column would else take away, where it is there still.
[[nodiscard]] bool is_foreseen(const Statement& statement, std::string_view code);

/// The warning of a question tells that information_schema left a table out of the answer, because
/// another session was changing it: who holds locks is not let wait for it (1684), which could be
/// for ever, and who holds none not for longer than lock_wait_timeout (1205).
[[nodiscard]] bool is_left_out(std::string_view code) noexcept;

/// A server's message without what it shows of the packet behind the statement: "... near 'text' at
/// line 3" shows what follows the error, and runs on into what travels behind it.
[[nodiscard]] std::string own_words(std::string_view statement, const std::string& message);

/// The byte of `statement` that a message like "... near 'text' at line 3" points to, when it can
/// be found once and only once.
[[nodiscard]] std::optional<std::uint64_t> position_in(std::string_view statement,
                                                       std::string_view message);

}  // namespace helium::session
