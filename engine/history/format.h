// The format of the ledger that lies in a database.
#pragma once

#include <optional>

#include "history/words.h"
#include "session/session.h"

namespace helium::history {

/// The stored format; nothing when there is no ledger, or when its making was broken off.
[[nodiscard]] std::optional<int> stored_format(session::Session& session, const Words& words);

/// Throws Error(refused) for a format that this build does not know.
void refuse_newer(int format);

/// True when a question failed because its table, or the table's schema, is not there.
[[nodiscard]] bool table_is_missing(const Words& words, const Error& error);

/// True when `word` is one of the blank-separated words of the dialect's text `key`.
[[nodiscard]] bool listed(const Words& words, std::string_view key, const std::string& word);

}  // namespace helium::history
