#include "generate/checkpoint.h"

#include <catch2/catch.hpp>

#include "design/checkpoint.h"

using namespace helium;

TEST_CASE("What a checkpoint is written as, is read again") {
  Checkpoint checkpoint;
  checkpoint.design = "shop";
  checkpoint.number = 1001;
  checkpoint.folds = {{1000, "aa"}, {1001, "bb"}};
  const std::string page = generate::checkpoint_page(
      checkpoint,
      {{"sqlite",
        {{"CREATE TABLE a (b)", "INSERT INTO a VALUES ('${X}]=]')"}, "", "0a", "SQLite 3"}},
       {"mysql",
        {{"one\r\ntwo", "\nthree", "$f$ $${x} $",
          "CREATE VIEW v AS SELECT b FROM `here`.a, here.c"},
         "here",
         "0b",
         "MySQL 9"}}},
      "2026-11-21");
  const Checkpoint read = design::checkpoint_of(page);
  CHECK(read.as_proved);
  CHECK(read.folds == checkpoint.folds);
  CHECK(read.dialects == std::map<std::string, std::string>{{"mysql", "0b"}, {"sqlite", "0a"}});
  CHECK(page.find("\n-- What shop_1000 to shop_1001 make, for databases that are empty\n") !=
        std::string::npos);
  CHECK(page.find("\n        [=[CREATE TABLE a (b)]=],\n") != std::string::npos);
  CHECK(page.find("[==[INSERT INTO a VALUES ('${DOLLAR}{X}]=]')]==]") != std::string::npos);
  CHECK(page.find("\"one\\r\\ntwo\"") != std::string::npos);
  CHECK(page.find("[=[$f$ ${DOLLAR}${DOLLAR}{x} $]=]") != std::string::npos);
  CHECK(page.find("SELECT b FROM ${SCHEMA}a, ${SCHEMA}c]=]") != std::string::npos);
  CHECK(page.find("\"\\nthree\"") != std::string::npos);
}
