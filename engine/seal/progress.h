// Hashes of statement lists: what resume compares before it goes on.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "helium/statement.h"

namespace helium::seal {

/// The running hash over the first `count` statements; "" for none.
[[nodiscard]] std::string progress_hash(const std::vector<Statement>& statements,
                                        std::uint32_t count);

/// The running hash one statement further.
[[nodiscard]] std::string progress_after(const std::string& before, const Statement& next);

/// A short hash of one statement's text: enough to say which one changed, never to prove equality.
[[nodiscard]] std::string short_hash(const Statement& statement);

}  // namespace helium::seal
