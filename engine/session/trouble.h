// What servers say, made fit for people and for decisions: SQLSTATEs become a Trouble, texts lose
// their escapes and are cut to a bounded size, and a refusal of one of our own questions becomes an
// Error.
#pragma once

#include <string>
#include <string_view>

#include "session/session.h"

namespace helium::session {

/// Longest text of a server that is kept.
inline constexpr std::size_t longest_server_text = 8192;

/// A server's text without terminal escapes and cut to longest_server_text.
[[nodiscard]] std::string server_text(std::string_view raw);

/// What a SQLSTATE of the standard classes (and PostgreSQL's own) means. SOCI's own categories are
/// never asked: they are wrong for most backends.
[[nodiscard]] Trouble trouble_of_sqlstate(std::string_view sqlstate) noexcept;

/// The Error for a question of ours that the server refused. `statement` is its text, without
/// values.
[[nodiscard]] Error error_of(const ServerError& refusal, const std::string& statement);

/// The Error for a connection that could not be made. `reason` is the server's or client's own
/// text: every form of the password is removed from it.
[[nodiscard]] Error connection_error(const Url& url, std::string_view reason);

}  // namespace helium::session
