#include "session/mysql_words.h"

#include <cstdlib>

namespace helium::session {

Trouble trouble_of_mysql(unsigned number) noexcept {
  switch (number) {
    case 1062:
    case 1586:
      return Trouble::unique_violation;
    case 1205:
    case 3572:
      return Trouble::lock_timeout;
    case 1213:
      return Trouble::deadlock;
    case 1969:
    case 3024:
      return Trouble::statement_timeout;
    case 1317:
      return Trouble::cancelled;
    case 1290:
    case 1792:
    case 1836:
      return Trouble::read_only;
    default:
      return is_lost_line(number) ? Trouble::connection_lost : Trouble::other;
  }
}

bool is_lost_line(unsigned number) noexcept {
  switch (number) {
    case 1053:  // server shutdown
    case 1927:  // connection was killed
    case 2006:
    case 2013:
    case 2055:
    case 4031:
      return true;
    default:
      return false;
  }
}

std::optional<std::uint64_t> position_in(std::string_view statement, std::string_view message) {
  constexpr std::string_view opening = "near '";
  constexpr std::string_view closing = "' at line ";
  const std::size_t begin = message.find(opening);
  const std::size_t end = message.rfind(closing);
  if (begin == std::string_view::npos || end == std::string_view::npos || end < begin) {
    return std::nullopt;
  }
  // The server shows at most 80 bytes of what follows the error; in a packet that runs on into the
  // next statement, so only the first line of it is looked for.
  std::string_view near = message.substr(begin + opening.size(), end - begin - opening.size());
  near = near.substr(0, near.find('\n'));
  if (near.empty()) {
    return statement.size();
  }
  const std::size_t found = statement.find(near);
  const bool once =
      found != std::string_view::npos && statement.find(near, found + 1) == std::string_view::npos;
  return once ? std::optional<std::uint64_t>(found) : std::nullopt;
}

}  // namespace helium::session
