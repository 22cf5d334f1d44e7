// Short values beside the ledger.
#include "helium/error.h"
#include "history/format.h"
#include "history/history.h"
#include "history/words.h"

namespace helium::history {

std::string remembered(session::Session& session, const Store& store, const std::string& name) {
  const Words words(store);
  try {
    const auto rows =
        session.ask({"SELECT value FROM " + words.table("info") + " WHERE name = :v1", {name}});
    return rows.rows.empty() ? std::string() : rows.rows.front().at(0).value_or("");
  } catch (const Error& error) {
    if (!table_is_missing(words, error)) {
      throw;
    }
    return {};
  }
}

void remember(session::Session& session, const Store& store, const std::string& name,
              const std::string& value) {
  const Words words(store);
  session::Unit unit;
  unit.begin = unit.commit = true;
  unit.statements = {
      Words::ours("DELETE FROM " + words.table("info") + " WHERE name = " + words.literal(name)),
      words.insert("info", {words.text_cell("name", name), words.text_cell("value", value)})};
  const auto outcomes = session.execute({&unit, 1});
  if (outcomes.front().state != session::UnitOutcome::State::done) {
    const auto* failure = outcomes.front().failure();
    const auto& error =
        failure != nullptr && failure->error ? failure->error : outcomes.front().error;
    throw Error(Fault::database, "the ledger could not be written: " +
                                     (error ? error->message : std::string("no answer")));
  }
}

}  // namespace helium::history
