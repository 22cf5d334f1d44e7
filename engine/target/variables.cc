#include "target/variables.h"

#include <sstream>
#include <string_view>
#include <utility>

#include "base/text.h"
#include "files/files.h"
#include "helium/error.h"

namespace helium::target {
namespace {

std::string unquoted(std::string_view value) {
  value = base::trimmed(value);
  const bool quoted = value.size() >= 2 && (value.front() == '"' || value.front() == '\'') &&
                      value.back() == value.front();
  return std::string(quoted ? value.substr(1, value.size() - 2) : value);
}

std::map<std::string, std::string> read_env_file() {
  constexpr const char* path = ".env";
  std::map<std::string, std::string> result;
  if (!files::exists(path) || files::is_folder(path)) {
    return result;
  }
  std::istringstream lines(base::normalised(files::read(path)));
  std::string line;
  for (std::uint32_t number = 1; std::getline(lines, line); ++number) {
    std::string_view rest = base::trimmed(line);
    if (rest.substr(0, 7) == "export ") {
      rest = base::trimmed(rest.substr(7));
    }
    if (rest.empty() || rest.front() == '#') {
      continue;
    }
    const auto equals = rest.find('=');
    if (equals == std::string_view::npos) {
      throw Error(Fault::config, "a line of .env is not NAME=VALUE")
          .at({.file = path, .line = number, .column = 1});
    }
    result[std::string(base::trimmed(rest.substr(0, equals)))] = unquoted(rest.substr(equals + 1));
  }
  return result;
}

}  // namespace

Variables::Variables(std::function<const char*(const char*)> getenv)
    : getenv_(std::move(getenv)), file_(read_env_file()) {}

bool Variables::in_process(const std::string& name) const {
  const char* value = getenv_(name.c_str());
  return value != nullptr && *value != '\0';
}

std::string Variables::source(const std::string& name) const {
  return (in_process(name) ? "environment " : ".env ") + name;
}

std::string Variables::get(const std::string& name) const {
  if (in_process(name)) {
    return getenv_(name.c_str());
  }
  const auto found = file_.find(name);
  return found == file_.end() ? "" : found->second;
}

}  // namespace helium::target
