#include "ddl/support.h"

#include <algorithm>

namespace helium::ddl {
namespace {

// So many letters of a text, none of them cut.
std::string letters(const std::string& text, std::size_t count) {
  std::size_t at = 0;
  for (; at < text.size(); ++at) {
    const bool begins = (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
    if (begins && count-- == 0) {
      break;
    }
  }
  return text.substr(0, at);
}

}  // namespace

bool makes_indexes(const std::string& dialect) {
  return dialect == "mysql" || dialect == "mariadb";
}

std::vector<std::string> found_in(const TableIndex& index) {
  std::vector<std::string> columns;
  if (index.method != "fulltext" && index.method != "spatial") {
    for (const IndexPart& part : index.parts) {
      if (part.expression || part.prefix != 0) {
        break;
      }
      columns.push_back(part.text);
    }
  }
  return columns;
}

bool begins_with(const std::vector<std::string>& columns, const std::vector<std::string>& wanted) {
  return columns.size() >= wanted.size() &&
         std::equal(wanted.begin(), wanted.end(), columns.begin());
}

bool serves(const Table& table, const std::vector<std::string>& columns) {
  return (table.primary_key && begins_with(table.primary_key->columns, columns)) ||
         std::any_of(table.uniques.begin(), table.uniques.end(),
                     [&](const Key& key) { return begins_with(key.columns, columns); }) ||
         std::any_of(table.indexes.begin(), table.indexes.end(), [&](const TableIndex& index) {
           return begins_with(found_in(index), columns);
         });
}

bool may_be_made(const Table& table, const TableIndex& index) {
  const auto columns = found_in(index);
  return !index.unique && columns.size() == index.parts.size() &&
         std::any_of(table.foreign_keys.begin(), table.foreign_keys.end(),
                     [&](const ForeignKey& key) { return key.columns == columns; });
}

std::string name_aside(const std::string& name, const IsTaken& is_taken) {
  constexpr std::size_t longest = 64;
  std::string aside = name;
  for (int i = 1; is_taken(aside); ++i) {
    const std::string end = "_old" + (i == 1 ? std::string() : std::to_string(i));
    aside = letters(name, longest - end.size()) + end;
  }
  return aside;
}

}  // namespace helium::ddl
