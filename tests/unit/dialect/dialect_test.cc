#include "dialect/dialect.h"

#include <catch2/catch.hpp>
#include <string>

#include "helium/error.h"

using namespace helium;

TEST_CASE("every dialect reads, with its own traits") {
  struct Expected {
    const char* name;
    bool ddl_in_transaction;
    bool schemas;
    bool session_lock;
    std::uint32_t literal_bytes;
  };
  const Expected table[] = {{"postgresql", true, true, true, 0},
                            {"mysql", false, true, true, 0},
                            {"mariadb", false, true, true, 0},
                            {"sqlite", true, false, false, 0},
                            {"db2", true, true, false, 32672}};
  for (const auto& expected : table) {
    CAPTURE(expected.name);
    const Dialect dialect = dialect::read(expected.name);
    CHECK(dialect.lexicon.dialect == expected.name);
    CHECK(dialect.traits.ddl_in_transaction == expected.ddl_in_transaction);
    CHECK(dialect.traits.schemas == expected.schemas);
    CHECK(dialect.traits.session_lock == expected.session_lock);
    CHECK(dialect.traits.literal_bytes == expected.literal_bytes);
    CHECK_FALSE(dialect.history.empty());
  }
}

TEST_CASE("an unknown dialect is refused with the nearest name") {
  try {
    (void)dialect::read("postgres");
    FAIL("it must be refused");
  } catch (const Error& error) {
    CHECK(error.fault() == Fault::usage);
    CHECK(error.hint() == "did you mean postgresql?");
  }
}

TEST_CASE("every dialect knows the same macros but for helpers of its own") {
  const Dialect first = dialect::read("mariadb");
  for (const auto name : dialect_names) {
    const Dialect other = dialect::read(name);
    for (const auto& [macro, value] : first.macros) {
      if (macro != "JSON_INGEST_DEFINITION") {
        CAPTURE(name, macro);
        CHECK(other.macros.count(macro) == 1);
      }
    }
  }
}
