#include <catch2/catch.hpp>

#include "helium/version.h"
#include "history/history.h"
#include "history/kept.h"
#include "history/words.h"
#include "seal/sha256.h"
#include "support/fake_session.h"
#include "support/ledger_words.h"

using namespace helium;
using namespace helium::test;
using Kind = Shape::Kind;

namespace {

// One line per unit: "begin", the first word of our statements, the text of the author's, "commit".
std::vector<std::string> drawn(const std::vector<session::Unit>& units) {
  std::vector<std::string> lines;
  for (const session::Unit& unit : units) {
    std::string line = unit.begin ? "begin " : "";
    for (const Statement& statement : unit.statements) {
      const bool ours = statement.origin == Origin::helium;
      const bool event = statement.text.find("helium_events") != std::string::npos;
      line += (ours ? (event ? "event" : "row") : statement.text) + std::string(" ");
    }
    lines.push_back(line + (unit.commit ? "commit" : ""));
  }
  return lines;
}

}  // namespace

TEST_CASE("The units of a step, for each class") {
  const Statement ddl = sql_statement("DDL", Kind::ddl);
  const Statement dml = sql_statement("DML", Kind::dml);
  Statement outside = sql_statement("OUT", Kind::ddl);
  outside.shape.outside = true;
  const Statement set = sql_statement("SET", Kind::session_setting);
  Statement begin = sql_statement("BEGIN", Kind::transaction_control);
  begin.shape.verb = "BEGIN";
  Statement commit = sql_statement("COMMIT", Kind::transaction_control);
  commit.shape.verb = "COMMIT";
  using Lines = std::vector<std::string>;
  struct Case {
    const char* name;
    bool ddl_in_transaction;
    TransactionClass transaction;
    std::vector<Statement> statements;
    Lines units;
  };
  const std::vector<Case> cases = {
      {"whole is one unit, fence first, row last",
       true,
       TransactionClass::whole,
       {ddl, dml},
       {"begin event DDL DML row commit"}},
      {"each where schema changes commit",
       false,
       TransactionClass::each,
       {ddl, dml},
       {"begin event row commit", "DDL row ", "begin event DML row commit"}},
      {"each with a schema change last",
       false,
       TransactionClass::each,
       {dml, ddl},
       {"begin event row commit", "begin DML row commit", "DDL ", "begin event row commit"}},
      {"each where they do not",
       true,
       TransactionClass::each,
       {ddl, dml},
       {"begin event row commit", "begin DDL row commit", "begin event DML row commit"}},
      {"outside travels alone",
       true,
       TransactionClass::outside,
       {outside, set, dml},
       {"begin event row commit", "OUT ", "begin row commit", "SET ", "begin row commit",
        "begin event DML row commit"}},
      {"outside and last",
       true,
       TransactionClass::outside,
       {outside},
       {"begin event row commit", "OUT ", "begin event row commit"}},
      {"the author's own transaction holds its rows",
       true,
       TransactionClass::outside,
       {begin, dml, commit},
       {"begin event row commit", "BEGIN row ", "DML row ", "COMMIT row ",
        "begin event row commit"}},
  };
  for (const Case& one : cases) {
    DYNAMIC_SECTION(one.name) {
      Dialect dialect = plain_dialect();
      dialect.traits.ddl_in_transaction = one.ddl_in_transaction;
      history::Writer writer(store_of(dialect), history::runner(), {});
      CHECK(drawn(writer.units(plain_step(1, one.transaction, one.statements))) == one.units);
    }
  }
}

TEST_CASE("A resumed step makes its settings again and goes on at its statement") {
  Dialect dialect = plain_dialect();
  dialect.traits.ddl_in_transaction = false;
  Step step = plain_step(1, TransactionClass::each,
                         {sql_statement("SET", Kind::session_setting),
                          sql_statement("ONE", Kind::ddl), sql_statement("TWO", Kind::ddl)});
  step.kind = Step::Kind::resume;
  step.first = 2;
  Ledger ledger;
  Record record;
  record.design = "shop";
  record.number = 1;
  ledger.records.push_back(record);
  history::Writer writer(store_of(dialect), history::runner(), ledger);
  const auto units = writer.units(step);
  CHECK(drawn(units) == std::vector<std::string>{"begin event row commit", "SET ", "TWO ",
                                                 "begin event row commit"});
  CHECK(writer.author_statement(1, 0) == 1);
  CHECK(writer.author_statement(2, 0) == 3);
  CHECK(writer.author_statement(2, 1) == 0);
  CHECK(units[0].statements[1].text.find("fingerprint = F(P('main'.'t'))") != std::string::npos);
}

TEST_CASE("Long text becomes a marker with a value where the dialect limits literals") {
  Dialect dialect = plain_dialect();
  dialect.traits.literal_bytes = 100;
  const history::Store store = store_of(dialect);
  const history::Words words(store);
  const history::Cell cell = words.text_cell("kept", std::string(200, 'x'));
  CHECK(cell.sql == "?");
  CHECK(cell.value == std::string(200, 'x'));
  CHECK(words.text_cell("kept", "it's").sql == "'it''s'");
}

TEST_CASE("Where the dialect binds values, the rows of every migration have the same text") {
  Dialect dialect = plain_dialect();
  dialect.history["marker"] = "$";
  history::Writer writer(store_of(dialect), history::runner(), {});
  const std::vector<Statement> statements = {sql_statement("DDL", Kind::ddl)};
  const auto one = writer.units(plain_step(1, TransactionClass::whole, statements))[0].statements;
  const auto two = writer.units(plain_step(2, TransactionClass::whole, statements))[0].statements;
  CHECK(one[0].text == two[0].text);
  CHECK(one[2].text == two[2].text);
  CHECK(one[2].values != two[2].values);
  CHECK(one[0].text.find("VALUES ($1, $2, $3,") != std::string::npos);
  CHECK(one[0].text.find('?') == std::string::npos);
  CHECK(one[0].values.size() == 15);
}

TEST_CASE("What was put into a text is not read again") {
  CHECK(history::filled("{a} {b} {c}", {{"a", "{b}"}, {"b", "2"}}) == "{b} 2 {c}");
}

TEST_CASE("Stored text is valid, bounded and cut between characters") {
  CHECK(history::fitted("a\xC3\xA9", 2) == "a");
  CHECK(history::fitted(std::string("a\0b", 3), 9) == "a?b");
  CHECK(history::fitted("a\xFF", 9) == "a?");
}

TEST_CASE("The kept reverse survives its journey through JSON") {
  Step step = plain_step(1, TransactionClass::whole, {sql_statement("ONE", Kind::ddl)});
  step.reverse = {sql_statement("it's \"back\"", Kind::dml)};
  step.reverse[0].shape.outside = true;
  step.reverse[0].expect.kind = Expectation::Kind::no_rows;
  step.reverse_transaction = TransactionClass::outside;
  const Kept kept = history::kept_from(history::kept_text(history::kept_of(step)));
  CHECK(kept.found);
  CHECK(kept.transaction == TransactionClass::outside);
  REQUIRE(kept.statements.size() == 1);
  CHECK(kept.statements[0].text == step.reverse[0].text);
  CHECK(kept.statements[0].shape == step.reverse[0].shape);
  CHECK(kept.statements[0].expect == step.reverse[0].expect);
  CHECK(kept.forward.size() == 1);
  CHECK_FALSE(history::kept_from("").found);
  CHECK_THROWS_AS(history::kept_from("{"), Error);
}

TEST_CASE("The event with which a record begins to keep a reverse seals the text of it") {
  const auto seals = [](const Statement& event, const std::string& text) {
    return event.text.find("'" + seal::sha256(text) + "'") != std::string::npos;
  };
  for (const auto transaction : {TransactionClass::whole, TransactionClass::each}) {
    const Dialect dialect = plain_dialect();
    history::Writer writer(store_of(dialect), history::runner(), {});
    Step step = plain_step(1, transaction,
                           {sql_statement("ONE", Kind::ddl), sql_statement("TWO", Kind::ddl)});
    step.reverse = {sql_statement("BACK", Kind::ddl)};
    const std::string kept = history::kept_text(history::kept_of(step));
    const auto forward = writer.units(step);
    CHECK(seals(forward.front().statements.front(), kept));
    step.direction = Direction::reverse;
    for (const session::Unit& unit : writer.units(step)) {
      for (const Statement& statement : unit.statements) {
        CHECK_FALSE(seals(statement, kept));
        CHECK(statement.text.find("kept = ") == std::string::npos);
      }
    }
  }
}

TEST_CASE("What is cleared is an event that leaves the record but for what it keeps") {
  const Dialect dialect = plain_dialect();
  history::Writer writer(store_of(dialect), history::runner(), {});
  Record record;
  record.design = "shop";
  record.number = 1;
  Kept kept;
  kept.found = true;
  kept.irreversible = "cleared yesterday";
  kept.planned = {sql_statement("PLANNED", Kind::ddl)};
  const session::Unit unit = writer.cleared(record, "stash_1", kept);
  CHECK(drawn({unit}) == std::vector<std::string>{"begin event row commit"});
  CHECK(unit.statements[1].text.find("SET kept = ") != std::string::npos);
  CHECK(unit.statements[0].text.find(seal::sha256(history::kept_text(kept))) != std::string::npos);
  CHECK(unit.statements[1].text.find("state = ") == std::string::npos);
  const Kept again = history::kept_from(history::kept_text(kept));
  CHECK_FALSE(again.reversible);
  CHECK(again.irreversible == kept.irreversible);
  CHECK(again.planned.at(0).text == "PLANNED");
  CHECK(drawn({writer.cleared(record, "stash_2", {})}) ==
        std::vector<std::string>{"begin event commit"});
}

TEST_CASE("An older ledger is upgraded, a newer one is refused") {
  const Dialect dialect = plain_dialect();
  FakeSession session;
  std::string format = "0";
  const std::string newest = std::to_string(ledger_format);
  session.answers = [&](const session::Question&) { return session::Rows{{"value"}, {{format}}}; };
  session.script = [&](const session::Unit&) -> std::optional<session::UnitOutcome> {
    format = newest;
    return std::nullopt;
  };
  history::prepare(session, store_of(dialect), std::chrono::seconds(5));
  REQUIRE(session.sent.size() == 1);
  CHECK(session.sent[0].statements.at(0).text == "ALTER \"main\".\"helium_ledger\"");
  CHECK(session.sent[0].statements.at(1).text == "ALTER \"main\".\"helium_events\"");
  format = std::to_string(ledger_format + 1);
  try {
    history::prepare(session, store_of(dialect), std::chrono::seconds(5));
    FAIL("a newer ledger was accepted");
  } catch (const Error& error) {
    CHECK(error.fault() == Fault::refused);
  }
  CHECK_THROWS_AS(history::read(session, store_of(dialect)), Error);
}

TEST_CASE(
    "A checkpoint writes the records of all that it stands for with its own, or none of them") {
  const std::vector<Statement> statements = {sql_statement("DDL", Kind::ddl),
                                             sql_statement("DML", Kind::dml)};
  using Lines = std::vector<std::string>;
  for (const bool whole : {true, false}) {
    Dialect dialect = plain_dialect();
    dialect.traits.ddl_in_transaction = whole;
    Step step = plain_step(2, whole ? TransactionClass::whole : TransactionClass::each, statements);
    step.typed = !whole;
    step.folds = {plain_step(1, TransactionClass::whole, {})};
    step.folds.front().checksum = "sum of 1";
    history::Writer writer(store_of(dialect), history::runner(), {});
    const auto units = writer.units(step);
    CHECK(drawn(units) == (whole ? Lines{"begin event event DDL DML row row commit"}
                                 : Lines{"begin event row commit", "DDL row ",
                                         "begin event event DML row row commit"}));
    CHECK(writer.author_statement(units.size() - 1, whole ? 3 : 2) == 2);
    CHECK(units.back().statements[0].text.find("'by checkpoint 2'") != std::string::npos);
    const Kept kept = history::kept_from(history::kept_text(history::kept_of(step)));
    CHECK(kept.folds == std::map<std::int64_t, std::string>{{1, "sum of 1"}});
    CHECK(kept.planned.size() == (whole ? 0 : 2));
  }
}
