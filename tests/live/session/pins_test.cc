// What a server's administrator set does not change what a migration means.
#include "base/text.h"
#include "live/session/bench.h"

using namespace helium;
using namespace helium::test;

TEST_CASE("PostgreSQL: settings of role and database do not reach the session") {
  for (const LiveServer& server : servers({"postgresql"})) {
    const Bench bench(server);
    const std::string role = bench.value("SELECT current_user::text AS name");
    const std::vector<std::pair<std::string, std::string>> hostile = {
        {"TimeZone", "Asia/Tokyo"},
        {"standard_conforming_strings", "off"},
        {"DateStyle", "SQL, DMY"},
        {"IntervalStyle", "iso_8601"},
        {"bytea_output", "escape"},
        {"default_transaction_isolation", "serializable"},
        {"search_path", "public"},
        {"statement_timeout", "250"},  // the client's own first words must get through
        {"lock_timeout", "250"},
        {"transform_null_equals", "on"},
        {"quote_all_identifiers", "on"},
        {"check_function_bodies", "off"},
        {"default_transaction_deferrable", "on"},
        {"client_min_messages", "error"},
    };
    // For this database alone, so that tests beside this one do not meet it longer than a moment.
    for (const auto& [name, value] : hostile) {
      bench.run("ALTER ROLE " + role + " IN DATABASE helium SET " + name + " = '" + value + "'");
    }
    std::string seen;
    std::string there;
    try {
      const auto session = bench.place.open();
      for (const auto& [name, value] : hostile) {
        const std::string now =
            test::value(*session, "SELECT current_setting('" + name + "') AS value");
        seen += now == value ? name + " " : "";
      }
      there = test::value(*session, "SELECT current_schema()::text AS name");
    } catch (const std::exception& error) {
      seen = error.what();
    }
    bench.run("ALTER ROLE " + role + " IN DATABASE helium RESET ALL");
    CHECK(seen == "");
    CHECK(there == bench.place.name());
  }
}

TEST_CASE("PostgreSQL: an object planted in public is not picked up") {
  for (const LiveServer& server : servers({"postgresql"})) {
    const Bench bench(server);
    const std::string trap = bench.place.name() + "_trap";
    bench.run("CREATE TABLE public." + trap + " (id integer)");
    bench.run("CREATE FUNCTION public." + trap + "_f() RETURNS integer LANGUAGE sql AS 'SELECT 1'");
    const auto table = bench.execute("SELECT * FROM " + trap);
    const auto function = bench.execute("SELECT " + trap + "_f()");
    bench.run("DROP TABLE public." + trap);
    bench.run("DROP FUNCTION public." + trap + "_f()");
    CHECK(refusal(table).sqlstate == "42P01");
    CHECK(refusal(function).sqlstate == "42883");
  }
}

TEST_CASE("MySQL: global settings do not reach the session") {
  for (const LiveServer& server : servers({"mysql", "mariadb"})) {
    DYNAMIC_SECTION(server.dialect) {
      const Bench bench(server);
      const std::vector<std::pair<std::string, std::string>> hostile = {
          {"sql_mode", "'ANSI_QUOTES,NO_BACKSLASH_ESCAPES'"},
          {"time_zone", "'+09:00'"},
          {"foreign_key_checks", "0"},
          {"autocommit", "0"},
          {"lock_wait_timeout", "2"},
          {"group_concat_max_len", "4"},
          {"sql_select_limit", "1"},
          {"max_error_count", "0"},
          {"sql_notes", "0"},
          {"completion_type", "'CHAIN'"},
          {"explicit_defaults_for_timestamp", "0"},
      };
      std::vector<std::string> before;
      std::string seen;
      for (const auto& [name, value] : hostile) {
        before.push_back(bench.value("SELECT CAST(@@global." + name + " AS CHAR) AS value"));
        bench.run("SET GLOBAL " + name + " = " + value);
      }
      try {
        const auto session = bench.place.open();
        for (const auto& [name, value] : hostile) {
          (void)value;
          seen += test::value(*session, "SELECT CAST(@@session." + name + " = @@global." + name +
                                            " AS CHAR) AS same") != "0"
                      ? name + " "
                      : "";
        }
        const std::string isolation =
            server.dialect == "mysql" ? "transaction_isolation" : "tx_isolation";
        seen += test::value(*session, "SELECT @@session." + isolation + " AS v") == "READ-COMMITTED"
                    ? ""
                    : "isolation ";
        Unit unit = bench.unit({"SELECT \"a\\\"b\""}, false);
        const auto outcome = session->execute({&unit, 1}).at(0);
        seen += outcome.state == UnitOutcome::State::done ? "" : "strings ";
      } catch (const std::exception& error) {
        seen = error.what();
      }
      for (std::size_t i = 0; i < hostile.size(); ++i) {
        const bool number = before[i].find_first_not_of("0123456789") == std::string::npos;
        bench.run("SET GLOBAL " + hostile[i].first + " = " +
                  (number && !before[i].empty() ? before[i] : "'" + before[i] + "'"));
      }
      CHECK(seen == "");
    }
  }
}

TEST_CASE("What a migration sets for itself is gone for the next file") {
  const std::vector<std::pair<std::string, std::pair<const char*, const char*>>> rows = {
      {"postgresql",
       {"SET standard_conforming_strings = off",
        "SELECT current_setting('standard_conforming_strings') AS v"}},
      {"mysql",
       {"SET SESSION foreign_key_checks = 0", "SELECT CAST(@@foreign_key_checks AS CHAR) AS v"}},
      {"mariadb",
       {"SET SESSION foreign_key_checks = 0", "SELECT CAST(@@foreign_key_checks AS CHAR) AS v"}},
      {"sqlite",
       {"PRAGMA foreign_keys = OFF",
        "SELECT CAST(foreign_keys AS TEXT) AS v FROM pragma_foreign_keys"}},
  };
  for (const auto& [dialect, texts] : rows) {
    for (const LiveServer& server : servers({dialect})) {
      DYNAMIC_SECTION(server.dialect) {
        const Bench bench(server);
        const std::string pinned = bench.value(texts.second);
        CHECK(bench.execute(texts.first).state == UnitOutcome::State::done);
        CHECK(bench.value(texts.second) != pinned);
        Unit next = bench.unit({"SELECT 1"});
        next.statements[0].span.file = "shop_1001.lua";
        CHECK(bench.execute(next).state == UnitOutcome::State::done);
        CHECK(bench.value(texts.second) == pinned);
      }
    }
  }
}

// Files travel together in windows: one of them must not change what the next one means.
TEST_CASE("Inside one window too, a setting lasts until the end of its file") {
  struct Row {
    const char* dialect;
    const char* change;
    const char* look;
  };
  const char* const strings = "SELECT current_setting('standard_conforming_strings')";
  const char* const checks = "SELECT CAST(@@foreign_key_checks AS CHAR)";
  const std::vector<Row> rows = {
      {"postgresql", "SET standard_conforming_strings = off", strings},
      {"postgresql", "SELECT set_config('standard_conforming_strings', 'off', false)", strings},
      {"postgresql", "DO $$ BEGIN SET standard_conforming_strings = off; END $$", strings},
      {"mysql", "SET SESSION foreign_key_checks = 0", checks},
      {"mysql", "CALL unchecked()", checks},
      {"mariadb", "SET SESSION foreign_key_checks = 0", checks},
      {"mariadb", "CALL unchecked()", checks},
      {"sqlite", "PRAGMA recursive_triggers = ON",
       "SELECT CAST(recursive_triggers AS TEXT) FROM pragma_recursive_triggers"},
  };
  for (const Row& row : rows) {
    for (const LiveServer& server : servers({row.dialect})) {
      DYNAMIC_SECTION(server.dialect << ": " << row.change) {
        const Bench bench(server);
        bench.run("CREATE TABLE seen (id INTEGER, value VARCHAR(20))");
        if (server.dialect == "mysql" || server.dialect == "mariadb") {
          bench.run("CREATE PROCEDURE unchecked() SET SESSION foreign_key_checks = 0");
        }
        const auto noted = [&](int id) {
          return base::replaced("INSERT INTO seen " + std::string(row.look), "SELECT ",
                                "SELECT " + std::to_string(id) + ", ");
        };
        const std::string pinned = bench.value(row.look);
        std::vector<Unit> window = {bench.unit({row.change, noted(1)}), bench.unit({noted(2)}),
                                    bench.unit({noted(3)})};
        window[2].statements[0].span.file = "shop_1001.lua";
        for (const auto& outcome : bench.session->execute(window)) {
          CHECK(outcome.state == UnitOutcome::State::done);
        }
        CHECK(bench.value("SELECT value FROM seen WHERE id = 1") != pinned);
        CHECK(bench.value("SELECT value FROM seen WHERE id = 2") != pinned);
        CHECK(bench.value("SELECT value FROM seen WHERE id = 3") == pinned);
      }
    }
  }
}
