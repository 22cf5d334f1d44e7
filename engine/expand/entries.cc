#include "expand/entries.h"

#include <algorithm>

#include "base/text.h"

namespace helium::expand {
namespace {

class Reading {
 public:
  Reading(std::string_view section, const Author& author) : section_(section), author_(author) {
    const std::uint64_t key = author.literals.key(section);
    section_line_ = key == std::string::npos ? 0 : author.source.span(key).line;
  }

  [[nodiscard]] std::uint32_t section_line() const noexcept { return section_line_; }

  [[noreturn]] void refuse(std::uint32_t line, const std::string& message,
                           const std::string& hint = {}) const {
    throw author_.source.placed(
        Error(Fault::design, std::string(section_) + ": " + message).hinting(hint),
        author_.source.line_span(line));
  }

  [[nodiscard]] Entry entry(const lua::Value& value, std::uint32_t line) const {
    const auto* table = value.table();
    if (table == nullptr || !table->list.empty()) {
      refuse(line, std::string("an entry must be a table with sql = ..., not a ") +
                       (table == nullptr ? value.kind() : "list"));
    }
    for (const auto& [name, held] : table->fields) {
      const auto& names = entry_names();
      const bool of_call = name == "operation" || name == "arguments";  // the prelude's own
      if (!of_call && std::find(names.begin(), names.end(), name) == names.end()) {
        refuse(line, "unknown key " + base::printable(name) + " in an entry",
               base::did_you_mean(name, names));
      }
    }
    Entry entry;
    entry.line = line;
    if (table->fields.count("operation") != 0) {
      read_call(*table, entry);
    } else if (table->fields.count("sql") == 0) {
      refuse(line, "an entry without sql");
    }
    entry.sql = text(*table, "sql", line).value_or("");
    check_bytes(entry.sql, line);
    read_options(*table, entry);
    return entry;
  }

 private:
  // What the prelude made of queries:add_column(...): the call's own table may hold options too.
  void read_call(const lua::Table& table, Entry& entry) const {
    entry.operation = text(table, "operation", entry.line).value_or("");
    const auto arguments = table.fields.find("arguments");
    if (arguments == table.fields.end() || arguments->second.table() == nullptr) {
      refuse(entry.line,
             "an operation is called: queries:" + base::printable(entry.operation) + "(...)");
    }
    entry.arguments = std::make_shared<const lua::Table>(*arguments->second.table());
    const auto& list = entry.arguments->list;
    if (!list.empty() && list.back().table() != nullptr) {
      read_options(*list.back().table(), entry);
    }
  }

  void read_options(const lua::Table& table, Entry& entry) const {
    if (auto description = text(table, "description", entry.line)) {
      entry.description = std::move(*description);
    }
    if (auto reverse = text(table, "reverse", entry.line)) {
      entry.reverse = std::move(reverse);
    }
    if (table.fields.count("keep") != 0) {
      entry.keep = keep(table.fields.find("keep")->second, entry);
    }
    entry.expect = expectation(table, entry.line);
    entry.online = online(table, entry.line) || entry.online;
  }

  [[nodiscard]] Keep keep(const lua::Value& value, const Entry& entry) const {
    if (entry.operation.empty()) {
      refuse(entry.line, "keep is for operations; nobody knows what SQL text takes away");
    }
    if (const bool* kept = value.boolean()) {
      return *kept ? Keep::within_limit : Keep::never;
    }
    if (value.string() == nullptr || *value.string() != "always") {
      refuse(entry.line, "keep must be true, false or \"always\"");
    }
    return Keep::always;
  }

  std::optional<std::string> text(const lua::Table& table, const char* name,
                                  std::uint32_t line) const {
    const auto found = table.fields.find(name);
    if (found == table.fields.end() || found->second.is_nil()) {
      return std::nullopt;
    }
    if (found->second.string() == nullptr) {
      refuse(line, std::string(name) + " must be a text, not a " + found->second.kind());
    }
    return *found->second.string();
  }

  void check_bytes(const std::string& sql, std::uint32_t line) const {
    if (const auto bad = base::invalid_utf8(sql)) {
      refuse(line, "sql is not valid UTF-8 at its byte " + std::to_string(*bad));
    }
    if (const auto nul = sql.find('\0'); nul != std::string::npos) {
      refuse(line, "sql holds a NUL at its byte " + std::to_string(nul));
    }
  }

  [[nodiscard]] bool online(const lua::Table& table, std::uint32_t line) const {
    const auto found = table.fields.find("online");
    if (found == table.fields.end()) {
      return false;
    }
    if (found->second.boolean() == nullptr) {
      refuse(line, std::string("online must be true or false, not a ") + found->second.kind());
    }
    return *found->second.boolean();
  }

  [[nodiscard]] Expectation expectation(const lua::Table& table, std::uint32_t line) const {
    const auto found = table.fields.find("expect");
    if (found == table.fields.end() || found->second.is_nil()) {
      return {};
    }
    if (const auto* rows = found->second.integer(); rows != nullptr && *rows >= 0) {
      return {Expectation::Kind::row_count, static_cast<std::uint64_t>(*rows), {}};
    }
    const auto* word = found->second.string();
    if (word != nullptr && *word == "no_rows") {
      return {Expectation::Kind::no_rows, 0, {}};
    }
    if (word != nullptr && *word == "no_warning") {
      return {Expectation::Kind::no_warning, 0, {}};
    }
    refuse(line, "expect must be \"no_rows\", \"no_warning\" or a number of rows",
           word == nullptr ? "" : base::did_you_mean(*word, {"no_rows", "no_warning"}));
  }

  std::string_view section_;
  const Author& author_;
  std::uint32_t section_line_ = 0;
};

}  // namespace

const std::vector<std::string>& entry_names() {
  static const std::vector<std::string> names = {"description", "expect",  "keep",
                                                 "online",      "reverse", "sql"};
  return names;
}

std::vector<Entry> entries_of(std::string_view section, const lua::Value& value, lua::State& state,
                              const Author& author) {
  const Reading reading(section, author);
  const auto* function = value.function();
  const lua::Value collected = function == nullptr ? value : state.collect(*function);
  const auto* table = collected.table();
  if (table == nullptr) {
    reading.refuse(reading.section_line(),
                   std::string("must be a function or a list of entries, not a ") + value.kind());
  }
  if (!table->fields.empty() && function == nullptr) {
    reading.refuse(reading.section_line(), "must be a list of entries",
                   "put the entry into a list: { { sql = ... } }");
  }
  std::vector<Entry> entries;
  for (std::size_t i = 0; i < table->list.size(); ++i) {
    const std::uint32_t line =
        i < table->lines.size() && table->lines[i] != 0 ? table->lines[i] : reading.section_line();
    entries.push_back(reading.entry(table->list[i], line));
  }
  return entries;
}

}  // namespace helium::expand
