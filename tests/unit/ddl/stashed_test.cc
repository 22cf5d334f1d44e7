#include <catch2/catch.hpp>

#include "ddl/stashed.h"

using namespace helium;

namespace {

Statement said(const std::string& text) {
  Statement statement;
  statement.text = text;
  return statement;
}

}  // namespace

TEST_CASE("The statement that makes a stash says what it keeps") {
  using Kind = Stash::Kind;
  struct Case {
    std::string text;
    Kind kind;
    std::string of;
  };
  const std::vector<Case> cases = {
      {R"(ALTER TABLE "note" RENAME TO "s_1")", Kind::table, "note"},
      {R"(RENAME TABLE "note" TO "s_1")", Kind::table, "note"},
      {R"(ALTER SEQUENCE "of ""all""" RENAME TO "s_1")", Kind::sequence, "of \"all\""},
      {R"(CREATE TABLE "s_1" AS SELECT "id", "from" FROM "person" WHERE x = 1)", Kind::rows,
       "person"},
      {R"(CREATE TABLE "s_1" (PRIMARY KEY ("id")) AS SELECT "id", "s_1" AS "fax" FROM "person" WHERE 1 = 0)",
       Kind::rows, "person"},
      {R"(CREATE TABLE "s_1" AS (SELECT "id" FROM "person") WITH NO DATA)", Kind::rows, "person"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.text);
    const auto found = ddl::stashed({said("DROP INDEX i"), said(one.text)}, "s_1", Lexicon());
    REQUIRE(found);
    CHECK(found->kind == one.kind);
    CHECK(found->of == one.of);
  }
}

TEST_CASE("A statement that does something else with a stash makes none") {
  for (const std::string text : {R"(ALTER TABLE "s_1" RENAME TO "note")", R"(DROP TABLE "s_1")",
                                 R"(ALTER TABLE "person" RENAME COLUMN "fax" TO "s_1")",
                                 R"(CREATE TABLE "s_12" AS SELECT "id" FROM "person")",
                                 R"(INSERT INTO "s_1" ("id") SELECT "id" FROM "person")"}) {
    CAPTURE(text);
    CHECK_FALSE(ddl::stashed({said(text)}, "s_1", Lexicon()));
  }
}
