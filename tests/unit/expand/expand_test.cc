#include "expand/expand.h"

#include <catch2/catch.hpp>
#include <string>
#include <utility>
#include <vector>

#include "dialect/dialect.h"
#include "helium/error.h"
#include "support/golden.h"

using namespace helium;

namespace {

const Dialect& dialect_of(const std::string& name) {
  static std::map<std::string, Dialect> read;
  const auto found = read.find(name);
  return found != read.end() ? found->second
                             : read.emplace(name, dialect::read(name)).first->second;
}

expand::Setting setting_of(const std::string& dialect, const std::string& schema = {},
                           const std::string& outside = "x") {
  static std::string value;
  value = outside;
  Target target;
  target.schema = schema;
  target.environment = {"OUTSIDE"};
  return expand::setting({}, dialect_of(dialect), target, [](const char* name) {
    return std::string(name) == "OUTSIDE" ? value.c_str() : nullptr;
  });
}

Migration migration_of(const std::string& text) {
  Migration migration;
  migration.design = "shop";
  migration.number = 1000;
  migration.path = "shop_1000.lua";
  migration.text = text;
  return migration;
}

Sections sections_of(const std::string& text, const std::string& dialect = "sqlite") {
  return expand::sections(migration_of(text), setting_of(dialect));
}

std::string forward_text(const std::string& sql, const std::string& dialect = "sqlite",
                         const std::string& outside = "x") {
  const auto sections = expand::sections(
      migration_of("return { table = 'note', forward = { { sql = [==[" + sql + "]==] } } }"),
      setting_of(dialect, "", outside));
  std::string texts;
  for (const auto& statement : sections.forward) {
    texts += statement.text + ";";
  }
  return texts;
}

Error refusal_of(const std::string& text) {
  try {
    (void)sections_of(text);
  } catch (const Error& error) {
    return error;
  }
  FAIL("it must be refused: " + text);
  throw std::runtime_error("unreachable");
}

}  // namespace

TEST_CASE("all macros of a dialect are what they were") {
  for (const auto name : dialect_names) {
    std::string actual;
    for (const auto& macro : expand::list(setting_of(std::string(name), "shop"))) {
      actual += macro.name + " = " + macro.value + "\n";
    }
    CAPTURE(name);
    CHECK(actual == test::golden(std::string(name) + "/macros.txt", actual));
  }
}

TEST_CASE("macros become the dialect's text") {
  const std::vector<std::pair<std::string, std::string>> table = {
      {"CREATE TABLE ${TABLE} (a ${VARCHAR_77}, b ${DECIMAL_8_3})",
       "CREATE TABLE note (a varchar(77), b decimal(8,3));"},
      {"SELECT '$${x}'", "SELECT '${x}';"},
      {"SELECT ${TYPE_FORWARD_MIGRATION}", "SELECT 1000;"},
      {"SELECT 1\n${SUBQUERY_DELIMITER}\nSELECT 2", "SELECT 1;SELECT 2;"},
      {"SELECT 1; SELECT 2", "SELECT 1;SELECT 2;"},
      {"${REORG}", ""},
  };
  for (const auto& [source, expected] : table) {
    CAPTURE(source);
    CHECK(forward_text(source) == expected);
  }
}

TEST_CASE("a dollar quote's end in front of a macro is no escape") {
  CHECK(forward_text("SELECT $a$x$a$, $$${TABLE}$$", "postgresql") == "SELECT $a$x$a$, $$note$$;");
}

TEST_CASE("text from outside stays data wherever it stands") {
  const std::string evil = "a'; DROP TABLE b; --\"\\";
  CHECK(forward_text("SELECT '${OUTSIDE}'", "sqlite", evil) ==
        "SELECT 'a''; DROP TABLE b; --\"\\';");
  CHECK(forward_text("SELECT '${OUTSIDE}'", "mysql", evil) ==
        "SELECT 'a''; DROP TABLE b; --\"\\\\';");
  CHECK(forward_text("SELECT \"${OUTSIDE}\"", "sqlite", "a\"b") == "SELECT \"a\"\"b\";");
  CHECK(forward_text("SELECT ${OUTSIDE}", "sqlite", "12.5") == "SELECT 12.5;");
  for (const auto* source : {"SELECT ${OUTSIDE}", "SELECT 1 -- ${OUTSIDE}"}) {
    CAPTURE(source);
    CHECK_THROWS_AS(forward_text(source, "sqlite", "1; DROP TABLE b\n*/"), Error);
  }
  CHECK_THROWS_AS(forward_text("SELECT ${OUTSIDE}'x'", "postgresql", "E"), Error);
  CHECK_THROWS_AS(forward_text("SELECT $$ ${OUTSIDE} $$", "postgresql", "$$"), Error);
}

TEST_CASE("the schema is written before a table, in quotes when it needs them") {
  const auto text = [](const std::string& dialect, const std::string& schema) {
    return expand::sections(
               migration_of("return { forward = { { sql = 'SELECT 1 FROM ${SCHEMA}t' } } }"),
               setting_of(dialect, schema))
        .forward.at(0)
        .text;
  };
  CHECK(text("postgresql", "") == "SELECT 1 FROM t");
  CHECK(text("postgresql", "shop") == "SELECT 1 FROM shop.t");
  CHECK(text("postgresql", "my \"shop") == "SELECT 1 FROM \"my \"\"shop\".t");
  CHECK(text("postgresql", "Shop") == "SELECT 1 FROM \"Shop\".t");
  CHECK(text("mysql", "my shop") == "SELECT 1 FROM `my shop`.t");
  CHECK(text("db2", "shop") == "SELECT 1 FROM SHOP.t");
}

TEST_CASE("what is wrong is told with its place") {
  struct Case {
    const char* text;
    std::uint32_t line;
    const char* message;
    const char* hint;
  };
  const Case table[] = {
      {"return { forward = {\n { sql = [[SELECT ${INTEGR}]] } } }", 2, "unknown macro ${INTEGR}",
       "did you mean ${INTEGER}?"},
      {"return { forward = {},\n transation = 'each' }", 2, "unknown option transation",
       "did you mean transaction?"},
      {"return { forward = { { sql = '${VARCHAR_0}' } } }", 1,
       "${VARCHAR_0}: the smallest size here is 1", ""},
      {"return { forward = {\n\n { sql = [[\n  SELECT '${TABLE}]] } } }", 4,
       "${TABLE} has no value in this migration", "say table = \"...\" beside its sections"},
      {"return { macros = { A = '${B}', B = '${A}' }, forward = { { sql = '${A}' } } }", 1,
       "a macro holds itself: A -> B -> A", ""},
      {"return { reverse = {} }", 0, "the migration has no forward section", ""},
      {"return { forward = { { description = 'x' } } }", 1, "forward: an entry without sql", ""},
      {"return { forward = { { sql = ' -- x ' } } }", 1, "an entry without a statement", ""},
      {"return { forward = 5 }", 1,
       "forward: must be a function or a list of entries, not a number", ""},
      {"return {\n queries = { { sql = 'SELECT %%A%%' } } }", 2,
       "a table with queries is the oldest format of Helium folders",
       "put the folder's own database.lua beside the file: that one knows how to run it"},
      {"return { require 'database' }", 1,
       "there is no database.lua beside the file, and only the folder's own knows how to run it",
       ""},
      {"return { forward = {}, repeatable = 'yes' }", 1,
       "repeatable must be true or false, not a string", ""},
  };
  for (const auto& wrong : table) {
    CAPTURE(wrong.text);
    const Error error = refusal_of(wrong.text);
    CHECK(error.message() == wrong.message);
    CHECK(error.hint() == wrong.hint);
    CHECK(error.where().line == wrong.line);
    CHECK(error.where().file == "shop_1000.lua");
  }
}

TEST_CASE("a statement knows its way back into the file") {
  const auto sections = sections_of(
      "\xEF\xBB\xBFreturn {\r\n  table = 'note',\r\n  forward = function(queries)\r\n"
      "    table.insert(queries, {\r\n      sql = [=[\r\n        SELECT 1;\r\n"
      "        SELECT ${TABLE}.x,\r\n          y\r\n      ]=] })\r\n  end }");
  REQUIRE(sections.forward.size() == 2);
  const Statement& second = sections.forward[1];
  CHECK(second.text == "SELECT note.x,\n          y");
  CHECK(second.span.line == 7);
  CHECK(second.span.column == 9);
  CHECK(place_of(second, 7).column == 16);   // the macro
  CHECK(place_of(second, 12).column == 25);  // x, behind the macro
  CHECK(place_of(second, 25).line == 8);     // y
  CHECK(place_of(second, 25).column == 11);
}

TEST_CASE("identical texts map to their own places in order") {
  const auto sections = sections_of(
      "return { forward = function(q)\n table.insert(q, { sql = 'SELECT 1' })\n"
      " table.insert(q, { sql = 'SELECT 1' })\n end }");
  REQUIRE(sections.forward.size() == 2);
  CHECK(sections.forward[0].span.line == 2);
  CHECK(sections.forward[1].span.line == 3);
}

TEST_CASE("an option among the details of an operation counts") {
  const auto sections = sections_of(
      "return { forward = function(queries)\n"
      "queries:add_index('item', { columns = { 'id' }, online = true })\n"
      "end }");
  CHECK(sections.online);
}

TEST_CASE("options become values") {
  const auto sections = sections_of(
      "return { transaction = 'each', timeout = '20s', lock_timeout = 1.5, tags = { 'a', 'b' },\n"
      "requires = 'shop_999', irreversible = 'no way', repeatable = true, online = true,\n"
      "check = { before = 'SELECT 1', after = { 'SELECT 2', 'SELECT 3' } },\n"
      "forward = { { sql = 'SELECT 4', expect = 3 }, { sql = 'SELECT 5', reverse = 'SELECT 6' } } "
      "}");
  CHECK(sections.transaction == TransactionWish::each);
  CHECK(sections.limits.statement_timeout == std::chrono::seconds(20));
  CHECK(sections.limits.lock_timeout == std::chrono::milliseconds(1500));
  CHECK(sections.requires_ == std::vector<std::string>{"shop_999"});
  CHECK(sections.check_after.size() == 2);
  CHECK(sections.check_before.at(0).expect.kind == Expectation::Kind::no_rows);
  CHECK(sections.forward.at(0).expect.rows == 3);
  CHECK_FALSE(sections.has_reverse);
}

TEST_CASE("entries that all carry their way back make the reverse section") {
  const auto sections = sections_of(
      "return { forward = { { sql = 'SELECT 1', reverse = 'SELECT -1' },"
      " { sql = 'SELECT 2', reverse = 'SELECT -2' } } }");
  REQUIRE(sections.has_reverse);
  CHECK(sections.reverse.at(0).text == "SELECT -2");
  CHECK(sections.reverse.at(1).text == "SELECT -1");
}

TEST_CASE("DROP_CHECK is a barrier on every dialect") {
  for (const auto name : dialect_names) {
    CAPTURE(name);
    const auto sections = sections_of(
        "return { table = 'note', forward = { { sql = '${DROP_CHECK}' } } }", std::string(name));
    REQUIRE(sections.forward.size() == 1);
    const bool warns = name == "mysql" || name == "mariadb";
    CHECK(sections.forward[0].expect.kind ==
          (warns ? Expectation::Kind::no_warning : Expectation::Kind::no_rows));
  }
}

TEST_CASE("the hash of the macros follows the environment") {
  const auto one = setting_of("sqlite", "", "a");
  const auto two = setting_of("sqlite", "", "b");
  CHECK(one.macros_hash != two.macros_hash);
  CHECK(one.macros_hash == setting_of("sqlite", "", "a").macros_hash);
}

TEST_CASE("a literal too long for DB2 travels as a value, and places stay right") {
  const std::string text(40000, 'x');
  const auto sections = sections_of(
      "return { forward = { { sql = [[INSERT INTO a VALUES ('it''s" + text + "', wrong)]] } } }",
      "db2");
  const Statement& statement = sections.forward.at(0);
  CHECK(statement.text == "INSERT INTO a VALUES (?, wrong)");
  REQUIRE(statement.values.size() == 1);
  CHECK(statement.values[0] == "it's" + text);
  const auto column = place_of(statement, statement.text.find("wrong")).column;
  CHECK(column == 32 + 22 + 40000 + 9);
  CHECK(sections_of("return { forward = { { sql = [[SELECT '" + text + "']] } } }", "sqlite")
            .forward.at(0)
            .values.empty());
}

TEST_CASE("Migrations that are expanded side by side give what each gives alone") {
  const expand::Setting setting = setting_of("sqlite");
  std::vector<Migration> migrations;
  for (int i = 0; i < 100; ++i) {
    migrations.push_back(
        migration_of("return { forward = { { sql = 'SELECT " + std::to_string(i) + "' } } }"));
  }
  std::vector<expand::Job> jobs;
  for (const Migration& migration : migrations) {
    jobs.push_back({&migration, &setting, {}, {}});
  }
  expand::side_by_side(jobs);
  for (std::size_t i = 0; i < jobs.size(); ++i) {
    REQUIRE_FALSE(jobs[i].failure);
    CHECK(jobs[i].sections.forward.at(0).text == "SELECT " + std::to_string(i));
  }
  migrations[40].text = "return nothing.here";
  jobs[40] = {&migrations[40], &setting, {}, {}};
  expand::side_by_side(jobs);
  REQUIRE(jobs[40].failure);
  CHECK_THROWS_AS(std::rethrow_exception(jobs[40].failure), Error);
}
