// Documents in files: between plan --out and up --plan, and what others take away.
#include <nlohmann/json.hpp>

#include "files/files.h"
#include "files/writer.h"
#include "show/show.h"

namespace helium::show {

void save(const std::string& path, const std::string& document) {
  files::write(path, document);
}

void save(const std::string& path, const std::function<void(const TakeText& take)>& tell) {
  files::Writer file(path);
  tell([&](const std::string& piece) { file.add(piece); });
  file.finish(files::Durable::yes);
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
