#include "folder/lint.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "base/text.h"
#include "folder/deeds.h"
#include "folder/rows.h"
#include "sql/words.h"

namespace helium::folder {
namespace {

class Linting {
 public:
  Linting(const Migration& migration, const Sections& sections, const Dialect& dialect)
      : migration_(migration), sections_(sections), dialect_(dialect) {}

  Findings run() {
    if (sections_.load.empty()) {
      tell("empty", Severity::error, {.file = migration_.path},
           "nothing is made for " + dialect_.name + ": the list of queries is empty",
           "give this engine an arm of its own, or write the SQL so that it needs none");
      return std::move(findings_);
    }
    delimiters();
    rows();
    for (const auto* part : {&sections_.load, &sections_.forward, &sections_.reverse}) {
      alterations(*part);
      reorganised(*part);
    }
    mirror();
    return std::move(findings_);
  }

 private:
  void tell(const char* rule, Severity severity, Span where, std::string message,
            std::string hint) {
    Finding finding{.rule = rule,
                    .severity = severity,
                    .where = std::move(where),
                    .message = std::move(message),
                    .hint = std::move(hint),
                    .source_line = {}};
    finding.source_line = base::line_of(migration_.text, finding.where.line);
    findings_.push_back(std::move(finding));
  }

  void delimiters() {
    std::uint32_t line = 0;
    for (std::size_t at = 0; at < migration_.text.size();) {
      const std::size_t end = std::min(migration_.text.find('\n', at), migration_.text.size());
      const std::string_view text(migration_.text.data() + at, end - at);
      const std::string_view content = base::trimmed(text);
      const bool delimiter = content == "${SUBQUERY_DELIMITER}" ||
                             content == "-- SUBQUERY DELIMITER" || content == "-- QUERY DELIMITER";
      ++line;
      if (delimiter && content.data() + content.size() != text.data() + text.size()) {
        tell("delimiter", Severity::warning,
             {.file = migration_.path,
              .line = line,
              .column = static_cast<std::uint32_t>(content.data() - text.data()) + 1},
             text.back() == '\r' ? "a carriage return stands behind the delimiter"
                                 : "blanks stand behind the delimiter",
             "take them away: other runtimes do not cut there and send two statements as one");
      }
      at = end + 1;
    }
  }

  // The table holds one row for each number and type.
  void rows() {
    std::set<std::pair<std::int64_t, std::int64_t>> seen;
    for (const auto* part : {&sections_.load, &sections_.forward}) {
      for (const Statement& statement : *part) {
        for (const QueryRow& row : rows_of(statement.text, dialect_.lexicon)) {
          if (row.ref && row.type && !seen.emplace(*row.ref, *row.type).second) {
            tell("duplicate_row", Severity::error, statement.span,
                 "a second row with query_ref " + std::to_string(*row.ref) + " and type " +
                     std::to_string(*row.type) + ": the queries table takes one",
                 "engine arms must exclude each other: ==, not ~=");
          }
        }
      }
    }
  }

  void alterations(const std::vector<Statement>& statements) {
    if (dialect_.name != "sqlite") {
      return;
    }
    for (const Statement& statement : statements) {
      const Deeds deeds = deeds_of({statement}, dialect_.lexicon);
      const auto changes = std::max(deeds.created.size(), deeds.dropped.size());
      if (statement.shape.verb == "ALTER" && changes > 1) {
        tell("several_columns", Severity::error, statement.span,
             "SQLite takes one change in each ALTER TABLE, here are " + std::to_string(changes),
             "write one ALTER TABLE for each, with ${SUBQUERY_DELIMITER} between them");
      }
    }
  }

  // Db2 refuses a table with a dropped column until REORG was called; it says so in what runs next.
  void reorganised(const std::vector<Statement>& statements) {
    const Statement* dropping = nullptr;
    for (const Statement& statement : statements) {
      const Things dropped = deeds_of({statement}, dialect_.lexicon).dropped;
      const bool column = std::any_of(dropped.begin(), dropped.end(), [](const auto& one) {
        return one.first.kind == Thing::Kind::column;
      });
      const bool reorg = base::upper(statement.text).find("REORG") != std::string::npos;
      dropping = reorg ? nullptr : column ? &statement : dropping;
    }
    if (dialect_.name == "db2" && dropping != nullptr) {
      tell("reorg", Severity::warning, dropping->span,
           "Db2 keeps the table closed after DROP COLUMN, and nothing here opens it again",
           "put ${REORG} behind it, with ${SUBQUERY_DELIMITER} between them");
    }
  }

  // Each thing that one section makes, the other takes away; where names move, nobody can tell.
  void mirror() {
    std::vector<Statement> statements = sections_.forward;
    if (sections_.applied_by_load) {
      statements.insert(statements.end(), sections_.load.begin(), sections_.load.end());
    }
    const Deeds there = deeds_of(statements, dialect_.lexicon);
    const Deeds back = deeds_of(sections_.reverse, dialect_.lexicon);
    if (!sections_.has_reverse || there.renames || back.renames) {
      return;
    }
    for (const auto& [thing, where] : there.created) {
      if (!taken_away(thing, back) && !holds(there.dropped, thing)) {
        asymmetric(where, "forward creates " + name_of(thing) + ", the reverse does not drop it");
      }
    }
    for (const auto& [thing, where] : back.dropped) {
      if (!holds(there.created, thing) && !holds(there.dropped, thing) &&
          !holds(back.created, thing)) {
        asymmetric(where, "the reverse drops " + name_of(thing) + ", forward did not create it");
      }
    }
    if (sections_.applied_by_load) {
      return;  // its rows go with the table
    }
    for (const auto& [table, where] : there.filled) {
      if (!holds(back.emptied, table) && !taken_away(table, back)) {
        asymmetric(where, "forward inserts into " + name_of(table) +
                              ", the reverse deletes nothing there");
      }
    }
    for (const auto& [table, where] : back.emptied) {
      if (!holds(there.filled, table)) {
        asymmetric(where, "the reverse deletes from " + name_of(table) +
                              ", forward inserted nothing there");
      }
    }
  }

  // An index is dropped with the name of its table or without, as the dialect has it.
  static bool holds(const Things& things, const Thing& wanted) {
    return std::any_of(things.begin(), things.end(), [&](const auto& one) {
      const bool index = wanted.kind == Thing::Kind::index;
      return one.first == wanted ||
             (index && one.first.kind == wanted.kind && one.first.name == wanted.name);
    });
  }

  static bool taken_away(const Thing& thing, const Deeds& back) {
    return holds(back.dropped, thing) ||
           holds(back.dropped, {.kind = Thing::Kind::table, .table = {}, .name = thing.table});
  }

  void asymmetric(const Span& where, const std::string& message) {
    tell("asymmetric", Severity::warning, where, message,
         "the reverse is to be the exact mirror of forward; Db2 refuses a DELETE of nothing");
  }

  const Migration& migration_;
  const Sections& sections_;
  const Dialect& dialect_;
  Findings findings_;
};

}  // namespace

Findings lint(const Migration& migration, const Sections& sections, const Dialect& dialect) {
  return Linting(migration, sections, dialect).run();
}

}  // namespace helium::folder
