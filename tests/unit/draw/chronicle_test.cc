// Typed operations as a reader meets them: words, statements, and the picture that follows.
#include "draw/chronicle.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <string>
#include <vector>

#include "dialect/dialect.h"
#include "expand/expand.h"
#include "files/files.h"
#include "support/golden.h"
#include "support/places.h"
#include "unit/draw/world.h"

using namespace helium;

namespace {

const std::string cases = test::source_folder() + "/tests/operations";

// A design under one dialect, migration by migration.
class Folder {
 public:
  explicit Folder(const std::string& dialect)
      : dialect_(dialect::read(dialect)),
        setting_(expand::setting({}, dialect_, {}, [](const char*) { return nullptr; })),
        chronicle_(dialect_, "shop") {}

  // Takes a migration in and gives what is told of it.
  draw::Telling file(const std::string& text) {
    Migration migration;
    migration.design = "shop";
    migration.number = ++number_;
    migration.path = "shop_" + std::to_string(number_) + ".lua";
    migration.text = text;
    chronicle_.take(expand::sections(migration, setting_));
    const auto found = chronicle_.tellings().find({"shop", number_});
    return found == chronicle_.tellings().end() ? draw::Telling() : found->second;
  }
  draw::Telling calls(const std::string& calls, const std::string& more = "") {
    return file("return { forward = function(queries)\n" + calls + "\nend" + more + " }\n");
  }
  [[nodiscard]] Diagram picture() const { return draw::at(chronicle_.history(), number_); }

 private:
  Dialect dialect_;
  expand::Setting setting_;
  draw::Chronicle chronicle_;
  std::int64_t number_ = 0;
};

const char* const person = R"lua(queries:create_table("person", { columns = {
  { name = "id", type = "integer", primary_key = true },
  { name = "email", type = "varchar(255)", null = false, unique = true } } }))lua";

// A diagram section of one table with an id and a state.
std::string drawn(const std::string& name) {
  return ", diagram = { { sql = [=[" +
         world::table(name, world::column("id", R"("primary_key":true,"nullable":false)") + "," +
                                world::column("state", R"("lookup":"states","standard":true)")) +
         "]=] } }";
}

std::string with(const draw::Told& told) {
  std::string all = "- " + (told.words.empty() ? "SQL text" : told.words) + "\n";
  return told.remark.empty() ? all : all + "  (" + told.remark + ")\n";
}

}  // namespace

TEST_CASE("Each typed operation is told and drawn as it was read before, on every dialect") {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(cases)) {
    names.push_back(entry.path().stem().string());
  }
  std::sort(names.begin(), names.end());
  for (const std::string_view dialect : dialect_names) {
    std::string all;
    for (const std::string& name : names) {
      Folder design{std::string(dialect)};
      draw::Telling telling = design.file(files::read(cases + "/base.lua"));
      if (name != "base") {
        telling = design.file(files::read(cases + "/" + name + ".lua"));
      }
      all += "# " + name + (telling.remark.empty() ? "\n" : ", not certain\n");
      for (const draw::Told& told : telling.forward) {
        all += with(told);
      }
      for (const draw::Told& told : telling.reverse) {
        all += told.remark.empty() ? "" : with(told);
      }
      all += telling.diagram.empty() ? "" : telling.diagram + "\n";
    }
    CHECK(all == test::golden(std::string(dialect) + "/told.txt", all));
  }
}

TEST_CASE("The picture of a typed migration is folded over the migrations before it") {
  Folder design("postgresql");
  design.calls(person);
  CHECK(design.picture().tables.front().columns.at(1).datatype == "varchar(255)");
  design.calls(R"lua(
    queries:create_table("account", { columns = { { name = "id", type = "integer", primary_key = true } } })
    queries:add_column("person", { name = "account_id", type = "integer", references = "account(id)"
})
    queries:create_view("names", { select = "SELECT id FROM person" }))lua");
  CHECK(world::names(design.picture()) == "person(id,email,account_id) account(id) names()");
  CHECK(world::relations(design.picture()) == "person.account_id>account.id");
  design.calls(R"lua(queries:rename_table("account", "owner")
    queries:rename_column("person", "account_id", "owner_id")
    queries:alter_column("person", "email", { type = "text", null = true }))lua");
  CHECK(world::names(design.picture()) == "person(id,email,owner_id) names() owner(id)");
  CHECK(world::relations(design.picture()) == "person.owner_id>owner.id");
  CHECK(design.picture().table("person")->columns.at(1).datatype == "text");
  CHECK(design.picture().table("person")->ref == "3");
  design.calls(R"lua(queries:drop_constraint("person", "person_account_id_fkey")
    queries:drop_view("names") queries:drop_column("person", "owner_id")
    queries:drop_table("owner"))lua");
  CHECK(world::names(design.picture()) == "person(id,email)");
}

TEST_CASE("What a migration draws itself wins over what its operations would draw") {
  Folder design("sqlite");
  const draw::Telling telling = design.calls(std::string(person) +
                                                 "\nqueries:create_table(\"note\", { columns = { { "
                                                 "name = \"text\", type = \"text\" } } })",
                                             drawn("person"));
  CHECK(world::names(design.picture()) == "note(text) person(id,state)");
  CHECK(
      telling.diagram ==
      R"({"diagram":[{"object_type":"table","object_id":"table.note","table":[)"
      R"({"name":"text","datatype":"text","nullable":true,"primary_key":false,"unique":false}]}]})");
}

TEST_CASE("What an author drew of a column stays when operations change another") {
  Folder design("postgresql");
  design.file("return { forward = { { sql = \"CREATE TABLE orders (id integer)\" } }" +
              drawn("orders") + " }");
  const draw::Telling telling =
      design.calls("queries:add_column(\"orders\", { name = \"note\", type = \"text\" })");
  CHECK(telling.forward.front().statements ==
        std::vector<std::string>{R"(ALTER TABLE "orders" ADD COLUMN "note" text)"});
  CHECK(telling.remark.find("helium plan") != std::string::npos);
  const Diagram picture = design.picture();
  CHECK(world::names(picture) == "orders(id,state,note)");
  const DiagramColumn& state = picture.table("orders")->columns.at(1);
  CHECK(state.standard);
  CHECK(state.lookup);
  CHECK(state.references == "states");
}

TEST_CASE("An operation on a table that nobody told of is told in words") {
  Folder design("postgresql");
  const draw::Telling telling = design.calls(
      "queries:add_column(\"orders\", { name = \"note\", type = \"text\" })\n"
      "queries:drop_view(\"seen\")");
  CHECK(telling.forward.front().words == "add the column note text to orders");
  CHECK(telling.forward.front().statements.empty());
  CHECK(telling.forward.front().remark == "add_column: there is no table orders");
  CHECK(telling.diagram.empty());
  CHECK(design.picture().tables.empty());
}

TEST_CASE("A drop that a half known table refuses is drawn all the same") {
  Folder design("postgresql");
  design.file(
      "return { forward = { { sql = \"CREATE TABLE t (a integer)\" } }, diagram = { { sql = "
      "[=[" +
      world::table("t", world::column("a") + "," + world::column("b")) + "]=] } } }");
  const draw::Telling telling = design.calls("queries:drop_column(\"t\", \"b\")");
  CHECK(telling.forward.front().remark.find("no key") != std::string::npos);
  CHECK(world::names(design.picture()) == "t(a)");
}

TEST_CASE("SQL text among operations takes away what it drops") {
  Folder design("sqlite");
  design.calls(person);
  const draw::Telling telling = design.calls(
      "queries:sql(\"DROP TABLE person\", { description = \"Away\", reverse = \"SELECT 1\" })\n" +
      std::string(
          "queries:create_table(\"note\", { columns = { { name = \"n\", type = \"integer\" } "
          "} })"));
  CHECK(world::names(design.picture()) == "note(n)");
  CHECK(telling.forward.front().words == "Away");
  CHECK(telling.reverse.back().words == "Takes back: Away");
  CHECK(telling.reverse.back().statements == std::vector<std::string>{"SELECT 1"});
}

TEST_CASE("A reverse of its own is told as it is written") {
  Folder design("sqlite");
  design.calls(person);
  const draw::Telling telling = design.calls(
      "queries:rename_column(\"person\", \"email\", \"mail\")",
      ", reverse = function(queries) queries:rename_column(\"person\", \"mail\", \"email\") end");
  CHECK(telling.reverse.size() == 1);
  CHECK(telling.reverse.front().words == "rename the column mail of person to email");
  CHECK(world::names(design.picture()) == "person(id,mail)");
}
