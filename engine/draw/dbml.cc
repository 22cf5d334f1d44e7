// DBML, as dbdiagram.io and its friends read it.
#include <algorithm>

#include "base/text.h"
#include "draw/draw.h"

namespace helium::draw {
namespace {

// Text between quotes of either kind: a backslash takes their meaning from them and from itself.
std::string quoted(char quote, const std::string& text) {
  std::string result(1, quote);
  for (const char c : text) {
    if (c == quote || c == '\\') {
      result += '\\';
    }
    result += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
  }
  return result + quote;
}

std::string name(const std::string& text) {
  return quoted('"', text);
}

std::string note(const std::string& text) {
  return "note: " + quoted('\'', text);
}

// A type that is one word, with sizes perhaps, stands as it is.
std::string type(const std::string& text) {
  const std::size_t open = text.find('(');
  const std::string_view word = std::string_view(text).substr(0, open);
  const bool plain = !word.empty() && std::all_of(word.begin(), word.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  });
  const bool sizes = open == std::string::npos ||
                     text.find_first_not_of("0123456789,", open + 1) == text.size() - 1;
  return plain && sizes && (open == std::string::npos || text.back() == ')') ? text : name(text);
}

std::size_t keys_in(const DiagramTable& table) {
  return static_cast<std::size_t>(
      std::count_if(table.columns.begin(), table.columns.end(),
                    [](const auto& column) { return column.primary_key; }));
}

std::string line_of(const DiagramColumn& column, bool only_key) {
  std::vector<std::string> settings;
  if (column.primary_key && only_key) {
    settings.emplace_back("pk");
  } else if (column.unique) {
    settings.emplace_back("unique");
  }
  if (!column.nullable) {
    settings.emplace_back("not null");
  }
  if (column.mark != Mark::none) {
    settings.push_back(note(helium::name_of(column.mark) +
                            (column.was.empty() ? std::string() : ", was " + column.was)));
  }
  return "  " + name(column.name) + " " +
         type(column.datatype.empty() ? "unknown" : column.datatype) +
         (settings.empty() ? "" : " [" + base::joined(settings, ", ") + "]") + "\n";
}

}  // namespace

std::string dbml(const Diagram& diagram) {
  std::string text;
  for (const auto& table : diagram.tables) {
    const bool only_key = keys_in(table) == 1;
    std::string remark = table.kind == DiagramTable::Kind::view ? "view" : "";
    remark += table.mark == Mark::none
                  ? ""
                  : std::string(remark.empty() ? "" : ", ") + helium::name_of(table.mark);
    text +=
        "Table " + name(table.name) + (remark.empty() ? "" : " [" + note(remark) + "]") + " {\n";
    std::vector<std::string> keys;
    for (const auto& column : table.columns) {
      text += line_of(column, only_key);
      if (column.primary_key) {
        keys.push_back(name(column.name));
      }
    }
    if (keys.size() > 1) {
      text += "\n  indexes {\n    (" + base::joined(keys, ", ") + ") [pk]\n  }\n";
    }
    text += "}\n\n";
  }
  for (const auto& relation : diagram.relations) {
    if (!relation.to_column.empty()) {
      text += "Ref: " + name(relation.from_table) + "." + name(relation.from_column) + " > " +
              name(relation.to_table) + "." + name(relation.to_column) + "\n";
    }
  }
  return text;
}

}  // namespace helium::draw
