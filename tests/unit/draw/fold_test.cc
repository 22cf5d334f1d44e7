#include <catch2/catch.hpp>

#include "helium/error.h"
#include "unit/draw/world.h"

namespace helium {
namespace {

using namespace world;

TEST_CASE("The newest description of a table wins") {
  const auto all = history({version(1, table("people", column("id") + "," + column("name"))),
                            version(2, table("roles", column("id"))),
                            version(3, table("people", column("id")))});
  CHECK(names(draw::at(all, 1)) == "people(id,name)");
  CHECK(names(draw::at(all, 2)) == "people(id,name) roles(id)");
  CHECK(names(draw::at(all, 9)) == "people(id) roles(id)");
  CHECK(draw::at(all, 9).at == 3);
}

TEST_CASE("What statements drop is gone from the picture") {
  const std::string two = table("t", column("a") + "," + column("b"));
  const auto after = [&](const std::vector<std::string>& statements) {
    return names(draw::at(history({version(1, two), version(2, "", statements)}), 2));
  };
  CHECK(after({"DROP TABLE t"}).empty());
  CHECK(after({"DROP TABLE IF EXISTS main.\"T\" CASCADE"}).empty());
  CHECK(after({"DROP TABLE other, t"}).empty());
  CHECK(after({"ALTER TABLE t DROP COLUMN a"}) == "t(b)");
  CHECK(after({"ALTER TABLE main.t ADD COLUMN c decimal(1,2), DROP COLUMN IF EXISTS a"}) == "t(b)");
  CHECK(after({"ALTER TABLE t DROP CONSTRAINT a"}) == "t(a,b)");
  CHECK(after({"ALTER TABLE t RENAME COLUMN a TO c"}) == "t(c,b)");
  CHECK(after({"ALTER TABLE t RENAME TO u"}).empty());
  CHECK(after({"INSERT INTO x VALUES ('DROP TABLE t')"}) == "t(a,b)");
}

TEST_CASE("A table that is rebuilt under another name and renamed back stays") {
  const auto all = history({version(1, table("t", column("a"))),
                            version(2, "",
                                    {"CREATE TABLE t_new (a integer)", "DROP TABLE t",
                                     "ALTER TABLE t_new RENAME TO t"})});
  CHECK(names(draw::at(all, 2)) == "t(a)");
}

TEST_CASE("A description may say that a table was dropped, or describe it anew") {
  const std::string gone =
      R"({"diagram":[{"object_type":"table","object_id":"table.t","dropped":true}]})";
  const auto all = history({version(1, table("t", column("a"))), version(2, gone),
                            version(3, table("t", column("b")), {"DROP TABLE t"})});
  CHECK(names(draw::at(all, 2)).empty());
  CHECK(names(draw::at(all, 3)) == "t(b)");
}

TEST_CASE("Relations come from references, lookups and declared naming") {
  const std::string naming =
      R"({"diagram":[{"object_type":"naming","object_id":"naming.ids","column":"*_id",)"
      R"("references":"*s.id"}]})";
  const std::string key = R"("primary_key":true)";
  const auto all = history(
      {version(1, table("roles", column("id", key))),
       version(2, table("lookups", column("lookup_id", key) + "," + column("key_idx", key))),
       version(3, table("people",
                        column("id", key) + "," + column("a", R"("references":"roles.id")") + "," +
                            column("b", R"j("references":"roles(id)")j") + "," +
                            column("c", R"("references":"roles")") + "," +
                            column("d", R"("lookup":"roles")") + "," +
                            column("e_a27", R"("lookup":true)") + "," +
                            column("f", R"("references":"nowhere.id")") + "," + column("role_id"))),
       version(4, naming)});
  const std::string declared =
      "people.a>roles.id people.b>roles.id people.c>roles.id people.d>roles.id:lookup "
      "people.e_a27>lookups:lookup";
  CHECK(relations(draw::at(all, 3)) == declared);
  CHECK(relations(draw::at(all, 4)) == declared + " people.role_id>roles.id:naming");
}

TEST_CASE("A comparison marks what was added, changed and removed") {
  const auto all =
      history({version(1, table("a", column("x") + "," + column("y") + "," + column("z"))),
               version(2, table("b", column("x"))),
               version(3,
                       table("a", column("x") + "," + column("z", R"("nullable":false)") + "," +
                                      column("w")),
                       {"DROP TABLE b"}),
               version(4, table("c", column("x")))});
  const Diagram diagram = draw::compare(draw::at(all, 2), draw::at(all, 4));
  CHECK(names(diagram) == "a(x,y,z,w) c(x) b(x)");
  CHECK(diagram.table("a")->mark == Mark::changed);
  CHECK(diagram.table("a")->column("x")->mark == Mark::none);
  CHECK(diagram.table("a")->column("y")->mark == Mark::removed);
  CHECK(diagram.table("a")->column("z")->mark == Mark::changed);
  CHECK(diagram.table("a")->column("z")->was == "integer, null");
  CHECK(diagram.table("a")->column("w")->mark == Mark::added);
  CHECK(diagram.table("b")->mark == Mark::removed);
  CHECK(diagram.table("c")->mark == Mark::added);
  CHECK(diagram.highlighted_tables() == 3);
  CHECK(diagram.highlighted_columns() == 5);
}

TEST_CASE("A highlight is for its own version") {
  const auto all = history({version(1, table("a", column("x", R"("highlight":true)"))),
                            version(2, table("b", column("x")))});
  CHECK(draw::at(all, 1).highlighted_columns() == 1);
  CHECK(draw::at(all, 2).highlighted_columns() == 0);
}

TEST_CASE("A diagram section that is wrong is an error at its place") {
  for (const char* text :
       {"{", "[]", "{\"diagram\":{}}", R"({"diagram":[1]})",
        R"({"diagram":[{"object_type":"tabel","object_id":"table.x"}]})",
        R"({"diagram":[{"object_type":"table","object_id":"table.x"}]})",
        R"({"diagram":[{"object_type":"table","table":[]}]})",
        R"({"diagram":[{"object_type":"table","object_id":"x","table":[{"datatype":"int"}]}]})"}) {
    CAPTURE(text);
    try {
      (void)version(1, text);
      FAIL("accepted");
    } catch (const Error& error) {
      CHECK(error.fault() == Fault::design);
      CHECK(error.where().line == 7);
    }
  }
}

TEST_CASE("A diagram section nested without end is refused, and takes no stack") {
  const std::string deep = std::string(300000, '[') + std::string(300000, ']');
  CHECK_THROWS_AS(
      version(1, R"({"diagram":[{"object_type":"table","object_id":"a","table":[{"name":"i",)"
                 R"("datatype":)" +
                     deep + "}]}]}"),
      Error);
}

TEST_CASE("Raw line ends inside strings are read as the folder format means them") {
  const auto read = version(
      1, "{\"diagram\":[{\"object_type\":\"template\",\"object_value\":\"<svg>\n\t</svg>\"}]}");
  CHECK(read.frame == "<svg>\n\t</svg>");
}

}  // namespace
}  // namespace helium
