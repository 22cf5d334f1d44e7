#include <algorithm>
#include <catch2/catch.hpp>

#include "files/files.h"
#include "site/parts.h"
#include "site/site.h"
#include "unit/draw/world.h"

namespace helium {
namespace {

const std::string hostile = "</title></script><img src=x onerror=alert(1)>\"'{{body}}";

// One design whose every word is hostile, under one dialect.
struct World {
  Dialect dialect;
  Sections sections;
  std::vector<Design> designs;
  site::Material material;

  World() {
    dialect.name = "sqlite";
    Migration migration;
    migration.design = "shop";
    migration.number = 1000;
    migration.path = "shop/shop_1000.lua";
    migration.text = migration.title = migration.version = migration.updated = hostile;
    Statement statement;
    statement.text = "SELECT '" + hostile + "'";
    statement.description = hostile;
    sections.forward = {statement};
    designs.push_back({.name = "shop", .folder = "shop", .migrations = {migration}});
    DiagramVersion version;
    version.design = "shop";
    version.number = 1000;
    version.title = hostile;
    DiagramTable table;
    table.name = table.ref = hostile;
    table.columns.push_back({.name = hostile, .datatype = hostile, .references = hostile});
    version.described = {table};
    material.designs = &designs;
    material.indexes.push_back(
        {.design = "shop",
         .readme = "",
         .rows = {{.number = 1000, .table = hostile, .description = hostile}}});
    site::Reading reading;
    reading.dialect = &dialect;
    reading.history = world::history({version});
    reading.history.title = hostile;
    reading.lives = draw::lives_of(reading.history);
    reading.sections.emplace(std::pair(std::string("shop"), 1000), &sections);
    material.readings.push_back(std::move(reading));
    for (const auto& path : files::embedded_under("scripts/site/")) {
      material.texts.emplace(files::file_name(path), files::embedded(path));
    }
  }
};

TEST_CASE("Hostile words stay words on every page") {
  const World world;
  const auto pages = site::pages(world.material);
  CHECK(pages.size() == 9);
  for (const auto& page : pages) {
    CAPTURE(page.path);
    CHECK(page.path.find('<') == std::string::npos);
    if (page.path.find(".html") != std::string::npos) {
      CHECK(page.text.find("<img") == std::string::npos);
      CHECK(page.text.find("</script><img") == std::string::npos);
      CHECK(page.text.find("{{body}}") != std::string::npos);  // as a word, not as a place
    }
  }
}

TEST_CASE("A migration's page tells each operation in words, as SQL, and its way back") {
  World world;
  draw::Telling telling;
  telling.remark = "Not certain.";
  telling.forward = {{"add the column nick to person", {"ALTER TABLE person ADD nick text"}, ""},
                     {hostile, {}, "create_enum: sqlite has no enum types"},
                     {"comment person: people", {}, ""}};
  telling.reverse = {{"Takes back: add the column nick to person", {}, "there is no key"}};
  world.material.readings.front().tellings.emplace(std::pair(std::string("shop"), 1000), telling);
  const site::Frame frame(world.material);
  const std::string text = site::migration(frame, world.designs.front().migrations.front()).text;
  CHECK(text.find("<p class=\"none\">Not certain.</p>\n"
                  "<p class=\"says\">add the column nick to person</p>\n"
                  "<pre class=\"sql\"><code><span class=\"k\">ALTER</span>") != std::string::npos);
  CHECK(text.find("<p class=\"none\">create_enum: sqlite has no enum types</p>\n"
                  "<p class=\"says\">comment person: people</p>\n"
                  "<p class=\"none\">Nothing on this dialect.</p>") != std::string::npos);
  CHECK(text.find("Takes back: add the column nick to person</p>\n"
                  "<p class=\"none\">there is no key</p>") != std::string::npos);
  CHECK(text.find("SELECT") == std::string::npos);  // the sections give way to what is told
  CHECK(text.find("<img") == std::string::npos);
}

TEST_CASE("A table's page has a name that any file system takes") {
  const World world;
  const site::Frame frame(world.material);
  CHECK(frame.of_table(hostile).find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_-~/.") ==
        std::string::npos);
  CHECK(frame.of_table("unknown").empty());
}

TEST_CASE("SQL is coloured by its tokens, and nothing of it is lost") {
  CHECK(site::highlighted("SELECT 'a<b' -- x\nFROM t WHERE n = 12", Lexicon{}) ==
        "<span class=\"k\">SELECT</span> <span class=\"s\">&#39;a&lt;b&#39;</span> "
        "<span class=\"c\">-- x</span>\n<span class=\"k\">FROM</span> t "
        "<span class=\"k\">WHERE</span> n = <span class=\"m\">12</span>");
}

}  // namespace
}  // namespace helium
