// Schemas and differences for people, and statements for a server's own client.
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "show/json_parts.h"
#include "show/show.h"

namespace helium::show {
namespace {

std::string words(const Column& column) {
  std::string text = column.type + (column.null ? "" : " not null");
  text += column.default_value ? " default " + *column.default_value : "";
  text += column.identity == Column::Identity::none ? "" : " identity";
  text += column.generated == Column::Generated::no ? "" : " = " + column.expression;
  return text;
}

std::string words(const ForeignKey& key) {
  return "(" + base::joined(key.columns, ", ") + ") -> " + key.table + " (" +
         base::joined(key.referenced_columns, ", ") + ")";
}

std::string words(const TableIndex& index) {
  std::vector<std::string> parts;
  for (const IndexPart& part : index.parts) {
    parts.push_back(part.text + (part.descending ? " desc" : ""));
  }
  return std::string(index.unique ? "unique " : "") + "(" + base::joined(parts, ", ") + ")" +
         (index.where.empty() ? "" : " where " + index.where) + (index.valid ? "" : " NOT VALID");
}

void add_table(std::vector<Row>& rows, const Table& table) {
  rows.push_back({"table " + base::printable(table.name), base::printable(table.comment)});
  const auto add = [&](const std::string& name, const std::string& what) {
    rows.push_back({"  " + base::printable(name), base::printable(what)});
  };
  for (const Column& column : table.columns) {
    add(column.name, words(column));
  }
  if (table.primary_key) {
    add("primary key", "(" + base::joined(table.primary_key->columns, ", ") + ")");
  }
  for (const Key& key : table.uniques) {
    add("unique " + key.name, "(" + base::joined(key.columns, ", ") + ")");
  }
  for (const ForeignKey& key : table.foreign_keys) {
    add("foreign key " + key.name, words(key));
  }
  for (const Check& check : table.checks) {
    add("check " + check.name, check.expression);
  }
  for (const TableIndex& index : table.indexes) {
    add("index " + index.name, words(index));
  }
}

// A body keeps its semicolons: the clients of MySQL and MariaDB are told another terminator.
bool has_body(const std::string& statement) {
  return statement.find(';') != std::string::npos;
}

}  // namespace

std::string text(const Schema& schema) {
  std::vector<Row> rows;
  const auto add = [&](const std::string& what, const std::string& more = {}) {
    rows.push_back({base::printable(what), base::printable(more)});
  };
  for (const Extension& one : schema.extensions) {
    add("extension " + one.name, one.version);
  }
  for (const Enum& one : schema.enums) {
    add("enum " + one.name, base::joined(one.values, ", "));
  }
  for (const Domain& one : schema.domains) {
    add("domain " + one.name, one.type);
  }
  for (const Sequence& one : schema.sequences) {
    add("sequence " + one.name);
  }
  for (const Table& one : schema.tables) {
    add_table(rows, one);
  }
  for (const View& one : schema.views) {
    add(std::string(one.materialized ? "materialized " : "") + "view " + one.name);
  }
  for (const Routine& one : schema.routines) {
    add(one.kind + " " + one.name, one.arguments);
  }
  for (const Trigger& one : schema.triggers) {
    add("trigger " + one.name, "on " + one.table);
  }
  for (const Unknown& one : schema.unknown) {
    add("not understood: " + one.kind, one.name);
  }
  return rows.empty() ? "the schema is empty\n" : table(rows);
}

std::string text(const SchemaDifference& difference) {
  std::vector<Row> rows;
  for (const auto& line : difference.changes) {
    const bool both = !line.table.empty() && !line.object.empty();
    rows.push_back({line.kind, base::printable(both ? line.table + "." + line.object
                                                    : line.table + line.object)});
  }
  const std::string nothing =
      difference.noted ? "they differ in what no statement changes\n" : "the schemas are equal\n";
  return rows.empty() ? nothing : table(rows);
}

namespace {

Json changes_of(const SchemaDifference& difference) {
  Json changes = Json::array();
  for (const auto& line : difference.changes) {
    Json one = {{"kind", line.kind}};
    if (!line.table.empty()) {
      one["table"] = line.table;
    }
    if (!line.object.empty()) {
      const bool column = line.kind.size() > 7 && line.kind.find("_column") != std::string::npos;
      one[column ? "column" : "name"] = line.object;
    }
    changes.push_back(one);
  }
  return changes;
}

}  // namespace

std::string json(const SchemaDifference& difference) {
  return document({{"version", 1},
                   {"changes", changes_of(difference)},
                   {"notes", difference.notes},
                   {"statements", difference.statements}});
}

std::string json(const SchemaDifference& difference, const std::vector<std::string>& destructive,
                 const Generated& generated, const std::optional<Plan>& plan) {
  std::vector<std::string> planned;
  for (const Step& step : plan ? plan->steps : std::vector<Step>()) {
    for (const Statement& statement : step.statements) {
      planned.push_back(statement.text);
    }
  }
  return document({{"version", 1},
                   {"changes", changes_of(difference)},
                   {"destructive", destructive},
                   {"notes", difference.notes},
                   {"statements", plan ? planned : difference.statements},
                   {"files", generated.files},
                   {"proof", generated.proof},
                   {"reviews", generated.reviews}});
}

std::string json(const Generated& generated) {
  return document({{"version", 1},
                   {"files", generated.files},
                   {"proof", generated.proof},
                   {"reviews", generated.reviews},
                   {"notes", generated.difference.notes}});
}

std::string script(const std::vector<std::string>& statements, const std::string& dialect) {
  const bool family = dialect == "mysql" || dialect == "mariadb";
  std::string text;
  for (const std::string& statement : statements) {
    if (family && has_body(statement)) {
      text += "DELIMITER //\n" + statement + "\n//\nDELIMITER ;\n";
    } else {
      text += statement + ";\n";
    }
  }
  return text;
}

}  // namespace helium::show
