#include "expand/options.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "base/clock.h"
#include "base/text.h"
#include "expand/expansion.h"
#include "helium/error.h"

namespace helium::expand {
namespace {

bool names_migration(std::string_view text) noexcept {
  const std::size_t cut = text.rfind('_');
  return cut != std::string_view::npos && cut > 0 && cut + 1 < text.size() &&
         text.find_first_not_of("0123456789", cut + 1) == std::string_view::npos;
}

class Reader {
 public:
  Reader(const lua::Table& table, const Author& author) : table_(table), author_(author) {}

  [[noreturn]] void refuse(std::string_view name, const std::string& message,
                           const std::string& hint = {}) const {
    throw author_.at_key(Error(Fault::design, message).hinting(hint), name);
  }

  void check_names() const {
    if (!table_.list.empty()) {
      refuse("", "the migration returns a list; it must return a table with its sections by name",
             "return { forward = function(queries) ... end }");
    }
    if (table_.fields.count("queries") != 0) {
      refuse("queries", "a table with queries is the oldest format of Helium folders",
             "put the folder's own database.lua beside the file: that one knows how to run it");
    }
    for (const auto& [name, value] : table_.fields) {
      const auto& names = option_names();
      if (std::find(names.begin(), names.end(), name) == names.end()) {
        refuse(name, "unknown option " + base::printable(name), base::did_you_mean(name, names));
      }
    }
  }

  [[nodiscard]] const lua::Value* value(std::string_view name) const {
    const auto found = table_.fields.find(name);
    return found == table_.fields.end() || found->second.is_nil() ? nullptr : &found->second;
  }

  [[nodiscard]] std::string text(std::string_view name) const {
    const auto* held = value(name);
    if (held == nullptr) {
      return {};
    }
    if (held->string() == nullptr) {
      wrong_kind(name, "a text", *held);
    }
    if (base::trimmed(*held->string()).empty()) {
      refuse(name, std::string(name) + " is empty");
    }
    return *held->string();
  }

  [[nodiscard]] bool flag(std::string_view name) const {
    const auto* held = value(name);
    if (held != nullptr && held->boolean() == nullptr) {
      wrong_kind(name, "true or false", *held);
    }
    return held != nullptr && *held->boolean();
  }

  // A text, or a list of texts.
  [[nodiscard]] std::vector<std::string> texts(std::string_view name) const {
    const auto* held = value(name);
    if (held == nullptr) {
      return {};
    }
    if (held->string() != nullptr) {
      return {*held->string()};
    }
    const auto* list = held->table();
    if (list == nullptr || !list->fields.empty()) {
      wrong_kind(name, "a text or a list of texts", *held);
    }
    std::vector<std::string> result;
    for (const auto& item : list->list) {
      if (item.string() == nullptr) {
        refuse(name,
               std::string(name) + " must be a list of texts; one of them is a " + item.kind());
      }
      result.push_back(*item.string());
    }
    return result;
  }

  [[nodiscard]] std::optional<std::chrono::milliseconds> duration(std::string_view name) const {
    const auto* held = value(name);
    if (held == nullptr) {
      return std::nullopt;
    }
    double seconds = 0;
    if (held->string() != nullptr) {
      try {
        return base::read_duration(*held->string());
      } catch (const Error& error) {
        refuse(name, std::string(name) + ": " + error.message(), "write \"500ms\", \"20s\" or 20");
      }
    } else if (held->integer() != nullptr) {
      seconds = static_cast<double>(*held->integer());
    } else if (const auto* number = std::get_if<double>(&held->data())) {
      seconds = *number;
    } else {
      wrong_kind(name, "a duration", *held);
    }
    if (!(seconds >= 0 && seconds <= 1e9)) {
      refuse(name, std::string(name) + " must be from 0 to 1000000000 seconds");
    }
    return std::chrono::milliseconds(std::llround(seconds * 1000));
  }

  [[noreturn]] void wrong_kind(std::string_view name, const char* wanted,
                               const lua::Value& held) const {
    refuse(name, std::string(name) + " must be " + wanted + ", not a " + held.kind());
  }

 private:
  const lua::Table& table_;
  const Author& author_;
};

TransactionWish wish_of(const Reader& reader) {
  const std::string text = reader.text("transaction");
  if (text.empty()) {
    return TransactionWish::unset;
  }
  if (text == "whole") {
    return TransactionWish::whole;
  }
  if (text == "each") {
    return TransactionWish::each;
  }
  if (text == "none") {
    return TransactionWish::none;
  }
  reader.refuse("transaction", "transaction must be \"whole\", \"each\" or \"none\"",
                base::did_you_mean(text, {"whole", "each", "none"}));
}

MacroTable macros_of(const Reader& reader) {
  MacroTable macros;
  const auto* held = reader.value("macros");
  if (held == nullptr) {
    return macros;
  }
  if (held->table() == nullptr || !held->table()->list.empty()) {
    reader.wrong_kind("macros", "a table of texts by name", *held);
  }
  for (const auto& [name, value] : held->table()->fields) {
    if (!is_macro_name(name)) {
      reader.refuse("macros",
                    "a macro's name holds letters, digits and _ only: " + base::printable(name));
    }
    if (value.string() == nullptr && value.integer() == nullptr) {
      reader.refuse(name, "macro " + name + " must be a text, not a " + value.kind());
    }
    const std::string text =
        value.string() != nullptr ? *value.string() : std::to_string(*value.integer());
    macros.emplace(name, Macro{text, MacroSource::local});
  }
  return macros;
}

void read_checks(const Reader& reader, const Author& author, Options& options) {
  const auto* held = reader.value("check");
  if (held == nullptr) {
    return;
  }
  if (held->table() == nullptr || !held->table()->list.empty()) {
    reader.wrong_kind("check", "a table with before and after", *held);
  }
  for (const auto& [name, value] : held->table()->fields) {
    if (name != "before" && name != "after") {
      reader.refuse(name, "unknown check " + base::printable(name),
                    base::did_you_mean(name, {"before", "after"}));
    }
  }
  const Reader checks(*held->table(), author);
  options.check_before = checks.texts("before");
  options.check_after = checks.texts("after");
}

}  // namespace

const std::vector<std::string>& option_names() {
  static const std::vector<std::string> names = {
      "check",  "diagram", "forward",    "irreversible", "lock_timeout",
      "macros", "online",  "repeatable", "requires",     "reverse",
      "table",  "tags",    "timeout",    "transaction"};
  return names;
}

Error Author::at_key(const Error& error, std::string_view name) const {
  const std::uint64_t place = name.empty() ? std::string::npos : literals.key(name);
  if (place == std::string::npos) {
    return source.placed(error, source.line_span(0));
  }
  return source.placed(error, source.span(place, name.size()));
}

Options options_of(const lua::Table& migration, const Author& author) {
  const Reader reader(migration, author);
  reader.check_names();
  Options options;
  options.table = reader.text("table");
  options.macros = macros_of(reader);
  options.transaction = wish_of(reader);
  options.limits.statement_timeout = reader.duration("timeout");
  options.limits.lock_timeout = reader.duration("lock_timeout");
  options.requires_ = reader.texts("requires");
  for (const auto& needed : options.requires_) {
    if (!names_migration(needed)) {
      reader.refuse("requires", "requires names no migration: " + base::printable(needed),
                    "write <design>_<number>, like shop_1001");
    }
  }
  options.tags = reader.texts("tags");
  options.irreversible = reader.text("irreversible");
  options.repeatable = reader.flag("repeatable");
  options.online = reader.flag("online");
  read_checks(reader, author, options);
  return options;
}

}  // namespace helium::expand
