#include "folder/broken.h"

#include <catch2/catch.hpp>

#include "dialect/dialect.h"

using namespace helium;

namespace {

std::vector<folder::Trace> traces(const std::vector<std::string>& texts) {
  std::vector<Statement> statements;
  for (const auto& text : texts) {
    statements.emplace_back().text = text;
  }
  return folder::traces_of(statements, dialect::read("mariadb").lexicon);
}

}  // namespace

TEST_CASE("what DDL leaves behind is looked up: things that are there, things that are gone") {
  const auto found =
      traces({"CREATE TABLE s.a (id INT)", "INSERT INTO a VALUES (1)",
              "ALTER TABLE a ADD COLUMN b INT, DROP COLUMN c", "CREATE INDEX i ON a (b)",
              "DROP TABLE IF EXISTS x", "DROP VIEW v", "ALTER TABLE a RENAME TO y"});
  std::string all;
  for (const auto& trace : found) {
    all += std::to_string(trace.statement) + (trace.when_there ? " made " : " dropped ") +
           name_of(trace.thing) + "\n";
  }
  CHECK(all ==
        "0 made table a\n2 made column a.b\n2 dropped column a.c\n3 made index i\n5 dropped view "
        "v\n");
}

TEST_CASE("a broken migration came as far as its last trace, and no trace may be missing before") {
  const auto found = traces({"CREATE TABLE a (id INT)", "INSERT INTO a VALUES (1)",
                             "CREATE TABLE b (id INT)", "DROP TABLE c", "UPDATE a SET id = 2"});
  REQUIRE(found.size() == 3);
  CHECK(finished(found, {false, false, true}) == 0);  // c is there: nothing ran
  CHECK(finished(found, {true, false, true}) == 1);
  CHECK(finished(found, {true, true, true}) == 3);
  CHECK(finished(found, {true, true, false}) == 4);  // c is gone
  CHECK(finished(found, {false, true, true}) == 0);  // b without a: of somebody else
}
