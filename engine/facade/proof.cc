#include "facade/proof.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "ddl/ddl.h"
#include "facade/people.h"
#include "facade/positions.h"
#include "facade/rows.h"
#include "helium/error.h"
#include "sql/quote.h"

namespace helium::facade {
namespace {

std::vector<std::string> statements_of(const std::vector<generate::Entry>& entries) {
  std::vector<std::string> all;
  for (const generate::Entry& entry : entries) {
    all.insert(all.end(), entry.statements.begin(), entry.statements.end());
  }
  return all;
}

Error unproved(const std::string& why) {
  return Error(Fault::unsupported, "the migration is not proved: " + why)
      .hinting("--unproved writes it nevertheless");
}

void must_be_equal(const Schema& found, const Schema& wanted, const std::string& what) {
  const auto difference = diff::compare(found, wanted);
  if (difference.changes.empty()) {
    return;
  }
  const ddl::Name first = ddl::name_of(difference.changes.front());
  throw unproved(what + ", " + first.kind + " " +
                 base::printable(first.table + " " + first.object) + " would still be needed");
}

// Whether the values of a column must stay on both sides.
bool stays(const Column& from, const Column& to) {
  return to.name == from.name && to.type == from.type && to.null == from.null &&
         to.renamed_from.empty() && to.expression == from.expression;
}

// Whether its values must be there again after down: they may have been converted between, but not
// cut. Where NULL became forbidden it was replaced.
bool returns(const Column& from, const Column& to) {
  return to.name == from.name && (to.null || !from.null) && to.renamed_from.empty() &&
         to.expression == from.expression;
}

// The tables of both sides with the columns of `from` of which `holds` is true.
template <typename Holds>
Schema common(const Schema& from, const Schema& to, Holds holds) {
  Schema both;
  for (const Table& table : from.tables) {
    const auto other = std::find_if(to.tables.begin(), to.tables.end(),
                                    [&](const Table& one) { return one.name == table.name; });
    if (other == to.tables.end()) {
      continue;
    }
    Table kept;
    kept.name = table.name;
    for (const Column& column : table.columns) {
      const bool same = std::any_of(other->columns.begin(), other->columns.end(),
                                    [&](const Column& one) { return holds(column, one); });
      if (same) {
        kept.columns.push_back(column);
      }
    }
    if (!kept.columns.empty()) {
      both.tables.push_back(std::move(kept));
    }
  }
  return both;
}

const std::string& collation_of(const Compared& compared) {
  return compared.from.collation.empty() ? compared.to.collation : compared.from.collation;
}

class Proving {
 public:
  Proving(const Compared& compared, const Dialect& dialect, Grounds& grounds)
      : compared_(compared),
        dialect_(dialect),
        grounds_(grounds),
        trying_(trying(dialect, grounds, Want::rows, collation_of(compared))),
        kept_(common(compared.from, compared.to, stays)),
        returning_(common(compared.from, compared.to, returns)) {
    if (session() != nullptr) {
      People people(grounds, dialect.name);
      people.make(compared.from);
      people.make(compared.to);
    }
    scratch().run(statements_for(compared.from));
    before_ = scratch().schema();
    wanted_ = arrived();
    if (compared.lives) {
      must_be_what_lives();
    }
    if (session() != nullptr) {
      fill(*session(), before_, dialect);
      rows_ = contents(*session(), kept_, dialect);
      before_rows_ = contents(*session(), returning_, dialect);
      positions_ = positions(*session(), returning_, dialect);
    }
  }

  void up(const std::vector<std::string>& statements, const std::string& when) {
    run(statements, when);
    must_be_equal(scratch().schema(), wanted_, when);
    must_go_on(kept_, when);
  }
  void down(const std::vector<std::string>& statements) {
    run(statements, "after down");
    must_be_equal(scratch().schema(), before_, "after down");
    must_hold(returning_, before_rows_, "after down");
    must_go_on(returning_, "after down");
  }
  [[nodiscard]] Proof found() {
    const bool server = session() != nullptr;
    return {scratch().how() + (server ? " with rows in every table" : ""), server};
  }

 private:
  // Statements that leave something out would be proved by what they leave out again.
  void must_be_what_lives() const {
    const std::string what = "what is written down is not what the database holds";
    must_be_equal(wanted_, compared_.to, what);
    if (const auto difference = diff::compare(wanted_, compared_.to); difference.noted) {
      throw unproved(what + ": " + difference.notes.front());
    }
  }

  scratch::Scratch& scratch() { return *trying_.scratch; }
  session::Session* session() { return scratch().session(); }

  // B in the words of the place itself.
  Schema arrived() {
    if (!trying_.place) {
      return compared_.to;
    }
    const auto other = trying(dialect_, grounds_, Want::rows, collation_of(compared_));
    other.scratch->run(statements_for(compared_.to));
    return other.scratch->schema();
  }

  void run(const std::vector<std::string>& statements, const std::string& when) {
    try {
      scratch().run(statements);
    } catch (const Error& error) {
      if (session() == nullptr) {
        throw;
      }
      throw unproved(when + " the server refused: " + error.message()).running(error.statement());
    }
    must_hold(kept_, rows_, when);
  }

  void must_hold(const Schema& columns, const Contents& wanted, const std::string& when) {
    if (session() == nullptr) {
      return;
    }
    const Contents now = contents(*session(), columns, dialect_);
    for (const auto& [table, rows] : wanted) {
      const auto& found = now.at(table);
      const auto same = [](const Row& a, const Row& b) { return a.text == b.text; };
      if (!std::equal(rows.begin(), rows.end(), found.begin(), found.end(), same)) {
        throw unproved(when + ", the rows of " + base::printable(table) +
                       " are not what they were");
      }
    }
  }

  // No number is given a second time.
  void must_go_on(const Schema& columns, const std::string& when) {
    if (session() == nullptr) {
      return;
    }
    const std::string gone =
        went_back(positions_, positions(*session(), columns, dialect_), returning_);
    if (!gone.empty()) {
      throw unproved(when + ", the next number of " + base::printable(gone));
    }
  }

  const Compared& compared_;
  const Dialect& dialect_;
  Grounds& grounds_;
  Trying trying_;
  Schema kept_;
  Schema returning_;
  Schema before_;
  Schema wanted_;
  Contents rows_;
  Contents before_rows_;
  std::vector<Position> positions_;
};

}  // namespace

Proof proof(const generate::Script& script, const Compared& compared, const Dialect& dialect,
            bool twice, Grounds& grounds) {
  Proving proving(compared, dialect, grounds);
  const auto forward = statements_of(script.forward);
  proving.up(forward, "after up");
  if (twice) {
    proving.up(forward, "after running it twice");
  }
  proving.down(statements_of(script.reverse));
  proving.up(forward, "after up again");
  return proving.found();
}

}  // namespace helium::facade
