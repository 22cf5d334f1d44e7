// Text folded without a server is what the server tells of it, but for the spelling of expressions.
#include <catch2/catch.hpp>

#include "grammar/grammar.h"
#include "live/diff/sides.h"
#include "source/schema_json.h"

using namespace helium;
using namespace helium::test;

namespace {

void blank(std::string& text) {
  text = text.empty() ? "" : "...";
}

void blank(std::vector<Check>& checks) {
  for (Check& check : checks) {
    blank(check.expression);
  }
}

void blank(std::vector<TableIndex>& indexes) {
  for (TableIndex& index : indexes) {
    blank(index.where);
    for (IndexPart& part : index.parts) {
      if (part.expression) {
        blank(part.text);
      }
    }
  }
}

// The schema without what a server writes in words of its own.
std::string without_expressions(Schema schema) {
  schema.name.clear();
  for (Table& table : schema.tables) {
    for (Column& column : table.columns) {
      if (column.default_value) {
        blank(*column.default_value);
      }
      blank(column.expression);
    }
    blank(table.checks);
    blank(table.indexes);
    blank(table.partition_by);
    blank(table.partition_bound);
  }
  for (Domain& domain : schema.domains) {
    if (domain.default_value) {
      blank(*domain.default_value);
    }
    blank(domain.checks);
  }
  for (View& view : schema.views) {
    blank(view.definition);
    blank(view.indexes);
  }
  for (Routine& routine : schema.routines) {
    blank(routine.definition);
  }
  for (Trigger& trigger : schema.triggers) {
    blank(trigger.definition);
  }
  for (Extension& extension : schema.extensions) {
    extension.version.clear();
  }
  return source::json_of(schema);
}

}  // namespace

TEST_CASE("What text folds to is what the server tells of it") {
  for (const LiveServer& server : servers({"postgresql"})) {
    std::size_t compared = 0;
    for (const Pair& pair : pairs_of("postgresql")) {
      for (const std::string& text : {pair.current, pair.desired}) {
        INFO(pair.place << " " << pair.title << "\n" << text);
        grammar::SchemaText folded;
        folded.add(text, "pair.sql");
        if (!folded.unfolded().empty()) {
          WARN(pair.title << ": " << folded.unfolded().front().what << " needs a server");
          continue;
        }
        Side side(server);
        side.load(text);
        CHECK(without_expressions(folded.schema()) == without_expressions(side.inspect()));
        ++compared;
      }
    }
    CHECK(compared > 80);
  }
}
