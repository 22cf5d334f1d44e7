// The sample design on every server: what it leaves behind, and what it gives back.
#include <catch2/catch.hpp>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "helium/engine.h"
#include "support/places.h"
#include "support/servers.h"

using namespace helium;

namespace {

const std::string shop = test::source_folder() + "/migrations/shop";

// Questions whose answers, one text column each, say what a place holds besides Helium's own
// tables.
const std::vector<std::string>& questions_of(const std::string& dialect) {
  static const std::vector<std::string> mysql = {
      "SELECT CONCAT_WS(' ', table_name, table_type) FROM information_schema.tables "
      "WHERE table_schema = DATABASE() AND table_name NOT LIKE 'helium%' ORDER BY 1",
      "SELECT CONCAT_WS(' ', table_name, ordinal_position, column_name, column_type, is_nullable, "
      "column_default, extra) FROM information_schema.columns WHERE table_schema = DATABASE() "
      "AND table_name NOT LIKE 'helium%' ORDER BY 1",
      "SELECT CONCAT_WS(' ', table_name, index_name, seq_in_index, column_name, non_unique) "
      "FROM information_schema.statistics WHERE table_schema = DATABASE() "
      "AND table_name NOT LIKE 'helium%' ORDER BY 1",
      "SELECT CONCAT_WS(' ', table_name, constraint_name, constraint_type) "
      "FROM information_schema.table_constraints WHERE table_schema = DATABASE() "
      "AND table_name NOT LIKE 'helium%' ORDER BY 1",
      "SELECT CONCAT_WS(' ', trigger_name, action_statement) FROM information_schema.triggers "
      "WHERE trigger_schema = DATABASE() ORDER BY 1",
  };
  static const std::map<std::string, std::vector<std::string>> all = {
      {"sqlite",
       {"SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_master "
        "WHERE tbl_name NOT LIKE 'helium%' ORDER BY 1"}},
      {"postgresql",
       // A dropped column leaves a gap in PostgreSQL's numbers that nothing can close.
       {"SELECT concat_ws(' ', table_name, row_number() OVER (PARTITION BY table_name ORDER BY "
        "ordinal_position), column_name, data_type, "
        "character_maximum_length, is_nullable, column_default, is_identity) "
        "FROM information_schema.columns WHERE table_schema = current_schema() "
        "AND table_name NOT LIKE 'helium%' ORDER BY 1",
        "SELECT concat_ws(' ', relname, relkind, conname, pg_get_constraintdef(c.oid)) "
        "FROM pg_class r LEFT JOIN pg_constraint c ON c.conrelid = r.oid "
        "WHERE relnamespace = to_regnamespace(current_schema()) "
        "AND relname NOT LIKE 'helium%' ORDER BY 1",
        "SELECT indexdef FROM pg_indexes WHERE schemaname = current_schema() "
        "AND tablename NOT LIKE 'helium%' ORDER BY 1",
        "SELECT pg_get_functiondef(oid) FROM pg_proc "
        "WHERE pronamespace = to_regnamespace(current_schema()) ORDER BY 1",
        "SELECT pg_get_triggerdef(t.oid) FROM pg_trigger t JOIN pg_class r ON r.oid = t.tgrelid "
        "WHERE NOT tgisinternal AND relnamespace = to_regnamespace(current_schema()) ORDER BY 1"}},
      {"mysql", mysql},
      {"mariadb", mysql},
      {"db2",
       {"SELECT T.TABLENAME || ' ' || C.COLUMNNAME || ' ' || CAST(C.COLUMNNUMBER AS CHAR(5)) "
        "FROM SYS.SYSTABLES T JOIN SYS.SYSSCHEMAS S ON S.SCHEMAID = T.SCHEMAID "
        "JOIN SYS.SYSCOLUMNS C ON C.REFERENCEID = T.TABLEID "
        "WHERE S.SCHEMANAME = CURRENT SCHEMA AND T.TABLENAME NOT LIKE 'helium%' ORDER BY 1",
        "SELECT T.TABLENAME || ' ' || C.CONSTRAINTNAME || ' ' || C.TYPE "
        "FROM SYS.SYSTABLES T JOIN SYS.SYSSCHEMAS S ON S.SCHEMAID = T.SCHEMAID "
        "JOIN SYS.SYSCONSTRAINTS C ON C.TABLEID = T.TABLEID "
        "WHERE S.SCHEMANAME = CURRENT SCHEMA AND T.TABLENAME NOT LIKE 'helium%' ORDER BY 1",
        "SELECT R.TRIGGERNAME FROM SYS.SYSTRIGGERS R JOIN SYS.SYSSCHEMAS S "
        "ON S.SCHEMAID = R.SCHEMAID WHERE S.SCHEMANAME = CURRENT SCHEMA ORDER BY 1"}},
  };
  return all.at(dialect);
}

std::string catalog_of(const test::TempSchema& place) {
  const auto session = place.open();
  std::string all;
  for (const auto& question : questions_of(place.server().dialect)) {
    for (const auto& row : session->ask({question, {}}).rows) {
      all += row.front().value_or("NULL") + "\n";
    }
  }
  return all;
}

// The questions for Db2 are Derby's; a real Db2 keeps its catalog elsewhere.
bool has_known_catalog(const test::TempSchema& place) {
  const auto session = place.open();
  return place.server().dialect != "db2" ||
         session->server().product.find("DERBY") != std::string::npos;
}

Report moved(const Target& target, const Goal& goal) {
  Engine engine(target);
  Report report = engine.move(goal);
  INFO((report.failed ? report.failed->error.message() : std::string()));
  REQUIRE(report.exit_code() == 0);
  return report;
}

Goal goal(Goal::Verb verb) {
  Goal result;
  result.verb = verb;
  return result;
}

Goal go_to(std::int64_t number) {
  Goal result = goal(Goal::Verb::go_to);
  result.to = number;
  return result;
}

Goal all_down() {
  Goal result = goal(Goal::Verb::down);
  result.all = true;
  return result;
}

const Goal up = goal(Goal::Verb::up);

}  // namespace

TEST_CASE("The shop goes up, down, up, redo, to the middle and up; the catalog always follows") {
  for (const auto& server : test::servers()) {
    DYNAMIC_SECTION(server.dialect) {
      const test::TempSchema place(server);
      if (!has_known_catalog(place)) {
        WARN("the catalog of this server is not compared");
        continue;
      }
      Target target = place.target();
      target.designs = {shop};
      const std::string empty = catalog_of(place);

      CHECK(moved(target, up).moved.size() == 17);
      const std::string full = catalog_of(place);
      CHECK(full.size() > 1000);
      CHECK(moved(target, all_down()).moved.size() == 17);
      CHECK(catalog_of(place) == empty);
      CHECK(moved(target, up).moved.size() == 17);
      CHECK(catalog_of(place) == full);
      CHECK(moved(target, goal(Goal::Verb::redo)).moved.size() == 2);
      CHECK(catalog_of(place) == full);
      CHECK(moved(target, go_to(1007)).moved.size() == 9);
      CHECK(moved(target, up).moved.size() == 9);
      CHECK(catalog_of(place) == full);
      CHECK(moved(target, up).dry);
    }
  }
}

TEST_CASE("The shop's rows come through a split and back") {
  for (const auto& server : test::servers()) {
    DYNAMIC_SECTION(server.dialect) {
      const test::TempSchema place(server);
      Target target = place.target();
      target.designs = {shop};
      moved(target, go_to(1013));
      const auto session = place.open();
      test::run(*session, "UPDATE stock SET quantity = 7 WHERE product_id = 1");
      const std::string before = test::value(*session, "SELECT SUM(quantity) FROM stock");
      moved(target, up);
      CHECK(test::value(*session, "SELECT SUM(quantity) FROM stock_levels") == before);
      CHECK(test::value(*session, "SELECT city FROM warehouses") == "Hamburg");
      moved(target, go_to(1013));
      CHECK(test::value(*session, "SELECT SUM(quantity) FROM stock") == before);
      CHECK(test::value(*session, "SELECT quantity FROM stock WHERE product_id = 1") == "7");
    }
  }
}

TEST_CASE("The shop's trigger writes down a change of price") {
  for (const auto& server : test::servers()) {
    DYNAMIC_SECTION(server.dialect) {
      const test::TempSchema place(server);
      Target target = place.target();
      target.designs = {shop};
      moved(target, up);
      const auto session = place.open();
      test::run(*session,
                "UPDATE products SET price_cents = price_cents + 10 WHERE sku = 'GRIND-1'");
      test::run(*session, "UPDATE products SET price_cents = price_cents WHERE sku = 'TEA-MINT'");
      CHECK(test::value(*session, "SELECT COUNT(*) FROM price_changes") == "1");
      CHECK(test::value(*session, "SELECT new_price_cents FROM price_changes") == "7910");
    }
  }
}
