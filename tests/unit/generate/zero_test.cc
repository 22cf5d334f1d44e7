// The plain value that rows get in a new column.
#include "generate/zero.h"

#include <catch2/catch.hpp>

#include "helium/error.h"

using namespace helium;

namespace {

std::string zero_of(const std::string& type) {
  Column column;
  column.name = "c";
  column.type = type;
  return generate::zero_value("t", column, {});
}

}  // namespace

TEST_CASE("A type's plain value is found by its whole words") {
  CHECK(zero_of("int") == "0");
  CHECK(zero_of("INT(11) unsigned") == "0");
  CHECK(zero_of("integer") == "0");
  CHECK(zero_of("int8") == "0");
  CHECK(zero_of("interval") == "'0'");
  CHECK(zero_of("interval day to second") == "'0'");
  CHECK(zero_of("timestamptz") == "'1970-01-01 00:00:01'");
  CHECK(zero_of("timestamp(6) with time zone") == "'1970-01-01 00:00:01'");
  CHECK(zero_of("time without time zone") == "'00:00:00'");
  CHECK(zero_of("boolean") == "false");
  CHECK(zero_of("jsonb") == "'{}'");
  CHECK(zero_of("character varying(20)") == "''");
  CHECK(zero_of("text[]") == "'{}'");
}

TEST_CASE("A type that only begins like a known one has no plain value") {
  for (const char* type : {"int4range", "integer_list", "datetimeoffset", "textual", "point"}) {
    CAPTURE(type);
    CHECK_THROWS_AS(zero_of(type), Error);
  }
}
