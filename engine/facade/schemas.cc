// The verbs over schemas: inspect, diff.
#include <algorithm>
#include <utility>

#include "base/text.h"
#include "ddl/ddl.h"
#include "ddl/together.h"
#include "dialect/dialect.h"
#include "diff/translate.h"
#include "facade/compared.h"
#include "facade/differing.h"
#include "facade/inside.h"
#include "facade/picture.h"
#include "facade/schema_source.h"
#include "generate/calls.h"
#include "helium/error.h"
#include "source/lua_text.h"
#include "source/schema_json.h"
#include "source/schema_lua.h"

namespace helium {
namespace {

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

template <typename Objects>
std::vector<std::string> names_in(const Objects& objects) {
  std::vector<std::string> names;
  names.reserve(objects.size());
  for (const auto& one : objects) {
    names.push_back(one.name);
  }
  return names;
}

const Table* table_of(const Schema& schema, const std::string& name) {
  const auto found = std::find_if(schema.tables.begin(), schema.tables.end(),
                                  [&](const Table& table) { return table.name == name; });
  return found == schema.tables.end() ? nullptr : &*found;
}

bool holds(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

[[noreturn]] void nothing_comes(const std::string& said, const std::string& wanted,
                                const std::vector<std::string>& after, const std::string& what) {
  throw Error(Fault::usage, "--rename " + base::printable(said + "=" + wanted) + ": there is no " +
                                what + " " + base::printable(wanted))
      .hinting(base::did_you_mean(wanted, after));
}

// What goes would be dropped, with its data, where nothing comes by the new name that was said.
// Words of a rename that is done, or was, are in nobody's way.
void refuse_misspelt(const diff::Renames& renames, const Schema& from, const Schema& to) {
  for (const auto& [old_name, new_name] : renames) {
    const auto check = [&, &said = old_name, &wanted = new_name](
                           const std::string& name, const std::vector<std::string>& before,
                           const std::vector<std::string>& after, const std::string& what) {
      if (!wanted.empty() && holds(before, name) && !holds(after, name) && !holds(after, wanted)) {
        nothing_comes(said, wanted, after, what);
      }
    };
    check(old_name, names_in(from.tables), names_in(to.tables), "table");
    const std::string table = old_name.substr(0, old_name.find('.'));
    const auto renamed = renames.find(table);
    const Table* before = table_of(from, table);
    const Table* after = table_of(to, renamed == renames.end() ? table : renamed->second);
    if (before != nullptr && after != nullptr && table != old_name) {
      check(old_name.substr(table.size() + 1), names_in(before->columns), names_in(after->columns),
            "column");
    }
  }
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
  const bool speaks = facade::speaks_for_itself(last_first ? request.to : request.from);
  const std::string dialect = speaks ? first.dialect : request.dialect;
  Schema second = facade::schema_of({.said = last_first ? request.from : request.to,
                                     .dialect = dialect,
                                     .schema = request.schema,
                                     .designs = request.designs,
                                     .grounds = &grounds,
                                     .beside_server = speaks,
                                     .collation = first.collation});
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

Schema Engine::inspect(Digests* digests) {
  const auto work = inside_->begin();
  return facade::whole_schema(*work, digests);
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

std::string schema_json(const Schema& schema, const Digests& digests) {
  return source::json_of(schema, digests);
}

std::string schema_lua(const Schema& schema) {
  return source::lua_of(schema, dialect::read(schema.dialect));
}

std::string schema_picture(const Schema& schema, DiagramRequest::Form form) {
  const Diagram diagram = draw::of(schema);
  const bool placed = form == DiagramRequest::Form::svg && !diagram.tables.empty();
  return facade::document_of(diagram, placed ? draw::place(diagram) : draw::Layout{}, form, {});
}

namespace facade {

Compared compared(Schema from, Schema to, const std::vector<std::string>& renames) {
  std::vector<std::string> notes;
  if (from.dialect != to.dialect || from.written || to.written) {
    // Who wrote by hand is understood in the server's words; of two servers the first says how
    // things are called, because the statements are for it.
    const bool first = from.written && !to.written;
    Schema& said = first ? from : to;
    const Schema& found = first ? to : from;
    auto translated =
        diff::translated(said, dialect::read(said.dialect), found, dialect::read(found.dialect));
    said = std::move(translated.schema);
    notes = std::move(translated.notes);
  }
  const diff::Renames said = renames_of(renames);
  refuse_misspelt(said, from, to);
  auto difference = diff::compare(from, to, said);
  refuse_doubts(difference);
  difference.notes.insert(difference.notes.end(), notes.begin(), notes.end());
  return {std::move(from), std::move(to), std::move(difference)};
}

namespace {

// What no operation says stands as the SQL that it is at that point.
std::vector<std::string> calls_of(const Compared& compared, const Dialect& dialect) {
  std::vector<std::string> calls;
  Schema now = compared.from;
  const Changes& changes = compared.difference.changes;
  const ddl::Together together(changes, now);
  for (std::size_t at = 0, end = 0; at < changes.size(); at = end) {
    end = together.end(changes, at);
    const Changes group(changes.begin() + static_cast<std::ptrdiff_t>(at),
                        changes.begin() + static_cast<std::ptrdiff_t>(end));
    std::string call = group.size() > 1 ? std::string() : generate::call_of(group.front(), "");
    if (call.empty()) {
      for (const auto& one : ddl::render(group, now, dialect)) {
        call += (call.empty() ? "" : "\n") + std::string("queries:sql(") +
                source::lua_string(one.text) + ")";
      }
    }
    calls.push_back(std::move(call));
    now = ddl::fold(std::move(now), group);
  }
  return calls;
}

}  // namespace

Compared compared(const DiffRequest& request, Grounds& grounds) {
  if (request.found != nullptr) {
    return compared(*request.found,
                    schema_of({.said = request.to,
                               .dialect = request.found->dialect,
                               .schema = request.schema,
                               .designs = request.designs,
                               .grounds = &grounds,
                               .beside_server = true,
                               .collation = request.found->collation}),
                    request.renames);
  }
  auto [from, to] = both_sides(request, grounds);
  return compared(std::move(from), std::move(to), request.renames);
}

SchemaDifference told(const Compared& compared, const Dialect& dialect) {
  SchemaDifference result;
  result.dialect = compared.to.dialect;
  result.notes = compared.difference.notes;
  result.noted = compared.difference.noted;
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
  auto sides = facade::what_differs(request, grounds);
  const facade::Compared compared =
      sides ? facade::compared(std::move(sides->from), std::move(sides->to), request.renames)
            : facade::compared(request, grounds);
  const Dialect dialect = dialect::read(compared.to.dialect);
  SchemaDifference difference = facade::told(compared, dialect);
  if (request.as_operations) {
    difference.operations = facade::calls_of(compared, dialect);
  }
  return difference;
}

}  // namespace helium
