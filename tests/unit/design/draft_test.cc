#include <catch2/catch.hpp>

#include "design/draft.h"
#include "helium/error.h"

using namespace helium;

TEST_CASE("A title drafts the statements it speaks of, and their way back") {
  struct {
    const char* title;
    const char* table;
    const char* forward;
    const char* reverse;
  } const rows[] = {
      {"Create the table customers", "customers",
       "CREATE TABLE ${SCHEMA}${TABLE} (\n  id ${INTEGER} NOT NULL ${PRIMARY},\n  name "
       "${VARCHAR_100} NOT NULL\n)",
       "DROP TABLE ${SCHEMA}${TABLE}"},
      {"add email to customers", "customers",
       "ALTER TABLE ${SCHEMA}${TABLE} ADD COLUMN email ${VARCHAR_255}",
       "ALTER TABLE ${SCHEMA}${TABLE} DROP COLUMN email"},
      {"Remove column email from customers.", "customers",
       "ALTER TABLE ${SCHEMA}${TABLE} DROP COLUMN email",
       "ALTER TABLE ${SCHEMA}${TABLE} ADD COLUMN email ${VARCHAR_255}"},
      {"rename email to mail in customers", "customers",
       "ALTER TABLE ${SCHEMA}${TABLE} RENAME COLUMN email TO mail",
       "ALTER TABLE ${SCHEMA}${TABLE} RENAME COLUMN mail TO email"},
  };
  for (const auto& row : rows) {
    const design::Draft draft = design::draft_of(row.title);
    INFO(row.title);
    CHECK(draft.table == row.table);
    CHECK(draft.forward == row.forward);
    CHECK(draft.reverse == row.reverse);
  }
}

TEST_CASE("Any other title makes a table of its own") {
  CHECK(design::draft_of("two\nlines").title == "two lines");
  CHECK_THROWS_AS(design::draft_of("\n"), Error);
  CHECK(design::draft_of("and another; DROP TABLE x").table == "and_another_drop_x");
  CHECK(design::draft_of("2026 reports").table == "example");
  CHECK(design::draft_of("\xC3\xBC").table == "example");
}
