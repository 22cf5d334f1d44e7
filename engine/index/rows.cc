// What the text of a migration tells the index.
#include <algorithm>
#include <optional>

#include "base/text.h"
#include "expand/calls.h"
#include "files/files.h"
#include "index/index.h"

namespace helium {

const char* name_of(IndexState::Kind kind) noexcept {
  switch (kind) {
    case IndexState::Kind::current:
      return "current";
    case IndexState::Kind::written:
      return "written";
    case IndexState::Kind::stale:
      return "stale";
  }
  return "";
}

namespace index {
namespace {

constexpr std::string_view blanks = " \t";
constexpr std::string_view word_bytes =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_";

std::string_view without_blanks(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(blanks);
  return begin == std::string_view::npos ? std::string_view{} : text.substr(begin);
}

std::uint32_t count(std::string_view text, std::string_view what) {
  std::uint32_t found = 0;
  for (std::size_t at = text.find(what); at != std::string_view::npos;
       at = text.find(what, at + what.size())) {
    ++found;
  }
  return found;
}

// What follows `name =`, for each place where the name stands as a word of its own.
template <class Each>
void after_key(std::string_view text, std::string_view name, Each each) {
  for (std::size_t at = text.find(name); at != std::string_view::npos;
       at = text.find(name, at + name.size())) {
    const bool begins = at == 0 || word_bytes.find(text[at - 1]) == std::string_view::npos;
    const std::string_view rest = without_blanks(text.substr(at + name.size()));
    if (begins && rest.substr(0, 1) == "=" && rest.substr(0, 2) != "==") {
      each(without_blanks(rest.substr(1)));
    }
  }
}

// The calls of typed operations, `queries:add_column("person", ...)`: the operation's name, and
// what stands behind the opening bracket.
template <class Each>
void at_calls(std::string_view text, Each each) {
  const auto& operations = expand::operation_names();
  for (std::size_t at = text.find(':'); at != std::string_view::npos; at = text.find(':', at + 1)) {
    const std::string_view behind = text.substr(at + 1);
    const std::string_view name =
        behind.substr(0, std::min(behind.find_first_not_of(word_bytes), behind.size()));
    const std::string_view rest = without_blanks(behind.substr(name.size()));
    const bool of_object = at > 0 && word_bytes.find(text[at - 1]) != std::string_view::npos;
    if (of_object && rest.substr(0, 1) == "(" &&
        std::binary_search(operations.begin(), operations.end(), name, std::less<>())) {
      each(name, without_blanks(rest.substr(1)));
    }
  }
}

bool ends_with_any(std::string_view word, std::initializer_list<std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) {
    return word.size() >= ending.size() && word.substr(word.size() - ending.size()) == ending;
  });
}

// Whether an operation shows in a diagram, and whether the first name in its call is a table's or
// a view's: its own name ends with what it is about.
bool draws(std::string_view operation) {
  return ends_with_any(
      operation, {"table", "column", "primary_key", "unique", "foreign_key", "constraint", "view"});
}
bool begins_with_table(std::string_view operation) {
  return !ends_with_any(operation, {"enum", "enum_value", "domain", "sequence", "routine", "schema",
                                    "extension", "grant", "revoke", "sql"});
}

// Ours return a table; the Helium folder format returns a function.
bool returns_function(std::string_view text) {
  for (std::size_t at = text.find("return"); at != std::string_view::npos;
       at = text.find("return", at + 1)) {
    const bool begins_line = at == 0 || text[at - 1] == '\n';
    if (begins_line && without_blanks(text.substr(at + 6)).substr(0, 8) == "function") {
      return true;
    }
  }
  return false;
}

// The text in quotes that begins here; nothing where there is none.
std::optional<std::string> quoted_at(std::string_view text) {
  const char quote = text.empty() ? '\0' : text[0];
  if (quote != '"' && quote != '\'') {
    return std::nullopt;
  }
  const std::size_t end = text.find_first_of(quote == '"' ? "\"\n" : "'\n", 1);
  return end == std::string_view::npos ? "" : std::string(text.substr(1, end - 1));
}

// The first `table = "name"` of a file, `cfg.TABLE = "name"` in the folder format; else the table
// that the first typed operation names.
std::string table_in(std::string_view text, std::string_view key) {
  std::optional<std::string> table;
  const auto take = [&](std::string_view value) { table = table ? table : quoted_at(value); };
  after_key(text, key, take);
  at_calls(text, [&](std::string_view operation, std::string_view argument) {
    if (begins_with_table(operation)) {
      take(argument);
    }
  });
  return table.value_or("");
}

bool has_diagram(std::string_view text, bool folder_format) {
  if (folder_format) {
    return text.find("DIAGRAM_START") != std::string_view::npos;
  }
  bool found = false;
  after_key(text, "diagram", [&](std::string_view) { found = true; });
  at_calls(text, [&](std::string_view operation, std::string_view) {
    found = found || draws(operation);
  });
  return found;
}

}  // namespace

std::uint32_t statements_in(std::string_view text) {
  std::uint32_t entries = 0;
  if (returns_function(text)) {
    entries = count(text, "table.insert");
  } else {
    after_key(text, "sql", [&](std::string_view) { ++entries; });
    at_calls(text, [&](std::string_view, std::string_view) { ++entries; });
  }
  return entries + count(text, "${SUBQUERY_DELIMITER}");
}

Index of(const Design& design) {
  const bool beneath = files::file_name(design.folder) == "migrations" &&
                       !files::exists(files::join(design.folder, "README.md"));
  const std::string home = beneath ? files::folder_of(design.folder) : design.folder;
  Index result{.design = design.name, .readme = files::join(home, "README.md"), .rows = {}};
  for (const auto& migration : design.migrations) {
    const std::string file = files::file_name(migration.path);
    const bool folder_format = returns_function(migration.text);
    result.rows.push_back({.number = migration.number,
                           .link = beneath ? "migrations/" + file : file,
                           .table = table_in(migration.text, folder_format ? "TABLE" : "table"),
                           .version = migration.version,
                           .updated = migration.updated,
                           .statements = statements_in(migration.text),
                           .diagram = has_diagram(migration.text, folder_format),
                           .description = migration.title});
  }
  return result;
}

}  // namespace index
}  // namespace helium
