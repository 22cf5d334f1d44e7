// The folder's own Lua, as it is.
#include <algorithm>
#include <memory>

#include "expand/modules.h"
#include "files/files.h"
#include "folder/folder.h"
#include "helium/error.h"
#include "lua/state.h"
#include "seal/brotli.h"

namespace helium::folder {
namespace {

constexpr const char* driver = "scripts/folder/run.lua";

const std::string& text_of(const std::vector<lua::Value>& arguments) {
  if (arguments.empty() || arguments.front().string() == nullptr) {
    throw Error(Fault::script, "brotli needs a text");
  }
  return *arguments.front().string();
}

lua::Value compress(const std::vector<lua::Value>& arguments) {
  const std::int64_t* given = arguments.size() > 1 ? arguments[1].integer() : nullptr;
  const std::int64_t quality = given == nullptr ? 11 : std::clamp<std::int64_t>(*given, 0, 11);
  return lua::Value(seal::brotli(text_of(arguments), static_cast<int>(quality)));
}

lua::Value decompress(const std::vector<lua::Value>& arguments) {
  auto bytes = seal::from_brotli(text_of(arguments));
  if (!bytes) {
    throw Error(Fault::script, "this is no Brotli stream");
  }
  return lua::Value(std::move(*bytes));
}

// The engine in the folder's words. Older folders know one name for MySQL and MariaDB.
lua::Value keys_of(const Dialect& dialect) {
  auto keys = std::make_shared<lua::Table>();
  keys->list.emplace_back(dialect.name);
  if (dialect.name == "mariadb") {
    keys->list.emplace_back(std::string("mysql"));
  }
  return lua::Value(std::shared_ptr<const lua::Table>(std::move(keys)));
}

std::string module_of(const Migration& migration) {
  const std::string file = files::file_name(migration.path);
  return file.substr(0, file.size() - 4);
}

const std::string& text_at(const lua::Table& table, const char* name, const Migration& migration) {
  const auto found = table.fields.find(name);
  const std::string* text = found == table.fields.end() ? nullptr : found->second.string();
  if (text == nullptr) {
    throw Error(Fault::design, "run_migration of database.lua did not return a text")
        .at({.file = migration.path});
  }
  return *text;
}

Error placed(const Error& error, const Migration& migration) {
  const bool ours = error.where().file.empty() || error.where().file == driver;
  return ours ? error.at({.file = migration.path}) : error;
}

}  // namespace

Generated generated(const Migration& migration, const expand::Setting& setting) {
  Generated result;
  lua::Surroundings seen = expand::surroundings(setting);
  const auto getenv = seen.getenv;
  seen.getenv = [&result, getenv](std::string_view name) {
    auto value = getenv(name);
    if (value && std::find(result.environment.begin(), result.environment.end(), name) ==
                     result.environment.end()) {
      result.environment.emplace_back(name);
    }
    return value;
  };
  seen.natives["brotli"] = {{"compress", compress}, {"decompress", decompress}};
  try {
    lua::State state(setting.limits, std::move(seen));
    const lua::Value run = state.run({driver, files::embedded(driver, setting.home)});
    const lua::Value returned =
        state.call(*run.function(), {keys_of(*setting.dialect), lua::Value(migration.design),
                                     lua::Value(setting.schema), lua::Value(module_of(migration))});
    const lua::Table& table = *returned.table();
    result.text = text_at(table, "text", migration);
    result.table = text_at(table, "table", migration);
    for (const lua::Value& one : table.fields.at("templates").table()->list) {
      result.templates.push_back(*one.string());
    }
  } catch (const Error& error) {
    throw placed(error, migration);
  }
  return result;
}

}  // namespace helium::folder
