// The members of each noun of a schema by their names in JSON, once for reading and for writing:
// `visit(name, member)` is called for one after another.
#pragma once

#include "helium/digests.h"
#include "helium/schema.h"

// Found by argument lookup, so they stand where the nouns do.
namespace helium {

/// Those of sequence options.
template <typename Visit>
void members(Visit& visit, SequenceOptions& one) {
  visit("type", one.type);
  visit("start", one.start);
  visit("increment", one.increment);
  visit("minimum", one.minimum);
  visit("maximum", one.maximum);
  visit("cache", one.cache);
  visit("cycle", one.cycle);
}

/// Those of a column.
template <typename Visit>
void members(Visit& visit, Column& one) {
  visit("name", one.name);
  visit("type", one.type);
  visit("null", one.null);
  visit("default", one.default_value);
  visit("identity", one.identity);
  visit("sequence", one.sequence);
  visit("generated", one.generated);
  visit("expression", one.expression);
  visit("collation", one.collation);
  visit("on_update", one.on_update);
  visit("comment", one.comment);
  visit("renamed_from", one.renamed_from);
}

/// Those of a key.
template <typename Visit>
void members(Visit& visit, Key& one) {
  visit("name", one.name);
  visit("columns", one.columns);
  visit("deferrable", one.deferrable);
  visit("initially_deferred", one.initially_deferred);
  visit("nulls_equal", one.nulls_equal);
}

/// Those of a foreign key.
template <typename Visit>
void members(Visit& visit, ForeignKey& one) {
  visit("name", one.name);
  visit("columns", one.columns);
  visit("schema", one.schema);
  visit("table", one.table);
  visit("referenced_columns", one.referenced_columns);
  visit("on_delete", one.on_delete);
  visit("on_update", one.on_update);
  visit("deferrable", one.deferrable);
  visit("initially_deferred", one.initially_deferred);
  visit("validated", one.validated);
}

/// Those of a check.
template <typename Visit>
void members(Visit& visit, Check& one) {
  visit("name", one.name);
  visit("expression", one.expression);
  visit("validated", one.validated);
}

/// Those of a part of an index.
template <typename Visit>
void members(Visit& visit, IndexPart& one) {
  visit("text", one.text);
  visit("expression", one.expression);
  visit("descending", one.descending);
  visit("nulls_first", one.nulls_first);
  visit("collation", one.collation);
  visit("operator_class", one.operator_class);
  visit("prefix", one.prefix);
}

/// Those of an index.
template <typename Visit>
void members(Visit& visit, TableIndex& one) {
  visit("name", one.name);
  visit("parts", one.parts);
  visit("unique", one.unique);
  visit("nulls_equal", one.nulls_equal);
  visit("where", one.where);
  visit("include", one.include);
  visit("method", one.method);
  visit("comment", one.comment);
  visit("valid", one.valid);
}

/// Those of a table.
template <typename Visit>
void members(Visit& visit, Table& one) {
  visit("name", one.name);
  visit("columns", one.columns);
  visit("primary_key", one.primary_key);
  visit("uniques", one.uniques);
  visit("foreign_keys", one.foreign_keys);
  visit("checks", one.checks);
  visit("exclusions", one.exclusions);
  visit("indexes", one.indexes);
  visit("options", one.options);
  visit("partition_by", one.partition_by);
  visit("partition_of", one.partition_of);
  visit("partition_bound", one.partition_bound);
  visit("comment", one.comment);
  visit("renamed_from", one.renamed_from);
}

/// Those of a view.
template <typename Visit>
void members(Visit& visit, View& one) {
  visit("name", one.name);
  visit("definition", one.definition);
  visit("materialized", one.materialized);
  visit("indexes", one.indexes);
  visit("options", one.options);
  visit("comment", one.comment);
  visit("column_comments", one.column_comments);
}

/// Those of a trigger.
template <typename Visit>
void members(Visit& visit, Trigger& one) {
  visit("name", one.name);
  visit("table", one.table);
  visit("definition", one.definition);
  visit("firing", one.firing);
  visit("comment", one.comment);
}

/// Those of a routine.
template <typename Visit>
void members(Visit& visit, Routine& one) {
  visit("kind", one.kind);
  visit("name", one.name);
  visit("arguments", one.arguments);
  visit("definition", one.definition);
  visit("comment", one.comment);
}

/// Those of a sequence.
template <typename Visit>
void members(Visit& visit, Sequence& one) {
  visit("name", one.name);
  visit("options", one.options);
  visit("owned_by", one.owned_by);
}

/// Those of an enum.
template <typename Visit>
void members(Visit& visit, Enum& one) {
  visit("name", one.name);
  visit("values", one.values);
  visit("comment", one.comment);
}

/// Those of a domain.
template <typename Visit>
void members(Visit& visit, Domain& one) {
  visit("name", one.name);
  visit("type", one.type);
  visit("null", one.null);
  visit("default", one.default_value);
  visit("checks", one.checks);
  visit("comment", one.comment);
}

/// Those of an extension.
template <typename Visit>
void members(Visit& visit, Extension& one) {
  visit("name", one.name);
  visit("version", one.version);
}

/// Those of a grant.
template <typename Visit>
void members(Visit& visit, Grant& one) {
  visit("kind", one.kind);
  visit("object", one.object);
  visit("column", one.column);
  visit("grantee", one.grantee);
  visit("privilege", one.privilege);
  visit("grantable", one.grantable);
  visit("revoked", one.revoked);
}

/// Those of what is not understood.
template <typename Visit>
void members(Visit& visit, Unknown& one) {
  visit("kind", one.kind);
  visit("name", one.name);
}

/// Those of digests.
template <typename Visit>
void members(Visit& visit, Digests& one) {
  visit("of", one.of);
  visit("others", one.others);
  visit("mark", one.mark);
  visit("tables", one.tables);
}

/// Those of a schema.
template <typename Visit>
void members(Visit& visit, Schema& one) {
  visit("dialect", one.dialect);
  visit("name", one.name);
  visit("extensions", one.extensions);
  visit("enums", one.enums);
  visit("domains", one.domains);
  visit("sequences", one.sequences);
  visit("tables", one.tables);
  visit("views", one.views);
  visit("routines", one.routines);
  visit("triggers", one.triggers);
  visit("grants", one.grants);
  visit("unknown", one.unknown);
}

}  // namespace helium
