// Reads what a database holds.
//
// Each dialect's catalog.lua has one question for each kind of object (inspect_tables,
// inspect_columns, ...); their answers have the same columns on every dialect, so one reader makes
// a Schema of them. The number of questions does not depend on the number of tables. SQLite answers
// one question only: its catalog is the text of the statements that made it.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "helium/dialect.h"
#include "helium/digests.h"
#include "helium/schema.h"
#include "session/session.h"

namespace helium::catalog {

/// What is read, and what is left out.
struct Scope {
  std::string schema;  ///< as the server knows it; not used on SQLite
  std::string prefix;  ///< our own tables begin with it and are not part of the schema
  std::optional<std::set<std::string>> only;  ///< the tables that are wanted; unset: all
};

/// Whether the server tells what it holds: all do but Derby, which speaks Db2 and has no SYSCAT.
[[nodiscard]] bool readable(const session::Session& session);

/// Digests of what is there, in one question; their `of` is empty where the dialect has none. Where
/// only some tables are wanted, there may be those of others too.
[[nodiscard]] Digests digests(session::Session& session, const Dialect& dialect,
                              const Scope& scope);

/// The mark of the digests that would be asked now: first the mark, then they. Empty where the
/// dialect has none. Where it is not the one that is `known`, it may be told in part.
[[nodiscard]] std::string mark(session::Session& session, const Dialect& dialect,
                               const Scope& scope, const std::string& known = {});

/// A word of the server's that is the same for as long as no transaction of anybody's ends, so that
/// what was read between two of them is one state. Empty where the dialect has none.
[[nodiscard]] std::string moment(session::Session& session, const Dialect& dialect);

/// Whether it is that moment still; not known, and so false, where it is empty.
[[nodiscard]] bool still(session::Session& session, const Dialect& dialect,
                         const std::string& moment);

/// Whether both say the same of these tables and of everything that is no table.
[[nodiscard]] bool same(const Digests& a, const Digests& b, const std::set<std::string>& tables);

/// The names of tables that only one of them has, or whose digests are two.
[[nodiscard]] std::set<std::string> differing(const Digests& a, const Digests& b);

/// By name of a table, view, trigger or routine: who stands behind it and when it was changed, in
/// words, as far as the server tells.
[[nodiscard]] std::map<std::string, std::string> traces(session::Session& session,
                                                        const Dialect& dialect, const Scope& scope);

/// The collation of tables that say none, where the dialect has one for each schema; else empty.
/// Throws as inspect.
[[nodiscard]] std::string own_collation(session::Session& session, const Dialect& dialect,
                                        const Scope& scope);

/// What was answered, by the kind of object that was asked for ("views").
using Answers = std::map<std::string, session::Rows, std::less<>>;

/// Asks for everything that is no table of its own, on another connection: `session` may be busy
/// meanwhile. Nothing where there is no other connection, or it was refused something.
[[nodiscard]] Answers asked_beside(const session::Session& session, const Dialect& dialect,
                                   const Scope& scope);

/// The schema as it is now; what is among the answers is not asked again. Throws Error(database)
/// when a question is refused (the message names the right that is missing), Error(connection).
[[nodiscard]] Schema inspect(session::Session& session, const Dialect& dialect, const Scope& scope,
                             const Answers& answers = {});

}  // namespace helium::catalog
