// A kind of database, as its six files in dialects/<name>/ describe it. Text and facts only: what
// is done about them is decided in C++.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "helium/lexicon.h"
#include "helium/macro.h"

namespace helium {

/// Named texts of a dialect: SQL templates and words, by key.
using Texts = std::map<std::string, std::string, std::less<>>;

struct Traits {
  bool ddl_in_transaction = true;  ///< default transaction class is whole; else each
  bool schemas = true;             ///< a database holds several schemas (false: SQLite)
  bool session_lock = true;        ///< has an advisory lock (PostgreSQL, MySQL, MariaDB)
  bool upper_case_names = false;   ///< unquoted names are folded to upper case (DB2)
  std::uint32_t literal_bytes =
      0;  ///< longest string literal; 0: no limit that matters (DB2: 32672)
};

struct Dialect {
  std::string name;  ///< postgresql, mysql, mariadb, sqlite, db2
  Lexicon lexicon;
  Traits traits;
  MacroTable macros;  ///< dialects/<name>/macros.lua over macros/
  Texts types;        ///< portable type -> this dialect's, with {n}, {p}, {s} for sizes
  Texts history;      ///< ledger texts, keys in history/texts.h
  Texts locks;        ///< session lock: try, release, holder, ...
  Texts catalog;  ///< fingerprint of objects, read-only questions, existence of schema and tables
};

/// The five names, in the order in which lists show them.
inline constexpr std::string_view dialect_names[] = {"postgresql", "mysql", "mariadb", "sqlite",
                                                     "db2"};

}  // namespace helium
