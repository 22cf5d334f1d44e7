// One side of a comparison: a fresh place on a server, a schema in it, and two judges of what it
// is.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "diff/diff.h"
#include "helium/dialect.h"
#include "support/servers.h"

namespace helium::test {

/// One case of a .pairs file:
///
///   === title
///   statements of the current schema
///   --- desired
///   statements of the desired one
///   --- renames          (may be left out: `table.old=new` or `table=new`, a line each)
///   --- notes            (may be left out: what diff says that it does not compare, a line each)
///   --- one way          (may be left out: the way back is not asked for)
struct Pair {
  std::string title;
  std::string place;  ///< file:line
  std::string current;
  std::string desired;
  diff::Renames renames;
  std::vector<std::string> notes;
  bool one_way = false;

  [[nodiscard]] diff::Renames renames_back() const;
};

/// The pairs of a dialect; MySQL has MariaDB's too.
[[nodiscard]] std::vector<Pair> pairs_of(const std::string& dialect);

/// The lines of a text in order, without what a client puts around them: tables whose keys stand in
/// another order say the same.
[[nodiscard]] std::string sorted(const std::string& text);

class Side {
 public:
  explicit Side(const LiveServer& server);

  /// Runs the statements of a text.
  void load(const std::string& text);
  [[nodiscard]] Schema inspect();
  /// Every statement that makes this schema from nothing, by our catalog and renderer.
  [[nodiscard]] std::string text();
  /// The schema in the server's own words: pg_dump, SHOW CREATE, the pragmas of SQLite.
  [[nodiscard]] std::string words();
  /// Runs what `changes` are in SQL on a schema that is as `before`; returns the statements.
  std::string apply(const Changes& changes, const Schema& before);
  [[nodiscard]] session::Session& session() { return *session_; }
  [[nodiscard]] const TempSchema& place() const noexcept { return place_; }

 private:
  [[nodiscard]] std::string postgresql_words();
  [[nodiscard]] std::string mysql_words();
  [[nodiscard]] std::string sqlite_words();

  TempSchema place_;
  std::unique_ptr<session::Session> session_;
  Dialect dialect_;
};

}  // namespace helium::test
