#include <catch2/catch.hpp>

#include "dialect/dialect.h"
#include "expand/expand.h"
#include "helium/error.h"

using namespace helium;

namespace {

Sections of(const std::string& text, const std::string& dialect = "postgresql",
            const std::string& reverse = {}) {
  const Dialect read = dialect::read(dialect);
  expand::Setting setting;
  setting.dialect = &read;
  Migration migration;
  migration.path = "0001_a.sql";
  migration.text = text;
  migration.reverse_text = reverse;
  migration.reverse_path = reverse.empty() ? "" : "0001_a.down.sql";
  return expand::sql_sections(migration, setting);
}

std::vector<std::string> texts(const std::vector<Statement>& statements) {
  std::vector<std::string> all;
  for (const Statement& one : statements) {
    all.push_back(one.text);
  }
  return all;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("The markers of the common tools part a file into its two ways") {
  for (const auto& [up, down] :
       {std::pair("-- UP", "-- DOWN"), std::pair("--up", "--down"), std::pair("-- Up:", "-- Down:"),
        std::pair("-- migrate:up", "-- migrate:down"), std::pair("-- +goose Up", "-- +goose Down"),
        std::pair("-- +migrate Up", "-- +migrate Down"),
        std::pair("", "---- create above / drop below ----")}) {
    CAPTURE(up);
    const Sections sections = of(std::string(up) + "\nCREATE TABLE a (b int);\nSELECT 1\n" + down +
                                 "\n  DROP TABLE a;\n");
    CHECK(texts(sections.forward) == Lines{"CREATE TABLE a (b int)", "SELECT 1"});
    CHECK(texts(sections.reverse) == Lines{"DROP TABLE a"});
    CHECK(sections.has_reverse);
    CHECK(sections.reverse[0].span.line == 5);
    CHECK(sections.reverse[0].span.column == 3);
  }
}

TEST_CASE("Between the markers of a tool, up and down are remarks") {
  const Sections sections =
      of("-- +goose Up\nSELECT 1;\n-- up\nSELECT 2;\n-- down\nSELECT 3;\n"
         "-- +goose Down\nSELECT 4;");
  CHECK(texts(sections.forward) == Lines{"SELECT 1", "SELECT 2", "SELECT 3"});
  CHECK(texts(sections.reverse) == Lines{"SELECT 4"});
}

TEST_CASE("A way back that holds no statement is none, unless there is nothing to take back") {
  const std::string up = "-- +goose Up\nSELECT 1;\n-- +goose Down\n";
  for (const char* down : {"", "-- nothing\n", "-- +goose StatementBegin\n-- +goose StatementEnd\n",
                           "BEGIN;\nCOMMIT;\n", ";\n"}) {
    CAPTURE(down);
    const Sections sections = of(up + down);
    CHECK_FALSE(sections.has_reverse);
    CHECK(sections.irreversible == "its reverse section is empty");
  }
  CHECK_FALSE(of("SELECT 1;", "postgresql", "-- nothing\n").has_reverse);
  CHECK(of("-- UP\n-- DOWN\n").has_reverse);
}

TEST_CASE("What is quoted keeps the file's own line ends") {
  const std::string text =
      "-- UP\r\nINSERT INTO a\r\nVALUES ('one\r\ntwo', 'x\ry'); -- b\r\nSELECT $$a\r\nb$$;\r\n"
      "-- DOWN\r\nDELETE\r\nFROM a;\r\n";
  const Sections sections = of(text);
  CHECK(texts(sections.forward) ==
        Lines{"INSERT INTO a\nVALUES ('one\r\ntwo', 'x\ry')", "SELECT $$a\r\nb$$"});
  CHECK(texts(sections.reverse) == Lines{"DELETE\nFROM a"});
  CHECK(sections.forward[1].span.line == 6);
  CHECK(texts(of("\xEF\xBB\xBFSELECT 'a\r\n';").forward) == Lines{"SELECT 'a\r\n'"});
}

TEST_CASE("A BEGIN that asks for more than Helium's transaction is told of") {
  for (const auto& [begin, dialect, lost] :
       {std::tuple("BEGIN ISOLATION LEVEL SERIALIZABLE", "postgresql",
                   "ISOLATION LEVEL SERIALIZABLE"),
        std::tuple("START TRANSACTION READ ONLY", "postgresql", "READ ONLY"),
        std::tuple("start transaction with consistent snapshot", "mysql",
                   "WITH CONSISTENT SNAPSHOT"),
        std::tuple("BEGIN", "postgresql", ""), std::tuple("BEGIN WORK", "mysql", ""),
        std::tuple("BEGIN TRANSACTION READ WRITE", "postgresql", ""),
        std::tuple("BEGIN ISOLATION LEVEL READ COMMITTED", "postgresql", ""),
        std::tuple("BEGIN IMMEDIATE", "sqlite", ""), std::tuple("BEGIN EXCLUSIVE", "sqlite", "")}) {
    CAPTURE(begin);
    const Sections sections =
        of(std::string("-- UP\n") + begin + ";\nSELECT 1;\nCOMMIT;\n", dialect);
    CHECK(texts(sections.forward) == Lines{"SELECT 1"});
    REQUIRE(sections.findings.size() == (*lost == 0 ? 0 : 1));
    if (!sections.findings.empty()) {
      CHECK(sections.findings[0].rule == "transaction_mode");
      CHECK(sections.findings[0].where.line == 2);
      CHECK(sections.findings[0].message.find(lost) != std::string::npos);
    }
  }
}

TEST_CASE("Without a transaction of ours the file's own stands") {
  const Sections sections =
      of("-- +goose NO TRANSACTION\n-- +goose Up\nBEGIN ISOLATION LEVEL SERIALIZABLE;\nSELECT 1;\n"
         "COMMIT;\n");
  CHECK(texts(sections.forward) ==
        Lines{"BEGIN ISOLATION LEVEL SERIALIZABLE", "SELECT 1", "COMMIT"});
  CHECK(sections.transaction == TransactionWish::none);
  CHECK(sections.findings.empty());
}

TEST_CASE("A file that is one way by its name has no markers") {
  const Dialect read = dialect::read("postgresql");
  expand::Setting setting;
  setting.dialect = &read;
  Migration migration;
  migration.path = "V1__a.sql";
  migration.text = "SELECT 1;\n-- up\nSELECT 2;\n-- down\nSELECT 3;";
  migration.forward_only = true;
  const Sections sections = expand::sql_sections(migration, setting);
  CHECK(texts(sections.forward) == Lines{"SELECT 1", "SELECT 2", "SELECT 3"});
  CHECK_FALSE(sections.has_reverse);
}

TEST_CASE("A way back that is not known as one never runs with the way up") {
  for (const char* marker :
       {"-- +goose Donw", "-- +goose ENVSUB ON", "-- +migrate Back", "-- migrate:down now",
        "-- migrate:dwon", "-- !Downs", "-- ==== DOWN ====", "-- Rollback"}) {
    CAPTURE(marker);
    CHECK_THROWS_AS(of(std::string("-- UP\nSELECT 1;\n") + marker + "\nDELETE FROM a;"), Error);
  }
  CHECK(of("-- migrate:up\nSELECT 1;\n-- migrate:down transaction:true\nSELECT 2;").has_reverse);
  CHECK(of("-- Migrate: users to accounts\n-- scale it down\nSELECT 1;").forward.size() == 1);
  CHECK_THROWS_AS(of("-- UP\nSELECT 1;\n-- DOWN\nSELECT 2;", "postgresql", "SELECT 3;"), Error);
}

TEST_CASE("A marker inside a text or behind a statement is none") {
  const Sections sections =
      of("-- UP\nINSERT INTO a VALUES ('\n-- DOWN\n'); -- DOWN\nDO $$\n-- DOWN\n$$;\n");
  CHECK(sections.forward.size() == 2);
  CHECK_FALSE(sections.has_reverse);
}

TEST_CASE("BEGIN and COMMIT around a way become the transaction of the step") {
  const Sections whole = of(
      "-- UP\nBEGIN;\nCREATE TABLE a (b int);\nCOMMIT;\n-- DOWN\nBEGIN;\nDROP TABLE a;\nCOMMIT;");
  CHECK(texts(whole.forward) == Lines{"CREATE TABLE a (b int)"});
  CHECK(texts(whole.reverse) == Lines{"DROP TABLE a"});
  CHECK(whole.transaction == TransactionWish::best);
  CHECK(of("-- UP\nSELECT 1;").transaction == TransactionWish::unset);
  CHECK(of("-- migrate:up transaction:false\nSELECT 1;").transaction == TransactionWish::none);
  CHECK(of("-- +goose NO TRANSACTION\n-- +goose Up\nSELECT 1;").transaction ==
        TransactionWish::none);
}

TEST_CASE("What stands between StatementBegin and StatementEnd is one statement") {
  const Sections sections =
      of("-- +goose Up\n-- +goose StatementBegin\nCREATE TRIGGER t AFTER INSERT ON a FOR EACH ROW\n"
         "BEGIN SET @x = 1; SET @y = 2; END;\n-- +goose StatementEnd\nSELECT 1;\n-- +goose Down\n",
         "mysql");
  CHECK(texts(sections.forward) ==
        Lines{"CREATE TRIGGER t AFTER INSERT ON a FOR EACH ROW\nBEGIN SET @x = 1; SET @y = 2; END",
              "SELECT 1"});
  CHECK_FALSE(sections.has_reverse);
  CHECK(sections.reverse.empty());
}

TEST_CASE("A file for each way keeps its own places") {
  const Sections sections = of("CREATE TABLE a (b int);", "sqlite", "\n\nDROP TABLE a;");
  CHECK(sections.reverse[0].span.file == "0001_a.down.sql");
  CHECK(sections.reverse[0].span.line == 3);
}
