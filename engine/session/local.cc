#include "session/local.h"

#include <sys/socket.h>

namespace helium::session {

bool is_local(int socket) noexcept {
  sockaddr_storage mine{};
  socklen_t size = sizeof mine;
  return ::getsockname(socket, reinterpret_cast<sockaddr*>(&mine), &size) == 0 &&
         mine.ss_family == AF_UNIX;
}

}  // namespace helium::session
