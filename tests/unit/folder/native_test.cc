#include "folder/native.h"

#include <catch2/catch.hpp>
#include <string>

#include "dialect/dialect.h"
#include "files/files.h"
#include "folder/folder.h"
#include "helium/error.h"
#include "support/places.h"
#include "unit/folder/made_folder.h"

using namespace helium;

using test::MadeFolder;
using test::target_of;
using test::value_of;

namespace {

const std::string harbor = test::source_folder() + "/tests/compat/harbor/migrations";

}  // namespace

TEST_CASE("the native engine gives the bytes of the folder's own Lua") {
  for (const char* name : {"postgresql", "mysql", "mariadb", "sqlite", "db2"}) {
    const Dialect dialect = dialect::read(name);
    const Target target = target_of("demo");
    Design design;
    design.name = "harbor";
    design.folder = harbor;
    const expand::Setting setting = expand::setting(design, dialect, target, value_of);
    expand::Setting stood_in = setting;
    stood_in.stand_in = folder::stand_in(setting);
    REQUIRE(stood_in.stand_in != nullptr);
    for (const int number : {1000, 1007, 1014, 1024}) {  // compat_native takes every file
      Migration migration;
      migration.design = design.name;
      migration.path = harbor + "/harbor_" + std::to_string(number) + ".lua";
      migration.text = files::read(migration.path);
      CAPTURE(name, number);
      const auto theirs = folder::generated(migration, setting);
      const auto ours = folder::generated(migration, stood_in);
      CHECK(ours.text == theirs.text);
      CHECK(ours.templates == theirs.templates);
      CHECK(ours.table == theirs.table);
      CHECK(ours.environment == theirs.environment);
    }
  }
}

TEST_CASE("a database.lua with other bytes is not stood in for, whatever it does otherwise") {
  const struct {
    const char* from;
    const char* to;
  } changes[] = {{"#blanks + 4", "#blanks + 2"},
                 {"#content > 1024", "#content >= 1024"},
                 {"\"  \"):rep", "\"    \"):rep"},
                 {"macros.DIALECT = dialects[engine]", "macros.DIALECT = macros.DIALECT or 1"},
                 {"for level = 1, 5 do", "for level = 1, 2 do"},
                 {"brotli.compress(data, 11)", "brotli.compress(data, 4)"}};
  const Dialect dialect = dialect::read("postgresql");
  const Target target = target_of("demo");
  for (const auto& [from, to] : changes) {
    CAPTURE(from);
    const MadeFolder folder;
    folder.take(harbor);
    std::string text = files::read(files::join(harbor, "database.lua"));
    REQUIRE(text.find(from) != std::string::npos);
    text.replace(text.find(from), std::string(from).size(), to);
    folder.put("database.lua", text);
    const bool frame = std::string(from).find("DIALECT") != std::string::npos;
    // A macro that the frame leaves to the migration is no other rule: it is found out and kept.
    CHECK((folder::stand_in(folder.setting(dialect, target)) == nullptr) == !frame);
  }
}

TEST_CASE("a database.lua that gives no text is not stood in for") {
  const Dialect dialect = dialect::read("sqlite");
  const Target target = target_of("demo");
  for (const char* gives : {"return {}", "return nil", "return 5"}) {
    CAPTURE(gives);
    const MadeFolder folder;
    folder.put("database.lua", std::string("local d = { engines = { sqlite = true }, defaults = { "
                                           "sqlite = {} } }\nfunction d:run_migration() ") +
                                   gives + " end\nreturn d\n");
    CHECK(folder::stand_in(folder.setting(dialect, target)) == nullptr);
  }
}

TEST_CASE("a folder without database.lua gets Helium's own macros and the same rules") {
  const MadeFolder folder;
  folder.put("trial_1000.lua", R"lua(return function(engine, design_name, schema_name, cfg)
  local queries = {}
  cfg.TABLE = "berths"
  cfg.MIGRATION = "1000"
  cfg.TIMEOUT = "1" -- of the frame: not the migration's to change
  table.insert(queries, { sql = [[
    INSERT INTO ${SCHEMA}${QUERIES} (code) VALUES (${TIMEOUT}, '${HARBOR_ADMIN}', ${DIALECT},
      [=[
        CREATE TABLE ${SCHEMA}${TABLE} (
          name ${VARCHAR_100}
        )
      ]=]
    );
  ]] })
  table.insert(queries, { sql = "SELECT " .. cfg.INTEGER .. " AS '" .. engine .. "'" })
  return queries
end
)lua");
  const Dialect dialect = dialect::read("postgresql");
  const auto made = folder::generated(folder.migration("trial_1000.lua"),
                                      folder.setting(dialect, target_of("demo")));
  CHECK(made.text == R"(INSERT INTO demo.queries (code) VALUES (5000, 'chief', 1,
CONVERT_FROM(DECODE('CkNSRUFURSBUQUJMRSBkZW1vLmJlcnRocyAoCm5hbWUgdmFyY2hhcigxMDApCikK', 'base64'), 'UTF8')
);
-- QUERY DELIMITER
SELECT integer AS 'postgresql'
)");
  CHECK(made.table == "berths");
  CHECK(made.environment == std::vector<std::string>{"HARBOR_ADMIN"});
}

TEST_CASE("macros that double each other are refused, not put in until memory is gone") {
  const MadeFolder folder;
  std::string text = "return function(engine, design_name, schema_name, cfg)\n";
  for (char name = 'A'; name < 'F'; ++name) {
    text +=
        std::string("  cfg.") + name + " = ('${" + static_cast<char>(name + 1) + "}'):rep(200)\n";
  }
  folder.put("trial_1000.lua", text + "  return { { sql = '${A}' } }\nend\n");
  const Dialect dialect = dialect::read("sqlite");
  const expand::Setting setting = folder.setting(dialect, target_of(""));
  CHECK_THROWS_AS(folder::generated(folder.migration("trial_1000.lua"), setting), Error);
}
