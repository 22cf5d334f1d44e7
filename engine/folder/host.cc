#include "folder/host.h"

#include <algorithm>
#include <memory>

#include "expand/modules.h"
#include "files/files.h"
#include "helium/error.h"
#include "seal/brotli.h"

namespace helium::folder {
namespace {

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

}  // namespace

lua::Surroundings Host::watched(const expand::Setting& setting) {
  lua::Surroundings seen = expand::surroundings(setting);
  seen.getenv = [this, getenv = seen.getenv](std::string_view name) {
    auto value = getenv(name);
    if (value && std::find(environment_.begin(), environment_.end(), name) == environment_.end()) {
      environment_.emplace_back(name);
    }
    return value;
  };
  seen.natives["brotli"] = {{"compress", compress}, {"decompress", decompress}};
  return seen;
}

Host::Host(const expand::Setting& setting)
    : state_(setting.limits, watched(setting)),
      functions_(state_.run(
          {files::place_of(driver, setting.home), files::embedded(driver, setting.home)})) {}

lua::Value Host::call(const char* function, const std::vector<lua::Value>& arguments) {
  return state_.call(*functions_.table()->fields.at(function).function(), arguments);
}

lua::Value keys_of(const Dialect& dialect) {
  auto keys = std::make_shared<lua::Table>();
  keys->list.emplace_back(dialect.name);
  if (dialect.name == "mariadb") {
    keys->list.emplace_back(std::string("mysql"));
  }
  return lua::Value(std::shared_ptr<const lua::Table>(std::move(keys)));
}

std::vector<std::string> texts_in(const lua::Value& table, const char* name) {
  std::vector<std::string> texts;
  for (const lua::Value& one : table.table()->fields.at(name).table()->list) {
    texts.push_back(*one.string());
  }
  return texts;
}

}  // namespace helium::folder
