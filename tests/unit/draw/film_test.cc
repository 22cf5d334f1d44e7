#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "draw/film.h"
#include "unit/draw/world.h"

namespace helium {
namespace {

using namespace world;

DiagramHistory life() {
  return history({version(1, table("people", column("id") + "," + column("name"))),
                  version(2, table("roles", column("id"))),
                  version(3, table("people", column("id", R"("nullable":false)") + "," +
                                                 column("role", R"("references":"roles.id")"))),
                  version(4, "", {"DROP TABLE roles"}), version(5, table("roles", column("id")))});
}

TEST_CASE("Each column knows the version it came from, changed last and went") {
  const auto lives = draw::lives_of(life());
  REQUIRE(lives.tables.size() == 2);
  const auto& people = lives.tables[0];
  REQUIRE(people.columns.size() == 3);
  CHECK(people.columns[0].column.name == "id");
  CHECK(people.columns[0].born == 0);
  CHECK(people.columns[0].changed == 2);
  CHECK(people.columns[1].column.name == "role");
  CHECK(people.columns[1].born == 2);
  CHECK(people.columns[2].column.name == "name");
  CHECK(people.columns[2].gone == 2U);
}

TEST_CASE("A table that went and came back has a state for each") {
  const auto lives = draw::lives_of(life());
  const auto& roles = lives.tables[1];
  REQUIRE(roles.states.size() == 3);
  CHECK(roles.states[0].since == 1);
  CHECK_FALSE(roles.states[1].table);
  CHECK(roles.states[2].since == 4);
  CHECK(roles.alive());
  REQUIRE(lives.relations.size() == 1);
  CHECK(lives.relations[0].there ==
        std::vector<std::pair<std::size_t, std::size_t>>{{2, 3}, {4, 5}});
}

TEST_CASE("The film holds every row that ever was, and what is gone is folded away") {
  const auto all = life();
  const auto film = draw::film_of(all, draw::lives_of(all), "");
  const auto data = nlohmann::json::parse(film.data);
  CHECK(data["versions"].size() == 5);
  CHECK(data["tables"][0]["rows"] == nlohmann::json({"id", "name", "id", "role"}));
  CHECK(data["tables"][0]["states"][1] == nlohmann::json::parse(R"([2,"3",[2,3]])"));
  std::size_t folded = 0;
  for (auto at = film.svg.find("display:none"); at != std::string::npos;
       at = film.svg.find("display:none", at + 1)) {
    ++folded;
  }
  CHECK(folded == 2);
}

TEST_CASE("A hostile name cannot end the script element that holds the film's data") {
  const auto all = history({version(1, table("x</script><!--", column("y</script>")))});
  const auto film = draw::film_of(all, draw::lives_of(all), "");
  CHECK(film.data.find('<') == std::string::npos);
  CHECK(film.svg.find("</script") == std::string::npos);
}

}  // namespace
}  // namespace helium
