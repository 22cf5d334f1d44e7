#include "facade/stash.h"

#include <algorithm>
#include <set>

#include "base/clock.h"
#include "base/text.h"
#include "catalog/catalog.h"
#include "ddl/ddl.h"
#include "ddl/stashed.h"
#include "facade/correction.h"
#include "facade/inside.h"
#include "helium/error.h"
#include "sql/quote.h"

namespace helium {
namespace facade {
namespace {

bool tells(Work& work) {
  return work.dialect().catalog.count("stashes") != 0 && catalog::readable(work.session());
}

std::optional<std::uint64_t> number_of(const std::optional<std::string>& cell) {
  return cell ? std::optional<std::uint64_t>(std::stoull(*cell)) : std::nullopt;
}

// SQLite measures one table at a time, where its library can.
void measure(Work& work, std::vector<Stash>& stashes) {
  const auto& texts = work.dialect().catalog;
  const auto text = texts.find("stash_bytes");
  if (text == texts.end() || work.session().ask({texts.at("stash_bytes_told"), {}}).rows.empty()) {
    return;
  }
  for (Stash& stash : stashes) {
    const auto answer = work.session().ask({text->second, {stash.name}});
    stash.bytes = answer.rows.empty() ? std::nullopt : number_of(answer.rows.front().at(0));
  }
}

template <typename Object>
const Object* named(const std::vector<Object>& list, const std::string& name) {
  const auto found =
      std::find_if(list.begin(), list.end(), [&](const Object& one) { return one.name == name; });
  return found == list.end() ? nullptr : &*found;
}

std::uint64_t rows_in(Work& work, const std::string& table) {
  const auto answer = work.session().ask({"SELECT COUNT(*) FROM " + work.in_schema(table), {}});
  return number_of(answer.rows.at(0).at(0)).value_or(0);
}

// When a migration went up or down last: that is when what it keeps was put aside.
std::string moved_at(const std::vector<Event>& events, const Stash& stash) {
  static const std::set<std::string> moves = {"started", "resumed", "applied", "reverted",
                                              "undone"};
  const auto last = std::find_if(events.rbegin(), events.rend(), [&](const Event& event) {
    return event.design == stash.design && event.number == stash.number &&
           moves.count(event.kind) != 0;
  });
  return last == events.rend() ? std::string() : last->at;
}

std::vector<Stash> all_of_them(Work& work, const Ledger& ledger) {
  std::vector<Stash> stashes = stashes_in_passing(work);
  if (stashes.empty()) {
    return stashes;
  }
  const plan::Live live = work.live();
  std::vector<Event> events;
  if (ledger.exists) {
    events = history::events(work.session(), work.store()).events;
  }
  for (Stash& stash : stashes) {
    find_owner(work, ledger, stash);
    if (const Table* table = named(live.stashes.tables, stash.name); table != nullptr) {
      for (const Column& column : table->columns) {
        stash.columns.push_back(column.name);
      }
      stash.rows = rows_in(work, stash.name);
    } else {
      stash.kind = Stash::Kind::sequence;
    }
    stash.since = moved_at(events, stash);
  }
  return stashes;
}

void refuse_unknown(const std::vector<Stash>& stashes, const std::vector<std::string>& names) {
  std::vector<std::string> there;
  for (const Stash& stash : stashes) {
    there.push_back(stash.name);
    there.push_back(owner_of(stash));
  }
  for (const std::string& name : names) {
    if (name.empty() || std::find(there.begin(), there.end(), name) == there.end()) {
      const std::string near = base::did_you_mean(name, there);
      throw Error(Fault::usage, "there is no stash " + base::printable(name))
          .hinting(near.empty() ? "helium stash lists them" : near);
    }
  }
}

bool meant(const Stash& stash, const StashChoice& choice, const std::string& before) {
  const auto& names = choice.names;
  const bool wanted = names.empty() ||
                      std::find(names.begin(), names.end(), stash.name) != names.end() ||
                      std::find(names.begin(), names.end(), owner_of(stash)) != names.end();
  return wanted && (before.empty() || (!stash.since.empty() && stash.since < before));
}

}  // namespace

void find_owner(Work& work, const Ledger& ledger, Stash& stash) {
  const history::Store store = work.store();
  for (const Record& record : ledger.records) {
    const std::string stem = ddl::stash_stem(store.prefix, record.design, record.number);
    if (stash.name.rfind(stem, 0) != 0) {
      continue;
    }
    const Kept kept = history::kept_reverse(work.session(), store, record.design, record.number);
    const Lexicon& lexicon = work.dialect().lexicon;
    auto what = ddl::stashed(kept.planned, stash.name, lexicon);
    what = what ? what : ddl::stashed(kept.statements, stash.name, lexicon);
    if (what || stash.design.empty()) {
      stash.design = record.design;
      stash.number = record.number;
      stash.state = record.state;
    }
    if (what) {
      stash.kind = what->kind;
      stash.of = what->of;
      return;
    }
  }
}

std::vector<Stash> stashes_in_passing(Work& work) {
  std::vector<Stash> stashes;
  if (!tells(work)) {
    return stashes;
  }
  const history::Store store = work.store();
  const auto answer = work.session().ask(
      {work.dialect().catalog.at("stashes"), {store.schema, store.prefix + "stash_"}});
  for (const auto& row : answer.rows) {
    Stash stash;
    stash.name = row.at(0).value_or("");
    stash.bytes = number_of(row.at(1));
    stashes.push_back(std::move(stash));
  }
  if (!stashes.empty()) {
    measure(work, stashes);
  }
  return stashes;
}

std::vector<Stash> stashes(Work& work, const Ledger& ledger, const StashChoice& choice) {
  if (!tells(work)) {
    throw Error(Fault::unsupported,
                work.session().server().product + " does not tell which stashes it holds")
        .hinting("their names begin with " + work.store().prefix + "stash_");
  }
  std::vector<Stash> all = all_of_them(work, ledger);
  refuse_unknown(all, choice.names);
  const std::string before =
      choice.older_than.count() == 0 ? std::string() : base::utc_before(choice.older_than);
  std::erase_if(all, [&](const Stash& stash) { return !meant(stash, choice, before); });
  return all;
}

namespace {

void refuse_half_done(const Ledger& ledger) {
  for (const Record& record : ledger.records) {
    if (record.state == RecordState::started || record.state == RecordState::failed) {
      throw Error(Fault::partial,
                  half_done_words(record.design + "_" + std::to_string(record.number),
                                  record.direction, record.done, record.total) +
                      ": no stash is cleared before it is whole again")
          .hinting("helium resume, or helium resume --undo");
    }
  }
}

Statement drop_of(const Stash& stash, const Dialect& dialect) {
  Statement statement;
  statement.text = (stash.kind == Stash::Kind::sequence ? "DROP SEQUENCE " : "DROP TABLE ") +
                   sql::quote_identifier(stash.name, dialect.lexicon);
  statement.origin = Origin::helium;
  statement.shape.kind = Shape::Kind::ddl;
  statement.shape.verb = "DROP";
  return statement;
}

// What a migration keeps when these stashes of its are gone; nothing found: the same as before.
Kept kept_without(Kept kept, const Record& record, const std::vector<Stash>& gone,
                  const history::Runner& runner) {
  const bool needed = std::any_of(gone.begin(), gone.end(), [&](const Stash& stash) {
    return std::any_of(
        kept.statements.begin(), kept.statements.end(),
        [&](const Statement& statement) { return ddl::mentions(statement.text, stash.name); });
  });
  if (record.state != RecordState::applied || !kept.reversible || !needed) {
    return {};
  }
  kept.reversible = false;
  kept.irreversible =
      "what it kept was cleared at " + base::now_utc() + " by " + runner.by + "@" + runner.host;
  kept.statements.clear();
  return kept;
}

std::string told(const std::vector<Stash>& stashes) {
  std::vector<std::string> parts;
  parts.reserve(stashes.size());
  for (const Stash& stash : stashes) {
    parts.push_back(stash.name + " with " + std::to_string(stash.rows) + " rows");
  }
  return base::joined(parts, ", ");
}

}  // namespace
}  // namespace facade

std::vector<Stash> Engine::stashes(const StashChoice& choice) {
  const auto work = inside_->begin();
  if (!work->connect_for_reading()) {
    return {};
  }
  const Ledger ledger = work->read_ledger();
  std::vector<Stash> found;
  work->patiently([&] { found = facade::stashes(*work, ledger, choice); });
  return found;
}

// What is dropped is said before, in the same transaction where the dialect can: nobody needs it
// any more when it goes.
std::vector<Stash> Engine::clear_stashes(const StashChoice& choice) {
  const auto work = inside_->begin();
  work->connect({});
  if (facade::stashes(*work, work->read_ledger(), choice).empty()) {
    return {};
  }
  const facade::Correction correction(*work);
  facade::refuse_half_done(correction.ledger);
  const history::Store store = work->store();
  const history::Runner runner = history::runner();
  history::Writer writer(store, runner, correction.ledger);
  std::map<std::string, std::vector<Stash>> by_owner;
  std::vector<Stash> cleared = facade::stashes(*work, correction.ledger, choice);
  for (const Stash& stash : cleared) {
    by_owner[owner_of(stash)].push_back(stash);
  }
  std::vector<session::Unit> units;
  for (const auto& [owner, gone] : by_owner) {
    const Record* record = correction.ledger.find(gone[0].design, gone[0].number);
    if (record != nullptr) {
      Kept kept = history::kept_reverse(work->session(), store, record->design, record->number);
      kept = facade::kept_without(std::move(kept), *record, gone, runner);
      units.push_back(writer.cleared(*record, facade::told(gone), kept));
    }
    const bool together = record != nullptr && work->dialect().traits.ddl_in_transaction;
    for (const Stash& stash : gone) {
      if (!together) {
        units.emplace_back();
      }
      units.back().statements.push_back(facade::drop_of(stash, work->dialect()));
    }
  }
  correction.write(units);
  return cleared;
}

}  // namespace helium
