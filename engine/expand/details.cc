#include "expand/details.h"

#include <algorithm>

#include "base/text.h"
#include "expand/family.h"
#include "sql/quote.h"

namespace helium::expand {

std::string type_of(std::string_view written, const Dialect& dialect) {
  // "mariadb:text": what the server itself calls so, not the portable type of that name.
  const std::string own = dialect.name + ":";
  if (written.substr(0, own.size()) == own) {
    return std::string(written.substr(own.size()));
  }
  const std::size_t open = written.find('(');
  const std::string word = base::lower(base::trimmed(written.substr(0, open)));
  if (open == std::string_view::npos) {
    const auto found = dialect.types.find(word);
    return found == dialect.types.end() ? std::string(written) : found->second;
  }
  std::string sizes;
  for (const char c : written.substr(open + 1, written.rfind(')') - open - 1)) {
    sizes += c == ',' ? '_' : c;
  }
  sizes = base::replaced(sizes, " ", "");
  const bool two = sizes.find('_') != std::string::npos;
  if (dialect.types.count(word + (two ? "(p,s)" : "(n)")) == 0) {
    return std::string(written);
  }
  const auto sized = of_family(base::upper(word) + "_" + sizes, dialect.macros);
  return sized ? sized->value : std::string(written);
}

std::string name_of(const std::string& written, const Language& language) {
  const bool folded =
      language.dialect->traits.upper_case_names && sql::is_plain_identifier(written);
  return folded ? base::upper(written) : written;
}

Details::Details(const lua::Value& value, std::string about, const Language& language)
    : table_(value), about_(std::move(about)), language_(language) {
  if (table_.table() == nullptr) {
    throw language_.placed(
        Error(Fault::design, about_ + " must be a table, not a " + table_.kind()), "");
  }
}

void Details::refuse(std::string_view key, const std::string& message,
                     const std::string& hint) const {
  throw language_.placed(Error(Fault::design, about_ + ": " + message).hinting(hint), key);
}

void Details::only(const std::vector<std::string>& names) const {
  for (const auto& [key, held] : table().fields) {
    if (std::find(names.begin(), names.end(), key) == names.end()) {
      refuse(key, "unknown field " + base::printable(key), base::did_you_mean(key, names));
    }
  }
  if (!table().list.empty()) {
    refuse("", "this table has fields by name, and no list");
  }
}

const lua::Value* Details::value(std::string_view key) const {
  const auto found = table().fields.find(key);
  return found == table().fields.end() || found->second.is_nil() ? nullptr : &found->second;
}

bool Details::has(std::string_view key) const {
  return value(key) != nullptr;
}

std::string Details::text(std::string_view key) const {
  const auto* held = value(key);
  if (held == nullptr) {
    return {};
  }
  if (const auto* integer = held->integer()) {
    return std::to_string(*integer);
  }
  if (held->string() == nullptr) {
    refuse(key, std::string(key) + " must be a text, not a " + held->kind());
  }
  return language_.expanded(*held->string());
}

std::string Details::needed(std::string_view key) const {
  std::string held = text(key);
  if (base::trimmed(held).empty()) {
    refuse(key, "there is no " + std::string(key));
  }
  return held;
}

std::string Details::name(std::string_view key) const {
  return name_of(text(key), language_);
}

bool Details::flag(std::string_view key, bool unless_said) const {
  const auto* held = value(key);
  if (held != nullptr && held->boolean() == nullptr) {
    refuse(key, std::string(key) + " must be true or false, not a " + held->kind());
  }
  return held == nullptr ? unless_said : *held->boolean();
}

std::optional<std::int64_t> Details::integer(std::string_view key) const {
  const auto* held = value(key);
  if (held == nullptr) {
    return std::nullopt;
  }
  if (held->integer() == nullptr) {
    refuse(key, std::string(key) + " must be a whole number, not a " + held->kind());
  }
  return *held->integer();
}

std::vector<std::string> Details::names(std::string_view key) const {
  const auto* held = value(key);
  if (held == nullptr) {
    return {};
  }
  if (held->string() != nullptr) {
    return {name(key)};
  }
  if (held->table() == nullptr || !held->table()->fields.empty()) {
    refuse(key, std::string(key) + " must be a list of names, not a " + held->kind());
  }
  std::vector<std::string> result;
  for (const auto& one : held->table()->list) {
    if (one.string() == nullptr) {
      refuse(key, std::string(key) + " must be a list of names; one of them is a " + one.kind());
    }
    result.push_back(name_of(language_.expanded(*one.string()), language_));
  }
  return result;
}

std::vector<Details> Details::tables(std::string_view key, const std::string& about) const {
  const auto* held = value(key);
  if (held == nullptr) {
    return {};
  }
  if (held->table() == nullptr || !held->table()->fields.empty()) {
    refuse(key, std::string(key) + " must be a list of tables: { { ... }, { ... } }");
  }
  std::vector<Details> result;
  for (const auto& one : held->table()->list) {
    result.emplace_back(one, about, language_);
  }
  return result;
}

std::string Details::literal(const lua::Value& value, std::string_view key) const {
  if (value.string() != nullptr) {
    return sql::quote_literal(*value.string(), language_.dialect->lexicon);
  }
  if (value.integer() != nullptr) {
    return std::to_string(*value.integer());
  }
  if (const auto* number = std::get_if<double>(&value.data())) {
    std::string text(32, '\0');
    text.resize(
        static_cast<std::size_t>(std::snprintf(text.data(), text.size(), "%.17g", *number)));
    return text;
  }
  if (value.boolean() != nullptr) {
    const bool words = language_.dialect->types.at("boolean") == "boolean";
    return *value.boolean() ? (words ? "TRUE" : "1") : (words ? "FALSE" : "0");
  }
  const auto* table = value.table();
  const auto sql = table == nullptr ? nullptr : &table->fields;
  if (sql == nullptr || sql->size() != 1 || sql->count("sql") == 0 ||
      sql->at("sql").string() == nullptr) {
    refuse(key, std::string(key) + " must be a text, a number, true, false, or { sql = \"...\" }");
  }
  return language_.expanded(*sql->at("sql").string());
}

std::map<std::string, std::string> Details::values() const {
  if (table().fields.empty() || !table().list.empty()) {
    refuse("", "a row is a table of values by column: { id = 1, name = \"x\" }");
  }
  std::map<std::string, std::string> result;
  for (const auto& [key, held] : table().fields) {
    result[name_of(key, language_)] = literal(held, key);
  }
  return result;
}

std::map<std::string, std::string> Details::expressions(std::string_view key) const {
  const auto* held = value(key);
  if (held == nullptr || held->table() == nullptr || held->table()->fields.empty()) {
    refuse(key, std::string(key) + " must be a table of expressions by column");
  }
  std::map<std::string, std::string> result;
  for (const auto& [column, text] : held->table()->fields) {
    result[name_of(column, language_)] =
        text.string() != nullptr ? language_.expanded(*text.string()) : literal(text, column);
  }
  return result;
}

}  // namespace helium::expand
