// A dialect with the few texts that the ledger's rows need, for tests without dialect files.
#pragma once

#include "helium/dialect.h"
#include "history/history.h"

namespace helium::test {

inline Dialect plain_dialect() {
  Dialect dialect;
  dialect.name = "plain";
  dialect.traits.session_lock = false;
  dialect.history = {{"number_as_text", "{column}"},
                     {"now", "NOW"},
                     {"elapsed_in_unit", "0"},
                     {"elapsed_in_step", "ELAPSED"},
                     {"missing_states", "42P01"},
                     {"missing_message", ""},
                     {"exists_states", "42P07"},
                     {"create_info", "CREATE {info}"},
                     {"create_ledger", "CREATE {ledger}"},
                     {"create_events", "CREATE {events}"},
                     {"upgrade_0_1", "ALTER {ledger}"},
                     {"upgrade_1_1", "ALTER {events}"}};
  dialect.catalog = {{"fingerprint", "F({parts})"}, {"fingerprint_part", "P({schema}.{name})"}};
  return dialect;
}

inline history::Store store_of(const Dialect& dialect) {
  history::Store store;
  store.dialect = &dialect;
  store.schema = "main";
  store.ledger_schema = "main";
  return store;
}

inline Statement sql_statement(const std::string& text, Shape::Kind kind) {
  Statement statement;
  statement.text = text;
  statement.shape.kind = kind;
  statement.shape.touches = {"t"};
  return statement;
}

inline Step plain_step(std::int64_t number, TransactionClass transaction,
                       const std::vector<Statement>& statements) {
  Step step;
  step.design = "shop";
  step.number = number;
  step.transaction = transaction;
  step.statements = statements;
  return step;
}

}  // namespace helium::test
