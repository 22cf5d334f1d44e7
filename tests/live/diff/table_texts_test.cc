// MariaDB's digests come from what SHOW CREATE TABLE says, where a user gets all of it: what is no
// part of the schema makes no difference, and what looks like it does.
#include <catch2/catch.hpp>

#include "catalog/catalog.h"
#include "dialect/dialect.h"
#include "helium/engine.h"
#include "live/diff/sides.h"

using namespace helium;
using namespace helium::test;

namespace {

Digests digests(session::Session& session, const Side& side) {
  return catalog::digests(session, dialect::read("mariadb"), {side.place().name(), "helium_", {}});
}

Digests digests(Side& side) {
  Digests told = digests(side.session(), side);
  CHECK(told.of.find("SHOW CREATE TABLE") != std::string::npos);
  return told;
}

// A user of that right on the side's schema, and on nothing else.
class User {
 public:
  User(Side& side, const std::string& right) : side_(side), name_("u_" + side.place().name()) {
    side.load("CREATE USER `" + name_ + "`@localhost; GRANT " + right + " ON `" +
              side.place().name() + "`.* TO `" + name_ + "`@localhost;");
    Target target = side.place().target();
    target.url.user = name_;
    session_ = session::open(target, {});
  }
  ~User() { side_.load("DROP USER `" + name_ + "`@localhost;"); }
  User(const User&) = delete;
  User& operator=(const User&) = delete;

  [[nodiscard]] session::Session& session() { return *session_; }

 private:
  Side& side_;
  std::string name_;
  std::unique_ptr<session::Session> session_;
};

}  // namespace

TEST_CASE("Rows that come and a next number that moves leave a table's digest as it is") {
  for (const LiveServer& server : servers({"mariadb"})) {
    Side side(server);
    side.load("CREATE TABLE a (id int AUTO_INCREMENT PRIMARY KEY, n int) COMMENT 'of n';");
    const Digests before = digests(side);
    side.load("INSERT INTO a (n) VALUES (1), (2), (3);");
    CHECK(digests(side) == before);
    side.load("ALTER TABLE a AUTO_INCREMENT = 900;");
    CHECK(digests(side) == before);
    side.load("ALTER TABLE a MODIFY n bigint;");
    CHECK_FALSE(digests(side) == before);
  }
}

TEST_CASE("What only looks like the next number tells two tables apart") {
  struct Likeness {
    std::string before;
    std::string after;
  };
  const std::string head = "CREATE TABLE a (id int AUTO_INCREMENT PRIMARY KEY, ";
  const std::vector<Likeness> likenesses = {
      {head + "n int) AUTO_INCREMENT = 7 COMMENT 'AUTO_INCREMENT=5';",
       head + "n int) AUTO_INCREMENT = 7 COMMENT 'AUTO_INCREMENT=6';"},
      {head + "n int COMMENT 'it''s\n) ENGINE=InnoDB AUTO_INCREMENT=5');",
       head + "n int COMMENT 'it''s\n) ENGINE=InnoDB AUTO_INCREMENT=6');"},
      {head + "`n``\n) ENGINE=InnoDB AUTO_INCREMENT=5` int);",
       head + "`n``\n) ENGINE=InnoDB AUTO_INCREMENT=6` int);"},
      {head + "n varchar(40) DEFAULT '\\'\\\\\n) ENGINE=InnoDB AUTO_INCREMENT=5');",
       head + "n varchar(40) DEFAULT '\\'\\\\\n) ENGINE=InnoDB AUTO_INCREMENT=6');"},
      {head + "n varchar(40), CHECK (n <> '\\'\n) ENGINE=InnoDB AUTO_INCREMENT=5'));",
       head + "n varchar(40), CHECK (n <> '\\'\n) ENGINE=InnoDB AUTO_INCREMENT=6'));"},
      {head + "n int) ROW_FORMAT=COMPACT;", head + "n int) ROW_FORMAT=REDUNDANT;"},
      {head + "n int AS (id + 1));", head + "n int AS (id + 2));"}};
  for (const LiveServer& server : servers({"mariadb"})) {
    for (const Likeness& likeness : likenesses) {
      INFO(likeness.before);
      Side side(server);
      side.load("CREATE TABLE `b``y` (id int);\n" + likeness.before);
      const Digests before = digests(side);
      side.load("DROP TABLE a; " + likeness.before);
      CHECK(digests(side) == before);
      side.load("DROP TABLE a; " + likeness.after);
      CHECK(catalog::differing(before, digests(side)) == std::set<std::string>{"a"});
    }
  }
}

TEST_CASE("Two schemas are the same where a default begins with the sequence of its own") {
  const std::string sequence = "CREATE SEQUENCE s;\n";
  for (const LiveServer& server : servers({"mariadb"})) {
    for (const auto& [table, same] :
         {std::pair("CREATE TABLE a (id int DEFAULT nextval(s), n int AUTO_INCREMENT PRIMARY KEY);",
                    true),
          std::pair("CREATE TABLE a (id int DEFAULT (1 + nextval(s)));", false)}) {
      INFO(table);
      Side left(server);
      Side right(server);
      left.load(sequence + table);
      right.load(sequence + table);
      CHECK((digests(left) == digests(right)) == same);
      CHECK((left.text() == right.text()) == same);
    }
  }
}

// Of a table on which a user may only read, information_schema tells no foreign keys; the text
// does.
TEST_CASE("A user who does not see the whole of every table has digests of another kind") {
  for (const LiveServer& server : servers({"mariadb"})) {
    Side side(server);
    side.load("CREATE TABLE a (id int PRIMARY KEY, n int, FOREIGN KEY (n) REFERENCES a (id));");
    const Digests all = digests(side);
    {
      User reader(side, "SELECT");
      const Digests read = digests(reader.session(), side);
      CHECK(read.of.find("what information_schema says") != std::string::npos);
      CHECK(read.tables.count("a") == 1);
    }
    User writer(side, "SELECT, INSERT");
    const Digests written = digests(writer.session(), side);
    CHECK(written.of == all.of);
    CHECK(written.tables == all.tables);
  }
}

TEST_CASE("A few tables that are read by their names are read as the whole schema has them") {
  for (const LiveServer& server : servers({"mariadb"})) {
    Side side(server);
    side.load(
        "CREATE TABLE b (id int);\n"
        "CREATE TABLE B (id int PRIMARY KEY, n int, KEY b_n (n), CHECK (n > 1));\n"
        "CREATE TABLE `it's ``:v1\\;{each:y}%` (id int PRIMARY KEY, b int COMMENT 'c',\n"
        "  CONSTRAINT k FOREIGN KEY (b) REFERENCES B (id) ON DELETE CASCADE);\n"
        "CREATE TABLE parts (id int) PARTITION BY KEY (id) PARTITIONS 2;");
    const std::set<std::string> wanted = {"B", "it's `:v1\\;{each:y}%", "parts"};
    Schema whole = side.inspect();
    std::erase_if(whole.tables, [&](const Table& one) { return wanted.count(one.name) == 0; });
    REQUIRE(whole.tables.size() == 3);
    const Schema few = catalog::inspect(side.session(), dialect::read("mariadb"),
                                        {side.place().name(), "helium_", wanted});
    CHECK(schema_json(few) == schema_json(whole));
  }
}
