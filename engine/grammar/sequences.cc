// Sequences, and the columns that count by them.
#include <algorithm>

#include "base/text.h"
#include "ddl/counters.h"
#include "grammar/folding.h"
#include "grammar/names.h"

namespace helium::grammar {

std::vector<Sequence>::iterator Folding::sequence_named(const std::string& name) {
  return std::find_if(schema_.sequences.begin(), schema_.sequences.end(),
                      [&](const Sequence& one) { return one.name == name; });
}

// What a serial column is to the server, for as long as statements may name its sequence.
void Folding::write_out_serials(Table& table) {
  for (Column& column : table.columns) {
    if (ddl::is_serial(column)) {
      Sequence counter;
      counter.name = made_name(table.name, column.name, "seq", [&](const std::string& name) {
        return sequence_named(name) != schema_.sequences.end();
      });
      counter.owned_by = table.name + "." + column.name;
      column.type = ddl::counted_type(column.type);
      column.default_value = ddl::next_of(counter.name);
      counter.options.type = column.type;
      schema_.sequences.push_back(std::move(counter));
    }
  }
}

void Folding::sequence(const PgQuery__RangeVar& name, std::span<Node* const> options, bool fresh) {
  const auto found = sequence_named(name.relname);
  Sequence sequence = found == schema_.sequences.end() ? Sequence{name.relname, {}, {}} : *found;
  if (!fresh && found == schema_.sequences.end()) {
    builder_.fail(name.location, "there is no sequence " + base::printable(name.relname));
  }
  const SequenceOptions before = sequence.options;
  sequence.options = Builder::sequence(options, fresh ? nullptr : &before);
  if (!sequence.options.type && fresh) {
    sequence.options.type = "bigint";
  }
  if (const PgQuery__DefElem* owner = option(options, "owned_by"); owner != nullptr) {
    const auto parts = items(owner->arg);
    const std::string column = word(parts.back());
    sequence.owned_by = parts.size() < 2 ? "" : word(parts[parts.size() - 2]) + "." + column;
  }
  if (found == schema_.sequences.end()) {
    schema_.sequences.push_back(std::move(sequence));
  } else {
    *found = std::move(sequence);
  }
}

// The server knows it by its number: a default of it says the new name from now on.
void Folding::rename_sequence(const PgQuery__RenameStmt& statement) {
  const std::string from = statement.relation->relname;
  const auto found = sequence_named(from);
  if (found == schema_.sequences.end()) {
    if (statement.missing_ok == 0) {
      builder_.fail(statement.relation->location, "there is no sequence " + base::printable(from));
    }
    return;
  }
  found->name = statement.newname;
  for (Table& one : schema_.tables) {
    for (Column& column : one.columns) {
      if (column.default_value == ddl::next_of(from)) {
        column.default_value = ddl::next_of(found->name);
      }
    }
  }
}

}  // namespace helium::grammar
