#include <catch2/catch.hpp>

#include "helium/error.h"
#include "support/fake_session.h"
#include "support/ledger_words.h"

using namespace helium;
using namespace helium::test;

namespace {

struct Locks {
  Dialect dialect = plain_dialect();
  FakeSession session;
  Observer observer;

  Locks() {
    dialect.traits.session_lock = true;
    dialect.locks = {
        {"key_kind", "name"}, {"try", "TRY"}, {"release", "RELEASE"}, {"holder", "HOLDER"}};
  }

  std::unique_ptr<history::Hold> hold() {
    return history::hold(session, store_of(dialect), std::chrono::milliseconds(0), observer);
  }

  void refuse_with(std::int64_t code) {
    session.answers = [code](const session::Question&) -> session::Rows {
      throw Error(Fault::database, "not supported yet").saying("42000", code);
    };
  }
};

}  // namespace

TEST_CASE("A cluster that refuses the session lock is run with the fence alone") {
  Locks locks;
  locks.refuse_with(1235);
  CHECK(locks.hold() != nullptr);
  CHECK(locks.session.asked.size() == 1);  // nothing to release
}

TEST_CASE("Any other refusal of the session lock is a failure") {
  Locks locks;
  locks.refuse_with(1045);
  CHECK_THROWS_AS(locks.hold(), Error);
}

TEST_CASE("A lock that was given is released once") {
  Locks locks;
  locks.session.answers = [](const session::Question&) {
    return session::Rows{{}, {{std::string("1")}}};
  };
  locks.hold().reset();
  REQUIRE(locks.session.asked.size() == 2);
  CHECK(locks.session.asked[1].text == "RELEASE");
  CHECK(locks.session.asked[0].values == locks.session.asked[1].values);
}

TEST_CASE("Through a pool no lock is asked for that could be left behind") {
  Locks locks;
  locks.session.about.pooled = true;
  CHECK(locks.hold() != nullptr);
  CHECK(locks.session.asked.empty());
}

// Without a lock another runner may commit between the two questions: older heads make us lose at
// the fence, older records would make us run again what is done.
TEST_CASE("The chain's heads are read before the records") {
  Locks locks;
  std::vector<std::string> order;
  locks.session.answers = [&](const session::Question& question) {
    for (const char* table : {"helium_info", "helium_events", "helium_ledger"}) {
      if (question.text.find(table) != std::string::npos) {
        order.emplace_back(table);
        break;
      }
    }
    return question.text.find("helium_info") != std::string::npos
               ? session::Rows{{"value"}, {{std::string("1")}}}
               : session::Rows{};
  };
  (void)history::read(locks.session, store_of(locks.dialect));
  CHECK(order == std::vector<std::string>{"helium_info", "helium_events", "helium_ledger"});
}
