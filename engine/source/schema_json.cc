#include "source/schema_json.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>

#include "base/text.h"
#include "helium/dialect.h"
#include "helium/error.h"
#include "source/json_head.h"

// The library finds these by argument lookup, so they stand where the nouns do.
namespace helium {
using Json = nlohmann::ordered_json;
using Found = nlohmann::json;  // an ordered one looks through all it has for each key that comes

// The members of each noun, once for both ways.
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

template <typename Visit>
void members(Visit& visit, Key& one) {
  visit("name", one.name);
  visit("columns", one.columns);
  visit("deferrable", one.deferrable);
  visit("initially_deferred", one.initially_deferred);
  visit("nulls_equal", one.nulls_equal);
}

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

template <typename Visit>
void members(Visit& visit, Check& one) {
  visit("name", one.name);
  visit("expression", one.expression);
  visit("validated", one.validated);
}

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

template <typename Visit>
void members(Visit& visit, View& one) {
  visit("name", one.name);
  visit("definition", one.definition);
  visit("materialized", one.materialized);
  visit("indexes", one.indexes);
  visit("options", one.options);
  visit("comment", one.comment);
}

template <typename Visit>
void members(Visit& visit, Trigger& one) {
  visit("name", one.name);
  visit("table", one.table);
  visit("definition", one.definition);
}

template <typename Visit>
void members(Visit& visit, Routine& one) {
  visit("kind", one.kind);
  visit("name", one.name);
  visit("arguments", one.arguments);
  visit("definition", one.definition);
  visit("comment", one.comment);
}

template <typename Visit>
void members(Visit& visit, Sequence& one) {
  visit("name", one.name);
  visit("options", one.options);
  visit("owned_by", one.owned_by);
}

template <typename Visit>
void members(Visit& visit, Enum& one) {
  visit("name", one.name);
  visit("values", one.values);
  visit("comment", one.comment);
}

template <typename Visit>
void members(Visit& visit, Domain& one) {
  visit("name", one.name);
  visit("type", one.type);
  visit("null", one.null);
  visit("default", one.default_value);
  visit("checks", one.checks);
  visit("comment", one.comment);
}

template <typename Visit>
void members(Visit& visit, Extension& one) {
  visit("name", one.name);
  visit("version", one.version);
}

template <typename Visit>
void members(Visit& visit, Grant& one) {
  visit("kind", one.kind);
  visit("object", one.object);
  visit("column", one.column);
  visit("grantee", one.grantee);
  visit("privilege", one.privilege);
  visit("grantable", one.grantable);
}

template <typename Visit>
void members(Visit& visit, Unknown& one) {
  visit("kind", one.kind);
  visit("name", one.name);
}

template <typename Visit>
void members(Visit& visit, Digests& one) {
  visit("of", one.of);
  visit("others", one.others);
  visit("mark", one.mark);
  visit("tables", one.tables);
}

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

namespace {

constexpr std::pair<Column::Identity, std::string_view> identities[] = {
    {Column::Identity::none, ""},
    {Column::Identity::always, "always"},
    {Column::Identity::by_default, "by default"}};
constexpr std::pair<Column::Generated, std::string_view> generations[] = {
    {Column::Generated::no, ""},
    {Column::Generated::stored, "stored"},
    {Column::Generated::on_read, "on read"}};

class Writing {
 public:
  explicit Writing(Json& object) : object_(object) {}

  template <typename Value>
  void operator()(const char* key, const Value& value) {
    if (!(value == Value{}) || usual_is_not_empty(key)) {
      put(key, json(value));
    }
  }
  void operator()(const char* key, bool value) {
    if (value != usual(key)) {
      put(key, value);
    }
  }
  // Words whose usual value is not the empty one.
  void operator()(const char* key, const std::string& value) {
    if (!value.empty() && !(value == "no action" && usual_is_not_empty(key))) {
      put(key, value);
    }
  }
  void operator()(const char* key, const Column::Identity& value) { word(key, value, identities); }
  void operator()(const char* key, const Column::Generated& value) {
    word(key, value, generations);
  }

  template <typename Noun>
  void noun(const char* key, const Noun& noun) {
    if (!(noun == Noun{})) {
      put(key, json(noun));
    }
  }

  [[nodiscard]] static bool usual(std::string_view key) {
    return key == "null" || key == "validated" || key == "valid";
  }

 private:
  [[nodiscard]] static bool usual_is_not_empty(std::string_view key) {
    return key == "on_delete" || key == "on_update";
  }

  void put(const char* key, Json value) { object_[key] = std::move(value); }

  template <typename Value, typename Words>
  void word(const char* key, const Value& value, const Words& words) {
    for (const auto& [known, text] : words) {
      if (known == value && !text.empty()) {
        put(key, text);
      }
    }
  }

  template <typename Value>
  static Json json(const std::vector<Value>& list) {
    Json array = Json::array();
    for (const Value& one : list) {
      array.push_back(json(one));
    }
    return array;
  }
  template <typename Value>
  static Json json(const std::optional<Value>& value) {
    return value ? json(*value) : Json();
  }
  static Json json(const std::map<std::string, std::string>& texts) { return texts; }
  static Json json(const std::string& text) { return text; }
  static Json json(bool value) { return value; }
  static Json json(std::int64_t value) { return value; }
  static Json json(std::uint32_t value) { return value; }
  template <typename Noun>
  static Json json(const Noun& noun) {
    Json object = Json::object();
    Writing writing(object);
    members(writing, const_cast<Noun&>(noun));  // visited, not changed
    return object;
  }

  Json& object_;
};

class Reading {
 public:
  explicit Reading(const Found& object) : object_(object) {}
  template <typename Value>
  void operator()(const char* key, Value& value) {
    if (const auto found = object_.find(key); found != object_.end()) {
      read(*found, value);
    }
  }

 private:
  template <typename Value>
  static void read(const Found& json, std::vector<Value>& list) {
    for (const Found& one : json) {
      read(one, list.emplace_back());
    }
  }
  template <typename Value>
  static void read(const Found& json, std::optional<Value>& value) {
    read(json, value.emplace());
  }
  static void read(const Found& json, std::map<std::string, std::string>& texts) {
    json.get_to(texts);
  }
  static void read(const Found& json, std::string& text) { text = json.get<std::string>(); }
  static void read(const Found& json, bool& value) { value = json.get<bool>(); }
  static void read(const Found& json, std::int64_t& value) { value = json.get<std::int64_t>(); }
  static void read(const Found& json, std::uint32_t& value) { value = json.get<std::uint32_t>(); }
  static void read(const Found& json, Column::Identity& value) { word(json, value, identities); }
  static void read(const Found& json, Column::Generated& value) { word(json, value, generations); }
  template <typename Noun>
  static void read(const Found& json, Noun& noun) {
    Reading reading(json);
    members(reading, noun);
  }

  template <typename Value, typename Words>
  static void word(const Found& json, Value& value, const Words& words) {
    for (const auto& [known, text] : words) {
      if (json == text) {
        value = known;
      }
    }
  }

  const Found& object_;
};

}  // namespace

namespace source {

// Digests stand in front, so that they are read without the rest.
std::string json_of(const Schema& schema, const Digests& digests) {
  Json object = {{"version", 1}, {"dialect", schema.dialect}, {"sealed", unsealed()}};
  Writing writing(object);
  writing.noun("digests", digests);
  members(writing, const_cast<Schema&>(schema));  // visited, not changed
  std::string text = object.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
  seal_json(text);
  return text;
}

Schema schema_of_json(std::string_view text, const std::string& file) {
  Found object;
  try {
    object = Found::parse(text);
  } catch (const Found::parse_error& error) {
    const auto at = base::position_at(text, error.byte > 0 ? error.byte - 1 : 0);
    throw Error(Fault::design, "not valid JSON")
        .at({.file = file, .line = at.line, .column = at.column})
        .showing(base::line_of(text, at.line));
  }
  try {
    if (object.value("version", 0) != 1) {
      throw Error(Fault::design, file + " is no schema that inspect --format json wrote")
          .hinting("helium inspect --format json");
    }
    Schema schema;
    Reading reading(object);
    members(reading, schema);
    const bool known = std::find(std::begin(dialect_names), std::end(dialect_names),
                                 schema.dialect) != std::end(dialect_names);
    if (!known) {
      throw Error(Fault::design, file + ": unknown dialect " + base::printable(schema.dialect));
    }
    return schema;
  } catch (const Found::exception& error) {
    throw Error(Fault::design, file + " is no schema: " + error.what())
        .hinting("helium inspect --format json");
  }
}

}  // namespace source
}  // namespace helium
