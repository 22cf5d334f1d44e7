#include "history/fingerprint.h"

#include "helium/error.h"

namespace helium::history {

std::string fingerprint_expression(const Words& words, const Statement& statement) {
  const Texts& catalog = words.store().dialect->catalog;
  const auto whole = catalog.find("fingerprint");
  const auto part = catalog.find("fingerprint_part");
  if (whole == catalog.end() || part == catalog.end() || statement.shape.touches.empty()) {
    return {};
  }
  std::string parts;
  for (const std::string& name : statement.shape.touches) {
    parts += (parts.empty() ? "" : ", ") +
             filled(part->second, {{"schema", words.literal(words.store().schema)},
                                   {"name", words.literal(name)}});
  }
  return filled(whole->second, {{"parts", parts}});
}

std::string fingerprint(session::Session& session, const Store& store, const Statement& statement) {
  const std::string expression = fingerprint_expression(Words(store), statement);
  if (expression.empty()) {
    return {};
  }
  const auto rows = session.ask({"SELECT " + expression, {}});
  return rows.rows.empty() ? std::string() : rows.rows.front().at(0).value_or("");
}

}  // namespace helium::history
