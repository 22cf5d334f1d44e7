#include "session/mysql_words.h"

#include <algorithm>
#include <utility>

#include "base/text.h"

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

namespace {

constexpr std::string_view opening = "near '";
constexpr std::string_view closing = "' at line ";

// What stands between these two: where it begins in the message, and its end.
std::optional<std::pair<std::size_t, std::size_t>> near_in(std::string_view message) {
  const std::size_t begin = message.find(opening);
  const std::size_t end = message.rfind(closing);
  if (begin == std::string_view::npos || end == std::string_view::npos ||
      end < begin + opening.size()) {
    return std::nullopt;
  }
  return std::pair(begin + opening.size(), end);
}

// How much of what the server shows is the end of the statement; nothing where it shows no end.
std::optional<std::size_t> end_shown(std::string_view statement, std::string_view near) {
  for (std::size_t length = std::min(near.size(), statement.size()) + 1; length-- > 0;) {
    const std::string_view rest = near.substr(length);
    const bool cut = rest.empty() || rest.starts_with("\n;") || (length == 0 && rest[0] == ';');
    if (cut && statement.ends_with(near.substr(0, length))) {
      return length;
    }
  }
  return std::nullopt;
}

}  // namespace

bool is_foreseen(const Statement& statement, std::string_view code) {
  return code == "1826" && statement.pair != 0 &&
         statement.text.find("ADD CONSTRAINT IF NOT EXISTS") != std::string::npos;
}

bool is_left_out(std::string_view code) noexcept {
  return code == "1684" || code == "1205";
}

std::string own_words(std::string_view statement, const std::string& message) {
  const auto shown = near_in(message);
  if (!shown) {
    return message;
  }
  const std::string said = base::printable(statement);
  const std::string near = message.substr(shown->first, shown->second - shown->first);
  const auto length = end_shown(said, near);
  if (!length || *length == near.size()) {
    return message;
  }
  const std::string before = message.substr(0, shown->first) + near.substr(0, *length);
  // Behind its last line the server counts on in what is not the author's.
  return *length == 0 ? before + std::string(closing) +
                            std::to_string(1 + std::count(said.begin(), said.end(), '\n'))
                      : before + message.substr(shown->second);
}

std::optional<std::uint64_t> position_in(std::string_view statement, std::string_view message) {
  const auto shown = near_in(message);
  if (!shown) {
    return std::nullopt;
  }
  // The server shows at most 80 bytes of what follows the error.
  constexpr std::size_t most = 80;
  std::string_view near = message.substr(shown->first, shown->second - shown->first);
  if (near.size() < most && statement.ends_with(near)) {
    return statement.size() - near.size();
  }
  near = near.substr(0, near.find('\n'));
  const std::size_t found = near.empty() ? std::string_view::npos : statement.find(near);
  const bool once =
      found != std::string_view::npos && statement.find(near, found + 1) == std::string_view::npos;
  return once ? std::optional<std::uint64_t>(found) : std::nullopt;
}

}  // namespace helium::session
