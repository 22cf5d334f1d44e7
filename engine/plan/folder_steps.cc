#include "plan/folder_steps.h"

#include <algorithm>

#include "base/text.h"
#include "sql/quote.h"

namespace helium::plan {
namespace {

Statement ours(std::string text, Shape::Kind kind, const char* verb) {
  Statement statement;
  statement.text = std::move(text);
  statement.shape.kind = kind;
  statement.shape.verb = verb;
  statement.origin = Origin::helium;
  return statement;
}

std::string where(std::int64_t number, const char* types) {
  return " WHERE query_ref = " + std::to_string(number) + " AND query_type_a28 IN (" + types + ")";
}

// The last way down takes the table itself.
bool drops_queries(const Step& step) {
  return std::any_of(step.statements.begin(), step.statements.end(),
                     [](const Statement& statement) {
                       const auto& names = statement.shape.touches;
                       return statement.shape.verb == "DROP" &&
                              std::any_of(names.begin(), names.end(), [](const std::string& name) {
                                return base::same_word(name, "queries");
                              });
                     });
}

Statement question(const Step& step, const std::string& table) {
  const bool reverse = step.direction == Direction::reverse;
  const char* types = step.direction == Direction::load ? "1000, 1003" : "1003";
  Statement statement = ours("SELECT query_ref FROM " + table + where(step.number, types),
                             Shape::Kind::query, "SELECT");
  statement.span.file = step.path;
  const std::string name = step.design + "_" + std::to_string(step.number);
  if (reverse) {
    statement.expect = {
        Expectation::Kind::no_rows, 0,
        "the reverse of " + name +
            " did not take back its mark: its row in the queries table still has type "
            "1003"};
    return statement;
  }
  const bool load = step.direction == Direction::load;
  statement.expect = {Expectation::Kind::row_count, 1,
                      load ? "loading " + name + " did not put exactly one row of type 1000 for " +
                                 std::to_string(step.number) + " into the queries table"
                           : "the SQL of " + name +
                                 " did not mark it as applied: no row of the queries table has its "
                                 "number and type 1003"};
  return statement;
}

}  // namespace

bool is_folder(const std::string& design, const std::vector<Design>& designs) {
  return std::any_of(designs.begin(), designs.end(), [&](const Design& candidate) {
    return candidate.name == design && candidate.format == Format::folder;
  });
}

std::string queries_table(const std::string& schema, const Lexicon& lexicon) {
  return (schema.empty() ? "" : sql::quote_identifier(schema, lexicon) + ".") + "queries";
}

Built load_step(const Migration& migration, const Sections& sections, const Dialect& dialect,
                const std::string& table, Reload reload) {
  Built built;
  Step& step = built.step;
  step.design = migration.design;
  step.number = migration.number;
  step.direction = Direction::load;
  step.title = migration.title;
  step.path = migration.path;
  step.checksum = migration.checksum;
  if (reload == Reload::again) {
    step.statements.push_back(
        ours("DELETE FROM " + table + where(migration.number, "1000, 1001, 1002"), Shape::Kind::dml,
             "DELETE"));
    step.statements.back().span.file = migration.path;
  }
  step.statements.insert(step.statements.end(), sections.load.begin(), sections.load.end());
  step.transaction = bound(step.statements, sections.transaction, dialect).transaction;
  step.reversible = false;
  step.irreversible = "what was loaded is not applied yet";
  return built;
}

void expect_own_mark(Step& step, const std::string& table) {
  if (step.direction == Direction::reverse && drops_queries(step)) {
    return;
  }
  step.check_after.push_back(question(step, table));
}

}  // namespace helium::plan
