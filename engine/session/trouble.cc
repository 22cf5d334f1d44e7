#include "session/trouble.h"

#include <array>

#include "base/log.h"
#include "base/text.h"

namespace helium::session {
namespace {

struct Meaning {
  std::string_view sqlstate;
  Trouble trouble;
};

constexpr Meaning meanings[] = {
    {"23505", Trouble::unique_violation}, {"55P03", Trouble::lock_timeout},
    {"40P01", Trouble::deadlock},         {"40001", Trouble::deadlock},
    {"57014", Trouble::cancelled},        {"25006", Trouble::read_only},
    {"57P01", Trouble::connection_lost},  {"57P02", Trouble::connection_lost},
    {"57P03", Trouble::connection_lost},  {"57P05", Trouble::connection_lost},
    {"25P03", Trouble::connection_lost},
};

Fault fault_of(Trouble trouble) noexcept {
  switch (trouble) {
    case Trouble::lock_timeout:
    case Trouble::deadlock:
    case Trouble::left_out:
      return Fault::busy;
    case Trouble::read_only:
      return Fault::refused;
    case Trouble::cancelled:
      return Fault::cancelled;
    case Trouble::connection_lost:
      return Fault::connection;
    case Trouble::other:
    case Trouble::unique_violation:
    case Trouble::statement_timeout:
    case Trouble::expectation:
    case Trouble::transaction_ended:
    case Trouble::rolled_back:
      return Fault::database;
  }
  return Fault::database;
}

}  // namespace

std::string server_text(std::string_view raw) {
  const bool cut = raw.size() > longest_server_text;
  std::string_view kept = base::trimmed(raw.substr(0, longest_server_text));
  // A character cut in two would show as escapes: step back to its first byte.
  while (cut && !kept.empty() && (static_cast<unsigned char>(kept.back()) & 0x80U) != 0) {
    kept.remove_suffix(1);
  }
  return base::printable(kept) + (cut ? " ..." : "");
}

Trouble trouble_of_sqlstate(std::string_view sqlstate) noexcept {
  for (const Meaning& meaning : meanings) {
    if (meaning.sqlstate == sqlstate) {
      return meaning.trouble;
    }
  }
  return sqlstate.substr(0, 2) == "08" ? Trouble::connection_lost : Trouble::other;
}

Error error_of(const ServerError& refusal, const std::string& statement) {
  Error error = Error(fault_of(refusal.trouble), base::redacted(refusal.message))
                    .saying(refusal.sqlstate, refusal.native_code)
                    .running(statement);
  return refusal.trouble == Trouble::connection_lost ? error.losing_connection() : error;
}

Error connection_error(const Url& url, std::string_view reason) {
  base::hide(url.password.reveal());
  return Error(Fault::connection,
               "cannot connect to " + url.shown() + ": " + base::redacted(server_text(reason)))
      .hinting("check the URL and its password; up --wait 60s waits for a server that is starting");
}

}  // namespace helium::session
