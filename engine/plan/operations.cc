#include "plan/operations.h"

#include <algorithm>

#include "ddl/carry.h"
#include "ddl/stashed.h"
#include "helium/error.h"
#include "plan/steps.h"
#include "sql/shape.h"

namespace helium::plan {
namespace {

bool changes_schema(const Statement& statement) {
  return statement.shape.kind == Shape::Kind::ddl || statement.shape.kind == Shape::Kind::other;
}

// Locks end with the transaction, so alone they are nothing, and PostgreSQL refuses them.
void drop_locks(std::vector<Statement>& statements, TransactionWish wish, const Dialect& dialect) {
  if (bound(statements, wish, dialect).transaction != TransactionClass::whole) {
    std::erase_if(statements, [](const Statement& statement) {
      return statement.origin == Origin::helium && statement.shape.verb == "LOCK";
    });
  }
}

// Where each statement has one that takes it back, or none needs any, they are pairs; else the
// entry is one.
void pair_up(std::vector<Statement>& there, std::vector<Statement>& back, std::uint32_t before) {
  const bool one_by_one = back.empty() || there.size() == back.size();
  for (std::size_t i = 0; i < there.size(); ++i) {
    there[i].pair = before + 1 + static_cast<std::uint32_t>(one_by_one ? i : 0);
  }
  for (std::size_t i = 0; i < back.size(); ++i) {
    back[i].pair = before + 1 + static_cast<std::uint32_t>(one_by_one ? back.size() - 1 - i : 0);
  }
}

std::uint32_t last_pair(const std::vector<Statement>& statements) {
  return statements.empty() ? 0 : statements.back().pair;
}

void unpair(std::vector<Statement>& statements) {
  for (Statement& statement : statements) {
    statement.pair = 0;
  }
}

bool says(const std::vector<ddl::Rendered>& steps, const std::string& text) {
  return std::any_of(steps.begin(), steps.end(), [&](const ddl::Rendered& one) {
    return one.text.find(text) != std::string::npos;
  });
}

const std::string* loses_columns(const Wish& wish) {
  const auto* change = std::get_if<ChangeKind>(&wish);
  const auto* column = change == nullptr ? nullptr : std::get_if<Drop<Column>>(change);
  const auto* split = std::get_if<SplitTable>(&wish);
  return column != nullptr ? &column->table : split != nullptr ? &split->table : nullptr;
}

// What stands on a column goes with it, and a text with an old name does not say that it does.
bool may_stand_on(const Operation& operation, const Schema& before, const std::string& text) {
  return operation.keep != Keep::never &&
         std::any_of(operation.wishes.begin(), operation.wishes.end(), [&](const Wish& wish) {
           const std::string* name = loses_columns(wish);
           return std::any_of(before.tables.begin(), before.tables.end(), [&](const Table& table) {
             const auto texts = ddl::texts_of(table);
             return name != nullptr && table.name == *name &&
                    std::find(texts.begin(), texts.end(), text) != texts.end();
           });
         });
}

// Made again from a text that was read before a rename, a trigger or a view would mean the old
// name.
void refuse_stale(const Operation& operation, const ddl::Carried& carried,
                  const std::vector<std::string>& stale, const Schema& before) {
  for (const std::string& text : stale) {
    if (says(carried.forward, text) || says(carried.reverse, text) ||
        may_stand_on(operation, before, text)) {
      throw Error(Fault::design,
                  operation.name +
                      " makes a trigger, a view, a check or an index again that says a name which "
                      "this migration changes, and only the server knows how it says it now")
          .at(operation.span)
          .hinting("give the rename a migration of its own");
    }
  }
}

void as_author(std::vector<Statement>& statements) {
  for (Statement& statement : statements) {
    statement.origin = Origin::author;
  }
}

}  // namespace

bool is_typed(const Sections& sections) noexcept {
  return !sections.forward_operations.empty() || !sections.reverse_operations.empty();
}

void Operations::look() {
  if (live_) {
    return;
  }
  live_ = sources_.schema();
  for (const Table& table : live_->schema.tables) {
    counted_[table.name] = table.name;
  }
}

void Operations::follow_names(const Operation& operation) {
  for (const Wish& wish : operation.wishes) {
    const auto* change = std::get_if<ChangeKind>(&wish);
    const auto* renamed = change == nullptr ? nullptr : std::get_if<Rename<Table>>(change);
    if (renamed != nullptr && counted_.count(renamed->object.name) != 0) {
      counted_[renamed->name] = counted_.at(renamed->object.name);
      counted_.erase(renamed->object.name);
    }
  }
}

std::vector<Statement> Operations::statements(const std::vector<ddl::Rendered>& rendered,
                                              const Operation& operation) const {
  std::vector<Statement> result;
  for (const ddl::Rendered& one : rendered) {
    if (one.rebuilds && one.outside) {
      continue;  // the session itself sees to the foreign keys of a rebuild
    }
    Statement statement;
    statement.text = one.text;
    statement.span = operation.span;
    statement.shape = sql::shape_of(one.text, dialect_.lexicon);
    statement.shape.rebuilds = one.rebuilds;
    statement.description = operation.description.empty() ? operation.name : operation.description;
    statement.tells = one.tells;
    if (!one.refuses.empty()) {
      statement.expect = {Expectation::Kind::no_rows, 0, one.refuses};
    }
    statement.pair = one.pair;
    statement.origin = Origin::helium;
    result.push_back(std::move(statement));
  }
  return result;
}

void Operations::add(const Operation& operation, std::size_t number, Sections& sections) {
  std::vector<Statement> back = operation.reverse;
  std::vector<Statement> there;
  const std::uint32_t pairs = last_pair(sections.forward);
  if (operation.wishes.empty()) {
    there = operation.text;
    pair_up(there, back, pairs);
    foreseen_ =
        foreseen_ && std::none_of(operation.text.begin(), operation.text.end(), changes_schema);
  } else {
    const std::string stash =
        ddl::stash_stem(live_->prefix, sections.design, sections.number) + std::to_string(number);
    const auto rows = [this](const std::string& table) {
      const auto known = counted_.find(table);
      return known == counted_.end() ? std::uint64_t{0} : sources_.rows(known->second);
    };
    const auto width = [this](const std::string& table, const std::string& column) {
      const auto known = counted_.find(table);
      return known == counted_.end() ? std::uint64_t{0} : sources_.width(known->second, column);
    };
    const ddl::Carried carried =
        ddl::carried(operation, {dialect_, live_->schema, live_->stashes, stash, rows, width,
                                 &live_->origins, locks_, foreseen_});
    refuse_stale(operation, carried, stale_, live_->schema);
    live_->schema = carried.after;
    follow_names(operation);
    stale_.insert(stale_.end(), carried.stale.begin(), carried.stale.end());
    there = statements(carried.forward, operation);
    if (operation.own_reverse) {
      pair_up(there, back, pairs);
    } else {
      back = statements(carried.reverse, operation);
      for (std::vector<Statement>* list : {&there, &back}) {
        for (Statement& statement : *list) {
          statement.pair += pairs;
        }
      }
      if (sections.derives_reverse && sections.irreversible.empty()) {
        sections.irreversible = carried.irreversible;
      }
    }
  }
  sections.forward.insert(sections.forward.end(), there.begin(), there.end());
  if (sections.derives_reverse) {
    sections.reverse.insert(sections.reverse.begin(), back.begin(), back.end());
  }
}

bool Operations::whole(const std::vector<Operation>& operations, TransactionWish wish) const {
  std::vector<Statement> texts;
  for (const Operation& operation : operations) {
    texts.insert(texts.end(), operation.text.begin(), operation.text.end());
  }
  return dialect_.traits.ddl_in_transaction &&
         bound(texts, wish, dialect_).transaction == TransactionClass::whole;
}

void Operations::take(Sections& sections) {
  std::size_t number = 0;
  stale_.clear();
  locks_ = whole(sections.forward_operations, sections.transaction);
  for (const Operation& operation : sections.forward_operations) {
    add(operation, ++number, sections);
  }
  foreseen_ = foreseen_ && stale_.empty();  // who comes next reads the schema again
  stale_.clear();
  if (!sections.reverse_operations.empty()) {
    // The reverse is written for the schema behind the forward part, which goes on being that.
    Sections reverse;
    reverse.design = sections.design;
    reverse.number = sections.number;
    const Live behind = *live_;
    locks_ = whole(sections.reverse_operations, sections.transaction);
    for (const Operation& operation : sections.reverse_operations) {
      add(operation, ++number, reverse);
    }
    live_ = behind;
    sections.reverse = std::move(reverse.forward);
  }
  if (!sections.derives_reverse) {
    unpair(sections.forward);
    unpair(sections.reverse);
  }
  drop_locks(sections.forward, sections.transaction, dialect_);
  drop_locks(sections.reverse, sections.transaction, dialect_);
  as_author(sections.forward);
  as_author(sections.reverse);
}

Operations::Filled Operations::filled(Sections sections) {
  if (!is_typed(sections)) {
    foreseen_ =
        foreseen_ && std::none_of(sections.forward.begin(), sections.forward.end(), changes_schema);
    return {std::move(sections), false};
  }
  const bool provisional = !foreseen_;
  look();
  const Sections before = sections;
  try {
    take(sections);
  } catch (const Error& error) {
    if (provisional) {
      return {before, true};
    }
    throw foreseen_ ? error
                    : error.noting(
                          "SQL text before it in this migration changes the schema, which "
                          "nobody can foresee: give it a migration of its own");
  }
  return {std::move(sections), provisional};
}

Built Operations::forward(const Migration& migration, Sections sections, const Goal& goal) {
  const bool typed = is_typed(sections);
  const Filled filled = this->filled(std::move(sections));
  if (filled.provisional && goal.group) {
    throw Error(Fault::unsupported,
                migration.design + "_" + std::to_string(migration.number) +
                    " can be planned only when what is before it has run, so not in one "
                    "transaction with it")
        .at({.file = migration.path})
        .hinting("helium up");
  }
  Built built = forward_step(migration, filled.sections, dialect_);
  built.step.typed = typed;
  built.step.provisional = filled.provisional;
  return built;
}

Built way_back(const Broken& applied) {
  if (applied.migration == nullptr) {
    return reverse_step(applied.record, applied.sources.kept_reverse(applied.record));
  }
  const Sections sections = applied.sources.sections(*applied.migration);
  if (!is_typed(sections)) {
    return reverse_step(*applied.migration, sections, applied.dialect);
  }
  Kept kept = applied.sources.kept_reverse(applied.record);
  const bool own = sections.has_reverse && !sections.derives_reverse &&
                   sections.reverse_operations.empty() && sections.irreversible.empty();
  if (own && !(kept.found && kept.reversible)) {
    return reverse_step(*applied.migration, sections, applied.dialect);
  }
  if (!kept.found) {
    kept.found = true;
    kept.irreversible =
        "it was recorded as applied and did not run, so no way back of its operations was kept";
  }
  return reverse_step(applied.record, kept);
}

Sources from_nothing(const Dialect& dialect) {
  Sources sources;
  sources.schema = [&dialect] {
    Live live;
    live.schema.dialect = dialect.name;
    live.prefix = "helium_";
    return live;
  };
  sources.rows = [](const std::string&) { return std::uint64_t{0}; };
  sources.width = [](const std::string&, const std::string&) { return std::uint64_t{0}; };
  return sources;
}

std::vector<Sections> written(const std::vector<Sections>& sections, const Dialect& dialect) {
  const Sources sources = from_nothing(dialect);
  Operations operations(dialect, sources);
  std::vector<Sections> result;
  result.reserve(sections.size());
  for (const Sections& one : sections) {
    result.push_back(operations.filled(one).sections);
  }
  return result;
}

Schema made_by(const std::vector<Sections>& sections, const Dialect& dialect) {
  const Sources sources = from_nothing(dialect);
  Operations operations(dialect, sources);
  for (const Sections& one : sections) {
    (void)operations.filled(one);
  }
  return operations.schema();
}

}  // namespace helium::plan
