#include "grammar/names.h"

namespace helium::grammar {
namespace {

constexpr std::size_t longest_name = 63;

// The server cuts the longer of both names, never inside a character.
void cut(std::string& name) {
  while ((static_cast<unsigned char>(name.back()) & 0xC0) == 0x80) {
    name.pop_back();
  }
  name.pop_back();
}

std::string joined(std::string table, std::string column, const std::string& label) {
  const std::size_t around = label.size() + 1 + (column.empty() ? 0 : 1);
  while (table.size() + column.size() + around > longest_name) {
    cut(table.size() > column.size() ? table : column);
  }
  return table + (column.empty() ? "" : "_" + column) + "_" + label;
}

}  // namespace

std::string made_name(const std::string& table, const std::string& column, const std::string& label,
                      const std::function<bool(const std::string&)>& taken) {
  std::string name = joined(table, column, label);
  for (int number = 1; taken(name); ++number) {
    name = joined(table, column, label + std::to_string(number));
  }
  return name;
}

}  // namespace helium::grammar
