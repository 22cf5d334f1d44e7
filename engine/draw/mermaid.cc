// Mermaid's erDiagram.
#include <map>
#include <set>

#include "draw/draw.h"

namespace helium::draw {
namespace {

bool is_plain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}

// A word that Mermaid takes without quotes; it has no way to escape the rest.
std::string word(const std::string& text, std::string_view also = {}) {
  std::string result;
  for (const char c : text) {
    result += is_plain(c) || also.find(c) != std::string_view::npos ? c : '_';
  }
  const bool begins =
      !result.empty() && is_plain(result[0]) && (result[0] < '0' || result[0] > '9');
  return begins ? result : "_" + result;
}

// Inside double quotes; what means something to Mermaid or HTML becomes its number.
std::string quoted(const std::string& text) {
  std::string result = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool means = std::string_view("\"#;<>&%\\`{}").find(c) != std::string_view::npos;
    result += byte < 0x20 || byte == 0x7F ? std::string(" ")
              : means                     ? "#" + std::to_string(byte) + ";"
                                          : std::string(1, c);
  }
  return result + "\"";
}

std::string keys_of(const DiagramColumn& column, bool refers) {
  std::string keys = column.primary_key ? "PK" : "";
  keys += refers ? (keys.empty() ? "FK" : ", FK") : "";
  keys += column.unique && !column.primary_key ? (keys.empty() ? "UK" : ", UK") : "";
  return keys.empty() ? "" : " " + keys;
}

std::string remark_of(const DiagramColumn& column) {
  std::string remark = column.nullable ? "" : "not null";
  remark += column.mark == Mark::none
                ? ""
                : std::string(remark.empty() ? "" : ", ") + helium::name_of(column.mark);
  return remark.empty() ? "" : " " + quoted(remark);
}

// Names of tables as Mermaid can spell them, each once.
std::map<std::string, std::string> spelt_names(const Diagram& diagram) {
  std::map<std::string, std::string> names;
  std::set<std::string> taken;
  for (const auto& table : diagram.tables) {
    std::string name = word(table.name);
    for (int more = 2; !taken.insert(name).second; ++more) {
      name = word(table.name) + "_" + std::to_string(more);
    }
    names.emplace(table.name, name);
  }
  return names;
}

}  // namespace

std::string mermaid(const Diagram& diagram) {
  const auto names = spelt_names(diagram);
  std::set<std::string> referring;
  for (const auto& relation : diagram.relations) {
    referring.insert(relation.from_table + '\0' + relation.from_column);
  }
  std::string text = "erDiagram\n";
  for (const auto& table : diagram.tables) {
    text += "  " + names.at(table.name);
    // The name as its author wrote it, where that cannot be a word.
    text += names.at(table.name) == table.name ? "" : "[" + quoted(table.name) + "]";
    text += " {\n";
    for (const auto& column : table.columns) {
      const bool refers = referring.count(table.name + '\0' + column.name) != 0;
      text += "    " + word(column.datatype, "()-") + " " + word(column.name) +
              keys_of(column, refers) + remark_of(column) + "\n";
    }
    text += "  }\n";
  }
  for (const auto& relation : diagram.relations) {
    const auto* from = diagram.table(relation.from_table)->column(relation.from_column);
    text += "  " + names.at(relation.to_table) + (from->nullable ? " |o" : " ||") +
            (relation.kind == DiagramRelation::Kind::reference ? "--" : "..") +
            (from->unique ? "o| " : "o{ ") + names.at(relation.from_table) + " : " +
            quoted(relation.from_column) + "\n";
  }
  return text;
}

}  // namespace helium::draw
