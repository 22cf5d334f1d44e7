#include "grammar/grammar.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "grammar/folding.h"

namespace helium::grammar {
namespace {

template <typename Object>
void by_name(std::vector<Object>& list) {
  std::sort(list.begin(), list.end(),
            [](const Object& a, const Object& b) { return a.name < b.name; });
}

// A column with a sequence of its own, named as SERIAL names it, is written as one.
void as_serial(Schema& schema, const Table& table, Column& column) {
  const std::string name = table.name + "_" + column.name + "_seq";
  const auto sequence =
      std::find_if(schema.sequences.begin(), schema.sequences.end(), [&](const Sequence& one) {
        return one.name == name && one.owned_by == table.name + "." + column.name;
      });
  if (sequence == schema.sequences.end() || column.null || !column.default_value ||
      column.default_value->rfind("nextval(", 0) != 0) {
    return;
  }
  for (const auto& [type, serial] :
       {std::pair("integer", "serial"), std::pair("bigint", "bigserial"),
        std::pair("smallint", "smallserial")}) {
    if (column.type == type) {
      SequenceOptions usual;
      usual.type = type;
      if (!(sequence->options == usual)) {
        schema.unknown.push_back({"option of the sequence", name});
      }
      column.type = serial;
      column.default_value.reset();
      schema.sequences.erase(sequence);
      return;
    }
  }
}

}  // namespace

struct SchemaText::Inside {
  Schema schema;
  std::vector<Unfolded> unfolded;
};

SchemaText::SchemaText() : inside_(std::make_unique<Inside>()) {
  inside_->schema.dialect = "postgresql";
}

SchemaText::~SchemaText() = default;

void SchemaText::add(const std::string& text, const std::string& file) {
  const Tree tree(text, file);
  Renamed renamed(text, file);
  Folding(inside_->schema, tree, renamed, inside_->unfolded).run();
  renamed.check_all_told();
}

const std::vector<Unfolded>& SchemaText::unfolded() const noexcept {
  return inside_->unfolded;
}

// In the order in which a server tells it.
Schema SchemaText::schema() const {
  Schema schema = inside_->schema;
  for (Table& table : schema.tables) {
    by_name(table.uniques);
    by_name(table.foreign_keys);
    by_name(table.checks);
    by_name(table.indexes);
    for (Column& column : table.columns) {
      as_serial(schema, table, column);
    }
  }
  by_name(schema.extensions);
  by_name(schema.enums);
  by_name(schema.domains);
  by_name(schema.sequences);
  by_name(schema.tables);
  by_name(schema.views);
  by_name(schema.routines);
  by_name(schema.triggers);
  std::sort(schema.grants.begin(), schema.grants.end(), [](const Grant& a, const Grant& b) {
    return std::tie(a.kind, a.object, a.column, a.grantee, a.privilege) <
           std::tie(b.kind, b.object, b.column, b.grantee, b.privilege);
  });
  return schema;
}

}  // namespace helium::grammar
