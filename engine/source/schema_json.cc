#include "source/schema_json.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>

#include "base/text.h"
#include "helium/dialect.h"
#include "helium/error.h"
#include "source/json_head.h"
#include "source/schema_members.h"

namespace helium {
using Json = nlohmann::ordered_json;
using Found = nlohmann::json;  // an ordered one looks through all it has for each key that comes

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
