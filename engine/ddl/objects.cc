// Types, sequences, routines, views, triggers and grants.
#include <algorithm>

#include "base/text.h"
#include "ddl/routine.h"
#include "ddl/sequence.h"
#include "ddl/writer.h"
#include "helium/error.h"
#include "sql/quote.h"

namespace helium::ddl {

std::string Writer::quoted(const std::string& name) const {
  return sql::quote_identifier(name, dialect_.lexicon);
}

std::string Writer::quoted(const std::vector<std::string>& names) const {
  std::vector<std::string> all;
  all.reserve(names.size());
  for (const std::string& name : names) {
    all.push_back(quoted(name));
  }
  return base::joined(all, ", ");
}

std::string Writer::literal(const std::string& text) const {
  return sql::quote_literal(text, dialect_.lexicon);
}

void Writer::lacks(const std::string& what) const {
  throw Error(Fault::unsupported, dialect_.name + " has no " + what);
}

Lines Writer::write(const Change& change) {
  return std::visit([this](const auto& what) { return this->change(what); }, change.what);
}

Lines Writer::change(const Add<Extension>& what) {
  return {"CREATE EXTENSION IF NOT EXISTS " + quoted(what.object.name)};
}

Lines Writer::change(const Drop<Extension>& what) {
  return {"DROP EXTENSION " + quoted(what.object.name)};
}

Lines Writer::change(const Add<Enum>& what) {
  std::vector<std::string> values;
  for (const std::string& value : what.object.values) {
    values.push_back(literal(value));
  }
  Lines lines = {"CREATE TYPE " + quoted(what.object.name) + " AS ENUM (" +
                 base::joined(values, ", ") + ")"};
  if (!what.object.comment.empty()) {
    lines.push_back("COMMENT ON TYPE " + quoted(what.object.name) + " IS " +
                    literal(what.object.comment));
  }
  return lines;
}

Lines Writer::change(const Drop<Enum>& what) {
  return {"DROP TYPE " + quoted(what.object.name)};
}

// Values may be added anywhere, but none can be taken away.
Lines Writer::change(const Alter<Enum>& what) {
  Lines lines;
  std::size_t known = 0;
  for (std::size_t i = 0; i < what.after.values.size(); ++i) {
    const std::string& value = what.after.values[i];
    if (known < what.before.values.size() && what.before.values[known] == value) {
      ++known;
      continue;
    }
    const std::string place =
        known < what.before.values.size() ? " BEFORE " + literal(what.before.values[known]) : "";
    lines.push_back("ALTER TYPE " + quoted(what.after.name) + " ADD VALUE " + literal(value) +
                    place);
  }
  if (known < what.before.values.size()) {
    lacks("way to remove the value " + base::printable(what.before.values[known]) + " from " +
          base::printable(what.before.name));
  }
  if (what.before.comment != what.after.comment) {
    lines.push_back("COMMENT ON TYPE " + quoted(what.after.name) + " IS " +
                    literal(what.after.comment));
  }
  return lines;
}

Lines Writer::change(const Rename<Enum>& what) {
  return {"ALTER TYPE " + quoted(what.object.name) + " RENAME TO " + quoted(what.name)};
}

Lines Writer::change(const Add<Domain>& what) {
  const Domain& domain = what.object;
  std::string text = "CREATE DOMAIN " + quoted(domain.name) + " AS " + domain.type;
  text += domain.default_value ? " DEFAULT " + *domain.default_value : "";
  text += domain.null ? "" : " NOT NULL";
  Lines behind;
  for (const Check& one : domain.checks) {
    if (comes_behind(one.validated)) {
      behind.push_back("ALTER DOMAIN " + quoted(domain.name) + " ADD " + check(one));
    } else {
      text += " " + check(one);
    }
  }
  Lines lines = {text};
  lines.insert(lines.end(), behind.begin(), behind.end());
  if (!domain.comment.empty()) {
    lines.push_back("COMMENT ON DOMAIN " + quoted(domain.name) + " IS " + literal(domain.comment));
  }
  return lines;
}

Lines Writer::change(const Drop<Domain>& what) {
  return {"DROP DOMAIN " + quoted(what.object.name)};
}

Lines Writer::change(const Alter<Domain>& what) {
  const std::string start = "ALTER DOMAIN " + quoted(what.after.name);
  Lines lines;
  if (what.before.type != what.after.type) {
    lacks("way to change the type of the domain " + base::printable(what.before.name));
  }
  if (what.before.default_value != what.after.default_value) {
    lines.push_back(start + (what.after.default_value ? " SET DEFAULT " + *what.after.default_value
                                                      : " DROP DEFAULT"));
  }
  if (what.before.null != what.after.null) {
    lines.push_back(start + (what.after.null ? " DROP NOT NULL" : " SET NOT NULL"));
  }
  for (const Check& one : what.before.checks) {
    if (std::find(what.after.checks.begin(), what.after.checks.end(), one) ==
        what.after.checks.end()) {
      lines.push_back(start + " DROP CONSTRAINT " + quoted(one.name));
    }
  }
  for (const Check& one : what.after.checks) {
    if (std::find(what.before.checks.begin(), what.before.checks.end(), one) ==
        what.before.checks.end()) {
      lines.push_back(start + " ADD " + check(one));
    }
  }
  if (what.before.comment != what.after.comment) {
    lines.push_back("COMMENT ON DOMAIN " + quoted(what.after.name) + " IS " +
                    literal(what.after.comment));
  }
  return lines;
}

std::string Writer::sequence_options(const SequenceOptions& options) const {
  std::string text;
  const auto add = [&](const char* words, const std::optional<std::int64_t>& value) {
    text += value ? std::string(" ") + words + " " + std::to_string(*value) : "";
  };
  add("INCREMENT BY", options.increment);
  add("MINVALUE", options.minimum);
  add("MAXVALUE", options.maximum);
  add("START WITH", options.start);
  add("CACHE", options.cache);
  return text + (options.cycle ? " CYCLE" : "");
}

std::int64_t begins_at(const SequenceOptions& options) {
  const bool down = options.increment.value_or(1) < 0;
  return options.start.value_or(down ? options.maximum.value_or(-1) : options.minimum.value_or(1));
}

// The column that owns it may be made only behind it: who compares gives it to the column then.
Lines Writer::change(const Add<Sequence>& what) {
  const Sequence& sequence = what.object;
  return {"CREATE SEQUENCE " + quoted(sequence.name) +
          (sequence.options.type ? " AS " + *sequence.options.type : "") +
          sequence_options(sequence.options)};
}

Lines Writer::change(const Drop<Sequence>& what) {
  return {"DROP SEQUENCE " + quoted(what.object.name)};
}

std::string Writer::changed_options(const SequenceOptions& from, const SequenceOptions& to,
                                    const std::string& verb) const {
  std::string text;
  const auto add = [&](const char* words, const std::optional<std::int64_t>& before,
                       const std::optional<std::int64_t>& after, const char* otherwise) {
    if (before != after) {
      text += " " + verb + (after ? words + (" " + std::to_string(*after)) : otherwise);
    }
  };
  add("INCREMENT BY", from.increment, to.increment, "INCREMENT BY 1");
  add("MINVALUE", from.minimum, to.minimum, "NO MINVALUE");
  add("MAXVALUE", from.maximum, to.maximum, "NO MAXVALUE");
  if (begins_at(from) != begins_at(to)) {
    text += " " + verb + "START WITH " + std::to_string(begins_at(to));
  }
  add("CACHE", from.cache, to.cache, usual_cache());
  if (from.cycle != to.cycle) {
    text += " " + verb + (to.cycle ? "CYCLE" : dialect_.name == "mariadb" ? "NOCYCLE" : "NO CYCLE");
  }
  return text;
}

Lines Writer::change(const Alter<Sequence>& what) {
  const auto& from = what.before.options;
  const auto& to = what.after.options;
  const bool retyped = from.type != to.type && to.type;
  std::string options =
      (retyped ? " AS " + *to.type : std::string()) + changed_options(from, to, "");
  if (const std::string& owner = what.after.owned_by; owner != what.before.owned_by) {
    const auto dot = owner.rfind('.');
    options += " OWNED BY " + (dot == std::string::npos ? std::string("NONE")
                                                        : quoted(owner.substr(0, dot)) + "." +
                                                              quoted(owner.substr(dot + 1)));
  }
  return options.empty() ? Lines{} : Lines{"ALTER SEQUENCE " + quoted(what.after.name) + options};
}

Lines Writer::change(const Add<View>& what) {
  const View& view = what.object;
  std::string text = view.materialized ? "CREATE MATERIALIZED VIEW " : "CREATE VIEW ";
  text += quoted(view.name);
  std::string check_option;
  std::vector<std::string> with;
  for (const std::string& option : view.options) {
    if (option.rfind("check_option=", 0) == 0) {
      check_option = " WITH " + base::upper(option.substr(13)) + " CHECK OPTION";
    } else {
      with.push_back(option);
    }
  }
  text += with.empty() ? "" : " WITH (" + base::joined(with, ", ") + ")";
  Lines lines = {text + " AS\n" + view.definition + check_option};
  for (const TableIndex& index : view.indexes) {
    const Lines more = change(Add<TableIndex>{view.name, index});
    lines.insert(lines.end(), more.begin(), more.end());
  }
  if (!view.comment.empty()) {
    lines.push_back(std::string("COMMENT ON ") +
                    (view.materialized ? "MATERIALIZED VIEW " : "VIEW ") + quoted(view.name) +
                    " IS " + literal(view.comment));
  }
  for (const auto& [column, comment] : view.column_comments) {
    lines.push_back("COMMENT ON COLUMN " + quoted(view.name) + "." + quoted(column) + " IS " +
                    literal(comment));
  }
  if (!view.owner.empty()) {
    lines.push_back(std::string("ALTER ") + (view.materialized ? "MATERIALIZED VIEW " : "VIEW ") +
                    quoted(view.name) + " OWNER TO " + quoted(view.owner));
  }
  return lines;
}

Lines Writer::change(const Drop<View>& what) {
  return {std::string(what.object.materialized ? "DROP MATERIALIZED VIEW " : "DROP VIEW ") +
          quoted(what.object.name)};
}

Lines Writer::change(const Alter<View>& what) {
  Lines lines = change(Drop<View>{{}, what.before});
  const Lines more = change(Add<View>{{}, what.after});
  lines.insert(lines.end(), more.begin(), more.end());
  return lines;
}

Lines Writer::change(const Add<Routine>& what) {
  Lines lines = {what.object.definition};
  if (!what.object.comment.empty()) {
    lines.push_back("COMMENT ON " + base::upper(what.object.kind) + " " + quoted(what.object.name) +
                    "(" + what.object.arguments + ") IS " + literal(what.object.comment));
  }
  if (!what.object.owner.empty()) {
    lines.push_back("ALTER " + base::upper(what.object.kind) + " " + quoted(what.object.name) +
                    "(" + what.object.arguments + ") OWNER TO " + quoted(what.object.owner));
  }
  return lines;
}

Lines Writer::change(const Drop<Routine>& what) {
  return {"DROP " + base::upper(what.object.kind) + " " + quoted(what.object.name) + "(" +
          what.object.arguments + ")"};
}

namespace {

// CREATE OR REPLACE FUNCTION f(n integer) RETURNS text, as PostgreSQL writes it; what stands before
// LANGUAGE cannot be replaced.
std::string head_of(const Routine& routine) {
  const auto end = routine.definition.find("\n LANGUAGE ");
  const bool replaces = routine.definition.rfind("CREATE OR REPLACE ", 0) == 0;
  return replaces && end != std::string::npos ? routine.definition.substr(0, end) : std::string();
}

}  // namespace

bool replaces(const Routine& before, const Routine& after) {
  const std::string head = head_of(before);
  return !head.empty() && head == head_of(after);
}

// Who replaces it keeps its rights, and the triggers, views and defaults that stand on it.
Lines Writer::change(const Alter<Routine>& what) {
  if (replaces(what.before, what.after)) {
    Lines lines;
    if (what.before.definition != what.after.definition) {
      lines.push_back(what.after.definition);
    }
    if (what.before.comment != what.after.comment) {
      lines.push_back("COMMENT ON " + base::upper(what.after.kind) + " " + quoted(what.after.name) +
                      "(" + what.after.arguments + ") IS " +
                      (what.after.comment.empty() ? "NULL" : literal(what.after.comment)));
    }
    return lines;
  }
  Lines lines = change(Drop<Routine>{{}, what.before});
  const Lines more = change(Add<Routine>{{}, what.after});
  lines.insert(lines.end(), more.begin(), more.end());
  return lines;
}

Lines Writer::change(const Add<Trigger>& what) {
  const Trigger& trigger = what.object;
  Lines lines = {trigger.definition};
  if (!trigger.firing.empty()) {
    lines.push_back(alter(trigger.table) + (trigger.firing == "disabled" ? "" : "ENABLE ") +
                    (trigger.firing == "disabled" ? "DISABLE" : base::upper(trigger.firing)) +
                    " TRIGGER " + quoted(trigger.name));
  }
  if (!trigger.comment.empty()) {
    lines.push_back("COMMENT ON TRIGGER " + quoted(trigger.name) + " ON " + quoted(trigger.table) +
                    " IS " + literal(trigger.comment));
  }
  return lines;
}

Lines Writer::change(const Drop<Trigger>& what) {
  return {"DROP TRIGGER " + quoted(what.object.name) + " ON " + quoted(what.object.table)};
}

// A routine is named with what it takes: f(a integer).
std::string Writer::on_object(const Grant& grant) const {
  const auto bracket = std::min(grant.object.find('('), grant.object.size());
  const bool plain = grant.kind == "table" || grant.kind == "view";
  return (grant.column.empty() ? "" : " (" + quoted(grant.column) + ")") + std::string(" ON ") +
         (plain ? "" : base::upper(grant.kind) + " ") + quoted(grant.object.substr(0, bracket)) +
         grant.object.substr(bracket);
}

std::string Writer::given(const Grant& grant) const {
  return "GRANT " + base::upper(grant.privilege) + on_object(grant) + " TO " +
         (grant.grantee == "public" ? "PUBLIC" : quoted(grant.grantee)) +
         (grant.grantable ? " WITH GRANT OPTION" : "");
}

std::string Writer::taken(const Grant& grant) const {
  return "REVOKE " + base::upper(grant.privilege) + on_object(grant) + " FROM " +
         (grant.grantee == "public" ? "PUBLIC" : quoted(grant.grantee));
}

Lines Writer::change(const Add<Grant>& what) {
  return {what.object.revoked ? taken(what.object) : given(what.object)};
}

Lines Writer::change(const Drop<Grant>& what) {
  return {what.object.revoked ? given(what.object) : taken(what.object)};
}

}  // namespace helium::ddl
