// What waits for an undo, as a script.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "helium/engine.h"
#include "support/servers.h"

using namespace helium;

namespace {

namespace fs = std::filesystem;

// A table, and a migration that drops one of its columns.
class Folder {
 public:
  Folder() {
    fs::create_directory(folder_);
    std::ofstream(folder_ + "/kept_1.lua")
        << "return { forward = function(queries)\n"
           "queries:create_table('item', { columns = { { name = 'id', type = 'integer', "
           "primary_key "
           "= true }, { name = 'word', type = 'varchar(40)' } } })\nend }\n";
    std::ofstream(folder_ + "/kept_2.lua")
        << "return { forward = function(queries) queries:drop_column('item', 'word') end }\n";
  }
  ~Folder() { fs::remove_all(folder_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  [[nodiscard]] const std::string& folder() const { return folder_; }

 private:
  std::string folder_ = std::string(std::tmpnam(nullptr)) + "_kept";
};

}  // namespace

TEST_CASE("A stash is written out piece by piece, and the pieces have every row once") {
  for (const auto& server : test::servers({"postgresql", "mysql", "mariadb", "sqlite"})) {
    DYNAMIC_SECTION(server.dialect) {
      const test::TempSchema place(server);
      const Folder design;
      Target target = place.target();
      target.designs = {design.folder()};
      Engine engine(target);
      REQUIRE_FALSE(engine.move({.verb = Goal::Verb::up, .to = 1}).failed);
      const auto session = place.open();
      std::string rows;
      for (int id = 1; id <= 1000; ++id) {
        rows += (rows.empty() ? "(" : ", (") + std::to_string(id) + ", 'word " +
                std::to_string(id) + "')";
      }
      test::run(*session, "INSERT INTO item VALUES " + rows);
      REQUIRE_FALSE(engine.move({.verb = Goal::Verb::up}).failed);
      std::vector<std::string> inserts;
      std::size_t pieces = 0;
      engine.stash_script("kept@2", [&](const StashScript& piece) {
        CHECK(piece.stashes.size() == std::size_t{++pieces == 1});
        CHECK(piece.statements.size() <= 1);
        for (const std::string& statement : piece.statements) {
          if (statement.rfind("INSERT", 0) == 0) {
            inserts.push_back(statement);
          }
        }
      });
      REQUIRE(inserts.size() == 10);  // of a hundred rows each
      REQUIRE_FALSE(engine.move({.verb = Goal::Verb::down}).failed);
      test::run(*session, "CREATE TABLE helium_stash_kept_2_1 (id integer, word varchar(40))");
      for (const std::string& statement : inserts) {
        test::run(*session, statement);
      }
      CHECK(test::value(*session,
                        "SELECT count(*) FROM helium_stash_kept_2_1 s JOIN item i ON i.id = s.id "
                        "AND i.word = s.word") == "1000");
      CHECK(test::value(*session, "SELECT count(*) FROM helium_stash_kept_2_1") == "1000");
    }
  }
}
