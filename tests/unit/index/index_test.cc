#include <catch2/catch.hpp>

#include "helium/error.h"
#include "index/index.h"

namespace helium {
namespace {

Migration migration(std::int64_t number, std::string text, std::string title = "Does it") {
  Migration result;
  result.design = "shop";
  result.number = number;
  result.path = "shop/shop_" + std::to_string(number) + ".lua";
  result.text = std::move(text);
  result.title = std::move(title);
  result.version = "1.0.0";
  result.updated = "2026-11-21";
  return result;
}

Index shop_index() {
  Design design;
  design.name = "shop";
  design.folder = "shop";
  design.migrations = {
      migration(1000,
                "return {\n  table = \"people\",\n  forward = function(queries)\n"
                "    table.insert(queries, { sql = \"A\" })\n  end,\n"
                "  reverse = { { sql = \"B\" } },\n"
                "  diagram = { { sql = \"{}\" } },\n}\n"),
      migration(1001, "return { forward = { { sql = [[ x == y ]] } } }\n", "A | b <script>\n")};
  return index::of(design);
}

constexpr const char* shop_table =
    "| M# | Table | Version | Updated | Stmts | Diagram | Description |\n"
    "| ---- | ------- | --------- | --------- | ------- | --------- | ------------- |\n"
    "| [1000](shop_1000.lua) | people | 1.0.0 | 2026-11-21 | 3 | \xE2\x9C\x93 | Does it |\n"
    "| [1001](shop_1001.lua) | | 1.0.0 | 2026-11-21 | 1 | \xE2\x9C\x97 | A \\| b &lt;script> |\n"
    "| **2** | | | | **4** | **1** | |\n";

const std::string shop_block =
    std::string("<!-- helium:index -->\n") + shop_table + "<!-- /helium:index -->\n";

TEST_CASE("The index has a row for each migration and bold totals") {
  CHECK(index::table(shop_index()) == shop_table);
}

TEST_CASE("Calls of typed operations count, name the table, and draw where they make one another") {
  const auto row = [](const std::string& calls) {
    Design design;
    design.name = "shop";
    design.folder = "shop";
    design.migrations = {migration(1000, "return { forward = function(q)\n" + calls + "\nend }\n")};
    return index::of(design).rows.front();
  };
  const IndexRow two =
      row("q:add_column(\"person\", { name = \"nick\" })\n q:sql(\"ANALYZE\", { reverse = \"\" })");
  CHECK(two.statements == 2);
  CHECK(two.table == "person");
  CHECK(two.diagram);
  const IndexRow data = row("q:create_enum('mood', {}) q:insert('role', { { id = 1 } })");
  CHECK(data.statements == 2);
  CHECK(data.table == "role");
  CHECK_FALSE(data.diagram);
  CHECK(row("local s = (\"x\"):rep(3) q.add_column(s)").statements == 0);
}

TEST_CASE("A file of the folder format counts table.insert and sub-query delimiters") {
  const std::string file =
      "-- x_1000.lua\nreturn function(engine, design_name, schema_name, cfg)\n"
      "local queries = {}\n\ncfg.TABLE = \"lookups\"\ncfg.MIGRATION = \"1000\"\n"
      "table.insert(queries,{sql=[[ A ${SUBQUERY_DELIMITER}\n B ]]})\n"
      "if engine == 'db2' then table.insert(queries,{sql=[[ C ]]}) end\n"
      "table.insert(queries,{sql=[[ -- DIAGRAM_START ]]})\nreturn queries end\n";
  CHECK(index::statements_in(file) == 4);
  Design design;
  design.name = "x";
  design.folder = "x/migrations";
  design.migrations = {migration(1000, file)};
  const Index index = index::of(design);
  CHECK(index.readme == "x/README.md");
  CHECK(index.rows.front().link == "migrations/shop_1000.lua");
  CHECK(index.rows.front().table == "lookups");
  CHECK(index.rows.front().diagram);
}

TEST_CASE("Everything outside the markers stays byte for byte, and twice is once") {
  const std::string before = "# Shop \n\n\ttext\r\n";
  const std::string stale = before + "<!-- helium:index -->\nold\n<!-- /helium:index -->\n\nend";
  const std::string after = index::placed(shop_index(), stale);
  CHECK(index::placed(shop_index(), after) == after);
  CHECK(after.substr(0, before.size()) == before);
  CHECK(after.substr(after.size() - 4) == "\nend");
}

TEST_CASE("A README's own line ends are kept") {
  const std::string readme = "# Shop\r\n<!-- helium:index -->\r\n<!-- /helium:index -->\r\n";
  const std::string after = index::placed(shop_index(), readme);
  CHECK(after.find("| **2** | | | | **4** | **1** | |\r\n") != std::string::npos);
  CHECK(index::placed(shop_index(), after) == after);
}

TEST_CASE("A table that another tool wrote gets the markers around it") {
  const std::string readme =
      "# Shop\n\n## Migrations\n\n|M#|Table|Version|Updated|Stmts|Diagram|Description|\n|--|\n"
      "| [1](/elements/x.lua) |\n\n## More\n";
  CHECK(index::placed(shop_index(), readme) ==
        "# Shop\n\n## Migrations\n\n" + shop_block + "\n## More\n");
}

TEST_CASE("A README without a table gets one at its end, and a missing README is made") {
  CHECK(index::placed(shop_index(), "# Shop") == "# Shop\n\n## Migrations\n\n" + shop_block);
  CHECK(index::placed(shop_index(), "# Shop\n") == "# Shop\n\n## Migrations\n\n" + shop_block);
  CHECK(index::placed(shop_index(), "") == "# shop\n\n## Migrations\n\n" + shop_block);
}

TEST_CASE("A README whose last line has no end keeps it that way") {
  const std::string readme = "<!-- helium:index -->\n<!-- /helium:index -->";
  const std::string after = index::placed(shop_index(), readme);
  CHECK(after + "\n" == shop_block);
  CHECK(index::placed(shop_index(), after) == after);
}

TEST_CASE("An indented marker is an example, and a third marker an error") {
  const std::string readme = "a\n\n    <!-- helium:index -->\n";
  CHECK(index::placed(shop_index(), readme) == readme + "\n## Migrations\n\n" + shop_block);
  CHECK_THROWS_AS(index::placed(shop_index(), shop_block + "<!-- helium:index -->\n"), Error);
}

TEST_CASE("What stands in fenced code is an example") {
  const std::string marked = "<!-- helium:index -->\n<!-- /helium:index -->\n";
  for (const std::string& example :
       {"```\n" + marked + "```\n", "~~~ markdown\n" + marked + "```\n~~~\n",
        "  ````md\n```\n" + marked + "````\n",
        std::string("```\n|M#|Table|Version|Updated|Stmts|Diagram|Description|\n```\n")}) {
    CAPTURE(example);
    CHECK(index::placed(shop_index(), example + marked) == example + shop_block);
    CHECK(index::placed(shop_index(), example) == example + "\n## Migrations\n\n" + shop_block);
  }
  const std::string line = "```not a fence``` but code in a line\n";
  CHECK(index::placed(shop_index(), line + marked + "```\n") == line + shop_block + "```\n");
}

TEST_CASE("A marker without its partner is an error at its line") {
  for (const char* readme : {"a\n<!-- helium:index -->\nb\n", "a\n<!-- /helium:index -->\n",
                             "<!-- helium:index -->\n<!-- helium:index -->\n"}) {
    try {
      (void)index::placed(shop_index(), readme);
      FAIL("accepted");
    } catch (const Error& error) {
      CHECK(error.fault() == Fault::design);
      CHECK(error.where().line == 2);
    }
  }
}

}  // namespace
}  // namespace helium
