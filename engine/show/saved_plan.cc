// The file between plan --out and up --plan.
#include <nlohmann/json.hpp>

#include "files/files.h"
#include "show/show.h"

namespace helium::show {

void save(const std::string& path, const std::string& document) {
  files::write(path, document);
}

std::string saved_hash(const std::string& path) {
  const auto plan = nlohmann::json::parse(files::read(path), nullptr, false);
  const bool has_hash = plan.is_object() && plan.contains("hash") && plan["hash"].is_string();
  if (!has_hash) {
    throw Error(Fault::design, path + " is not a plan")
        .hinting("write one: helium plan --out FILE");
  }
  return plan["hash"].get<std::string>();
}

}  // namespace helium::show
