// The verbs over schemas: inspect, diff.
#include <algorithm>
#include <set>

#include "base/text.h"
#include "catalog/catalog.h"
#include "ddl/ddl.h"
#include "dialect/dialect.h"
#include "facade/compared.h"
#include "facade/inside.h"
#include "facade/schema_source.h"
#include "helium/error.h"
#include "source/schema_json.h"

namespace helium {
namespace {

Schema inspect_with(facade::Work& work) {
  if (!work.connect_for_reading()) {
    throw Error(Fault::missing, "the database, file or schema does not exist")
        .hinting("helium create");
  }
  const auto store = work.store();
  return catalog::inspect(work.session(), work.dialect(), {store.schema, store.prefix});
}

diff::Renames renames_of(const std::vector<std::string>& words) {
  diff::Renames renames;
  for (const std::string& word : words) {
    const auto equals = word.find('=');
    if (equals == std::string::npos || equals == 0) {
      throw Error(Fault::usage, "--rename " + base::printable(word) + " names no two names")
          .hinting("--rename table.old=new, or --rename old_table=new_table");
    }
    renames[word.substr(0, equals)] = word.substr(equals + 1);
  }
  return renames;
}

// Text has the dialect of the side that says its own.
std::pair<Schema, Schema> both_sides(const DiffRequest& request, facade::Grounds& grounds) {
  const bool last_first =
      !facade::speaks_for_itself(request.from) && facade::speaks_for_itself(request.to);
  Schema first = facade::schema_of({.said = last_first ? request.to : request.from,
                                    .dialect = request.dialect,
                                    .schema = request.schema,
                                    .designs = request.designs,
                                    .grounds = &grounds});
  const std::string dialect = facade::speaks_for_itself(last_first ? request.to : request.from)
                                  ? first.dialect
                                  : request.dialect;
  Schema second = facade::schema_of({.said = last_first ? request.from : request.to,
                                     .dialect = dialect,
                                     .schema = request.schema,
                                     .designs = request.designs,
                                     .grounds = &grounds});
  return last_first ? std::pair(std::move(second), std::move(first))
                    : std::pair(std::move(first), std::move(second));
}

// A rename that is taken for a drop loses the data, so nobody guesses.
void refuse_doubts(const diff::Difference& difference) {
  if (difference.doubts.empty()) {
    return;
  }
  const diff::Doubt& doubt = difference.doubts.front();
  const std::string from = doubt.dropped.empty() ? doubt.table : doubt.table + "." + doubt.dropped;
  throw Error(Fault::usage, "is " + base::printable(doubt.added) + " the new name of " +
                                base::printable(from) + ", or a new one beside a dropped one?")
      .hinting("--rename " + from + "=" + doubt.added + ", or --rename " + from +
               "= for a drop and an add");
}

}  // namespace

Schema Engine::inspect() {
  const auto work = inside_->begin();
  return inspect_with(*work);
}

std::vector<std::string> statements_for(const Schema& schema) {
  Schema nothing;
  nothing.dialect = schema.dialect;
  std::vector<std::string> statements;
  for (const auto& one : ddl::render(diff::compare(nothing, schema).changes, nothing,
                                     dialect::read(schema.dialect))) {
    statements.push_back(one.text);
  }
  return statements;
}

std::string schema_json(const Schema& schema) {
  return source::json_of(schema);
}

namespace facade {

Compared compared(Schema from, Schema to, const std::vector<std::string>& renames) {
  if (from.dialect != to.dialect) {
    throw Error(Fault::usage,
                "the two schemas speak different dialects: " + from.dialect + " and " + to.dialect);
  }
  auto difference = diff::compare(from, to, renames_of(renames));
  refuse_doubts(difference);
  return {std::move(from), std::move(to), std::move(difference)};
}

Compared compared(const DiffRequest& request, Grounds& grounds) {
  auto [from, to] = both_sides(request, grounds);
  return compared(std::move(from), std::move(to), request.renames);
}

SchemaDifference told(const Compared& compared, const Dialect& dialect) {
  SchemaDifference result;
  result.dialect = compared.to.dialect;
  result.notes = compared.difference.notes;
  for (const Change& change : compared.difference.changes) {
    const auto name = ddl::name_of(change);
    result.changes.push_back({name.kind, name.table, name.object});
  }
  for (const auto& one : ddl::render(compared.difference.changes, compared.from, dialect)) {
    result.statements.push_back(one.text);
  }
  return result;
}

}  // namespace facade

SchemaDifference difference_between(const DiffRequest& request) {
  facade::Grounds grounds(request.scratch.servers, request.scratch.cache);
  const auto compared = facade::compared(request, grounds);
  return facade::told(compared, dialect::read(compared.to.dialect));
}

}  // namespace helium
