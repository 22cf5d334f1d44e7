#include <catch2/catch.hpp>
#include <cstdlib>
#include <string>

#include "dialect/dialect.h"
#include "expand/expand.h"
#include "files/files.h"
#include "folder/folder.h"
#include "helium/error.h"
#include "support/golden.h"
#include "support/places.h"
#include "unit/folder/made_folder.h"

using namespace helium;

namespace {

const char* value_of(const char* name) {
  const std::string wanted = name;
  return wanted == "HARBOR_ADMIN" ? "chief" : wanted == "HARBOR_SECRET" ? "s3cret" : nullptr;
}

// The migrations of a design of the test folder under a dialect.
struct Opened {
  explicit Opened(const std::string& design_name, const std::string& dialect_name)
      : dialect(dialect::read(dialect_name)) {
    design.name = design_name;
    design.folder = test::source_folder() + "/tests/compat/" + design_name + "/migrations";
    Target target;
    target.schema = "demo";
    target.environment = {"HARBOR_ADMIN", "HARBOR_SECRET"};
    setting = expand::setting(design, dialect, target, value_of);
  }
  [[nodiscard]] Sections sections(std::int64_t number) const {
    Migration migration;
    migration.design = design.name;
    migration.number = number;
    migration.path = design.folder + "/" + design.name + "_" + std::to_string(number) + ".lua";
    migration.text = files::read(migration.path);
    return folder::sections(migration, setting);
  }
  Design design;
  Dialect dialect;
  expand::Setting setting;
};

}  // namespace

TEST_CASE("forward, reverse and diagram are the code behind the rows that a file loads") {
  const Sections sections = Opened("harbor", "postgresql").sections(1001);
  CHECK(sections.table == "berths");
  CHECK(sections.load.size() == 3);
  REQUIRE(sections.forward.size() == 2);
  CHECK(sections.forward[0].text.rfind("CREATE TABLE demo.berths", 0) == 0);
  CHECK(sections.forward[1].text.rfind("UPDATE demo.queries", 0) == 0);
  CHECK(sections.forward[1].span.line == 42);
  REQUIRE(sections.reverse.size() == 3);
  CHECK(sections.reverse[0].text == "SELECT 1 FROM demo.berths LIMIT 1");
  CHECK(sections.reverse[0].expect.kind == Expectation::Kind::no_rows);
  REQUIRE(sections.diagram.size() == 1);
  CHECK(sections.diagram[0].text.find("\"table.berths\"") != std::string::npos);
}

TEST_CASE("an engine of an older age knows MariaDB by the name of MySQL") {
  const Sections sections = Opened("pilot", "mariadb").sections(2001);
  CHECK(sections.load.at(0).text.find("3 AS query_dialect_a30") != std::string::npos);
}

TEST_CASE(
    "compressed texts are decoded for servers that cannot, and functions of libraries left out") {
  const Sections first = Opened("harbor", "mariadb").sections(1000);
  for (const auto& statement : first.load) {
    CHECK(statement.text.find("SONAME") == std::string::npos);
    CHECK(statement.text.find("brotli_decompress(") == std::string::npos);
  }
  REQUIRE(first.findings.size() == 1);
  CHECK(first.findings[0].rule == "server_library");
  const Sections outer = Opened("harbor", "postgresql").sections(1002);
  CHECK(outer.generated.find("demo.brotli_decompress(DECODE(") != std::string::npos);
  for (const auto& statement : outer.load) {
    CHECK(statement.text.find("brotli_decompress(") == std::string::npos);
  }
  const Sections big = Opened("harbor", "postgresql").sections(1014);
  CHECK(big.forward.at(0).text.find("brotli_decompress(") == std::string::npos);
  const Sections own = Opened("harbor", "sqlite").sections(1014);
  CHECK(own.forward.at(0).text.find("BROTLI_DECOMPRESS(") != std::string::npos);
}

TEST_CASE("on Db2 sealed texts travel as values") {
  const Sections sections = Opened("harbor", "db2").sections(1001);
  CHECK(sections.load.at(0).values.size() == 2);
  CHECK(sections.load.at(0).text.find("BASE64DECODE(") == std::string::npos);
}

TEST_CASE("what a folder sends to Db2 is what was read and kept") {
  const Opened opened("harbor", "db2");
  std::string all;
  for (const int number : {1000, 1001, 1014, 1024}) {
    const Sections sections = opened.sections(number);
    const std::pair<const char*, const std::vector<Statement>*> parts[] = {
        {"load", &sections.load}, {"forward", &sections.forward}, {"reverse", &sections.reverse}};
    for (const auto& [name, statements] : parts) {
      all += "-- " + std::to_string(number) + " " + name + "\n";
      for (const Statement& statement : *statements) {
        all += statement.text + "\n;\n";
        for (const auto& value : statement.values) {
          all += "-- a value of " + std::to_string(value->size()) + " bytes\n";
        }
      }
    }
  }
  CHECK(all == test::golden("db2/harbor.sql", all));
}

TEST_CASE(
    "values from the environment are announced, and a name without one is an error at its line") {
  Opened opened("harbor", "sqlite");
  const Sections sections = opened.sections(1007);
  REQUIRE(sections.findings.size() == 2);
  CHECK(sections.findings[0].rule == "environment_stored");
  CHECK(sections.findings[0].message.find("chief") == std::string::npos);
  opened.setting.environment = {};
  try {
    (void)opened.sections(1007);
    FAIL("expanded");
  } catch (const Error& error) {
    CHECK(error.fault() == Fault::macro);
    CHECK(error.where().line == 41);
  }
  opened.setting.keep_undefined = true;
  CHECK(opened.sections(1007).forward.at(1).text.find("'${HARBOR_ADMIN}'") != std::string::npos);
}

TEST_CASE("braces that belong to a sealed text are told, not refused") {
  const Sections sections = Opened("harbor", "mysql").sections(1013);
  REQUIRE(sections.findings.size() == 1);
  CHECK(sections.findings[0].rule == "sealed_macro");
  CHECK(sections.findings[0].where.line == 33);
}

TEST_CASE("a dollar sign behind its brace is an error at its line") {
  const test::MadeFolder folder;
  folder.put("trial_1001.lua",
             "return function(engine, design_name, schema_name, cfg)\n  cfg.TABLE = 'berths'\n"
             "  return { { sql = [[\nDELETE FROM {$TABLE}\n]] } }\nend\n");
  const Dialect dialect = dialect::read("sqlite");
  const auto sections = folder::sections(folder.migration("trial_1001.lua"),
                                         folder.setting(dialect, test::target_of("")));
  REQUIRE(sections.findings.size() == 1);
  CHECK(sections.findings[0].rule == "macro_typo");
  CHECK(sections.findings[0].severity == Severity::error);
  CHECK(sections.findings[0].where.line == 4);
}
