#include <algorithm>
#include <map>

#include "base/text.h"
#include "expand/expand.h"
#include "expand/expansion.h"
#include "expand/family.h"
#include "expand/modules.h"
#include "files/files.h"
#include "helium/error.h"
#include "lua/state.h"
#include "seal/sha256.h"

namespace helium::expand {
namespace {

using Values = std::map<std::string, std::string, std::less<>>;

[[noreturn]] void refuse(const std::string& file, const std::string& message) {
  Span where;
  where.file = file;
  throw Error(Fault::design, file + ": " + message).at(where);
}

// The macros of one file of the design; none when there is no such file.
Values macros_of_file(const std::string& path, const Setting& setting) {
  Values values;
  if (!files::exists(path)) {
    return values;
  }
  lua::State state(setting.limits, surroundings(setting));
  state.set_global("engine", lua::Value(setting.dialect->name));
  const lua::Value returned =
      state.run({path, base::normalised(files::read(path, {.follow_links = false}))});
  if (returned.table() == nullptr || !returned.table()->list.empty()) {
    refuse(path, "must return a table of texts by name");
  }
  for (const auto& [name, value] : returned.table()->fields) {
    if (!is_macro_name(name)) {
      refuse(path, "a macro's name holds letters, digits and _ only: " + base::printable(name));
    }
    if (value.string() == nullptr && value.integer() == nullptr) {
      refuse(path, "macro " + name + " must be a text, not a " + value.kind());
    }
    values[name] = value.string() != nullptr ? *value.string() : std::to_string(*value.integer());
  }
  return values;
}

void lay_over(MacroTable& macros, const Values& values, MacroSource source) {
  for (const auto& [name, value] : values) {
    macros.insert_or_assign(name, Macro{value, source});
  }
}

Values allowed_environment(const Target& target,
                           const std::function<const char*(const char*)>& getenv) {
  Values values;
  for (const auto& name : target.environment) {
    const char* value = getenv ? getenv(name.c_str()) : nullptr;
    if (value != nullptr) {
      values.emplace(name, value);
    }
  }
  return values;
}

std::string hash_of(const MacroTable& macros) {
  seal::Sha256 hash;
  for (const auto& [name, macro] : macros) {
    hash.add(name).add(macro.value);
  }
  return hash.hex();
}

// Sizes that existing designs name; every other one works as well.
constexpr std::string_view usual_sizes[] = {
    "CHAR_2",     "CHAR_20",    "CHAR_50",     "CHAR_128",    "VARCHAR_20",
    "VARCHAR_50", "VARCHAR_64", "VARCHAR_100", "VARCHAR_128", "VARCHAR_500"};

std::string shown_value(const std::string& value, const Setting& setting) {
  const std::string schema =
      setting.dialect == nullptr ? "" : schema_prefix(setting.schema, *setting.dialect);
  const MacroTable local = {{"SCHEMA", {schema, MacroSource::local}}};
  try {
    return expanded(value, {&setting.macros, &local, true}, {}).text;
  } catch (const Error&) {
    return value;  // it names something that only an environment or a migration brings
  }
}

}  // namespace

Setting setting(const Design& design, const Dialect& dialect, const Target& target,
                const std::function<const char*(const char*)>& getenv) {
  Setting setting;
  setting.dialect = &dialect;
  setting.schema = target.schema;
  setting.limits = target.lua;
  setting.folder = design.folder;
  setting.home = target.scripts_home;
  setting.keep_undefined = target.keep_undefined_macros;
  const Values environment = allowed_environment(target, getenv);
  setting.environment = [environment](std::string_view name) -> std::optional<std::string> {
    const auto found = environment.find(name);
    return found == environment.end() ? std::nullopt : std::optional(found->second);
  };
  MacroTable& macros = setting.macros;
  lay_over(macros, environment, MacroSource::environment);
  lay_over(macros, {target.macros.begin(), target.macros.end()}, MacroSource::target);
  macros.insert_or_assign("SCHEMA", Macro{target.schema, MacroSource::target});
  for (const auto& [name, macro] : dialect.macros) {
    macros.insert_or_assign(name, macro);
  }
  if (!design.folder.empty()) {
    const std::string own = files::join(design.folder, "macros");
    lay_over(macros, macros_of_file(own + ".lua", setting), MacroSource::design);
    lay_over(macros, macros_of_file(own + "_" + dialect.name + ".lua", setting),
             MacroSource::design);
  }
  setting.macros_hash = hash_of(macros);
  return setting;
}

std::string text(std::string_view source, const MacroTable& macros, const MacroTable& local) {
  return expanded(source, {&macros, &local}, {}).text;
}

std::vector<Listed> list(const Setting& setting) {
  std::vector<Listed> listed;
  for (const auto& [name, macro] : setting.macros) {
    const bool family =
        macro.source < MacroSource::target && macro.value.find("{n:") != std::string::npos;
    const bool sized = macro.value.find("{p:") != std::string::npos || family;
    const std::string value = sized              ? shown_family(macro.value)
                              : name == "SCHEMA" ? shown_value("${SCHEMA}", setting)
                              : macro.source < MacroSource::target
                                  ? shown_value(macro.value, setting)
                                  : macro.value;
    listed.push_back({name, value, macro.source});
  }
  for (const auto name : usual_sizes) {
    if (const auto macro = of_family(name, setting.macros)) {
      listed.push_back({std::string(name), macro->value, macro->source});
    }
  }
  for (const auto& name : local_names()) {
    listed.push_back({name, "(each migration's own)", MacroSource::local});
  }
  std::sort(listed.begin(), listed.end(),
            [](const Listed& left, const Listed& right) { return left.name < right.name; });
  return listed;
}

}  // namespace helium::expand
