// What inspect tells of the sample design is enough to make it again, on every server.
#include <catch2/catch.hpp>
#include <cstdio>
#include <fstream>
#include <string>

#include "helium/engine.h"
#include "support/servers.h"

using namespace helium;

namespace {

const std::string shop = std::string(HELIUM_SOURCE_DIR) + "/migrations/shop";

class File {
 public:
  explicit File(const std::string& text) { std::ofstream(path_) << text; }
  ~File() { std::remove(path_.c_str()); }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_ = std::string(std::tmpnam(nullptr)) + ".json";
};

}  // namespace

TEST_CASE("The statements of an inspected shop make an equal shop, and its JSON reads back equal") {
  for (const auto& server : test::servers({"postgresql", "mysql", "mariadb", "sqlite"})) {
    DYNAMIC_SECTION(server.dialect) {
      const test::TempSchema first(server);
      const test::TempSchema second(server);
      Target target = first.target();
      target.designs = {shop};
      Engine engine(target);
      REQUIRE_FALSE(engine.move({.verb = Goal::Verb::up}).failed);
      const Schema schema = engine.inspect();
      CHECK(schema.tables.size() >= 10);
      CHECK(schema.unknown.empty());
      {
        const auto session = second.open({.create = true});
        for (const auto& statement : statements_for(schema)) {
          test::run(*session, statement);
        }
      }
      const Schema again = Engine(second.target()).inspect();
      CHECK(statements_for(again) == statements_for(schema));
      CHECK(again == schema);
      const File json(schema_json(schema));
      const auto difference =
          difference_between({.from = json.path(), .to = second.url(), .schema = second.schema()});
      CHECK(difference.changes.empty());
      CHECK(difference.notes.empty());
    }
  }
}
