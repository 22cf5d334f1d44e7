// One connection into a fresh place, and short ways to send statements through the raw door.
#pragma once

#include <catch2/catch.hpp>
#include <string>
#include <utility>
#include <vector>

#include "dialect/dialect.h"
#include "helium/error.h"
#include "sql/shape.h"
#include "support/servers.h"

namespace helium::test {

using session::Outcome;
using session::Trouble;
using session::Unit;
using session::UnitOutcome;

struct Bench {
  explicit Bench(const LiveServer& server)
      : place(server), session(place.open()), dialect(dialect::read(session->server().dialect)) {}

  [[nodiscard]] Statement statement(const std::string& text, std::uint32_t line = 1) const {
    Statement made;
    made.text = text;
    made.span = {.file = "shop.lua", .line = line, .column = 1};
    made.shape = sql::shape_of(text, dialect.lexicon);
    return made;
  }

  // A unit of these texts; statement k stands in line k of shop.lua.
  [[nodiscard]] Unit unit(const std::vector<std::string>& texts, bool transaction = true) const {
    Unit made;
    made.begin = transaction;
    made.commit = transaction;
    for (const std::string& text : texts) {
      made.statements.push_back(
          statement(text, static_cast<std::uint32_t>(made.statements.size() + 1)));
    }
    return made;
  }

  [[nodiscard]] UnitOutcome execute(const Unit& one) const {
    return session->execute({&one, 1}).at(0);
  }
  [[nodiscard]] UnitOutcome execute(const std::string& text, bool transaction = false) const {
    return execute(unit({text}, transaction));
  }
  void run(const std::string& text) const { test::run(*session, text); }
  [[nodiscard]] std::string value(const std::string& question) const {
    return test::value(*session, question);
  }

  TempSchema place;
  std::unique_ptr<session::Session> session;
  Dialect dialect;
};

// The first refusal of a unit.
inline session::ServerError refusal(const UnitOutcome& outcome) {
  const Outcome* failure = outcome.failure();
  if (failure != nullptr && failure->error) {
    return *failure->error;
  }
  return outcome.error.value_or(session::ServerError{});
}

}  // namespace helium::test
