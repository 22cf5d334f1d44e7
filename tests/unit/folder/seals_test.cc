#include "folder/seals.h"

#include <catch2/catch.hpp>
#include <string>

#include "dialect/dialect.h"
#include "folder/folder.h"
#include "folder/rows.h"
#include "seal/base64.h"
#include "seal/brotli.h"

using namespace helium;
using folder::QueryRow;
using folder::RowType;
using folder::seals_of;

namespace {

const Lexicon& lexicon_of(const std::string& name) {
  static std::map<std::string, Dialect> read;
  if (read.count(name) == 0) {
    read.emplace(name, dialect::read(name));
  }
  return read.at(name).lexicon;
}

}  // namespace

TEST_CASE("a sealed text is opened in the words of every engine") {
  const std::string plain = "'" + seal::base64("SELECT 'x'") + "'";
  const std::string small = "'" + seal::base64(seal::brotli("SELECT 'x'", 11)) + "'";
  const struct {
    const char* dialect;
    std::string call;
    bool compressed;
  } calls[] = {
      {"postgresql", "CONVERT_FROM(DECODE(" + plain + ", 'base64'), 'UTF8')", false},
      {"postgresql", "demo.brotli_decompress(DECODE(" + small + ", 'base64'))", true},
      {"mysql", "cast(FROM_BASE64(" + plain + ") as char character set utf8mb4)", false},
      {"mariadb", "brotli_decompress(FROM_BASE64(" + small + "))", true},
      {"sqlite", "CRYPTO_DECODE(" + plain + ",'base64')", false},
      {"sqlite", "BROTLI_DECOMPRESS(CRYPTO_DECODE(" + small + ",'base64'))", true},
      {"db2", "DEMO.BASE64DECODE(" + plain + ")", false},
      {"db2", "DEMO.BROTLI_DECOMPRESS(DEMO.BASE64DECODEBINARY(" + small + "))", true},
      {"sqlite", "CAST(BASE64_DECODE(" + plain + ") AS BLOB SUB_TYPE TEXT)", false},
      {"postgresql", "\"demo\" . decode ( /* why */ " + plain + " , 'base64' )", false},
  };
  for (const auto& [dialect, call, compressed] : calls) {
    CAPTURE(dialect, call);
    const std::string sql = "SELECT 1, " + call + " AS code";
    const auto seals = seals_of(sql, lexicon_of(dialect));
    REQUIRE(seals.size() == 1);
    CHECK(sql.substr(seals[0].offset, seals[0].length) == call);
    CHECK(seals[0].text == "SELECT 'x'");
    CHECK(seals[0].compressed == compressed);
  }
}

TEST_CASE("what only looks sealed is left alone") {
  for (const std::string sql :
       {"SELECT DECODE(code, 'base64')", "SELECT CAST('Zm9v' AS text)", "SELECT 'Zm9v'",
        "SELECT DECODE('no base64', 'base64')",
        "SELECT brotli_decompress(DECODE('Zm9v', 'base64'))", "-- DECODE('Zm9v', 'base64')",
        "SELECT DECODE('Zm9v', 'base64'", "SELECT ' DECODE(''Zm9v'')'"}) {
    CAPTURE(sql);
    CHECK(seals_of(sql, lexicon_of("postgresql")).empty());
  }
}

TEST_CASE("seals inside a call of the product's own are found") {
  const auto seals =
      seals_of("SELECT demo.json_ingest (CONVERT_FROM(DECODE('e30=', 'base64'), 'UTF8'))",
               lexicon_of("postgresql"));
  REQUIRE(seals.size() == 1);
  CHECK(seals[0].text == "{}");
}

TEST_CASE("rows for the queries table are read from SELECT and from VALUES") {
  const std::string columns =
      "INSERT INTO demo.queries (query_id, query_ref, query_type_a28, code, name, collection) ";
  const std::string code =
      "CONVERT_FROM(DECODE('" + seal::base64("DROP 1") + "', 'base64'), 'UTF8')";
  for (const std::string& sql :
       {columns +
            "WITH n AS (SELECT MAX(query_id) + 1 AS i FROM demo.queries) SELECT i, 1002, 1001, " +
            code + " AS code, 'It''s' AS name, demo.json_ingest(DECODE('e30=', 'base64')) FROM n",
        columns + "VALUES (7, 1002, 1001, " + code + ", 'It''s', DECODE('e30=', 'base64'))"}) {
    CAPTURE(sql);
    const auto rows = folder::rows_of(sql, lexicon_of("postgresql"));
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].ref == 1002);
    CHECK(rows[0].is(RowType::reverse));
    CHECK(rows[0].code == "DROP 1");
    CHECK(rows[0].name == "It's");
    CHECK(rows[0].collection == "{}");
  }
}

TEST_CASE("several rows of one VALUES are several rows, and another table has none") {
  const Lexicon& lexicon = lexicon_of("sqlite");
  const auto rows = folder::rows_of(
      "INSERT INTO queries (query_ref, query_type_a28) VALUES (1, 1000), (2, 1000)", lexicon);
  REQUIRE(rows.size() == 2);
  CHECK(rows[1].ref == 2);
  CHECK(folder::rows_of("INSERT INTO lookups (query_ref) VALUES (1)", lexicon).empty());
  CHECK(folder::rows_of("UPDATE queries SET query_type_a28 = 1003", lexicon).empty());
}

TEST_CASE("raw line ends inside JSON strings become escapes") {
  CHECK(folder::mended_json("{\n \"a\": \"x\ny\t\\\"z\n\" }") ==
        "{\n \"a\": \"x\\ny\\t\\\"z\\n\" }");
  CHECK(folder::mended_json("{}") == "{}");
}
