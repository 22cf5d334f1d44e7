// A column that changes, on PostgreSQL: its type, its default, what it counts by.
#include "ddl/counters.h"
#include "ddl/writer.h"

namespace helium::ddl {
namespace {

// Two counters of one column, for as long as one takes over from the other, cannot have one name.
constexpr const char* aside = "helium_counter";

std::string alter_sequence(const std::string& name) {
  return "ALTER SEQUENCE " + name + " ";
}

}  // namespace

// What the last one counted to is what the next one goes on from.
Lines Writer::counter_goes(const Alter<Column>& what) const {
  const Column& from = what.before;
  const Column& to = what.after;
  const std::string start = alter(what.table) + "ALTER COLUMN " + quoted(to.name) + " ";
  const std::string counter = quoted(usual_counter(what.table, from.name));
  Lines lines;
  if (is_serial(from) && !is_serial(to)) {
    lines.push_back(start + "DROP DEFAULT");
    if (to.identity == Column::Identity::none) {
      lines.push_back("DROP SEQUENCE " + counter);
    } else {
      lines.push_back(alter_sequence(counter) + "OWNED BY NONE");
      lines.push_back(alter_sequence(counter) + "RENAME TO " + aside);
    }
  }
  if (from.identity != Column::Identity::none && to.identity == Column::Identity::none) {
    if (is_serial(to)) {
      lines.push_back(std::string("CREATE SEQUENCE ") + aside + " AS " + counted_type(to.type));
      lines.push_back("SELECT setval(" + literal(aside) + ", pg_sequence_last_value(" +
                      counter_of(what.table, from.name, dialect_) + "::regclass))");
    }
    lines.push_back(start + "DROP IDENTITY");
  }
  return lines;
}

Lines Writer::counter_comes(const Alter<Column>& what) const {
  const Column& from = what.before;
  const Column& to = what.after;
  const std::string start = alter(what.table) + "ALTER COLUMN " + quoted(to.name) + " ";
  const std::string name = usual_counter(what.table, to.name);
  const std::string type = counted_type(to.type);
  const std::string owned = "OWNED BY " + quoted(what.table) + "." + quoted(to.name);
  Lines lines;
  if (is_serial(from) && is_serial(to) && from.type != to.type) {
    lines.push_back(alter_sequence(quoted(name)) + "AS " + type);
  } else if (is_serial(to) && !is_serial(from)) {
    if (is_counting(from)) {
      lines.push_back(alter_sequence(aside) + "RENAME TO " + quoted(name));
      lines.push_back(alter_sequence(quoted(name)) + owned);
    } else {
      lines.push_back("CREATE SEQUENCE " + quoted(name) + " AS " + type + " " + owned);
    }
    lines.push_back(start + "SET DEFAULT " + next_of(name));
  }
  if (from.identity != to.identity && to.identity != Column::Identity::none) {
    const std::string kind = to.identity == Column::Identity::always ? "ALWAYS" : "BY DEFAULT";
    const std::string options = sequence_options(to.sequence);
    lines.push_back(start + (from.identity == Column::Identity::none
                                 ? "ADD GENERATED " + kind + " AS IDENTITY" +
                                       (options.empty() ? "" : " (" + options.substr(1) + ")")
                                 : "SET GENERATED " + kind));
  }
  if (is_serial(from) && to.identity != Column::Identity::none) {
    lines.push_back("SELECT setval(" + counter_of(what.table, to.name, dialect_) +
                    ", last_value, is_called) FROM " + aside);
    lines.push_back(std::string("DROP SEQUENCE ") + aside);
  } else if (is_counting(to) && !is_counting(from)) {
    lines.push_back(going_on(what.table, to, dialect_));
  }
  if (from.identity != Column::Identity::none && to.identity != Column::Identity::none &&
      !(from.sequence == to.sequence)) {
    lines.push_back(alter(what.table) + "ALTER COLUMN " + quoted(to.name) +
                    changed_options(from.sequence, to.sequence, "SET "));
  }
  return lines;
}

// A default that does not fit the new type stands in the way of the type, so it goes first.
Lines Writer::change(const Alter<Column>& what) {
  const Column& from = what.before;
  const Column& to = what.after;
  const std::string start = alter(what.table) + "ALTER COLUMN " + quoted(to.name) + " ";
  if (from.generated != to.generated || from.expression != to.expression) {
    if (to.generated == Column::Generated::no) {
      return {start + "DROP EXPRESSION"};
    }
    Lines lines = {alter(what.table) + "DROP COLUMN " + quoted(to.name)};
    const Lines more = change(Add<Column>{what.table, to});
    lines.insert(lines.end(), more.begin(), more.end());
    return lines;
  }
  Lines lines = counter_goes(what);
  const std::string type = counted_type(to.type);
  const bool retyped = counted_type(from.type) != type || from.collation != to.collation;
  const bool defaulted = from.default_value != to.default_value;
  if (from.default_value && (defaulted || retyped)) {
    lines.push_back(start + "DROP DEFAULT");
  }
  if (retyped) {
    lines.push_back(start + "TYPE " + type +
                    (to.collation.empty() ? "" : " COLLATE " + quoted(to.collation)) +
                    (to.generated != Column::Generated::no ? ""  // it is computed anew
                     : to.conversion.empty() ? " USING " + quoted(to.name) + "::" + type
                                             : " USING (" + to.conversion + ")"));
  }
  if (to.default_value && (defaulted || retyped)) {
    lines.push_back(start + "SET DEFAULT " + *to.default_value);
  }
  if (from.null != to.null) {
    lines.push_back(start + (to.null ? "DROP NOT NULL" : "SET NOT NULL"));
  }
  const Lines counter = counter_comes(what);
  lines.insert(lines.end(), counter.begin(), counter.end());
  if (from.comment != to.comment) {
    lines.push_back("COMMENT ON COLUMN " + quoted(what.table) + "." + quoted(to.name) + " IS " +
                    (to.comment.empty() ? "NULL" : literal(to.comment)));
  }
  return lines;
}

}  // namespace helium::ddl
