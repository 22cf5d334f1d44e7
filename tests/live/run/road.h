// A short road from statements to a database: what the facade does, without files and Lua.
#pragma once

#include <string>
#include <vector>

#include "dialect/dialect.h"
#include "history/history.h"
#include "run/run.h"
#include "sql/shape.h"
#include "support/servers.h"

namespace helium::test {

class Road {
 public:
  explicit Road(const LiveServer& server)
      : place(server),
        session(place.open({.create = true})),
        dialect(dialect::read(session->server().dialect)) {
    store.dialect = &dialect;
    store.schema = session->server().schema;
    store.ledger_schema = store.schema;
    history::prepare(*session, store, std::chrono::seconds(30));
  }

  [[nodiscard]] Statement statement(const std::string& text, std::uint32_t line) const {
    Statement statement;
    statement.text = text;
    statement.span = {.file = "shop.lua", .line = line, .column = 1};
    statement.shape = sql::shape_of(text, dialect.lexicon);
    return statement;
  }

  [[nodiscard]] Step step(std::int64_t number, const std::vector<std::string>& texts) const {
    Step step;
    step.design = "shop";
    step.number = number;
    step.title = "It's a step";
    step.path = "shop.lua";
    step.checksum = "c" + std::to_string(number);
    step.transaction =
        dialect.traits.ddl_in_transaction ? TransactionClass::whole : TransactionClass::each;
    std::uint32_t line = 1;
    for (const std::string& text : texts) {
      step.statements.push_back(statement(text, line));
      ++line;
    }
    return step;
  }

  [[nodiscard]] Ledger ledger() { return history::read(*session, store); }

  [[nodiscard]] run::Result apply(const std::vector<Step>& steps) {
    Plan plan;
    plan.steps = steps;
    run::Setting setting;
    setting.store = store;
    setting.runner = runner;
    setting.retry_for = std::chrono::milliseconds(500);
    setting.runner_timeout = std::chrono::milliseconds(500);
    const auto hold = history::hold(*session, store, std::chrono::milliseconds(500), observer);
    return run::apply(plan, ledger(), *session, setting, observer);
  }

  [[nodiscard]] std::string count(const std::string& table) {
    std::string cast = dialect.history.at("number_as_text");
    cast.replace(cast.find("{column}"), 8, "COUNT(*)");
    return value(*session, "SELECT " + cast + " FROM " + table);
  }

  TempSchema place;
  std::unique_ptr<session::Session> session;
  Dialect dialect;
  history::Store store;
  history::Runner runner = history::runner();
  Observer observer;
};

}  // namespace helium::test
