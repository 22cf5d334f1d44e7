// What the text of a migration tells the index.
#include <algorithm>
#include <optional>

#include "base/text.h"
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

// The first `table = "name"` of a file, `cfg.TABLE = "name"` in the folder format.
std::string table_in(std::string_view text, std::string_view key) {
  std::optional<std::string> table;
  after_key(text, key, [&](std::string_view value) {
    const char quote = value.empty() ? '\0' : value[0];
    if (!table && (quote == '"' || quote == '\'')) {
      const std::size_t end = value.find_first_of(quote == '"' ? "\"\n" : "'\n", 1);
      table = end == std::string_view::npos ? "" : std::string(value.substr(1, end - 1));
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
  return found;
}

}  // namespace

std::uint32_t statements_in(std::string_view text) {
  std::uint32_t entries = 0;
  if (returns_function(text)) {
    entries = count(text, "table.insert");
  } else {
    after_key(text, "sql", [&](std::string_view) { ++entries; });
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
