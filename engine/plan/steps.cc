#include "plan/steps.h"

#include <algorithm>

#include "helium/error.h"

namespace helium::plan {
namespace {

bool controls(const Statement& statement, TransactionClass transaction) {
  const bool harmless = statement.shape.savepoint && transaction == TransactionClass::whole;
  return statement.shape.kind == Shape::Kind::transaction_control && !harmless;
}

void refuse_control(const std::vector<Statement>& statements, TransactionClass transaction) {
  for (const Statement& statement : statements) {
    if (controls(statement, transaction)) {
      throw Error(Fault::design, statement.shape.verb +
                                     " is the author's own transaction control, but Helium opens "
                                     "and commits the transactions of this migration")
          .at(statement.span)
          .running(statement.text)
          .hinting("take it out, or set transaction = \"none\"");
    }
  }
}

bool any(const std::vector<Statement>& statements, bool Shape::*member) {
  return std::any_of(statements.begin(), statements.end(),
                     [member](const Statement& statement) { return statement.shape.*member; });
}

Finding not_whole(const Statement& statement, const Dialect& dialect) {
  Finding finding;
  finding.rule = "not_whole";
  finding.severity = Severity::warning;
  finding.where = statement.span;
  finding.message = dialect.name + " commits by itself at " + statement.shape.verb +
                    ": the migration runs statement by statement, with a journal";
  finding.hint = "set transaction = \"each\" to say so";
  return finding;
}

Finding runs_as_written(const Migration& migration) {
  Finding finding;
  finding.rule = "online";
  finding.severity = Severity::warning;
  finding.where.file = migration.path;
  finding.message =
      "online = true asks for statements that let writers go on, which this version "
      "does not make: they run as written, with the locks that they take";
  finding.hint = "choose a quiet hour, or set lock_timeout; helium plan shows the statements";
  return finding;
}

std::string name_of(const Migration& migration) {
  return migration.design + "_" + std::to_string(migration.number);
}

std::vector<Statement> asked_for_no_rows(std::vector<Statement> checks) {
  for (Statement& check : checks) {
    check.expect.kind = Expectation::Kind::no_rows;
  }
  return checks;
}

Step step_of(const Migration& migration, const Sections& sections) {
  Step step;
  step.design = migration.design;
  step.number = migration.number;
  step.title = migration.title;
  step.path = migration.path;
  step.checksum = migration.checksum;
  step.repeatable = sections.repeatable;
  step.limits = sections.limits;
  return step;
}

std::string irreversible_because(const Sections& sections) {
  if (!sections.irreversible.empty()) {
    return sections.irreversible;
  }
  return sections.has_reverse ? "" : "it has no reverse section";
}

[[noreturn]] void refuse_reverse(const std::string& name, const std::string& file,
                                 const std::string& why) {
  Span where;
  where.file = file;
  throw Error(Fault::design, name + " cannot be taken back: " + why)
      .at(where)
      .hinting(
          "nothing was run; write its reverse section in SQL, or a new migration that goes on");
}

}  // namespace

Binding bound(const std::vector<Statement>& statements, TransactionWish wish,
              const Dialect& dialect) {
  Binding binding;
  const bool keeps_ddl = dialect.traits.ddl_in_transaction;
  // A table that is made anew is never half there.
  const bool whole = wish == TransactionWish::whole || wish == TransactionWish::best ||
                     (wish == TransactionWish::unset && keeps_ddl) ||
                     any(statements, &Shape::rebuilds);
  binding.transaction = whole ? TransactionClass::whole : TransactionClass::each;
  if (wish == TransactionWish::none || any(statements, &Shape::outside)) {
    binding.transaction = TransactionClass::outside;
  } else if (whole && any(statements, &Shape::commits)) {
    const auto committing =
        std::find_if(statements.begin(), statements.end(),
                     [](const Statement& statement) { return statement.shape.commits; });
    if (committing->shape.kind != Shape::Kind::transaction_control) {
      binding.transaction = TransactionClass::each;
      if (wish != TransactionWish::best) {
        binding.findings.push_back(not_whole(*committing, dialect));
      }
    }
  }
  if (wish != TransactionWish::none) {
    refuse_control(statements, binding.transaction);
  }
  return binding;
}

Built forward_step(const Migration& migration, const Sections& sections, const Dialect& dialect) {
  Built built;
  Step& step = built.step;
  step = step_of(migration, sections);
  Binding binding = bound(sections.forward, sections.transaction, dialect);
  step.transaction = binding.transaction;
  built.findings = std::move(binding.findings);
  step.statements = sections.forward;
  step.check_before = asked_for_no_rows(sections.check_before);
  step.check_after = asked_for_no_rows(sections.check_after);
  if (sections.online) {
    built.findings.push_back(runs_as_written(migration));
  }
  step.irreversible = irreversible_because(sections);
  step.reversible = step.irreversible.empty();
  if (step.reversible) {
    step.reverse = sections.reverse;
    step.reverse_transaction = bound(sections.reverse, sections.transaction, dialect).transaction;
  }
  return built;
}

Built reverse_step(const Migration& migration, const Sections& sections, const Dialect& dialect) {
  const std::string why = irreversible_because(sections);
  if (!why.empty()) {
    refuse_reverse(name_of(migration), migration.path, why);
  }
  Built built;
  built.step = step_of(migration, sections);
  built.step.direction = Direction::reverse;
  Binding binding = bound(sections.reverse, sections.transaction, dialect);
  built.step.transaction = binding.transaction;
  built.step.statements = sections.reverse;
  built.findings = std::move(binding.findings);
  return built;
}

Built reverse_step(const Record& record, const Kept& kept) {
  const std::string name = record.design + "_" + std::to_string(record.number);
  if (!kept.found) {
    refuse_reverse(name, "", "its file is not there, and the ledger kept no reverse of it");
  }
  if (!kept.reversible) {
    refuse_reverse(name, "", kept.irreversible);
  }
  Built built;
  Step& step = built.step;
  step.design = record.design;
  step.number = record.number;
  step.direction = Direction::reverse;
  step.title = record.title;
  step.checksum = record.checksum;
  step.repeatable = record.repeatable;
  step.macros_hash = record.macros_hash;
  step.transaction = kept.transaction;
  step.statements = kept.statements;
  return built;
}

}  // namespace helium::plan
