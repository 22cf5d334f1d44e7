// What MariaDB writes of a table, without what is no part of its schema.
#include "catalog/table_texts.h"

#include <catch2/catch.hpp>
#include <string>

#include "dialect/dialect.h"
#include "support/fake_session.h"

using namespace helium;
using catalog::schema_part;

namespace {

std::string table(const std::string& columns, const std::string& end) {
  return "CREATE TABLE `t` (\n" + columns + "\n) ENGINE=InnoDB" + end;
}

const std::string charset = " DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin";
const std::string id = "  `id` int(11) NOT NULL AUTO_INCREMENT,\n  PRIMARY KEY (`id`)";

// A server of one table, with the rows that each question finds by a word in it.
Digests digests_of(const std::string& text, const std::string& row_format, bool refused = false) {
  test::FakeSession session;
  session.answers = [&](const session::Question& question) -> session::Rows {
    const auto asks = [&](const char* word) {
      return question.text.find(word) != std::string::npos;
    };
    if (asks("SHOW CREATE TABLE `s`.`t`")) {
      if (refused) {
        throw Error(Fault::database, "denied");
      }
      return {{}, {{"t", text}}};
    }
    if (asks("SHOW FULL TABLES")) {
      return {{}, {{"t", "BASE TABLE"}}};
    }
    if (asks("what information_schema says")) {
      return {{}, {{"of", "", "rows"}, {"table", "t", "7"}}};
    }
    if (asks("what SHOW CREATE TABLE says")) {
      return {{}, {{"texts"}}};
    }
    return asks("t.row_format") ? session::Rows{{}, {{"t", "", row_format, "0"}}} : session::Rows{};
  };
  return catalog::digests(session, dialect::read("mariadb"), {"s", "helium_", {}});
}

}  // namespace

TEST_CASE("The next number of AUTO_INCREMENT is no part of a table's schema") {
  CHECK(schema_part(table(id, " AUTO_INCREMENT=44" + charset), "`s`") == table(id, charset));
  CHECK(schema_part(table(id, charset), "`s`") == table(id, charset));
  CHECK(schema_part(table(id, " AUTO_INCREMENT=44"), "`s`") == table(id, ""));
  CHECK(schema_part(table(id, " AUTO_INCREMENT=44\n PARTITION BY HASH (`id`)"), "`s`") ==
        table(id, "\n PARTITION BY HASH (`id`)"));
}

TEST_CASE("Names, comments and literals that look like the end of a table stay") {
  for (const std::string column : {
           "  `a\n) ENGINE=InnoDB AUTO_INCREMENT=5` int(11)",
           "  `a``\n) ENGINE=InnoDB AUTO_INCREMENT=5` int(11)",
           "  `a` int(11) COMMENT 'it''s\n) ENGINE=InnoDB AUTO_INCREMENT=5'",
           "  `a` int(11) COMMENT 'AUTO_INCREMENT=5 ` DEFAULT nextval(`s`.`n`)'",
           "  `a` varchar(9) CHECK (`a` <> '\\'\n) ENGINE=InnoDB AUTO_INCREMENT=5')",
           "  `a` varchar(9) CHECK (`a` <> '\\\\')",
           "  ` DEFAULT nextval(``s``.` int(11)",
       }) {
    INFO(column);
    const std::string after = charset + " COMMENT='x\n) ENGINE=InnoDB AUTO_INCREMENT=3'";
    CHECK(schema_part(table(column, " AUTO_INCREMENT=7" + after), "`s`") == table(column, after));
  }
}

TEST_CASE("The schema's own name goes only where a default begins with its sequence") {
  const auto column = [](const std::string& value) {
    return table("  `a` int(11) DEFAULT " + value, charset);
  };
  CHECK(schema_part(column("nextval(`s`.`n`)"), "`s`") == column("nextval(`n`)"));
  CHECK(schema_part(column("nextval(`a``b`.`n`)"), "`a``b`") == column("nextval(`n`)"));
  for (const std::string value :
       {"nextval(`other`.`n`)", "(1 + nextval(`s`.`n`))", "'nextval(`s`.`n`)'"}) {
    CHECK(schema_part(column(value), "`s`") == column(value));
  }
}

TEST_CASE("Where the text tells half of it, the digest has the other half too") {
  const std::string half = table(id, charset + " ROW_FORMAT=COMPRESSED");
  CHECK(digests_of(half, "Compressed") == digests_of(half, "Compressed"));
  CHECK_FALSE(digests_of(half, "Compressed") == digests_of(half, "Dynamic"));
  const std::string whole = table(id, charset);
  CHECK(digests_of(whole, "Compressed") == digests_of(whole, "Dynamic"));
}

TEST_CASE("A text that is refused, or of a temporary table, leaves digests of the other kind") {
  const std::string text = table(id, charset);
  const std::string temporary = "CREATE TEMPORARY TABLE `t` (\n" + id + "\n) ENGINE=InnoDB";
  CHECK(digests_of(text, "").of.ends_with("texts"));
  CHECK(digests_of(text, "", true).of.ends_with("rows"));
  CHECK(digests_of(temporary, "").of.ends_with("rows"));
  CHECK(digests_of(temporary, "").tables.at("t") == "7");
}
