#include "history/format.h"

#include <charconv>
#include <sstream>

#include "helium/error.h"
#include "helium/version.h"

namespace helium::history {

bool table_is_missing(const Words& words, const Error& error) {
  if (listed(words, "missing_states", error.sqlstate())) {
    return true;
  }
  const std::string said = words.text("missing_message");
  return !said.empty() && error.message().find(said) != std::string::npos;
}

bool listed(const Words& words, std::string_view key, const std::string& word) {
  std::istringstream list(words.text(key));
  std::string one;
  while (list >> one) {
    if (one == word) {
      return true;
    }
  }
  return false;
}

std::optional<int> stored_format(session::Session& session, const Words& words) {
  session::Rows rows;
  try {
    rows =
        session.ask({"SELECT value FROM " + words.table("info") + " WHERE name = :v1", {"format"}});
  } catch (const Error& error) {
    if (!table_is_missing(words, error)) {
      throw;
    }
    return std::nullopt;
  }
  if (rows.rows.empty()) {
    return std::nullopt;
  }
  const std::string word = rows.rows.front().at(0).value_or("");
  int format = 0;
  const auto read = std::from_chars(word.data(), word.data() + word.size(), format);
  if (read.ec != std::errc() || read.ptr != word.data() + word.size() || format < 0) {
    throw Error(Fault::refused, "the ledger's format is not a number");
  }
  return format;
}

void refuse_newer(int format) {
  if (format > ledger_format) {
    throw Error(Fault::refused,
                "the ledger has format " + std::to_string(format) + ", which this helium " +
                    version() + " does not know (it knows " + std::to_string(ledger_format) + ")")
        .hinting("use the newer helium that wrote it; nothing was changed");
  }
}

}  // namespace helium::history
