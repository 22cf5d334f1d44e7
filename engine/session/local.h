// Whether a server is on this machine.
#pragma once

namespace helium::session {

/// True when the socket of an open connection is a unix socket.
[[nodiscard]] bool is_local(int socket) noexcept;

}  // namespace helium::session
