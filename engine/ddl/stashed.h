// The names of stashes, and what a stash keeps, from the statement that makes it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "helium/lexicon.h"
#include "helium/stash.h"
#include "helium/statement.h"

namespace helium::ddl {

/// How the names of all stashes begin that a migration makes.
[[nodiscard]] std::string stash_stem(const std::string& prefix, const std::string& design,
                                     std::int64_t number);

/// What a stash is of.
struct Stashed {
  Stash::Kind kind = Stash::Kind::rows;
  std::string of;  ///< the table or sequence
};

/// What these statements put into a stash; nothing where none of them makes it.
[[nodiscard]] std::optional<Stashed> stashed(const std::vector<Statement>& statements,
                                             const std::string& stash, const Lexicon& lexicon);

}  // namespace helium::ddl
