#include <algorithm>

#include "expand/calls.h"
#include "expand/entries.h"
#include "expand/expand.h"
#include "expand/modules.h"
#include "expand/options.h"
#include "expand/writer.h"

namespace helium::expand {
namespace {

const lua::Value* section(const lua::Table& table, std::string_view name) {
  const auto found = table.fields.find(name);
  return found == table.fields.end() || found->second.is_nil() ? nullptr : &found->second;
}

// The migration's own values over what its name and options give.
MacroTable local_macros(const Migration& migration, const Options& options) {
  MacroTable local = options.macros;
  const std::string number = std::to_string(migration.number);
  local.emplace("MIGRATION", Macro{number, MacroSource::local});
  local.emplace("QUERY_REF", Macro{number, MacroSource::local});
  if (!options.table.empty()) {
    local.emplace("TABLE", Macro{options.table, MacroSource::local});
  }
  return local;
}

void take_options(Sections& sections, const Options& options) {
  sections.table = options.table;
  sections.transaction = options.transaction;
  sections.limits = options.limits;
  sections.requires_ = options.requires_;
  sections.tags = options.tags;
  sections.irreversible = options.irreversible;
  sections.repeatable = options.repeatable;
  sections.online = options.online;
}

const lua::Table& table_of(const lua::Value& value, const Author& author) {
  if (value.table() != nullptr) {
    return *value.table();
  }
  Error error(Fault::design, std::string("the migration must return a table, not ") +
                                 (value.is_nil() ? "nothing" : "a " + std::string(value.kind())));
  if (value.function() != nullptr) {
    error = error.hinting(
        "a file that returns a function is of the Helium folder format and needs "
        "its database.lua");
  }
  throw author.source.placed(error, author.source.line_span(0));
}

// Runs one migration: every member in the order of the sections.
class Expanding {
 public:
  Expanding(const Migration& migration, const Setting& setting)
      : migration_(migration),
        setting_(setting),
        author_(migration.path, migration.text),
        state_(setting.limits, surroundings(setting)) {}

  Sections run() {
    state_.set_global("engine", lua::Value(setting_.dialect->name));
    const lua::Value returned = state_.run({migration_.path, author_.source.plain()});
    const lua::Table& table = table_of(returned, author_);
    const Options options = options_of(table, author_);
    local_ = local_macros(migration_, options);
    sections_.design = migration_.design;
    sections_.number = migration_.number;
    take_options(sections_, options);
    sections_.check_before = checks("before", options.check_before);
    run_forward(table);
    run_reverse(table);
    sections_.check_after = checks("after", options.check_after);
    run_diagram(table);
    return std::move(sections_);
  }

 private:
  Writer writer() { return {setting_, local_, author_}; }

  std::vector<Statement> statements(const std::vector<Entry>& entries) {
    std::vector<Statement> result;
    for (const auto& entry : entries) {
      auto more = writer().statements(entry);
      std::move(more.begin(), more.end(), std::back_inserter(result));
    }
    return result;
  }

  void run_forward(const lua::Table& table) {
    const auto* value = section(table, "forward");
    if (value == nullptr) {
      throw author_.source.placed(Error(Fault::design, "the migration has no forward section"),
                                  author_.source.line_span(0));
    }
    forward_ = entries_of("forward", *value, state_, author_);
    sections_.online =
        sections_.online || std::any_of(forward_.begin(), forward_.end(),
                                        [](const Entry& entry) { return entry.online; });
    if (is_typed(forward_)) {
      sections_.forward_operations = operations(forward_);
    } else {
      sections_.forward = statements(forward_);
    }
  }

  static bool is_typed(const std::vector<Entry>& entries) {
    return std::any_of(entries.begin(), entries.end(),
                       [](const Entry& entry) { return !entry.operation.empty(); });
  }

  std::vector<Operation> operations(const std::vector<Entry>& entries) {
    std::vector<Operation> result;
    result.reserve(entries.size());
    for (const Entry& entry : entries) {
      result.push_back(operation(entry));
    }
    return result;
  }

  Operation operation(const Entry& entry) {
    Operation result;
    result.name = "sql";
    if (entry.operation.empty()) {
      result.text = writer().statements(entry);
    } else {
      result = operation_of(entry.operation, *entry.arguments, language(entry));
    }
    result.own_reverse = entry.reverse.has_value();
    if (result.own_reverse && !entry.reverse->empty()) {
      result.reverse = writer().statements(back_of(entry));
    }
    result.keep = entry.keep;
    result.description = entry.description;
    result.span = author_.source.line_span(entry.line);
    return result;
  }

  // The words of a call: its texts know macros, its mistakes stand where it was written.
  Language language(const Entry& entry) {
    Language language;
    language.dialect = setting_.dialect;
    language.expanded = [this, &entry](const std::string& text) {
      Entry fragment;
      fragment.sql = text;
      fragment.line = entry.line;
      return writer().fragment(fragment);
    };
    language.placed = [this, &entry](const Error& error, std::string_view key) {
      const std::uint64_t from = author_.source.line_start(entry.line);
      const std::uint64_t place = key.empty() ? std::string::npos : author_.literals.key(key, from);
      return author_.source.placed(error, place == std::string::npos
                                              ? author_.source.line_span(entry.line)
                                              : author_.source.span(place, key.size()));
    };
    return language;
  }

  static Entry back_of(const Entry& entry) {
    Entry back;
    back.sql = *entry.reverse;
    back.description = entry.description;
    back.line = entry.line;
    return back;
  }

  // Without a reverse section the entries' own ways back make one, when every entry has its own.
  void run_reverse(const lua::Table& table) {
    std::vector<Entry> entries;
    if (const auto* value = section(table, "reverse"); value != nullptr) {
      entries = entries_of("reverse", *value, state_, author_);
    } else if (!sections_.forward_operations.empty()) {
      sections_.derives_reverse = sections_.has_reverse = std::all_of(
          forward_.begin(), forward_.end(),
          [](const Entry& entry) { return !entry.operation.empty() || entry.reverse.has_value(); });
      return;
    } else if (!forward_.empty() && std::all_of(forward_.begin(), forward_.end(), [](auto& entry) {
                 return entry.reverse.has_value();
               })) {
      for (auto entry = forward_.rbegin(); entry != forward_.rend(); ++entry) {
        if (!entry->reverse->empty()) {
          entries.push_back(back_of(*entry));
        }
      }
    } else {
      return;
    }
    sections_.has_reverse = true;
    if (is_typed(entries)) {
      sections_.reverse_operations = operations(entries);
    } else {
      sections_.reverse = statements(entries);
    }
  }

  void run_diagram(const lua::Table& table) {
    const auto* value = section(table, "diagram");
    if (value == nullptr) {
      return;
    }
    for (const auto& entry : entries_of("diagram", *value, state_, author_)) {
      sections_.diagram.push_back(writer().diagram(entry));
    }
  }

  std::vector<Statement> checks(std::string_view name, const std::vector<std::string>& texts) {
    std::vector<Statement> result;
    const std::uint64_t key = author_.literals.key(name);
    for (const auto& text : texts) {
      Entry entry;
      entry.sql = text;
      entry.description = "check." + std::string(name);
      entry.line = key == std::string::npos ? 0 : author_.source.span(key).line;
      for (auto& statement : writer().statements(entry)) {
        statement.expect.kind = Expectation::Kind::no_rows;
        statement.expect.refusal = "check." + std::string(name) + " found rows";
        result.push_back(std::move(statement));
      }
    }
    return result;
  }

  const Migration& migration_;
  const Setting& setting_;
  Author author_;
  lua::State state_;
  MacroTable local_;
  Sections sections_;
  std::vector<Entry> forward_;
};

}  // namespace

Sections sections(const Migration& migration, const Setting& setting) {
  return Expanding(migration, setting).run();
}

}  // namespace helium::expand
