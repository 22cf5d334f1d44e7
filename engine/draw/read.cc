// The JSON of a diagram section.
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "draw/section.h"
#include "draw/takings.h"
#include "helium/error.h"

namespace helium::draw {
namespace {

using Json = nlohmann::json;

// No diagram nests deeper than a column of a table; what writes a value out goes down by recursion.
constexpr int deepest = 64;

// Line ends and tabs inside strings become escapes: the folder format writes whole SVG texts there.
std::string with_escapes(std::string_view text) {
  std::string result;
  bool in_string = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (in_string && c == '\\' && i + 1 < text.size()) {
      result += c;
      result += text[++i];
    } else if (in_string && c == '\n') {
      result += "\\n";
    } else if (in_string && c == '\r') {
      result += "\\r";
    } else if (in_string && c == '\t') {
      result += "\\t";
    } else {
      in_string = c == '"' ? !in_string : in_string;
      result += c;
    }
  }
  return result;
}

class Reading {
 public:
  Reading(DiagramVersion& version, const DiagramText& text) : version_(version), text_(text) {}

  void read() {
    Json json;
    try {
      json = Json::parse(with_escapes(text_.text), [this](int depth, Json::parse_event_t, Json&) {
        if (depth > deepest) {
          refuse("the JSON is nested too deep");
        }
        return true;
      });
    } catch (const Json::parse_error& error) {
      const std::string what = error.what();
      const std::size_t begin = what.find("line ");
      refuse("the text is not JSON: " +
             base::printable(begin == std::string::npos ? what : what.substr(begin)));
    }
    const auto list = json.is_object() ? json.find("diagram") : json.end();
    if (!json.is_object() || list == json.end() || !list->is_array()) {
      refuse("there is no list { \"diagram\": [ ... ] }");
    }
    for (const auto& object : *list) {
      this->object(object);
    }
  }

 private:
  [[noreturn]] void refuse(const std::string& message) const {
    throw Error(Fault::design, "diagram: " + message).at(text_.span);
  }

  [[nodiscard]] static std::string text(const Json& object, const char* key) {
    const auto found = object.find(key);
    if (found == object.end() || found->is_null() || found->is_boolean()) {
      return {};
    }
    return found->is_string() ? found->get<std::string>() : found->dump();
  }

  [[nodiscard]] static bool flag(const Json& object, const char* key, bool unless_said = false) {
    const auto found = object.find(key);
    return found != object.end() && found->is_boolean() ? found->get<bool>() : unless_said;
  }

  void object(const Json& object) {
    if (!object.is_object()) {
      refuse("an entry of the list is not an object");
    }
    const std::string type = text(object, "object_type");
    if (type == "template") {
      version_.frame = text(object, "object_value");
    } else if (type == "naming") {
      version_.naming.push_back({needed(object, "column"), needed(object, "references")});
    } else if (type == "table" || type == "view") {
      table(object, type);
    } else {
      refuse("unknown object_type \"" + base::printable(type) +
             "\": table, view, naming and template are known");
    }
  }

  std::string needed(const Json& object, const char* key) {
    std::string value = text(object, key);
    if (value.empty()) {
      refuse(std::string("an object without ") + key);
    }
    return value;
  }

  void table(const Json& object, const std::string& type) {
    DiagramTable table;
    table.name = needed(object, "object_id");
    if (table.name.rfind(type + ".", 0) == 0) {
      table.name.erase(0, type.size() + 1);
    }
    if (flag(object, "dropped")) {
      version_.gone.push_back(table.name);
      return;
    }
    table.kind = type == "view" ? DiagramTable::Kind::view : DiagramTable::Kind::table;
    table.ref = text(object, "object_ref");
    if (table.ref.empty()) {
      table.ref = std::to_string(version_.number);
    }
    table.highlight = flag(object, "highlight");
    const auto columns = object.find("table");
    if (columns == object.end() || !columns->is_array()) {
      refuse(base::printable(table.name) + " has no list of columns (\"table\": [ ... ])");
    }
    for (const auto& column : *columns) {
      if (!column.is_object()) {
        refuse("a column of " + base::printable(table.name) + " is not an object");
      }
      table.columns.push_back(this->column(column));
    }
    version_.described.push_back(std::move(table));
  }

  DiagramColumn column(const Json& object) {
    DiagramColumn column;
    column.name = needed(object, "name");
    column.datatype = text(object, "datatype");
    column.nullable = flag(object, "nullable", true);
    column.primary_key = flag(object, "primary_key");
    column.unique = flag(object, "unique");
    const std::string lookup = text(object, "lookup");
    column.lookup = flag(object, "lookup") || !lookup.empty();
    column.standard = flag(object, "standard");
    column.highlight = flag(object, "highlight");
    column.references = text(object, "references");
    if (column.references.empty()) {
      column.references = lookup;
    }
    // "table(column)" as SQL writes it.
    const std::size_t open = column.references.find('(');
    if (open != std::string::npos && column.references.back() == ')') {
      column.references = std::string(base::trimmed(column.references.substr(0, open))) + "." +
                          column.references.substr(open + 1);
      column.references.pop_back();
    }
    return column;
  }

  DiagramVersion& version_;
  const DiagramText& text_;
};

}  // namespace

void add_section(DiagramVersion& version, const DiagramText& text) {
  Reading(version, text).read();
}

DiagramVersion read(const Sections& sections, const Lexicon& lexicon) {
  DiagramVersion version;
  version.design = sections.design;
  version.number = sections.number;
  add_takings(version, sections.forward, lexicon);
  for (const auto& operation : sections.forward_operations) {
    add_takings(version, operation.text, lexicon);
  }
  for (const auto& text : sections.diagram) {
    add_section(version, text);
  }
  return version;
}

}  // namespace helium::draw
